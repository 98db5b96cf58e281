import { and, eq, isNull } from 'drizzle-orm'
import { countLetter } from '#app/auth/limits.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { clearSecondFactors } from '#app/auth/second-factor.server.ts'
import { endSessions } from '#app/auth/sessions.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { post } from '#app/mail/post.server.ts'
import { users } from '#drizzle/schema.ts'
import { recordAccountEvent } from './account-events.server.ts'
import { hashNewPassword } from './joining.server.ts'
import { cancelTokens, findToken, issueToken, newSecret, spendToken } from './one-time-tokens.server.ts'
import { lockPerson, requireAdmin } from './team-lock.server.ts'

/**
 * Have a reset link sent to an address, if it is somebody's: the same is done and said whoever it is, and the letter's
 * worker finds out.
 * @param input.email as `readMailAddress` gives it
 * @throws Refusal `too-many` with the seconds to wait, for addresses that are nobody's too
 */
export async function askForReset(
	db: Db,
	{ email, network }: { email: string; network: string },
	now = new Date(),
): Promise<void> {
	await requireLetterLeft(db, { email, network })
	await db.transaction(async (tx) => {
		const [person] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
		const asked = { actorId: null, subjectId: person?.id ?? null, kind: 'password-reset-asked' as const }
		await recordAccountEvent(tx, asked, now)
		await post(tx, { kind: 'password-reset', email }, now)
	})
}

/**
 * Send a person of the team a reset link.
 * @throws Refusal `forbidden` unless an admin; `not-found`; `invalid` for somebody disabled; `too-many` as for
 *   everybody who asks
 */
export async function sendReset(
	db: Db,
	actor: Actor,
	{ personId, network }: { personId: string; network: string },
	now = new Date(),
): Promise<void> {
	await requireAdmin(db, actor)
	const [known] = await db.select({ email: users.email }).from(users).where(eq(users.id, personId))
	if (!known) throw new Refusal('not-found', `No person ${personId}`)
	// Counted outside: what a transaction takes back would not have been counted.
	await requireLetterLeft(db, { email: known.email, network })
	await db.transaction(async (tx) => {
		await requireAdmin(tx, actor)
		const person = await lockPerson(tx, personId)
		if (person.disabledAt) throw new Refusal('invalid', 'Nobody who can sign in')
		const asked = { actorId: actor.id, subjectId: person.id, kind: 'password-reset-asked' as const }
		await recordAccountEvent(tx, asked, now)
		await post(tx, { kind: 'password-reset', email: person.email }, now)
	})
}

async function requireLetterLeft(db: Db, attempt: { email: string; network: string }): Promise<void> {
	const seconds = await countLetter(db, attempt)
	if (seconds !== null) throw new Refusal('too-many', undefined, { seconds })
}

/** Whose password the link resets; `null` when it opens nothing (any more). Looking at it spends nothing. */
export async function findReset(
	db: Db,
	secret: string,
	now = new Date(),
): Promise<{ id: string; name: string; email: string } | null> {
	const token = await findToken(db, 'password-reset', secret, now)
	if (!token?.userId) return null
	const [person] = await db
		.select({ id: users.id, name: users.name, email: users.email })
		.from(users)
		.where(and(eq(users.id, token.userId), isNull(users.disabledAt)))
	return person ?? null
}

/**
 * Set a new password by a link. Every session of the person ends, whatever else was under way with the old password
 * is void, and nobody is signed in by it; a second factor stays.
 * @throws Refusal `spent` for a link that opens nothing; `invalid` for a password that will not do, which leaves the
 *   link unspent
 */
export async function resetPassword(
	db: Db,
	{ secret, password }: { secret: string; password: string },
	now = new Date(),
): Promise<{ email: string }> {
	const owner = await findReset(db, secret, now)
	if (!owner) throw new Refusal('spent')
	const passwordHash = await hashNewPassword(password, owner)
	return db.transaction(async (tx) => {
		// The person before the token, as whoever disables them does: in another order the two could wait for each other.
		const person = await lockPerson(tx, owner.id)
		if (person.disabledAt || !(await spendToken(tx, 'password-reset', secret, now))) {
			throw new Refusal('spent')
		}
		await replacePassword(tx, person.id, passwordHash, now)
		const done = { actorId: person.id, subjectId: person.id, kind: 'password-reset' as const }
		await recordAccountEvent(tx, done, now)
		await post(tx, { kind: 'account-changed', userId: person.id, what: 'password' }, now)
		return { email: person.email }
	})
}

/**
 * For whoever runs the server: make the person's password useless, end their sessions, and make a link by which they
 * set a new one.
 * @param options.secondFactor `remove` for somebody who has lost that as well
 * @returns the link's secret
 * @throws Refusal `not-found` for an address that is nobody's; `invalid` for somebody disabled
 */
export async function resetByOperator(
	db: Db,
	email: string,
	{ secondFactor }: { secondFactor: 'keep' | 'remove' },
	now = new Date(),
): Promise<{ secret: string; sessions: number }> {
	const unusable = await hashPassword(newSecret())
	return db.transaction(async (tx) => {
		const [found] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
		const person = await lockPerson(tx, found?.id ?? '')
		if (person.disabledAt) throw new Refusal('invalid', 'Nobody who can sign in')
		const sessions = await replacePassword(tx, person.id, unusable, now)
		const history = { actorId: null, subjectId: person.id }
		await recordAccountEvent(tx, { ...history, kind: 'password-reset-asked', detail: { sessions } }, now)
		if (secondFactor === 'remove' && (await clearSecondFactors(tx, person.id))) {
			await recordAccountEvent(tx, { ...history, kind: 'second-factor-removed' }, now)
			await post(tx, { kind: 'account-changed', userId: person.id, what: 'second-factor-removed' }, now)
		}
		return { secret: await issueToken(tx, 'password-reset', { userId: person.id }, now), sessions }
	})
}

/** @returns how many sessions ended */
async function replacePassword(tx: Db, userId: string, passwordHash: string, now: Date): Promise<number> {
	await tx.update(users).set({ passwordHash }).where(eq(users.id, userId))
	// Whoever has shown the old password and is asked for the second factor begins anew.
	for (const purpose of ['password-reset', 'second-step'] as const) {
		await cancelTokens(tx, purpose, { userId }, now)
	}
	return endSessions(tx, userId)
}
