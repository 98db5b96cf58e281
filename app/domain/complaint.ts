/** How a task is closed: the outcomes that a complaint has, and those of other tasks. */
export const complaintOutcomes = ['acted', 'no_change', 'duplicate', 'spam'] as const
export const otherOutcomes = ['acted', 'no_change', 'mistaken'] as const

/** The shortest and the longest account of an error, in UTF-16 code units. */
export const shortestComplaint = 10
export const longestComplaint = 4000

/** How soon after it was shown a form that a person filled in can come back, and how late, in milliseconds. */
export const soonestForm = 3_000
export const latestForm = 24 * 3_600_000

/** Why a form of somebody not signed in is not taken. */
export type FormProblem = 'too-soon' | 'too-late' | 'forged'
