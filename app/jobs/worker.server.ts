import type { Db } from '#app/db.server.ts'
import { logger } from '#app/log.server.ts'
import type { Queue } from '#drizzle/queues.server.ts'
import { describeFailure, type Failure } from './failure.ts'
import {
	countFailedJobs,
	finishJob,
	giveUpJob,
	handBackJob,
	type Job,
	postponeJob,
	takeJobs,
	tidyQueues,
} from './queue.server.ts'
import { retryAfter } from './retry.ts'

/** What came of a try. What is thrown instead counts as `failed`. */
export type Outcome =
	| { done: object }
	/** To be tried again, for as long as the schedule says. */
	| { failed: Failure }
	/** Not to be tried again: it would fail as it did. */
	| { hopeless: Failure }

/** Do a job. When `signal` is aborted the process is about to end: stop, and throw. */
export type Work = (job: Job, signal: AbortSignal) => Promise<Outcome>

export type Worker = {
	/** Take no more, wait for what is being done, break off and hand back what takes too long. */
	stop: () => Promise<void>
}

/** How many jobs a process does at the same time. */
const lanes = 4
/** How many milliseconds an empty queue is left alone. */
const pause = 2_000
const tidyEvery = 30_000

/**
 * Do the jobs of a queue as they come due, a few at a time, until stopped.
 * @param options.patience how many milliseconds what is being done may take when it is stopped
 */
export function startWorker(
	db: Db,
	queue: Queue,
	work: Work,
	{ patience = 5_000 }: { patience?: number } = {},
): Worker {
	const leaving = new AbortController()
	const breakingOff = new AbortController()
	const underway = new Set<Promise<void>>()
	const circumstances = { signal: breakingOff.signal, settled: new Map<string, object>() }
	let tidied = 0

	async function run(): Promise<void> {
		while (!leaving.signal.aborted) {
			const found = await attempt(queue, async () => {
				if (Date.now() - tidied > tidyEvery) {
					tidied = Date.now()
					await tidy(db, queue)
				}
				return begin()
			})
			if (underway.size >= lanes) await Promise.race(underway)
			else if (!found) await rest(leaving.signal)
		}
	}

	async function begin(): Promise<boolean> {
		const jobs = await takeJobs(db, queue, lanes - underway.size)
		for (const job of jobs) {
			const doing = attempt(queue, () => doJob(db, queue, job, work, circumstances)).then(() => {
				underway.delete(doing)
			})
			underway.add(doing)
		}
		return jobs.length > 0
	}

	const running = run()
	return {
		async stop() {
			leaving.abort()
			const overdue = setTimeout(() => breakingOff.abort(), patience)
			await running
			await Promise.all(underway)
			clearTimeout(overdue)
		},
	}
}

/** Jobs that are done and not yet written down as done, and their results. */
type Settled = Map<string, object>

type Circumstances = { signal: AbortSignal; settled?: Settled; clock?: () => Date }

/**
 * Try a job that was taken, and write down what came of it.
 * @param clock what time it is; tests move it
 * @returns what came of it; `null` when it was broken off and handed back
 */
export async function doJob(
	db: Db,
	queue: Queue,
	job: Job,
	work: Work,
	{ signal, settled = new Map(), clock = () => new Date() }: Circumstances,
): Promise<Outcome | null> {
	const before = settled.get(job.id)
	const outcome = before ? { done: before } : await tryJob(job, work, signal)
	if (!outcome) {
		await handBackJob(db, queue, job)
		return null
	}
	if ('done' in outcome) {
		settled.set(job.id, outcome.done)
		await finishSurely(db, queue, job, outcome.done, signal)
		settled.delete(job.id)
		return outcome
	}
	const failure = 'failed' in outcome ? outcome.failed : outcome.hopeless
	const tries = job.triedBefore + 1
	const age = (clock().getTime() - job.askedAt.getTime()) / 1000
	const wait = 'failed' in outcome ? retryAfter(tries, age, Math.random()) : null
	const facts = { queue, job: job.id, tries, failure }
	if (wait === null) {
		await giveUpJob(db, queue, job, failure)
		logger.error(facts, 'a job has failed for good and is kept')
	} else {
		await postponeJob(db, queue, job, new Date(clock().getTime() + wait * 1000))
		logger.warn({ ...facts, wait }, 'a job has failed and will be tried again')
	}
	return outcome
}

/** What has been done must be known to be done, or it is done twice: when the database is away, wait for it. */
async function finishSurely(
	db: Db,
	queue: Queue,
	job: Job,
	result: object,
	signal: AbortSignal,
): Promise<void> {
	for (;;) {
		try {
			return await finishJob(db, queue, job, result)
		} catch (error) {
			if (signal.aborted) throw error
			logger.error({ queue, job: job.id, failure: describeFailure(error) }, 'waiting for the database')
			await rest(signal)
		}
	}
}

async function tryJob(job: Job, work: Work, signal: AbortSignal): Promise<Outcome | null> {
	try {
		return await work(job, signal)
	} catch (error) {
		return signal.aborted ? null : { failed: describeFailure(error) }
	}
}

async function tidy(db: Db, queue: Queue): Promise<void> {
	await tidyQueues(db)
	const failed = await countFailedJobs(db, queue)
	// A job that kills its process fails without a word from whoever did it.
	if (failed > (lastSeen.get(queue) ?? 0)) logger.error({ queue, failed }, 'failed jobs are kept')
	lastSeen.set(queue, failed)
}

const lastSeen = new Map<Queue, number>()

/** A database that is away is no reason for the process to end: what could not be written is done again later. */
async function attempt<T>(queue: Queue, work: () => Promise<T>): Promise<T | null> {
	try {
		return await work()
	} catch (error) {
		logger.error({ queue, failure: describeFailure(error) }, 'the queue could not be worked on')
		return null
	}
}

function rest(signal: AbortSignal): Promise<void> {
	if (signal.aborted) return Promise.resolve()
	return new Promise((resolve) => {
		const end = () => {
			clearTimeout(timer)
			signal.removeEventListener('abort', end)
			resolve()
		}
		const timer = setTimeout(end, pause)
		signal.addEventListener('abort', end, { once: true })
	})
}
