import { and, eq, gt, isNull } from 'drizzle-orm'
import { countLetter } from '#app/auth/limits.server.ts'
import { endSessions } from '#app/auth/sessions.server.ts'
import type { Db } from '#app/db.server.ts'
import { tokenLifetime, type TokenPurpose } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { cancelTokens, findToken, spendToken } from '#app/services/one-time-tokens.server.ts'
import { emailChanges, users } from '#drizzle/schema.ts'

/** Which mailbox a link was sent to: the one that is left or the one that is moved to. */
export type ChangeEnd = 'old' | 'new'

export function parseChangeEnd(value: unknown): ChangeEnd | null {
	return value === 'old' || value === 'new' ? value : null
}

const purposes = { old: 'email-change-old', new: 'email-change-new' } satisfies Record<
	ChangeEnd,
	TokenPurpose
>

/** A change that waits for one mailbox or both. */
export type PendingChange = {
	newEmail: string
	expiresAt: Date
	oldConfirmed: boolean
	newConfirmed: boolean
}

/** A person's change that is under way, if there is one. */
export async function findPendingChange(
	db: Db,
	actor: Actor,
	now = new Date(),
): Promise<PendingChange | null> {
	const [change] = await db
		.select()
		.from(emailChanges)
		.where(
			and(eq(emailChanges.userId, actor.id), isNull(emailChanges.endedAt), gt(emailChanges.expiresAt, now)),
		)
	if (!change) return null
	const { newEmail, expiresAt, oldConfirmedAt, newConfirmedAt } = change
	return { newEmail, expiresAt, oldConfirmed: oldConfirmedAt !== null, newConfirmed: newConfirmedAt !== null }
}

/**
 * Ask for another mail address. Nothing changes until both mailboxes have agreed to it by the link in their letter;
 * a change that was under way is given up for it. An address that is somebody else's gets no letter, and whoever asks
 * sees the same as for any other.
 * @param change.email as `readMailAddress` reads it
 * @throws Refusal `too-many` with the `seconds` to wait; `invalid` with the `field` and its `fault` for the address
 *   one has
 */
export async function askEmailChange(
	db: Db,
	actor: Actor,
	{ email, network }: { email: string; network: string },
	now = new Date(),
): Promise<void> {
	if (email === actor.email) {
		throw new Refusal('invalid', 'The same address', { field: 'email', fault: 'same-email' })
	}
	const seconds = await countLetter(db, { email, network }, now)
	if (seconds !== null) throw new Refusal('too-many', 'Too many letters', { seconds })

	await db.transaction(async (tx) => {
		await giveUp(tx, actor, now)
		const [change] = await tx
			.insert(emailChanges)
			.values({
				id: newId(),
				userId: actor.id,
				newEmail: email,
				createdAt: now,
				expiresAt: new Date(now.getTime() + tokenLifetime['email-change-new'] * 1000),
			})
			.returning({ id: emailChanges.id })
		if (!change) throw new Error('The change was not kept.')
		await recordAccountEvent(tx, { actorId: actor.id, subjectId: actor.id, kind: 'email-change-asked' }, now)
		await post(tx, { kind: 'email-change', changeId: change.id, end: 'old' }, now)
		if (await isFree(tx, email))
			await post(tx, { kind: 'email-change', changeId: change.id, end: 'new' }, now)
	})
}

/** Give up a change that is under way. @returns whether there was one */
export async function cancelEmailChange(db: Db, actor: Actor, now = new Date()): Promise<boolean> {
	return db.transaction((tx) => giveUp(tx, actor, now))
}

async function giveUp(tx: Db, actor: Actor, now: Date): Promise<boolean> {
	// Whoever asks or confirms at the same time waits here, so that there is never more than one.
	await tx.select({ id: users.id }).from(users).where(eq(users.id, actor.id)).for('update')
	const ended = await tx
		.update(emailChanges)
		.set({ endedAt: now })
		.where(and(eq(emailChanges.userId, actor.id), isNull(emailChanges.endedAt)))
		.returning({ id: emailChanges.id })
	await cancelLinks(tx, actor.id, now)
	return ended.length > 0
}

