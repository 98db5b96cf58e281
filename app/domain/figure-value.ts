import type { FigureUnit } from './figure.ts'
import { matchKey } from './normalise.ts'

const weekdays: Record<string, string[]> = {
	Saturday: ['السبت', 'saturday'],
	Sunday: ['الاحد', 'sunday'],
	Monday: ['الاثنين', 'الاثنان', 'monday'],
	Tuesday: ['الثلاثاء', 'الثلاثا', 'tuesday'],
	Wednesday: ['الاربعاء', 'الاربعا', 'wednesday'],
	Thursday: ['الخميس', 'thursday'],
	Friday: ['الجمعه', 'friday'],
}

/** Every digit of a text in Western form, with the Arabic decimal and percent signs; letters are left alone. */
export function westernDigits(text: string): string {
	return text
		.replace(/[٠-٩]/g, (digit) => String(digit.charCodeAt(0) - 0x660))
		.replace(/[۰-۹]/g, (digit) => String(digit.charCodeAt(0) - 0x6f0))
		.replace(/٫/g, '.')
		.replace(/٬/g, ',')
		.replace(/٪/g, '%')
}

/**
 * A written number as a plain decimal: either script's digits, thousands marks out, a decimal comma (one or two
 * digits behind it) as a point, a percent sign ignored, numbers in words as far as the match key knows them.
 * `null` when it is no number.
 */
export function readNumber(written: string): string | null {
	const key = matchKey(westernDigits(written).replace(/\s+/g, ' '))
	const [, number] = /^(-?\d+(?:\.\d+)?)%?$/.exec(key) ?? []
	if (number === undefined) return null
	const negative = /^\s*[-−]/.test(written)
	return (negative ? '-' : '') + number.replace(/^0+(?=\d)/, '')
}

/**
 * What a person typed as a figure's value, in canonical form for its unit; see `Figure`. `null` when it cannot be
 * read in that unit: a month that is no month, a thirtieth of February, words where a number belongs.
 */
export function readFigureValue(unit: FigureUnit, typed: string): string | null {
	const text = westernDigits(typed).trim()
	if (text === '' || text.length > 100) return null
	switch (unit) {
		case 'percent':
		case 'number':
		case 'country':
		case 'people':
		case 'money_usd':
		case 'year':
			return readNumber(text)
		case 'date':
			return readDate(text)
		case 'month':
			return readMonth(text)
		case 'decade':
			return readDecade(text)
		case 'weekday':
			return readWeekday(text)
		case 'other':
			return text
	}
}

function readDate(text: string): string | null {
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
	if (iso) return realDay(iso[1], iso[2], iso[3])
	// The Arabic and European order; an American one cannot be told apart and is not guessed.
	const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
	if (slashed) return realDay(slashed[3], slashed[2], slashed[1])
	const named = /^(\d{1,2}) m(\d{2})(?: (\d{4}))?$/.exec(matchKey(text))
	return named?.[3] ? realDay(named[3], named[2], named[1]) : null
}

function realDay(year = '', month = '', day = ''): string | null {
	const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	const date = new Date(`${padded}T00:00:00Z`)
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(padded) ? padded : null
}

function readMonth(text: string): string | null {
	const iso = /^(\d{4})-(\d{1,2})$/.exec(text)
	const named = /^m(\d{2}) (\d{4})$/.exec(matchKey(text))
	const [year, month] = iso ? [iso[1], iso[2]] : [named?.[2], named?.[1]]
	return year && month && realDay(year, month, '1') ? `${year}-${month.padStart(2, '0')}` : null
}

const decadeWords = [
	'عشرينيات',
	'ثلاثينيات',
	'اربعينيات',
	'خمسينيات',
	'ستينيات',
	'سبعينيات',
	'ثمانينيات',
	'تسعينيات',
]

function readDecade(text: string): string | null {
	const plain = /^(1\d|20)(\d)0s?$/.exec(text)
	if (plain) return `${plain[1]}${plain[2]}0s`
	const key = matchKey(text).replace(/^ال/, '')
	const index = decadeWords.findIndex((word) => key.startsWith(word))
	// «القرن الماضي» and, unsaid, the decades that people alive remember.
	return index >= 0 ? `19${index + 2}0s` : null
}

function readWeekday(text: string): string | null {
	const key = matchKey(text).replace(/^(?:يوم|اليوم) /, '')
	return Object.keys(weekdays).find((day) => weekdays[day]?.some((name) => matchKey(name) === key)) ?? null
}
