import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { and, eq, gt, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { tokenLifetime, type TokenPurpose } from '#app/domain/account.ts'
import { sha256 } from '#app/ids.server.ts'
import { oneTimeTokens } from '#drizzle/schema.ts'

export type TokenFor = { userId?: string; invitationId?: string; detail?: Record<string, unknown> }
export type OneTimeToken = typeof oneTimeTokens.$inferSelect

/** 32 bytes of chance in 52 letters and digits: what stands in session cookies, links and one-time cookies. */
export function newSecret(): string {
	return encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(32)))
}

/** Make a secret that is good once, for one purpose. Only its hash is stored. @returns the secret */
export async function issueToken(
	db: Db,
	purpose: TokenPurpose,
	{ userId, invitationId, detail = {} }: TokenFor,
	now = new Date(),
): Promise<string> {
	const secret = newSecret()
	await db.insert(oneTimeTokens).values({
		id: sha256(secret),
		purpose,
		userId,
		invitationId,
		detail,
		createdAt: now,
		expiresAt: new Date(now.getTime() + tokenLifetime[purpose] * 1000),
	})
	return secret
}

/** The token behind a secret, if it can still be spent; looking at it spends nothing (mail scanners open links). */
export async function findToken(
	db: Db,
	purpose: TokenPurpose,
	secret: string,
	now = new Date(),
): Promise<OneTimeToken | null> {
	const [token] = await db
		.select()
		.from(oneTimeTokens)
		.where(spendable(purpose, secret, now))
	return token ?? null
}

/** Spend a secret: of any number who try at once, one gets the token and the others `null`. */
export async function spendToken(
	tx: Db,
	purpose: TokenPurpose,
	secret: string,
	now = new Date(),
): Promise<OneTimeToken | null> {
	const [token] = await tx
		.update(oneTimeTokens)
		.set({ usedAt: now })
		.where(spendable(purpose, secret, now))
		.returning()
	return token ?? null
}

/** Make every unspent secret of this kind useless: for a person, or for an invitation. */
export async function cancelTokens(
	tx: Db,
	purpose: TokenPurpose,
	whose: { userId: string } | { invitationId: string },
	now = new Date(),
): Promise<void> {
	const owner =
		'userId' in whose
			? eq(oneTimeTokens.userId, whose.userId)
			: eq(oneTimeTokens.invitationId, whose.invitationId)
	await tx
		.update(oneTimeTokens)
		.set({ usedAt: now })
		.where(and(owner, eq(oneTimeTokens.purpose, purpose), isNull(oneTimeTokens.usedAt)))
}

function spendable(purpose: TokenPurpose, secret: string, now: Date) {
	return and(
		eq(oneTimeTokens.id, sha256(secret)),
		eq(oneTimeTokens.purpose, purpose),
		isNull(oneTimeTokens.usedAt),
		gt(oneTimeTokens.expiresAt, now),
	)
}
