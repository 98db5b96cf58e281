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
