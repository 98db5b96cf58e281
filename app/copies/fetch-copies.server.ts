import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { kindOfMedia, mediaTypeOf, tellCopyKind } from '#app/intake/copy-kind.ts'
import { readCopyText } from '#app/intake/copy-text.server.ts'
import { describeFailure } from '#app/jobs/failure.ts'
import { retryAfter } from '#app/jobs/retry.ts'
import type { Work } from '#app/jobs/worker.server.ts'
import { logger } from '#app/log.server.ts'
import {
	type ChangedFetch,
	createChangedFetch,
	FetchFailure,
	type FetchedPage,
} from '#app/outbound/page-fetch.server.ts'
import { type Fetched, noteTry, settleFailed, settleKept } from '#app/services/copies.server.ts'
import { sourceCopies, sources } from '#drizzle/schema.ts'
import { tellFailure } from './fetch-failure.ts'

/** How copies are fetched: anything that is there, up to the size of a file that a person may send. */
export const fetchForCopy: ChangedFetch = createChangedFetch({
	mostBytes: 20 * 1024 * 1024,
	deadlines: { total: 60_000 },
	accept: 'text/html,application/xhtml+xml,application/pdf,image/*;q=0.8,text/*;q=0.8,*/*;q=0.5',
})

/** Fetch what copies were asked for, as jobs of the queue `copies`. */
export function fetchingCopies(db: Db, fetching: ChangedFetch, clock = () => new Date()): Work {
	return async (job) => {
		const { copyId } = job.data as { copyId: string }
		const [asked] = await db
			.select({ status: sourceCopies.status, url: sources.url })
			.from(sourceCopies)
			.innerJoin(sources, eq(sources.id, sourceCopies.sourceId))
			.where(eq(sourceCopies.id, copyId))
		if (!asked?.url || asked.status !== 'fetching') return { done: { kept: false } }
		try {
			const page = await fetching(asked.url, null)
			if (page === 'unchanged') throw new FetchFailure('status', 'Not modified', { status: 304 })
			const fetched = await readFetched(page)
			await db.transaction((tx) => settleKept(tx, copyId, fetched, clock()))
			return { done: { kept: true } }
		} catch (error) {
			if (!(error instanceof FetchFailure)) throw error
			const { failure, again } = tellFailure(error)
			logger.warn({ copy: copyId, reason: error.reason, detail: error.message }, 'a copy was not fetched')
			const age = (clock().getTime() - job.askedAt.getTime()) / 1000
			if (again && retryAfter(job.triedBefore + 1, age, 0) !== null) {
				await noteTry(db, copyId, failure)
				return { failed: describeFailure(error) }
			}
			await settleFailed(db, copyId, failure, clock())
			// It is kept with its reason on the desk, where somebody sees it; the queue has nothing to add.
			return { done: { kept: false } }
		}
	}
}

/** What was fetched, told by its contents and read. */
export async function readFetched(page: FetchedPage): Promise<Fetched> {
	const { bytes, contentType, url, etag, lastModified } = page
	const mediaType = mediaTypeOf(tellCopyKind(bytes, { contentType, name: new URL(url).pathname }))
	const text = await readCopyText(kindOfMedia(mediaType), bytes, { contentType, address: url })
	return { bytes, mediaType, text, finalUrl: url, etag, lastModified }
}
