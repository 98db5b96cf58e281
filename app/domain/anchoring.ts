import { matchKey, normaliseWithMap } from './normalise.ts'
import { paragraphs, sentences } from './paragraphs.ts'
import { describeQuotation, type Quotation } from './quotation.ts'
import type { Span } from './words.ts'

/** A word of a text: its place in the text, and in the line of normalised words. */
type Token = Span & { from: number; to: number }

/** A text that quotations are carried out of and into, read once for all of them. */
export type AnchorText = {
	text: string
	/** The normalised words, a blank before and behind each. */
	line: string
	tokens: readonly Token[]
	/** Sentences in order, paragraph by paragraph. */
	sentences: readonly Span[]
}

/** Read a text for `reanchor` and `sentenceReadsOtherwise`. */
export function readForAnchors(text: string): AnchorText {
	const { key, starts, ends } = normaliseWithMap(text)
	const tokens: Token[] = []
	for (let from = 0; from < key.length;) {
		const blank = key.indexOf(' ', from)
		const to = blank < 0 ? key.length : blank
		const [start, end] = [starts[from], ends[to - 1]]
		// In the line everything stands one further on than in the key.
		if (start !== undefined && end !== undefined) tokens.push({ start, end, from: from + 1, to: to + 1 })
		from = to + 1
	}
	return {
		text,
		line: ` ${key} `,
		tokens,
		sentences: paragraphs(text).flatMap((paragraph) => sentences(text, paragraph)),
	}
}

export type Reanchored =
	{ kind: 'exact'; quotation: Quotation } | { kind: 'normalised'; quotation: Quotation } | { kind: 'lost' }

/**
 * Carry a quotation over to another version of its text: the same words (line ends and blanks aside), or the same
 * words in another spelling, or lost. Never the nearest, and never a lookalike: where the words stand more than once
 * in either version, so much of what stood round them has to be there too that only one place of each is meant. What
 * stood as whole words and whole numbers is not found inside longer ones («ثلاثة» in «ثلاثة وعشرين»); what was torn
 * out of a word is found only in that word, to the letter.
 * @param old the quotation as it stands in `from`
 */
export function reanchor(old: Quotation, from: AnchorText, to: AnchorText): Reanchored {
	const words = wordsRound(from, old)
	const place = words && findWords(from, words, to)
	const range =
		place && (words.torn ? sameLetters(old, from, words, to, place) : withMarks(old, from, words, to, place))
	const quotation = range && tryDescribing(to.text, range)
	if (!quotation) return { kind: 'lost' }
	return { kind: inOneLine(quotation.exact) === inOneLine(old.exact) ? 'exact' : 'normalised', quotation }
}

function tryDescribing(text: string, { start, end }: Span): Quotation | null {
	try {
		return describeQuotation(text, start, end)
	} catch (error) {
		if (error instanceof RangeError) return null
		throw error
	}
}

const inOneLine = (words: string) => words.replace(/\s+/gu, ' ')

/** Whether words read as others do: to the letter, or but for their spelling, or not (`null`). */
export function readsAs(words: string, others: string): 'exact' | 'normalised' | null {
	if (inOneLine(words) === inOneLine(others)) return 'exact'
	return matchKey(words) === matchKey(others) ? 'normalised' : null
}

/**
 * Whether the sentence or sentences that a range of one text stands in read otherwise, in more than spelling, than
 * those of a range of another.
 */
export function sentenceReadsOtherwise(from: AnchorText, was: Span, to: AnchorText, is: Span): boolean {
	return matchKey(sentenceRound(from, was)) !== matchKey(sentenceRound(to, is))
}

function sentenceRound({ text, sentences }: AnchorText, { start, end }: Span): string {
	const touched = sentences.filter((sentence) => sentence.start < end && start < sentence.end)
	const [first, last] = [touched[0], touched.at(-1)]
	return first && last
		? text.slice(Math.min(first.start, start), Math.max(last.end, end))
		: text.slice(start, end)
}

/** Words by their numbers, and whether a range leaves out a part of them. */
type Run = Span & { first: number; last: number; torn: boolean }

/** The words that a range touches; those beside it where it touches none. `null` in a text without words. */
function wordsRound({ tokens }: AnchorText, { start, end }: Span): Run | null {
	let first = tokens.findIndex((token) => token.end > start)
	if (first < 0) first = tokens.length
	let last = first - 1
	for (let next = tokens[last + 1]; next && next.start < end; next = tokens[last + 1]) last++
	const none = last < first
	if (none) [first, last] = [Math.max(0, first - 1), Math.min(first, tokens.length - 1)]
	const [opening, closing] = [tokens[first], tokens[last]]
	if (!opening || !closing) return null
	const torn = none || opening.start < start || closing.end > end
	return { first, last, start: opening.start, end: closing.end, torn }
}

/** How many words more on each side are looked at where fewer leave a doubt. */
const surroundingWords = 5

/** Where words of one text are meant to stand in another, from the first word's beginning to the last one's end. */
function findWords(from: AnchorText, { first, last }: Run, to: AnchorText): Span | null {
	const own = from.tokens[first]
	const end = from.tokens[last]
	if (!own || !end) return null
	for (let more = 0; ; more = more === 0 ? surroundingWords : 2 * more) {
		const [opening, closing] = [
			from.tokens[Math.max(0, first - more)],
			from.tokens[last + more] ?? from.tokens.at(-1),
		]
		if (!opening || !closing) return null
		const sought = from.line.slice(opening.from - 1, closing.to + 1)
		const places = findTwo(to.line, sought)
		const [place] = places
		if (place === undefined) return null
		if (places.length === 1 && findTwo(from.line, sought).length === 1) {
			const start = place + (own.from - (opening.from - 1))
			return rangeOf(to, start, start + (end.to - own.from))
		}
		if (sought.length === from.line.length) return null
	}
}

/** The first two places of a string in another, overlapping ones included. */
function findTwo(line: string, sought: string): number[] {
	const first = line.indexOf(sought)
	if (first < 0) return []
	const second = line.indexOf(sought, first + 1)
	return second < 0 ? [first] : [first, second]
}

function rangeOf({ tokens }: AnchorText, from: number, to: number): Span | null {
	const first = tokens.find((token) => token.from === from)
	const last = tokens.find((token) => token.to === to)
	return first && last ? { start: first.start, end: last.end } : null
}

/** The words with the marks at their ends, as far as these were quoted and stand there again. */
function withMarks(
	old: Span,
	from: AnchorText,
	words: Run,
	{ text }: AnchorText,
	{ start, end }: Span,
): Span {
	const before = from.text.slice(old.start, words.start)
	const behind = from.text.slice(words.end, old.end)
	return {
		start: text.slice(Math.max(0, start - before.length), start) === before ? start - before.length : start,
		end: text.startsWith(behind, end) ? end + behind.length : end,
	}
}

/** A part of words, or signs beside them, where the words are the same to the letter. */
function sameLetters(
	old: Quotation,
	from: AnchorText,
	words: Run,
	{ text }: AnchorText,
	place: Span,
): Span | null {
	const start = place.start + (old.start - words.start)
	const end = start + (old.end - old.start)
	const same =
		text.slice(place.start, place.end) === from.text.slice(words.start, words.end) &&
		start >= 0 &&
		text.slice(start, end) === old.exact
	return same ? { start, end } : null
}
