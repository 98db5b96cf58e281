import { calendarKinds } from './figure-calendar.ts'
import { takeCodes } from './figure-codes.ts'
import { compareAround } from './figure-limits.ts'
import { readQuantities } from './figure-quantities.ts'
import { readFigureTokens } from './figure-tokens.ts'
import type { Figure } from './figure.ts'
import { foldText } from './folding.ts'
import type { Span } from './words.ts'

/** A figure found in a text, with its place: half-open, in UTF-16 code units. */
export type ParsedFigure = Span &
	Pick<Figure, 'asWritten' | 'unit' | 'value' | 'comparator' | 'measuredIn' | 'valueTo' | 'rounding'>

/** A figure in the folded line: `from` and `to` are half-open in its code units. */
export type FoundFigure = { from: number; to: number } & Pick<
	Figure,
	'unit' | 'value' | 'measuredIn' | 'valueTo' | 'rounding'
>

/**
 * The figures of a text in order, none over another: quantities in digits and words with what they count, percentages,
 * parts of a whole, money, measures, ages, ranges, days, months, years, decades, weekdays. What has no value that the text
 * tells (a day without its year, «عشرات الآلاف», a number that may be read in two ways) has an empty one, left to the
 * person. Four digits alone are a year or a number, which only a reader can tell: they come as a number, unless a word
 * that years stand behind is before them. Addresses, telephone numbers, times of day and numbers in names are no figures.
 */
export function parseFigures(text: string): ParsedFigure[] {
	const { line, starts, ends } = foldText(text)
	const taken = new Uint8Array(line.length)
	takeCodes(line, taken)
	const written = (from: number, to: number) => text.slice(starts[from] ?? 0, ends[to - 1] ?? 0)
	const found: FoundFigure[] = []
	for (const { unit, pattern, value } of calendarKinds) {
		for (const match of line.matchAll(pattern)) {
			const [from, to] = match.indices?.groups?.['figure'] ?? [match.index, match.index + match[0].length]
			if (from === to || taken.subarray(from, to).includes(1)) continue
			if (isWordAndNoName(written(from, to))) continue
			taken.fill(1, from, to)
			const read = value(match)
			const [first, last] = Array.isArray(read) ? read : [read, null]
			found.push({ from, to, unit, value: first ?? '', ...(last !== null && { valueTo: last }) })
		}
	}
	found.push(...readQuantities(line, readFigureTokens(line), taken, written))
	return found
		.sort((a, b) => a.from - b.from)
		.map(({ from, to, ...figure }) => ({
			start: starts[from] ?? 0,
			end: ends[to - 1] ?? 0,
			asWritten: written(from, to),
			...figure,
			comparator: compareAround(line, from, to),
		}))
}

/** English months and weekdays have a capital: "20 may" and "march" are no dates. */
function isWordAndNoName(written: string): boolean {
	return /^(?:\d+ )?(?:may|march|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec)\b/.test(written)
}
