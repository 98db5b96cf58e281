import type { Span } from './words.ts'

/** A line that ends a sentence, a closing quotation mark or bracket behind it included. */
const sentenceEnd = /[.؟?!…:۔]["'”»’)\]]*$/

type Line = Span & { text: string; blank: boolean }

/**
 * The paragraphs of a text as half-open ranges of it, blank lines and line ends left out; the text itself is never
 * touched. Articles arrive in three manners, told apart by how their lines end: one paragraph a line; hard wraps, where a
 * paragraph goes on until a line ends a sentence well before the margin; and blank lines between.
 */
export function paragraphs(text: string): Span[] {
	const lines = splitLines(text)
	const full = lines.filter((line) => !line.blank)
	const margin = Math.max(0, ...full.map((line) => line.text.length))
	const unfinished = full.filter((line) => !sentenceEnd.test(line.text)).length
	// Where most lines break off in mid-sentence and none is long, the breaks are a margin's.
	const wrapped = full.length >= 4 && unfinished > full.length / 2 && margin <= 120

	const found: Span[] = []
	let open: Span | null = null
	let broken = false
	for (const [index, line] of lines.entries()) {
		if (line.blank) {
			if (open && !broken) open = null
			continue
		}
		if (open) open.end = line.end
		else found.push((open = { start: line.start, end: line.end }))
		const next = lines.slice(index + 1).find((candidate) => !candidate.blank)
		broken = next !== undefined && breaksOff(line, next, wrapped, margin, lines[index + 1]?.blank ?? false)
		if (!broken) open = null
	}
	return found
}

/** Whether the line goes on in the next one. */
function breaksOff(line: Line, next: Line, wrapped: boolean, margin: number, blankBetween: boolean): boolean {
	if (sentenceEnd.test(line.text)) {
		// A sentence may end at the very margin by chance: the next paragraph would then begin on a full line as well.
		return wrapped && !blankBetween && line.text.length > margin * 0.97
	}
	// A blank line ends a paragraph, unless what follows is a scrap of its last sentence.
	if (blankBetween) return line.text.length > 60 && next.text.length < 25 && sentenceEnd.test(next.text)
	return wrapped && line.text.length > margin * 0.4
}

function splitLines(text: string): Line[] {
	const lines: Line[] = []
	for (const match of text.matchAll(/[^\r\n]*(?:\r\n|\r|\n|$)/g)) {
		if (match[0] === '' && match.index === text.length) break
		const raw = match[0].replace(/[\r\n]+$/, '')
		const trimmed = raw.trim()
		const start = match.index + (raw.length - raw.trimStart().length)
		lines.push({ text: trimmed, blank: trimmed === '', start, end: start + trimmed.length })
	}
	return lines
}

/**
 * The sentences of a range as half-open ranges of the text: split after . ؟ ! but not between digits and
 * not at an ellipsis; a closing quotation mark stays with its sentence.
 */
export function sentences(text: string, range: Span): Span[] {
	const found: Span[] = []
	const piece = text.slice(range.start, range.end)
	let start = 0
	for (const match of piece.matchAll(/(?<![.…])[.؟?!]+["'”»’)\]]*(?=\s|$)/g)) {
		const end = match.index + match[0].length
		if (match[0].startsWith('..')) continue
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
