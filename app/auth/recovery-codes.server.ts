import { and, eq, isNull } from 'drizzle-orm'
import { customAlphabet } from 'nanoid'
import type { Db } from '#app/db.server.ts'
import { westernDigits } from '#app/domain/figure-value.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId, sha256 } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { passkeys, recoveryCodes, users } from '#drizzle/schema.ts'

/*
 * Codes for the day the telephone is lost, to be kept on paper. 18 letters and digits that are not mistaken for one
 * another have 89 bits of chance, so a plain hash is enough: nobody tries them all.
 */
const howMany = 10
const newCode = customAlphabet('23456789abcdefghjkmnpqrstuvwxyz', 18)
const groups = /.{6}(?=.)/g

/** Make a person's codes anew; those made before work no longer. @returns the codes, which are shown once, in groups of six */
export async function makeRecoveryCodes(tx: Db, userId: string, now = new Date()): Promise<string[]> {
	const codes = Array.from({ length: howMany }, () => newCode())
	await tx.delete(recoveryCodes).where(eq(recoveryCodes.userId, userId))
	await tx
		.insert(recoveryCodes)
		.values(codes.map((code) => ({ id: newId(), userId, hash: hashOf(userId, code), createdAt: now })))
	await recordAccountEvent(
		tx,
		{ actorId: userId, subjectId: userId, kind: 'recovery-codes-made', detail: { count: howMany } },
		now,
	)
	return codes.map((code) => code.replace(groups, '$&-'))
}

/**
 * Make the codes of somebody who has a second factor anew.
 * @throws Refusal `wrong-step` for somebody who has none: there would be nothing to recover
 */
export async function remakeRecoveryCodes(db: Db, actor: Actor, now = new Date()): Promise<string[]> {
	return db.transaction(async (tx) => {
		const [person] = await tx
			.select({ since: users.secondFactorAt })
			.from(users)
			.where(eq(users.id, actor.id))
			.for('update')
		if (!person?.since && (await tx.$count(passkeys, eq(passkeys.userId, actor.id))) === 0) {
			throw new Refusal('wrong-step')
		}
		return makeRecoveryCodes(tx, actor.id, now)
	})
}

/**
 * Use up a recovery code, and tell its person. Of any number who show the same one at once, one is believed.
 * Capitals, blanks, hyphens and the digits of either script are all the same.
 */
export async function spendRecoveryCode(
	tx: Db,
	userId: string,
	typed: string,
	now = new Date(),
): Promise<boolean> {
	const code = westernDigits(typed)
		.toLowerCase()
		.replace(/[^a-z0-9]/g, '')
	if (code.length !== 18) return false
	const [spent] = await tx
		.update(recoveryCodes)
		.set({ usedAt: now })
		.where(
			and(
				eq(recoveryCodes.userId, userId),
				eq(recoveryCodes.hash, hashOf(userId, code)),
				isNull(recoveryCodes.usedAt),
			),
		)
		.returning({ id: recoveryCodes.id })
	if (!spent) return false
	await recordAccountEvent(tx, { actorId: userId, subjectId: userId, kind: 'recovery-code-used' }, now)
	await post(tx, { kind: 'account-changed', userId, what: 'recovery-code-used' }, now)
	return true
}

/** How many codes a person has left. */
export async function countRecoveryCodes(db: Db, userId: string): Promise<number> {
	return db.$count(recoveryCodes, and(eq(recoveryCodes.userId, userId), isNull(recoveryCodes.usedAt)))
}

function hashOf(userId: string, code: string): string {
	return sha256(`${userId} ${code}`)
}
