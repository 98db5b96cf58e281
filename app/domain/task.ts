/** What a task is about. */
export const taskKinds = ['source_changed', 'source_gone', 'complaint', 'other'] as const
export type TaskKind = (typeof taskKinds)[number]

/**
 * What came of a task: something was changed, nothing had to be, it was opened by mistake; of a complaint also that it came
 * before, or is none.
 */
export const taskOutcomes = ['acted', 'no_change', 'mistaken', 'duplicate', 'spam'] as const
export type TaskOutcome = (typeof taskOutcomes)[number]

/** How many days a task of each kind may wait, unless whoever opens it says otherwise. */
const daysAllowed: Record<TaskKind, number> = { source_changed: 7, source_gone: 14, complaint: 5, other: 14 }

/** The day, `YYYY-MM-DD` by UTC, on which a task that is opened now is due. */
export function dueDay(kind: TaskKind, openedAt: Date): string {
	const day = 24 * 60 * 60 * 1000
	return new Date(openedAt.getTime() + daysAllowed[kind] * day).toISOString().slice(0, 10)
}

export function parseTaskOutcome(value: unknown): TaskOutcome | null {
	return taskOutcomes.find((outcome) => outcome === value) ?? null
}
