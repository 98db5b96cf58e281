/** What a chart is narrowed by. Days are UTC and both included; `null` leaves a side open. */
export type StatusFilterValues = {
	articleId: string | null
	from: string | null
	to: string | null
	/** What stands in the fields: also dates that are left out of account, for a reason named in `problem`. */
	typed?: { from: string; to: string }
	problem?: 'bad-date' | 'order' | null
}

/**
 * Read a chart's filter from an address (`from`, `to`, `article`). A date that is none is left out of account, and both
 * are when the first day comes after the last; `problem` says so.
 */
export function readStatusFilter(search: URLSearchParams): Required<StatusFilterValues> {
	const typed = { from: search.get('from') ?? '', to: search.get('to') ?? '' }
	const articleId = /^[\w-]{1,64}$/.exec(search.get('article') ?? '')?.[0] ?? null
	const [from, to] = [typed.from, typed.to].map((text) => (isDay(text) ? text : null)) as [
		string | null,
		string | null,
	]
	if (from && to && from > to) return { articleId, from: null, to: null, typed, problem: 'order' }
	const bad = (typed.from !== '' && !from) || (typed.to !== '' && !to)
	return { articleId, from, to, typed, problem: bad ? 'bad-date' : null }
}

/** Whether the text is a day of the calendar as `YYYY-MM-DD`; from the year 1 on, as Postgres has no year 0. */
function isDay(text: string): boolean {
	if (!/^\d{4}-\d{2}-\d{2}$/.test(text) || text < '0001') return false
	const day = new Date(`${text}T00:00:00Z`)
	return !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text)
}
