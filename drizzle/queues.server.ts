import { sql } from 'drizzle-orm'
import PgBoss from 'pg-boss'
import type { Db } from '#app/db.server.ts'

/*
 * The tables of the queues of background work are pg-boss's own, in the schema `pgboss`. This file makes them, and
 * hands pg-boss our driver's pool or transaction for every statement; app/jobs/queue.server.ts works on them.
 */

export const queues = ['letters', 'copies', 'source-checks', 'housekeeping'] as const
export type Queue = (typeof queues)[number]

/** How long a process may be busy with a job before others may take it, in seconds: it has most likely died. */
const leaseSeconds = 120
/** How often a job may outlive the process that does it before it is given up: it may be what kills them. */
const deathsAllowed = 10
export const daysKeptAfterFailure = 90

/** Where the jobs of a queue go that have failed for good. Nobody works on it; people may look. */
export function failedQueue(queue: Queue): string {
	return `${queue}-failed`
}

/** Make or mend pg-boss's tables and our queues. Runs with the migrations, under their lock. */
export async function installQueues(db: Db): Promise<void> {
	const boss = bossOn(db)
	await boss.start()
	await boss.stop({ graceful: false })
	for (const queue of queues) {
		const options = {
			name: queue,
			policy: 'standard' as const,
			expireInSeconds: leaseSeconds,
			retryLimit: deathsAllowed,
			retryDelay: 1,
			retryBackoff: true,
			retentionMinutes: daysKeptAfterFailure * 24 * 60,
			deadLetter: failedQueue(queue),
		}
		await boss.createQueue(failedQueue(queue))
		await boss.createQueue(queue, options)
		await boss.updateQueue(queue, options)
	}
}

/** pg-boss on our own pool or transaction. Nothing runs by itself: no connection, no timer. */
export function bossOn(db: Db): PgBoss {
	return new PgBoss({
		db: driverOf(db),
		supervise: false,
		schedule: false,
		archiveCompletedAfterSeconds: 60 * 60,
		archiveFailedAfterSeconds: daysKeptAfterFailure * 24 * 60 * 60,
		deleteAfterDays: 7,
	})
}

/** What runs pg-boss's statements: our own pool, or a transaction of which they become a part. */
export function driverOf(db: Db): PgBoss.Db {
	return {
		async executeSql(text, values = []) {
			// Some come wrapped in a transaction, which on a pool has to be begun by the driver.
			const wrapped = /^\s*BEGIN;([\s\S]*)COMMIT;\s*$/.exec(text)?.[1]
			if (wrapped) return db.transaction((tx) => driverOf(tx).executeSql(wrapped, []))
			if (values.length === 0) return { rows: [...(await db.execute(sql.raw(text)))] }
			// The text has its own $1, $2 …; the comment behind it has Drizzle send the values in this order.
			const parameters = values.map((value) => sql`${sql.param(forParameter(value))}`)
			return { rows: [...(await db.execute(sql`${sql.raw(text)} /* ${sql.join(parameters)} */`))] }
		},
	}
}

/** Drizzle has the driver send JSON as it is given, so it is written here. */
function forParameter(value: unknown): unknown {
	if (value === undefined || value === null) return null
	return typeof value === 'object' && !Array.isArray(value) ? JSON.stringify(value) : value
}
