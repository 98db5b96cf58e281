import { fetchForCopy, fetchingCopies } from '#app/copies/fetch-copies.server.ts'
import type { Db } from '#app/db.server.ts'
import { takeJobs } from '#app/jobs/queue.server.ts'
import { doJob, type Outcome } from '#app/jobs/worker.server.ts'
import type { ChangedFetch } from '#app/outbound/page-fetch.server.ts'
import { noon } from './factories.ts'

/**
 * Do the jobs of copies that were asked for, also those of the very transaction. Without a fetch of the test's own,
 * addresses under `.example` are refused before anything is asked of the network.
 */
export async function settleCopies(
	db: Db,
	fetching: ChangedFetch = fetchForCopy,
	now = noon,
): Promise<(Outcome | null)[]> {
	const clock = () => now
	const outcomes: (Outcome | null)[] = []
	const work = fetchingCopies(db, fetching, clock)
	for (const job of await takeJobs(db, 'copies', 50, { early: true })) {
		outcomes.push(await doJob(db, 'copies', job, work, { signal: new AbortController().signal, clock }))
	}
	return outcomes
}
