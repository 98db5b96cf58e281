import { and, eq, isNotNull, isNull, lt, or, sql } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import type { Db } from '#app/db.server.ts'
import { westernDigits } from '#app/domain/figure-value.ts'
import type { Actor, Role } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { securityEvent } from '#app/log.server.ts'
import { post } from '#app/mail/post.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { passkeys, recoveryCodes, users } from '#drizzle/schema.ts'
import { countProof } from './limits.server.ts'
import { countRecoveryCodes, makeRecoveryCodes, spendRecoveryCode } from './recovery-codes.server.ts'
import { renewSession } from './sessions.server.ts'

/*
 * Codes of an authenticator application: TOTP (RFC 6238) with the parameters that every such application knows. The
 * clock of a telephone may be half a minute off: the step before and the step after are taken too.
 */
const parameters = { algorithm: 'SHA1', digits: 6, period: 30 }
const stepsOff = 1

/** What an application lists the account under, beside the mail address. */
const issuer = 'Tadqiq'

/** What came of a change to somebody's second factors: the session's new cookie, and recovery codes if they are new. */
export type FactorChange = { cookie: string; codes: string[] | null }

/**
 * Whether this is a code that the person's application shows now, and spend it: no code is taken twice, and of any
 * number who show the same one at once, one is believed. Digits of either script; blanks and hyphens are ignored.
 */
export async function checkCode(tx: Db, userId: string, code: string, now = new Date()): Promise<boolean> {
	const { secret, since } = await readSecondFactor(tx, userId)
	const step = secret && since ? stepOf(secret, code, now) : null
	if (!secret || step === null) return false
	const taken = await tx
		.update(users)
		.set({ secondFactorStep: step })
		.where(
			and(
				eq(users.id, userId),
				eq(users.secondFactorSecret, secret),
				isNotNull(users.secondFactorAt),
				or(isNull(users.secondFactorStep), lt(users.secondFactorStep, step)),
			),
		)
		.returning({ id: users.id })
	return taken.length > 0
}

/** The time step that a code belongs to, or `null` when it is of none that is near enough. */
function stepOf(secret: string, code: string, now: Date): number | null {
	const token = westernDigits(code).replace(/[\s\u200e\u200f\u2066-\u2069-]/g, '')
	if (!/^\d{6}$/.test(token)) return null
	const timestamp = now.getTime()
	const key = Secret.fromBase32(secret)
	const off = TOTP.validate({ ...parameters, token, secret: key, timestamp, window: stepsOff })
	return off === null ? null : TOTP.counter({ ...parameters, timestamp }) + off
}

/** What a person has set up, or has begun to: a secret without a `since` counts for nothing yet. */
export async function readSecondFactor(
	db: Db,
	userId: string,
): Promise<{ secret: string | null; since: Date | null }> {
	const [person] = await db
		.select({ secret: users.secondFactorSecret, since: users.secondFactorAt })
		.from(users)
		.where(eq(users.id, userId))
	return person ?? { secret: null, since: null }
}

/** By which second factors a person can show who they are. */
export async function findMethods(
	db: Db,
	userId: string,
): Promise<{ code: boolean; passkey: boolean; recovery: boolean }> {
	const { since } = await readSecondFactor(db, userId)
	const [keys, codes] = await Promise.all([
		db.$count(passkeys, eq(passkeys.userId, userId)),
		countRecoveryCodes(db, userId),
	])
	return { code: since !== null, passkey: keys > 0, recovery: codes > 0 }
}

/** The `otpauth:` address that an application reads from the QR code. */
export function secretAddress(secret: string, email: string): string {
	return new TOTP({ ...parameters, issuer, label: email, secret }).toString()
}

/**
 * Make a secret to be put into an application; it counts for nothing until `confirmSecondFactor`. Asked for again, a
 * new one takes its place.
 * @throws Refusal `wrong-step` when codes are set up already
 */
export async function beginSecondFactor(db: Db, actor: Actor): Promise<void> {
	const begun = await db
		.update(users)
		.set({ secondFactorSecret: new Secret({ size: 20 }).base32, secondFactorStep: null })
		.where(and(eq(users.id, actor.id), isNull(users.secondFactorAt)))
		.returning({ id: users.id })
	if (begun.length === 0) throw new Refusal('wrong-step')
}

/** Give up a secret that was begun and not confirmed. */
export async function abandonSecondFactor(db: Db, actor: Actor): Promise<void> {
	await db
		.update(users)
		.set({ secondFactorSecret: null })
		.where(and(eq(users.id, actor.id), isNull(users.secondFactorAt)))
}

/**
 * Put the secret that was begun into force, by a code of it. Every other session ends.
 * @returns what came of it; `null` for a wrong code
 */
