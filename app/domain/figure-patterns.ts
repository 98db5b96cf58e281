import { decadeInWords, readFigureValue, readNumber, weekdayNames } from './figure-value.ts'
import type { FigureUnit } from './figure.ts'
import { monthNames, ordinalTens, ordinalWords, scaleWords, tensWords, unitWords } from './spelling.ts'

/*
 * What figures look like in a folded text (see `foldText`): one form for each family of letters, Western digits, no
 * diacritics, small Latin letters. Blanks are counted, so that no run of them is tried in many ways.
 */

/** `value` reads what the pattern found; `null` leaves it to a person. The group `figure` is the figure, else all of it. */
export type FigureKind = {
	unit: FigureUnit
	pattern: RegExp
	value: (match: RegExpExecArray) => string | null
}

const anyOf = (words: string[]) =>
	[...words]
		.sort((a, b) => b.length - a.length)
		.join('|')
		.replaceAll(' ', String.raw`\s{1,4}`)

/** A word begins here, perhaps behind و ف ب ك ل. */
const border = String.raw`(?<=(?:^|[^\p{L}\p{N}])[وفبكل]?)`
const wordEnd = String.raw`(?![\p{L}\p{N}])`
const digits = String.raw`\d+(?:[.,]\d+)*`
/** Not the 19 of Covid-19, nor the 16 of F16. */
const numberStart = String.raw`(?<![\p{Script=Latin}\d])(?<!\p{L}-)(?<!\d[.,])`
const sign = String.raw`(?:(?<![\p{L}\p{N}%)\]\-])-)?`
const tens = anyOf(Object.keys(tensWords))
const units = anyOf(Object.keys(unitWords))
const inWords = String.raw`${border}(?:(?:واحد|احدي|اثنان|اثنين|${units})\s{1,4}و(?:${tens})|(?:احد|احدي|اثنا|اثني|${units})\s{1,4}عشره?|${tens}|${units})${wordEnd}`
const scale = String.raw`(?:\s{0,4}(?:${anyOf(Object.keys(scaleWords))})${wordEnd})`
const number = `(?<number>${numberStart}${digits}${scale}?|${inWords}${scale}?)`

const arabicMonth = anyOf(monthNames.flat().filter((name) => !/[a-z]/.test(name)))
const englishMonth = anyOf(monthNames.flat().filter((name) => /[a-z]/.test(name)))
/** One name or two of one month: «ديسمبر/كانون الأول». */
const month = String.raw`(?:${arabicMonth})(?:\s{0,4}/\s{0,4}(?:${arabicMonth}))?`
const year = String.raw`(?:\s{0,4}[,،]?\s{0,4}(?:(?:من\s{1,4})?(?:عام|سنه)\s{1,4})?[12]\d{3}(?!\d))`
const ordinalDay = String.raw`${border}(?:${anyOf(Object.keys(ordinalWords))})(?:\s{1,4}(?:${anyOf(Object.keys(ordinalTens))}))?\s{1,4}من`
const weekday = anyOf(Object.values(weekdayNames).flatMap((names) => names.slice(0, -1)))
/** Those that mean nothing else. */
const plainWeekday = 'السبت|الثلاثا|الاربعا|الخميس|الجمعه'
const englishWeekday = anyOf(Object.keys(weekdayNames).map((day) => day.toLowerCase()))

const pattern = (source: string) => new RegExp(source, 'gdu')
const written = (match: RegExpExecArray) => match.groups?.['figure'] ?? match[0]
const quantity = (unit: FigureUnit) => (match: RegExpExecArray) =>
	readFigureValue(unit, match.groups?.['number'] ?? '')

