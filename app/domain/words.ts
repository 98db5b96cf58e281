/** A half-open range in UTF-16 code units of the text it belongs to. */
export type Span = { start: number; end: number }

/** Figures are one word whatever stands inside them: `40.27%`, `123,037`, `٤٠٫٢٧٪`. */
const numeral = /[%٪]?[\d٠-٩۰-۹]+(?:[.,٫٬][\d٠-٩۰-۹]+)*[%٪]?/gu

const segmenters = new Map<string, Intl.Segmenter>()

function segmenter(granularity: 'word' | 'grapheme'): Intl.Segmenter {
	const known = segmenters.get(granularity)
	if (known) return known
	const made = new Intl.Segmenter('ar', { granularity })
	segmenters.set(granularity, made)
	return made
}

/**
 * The words of a text in order, without the blanks and punctuation between them; figures stay whole, with the letters
 * that are written onto them (`بـ40.27%`, `G20`).
 */
export function wordSpans(text: string): Span[] {
	const figures = text.matchAll(numeral)
	let figure = figures.next().value
	const words: Span[] = []
	for (const { segment, index, isWordLike } of segmenter('word').segment(text)) {
		const end = index + segment.length
		while (figure && figure.index + figure[0].length <= index) figure = figures.next().value
		const span = { start: index, end }
		if (figure && figure.index < end) {
			span.start = Math.min(index, figure.index)
			span.end = Math.max(end, figure.index + figure[0].length)
		} else if (!isWordLike) {
			continue
		}
		const last = words.at(-1)
		// The sign of a figure and the letters before and behind it may be segments of their own.
		if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
		else words.push(span)
	}
	return words
}

/**
 * Widen a range to whole words, so that no letter is torn from its word or a diacritic from its letter.
 * White space at its ends is left out; punctuation at its ends stays if it was selected. An empty or blank
 * range comes back empty.
 */
export function snapToWords(text: string, start: number, end: number): Span {
	let from = Math.max(0, Math.min(start, end))
	let to = Math.min(text.length, Math.max(start, end))
	while (from < to && /\s/.test(text.charAt(from))) from++
	while (to > from && /\s/.test(text.charAt(to - 1))) to--
	if (from === to) return { start: from, end: from }
	// Only the words near the range matter; a paragraph's end is never inside a word.
	const opening = text.lastIndexOf('\n', from) + 1
	const newline = text.indexOf('\n', to)
	const closing = newline < 0 ? text.length : newline
	for (const word of wordSpans(text.slice(opening, closing))) {
		const span = { start: word.start + opening, end: word.end + opening }
		if (span.start < from && from < span.end) from = span.start
		if (span.start < to && to < span.end) to = span.end
	}
	return snapToGraphemes(text, from, to, opening, closing)
}

function snapToGraphemes(text: string, from: number, to: number, opening: number, closing: number): Span {
	let start = from
	let end = to
	for (const { index, segment } of segmenter('grapheme').segment(text.slice(opening, closing))) {
		const at = index + opening
		if (at < from && from < at + segment.length) start = at
		if (at < to && to < at + segment.length) end = at + segment.length
	}
	return { start, end }
}

/** What stands for itself between two graphemes: blanks, Latin, Arabic letters, digits and punctuation. */
const base = /[ -~\u060c\u061b\u061f\u0620-\u063a\u0641-\u064a\u0660-\u0669]/

const baseOrDiacritic = new RegExp(`${base.source}|[\\u064b-\\u0652]`)

/** Whether a position stands between two graphemes and not inside one. */
export function isGraphemeBorder(text: string, at: number): boolean {
	if (at <= 0 || at >= text.length) return true
	if (base.test(text.charAt(at)) && baseOrDiacritic.test(text.charAt(at - 1))) return true
	const opening = Math.max(text.lastIndexOf('\n', at - 1) + 1, at - 200)
	const piece = text.slice(opening, Math.min(text.length, at + 50))
	for (const { index } of segmenter('grapheme').segment(piece)) {
		if (index + opening === at) return true
		if (index + opening > at) return false
	}
	return false
}

/**
 * Whether words may be quoted from here or up to here: between two graphemes, and not inside a figure. The `20` of
 * `120` and the `40` of `40.27%` are other figures than the text's.
 */
export function isQuotable(text: string, at: number): boolean {
	if (!isGraphemeBorder(text, at)) return false
	const before = text.slice(Math.max(0, at - 2), at)
	const behind = text.slice(at, at + 2)
	const [digitBefore, digitBehind] = [/[\d٠-٩۰-۹]$/.test(before), /^[\d٠-٩۰-۹]/.test(behind)]
	if (digitBefore) return !digitBehind && !/^(?:[.,٫٬][\d٠-٩۰-۹]|[%٪])/.test(behind)
	return !digitBehind || !/(?:[\d٠-٩۰-۹][.,٫٬]|[%٪])$/.test(before)
}
