import { sql } from 'drizzle-orm'
import { describe, expect, test as rule } from 'vitest'
import { openDatabase, type Db } from '#app/db.server.ts'
import { describeFailure } from '#app/jobs/failure.ts'
import {
	addJob,
	countFailedJobs,
	finishJob,
	giveUpJob,
	handBackJob,
	type Job,
	postponeJob,
	takeJobs,
	tidyQueues,
} from '#app/jobs/queue.server.ts'
import { patience, retryAfter } from '#app/jobs/retry.ts'
import { doJob, startWorker, type Work } from '#app/jobs/worker.server.ts'
import { migrate } from '#drizzle/migrate.server.ts'
import { failedQueue, queues } from '#drizzle/queues.server.ts'
import { test } from '#tests/support/database.ts'
import { noon } from '#tests/support/factories.ts'

const queue = 'letters'
const early = { early: true }
const undisturbed = () => new AbortController().signal

async function takeOne(db: Db): Promise<Job> {
	const [job] = await takeJobs(db, queue, 1, early)
	if (!job) throw new Error('There is no job to take.')
	return job
}

/** A promise that somebody else keeps. */
function gate<T = void>() {
	let open: (value: T) => void = () => {}
	const opened = new Promise<T>((resolve) => (open = resolve))
	return { open, opened }
}

describe('retryAfter', () => {
	const minute = 60
	const hour = 60 * minute

	rule('waits longer each time, and never more than an hour', () => {
		const waits = Array.from({ length: 9 }, (_, index) => retryAfter(index + 1, 0, 0))

		expect(waits).toEqual([30, 60, 120, 300, 600, 1200, 1800, hour, hour])
	})

	rule('tries for more than a day', () => {
		let age = 0
		let tries = 0
		for (let wait; (wait = retryAfter((tries += 1), age, 0)) !== null;) age += wait

		expect(age).toBeGreaterThan(24 * hour)
		expect(tries).toBeLessThan(50)
	})

	rule('gives up when patience is out', () => {
		expect(retryAfter(1, patience - 1, 0)).toBe(30)
		expect(retryAfter(1, patience, 0)).toBeNull()
	})

	rule('spreads what failed together over a tenth of the wait', () => {
		expect(retryAfter(8, 0, 1)).toBe(hour + hour / 10)
	})
})

describe('describeFailure', () => {
	const error = Object.assign(new Error('550 <mona@desk.example> unknown\n    at mona@desk.example'), {
		code: 'EENVELOPE',
		command: 'RCPT TO',
		responseCode: 550,
		params: ['mona@desk.example'],
	})

	rule('says what kind of error it is and where it came from, and nothing that it quotes', () => {
		const described = describeFailure(error)

		expect(described).toMatchObject({ name: 'Error', code: 'EENVELOPE', command: 'RCPT TO', reply: 550 })
		expect(described.at[0]).toContain('jobs.test.ts')
		expect(JSON.stringify(described)).not.toContain('mona')
	})

	rule('finds the code in the cause', () => {
		const wrapper = new Error('Failed query', {
			cause: Object.assign(new Error('duplicate'), { code: '23505' }),
		})

		expect(describeFailure(wrapper)).toMatchObject({ code: '23505' })
	})

	rule('makes do with what is no error', () => {
		expect(describeFailure('mona@desk.example')).toEqual({ name: 'string', at: [] })
	})
})

describe('a job', () => {
	test('is there when its transaction commits, and is taken by one', async ({ fresh: { db } }) => {
		const id = await db.transaction((tx) => addJob(tx, queue, { about: 'ميناء' }, noon))

		const taken = await takeJobs(db, queue, 5)
		expect(taken).toEqual([{ id, data: { about: 'ميناء' }, triedBefore: 0, askedAt: noon }])
		expect(await takeJobs(db, queue, 5, early)).toEqual([])
	})

	test('of a transaction that is rolled back never was', async ({ fresh: { db } }) => {
		await db
			.transaction(async (tx) => {
				await addJob(tx, queue, {})
				throw new Error('Not this time.')
			})
			.catch(() => {})

		expect(await takeJobs(db, queue, 5, early)).toEqual([])
	})

	test('is taken once however many processes reach for it', async ({ fresh: { db, connection } }) => {
		const ids = await Promise.all(Array.from({ length: 40 }, () => addJob(db, queue, {})))
		const others = [openDatabase(connection, { max: 2 }), openDatabase(connection, { max: 2 })]

		const takers = [db, db, ...others.flatMap((other) => [other.db, other.db])]
		const taken = await Promise.all(takers.map((taker) => takeJobs(taker, queue, 15, early)))
		await Promise.all(others.map(({ close }) => close()))

		expect(
			taken
				.flat()
				.map(({ id }) => id)
				.sort(),
		).toEqual(ids.sort())
	})

	test('that is done is not taken again', async ({ db }) => {
		await addJob(db, queue, {})
		await finishJob(db, queue, await takeOne(db), { sent: true })

		expect(await takeJobs(db, queue, 5, early)).toEqual([])
	})

	test('that is postponed comes back when it is due, as itself, tried once more', async ({
		fresh: { db },
	}) => {
		const id = await addJob(db, queue, { about: 'x' }, noon)
		await postponeJob(db, queue, await takeOne(db), new Date(Date.now() + 60_000))

		expect(await takeJobs(db, queue, 5)).toEqual([])
		expect(await takeOne(db)).toEqual({ id, data: { about: 'x' }, triedBefore: 1, askedAt: noon })
	})

	test('that is handed back comes back at once, as if it had not been taken', async ({ fresh: { db } }) => {
		const id = await addJob(db, queue, {}, noon)
		await handBackJob(db, queue, await takeOne(db))

		expect(await takeJobs(db, queue, 5)).toMatchObject([{ id, triedBefore: 0 }])
	})

	test('that is given up is kept, and nobody takes it', async ({ db }) => {
		await addJob(db, queue, {})
		await giveUpJob(db, queue, await takeOne(db), { name: 'Error' })

		expect(await takeJobs(db, queue, 5, early)).toEqual([])
		expect(await countFailedJobs(db, queue)).toBe(1)
	})

	test('that somebody else has finished meanwhile is not brought back', async ({ db }) => {
		await addJob(db, queue, {})
		const job = await takeOne(db)
		await finishJob(db, queue, job, {})

		await postponeJob(db, queue, job, noon)
		await giveUpJob(db, queue, job, {})

		expect(await takeJobs(db, queue, 5, early)).toEqual([])
		expect(await countFailedJobs(db, queue)).toBe(0)
	})
})