/** The most telling first: a later kind never takes letters that an earlier one has. */
export const figureKinds: FigureKind[] = [
	{
		unit: 'percent',
		pattern: pattern(
			String.raw`(?:(?<number>${sign}${numberStart}${digits})\s{0,4}(?:%(?!\d)|(?:بالميه|بالمايه|في\s{1,4}الميه|في\s{1,4}المايه|per\s{0,4}cent|percent)${wordEnd})|(?<before>${sign}%${digits}))`,
		),
		value: (match) => readNumber(match.groups?.['number'] ?? match.groups?.['before'] ?? ''),
	},
	{
		unit: 'percent',
		pattern: pattern(`${number}\\s{1,4}(?:بالميه|بالمايه|في\\s{1,4}الميه|في\\s{1,4}المايه)${wordEnd}`),
		value: quantity('percent'),
	},
	{
		unit: 'date',
		pattern: pattern(
			String.raw`(?<![\d/.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}/\d{1,2}/\d{4})(?![\d/-])|(?:(?<![\d.,])\d{1,2}(?:\s{1,4}من)?|${ordinalDay})\s{0,4}(?:${month})(?:${year}|${wordEnd})`,
		),
		value: (match) => readFigureValue('date', written(match)),
	},
	{
		unit: 'date',
		pattern: pattern(
			String.raw`(?<![\p{L}\d.,])(?:\d{1,2}\s{1,4}(?:of\s{1,4})?(?:${englishMonth})(?:${year}|${wordEnd})|(?:${englishMonth})\s{1,4}\d{1,2}(?!\d)${year}?)`,
		),
		value: (match) => readFigureValue('date', written(match).replace(' of ', ' ')),
	},
	{
		unit: 'month',
		pattern: pattern(`${border}(?:${month}|${englishMonth})${year}`),
		value: (match) => readFigureValue('month', written(match)),
	},
	{
		unit: 'month',
		pattern: pattern(
			String.raw`(?<![\p{L}\p{N}])(?:و?في|خلال|و?منذ|حتي|شهر|بدايه|مطلع|اوايل|منتصف|اواخر|نهايه|in|since|until|early|mid|late|last)[\s-]{1,4}(?<figure>${month}|${englishMonth})${wordEnd}`,
		),
		value: () => null,
	},
	{
		unit: 'country',
		pattern: pattern(
			`${number}\\s{0,4}(?:other\\s{1,4})?(?:دوله|دول|بلدا|بلد|بلدان|بلاد|country|countries)${wordEnd}`,
		),
		value: quantity('country'),
	},
	{
		unit: 'year',
		pattern: pattern(
			`${number}\\s{0,4}-?(?:عاما|عام|اعوام|سنه|سنوات|years?)${wordEnd}(?!\\s{1,4}[12]\\d{3})|${border}(?:عام|سنه)\\s{1,4}(?<calendar>[12]\\d{3})${wordEnd}`,
		),
		value: (match) => readFigureValue('year', match.groups?.['calendar'] ?? match.groups?.['number'] ?? ''),
	},
	{
		unit: 'people',
		pattern: pattern(`${number}\\s{0,4}(?:شخصا|شخص|اشخاص|people|persons)${wordEnd}`),
		value: quantity('people'),
	},
	{
		unit: 'money_usd',
		pattern: pattern(
			`(?:us)?\\$\\s{0,4}(?<dollars>${digits}${scale}?)|${number}\\s{0,4}(?:دولارات|دولارا|دولار|(?:us\\s{1,4})?dollars)${wordEnd}`,
		),
		value: (match) => readNumber(match.groups?.['dollars'] ?? match.groups?.['number'] ?? ''),
	},
	{
		unit: 'decade',
		// Not «في أربعينيات العمر»: that is an age.
		pattern: pattern(
			String.raw`${border}${decadeInWords}${wordEnd}(?!\s{1,4}(?:من\s{1,4})?(?:ال)?عمر)|(?<!\p{L})(?:the\s{1,4})?(?:1\d|20)\d0s${wordEnd}`,
		),
		value: (match) => readFigureValue('decade', match[0]),
	},
	{
		unit: 'weekday',
		pattern: pattern(
			String.raw`(?<![\p{L}\p{N}])(?:يوم|اليوم|امس|غدا|صباح|مسا|ليله|فجر|ظهر)\s{1,4}(?<figure>${weekday})${wordEnd}|(?<![\p{L}\p{N}])(?:${plainWeekday}|${englishWeekday})${wordEnd}`,
		),
		value: (match) => readFigureValue('weekday', written(match)),
	},
	{
		unit: 'number',
		pattern: pattern(`${sign}${numberStart}${digits}(?:${scale}|(?![\\p{Script=Latin}\\d]))`),
		value: (match) => readNumber(match[0]),
	},
]
