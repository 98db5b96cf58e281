import { normaliseWithMap } from './normalise.ts'
import { isGraphemeBorder, type Span } from './words.ts'

/**
 * The exact words of a text with their anchor: W3C Web Annotation's TextQuoteSelector (`exact`, `prefix`, `suffix`) and
 * TextPositionSelector (`start`, `end`: half-open, in UTF-16 code units of the text).
 */
export type Quotation = { exact: string; prefix: string; suffix: string; start: number; end: number }

/** How much of the surroundings is kept on each side, in UTF-16 code units at most. */
const surroundings = 32

/**
 * Describe a range of a text as a quotation.
 * @throws RangeError for a range that is empty, blank, outside the text, or that cuts a grapheme in two
 */
export function describeQuotation(text: string, start: number, end: number): Quotation {
	if (!Number.isInteger(start) || !Number.isInteger(end) || start < 0 || end > text.length || start >= end) {
		throw new RangeError(`No range ${start}–${end} in a text of ${text.length}`)
	}
	const exact = text.slice(start, end)
	if (exact.trim() === '') throw new RangeError('A quotation of blanks')
	if (!isGraphemeBorder(text, start) || !isGraphemeBorder(text, end)) {
		throw new RangeError('A quotation begins and ends between letters')
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
 * with their surroundings. Never the nearest, never something like them.
 */
export function findQuotation(
	text: string,
	{ exact, prefix, suffix, start }: SoughtQuotation,
): FoundQuotation {
	if (exact.trim() === '') return { problem: 'absent' }
	if (start !== undefined && text.startsWith(exact, start)) return found(start)
	const places = occurrences(text, exact)
	if (places.length === 0) return { problem: 'absent' }
	const [only] = places
	if (places.length === 1 && only !== undefined) return found(only)
	const fitting = places.filter(
		(place) =>
			(prefix === undefined || text.slice(0, place).endsWith(prefix)) &&
			(suffix === undefined || text.startsWith(suffix, place + exact.length)),
	)
	const [fit] = fitting
	if (fitting.length === 1 && fit !== undefined) return found(fit)
	return { problem: 'ambiguous', places: fitting.length || places.length }

	function found(place: number): FoundQuotation {
		try {
			return { found: describeQuotation(text, place, place + exact.length) }
		} catch {
			// The words stand there only as part of others' letters.
			return { problem: 'absent' }
		}
	}
}

function occurrences(text: string, words: string): number[] {
	const places: number[] = []
	for (let at = text.indexOf(words); at >= 0; at = text.indexOf(words, at + 1)) places.push(at)
	return places
}

export type Reanchored =
	{ kind: 'exact'; quotation: Quotation } | { kind: 'normalised'; quotation: Quotation } | { kind: 'lost' }

/**
 * Carry a quotation over to another version of its text: the exact words with their old surroundings or alone; or the
 * same words in another spelling, if they stand there once; or lost. Never the nearest.
 */
export function reanchor(old: Quotation, text: string): Reanchored {
	const place = findQuotation(text, { exact: old.exact, prefix: old.prefix, suffix: old.suffix })
	if ('found' in place) return { kind: 'exact', quotation: place.found }
	if (place.problem === 'ambiguous') return { kind: 'lost' }
	const range = findNormalised(text, old.exact)
	if (!range) return { kind: 'lost' }
	try {
		return { kind: 'normalised', quotation: describeQuotation(text, range.start, range.end) }
	} catch {
		return { kind: 'lost' }
	}
}

/** Where words stand in any spelling, if they stand there exactly once. */
function findNormalised(text: string, words: string): Span | null {
	const wanted = normaliseWithMap(words).key
	if (wanted === '') return null
	const { key, starts, ends } = normaliseWithMap(text)
	const places = occurrences(` ${key} `, ` ${wanted} `)
	const [place] = places
	if (places.length !== 1 || place === undefined) return null
	const start = starts[place]
	const end = ends[place + wanted.length - 1]
	return start === undefined || end === undefined ? null : { start, end }
}
