import { lt, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { oneTimeTokens, rateLimits, sessions } from '#drizzle/schema.ts'

const day = 24 * 60 * 60 * 1000
/** What is over is kept for so long, to be asked about. */
const kept = 7 * day

/** Sweep what has been over for a week: links and codes, sessions, and what was counted against limits. */
export async function keepHouse(tx: Db, now: Date): Promise<void> {
	const before = new Date(now.getTime() - kept)
	await tx.delete(oneTimeTokens).where(lt(oneTimeTokens.expiresAt, before))
	await tx
		.delete(sessions)
		.where(lt(sql`least(${sessions.expiresAt}, ${sessions.absoluteExpiresAt})`, before.toISOString()))
	await tx.delete(rateLimits).where(lt(rateLimits.expire, before))
}
