import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { Refusal } from '#app/errors.ts'
import { oneTimeTokens, users } from '#drizzle/schema.ts'
import { recordAccountEvent } from './account-events.server.ts'
import { hashNewPassword, joinTeam, type Newcomer } from './joining.server.ts'
import { findToken, issueToken, spendToken } from './one-time-tokens.server.ts'
import { lockTeam } from './team-lock.server.ts'

/**
 * Whether anybody can sign in. The account in whose name the import command works is disabled from the beginning,
 * so it is nobody.
 */
async function isAnybodyHere(db: Db): Promise<boolean> {
	return (await db.$count(users, isNull(users.disabledAt))) > 0
}

/**
 * Make the secret of the link by which the first admin sets the desk up, if nobody is here yet. Every start of a
 * process makes one, and only the newest opens anything.
 * @returns the secret; `null` when somebody is here
 */
export async function beginSetUp(db: Db, now = new Date()): Promise<string | null> {
	return db.transaction(async (tx) => {
		await lockTeam(tx)
		if (await isAnybodyHere(tx)) return null
		await cancelLinks(tx, now)
		return issueToken(tx, 'first-admin', {}, now)
	})
}

/** How far setting up is: `done` when somebody is here, `open` for a link that works, `closed` without one. */
export async function findSetUp(
	db: Db,
	secret: string,
	now = new Date(),
): Promise<'done' | 'open' | 'closed'> {
	if (await isAnybodyHere(db)) return 'done'
	return (await findToken(db, 'first-admin', secret, now)) ? 'open' : 'closed'
}

/**
 * Make the first admin. Of any number who try at once, one is made.
 * @param input.email as `readMailAddress` gives it
 * @throws Refusal `spent` when somebody is here, or for a link that opens nothing (any more); `invalid` for a password
 *   that will not do; `look-alike`, `taken` as `joinTeam`
 */
export async function makeFirstAdmin(
	db: Db,
	{ secret, email, name, language, password }: Newcomer & { secret: string; email: string },
	now = new Date(),
): Promise<{ id: string }> {
	if ((await findSetUp(db, secret, now)) !== 'open') throw new Refusal('spent')
	const passwordHash = await hashNewPassword(password, { email, name })
	return db.transaction(async (tx) => {
		await lockTeam(tx)
		if (await isAnybodyHere(tx)) throw new Refusal('spent')
		if (!(await spendToken(tx, 'first-admin', secret, now))) throw new Refusal('spent')
		const { id } = await joinTeam(tx, { email, name, role: 'admin', language, passwordHash }, now)
		await cancelLinks(tx, now)
		await recordAccountEvent(tx, { actorId: id, subjectId: id, kind: 'first-admin' }, now)
		return { id }
	})
}

async function cancelLinks(tx: Db, now: Date): Promise<void> {
	await tx
		.update(oneTimeTokens)
		.set({ usedAt: now })
		.where(and(eq(oneTimeTokens.purpose, 'first-admin'), isNull(oneTimeTokens.usedAt)))
}
