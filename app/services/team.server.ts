import { eq } from 'drizzle-orm'
import { clearSecondFactors } from '#app/auth/second-factor.server.ts'
import { endSessions as endAllSessions } from '#app/auth/sessions.server.ts'
import type { Db } from '#app/db.server.ts'
import { type Actor, hasRole, type Role } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { post } from '#app/mail/post.server.ts'
import { users } from '#drizzle/schema.ts'
import { recordAccountEvent } from './account-events.server.ts'
import { withdrawInvitationsOf } from './invitations.server.ts'
import { cancelTokens } from './one-time-tokens.server.ts'
import { isLastAdmin, lockPerson, lockTeam, requireAdmin } from './team-lock.server.ts'

/*
 * What admins do to the accounts of others. Each asks again, behind the team's lock, whether the actor is an admin
 * still; each is history in the transaction that does it, and each holds from the person's next request.
 */

type Person = typeof users.$inferSelect

/**
 * Give a person another role. They sign in afresh with it. Invitations sent by somebody who is an admin no longer are
 * taken back.
 * @param input.from the role the actor saw
 * @throws Refusal `forbidden` unless an admin; `not-found`; `stale` when they have another role by now; `last-admin`
 *   for the only admin who can sign in
 */
export async function changeRole(
	db: Db,
	actor: Actor,
	{ personId, from, to }: { personId: string; from: Role; to: Role },
	now = new Date(),
): Promise<void> {
	await change(db, actor, personId, async (tx, person) => {
		if (person.role !== from) throw new Refusal('stale', undefined, { role: person.role })
		if (from === to) return
		if (!hasRole(to, from) && (await isLastAdmin(tx, person.id))) throw new Refusal('last-admin')
		await tx.update(users).set({ role: to }).where(eq(users.id, person.id))
		const sessions = await endAllSessions(tx, person.id)
		if (!hasRole(to, 'admin')) await withdrawInvitationsOf(tx, actor, person.id, now)
		await record(tx, actor, person, 'role-changed', { from, to, sessions }, now)
		await post(tx, { kind: 'account-changed', userId: person.id, what: 'role' }, now)
	})
}

/**
 * Shut a person out from their next request on. What they made and proposed stays on record under their name; links
 * and invitations they hold or sent open nothing any more. Done again, it changes nothing.
 * @throws Refusal `forbidden` unless an admin, or for oneself; `not-found`; `last-admin`
 */
export async function disablePerson(db: Db, actor: Actor, personId: string, now = new Date()): Promise<void> {
	await change(db, actor, personId, async (tx, person) => {
		if (person.id === actor.id) throw new Refusal('forbidden', 'Nobody shuts themselves out')
		if (person.disabledAt) return
		if (await isLastAdmin(tx, person.id)) throw new Refusal('last-admin')
		await tx.update(users).set({ disabledAt: now }).where(eq(users.id, person.id))
		const sessions = await endAllSessions(tx, person.id)
		for (const purpose of [
			'password-reset',
			'second-step',
			'email-change-old',
			'email-change-new',
		] as const) {
			await cancelTokens(tx, purpose, { userId: person.id }, now)
		}
		await withdrawInvitationsOf(tx, actor, person.id, now)
		await record(tx, actor, person, 'disabled', { sessions }, now)
		await post(tx, { kind: 'account-changed', userId: person.id, what: 'disabled' }, now)
	})
}

/** Let a person in again, with the password and the role they had. @throws Refusal `forbidden`, `not-found` */
export async function enablePerson(db: Db, actor: Actor, personId: string, now = new Date()): Promise<void> {
	await change(db, actor, personId, async (tx, person) => {
		if (!person.disabledAt) return
		await tx.update(users).set({ disabledAt: null }).where(eq(users.id, person.id))
		// A sign-in that was under way while they were shut out may have left one.
		await endAllSessions(tx, person.id)
		await record(tx, actor, person, 'enabled', {}, now)
	})
}

/** End every session of a person. @returns how many there were @throws Refusal `forbidden`, `not-found` */
export async function endSessions(db: Db, actor: Actor, personId: string, now = new Date()): Promise<number> {
	return change(db, actor, personId, async (tx, person) => {
		const sessions = await endAllSessions(tx, person.id)
		await cancelTokens(tx, 'second-step', { userId: person.id }, now)
		await record(tx, actor, person, 'sessions-ended', { sessions }, now)
		return sessions
	})
}

/**
 * Take the second factor, passkeys and recovery codes from somebody who has lost them, and end their sessions.
 * @throws Refusal `forbidden` unless an admin, or for oneself; `not-found`
 */
export async function removeSecondFactor(
	db: Db,
	actor: Actor,
	personId: string,
	now = new Date(),
): Promise<void> {
	await change(db, actor, personId, async (tx, person) => {
		if (person.id === actor.id) throw new Refusal('forbidden', 'One’s own is removed by showing it')
		if (!(await clearSecondFactors(tx, person.id))) return
		const sessions = await endAllSessions(tx, person.id)
		for (const purpose of ['second-step', 'passkey-add'] as const) {
			await cancelTokens(tx, purpose, { userId: person.id }, now)
		}
		await record(tx, actor, person, 'second-factor-removed', { sessions }, now)
		await post(tx, { kind: 'account-changed', userId: person.id, what: 'second-factor-removed' }, now)
	})
}

/** Do something to a person behind the team's lock, if the actor is an admin still. */
async function change<Result>(
	db: Db,
	actor: Actor,
	personId: string,
	work: (tx: Db, person: Person) => Promise<Result>,
): Promise<Result> {
	return db.transaction(async (tx) => {
		await lockTeam(tx)
		await requireAdmin(tx, actor)
		return work(tx, await lockPerson(tx, personId))
	})
}

async function record(
	tx: Db,
	actor: Actor,
	person: Person,
	kind: 'role-changed' | 'disabled' | 'enabled' | 'sessions-ended' | 'second-factor-removed',
	detail: Record<string, unknown>,
	now: Date,
): Promise<void> {
	await recordAccountEvent(tx, { actorId: actor.id, subjectId: person.id, kind, detail }, now)
}
