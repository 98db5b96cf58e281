import { isGraphemeBorder, isQuotable, type Span } from './words.ts'

/**
 * The exact words of a text with their anchor: W3C Web Annotation's TextQuoteSelector (`exact`, `prefix`, `suffix`) and
 * TextPositionSelector (`start`, `end`: half-open, in UTF-16 code units of the text).
 */
export type Quotation = { exact: string; prefix: string; suffix: string; start: number; end: number }

/** How much of the surroundings is kept on each side, in UTF-16 code units at most. */
const surroundings = 32

/**
 * Describe a range of a text as a quotation.
 * @throws RangeError for a range that is empty, blank, outside the text, or that cuts a grapheme or a figure in two
 */
export function describeQuotation(text: string, start: number, end: number): Quotation {
	if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
		throw new RangeError(`No range ${start}–${end} in a text of ${text.length}`)
	}
	const exact = text.slice(start, end)
	if (exact.trim() === '') throw new RangeError('A quotation of blanks')
	if (!isQuotable(text, start) || !isQuotable(text, end)) {
		throw new RangeError('A quotation begins and ends between letters, and keeps figures whole')
	}
	let before = Math.max(0, start - surroundings)
	while (before < start && !isGraphemeBorder(text, before)) before++
	let after = Math.min(text.length, end + surroundings)
	while (after > end && !isGraphemeBorder(text, after)) after--
	return { exact, prefix: text.slice(before, start), suffix: text.slice(end, after), start, end }
}

/** What is known of a quotation that is to be found: the words, and perhaps where they stood. */
export type SoughtQuotation = { exact: string; prefix?: string; suffix?: string; start?: number }

export type FoundQuotation =
	{ found: Quotation } | { problem: 'absent' } | { problem: 'ambiguous'; places: number }

/**
 * Find exact words in a text: where they are said to start, or where they stand alone, or where they stand alone
 * with their surroundings. Never the nearest, never something like them. Of the ends of lines alone any kind is taken
 * for any other, since forms and pages do not keep them apart.
 */
export function findQuotation(
	text: string,
	{ exact, prefix, suffix, start }: SoughtQuotation,
): FoundQuotation {
	if (exact.trim() === '') return { problem: 'absent' }
	const places = occurrences(text, exact)
	const said = places.find((place) => place.start === start)
	if (said) return { found: describeQuotation(text, said.start, said.end) }
	const [only] = places
	if (!only) return { problem: 'absent' }
	if (places.length === 1) return { found: describeQuotation(text, only.start, only.end) }
	const before = prefix ? new RegExp(`${literally(prefix)}$`) : null
	const behind = suffix ? new RegExp(`^${literally(suffix)}`) : null
	const fitting = places.filter(
		({ start, end }) =>
			(!prefix || before?.test(text.slice(Math.max(0, start - 2 * prefix.length), start))) &&
			(!suffix || behind?.test(text.slice(end, end + 2 * suffix.length))),
	)
	const [fit] = fitting
	if (fitting.length === 1 && fit) return { found: describeQuotation(text, fit.start, fit.end) }
	return { problem: 'ambiguous', places: fitting.length || places.length }
}

/** Every place of the words, overlapping ones included, but not where they would cut a letter or a figure. */
function occurrences(text: string, words: string): Span[] {
	const places: Span[] = []
	const pattern = new RegExp(literally(words), 'g')
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const [start, end] = [match.index, match.index + match[0].length]
		if (isQuotable(text, start) && isQuotable(text, end)) places.push({ start, end })
		pattern.lastIndex = start + 1
	}
	return places
}

/** A pattern for these words and no others, whatever ends their lines. */
function literally(words: string): string {
	return words.replace(/[\\^$.*+?()[\]{}|]/g, '\\$&').replace(/\r\n|[\r\n]/g, '(?:\\r\\n|\\r|\\n)')
}

/** How a quotation was found in a newer text, or placed there by a person; or that it is lost. */
export const anchorOutcomes = ['exact', 'normalised', 'placed', 'lost'] as const
export type AnchorOutcome = (typeof anchorOutcomes)[number]
