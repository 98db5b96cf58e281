import { figureKinds } from './figure-patterns.ts'
import type { Comparator, Figure } from './figure.ts'
import { foldText } from './folding.ts'
import type { Span } from './words.ts'

/** A figure found in a text, with its place: half-open, in UTF-16 code units. */
export type ParsedFigure = Span & Pick<Figure, 'asWritten' | 'unit' | 'value' | 'comparator'>

/**
 * The figures of a text in order: percentages, days and months, weekdays, decades, counts of countries and people,
 * dollars, years and other numbers. A day or month without its year has no value yet: it is empty and left to the
 * person. Four digits alone are a year or a number, which only a reader can tell: they come as a number.
 */
export function parseFigures(text: string): ParsedFigure[] {
	const { line, starts, ends } = foldText(text)
	const taken = new Uint8Array(line.length)
	const found: ParsedFigure[] = []
	for (const { unit, pattern, value } of figureKinds) {
		for (const match of line.matchAll(pattern)) {
			const [from, to] = match.indices?.groups?.['figure'] ?? [match.index, match.index + match[0].length]
			if (from === to || taken.subarray(from, to).includes(1)) continue
			const start = starts[from] ?? 0
			const end = ends[to - 1] ?? start
			const asWritten = text.slice(start, end)
			if (isWordAndNoName(asWritten)) continue
			taken.fill(1, from, to)
			found.push({
				start,
				end,
				asWritten,
				unit,
				value: value(match) ?? '',
				comparator: compare(line, from, to),
			})
		}
	}
	return found.sort((a, b) => a.start - b.start)
}

/** English months and weekdays have a capital: "20 may" and "march" are no dates. */
function isWordAndNoName(written: string): boolean {
	return /^(?:\d+ )?(?:may|march)\b/.test(written)
}

const limits: [Comparator, before: string, after: string][] = [
	[
		'at_least',
		'(?:ما )?لا [تي]قل عن|علي الاقل|at least|no (?:fewer|less) than',
		'علي الاقل|كحد ادني|فاكثر|او اكثر|at least|or more',
	],
	[
		'at_most',
		'(?:ما )?لا [تي]زيد (?:علي|عن)|لا [تي]تجاوز|لا [تي]تعدي|علي الاكثر|at most|no more than|up to',
		'علي الاكثر|كحد اقصي|فاقل|او اقل|at most|or (?:fewer|less)',
	],
	[
		'more_than',
		'اكثر من|ازيد من|(?:ما )?[تي]زيد (?:علي|عن)|زادت? علي|[تي]فوق|[تي]تجاوز|تجاوزت?|(?:ما )?[تي]ربو علي|more than|over|exceed(?:s|ed|ing)?',
		'ونيف|وازيد',
	],
	['less_than', 'اقل من|(?:ما )?[تي]قل عن|دون|less than|fewer than|under|below', ''],
	[
		'about',
		'نحو|حوالي|قرابه|زها|(?:ما )?[تي]قارب|[تي]ناهز|تقريبا|about|around|nearly|almost|roughly|some|approximately',
		'تقريبا|or so',
	],
]
/** "Not less than" ends in "less than": the longer one is asked first. Only «دون» is another word behind ب. */
const before = limits.map(
	([comparator, words]) =>
		[
			comparator,
			new RegExp(
				String.raw`(?<!\p{L})(?:[فبكل](?!دون)|و)?(?:${words.replaceAll(' ', String.raw`\s+`)})\s*[(«“"]?\s*$`,
				'u',
			),
		] as const,
)
const after = limits
	.filter(([, , words]) => words !== '')
	.map(
		([comparator, , words]) =>
			[
				comparator,
				new RegExp(
					String.raw`^[)»”"]?\s*(?:\p{L}+\s+)?(?:${words.replaceAll(' ', String.raw`\s+`)})(?!\p{L})`,
					'u',
				),
			] as const,
	)

/** What the words round a figure make of it. */
function compare(line: string, from: number, to: number): Comparator {
	const opening = line.slice(Math.max(0, from - 30), from)
	const closing = line.slice(to, to + 40)
	return (
		before.find(([, pattern]) => pattern.test(opening))?.[0] ??
		after.find(([, pattern]) => pattern.test(closing))?.[0] ??
		'exactly'
	)
}
