import type { Figure } from '#app/domain/figure.ts'
import type { Language } from '#app/domain/language.ts'
import { formatDay } from './dates.ts'
import { formatNumber, plural, type PluralForms } from './plural.ts'

const counted: Record<Language, Record<'country' | 'people' | 'money_usd' | 'year', PluralForms>> = {
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
		year: { one: 'سنة واحدة', two: 'سنتان', few: '# سنوات', many: '# سنة', other: '# سنة' },
	},
	en: {
		country: { one: '# country', other: '# countries' },
		people: { one: '# person', other: '# people' },
		money_usd: { one: 'US$#', other: 'US$#' },
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

/** The figure's value with its unit, as a sentence of the language would have it: "40.27%", "20 دولة", "December 2025". */
export function formatFigure({ value, unit }: Pick<Figure, 'value' | 'unit'>, language: Language): string {
	switch (unit) {
		case 'percent':
			return `${formatDecimal(value)}%`
		case 'number':
			return formatDecimal(value)
		case 'country':
		case 'people':
		case 'money_usd':
			return count(value, counted[language][unit])
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
