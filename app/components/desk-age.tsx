import type { Language } from '#app/domain/language.ts'
import { formatAge, formatMoment } from '#app/i18n/dates.ts'

/** How long ago, with the exact time for whoever points at it. `now` comes from the server, so that both sides agree. */
export function DeskAge({ at, now, language }: { at: string; now: string; language: Language }) {
	return (
		<time dateTime={at} title={formatMoment(at, language)}>
			{formatAge(at, language, new Date(now))}
		</time>
	)
}
