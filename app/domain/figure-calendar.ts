import { decadeInWords, readFigureValue, weekdayNames } from './figure-value.ts'
import type { FigureUnit } from './figure.ts'
import { hijriMonths } from './hijri.ts'
import { monthNames, ordinalTens, ordinalWords } from './spelling.ts'

/*
 * What times look like in a folded text (see `foldText`): one form for each family of letters, Western digits, no
 * diacritics, small Latin letters. Blanks are counted, so that no run of them is tried in many ways.
 */

/**
 * `value` reads what the pattern found: the value, or the two ends of a range; `null` leaves it to a person. The group
 * `figure` is the figure, else all of it.
 */
export type CalendarKind = {
	unit: FigureUnit
	pattern: RegExp
	value: (match: RegExpExecArray) => string | null | [from: string | null, to: string | null]
}

const anyOf = (words: readonly string[]) =>
	[...words]
		.sort((a, b) => b.length - a.length)
		.join('|')
		.replaceAll(' ', String.raw`\s{1,4}`)

/** A word begins here, perhaps behind و ف ب ك ل. */
const border = String.raw`(?<=(?:^|[^\p{L}\p{N}])[وفبكل]?)`
const wordEnd = String.raw`(?![\p{L}\p{N}])`

const arabicMonth = anyOf(monthNames.flat().filter((name) => !/[a-z]/.test(name)))
const shortMonths = 'jan feb mar apr jun jul aug sep sept oct nov dec'.split(' ')
const englishMonth = `${anyOf(monthNames.flat().filter((name) => /[a-z]/.test(name)))}|(?:${shortMonths.join('|')})\\.?`
/** One name or two of one month: «ديسمبر/كانون الأول». «آب» is also a father: it is a month only beside another sign of one. */
const month = String.raw`(?:(?:${arabicMonth})(?:\s{0,4}/\s{0,4}(?:${arabicMonth}|اب(?!\p{L})))?|اب\s{0,4}/\s{0,4}(?:${arabicMonth}))`
const year = String.raw`(?:\s{0,4}[,،]?\s{0,4}(?:(?:من\s{1,4})?(?:عام|سنه)\s{1,4})?[12]\d{3}(?!\d))`
const monthWithYear = String.raw`(?:${month}${year}|اب${year})`
const ordinalDay = String.raw`${border}(?:${anyOf(Object.keys(ordinalWords))})(?:\s{1,4}(?:${anyOf(Object.keys(ordinalTens))}))?\s{1,4}من`
const weekday = anyOf(Object.values(weekdayNames).flatMap((names) => names.slice(0, -1)))
/** Those that mean nothing else. */
const plainWeekday = 'السبت|الثلاثا|الاربعا|الخميس|الجمعه'
const englishWeekday = anyOf(Object.keys(weekdayNames).map((day) => day.toLowerCase()))
/** Between the two ends of a range: a dash, «إلى», «و». */
const to = String.raw`\s{0,4}(?:[-\u2010-\u2015]|الي|حتي|to|and|و)\s{0,4}`
const hijriMonth = anyOf(Object.keys(hijriMonths))
const hijriYear = String.raw`(?:\s{0,4}[,،]?\s{0,4}(?:(?:من\s{1,4})?(?:عام|سنه|لعام|لسنه)\s{1,4})?(?<hijriYear>1[34]\d\d)(?!\d)(?:\s{0,2}(?:ه|هجريه|هجري|للهجره|ah)${wordEnd})?)`
/** «عام 1445 هـ»: the mark is what tells it from another year. */
const hijriMark = String.raw`\s{0,2}(?:ه|هجريه|هجري|للهجره|ah)${wordEnd}`
const modernYear = String.raw`(?:1[5-9]|20)\d\d`
/** What years and no amounts stand behind. */
const yearsOpen = String.raw`(?:بين|من|from|between|خلال الفتره|في الفتره)`

const pattern = (source: string) => new RegExp(source, 'gdu')
const written = (match: RegExpExecArray) => match.groups?.['figure'] ?? match[0]
const fullMonth = (text: string) =>
	text.replace(/\b([a-z]{3,4})\.?(?![a-z])/g, (whole, short: string) => {
		const at = shortMonths.filter((name) => name !== 'sept').indexOf(short === 'sept' ? 'sep' : short)
		const months = monthNames.map((names) => names.at(-1) ?? '').filter((name) => name !== 'may')
		return at < 0 ? whole : (months[at] ?? whole)
	})
const readDay = (text: string) => readFigureValue('date', fullMonth(text.replace(/ of /g, ' ')))

/** A day of a month, with the day that a range ends on. */
function days(match: RegExpExecArray): ReturnType<CalendarKind['value']> {
	const { first, last, rest } = match.groups ?? {}
	if (first !== undefined && last !== undefined && rest !== undefined)
		return [readDay(`${first} ${rest.trim()}`), readDay(`${last} ${rest.trim()}`)]
	return readDay(written(match))
}

