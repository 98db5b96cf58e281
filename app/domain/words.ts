/** A half-open range in UTF-16 code units of the text it belongs to. */
export type Span = { start: number; end: number }

const digit = '[\\d٠-٩۰-۹]'
const point = '[.,٫٬]'
/** Figures are one word whatever stands inside them: `40.27%`, `123,037`, `٤٠٫٢٧٪`. */
const numeral = new RegExp(`[%٪]?${digit}+(?:${point}${digit}+)*[%٪]?`, 'gu')

const segmenters = {
	word: new Intl.Segmenter('ar', { granularity: 'word' }),
	grapheme: new Intl.Segmenter('ar', { granularity: 'grapheme' }),
}

/**
 * The words of a text in order, without the blanks and punctuation between them; figures stay whole, with the letters
 * that are written onto them (`بـ40.27%`, `G20`).
 */
export function wordSpans(text: string): Span[] {
	const words: Span[] = []
	for (const piece of pieces(text)) {
		for (const { start, end } of wordsOfPiece(text.slice(piece.start, piece.end)))
			words.push({ start: piece.start + start, end: piece.start + end })
	}
	return words
}

/** In UTF-16 code units. Segmenting tens of thousands at once takes minutes (Node 20, V8 11.3). */
const pieceLength = 4096

/** The text in pieces that end behind blanks, as long as there are any. */
function* pieces(text: string): Generator<Span> {
	for (let start = 0; start < text.length;) {
		let end = Math.min(text.length, start + pieceLength)
		while (end < text.length && end > start && !/\s/.test(text.charAt(end - 1))) end--
		if (end === start) end = Math.min(text.length, start + pieceLength)
		yield { start, end }
		start = end
	}
}

function wordsOfPiece(text: string): Span[] {
	const figures = text.matchAll(numeral)
	let figure = figures.next().value
	const words: Span[] = []
	for (const { segment, index, isWordLike } of segmenters.word.segment(text)) {
		const span = { start: index, end: index + segment.length }
		while (figure && figure.index + figure[0].length <= index) figure = figures.next().value
		if (figure && figure.index < span.end) {
			span.start = Math.min(index, figure.index)
			span.end = Math.max(span.end, figure.index + figure[0].length)
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
	from = wordRound(text, from)?.start ?? from
	to = wordRound(text, to)?.end ?? to
	while (!isGraphemeBorder(text, from)) from--
	while (!isGraphemeBorder(text, to)) to++
	return { start: from, end: to }
}

/** The word that a position is inside of; `null` between words. No word goes beyond the blanks round it. */
function wordRound(text: string, at: number): Span | null {
	let opening = at
	while (opening > 0 && at - opening < pieceLength / 2 && /\S/.test(text.charAt(opening - 1))) opening--
	let closing = at
	while (closing < text.length && closing - at < pieceLength / 2 && /\S/.test(text.charAt(closing))) closing++
	for (const { start, end } of wordsOfPiece(text.slice(opening, closing)))
		if (opening + start < at && at < opening + end) return { start: opening + start, end: opening + end }
	return null
}

/** What stands for itself between two graphemes: blanks, Latin, Arabic letters, digits and punctuation. */
const base = /[ -~\u060c\u061b\u061f\u0620-\u063a\u0641-\u064a\u0660-\u0669]/
const baseOrDiacritic = new RegExp(`${base.source}|[\\u064b-\\u0652]`)

/** Whether a position stands between two graphemes and not inside one. */
export function isGraphemeBorder(text: string, at: number): boolean {
	if (at <= 0 || at >= text.length) return true
	if (base.test(text.charAt(at)) && baseOrDiacritic.test(text.charAt(at - 1))) return true
	let opening = Math.max(0, at - 200)
	opening += text.slice(opening, at).lastIndexOf('\n') + 1
	const piece = text.slice(opening, at + 50)
	for (const { index } of segmenters.grapheme.segment(piece)) {
		if (index + opening === at) return true
		if (index + opening > at) return false
	}
	return false
}

const digitBehind = new RegExp(`^${digit}`)
const digitBefore = new RegExp(`${digit}$`)
const restBehind = new RegExp(`^(?:${point}?${digit}|[%٪])`)
const restBefore = new RegExp(`(?:${digit}${point}|[%٪])$`)

/**
 * Whether words may be quoted from here or up to here: between two graphemes, and not inside a figure. The `20` of
 * `120` and the `40` of `40.27%` are other figures than the text's.
 */
export function isQuotable(text: string, at: number): boolean {
	if (!isGraphemeBorder(text, at)) return false
	const before = text.slice(Math.max(0, at - 2), at)
	const behind = text.slice(at, at + 2)
	if (digitBefore.test(before)) return !restBehind.test(behind)
	return !(digitBehind.test(behind) && restBefore.test(before))
}
