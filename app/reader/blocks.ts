import { neutraliseBidi } from '#app/domain/bidi.ts'
import { findFrontMatter } from '#app/domain/front-matter.ts'
import { paragraphs, sentences } from '#app/domain/paragraphs.ts'
import type { Span } from '#app/domain/words.ts'

/** A paragraph as the reader shows it: a half-open range of the article's text, in UTF-16 code units. */
export type Block = Span & { kind: 'text' | 'front-matter' }

/** Browsers cut a text node at 65,536 code units, which would part the words of one paragraph. */
const longestBlock = 30_000

/** The paragraphs of an article in order; a paragraph without end is cut between its sentences, or between words. */
export function readBlocks(text: string): Block[] {
	const head = findFrontMatter(text)?.end ?? 0
	const blocks: Block[] =
		head > 0 ? [{ start: 0, end: text.slice(0, head).trimEnd().length, kind: 'front-matter' }] : []
	for (const { start, end } of paragraphs(text.slice(head))) {
		for (const piece of cut(text, { start: start + head, end: end + head }))
			blocks.push({ ...piece, kind: 'text' })
	}
	return blocks
}

function cut(text: string, { start, end }: Span): Span[] {
	const cuts: Span[] = []
	const ends =
		end - start > longestBlock ? sentences(text, { start, end }).map((sentence) => sentence.end) : []
	for (let from = start; from < end;) {
		const to = end - from <= longestBlock ? end : endOfPiece(text, from, ends)
		cuts.push({ start: from, end: to })
		from = to
		while (from < end && /\s/.test(text.charAt(from))) from++
	}
	return cuts
}

function endOfPiece(text: string, from: number, ends: number[]): number {
	const limit = from + longestBlock
	const sentence = ends.filter((end) => end > from && end <= limit).at(-1)
	if (sentence) return sentence
	const blank = text.lastIndexOf(' ', limit)
	return blank > from ? blank : limit
}

/**
 * The text of a block as it goes into a page: of the same length, so that offsets agree, but without carriage
 * returns, which a browser would drop while it reads the page.
 */
export function shownText(text: string, { start, end }: Span): string {
	return neutraliseBidi(text.slice(start, end), '\u2060').replace(/\r/g, ' ')
}

/** The first words of an article, to call it by while it has no title; cut at a word. */
export function openingWords(text: string): string {
	const [first] = readBlocks(text.slice(0, 2000)).filter(({ kind }) => kind === 'text')
	const opening = first ? neutraliseBidi(text.slice(first.start, first.end)).replace(/\s+/g, ' ') : ''
	return opening.length <= 90 ? opening : `${opening.slice(0, opening.lastIndexOf(' ', 90))}…`
}