function hijri(match: RegExpExecArray): string | null {
	const { hijriDay, hijriName, hijriYear: own } = match.groups ?? {}
	if (own === undefined) return null
	const number = hijriName === undefined ? undefined : hijriMonths[hijriName.replace(/\s+/g, ' ')]
	const parts = [own, ...(number === undefined ? [] : [String(number).padStart(2, '0')])]
	return readFigureValue('hijri', [...parts, ...(hijriDay ? [hijriDay.padStart(2, '0')] : [])].join('-'))
}

/** The most telling first: a later kind never takes letters that an earlier one has. */
export const calendarKinds: CalendarKind[] = [
	{
		unit: 'hijri',
		pattern: pattern(
			String.raw`(?<![\p{N}.,])(?:(?<hijriDay>[12]?\d|30)(?:\s{1,4}من)?\s{1,4}(?:شهر\s{1,4})?)?${border}(?<hijriName>${hijriMonth})${hijriYear}`,
		),
		value: hijri,
	},
	{
		unit: 'hijri',
		pattern: pattern(
			String.raw`(?<![\p{L}\p{N}.,])(?<figure>(?:[12]?\d|30)(?:\s{1,4}من)?\s{1,4}(?:شهر\s{1,4})?(?:${hijriMonth}))${wordEnd}`,
		),
		value: () => null,
	},
	{
		unit: 'hijri',
		pattern: pattern(
			String.raw`(?:${border}(?:عام|سنه)\s{1,4})?(?<![\p{N}.,])(?<hijriYear>1[34]\d\d)${hijriMark}`,
		),
		value: hijri,
	},
	{
		unit: 'date',
		pattern: pattern(
			String.raw`(?<![\d/.-])(?:\d{4}-\d{1,2}-\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{4})(?![\d/-])|(?<=(?:من|بين|from|between)\s{1,4}|(?<![\p{L}\p{N}.,]))(?<first>\d{1,2})${to}(?<last>\d{1,2})\s{1,4}(?:من\s{1,4})?(?<rest>(?:${month}|${englishMonth})(?:${year}|${wordEnd}))|(?:(?<![\d.,])\d{1,2}(?:\s{1,4}من)?|${ordinalDay})\s{0,4}(?:(?:${month})(?:${year}|${wordEnd})|اب${year})`,
		),
		value: days,
	},
	{
		unit: 'date',
		pattern: pattern(
			String.raw`(?<![\p{L}\d.,])(?:\d{1,2}(?:st|nd|rd|th)?\s{1,4}(?:of\s{1,4})?(?:${englishMonth})(?:${year}|${wordEnd})|(?:${englishMonth})\s{1,4}\d{1,2}(?!\d)(?![.,]\d)(?:st|nd|rd|th)?(?!\p{L})${year}?)`,
		),
		value: (match) => readDay(written(match).replace(/(\d)(?:st|nd|rd|th)/, '$1')),
	},
	{
		unit: 'month',
		pattern: pattern(`${border}(?:${monthWithYear}|(?:${englishMonth})${year})`),
		value: (match) => readFigureValue('month', fullMonth(written(match)).replace(/^اب\s{0,4}\/\s{0,4}/u, '')),
	},
	{
		unit: 'month',
		pattern: pattern(
			String.raw`(?<![\p{L}\p{N}])(?:و?في|خلال|و?منذ|حتي|شهر|بدايه|مطلع|اوايل|منتصف|اواخر|نهايه|in|since|until|early|mid|late|last)[\s-]{1,4}(?<figure>${month}|${anyOf(
				monthNames.flat().filter((name) => /[a-z]/.test(name)),
			)})${wordEnd}|(?<![\p{L}\p{N}])شهر\s{1,4}(?<lonely>اب)${wordEnd}`,
		),
		value: () => null,
	},
	{
		unit: 'year',
		pattern: pattern(
			String.raw`(?:${border}(?:عامي|العامين|الاعوام|years)\s{1,4}|(?<![\p{L}\p{N}])${yearsOpen}\s{1,4})(?<figure>(?<first>${modernYear})${to}(?:عام\s{1,4})?(?<last>${modernYear}))${wordEnd}(?!\s{0,4}%|[.,]\d)`,
		),
		value: ({ groups }) => years(groups?.['first'], groups?.['last']),
	},
	{
		unit: 'year',
		pattern: pattern(
			String.raw`(?<![\p{L}\p{N}.,/-])(?<figure>(?<first>(?:19|20)\d\d)\s{0,2}[-/\u2010-\u2015]\s{0,2}(?<last>(?:19|20)\d\d))(?![\p{L}\p{N}/%-]|[.,]\d)`,
		),
		value: ({ groups }) => years(groups?.['first'], groups?.['last']),
	},
	{
		unit: 'year',
		pattern: pattern(
			String.raw`${border}(?:عام|سنه)\s{1,4}(?<calendar>[12]\d{3})(?:\s?م)?${wordEnd}|${border}(?:عامي)\s{1,4}(?<pair>[12]\d{3})${wordEnd}`,
		),
		value: ({ groups }) => readFigureValue('year', groups?.['calendar'] ?? groups?.['pair'] ?? ''),
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
]

/** Two years as a range when the second is the later one; as one year when they are not in order. */
function years(first = '', last = ''): [string, string] | string {
	return Number(last) > Number(first) ? [first, last] : first
}
