import type { Db } from '#app/db.server.ts'
import { describeFailure } from '#app/jobs/failure.ts'
import { retryAfter } from '#app/jobs/retry.ts'
import type { Work } from '#app/jobs/worker.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { type ChangedFetch, FetchFailure } from '#app/outbound/page-fetch.server.ts'
import { findCheckBase, recordCheck } from '#app/services/source-checks.server.ts'
import { readFetched } from './fetch-copies.server.ts'
import { tellFailure } from './fetch-failure.ts'

/** How many tries a look at a source has before it is written down that nothing answered; the next one comes in its time. */
const mostTries = 4

/** Look at sources again, as jobs of the queue `source-checks`. */
export function checkingSources(db: Db, fetching: ChangedFetch, clock = () => new Date()): Work {
	return async (job) => {
		const { sourceId } = job.data as { sourceId: string }
		const base = await findCheckBase(db, sourceId)
		if (!base) return { done: { outcome: null } }
		const { url, copy } = base
		try {
			const page = await fetching(url, { etag: copy.etag, lastModified: copy.lastModified })
			const isSame = page === 'unchanged' || sha256(page.bytes) === copy.sha256
			const look = isSame ? { unchanged: true as const } : { found: await readFetched(page) }
			return { done: { outcome: await recordCheck(db, { sourceId, copy, look }, clock()) } }
		} catch (error) {
			if (!(error instanceof FetchFailure)) throw error
			const { failure, again } = tellFailure(error)
			const age = (clock().getTime() - job.askedAt.getTime()) / 1000
			const tries = job.triedBefore + 1
			if (again && tries < mostTries && retryAfter(tries, age, 0) !== null) {
				return { failed: describeFailure(error) }
			}
			const look = failure === 'not-found' ? { gone: failure } : { unreachable: failure }
			return { done: { outcome: await recordCheck(db, { sourceId, copy, look }, clock()) } }
		}
	}
}
