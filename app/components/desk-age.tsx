import type { Language } from '#app/domain/language.ts'
import { formatAge, formatMoment } from '#app/i18n/dates.ts'

/** How long ago, with the exact time for whoever points at it. `now` comes from the server; where its words for a
 * time differ from the browser's, the server's stay. */
export function DeskAge({ at, now, language }: { at: string; now: string; language: Language }) {
	return (
		<time dateTime={at} title={formatMoment(at, language)} suppressHydrationWarning>
			{formatAge(at, language, new Date(now))}
		</time>
	)
}
