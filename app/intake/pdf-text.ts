import { readingOrder, runsRightToLeft } from '#app/domain/visual-order.ts'
import type { Glyph } from './pdf-glyphs.ts'

/** A letter, or one with its marks, and the stretch of the line that it takes. */
type Unit = { text: string; from: number; to: number }
type Line = { units: Unit[]; y: number; size: number; from: number; to: number }

/** Letters as one writes them: fonts for print have shapes of their own for each. */
const shapes = /[\ufb00-\ufb06\ufb1d-\ufdfb\ufe70-\ufefc]/g
const marks = /^\p{M}+$/u

/** What a font gives no letter for: nothing, or a place of private use. */
// eslint-disable-next-line no-control-regex
const unknown = /[\u0000\ufffd\ue000-\uf8ff]/gu

/**
 * The paragraphs of a document from its pages: lines put together from letters, these in the order they are
 * read, lines joined into paragraphs, hyphens at line ends taken back. `unknown` is the share of letters for which the
 * document has a picture but does not say which they are.
 */
export function readPages(pages: readonly (readonly Glyph[])[]): { text: string; unknown: number } {
	const paragraphs: Line[][] = []
	for (const page of pages) {
		for (const [index, paragraph] of splitParagraphs(linesOf(page)).entries()) {
			const before = paragraphs.at(-1)
			if (index === 0 && before && goesOn(before, paragraph)) before.push(...paragraph)
			else paragraphs.push(paragraph)
		}
	}
	const all = paragraphs
		.flatMap((lines) => lines.flatMap(({ units }) => units.map(({ text }) => text)))
		.join('')
	const lost = all.match(unknown)?.length ?? 0
	const mirroring = wantsMirroring(paragraphs)
	return {
		text: paragraphs
			.map((lines) => writeParagraph(lines, mirroring))
			.filter((text) => text !== '')
			.join('\n\n'),
		unknown: all === '' ? 0 : lost / [...all].length,
	}
}

/** The lines of a page in the order in which they were drawn, which columns keep; each from left to right. */
function linesOf(page: readonly Glyph[]): Line[] {
	const lines: { glyphs: Glyph[]; y: number; size: number }[] = []
	for (const glyph of page) {
		const line = lines.at(-1)
		// Marks are set higher and lower, and some fonts have dots of their own.
		const light = marks.test(glyph.text) || glyph.text.trim() === '' || glyph.to === glyph.from
		if (
			line &&
			Math.abs(line.y - glyph.y) < Math.max(line.size, light ? 0 : glyph.size) * (light ? 0.9 : 0.45)
		) {
			line.glyphs.push(glyph)
			if (!light && glyph.size > line.size) line.size = glyph.size
		} else if (glyph.text.trim() !== '') {
			lines.push({ glyphs: [glyph], y: glyph.y, size: glyph.size })
		}
	}
	return lines.flatMap(({ glyphs, y, size }) => {
		const units = unitsOf(glyphs, size)
		const first = units[0]
		return first ? [{ units, y, size, from: first.from, to: Math.max(...units.map(({ to }) => to)) }] : []
	})
}

function unitsOf(glyphs: readonly Glyph[], size: number): Unit[] {
	const letters: Unit[] = []
	const blanks: Unit[] = []
	const loose: Unit[] = []
	let marked: Unit[] = []
	for (const { text, from, to } of glyphs) {
		const unit = { text, from, to }
		if (text.trim() === '') blanks.push(unit)
		else if (marks.test(text)) marked.push(unit)
		else {
			letters.push(unit)
			// From the right, marks are drawn before the letter that carries them.
			loose.push(...marked.filter((mark) => !carry(unit, mark, size)))
			marked = []
		}
	}
	loose.push(...marked)
	letters.sort((a, b) => a.from - b.from)
	for (const mark of loose) {
		const carrier = nearest(letters, mark)
		if (carrier) carrier.text += mark.text
		else letters.push(mark)
	}
	return withBlanks(letters, blanks, size)
}

/** Give a letter its mark, if it stands close enough; of letters drawn as one, the one it stands over. @returns whether it did */
function carry(letter: Unit, mark: Unit, size: number): boolean {
	const away = Math.max(letter.from - mark.from, mark.from - letter.to)
	if (away > size * 0.3 || !runsRightToLeft([letter.text])) return false
	const drawn = letter.text.replace(shapes, (shape) => shape.normalize('NFKC')).match(/\P{M}\p{M}*/gu) ?? []
	const share = (letter.to - mark.from) / Math.max(letter.to - letter.from, 0.001)
	const over = Math.min(Math.max(Math.floor(share * drawn.length), 0), drawn.length - 1)
	letter.text = drawn.map((one, index) => (index === over ? one + mark.text : one)).join('')
	return true
}

function nearest(letters: readonly Unit[], { from }: Unit): Unit | undefined {
	let best: Unit | undefined
	const away = (unit: Unit) => Math.max(unit.from - from, from - unit.to, 0)
	for (const unit of letters) {
		if (!best || away(unit) < away(best)) best = unit
	}
	return best
}

