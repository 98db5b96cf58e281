import { paragraphs } from './paragraphs.ts'
import type { Span } from './words.ts'

/** The words that stand round a quotation, and whether the text goes on beyond them. */
export type Surroundings = { before: string; after: string; goesOnBefore: boolean; goesOnAfter: boolean }

/**
 * What is kept of a quotation's surroundings is counted in characters, and so mostly begins and ends within a
 * word. A side this short was not cut: the text itself begins or ends there. In UTF-16 code units.
 */
const uncut = 24

/**
 * The surroundings of a quotation as readers are shown them: in whole words. A side that is a single word is
 * left as it is. Blanks next to the quotation stay, so that the three parts still join as they stood.
 */
export function wholeSurroundings({ prefix, suffix }: { prefix: string; suffix: string }): Surroundings {
	const goesOnBefore = prefix.length >= uncut
	const goesOnAfter = suffix.length >= uncut
	return {
		before: (goesOnBefore ? prefix.replace(/^\S+(?=\s)/u, '') : prefix).trimStart(),
		after: (goesOnAfter ? suffix.replace(/(?<=\s)\S+$/u, '') : suffix).trimEnd(),
		goesOnBefore,
		goesOnAfter,
	}
}

/** How much of a paragraph is shown on each side of a quotation, in UTF-16 code units: a few sentences. */
const mostOfParagraph = 420

/**
 * The rest of the paragraph in which a range of a text stands (or of the paragraphs, where it spans several); a
 * long one is cut at a word.
 */
export function paragraphAround(text: string, { start, end }: Span): Surroundings {
	const all = paragraphs(text)
	const from = all.find((paragraph) => paragraph.end > start)?.start ?? start
	const to = all.findLast((paragraph) => paragraph.start < end)?.end ?? end
	const before = text.slice(Math.min(from, start), start)
	const after = text.slice(end, Math.max(to, end))
	const goesOnBefore = before.length > mostOfParagraph
	const goesOnAfter = after.length > mostOfParagraph
	return {
		before: goesOnBefore ? before.slice(-mostOfParagraph).replace(/^\S*\s+/u, '') : before,
		after: goesOnAfter ? after.slice(0, mostOfParagraph).replace(/\s+\S*$/u, '') : after,
		goesOnBefore,
		goesOnAfter,
	}
}
