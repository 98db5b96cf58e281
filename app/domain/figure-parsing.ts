import { readFigureValue, readNumber } from './figure-value.ts'
import type { Comparator, Figure, FigureUnit } from './figure.ts'
import { monthNames } from './spelling.ts'
import type { Span } from './words.ts'

/** A figure found in a text, with its place: half-open, in UTF-16 code units. */
export type ParsedFigure = Span & Pick<Figure, 'asWritten' | 'unit' | 'value' | 'comparator'>

const digits = '[\\d٠-٩۰-۹]+(?:[.,٫٬][\\d٠-٩۰-۹]+)*'
/** Letters as people spell them, from how the match key folds them. */
const spelt = (word: string) =>
	word.replaceAll('ا', '[اأإآ]').replaceAll('ي', '[يىئ]').replaceAll('ه', '[هة]').split(' ').join('\\s+')
const months = monthNames
	.flat()
	.sort((a, b) => b.length - a.length)
	.map(spelt)
	.join('|')
const numberWords =
	'عشرون|عشرين|ثلاثون|ثلاثين|أربعون|أربعين|خمسون|خمسين|ستون|ستين|سبعون|سبعين|ثمانون|ثمانين|تسعون|تسعين'

/** What to look for, the most telling first; a later kind never takes letters an earlier one has. `value` reads what stands there. */
const kinds: { unit: FigureUnit; pattern: RegExp; value: (match: RegExpMatchArray) => string | null }[] = [
	{
		unit: 'percent',
		pattern: new RegExp(
			`[%٪]?(${digits})\\s*(?:[%٪]|بالمئة|بالمائة|في المئة|في المائة|per cent|percent)`,
			'giu',
		),
		value: (match) => readNumber(match[1] ?? ''),
	},
	{
		unit: 'date',
		pattern: new RegExp(
			`(${digits})\\s+(?:من\\s+)?(?:${months})(?:\\s+(?:عام\\s+)?[\\d٠-٩]{4})?(?![\\p{L}\\p{N}])`,
			'giu',
		),
		value: (match) => readFigureValue('date', match[0].replace(/من\s+|عام\s+/g, '')),
	},
	{
		unit: 'month',
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}])(?:${months})\\s+(?:عام\\s+)?[\\d٠-٩]{4}(?![\\p{L}\\p{N}])`,
			'giu',
		),
		value: (match) => readFigureValue('month', match[0].replace(/عام\s+/, '')),
	},
	{
		unit: 'country',
		pattern: new RegExp(
			`(${digits}|${numberWords})\\s+(?:other\\s+)?(?:دولة|دول|بلدًا|بلداً|بلدا|بلدان|countries)(?![\\p{L}])`,
			'giu',
		),
		value: (match) => readNumber(match[1] ?? ''),
	},
	{
		unit: 'year',
		pattern: new RegExp(
			`(${digits}|${numberWords})\\s+(?:عامًا|عاماً|عاما|سنة|سنوات|أعوام|years)(?![\\p{L}])`,
			'giu',
		),
		value: (match) => readNumber(match[1] ?? ''),
	},
	{
		unit: 'decade',
		pattern:
			/(?<![\p{L}])(?:ال)?(?:عشرينيات|ثلاثينيات|أربعينيات|اربعينيات|خمسينيات|ستينيات|سبعينيات|ثمانينيات|تسعينيات)(?:\s+القرن\s+الماضي)?/giu,
		value: (match) => readFigureValue('decade', match[0]),
	},
	{
		unit: 'number',
		pattern: new RegExp(
			`(?<![\\p{L}\\p{N}])(${digits})(?:\\s+(?:ألف|آلاف|مليون|ملايين|مليار|مليارات|thousand|million|billion))?(?![\\p{L}\\p{N}])`,
			'giu',
		),
		value: (match) => readNumber(match[0]),
	},
]

/** "Not less than" ends in "less than": the longer one is asked first. */
const comparisons: [Comparator, RegExp][] = [
	['at_least', /(?:لا يقل عن|لا تقل عن|على الأقل|at least)\s*\(?$/iu],
	['at_most', /(?:لا يزيد على|لا تزيد على|لا يتجاوز|at most|up to)\s*\(?$/iu],
	['more_than', /(?:أكثر من|ما يزيد على|يزيد على|تزيد على|يفوق|more than|over)\s*\(?$/iu],
	['less_than', /(?:أقل من|ما يقل عن|دون|less than|fewer than|under)\s*\(?$/iu],
	['about', /(?:نحو|حوالي|حوالى|قرابة|زهاء|ما يقارب|about|around|nearly|some)\s*\(?$/iu],
]

/**
 * The figures of a text in order: percentages, dates with their month, months, counts of countries, ages, decades and other
 * numbers. A date without a year has no value yet, so its value is empty and left to the person. Four digits alone are
 * a calendar year only a reader can judge: they come as a number.
 */
export function parseFigures(text: string): ParsedFigure[] {
	const found: ParsedFigure[] = []
	for (const { unit, pattern, value } of kinds) {
		for (const match of text.matchAll(pattern)) {
			const start = match.index
			const end = start + match[0].length
			if (found.some((figure) => figure.start < end && start < figure.end)) continue
			found.push({
				start,
				end,
				asWritten: match[0],
				unit,
				value: value(match) ?? '',
				comparator: comparatorBefore(text, start),
			})
		}
	}
	return found.sort((a, b) => a.start - b.start)
}

function comparatorBefore(text: string, at: number): Comparator {
	const before = text.slice(Math.max(0, at - 24), at)
	return comparisons.find(([, pattern]) => pattern.test(before))?.[0] ?? 'exactly'
}