/** A blank wherever one was drawn with room for it, and wherever there is much room. */
function withBlanks(letters: readonly Unit[], blanks: readonly Unit[], size: number): Unit[] {
	const sorted = [...blanks].sort((a, b) => a.from - b.from)
	const units: Unit[] = []
	let next = 0
	let end: number | null = null
	for (const letter of letters) {
		if (end !== null) {
			const gap = letter.from - end
			let drawn = false
			for (
				;
				next < sorted.length && (sorted[next]?.from ?? Infinity) < letter.from - size * 0.01;
				next += 1
			) {
				if ((sorted[next]?.to ?? 0) > end + size * 0.01) drawn = true
			}
			if (gap > size * 0.25 || (drawn && gap > size * 0.06))
				units.push({ text: ' ', from: end, to: letter.from })
		}
		units.push(letter)
		end = Math.max(end ?? letter.to, letter.to)
	}
	return units
}

const stopped = /[.؟?!…۔:]["'”»’)\]]*$/u

/** Lines of one size that follow each other closely are a paragraph, until one stops short of the margin at its end. */
function splitParagraphs(lines: readonly Line[]): Line[][] {
	const paragraphs: Line[][] = []
	const steps = lines.flatMap((line, index) => {
		const step = index === 0 ? 0 : (lines[index - 1]?.y ?? 0) - line.y
		return step > 0 ? [step / line.size] : []
	})
	const usual = [...steps].sort((a, b) => a - b)[Math.floor(steps.length * 0.3)] ?? 1.5
	for (const line of lines) {
		const paragraph = paragraphs.at(-1)
		const before = paragraph?.at(-1)
		const step = before ? (before.y - line.y) / line.size : 0
		const together =
			paragraph &&
			before &&
			Math.abs(before.size - line.size) < line.size * 0.12 &&
			step > 0 &&
			step < usual * 1.25 + 0.1 &&
			!endsShort(paragraph, line)
		if (together) paragraph.push(line)
		else paragraphs.push([line])
	}
	return paragraphs
}

/** Whether the last line ends a sentence well before the margin, or the next one is set in from it. */
function endsShort(paragraph: readonly Line[], next: Line): boolean {
	const last = paragraph.at(-1)
	if (!last) return false
	const rtl = directionOf([...paragraph, next])
	const from = Math.min(...paragraph.map((line) => line.from), next.from)
	const to = Math.max(...paragraph.map((line) => line.to), next.to)
	const room = rtl ? last.from - from : to - last.to
	const short = room > (to - from) * 0.15 && room > last.size * 2
	return short && stopped.test(writeLine(last, rtl, false))
}

/** Whether a paragraph goes on over the foot of its page. */
function goesOn(before: readonly Line[], after: readonly Line[]): boolean {
	const [last, first] = [before.at(-1), after[0]]
	if (!last || !first || before.length < 2 || Math.abs(last.size - first.size) > first.size * 0.12)
		return false
	const written = writeLine(last, directionOf(before), false)
	return !stopped.test(written) && /[\p{L}،,؛-]$/u.test(written)
}

function directionOf(lines: readonly Line[]): boolean {
	return runsRightToLeft(lines.flatMap(({ units }) => units.map(({ text }) => text))) ?? false
}

/**
 * Whether brackets came as they look. Some programs write down what was typed, others what was drawn, and only the
 * pairs can tell: those that open before they close are right.
 */
function wantsMirroring(paragraphs: readonly (readonly Line[])[]): boolean {
	let right = 0
	for (const lines of paragraphs) {
		if (!directionOf(lines)) continue
		const written = lines.map((line) => writeLine(line, true, false)).join(' ')
		const first = /[()«»[\]]/.exec(written)?.[0] ?? ''
		if ('(«['.includes(first) && first !== '') right += 1
		else if (first !== '') right -= 1
	}
	return right < 0
}

function writeLine({ units }: Line, rtl: boolean, mirroring: boolean): string {
	return readingOrder(
		units.map(({ text }) => text),
		rtl,
		mirroring,
	)
		.join('')
		.replace(shapes, (shape) => shape.normalize('NFKC'))
		.replace(unknown, '\ufffd')
		.replace(/[\u200e\u200f\u202a-\u202e\u2066-\u2069]/g, '')
		.trim()
}

function writeParagraph(lines: readonly Line[], mirroring: boolean): string {
	const rtl = directionOf(lines)
	let text = ''
	for (const line of lines) {
		const written = writeLine(line, rtl, mirroring)
		if (written === '') continue
		if (text === '') text = written
		else if (text.endsWith('\u00ad')) text = text.slice(0, -1) + written
		// A word that a program divided: a small letter goes on behind the hyphen.
		else if (/\p{Ll}-$/u.test(text) && /^\p{Ll}/u.test(written)) text = text.slice(0, -1) + written
		else text += ` ${written}`
	}
	return text.replaceAll('\u00ad', '').replace(/\u0640{2,}/g, '\u0640')
}