describe('a process that dies over a job', () => {
	/** As if the lease of everything taken had run out. */
	const letTimePass = (db: Db) =>
		db.execute(
			sql`update pgboss.job set started_on = started_on - interval '3 minutes' where state = 'active'`,
		)

	test('leaves it to the others, when its lease has run out and not before', async ({ db }) => {
		const id = await addJob(db, queue, {})
		await takeOne(db)

		await tidyQueues(db)
		expect(await takeJobs(db, queue, 5, early)).toEqual([])
		await letTimePass(db)
		await tidyQueues(db)
		expect(await takeOne(db)).toMatchObject({ id })
	})

	test('and dies over it again and again has it put aside', async ({ db }) => {
		await addJob(db, queue, {})
		let deaths = 0
		for (; (await takeJobs(db, queue, 1, early)).length > 0; deaths += 1) {
			await letTimePass(db)
			await tidyQueues(db)
		}

		expect(deaths).toBe(11)
		expect(await countFailedJobs(db, queue)).toBe(1)
	})
})

describe('doing a job', () => {
	test('that throws has it tried again later', async ({ db }) => {
		await addJob(db, queue, {})
		const fail: Work = () => Promise.reject(new RangeError('Out of range'))

		const outcome = await doJob(db, queue, await takeOne(db), fail, { signal: undisturbed() })

		expect(outcome).toMatchObject({ failed: { name: 'RangeError' } })
		expect(await takeOne(db)).toMatchObject({ triedBefore: 1 })
	})

	test('that throws because it is broken off hands it back', async ({ db }) => {
		await addJob(db, queue, {})
		const fail: Work = () => Promise.reject(new Error('Broken off'))

		expect(await doJob(db, queue, await takeOne(db), fail, { signal: AbortSignal.abort() })).toBeNull()
		expect(await takeOne(db)).toMatchObject({ triedBefore: 0 })
	})

	test('that was done and could not be written down only writes it down', async ({ db }) => {
		await addJob(db, queue, {})
		const job = await takeOne(db)
		const doTwice: Work = () => Promise.reject(new Error('Done a second time'))

		const outcome = await doJob(db, queue, job, doTwice, {
			signal: undisturbed(),
			settled: new Map([[job.id, { sent: true }]]),
		})

		expect(outcome).toEqual({ done: { sent: true } })
		expect(await takeJobs(db, queue, 5, early)).toEqual([])
	})
})

describe('a worker', () => {
	test('does what is there, each once, and what comes later', async ({ fresh: { db } }) => {
		const done: string[] = []
		const all = gate()
		const ids = await Promise.all(Array.from({ length: 10 }, () => addJob(db, queue, {})))

		const worker = startWorker(db, queue, (job) => {
			done.push(job.id)
			if (done.length === 11) all.open()
			return Promise.resolve({ done: {} })
		})
		ids.push(await addJob(db, queue, {}))
		await all.opened
		await worker.stop()

		expect(done.sort()).toEqual(ids.sort())
		expect(await takeJobs(db, queue, 5, early)).toEqual([])
	})

	test('that is stopped finishes what it does and takes nothing more', async ({ fresh: { db } }) => {
		await addJob(db, queue, {})
		const begun = gate()
		const finish = gate()
		const worker = startWorker(db, queue, async () => {
			begun.open()
			await finish.opened
			return { done: {} }
		})
		await begun.opened

		const stopped = worker.stop()
		const later = await addJob(db, queue, {})
		finish.open()
		await stopped

		expect((await takeJobs(db, queue, 5, early)).map(({ id }) => id)).toEqual([later])
	})

	test('that is stopped breaks off what takes too long and hands it back', async ({ fresh: { db } }) => {
		const id = await addJob(db, queue, {})
		const begun = gate()
		const work: Work = (_job, signal) =>
			new Promise((_resolve, reject) => {
				signal.addEventListener('abort', () => reject(new Error('Broken off')))
				begun.open()
			})
		const worker = startWorker(db, queue, work, { patience: 1 })
		await begun.opened

		await worker.stop()

		expect(await takeJobs(db, queue, 5)).toMatchObject([{ id, triedBefore: 0 }])
	})
})

test('processes that migrate together make one set of queues', async ({ fresh: { connection, db } }) => {
	await db.execute(sql`drop schema pgboss cascade`)

	await Promise.all([migrate(connection), migrate(connection), migrate(connection)])

	const names = await db.execute<{ name: string }>(sql`select name from pgboss.queue order by name`)
	expect(names.map(({ name }) => name)).toEqual(queues.flatMap((name) => [name, failedQueue(name)]).sort())
})
