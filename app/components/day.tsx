import type { Language } from '#app/domain/language.ts'
import { formatDay } from '#app/i18n/dates.ts'

/** A day in the language's words. A moment (ISO 8601) is shown as its day in UTC. */
export function Day({ on, language }: { on: string; language: Language }) {
	return (
		<time dateTime={on}>
			<bdi>{formatDay(on.slice(0, 10), language)}</bdi>
		</time>
	)
}
