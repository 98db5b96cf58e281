import type { FigureUnit } from './figure.ts'
import { readFractionAt, share } from './figure-fractions.ts'
import { readFigureTokens } from './figure-tokens.ts'
import { foldText } from './folding.ts'
import { readHijri } from './hijri.ts'
import { matchKey } from './normalise.ts'

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
 * A written number as a plain decimal: either script's digits, marks or narrow blanks between thousands out, a
 * decimal comma (one or two digits behind it) as a point, zeros that say nothing dropped, a percent sign ignored, numbers
 * in words as far as the match key knows them. `null` when it is no number, or one that may be read in two ways.
 */
export function readNumber(written: string): string | null {
	const typed = westernDigits(written).trim()
	const grouped = /^-?\d{1,3}(?:[ \u00a0\u2009\u202f]\d{3})+(?:[.,]\d{1,2})?\s*%?$/.test(typed)
	const key = matchKey(grouped ? typed.replace(/\s(?=\d)/g, '') : typed)
	const [, sign = '', whole, fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?%?$/.exec(key) ?? []
	if (whole === undefined) return null
	const number = `${whole.replace(/^0+(?=\d)/, '')}.${fraction}`.replace(/\.0*$|(\.\d*[1-9])0+$/, '$1')
	return number === '0' ? number : sign + number
}

/**
 * What a person typed as a figure's value, in canonical form for its unit; see `Figure`. `null` when it cannot be
 * read in that unit: a month that is no month, a thirtieth of February, half a country, words where a number belongs.
 */
export function readFigureValue(unit: FigureUnit, typed: string): string | null {
	const text = westernDigits(typed).trim()
	if (text === '' || text.length > 100) return null
	switch (unit) {
		case 'percent':
		case 'number':
		case 'money_usd':
		case 'money':
		case 'measure':
			return readNumber(text)
		case 'share':
			return readShare(text)
		case 'country':
		case 'people':
			return only(/^\d+$/, readNumber(text))
		case 'age':
		case 'year':
			return only(/^\d+(?:\.\d+)?$/, readNumber(text))
		case 'date':
			return readDate(text)
		case 'month':
			return readMonth(text)
		case 'decade':
			return readDecade(text)
		case 'weekday':
			return readWeekday(text)
		case 'hijri':
			return readHijri(foldText(text).line)
		case 'other':
			return text
	}
}

/** A part of a whole as `1/3`, in lowest terms: from `1/3`, `⅔`, «ثلثا», «ثلاثة أرباع», "three quarters". */
function readShare(text: string): string | null {
	const { line } = foldText(text)
	const digits = /^(\d{1,6})\s{0,2}[/\u2044]\s{0,2}(\d{1,6})$/.exec(line)
	if (digits) return share(Number(digits[1]), Number(digits[2]))
	const tokens = readFigureTokens(line)
	const found = readFractionAt(tokens, 0)
	return found?.end === tokens.length ? share(found.parts, found.of) : null
}

function only(pattern: RegExp, value: string | null): string | null {
	return value !== null && pattern.test(value) ? value : null
}

/** What may stand before and inside a written day and says nothing more: its weekday, «عام». */
const weekdayBefore = '(?:(?:(?:يوم|اليوم) )?(?:السبت|الاحد|الاثنين|الثلاثا|الاربعا|الخميس|الجمعه) |يوم )?'
const named = new RegExp(String.raw`^${weekdayBefore}(\d{1,2}) m(\d{2}) (?:(?:من )?(?:عام|سنه) )?(\d{4})$`)

function readDate(text: string): string | null {
	const iso = /^(\d{4})-(\d{1,2})-(\d{1,2})$/.exec(text)
	if (iso) return realDay(iso[1], iso[2], iso[3])
	// The Arabic and European order; an American one cannot be told apart and is not guessed.
	const slashed = /^(\d{1,2})[/.](\d{1,2})[/.](\d{4})$/.exec(text)
	if (slashed) return realDay(slashed[3], slashed[2], slashed[1])
	const key = matchKey(text)
	const arabic = named.exec(key)
	if (arabic) return realDay(arabic[3], arabic[2], arabic[1])
	const english = /^m(\d{2}) (\d{1,2}) (\d{4})$/.exec(key)
	return english ? realDay(english[3], english[1], english[2]) : null
}

function realDay(year = '', month = '', day = ''): string | null {
	const padded = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
	const date = new Date(`${padded}T00:00:00Z`)
	return !Number.isNaN(date.getTime()) && date.toISOString().startsWith(padded) ? padded : null
}

function readMonth(text: string): string | null {
	const iso = /^(\d{4})-(\d{1,2})$/.exec(text)
	const [, month, year] = /^(?:شهر )?m(\d{2}) (?:(?:من )?(?:عام|سنه) )?(\d{4})$/.exec(matchKey(text)) ?? []
	const [first, second] = iso ? [iso[1], iso[2]] : [year, month]
	return first && second && realDay(first, second, '1') ? `${first}-${second.padStart(2, '0')}` : null
}

/** The decades of a century from the second on, in folded letters. */
const decadeWords = ['عشرين', 'ثلاثين', 'اربعين', 'خمسين', 'ستين', 'سبعين', 'ثمانين', 'تسعين']
/** The years of a century by its name. */
const centuries: Record<string, string> = {
	'القرن الماضي': '19',
	'القرن المنصرم': '19',
	'القرن الفايت': '19',
	'القرن العشرين': '19',
	'القرن الحالي': '20',
	'القرن الجاري': '20',
	'القرن الحادي والعشرين': '20',
	'القرن التاسع عشر': '18',
}
/** A decade in words: «أربعينيات القرن الماضي», in the spelling of the folded text. */
export const decadeInWords = String.raw`(?:ال)?(${decadeWords.join('|')})(?:ي)?ات(?:\s{1,4}(?:من\s{1,4})?(${Object.keys(
	centuries,
)
	.join('|')
	.replaceAll(' ', String.raw`\s{1,4}`)}))?`
const wholeDecade = new RegExp(`^${decadeInWords}$`)

function readDecade(text: string): string | null {
	const plain = /^(?:the )?(1\d|20)(\d)0s?$/i.exec(text)
	if (plain) return `${plain[1]}${plain[2]}0s`
	const [, word = '', century] = wholeDecade.exec(foldText(text).line) ?? []
	const decade = decadeWords.indexOf(word) + 2
	if (decade < 2) return null
	if (century !== undefined) return `${centuries[century.replace(/\s+/g, ' ')] ?? ''}${decade}0s`
	// Unsaid, it is the decade that people alive remember; of the twenties there are two.
	return decade === 2 ? null : `19${decade}0s`
}

/** The days of the week by their English names, as the match key has them. */
export const weekdayNames: Record<string, string[]> = {
	Saturday: ['السبت', 'saturday'],
	Sunday: ['الاحد', 'sunday'],
	Monday: ['الاثنين', 'الاثنان', 'monday'],
	Tuesday: ['الثلاثا', 'tuesday'],
	Wednesday: ['الاربعا', 'wednesday'],
	Thursday: ['الخميس', 'thursday'],
	Friday: ['الجمعه', 'friday'],
}

function readWeekday(text: string): string | null {
	const key = matchKey(text).replace(/^(?:يوم|اليوم) /, '')
	return Object.keys(weekdayNames).find((day) => weekdayNames[day]?.includes(key)) ?? null
}
