import type { Span } from './words.ts'

/** A line that ends a sentence, a closing quotation mark or bracket and direction marks behind it included. */
const sentenceEnd = /[.؟?!…:۔]["'”»’)\]\u200e\u200f\u061c\u202c\u2069]*$/

type Line = Span & { length: number; ends: boolean; blank: boolean }

/**
 * The paragraphs of a text as half-open ranges of it, blank lines and line ends left out; the text itself is never
 * touched. Articles arrive in three manners, told apart by how their lines end: one paragraph a line; hard wraps, where a
 * paragraph goes on until a line ends a sentence well before the margin; and blank lines between.
 */
export function paragraphs(text: string): Span[] {
	const lines = splitLines(text)
	const margin = findMargin(lines)
	const found: Span[] = []
	let open: Span | null = null
	for (const [index, line] of lines.entries()) {
		if (line.blank) continue
		if (open) open.end = line.end
		else found.push((open = { start: line.start, end: line.end }))
		// Of blank lines in a row `splitLines` keeps one.
		const blankBetween = lines[index + 1]?.blank ?? false
		const next = lines[blankBetween ? index + 2 : index + 1]
		if (!next || !goesOn(line, next, margin, blankBetween)) open = null
	}
	return found
}

/**
 * Where the lines of a hard-wrapped text end, in UTF-16 code units; `null` for a text that is not wrapped. It is where most
 * lines break off in mid-sentence, and half of these near one margin: the lines of a list break off anywhere.
 */
function findMargin(lines: Line[]): number | null {
	const full = lines.filter((line) => !line.blank)
	if (full.length < 4) return null
	const unfinished = full.filter((line) => !line.ends)
	const margin = full.reduce((longest, line) => Math.max(longest, line.length), 0)
	const near = unfinished.filter((line) => line.length > margin * nearMargin)
	const wrapped = unfinished.length > full.length / 2 && near.length >= unfinished.length / 2
	return wrapped && margin >= 30 && margin <= 120 ? margin : null
}

/** Part of the margin that a line reaches when the next word did not fit; and that no heading stays below. */
const nearMargin = 0.75
const headingAtMost = 0.33

/** Whether the paragraph goes on in the next line. */
function goesOn(line: Line, next: Line, margin: number | null, blankBetween: boolean): boolean {
	if (line.ends) {
		// A sentence may end at the very margin by chance; a line that breaks off early is then the next paragraph's.
		if (margin === null || blankBetween || line.length <= margin * 0.97) return false
		return next.length > margin * nearMargin || next.ends
	}
	if (blankBetween) {
		// A blank line ends a paragraph, unless it tore off a scrap of its last sentence or stands after every line.
		if (margin !== null && line.length > margin * nearMargin) return true
		return line.length > 60 && next.length < 25 && next.ends
	}
	return margin !== null && line.length > margin * headingAtMost
}

function splitLines(text: string): Line[] {
	const lines: Line[] = []
	for (const match of text.matchAll(/[^\r\n\u2028\u2029]*(?:\r\n|[\r\n\u2028\u2029]|$)/g)) {
		const written = match[0].trim()
		const blank = written === ''
		if (blank && (lines.at(-1)?.blank ?? true)) continue
		const start = match.index + (match[0].length - match[0].trimStart().length)
		const { length } = written
		lines.push({ start, end: start + length, length, blank, ends: sentenceEnd.test(written) })
	}
	return lines
}

/**
 * Where a sentence ends: at . ؟ ! that no digit, letter or mark of the same kind follows, with the closing mark behind it.
 * Not at an ellipsis, nor behind a lone letter («د. سامي»); an Arabic letter may follow without a blank.
 */
const stop = /(?<![.…؟?!])(?<!(?<!\p{L})\p{L})[.؟?!]+["'”»’)\]]*(?=\s|$|(?=\p{Script=Arabic})\p{L})/gu

/**
 * The sentences of a range as half-open ranges of the text: split after . ؟ ! but not between digits and
 * not at an ellipsis; a closing quotation mark stays with its sentence.
 */
export function sentences(text: string, range: Span): Span[] {
	const found: Span[] = []
	const piece = text.slice(range.start, range.end)
	let start = 0
	for (const match of piece.matchAll(stop)) {
		if (match[0].startsWith('..')) continue
		const end = match.index + match[0].length
		push(start, end)
		start = end
	}
	push(start, piece.length)
	return found

	function push(from: number, to: number) {
		const sentence = piece.slice(from, to)
		const trimmed = sentence.trim()
		if (trimmed === '') return
		const begin = range.start + from + (sentence.length - sentence.trimStart().length)
		found.push({ start: begin, end: begin + trimmed.length })
	}
}
