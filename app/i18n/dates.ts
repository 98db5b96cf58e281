import type { Language } from '#app/domain/language.ts'

const locales = { ar: 'ar-u-nu-latn-ca-gregory', en: 'en-GB' }
const dayFormats = new Map<string, Intl.DateTimeFormat>()

function formatter(language: Language, options: Intl.DateTimeFormatOptions): Intl.DateTimeFormat {
	const key = language + JSON.stringify(options)
	const known = dayFormats.get(key)
	if (known) return known
	const made = new Intl.DateTimeFormat(locales[language], options)
	dayFormats.set(key, made)
	return made
}

/** `2025-12-24` as "24 ديسمبر 2025" or "24 December 2025"; a day has no zone. */
export function formatDay(day: string, language: Language): string {
	return formatter(language, { dateStyle: 'long', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`))
}

/** A moment with its time, in UTC and saying so. */
export function formatMoment(moment: string | Date, language: Language): string {
	return (
		formatter(language, {
			dateStyle: 'long',
			timeStyle: 'short',
			timeZone: 'UTC',
		}).format(new Date(moment)) + (language === 'ar' ? ' بتوقيت غرينتش' : ' UTC')
	)
}

/** How long ago, in the largest whole unit: "منذ 3 أيام", "3 days ago". */
export function formatAge(moment: string | Date, language: Language, now: Date): string {
	const format = new Intl.RelativeTimeFormat(locales[language], { numeric: 'auto' })
	const minutes = Math.round((new Date(moment).getTime() - now.getTime()) / 60_000)
	if (Math.abs(minutes) < 60) return format.format(minutes, 'minute')
	if (Math.abs(minutes) < 24 * 60) return format.format(Math.round(minutes / 60), 'hour')
	return format.format(Math.round(minutes / (24 * 60)), 'day')
}
