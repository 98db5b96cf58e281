import type PgBoss from 'pg-boss'
import type { Db } from '#app/db.server.ts'
import { bossOn, daysKeptAfterFailure, driverOf, failedQueue, type Queue } from '#drizzle/queues.server.ts'

/** Work to be done, as it is kept. */
export type Job = {
	id: string
	data: object
	/** How often it was tried before, as far as the process that tried lived to tell. */
	triedBefore: number
	/** When it was first asked for. */
	askedAt: Date
}

type Kept = { data: object; triedBefore: number; askedAt: string; reason?: object }

let known: PgBoss | undefined

/** For single statements, each of which is told its database. */
function boss(db: Db): PgBoss {
	return (known ??= bossOn(db))
}

/** Have a job done, if and when the transaction it is asked for in commits. @returns its id */
export async function addJob(tx: Db, queue: Queue, data: object, now = new Date()): Promise<string> {
	return keep(tx, queue, { data, triedBefore: 0, askedAt: now.toISOString() })
}

/**
 * Take up to `count` jobs that are due: for as long as the lease they are nobody else's. With `early`, jobs that are
 * not yet due are taken too, also such as were added in the very transaction.
 */
export async function takeJobs(
	db: Db,
	queue: Queue,
	count: number,
	{ early = false }: { early?: boolean } = {},
): Promise<Job[]> {
	const options = { batchSize: count, ignoreStartAfter: early, db: driverOf(db) }
	const taken = await boss(db).fetch<Kept>(queue, options)
	return taken.map(({ id, data: { data, triedBefore, askedAt } }) => ({
		id,
		data,
		triedBefore,
		askedAt: new Date(askedAt),
	}))
}

/** A job is done. `result` is kept beside it for some days. */
export async function finishJob(db: Db, queue: Queue, job: Job, result: object): Promise<void> {
	await boss(db).complete(queue, job.id, result, { db: driverOf(db) })
}

/** A job could not be done now: it is due again at `dueAt`, under the same id. */
export async function postponeJob(db: Db, queue: Queue, job: Job, dueAt: Date): Promise<void> {
	await replaceJob(db, queue, job, async (tx) => {
		await keep(tx, queue, triedAgain(job), { id: job.id, startAfter: dueAt })
	})
}

/** A job was taken and then left alone: it is due again, as if it had not been taken. */
export async function handBackJob(db: Db, queue: Queue, job: Job): Promise<void> {
	const { id, data, triedBefore, askedAt } = job
	await replaceJob(db, queue, job, async (tx) => {
		await keep(tx, queue, { data, triedBefore, askedAt: askedAt.toISOString() }, { id })
	})
}

/** A job cannot be done: it is kept with the reason where nobody takes it. */
export async function giveUpJob(db: Db, queue: Queue, job: Job, reason: object): Promise<void> {
	await replaceJob(db, queue, job, async (tx) => {
		await boss(tx).send(
			failedQueue(queue),
			{ ...triedAgain(job), reason },
			{ id: job.id, retentionDays: daysKeptAfterFailure, db: driverOf(tx) },
		)
	})
}

/** Free the jobs of processes that died, and drop what was done long ago. Any process may do so at any time. */
export async function tidyQueues(db: Db): Promise<void> {
	// The library offers this and leaves it out of its types.
	const tidier = bossOn(db) as PgBoss & { maintain: () => Promise<unknown> }
	await tidier.maintain()
}

/** How many jobs of a queue have failed for good and are kept. */
export async function countFailedJobs(db: Db, queue: Queue): Promise<number> {
	return bossOn(db).getQueueSize(failedQueue(queue))
}

/** Put another in a job's place, unless it is no longer ours: others may have taken it when our lease ran out. */
async function replaceJob(db: Db, queue: Queue, job: Job, put: (tx: Db) => Promise<void>): Promise<void> {
	await db.transaction(async (tx) => {
		const options = { db: driverOf(tx) }
		const present = await boss(tx).getJobById(queue, job.id, { ...options, includeArchive: false })
		if (present?.state !== 'active') return
		await boss(tx).deleteJob(queue, job.id, options)
		await put(tx)
	})
}

async function keep(tx: Db, queue: Queue, kept: Kept, options: PgBoss.JobOptions = {}): Promise<string> {
	const id = await boss(tx).send(queue, kept, { ...options, db: driverOf(tx) })
	if (!id) throw new Error(`There is no queue ${queue}: the migrations have not run.`)
	return id
}

function triedAgain({ data, triedBefore, askedAt }: Job): Kept {
	return { data, triedBefore: triedBefore + 1, askedAt: askedAt.toISOString() }
}