async function cancelLinks(tx: Db, userId: string, now: Date): Promise<void> {
	for (const purpose of Object.values(purposes)) await cancelTokens(tx, purpose, { userId }, now)
}

/** What a link would confirm; looking at it spends nothing. `null` for one that can do nothing any more. */
export async function findEmailChange(
	db: Db,
	{ end, secret }: { end: ChangeEnd; secret: string },
	now = new Date(),
): Promise<{ name: string; newEmail: string } | null> {
	const token = await findToken(db, purposes[end], secret, now)
	const [found] = await db
		.select({ name: users.name, newEmail: emailChanges.newEmail })
		.from(emailChanges)
		.innerJoin(users, eq(users.id, emailChanges.userId))
		.where(
			and(
				eq(emailChanges.id, String(token?.detail['changeId'])),
				isNull(emailChanges.endedAt),
				gt(emailChanges.expiresAt, now),
				isNull(users.disabledAt),
			),
		)
	return found ?? null
}

/** What came of a confirmation: the other mailbox is still to agree, the address has changed, or cannot any more. */
export type Confirmation = 'awaits-old' | 'awaits-new' | 'changed' | 'taken'

/**
 * Confirm a change from one of the two mailboxes. With the second confirmation the address changes: every session of
 * the person ends, links to set a password that went to the old mailbox are void, and a letter says so.
 * @throws Refusal `spent` for a link that was used, has run out, or belongs to a change that was given up
 */
export async function confirmEmailChange(
	db: Db,
	{ end, secret }: { end: ChangeEnd; secret: string },
	now = new Date(),
): Promise<Confirmation> {
	return db.transaction(async (tx) => {
		const waiting = await findToken(tx, purposes[end], secret, now)
		if (!waiting?.userId) throw new Refusal('spent')
		// The person's row first, as whoever gives the change up does: two who wait for each other would both fail.
		const [person] = await tx.select().from(users).where(eq(users.id, waiting.userId)).for('update')
		const token = await spendToken(tx, purposes[end], secret, now)
		if (!token || !person || person.disabledAt) throw new Refusal('spent')
		const [change] = await tx
			.update(emailChanges)
			.set(end === 'old' ? { oldConfirmedAt: now } : { newConfirmedAt: now })
			.where(
				and(
					eq(emailChanges.id, String(token.detail['changeId'])),
					eq(emailChanges.userId, person.id),
					isNull(emailChanges.endedAt),
					gt(emailChanges.expiresAt, now),
				),
			)
			.returning()
		if (!change) throw new Refusal('spent')
		if (!change.oldConfirmedAt) return 'awaits-old'
		if (!change.newConfirmedAt) return 'awaits-new'

		await tx.update(emailChanges).set({ endedAt: now }).where(eq(emailChanges.id, change.id))
		await cancelLinks(tx, person.id, now)
		if (!(await moveTo(tx, person.id, change.newEmail))) return 'taken'
		await cancelTokens(tx, 'password-reset', { userId: person.id }, now)
		await endSessions(tx, person.id)
		await recordAccountEvent(tx, { actorId: person.id, subjectId: person.id, kind: 'email-changed' }, now)
		await post(tx, { kind: 'account-changed', userId: person.id, what: 'email' }, now)
		return 'changed'
	})
}

async function isFree(tx: Db, email: string): Promise<boolean> {
	return (await tx.$count(users, eq(users.email, email))) === 0
}

/** @returns `false` when somebody else has come to have the address since it was asked for */
async function moveTo(tx: Db, userId: string, email: string): Promise<boolean> {
	try {
		// A savepoint: a clash must not take the rest back.
		await tx.transaction(async (savepoint) => {
			await savepoint.update(users).set({ email }).where(eq(users.id, userId))
		})
		return true
	} catch (error) {
		if (await isFree(tx, email)) throw error
		return false
	}
}
