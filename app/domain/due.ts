import type { Status } from './workflow.ts'

/** What a list knows of a claim's time; days are `YYYY-MM-DD` in UTC. */
export type Timed = { status: Status; dueOn: string | null; proposedAt: string | Date | null }

/** When the next thing is due, what that is, and how near: overdue by, or due in, so many whole days. */
export type Due = { what: 'claim' | 'review'; on: string; state: 'overdue' | 'soon' | 'later'; days: number }

/** From how many days ahead something is due soon. */
export const soonDays = 2

const day = 86_400_000

/** The day of a moment, in UTC. */
export function dayOf(moment: Date): string {
	return moment.toISOString().slice(0, 10)
}

/** The day so many days after another. */
export function addDays(on: string, days: number): string {
	return dayOf(new Date(Date.parse(`${on}T00:00:00Z`) + days * day))
}

/** Until when a second person is to decide on what was proposed then, by the desk's setting. */
export function reviewDueOn(proposedAt: string | Date, reviewDays: number): string {
	return addDays(dayOf(new Date(proposedAt)), reviewDays)
}

/** How a day stands to today. A thing is due until its day is over. */
export function standing(on: string, today: string): Pick<Due, 'state' | 'days'> {
	const left = Math.round((Date.parse(`${on}T00:00:00Z`) - Date.parse(`${today}T00:00:00Z`)) / day)
	if (left < 0) return { state: 'overdue', days: -left }
	return { state: left <= soonDays ? 'soon' : 'later', days: left }
}

/**
 * What is due next with a claim: a proposal that waits, by the desk's setting, or the claim itself by the day that was
 * set for it, whichever comes first. `null` for a claim that nothing is due with.
 */
export function dueOf({ status, dueOn, proposedAt }: Timed, reviewDays: number, today: string): Due | null {
	const review = proposedAt === null ? null : reviewDueOn(proposedAt, reviewDays)
	const open = status === 'new' || status === 'in_research' || status === 'in_review'
	const claim = open ? dueOn : null
	if (review !== null && (claim === null || review <= claim)) {
		return { what: 'review', on: review, ...standing(review, today) }
	}
	return claim === null ? null : { what: 'claim', on: claim, ...standing(claim, today) }
}