export async function confirmSecondFactor(
	db: Db,
	actor: Actor,
	{ code, request }: { code: string; request: Request },
	now = new Date(),
): Promise<FactorChange | null> {
	return db.transaction(async (tx) => {
		const { secret, since } = await readSecondFactor(tx, actor.id)
		const step = secret && !since ? stepOf(secret, code, now) : null
		if (!secret || step === null) return null
		const confirmed = await tx
			.update(users)
			.set({ secondFactorAt: now, secondFactorStep: step })
			.where(and(eq(users.id, actor.id), eq(users.secondFactorSecret, secret), isNull(users.secondFactorAt)))
			.returning({ id: users.id })
		if (confirmed.length === 0) return null
		return addedFactor(tx, actor.id, 'second-factor-added', request, now)
	})
}

/** Say that a factor was added; whoever has no recovery codes gets them now. */
export async function addedFactor(
	tx: Db,
	userId: string,
	kind: 'second-factor-added' | 'passkey-added',
	request: Request,
	now: Date,
): Promise<FactorChange> {
	await recordAccountEvent(tx, { actorId: userId, subjectId: userId, kind }, now)
	await post(tx, { kind: 'account-changed', userId, what: kind }, now)
	const codes = (await countRecoveryCodes(tx, userId)) > 0 ? null : await makeRecoveryCodes(tx, userId, now)
	return { codes, cookie: await renewSession(tx, request, { secondFactor: true }, now) }
}

/** What came of showing a code once more. `seconds`: it was not even looked at, after too many tries. */
export type Removal =
	{ outcome: 'removed'; cookie: string } | { outcome: 'wrong' } | { outcome: 'wait'; seconds: number }

/**
 * Ask for codes no longer, for whoever shows one more, or a recovery code. Every other session ends.
 * @throws Refusal `wrong-step` when none were asked for
 */
export async function removeSecondFactor(
	db: Db,
	actor: Actor,
	{ code, network, request }: { code: string; network: string; request: Request },
	now = new Date(),
): Promise<Removal> {
	const seconds = await countProof(db, { userId: actor.id, network }, now)
	if (seconds !== null) return { outcome: 'wait', seconds }
	const removal = await db.transaction(async (tx): Promise<Removal> => {
		const right =
			(await checkCode(tx, actor.id, code, now)) || (await spendRecoveryCode(tx, actor.id, code, now))
		if (!right) return { outcome: 'wrong' }
		const removed = await tx
			.update(users)
			.set({ secondFactorSecret: null, secondFactorAt: null, secondFactorStep: null })
			.where(and(eq(users.id, actor.id), isNotNull(users.secondFactorAt)))
			.returning({ id: users.id })
		if (removed.length === 0) throw new Refusal('wrong-step')
		const cookie = await removedFactor(tx, actor.id, 'second-factor-removed', request, now)
		return { outcome: 'removed', cookie }
	})
	if (removal.outcome === 'wrong') securityEvent('proof-failed', { by: 'code', userId: actor.id })
	return removal
}

/** Say that a factor was removed. With the last one go the recovery codes, and the session counts as one without. */
export async function removedFactor(
	tx: Db,
	userId: string,
	kind: 'second-factor-removed' | 'passkey-removed',
	request: Request,
	now: Date,
): Promise<string> {
	await recordAccountEvent(tx, { actorId: userId, subjectId: userId, kind }, now)
	await post(tx, { kind: 'account-changed', userId, what: kind }, now)
	const { code, passkey } = await findMethods(tx, userId)
	if (code || passkey) return renewSession(tx, request, {}, now)
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
	return renewSession(tx, request, { secondFactor: false }, now)
}

/**
 * Take every second factor from a person who has lost them, so that the password alone lets them in to set up new
 * ones. Whoever calls it asks for permission, ends the sessions and writes the history.
 * @returns whether there were any
 */
export async function clearSecondFactors(tx: Db, userId: string): Promise<boolean> {
	const { code, passkey } = await findMethods(tx, userId)
	await tx.delete(passkeys).where(eq(passkeys.userId, userId))
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
	await tx
		.update(users)
		.set({ secondFactorSecret: null, secondFactorAt: null, secondFactorStep: null })
		.where(eq(users.id, userId))
	return code || passkey
}

/** How many people of each role could sign in, and how many of them have no second factor. */
export async function countFactors(db: Db): Promise<Record<Role, { people: number; lacking: number }>> {
	const lacks = sql`${users.secondFactorAt} is null and not exists (
		select from ${passkeys} where ${passkeys}.user_id = ${users}.id)`
	const rows = await db
		.select({
			role: users.role,
			people: sql<number>`count(*)::int`,
			lacking: sql<number>`(count(*) filter (where ${lacks}))::int`,
		})
		.from(users)
		.where(isNull(users.disabledAt))
		.groupBy(users.role)
	const none = { people: 0, lacking: 0 }
	return {
		reviewer: none,
		editor: none,
		admin: none,
		...Object.fromEntries(rows.map(({ role, ...count }) => [role, count])),
	}
}
