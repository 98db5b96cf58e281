const minute = 60
const hour = 60 * minute

/** How many seconds after each failed try the next one follows; after the last of them, that again and again. */
const waits = [30, minute, 2 * minute, 5 * minute, 10 * minute, 20 * minute, 30 * minute, hour]
/** For how many seconds from when it was asked for a job is tried. */
export const patience = 30 * hour

/**
 * How many seconds to wait before a job that has failed `tries` times (1 or more) is tried again, or `null` when it
 * has failed for good. Each wait is up to a tenth longer by `chance` (0 to 1), so that jobs that failed together do
 * not come back together. @param age seconds since the job was asked for
 */
export function retryAfter(tries: number, age: number, chance: number): number | null {
	if (age >= patience) return null
	const wait = waits[Math.min(tries, waits.length) - 1] ?? hour
	return Math.round(wait * (1 + chance / 10))
}
