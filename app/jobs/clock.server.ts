import { and, eq, lte } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { logger } from '#app/log.server.ts'
import { clocks } from '#drizzle/schema.ts'
import { describeFailure } from './failure.ts'

/** What is done again and again, every so many milliseconds. `ask` is brief: it does little, or asks for jobs. */
export type Clock = { name: string; every: number; ask: (tx: Db, now: Date) => Promise<void> }

/** How many milliseconds pass between two looks at the clocks. */
const tick = 30_000

/**
 * Look at the clocks again and again, until stopped. Any number of processes may do so: whichever comes first moves a
 * clock on, in the transaction that asks for its work, and the others find that it is not due.
 */
export function startClock(db: Db, list: readonly Clock[]): { stop: () => Promise<void> } {
	let looking = look()
	const timer = setInterval(() => {
		looking = looking.then(look)
	}, tick)

	async function look(): Promise<void> {
		for (const clock of list) {
			try {
				await strike(db, clock, new Date())
			} catch (error) {
				logger.error({ clock: clock.name, failure: describeFailure(error) }, 'a clock did not strike')
			}
		}
	}

	return {
		async stop() {
			clearInterval(timer)
			await looking
		},
	}
}

/** Do what a clock is for if it is due, and move it on. @returns whether it was due */
export async function strike(db: Db, { name, every, ask }: Clock, now: Date): Promise<boolean> {
	await db.insert(clocks).values({ name, dueAt: now }).onConflictDoNothing()
	return db.transaction(async (tx) => {
		const [due] = await tx
			.select({ name: clocks.name })
			.from(clocks)
			.where(and(eq(clocks.name, name), lte(clocks.dueAt, now)))
			.for('update', { skipLocked: true })
		if (!due) return false
		await tx
			.update(clocks)
			.set({ dueAt: new Date(now.getTime() + every), lastAt: now })
			.where(eq(clocks.name, name))
		await ask(tx, now)
		return true
	})
}
