import { and, eq, isNull, ne } from 'drizzle-orm'
import type { AuthenticationResponseJSON } from '@simplewebauthn/server'
import { countProof } from '#app/auth/limits.server.ts'
import { provePasskey } from '#app/auth/passkeys.server.ts'
import { assessPassword, checkPassword, hashPassword, rehashIfNeeded } from '#app/auth/password.server.ts'
import { checkCode } from '#app/auth/second-factor.server.ts'
import { endOtherSessions, endSession } from '#app/auth/sessions.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import { looksOf } from '#app/domain/look-alike.ts'
import { readPassword } from '#app/domain/password.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { securityEvent } from '#app/log.server.ts'
import { post } from '#app/mail/post.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { cancelTokens } from '#app/services/one-time-tokens.server.ts'
import { lockTeam } from '#app/services/team-lock.server.ts'
import { users } from '#drizzle/schema.ts'

/**
 * Set one's own name and the language one reads the desk in.
 * @throws Refusal `look-alike` for a name that reads like a colleague's, past or present
 */
export async function saveProfile(
	db: Db,
	actor: Actor,
	{ name, language }: { name: string; language: Language },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const isRenamed = actor.name !== name
		if (isRenamed) await requireOwnLooks(tx, actor, name)
		await tx.update(users).set({ name, language }).where(eq(users.id, actor.id))
		if (!isRenamed) return
		await recordAccountEvent(tx, { actorId: actor.id, subjectId: actor.id, kind: 'name-changed' }, now)
	})
}

async function requireOwnLooks(tx: Db, actor: Actor, name: string): Promise<void> {
	await lockTeam(tx)
	const others = await tx.select({ name: users.name }).from(users).where(ne(users.id, actor.id))
	const looks = looksOf(name)
	if (looks === '' || others.some((other) => looksOf(other.name) === looks)) throw new Refusal('look-alike')
}

/**
 * Count a proof that a signed-in person is about to give, before it is looked at: what is only counted when it was
 * wrong lets the right one through, however many were tried. Call it with the pool, not in a transaction.
 * @throws Refusal `too-many` with the `seconds` to wait
 */
async function admitProof(db: Db, actor: Actor, network: string, now = new Date()): Promise<void> {
	const seconds = await countProof(db, { userId: actor.id, network }, now)
	if (seconds !== null) throw new Refusal('too-many', 'Too many proofs', { seconds })
}

/**
 * Have a signed-in person prove by their password that it is they.
 * @param password.field what the form calls it, for the refusal
 * @returns the hash the password was found to belong to
 * @throws Refusal `too-many` with the `seconds` to wait; `invalid` with the `field` and its `fault`
 */
export async function proveByPassword(
	db: Db,
	actor: Actor,
	{ password, field, network }: { password: string; field: string; network: string },
	now = new Date(),
): Promise<string> {
	await admitProof(db, actor, network, now)
	const [person] = await db
		.select({ id: users.id, passwordHash: users.passwordHash })
		.from(users)
		.where(and(eq(users.id, actor.id), isNull(users.disabledAt)))
	const right = await checkPassword(person?.passwordHash ?? null, password)
	if (!person || !right) {
		securityEvent('proof-failed', { userId: actor.id, proof: 'password' })
		throw new Refusal('invalid', 'Wrong password', { field, fault: 'wrong-password' })
	}
	return rehashIfNeeded(db, person, password)
}

/**
 * Have a signed-in person prove by a code of their application that it is they.
 * @throws Refusal as `proveByPassword`
 */
export async function proveByCode(
	db: Db,
	actor: Actor,
	{ code, field, network }: { code: string; field: string; network: string },
	now = new Date(),
): Promise<void> {
	await admitProof(db, actor, network, now)
	if (await checkCode(db, actor.id, code, now)) return
	securityEvent('proof-failed', { userId: actor.id, proof: 'code' })
	throw new Refusal('invalid', 'Wrong code', { field, fault: 'wrong-code' })
}

/**
 * Have a signed-in person prove by a passkey that it is they. Nobody guesses one, so no tries are counted.
 * @param proof.secret of the cookie by which the challenge is known
 * @throws Refusal `invalid` with the `field` and its `fault`
 */
export async function proveByPasskey(
	db: Db,
	actor: Actor,
	{
		response,
		field,
		secret,
	}: { response: AuthenticationResponseJSON | null; field: string; secret: string | null },
	now = new Date(),
): Promise<void> {
	const whose = response && (await provePasskey(db, { secret, response, userId: actor.id }, now))
	if (whose === actor.id) return
	securityEvent('proof-failed', { userId: actor.id, proof: 'passkey' })
	throw new Refusal('invalid', 'Not this passkey', { field, fault: 'bad-choice' })
}

/**
 * Change one's own password. Every other session of the person ends, the present one goes on under a new token,
 * links to set a password are void, and a letter says that it was changed.
 * @param renew gives the present session its new token, in the transaction; see `renewSession`
 * @returns what `renew` returned
 * @throws Refusal `invalid` with the `field` (`current` or `password`) and its `fault`; `too-many` with the `seconds`
 *   to wait; `stale` when the password was changed meanwhile
 */
export async function changePassword(
	db: Db,
	actor: Actor,
	{ current, password, network }: { current: string; password: string; network: string },
	renew: (tx: Db) => Promise<string>,
	now = new Date(),
): Promise<string> {
	const fault = await assessPassword(password, actor)
	if (fault) throw new Refusal('invalid', fault, { field: 'password', fault })
	const before = await proveByPassword(db, actor, { password: current, field: 'current', network }, now)
	if (readPassword(current) === readPassword(password)) {
		throw new Refusal('invalid', 'The same password', { field: 'password', fault: 'same-password' })
	}

	const passwordHash = await hashPassword(password)
	return db.transaction(async (tx) => {
		const changed = await tx
			.update(users)
			.set({ passwordHash })
			.where(and(eq(users.id, actor.id), eq(users.passwordHash, before), isNull(users.disabledAt)))
			.returning({ id: users.id })
		if (changed.length === 0) throw new Refusal('stale', 'The password was changed meanwhile')
		await cancelTokens(tx, 'password-reset', { userId: actor.id }, now)
		await recordAccountEvent(tx, { actorId: actor.id, subjectId: actor.id, kind: 'password-changed' }, now)
		await post(tx, { kind: 'account-changed', userId: actor.id, what: 'password' }, now)
		return renew(tx)
	})
}

/** End one of one's own sessions. @returns whether there was one of this id, and one's own */
export async function endOwnSession(
	db: Db,
	actor: Actor,
	publicId: string,
	now = new Date(),
): Promise<boolean> {
	return db.transaction(async (tx) => {
		const ended = await endSession(tx, actor.id, publicId)
		if (ended) {
			await recordAccountEvent(tx, { actorId: actor.id, subjectId: actor.id, kind: 'session-ended' }, now)
		}
		return ended
	})
}

/** End all of one's own sessions but the present one. @returns how many there were */
export async function endOwnOtherSessions(
	db: Db,
	actor: Actor,
	present: { publicId: string },
	now = new Date(),
): Promise<number> {
	return db.transaction(async (tx) => {
		const count = await endOtherSessions(tx, actor.id, present.publicId)
		if (count > 0) {
			const event = {
				actorId: actor.id,
				subjectId: actor.id,
				kind: 'sessions-ended',
				detail: { count },
			} as const
			await recordAccountEvent(tx, event, now)
		}
		return count
	})
}
