import { isCurrencyCode } from '#app/domain/currencies.ts'
import type { Figure } from '#app/domain/figure.ts'
import { hijriMonthNames } from '#app/domain/hijri.ts'
import type { Language } from '#app/domain/language.ts'
import { isMeasureCode } from '#app/domain/measures.ts'
import { formatDay } from './dates.ts'
import { measureForms } from './measures.ts'
import { formatNumber, plural, type PluralForms } from './plural.ts'

const counted: Record<Language, Record<'country' | 'people' | 'money_usd' | 'age' | 'year', PluralForms>> = {
	ar: {
		country: { one: 'دولة واحدة', two: 'دولتان', few: '# دول', many: '# دولة', other: '# دولة' },
		people: { one: 'شخص واحد', two: 'شخصان', few: '# أشخاص', many: '# شخصًا', other: '# شخص' },
		money_usd: {
			one: 'دولار أمريكي واحد',
			two: 'دولاران أمريكيان',
			few: '# دولارات أمريكية',
			many: '# دولارًا أمريكيًا',
			other: '# دولار أمريكي',
		},
		age: {
			one: 'سنة واحدة من العمر',
			two: 'سنتان من العمر',
			few: '# سنوات من العمر',
			many: '# سنة من العمر',
			other: '# سنة من العمر',
		},
		year: { one: 'سنة واحدة', two: 'سنتان', few: '# سنوات', many: '# سنة', other: '# سنة' },
	},
	en: {
		country: { one: '# country', other: '# countries' },
		people: { one: '# person', other: '# people' },
		money_usd: { one: 'US$#', other: 'US$#' },
		age: { one: '# year old', other: '# years old' },
		year: { one: '# year', other: '# years' },
	},
}

const calendars = {
	ar: 'ar-u-nu-latn-ca-gregory',
	en: 'en-GB',
}
const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']
/** A Sunday, to count weekdays from. */
const sunday = Date.UTC(2023, 0, 1)

/** Parts of a whole that have a name; others are written in figures. */
const shares: Record<Language, Record<string, string>> = {
	ar: {
		'1/2': 'نصف',
		'1/3': 'ثلث',
		'2/3': 'ثلثان',
		'1/4': 'ربع',
		'3/4': 'ثلاثة أرباع',
		'1/5': 'خُمس',
		'2/5': 'خُمسان',
		'3/5': 'ثلاثة أخماس',
		'4/5': 'أربعة أخماس',
	},
	en: {
		'1/2': 'one half',
		'1/3': 'one third',
		'2/3': 'two thirds',
		'1/4': 'one quarter',
		'3/4': 'three quarters',
		'1/5': 'one fifth',
		'2/5': 'two fifths',
		'3/5': 'three fifths',
		'4/5': 'four fifths',
	},
}

type Shown = Pick<Figure, 'value' | 'unit' | 'measuredIn' | 'valueTo'>

/**
 * The figure's value with its unit, as a sentence of the language would have it: "40.27%", "20 دولة", "December 2025"; a
 * range with both its ends: "10% to 15%", «من 10 إلى 15 دولة».
 */
export function formatFigure({ valueTo, ...figure }: Shown, language: Language): string {
	if (!valueTo) return formatValue(figure, language)
	const last = formatValue({ ...figure, value: valueTo }, language)
	const first = isCounted(figure.unit) ? formatDecimal(figure.value) : formatValue(figure, language)
	return language === 'ar' ? `من ${first} إلى ${last}` : `${first} to ${last}`
}

/** Whether the noun stands behind the number, so that a range says it once. */
function isCounted(unit: Figure['unit']): boolean {
	return unit === 'country' || unit === 'people' || unit === 'measure' || unit === 'age'
}

function formatValue({ value, unit, measuredIn }: Shown, language: Language): string {
	switch (unit) {
		case 'percent':
			return `${formatDecimal(value)}%`
		case 'share':
			return shares[language][value] ?? value
		case 'number':
			return formatDecimal(value)
		case 'country':
		case 'people':
		case 'money_usd':
			return count(value, counted[language][unit])
		case 'money':
			return formatMoney(value, measuredIn, language)
		case 'measure':
			return measuredIn && isMeasureCode(measuredIn)
				? count(value, measureForms[language][measuredIn])
				: formatDecimal(value)
		case 'age':
			return count(value, counted[language].age)
		case 'year':
			// Nobody is a thousand years old: four digits are a year of the calendar.
			return /^[12]\d{3}$/.test(value) ? value : count(value, counted[language].year)
		case 'date':
			return formatDay(value, language)
		case 'month':
			return formatUtc(`${value}-01T00:00:00Z`, { month: 'long', year: 'numeric' })
		case 'decade':
			return language === 'ar' ? value.replace(/^(\d{3})0s$/, 'عقد $10–$19') : value
		case 'weekday': {
			const index = weekdays.indexOf(value)
			return index < 0 ? value : formatUtc(sunday + index * 24 * 60 * 60 * 1000, { weekday: 'long' })
		}
		case 'hijri':
			return formatHijri(value, language)
		case 'other':
			return value
	}

	function count(value: string, forms: PluralForms): string {
		return Number.isFinite(Number(value)) ? plural(language, Number(value), forms) : value
	}

	function formatUtc(moment: string | number, options: Intl.DateTimeFormatOptions): string {
		return new Intl.DateTimeFormat(calendars[language], { ...options, timeZone: 'UTC' }).format(
			new Date(moment),
		)
	}
}

function formatDecimal(value: string): string {
	return Number.isFinite(Number(value)) ? formatNumber(Number(value)) : value
}

/** "300 Moroccan dirhams"; a currency that is not known is left out. */
function formatMoney(value: string, code: string | undefined, language: Language): string {
	if (!code || !isCurrencyCode(code) || !Number.isFinite(Number(value))) return formatDecimal(value)
	const format = new Intl.NumberFormat(language === 'ar' ? 'ar-u-nu-latn' : 'en-GB', {
		style: 'currency',
		currency: code,
		currencyDisplay: 'name',
		minimumFractionDigits: 0,
		maximumFractionDigits: 6,
	})
	return format.format(Number(value))
}

/** A day, month or year of the Islamic calendar, in that calendar. */
function formatHijri(value: string, language: Language): string {
	const [year = '', month, day] = value.split('-')
	const name = month === undefined ? undefined : hijriMonthNames[language][Number(month) - 1]
	const era = language === 'ar' ? 'هـ' : 'AH'
	return [day === undefined ? undefined : String(Number(day)), name, year, era]
		.filter((part) => part !== undefined)
		.join(' ')
}
