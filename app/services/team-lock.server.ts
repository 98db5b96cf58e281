import { and, eq, isNull, ne, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { users } from '#drizzle/schema.ts'
import { systemId } from './people.server.ts'

/**
 * Let changes of who belongs to the team, and as what, come one after the other until the transaction ends: no two
 * can each be right alone and wrong together (two first admins, two last ones who demote each other, two names that
 * look the same).
 */
export async function lockTeam(tx: Db): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('the team', 0))`)
}

/**
 * Ask again, in the transaction, whether the actor is an admin: the one who was demoted a moment ago is not.
 * @throws Refusal `forbidden`
 */
export async function requireAdmin(tx: Db, actor: Actor): Promise<void> {
	const [now] = await tx
		.select({ role: users.role, disabledAt: users.disabledAt })
		.from(users)
		.where(eq(users.id, actor.id))
	if (!now || now.disabledAt || !hasRole(now.role, 'admin')) throw new Refusal('forbidden')
}

/** Whether the team would have no admin who can sign in without this person. Ask it behind `lockTeam`. */
export async function isLastAdmin(tx: Db, personId: string): Promise<boolean> {
	const admins = and(eq(users.role, 'admin'), isNull(users.disabledAt))
	const [others, own] = [
		await tx.$count(users, and(admins, ne(users.id, personId))),
		await tx.$count(users, and(admins, eq(users.id, personId))),
	]
	return own > 0 && others === 0
}

/**
 * A person's row, locked until the transaction ends; what only points at the person (a session, a link) goes on.
 * @throws Refusal `not-found` for nobody
 */
export async function lockPerson(tx: Db, personId: string): Promise<typeof users.$inferSelect> {
	const [person] = await tx
		.select()
		.from(users)
		.where(and(eq(users.id, personId), ne(users.id, systemId)))
		.for('no key update')
	if (!person) throw new Refusal('not-found', `No person ${personId}`)
	return person
}
