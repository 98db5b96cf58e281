import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { tokenLifetime, type TokenPurpose } from '#app/domain/account.ts'
import { tidyLine } from '#app/domain/incoming-text.ts'
import type { Language } from '#app/domain/language.ts'
import { issueToken, type TokenFor } from '#app/services/one-time-tokens.server.ts'
import { emailChanges, invitations, oneTimeTokens, users } from '#drizzle/schema.ts'
import {
	type Content,
	writeAccountChanged,
	writeEmailChangeNew,
	writeEmailChangeOld,
	writeInvitation,
	writePasswordReset,
} from './content.ts'
import type { Letter } from './letters.ts'
import { composeDigest, composeNotification } from './news.server.ts'

/** A letter as it is to be sent, and to whom. */
export type Composed = { to: string; language: Language; content: Content }

export type Occasion = {
	/** The same for every try of a letter. */
	id: string
	/** When it was asked for: what it tells of happened then. */
	askedAt: Date
	/** Scheme, host and port of every link. */
	origin: string
}

/**
 * Write a letter from what is true now, with a link that is good from now on. Links of earlier letters about the same
 * thing stop working; that of an earlier try of this letter does not, since it may have arrived after all.
 * @returns `null` when there is nothing (any more) to write: nobody has the address, the invitation was taken back
 */
export async function composeLetter(
	db: Db,
	letter: Letter,
	occasion: Occasion,
	now = new Date(),
): Promise<Composed | null> {
	return db.transaction((tx) => {
		switch (letter.kind) {
			case 'invitation':
				return composeInvitation(tx, letter.invitationId, occasion, now)
			case 'password-reset':
				return composePasswordReset(tx, letter.email, occasion, now)
			case 'email-change':
				return composeEmailChange(tx, letter, occasion, now)
			case 'account-changed':
				return composeAccountChanged(tx, letter, occasion)
			case 'notification':
				return composeNotification(tx, letter, occasion, now)
			case 'digest':
				return composeDigest(tx, letter, occasion)
		}
	})
}

async function composeInvitation(
	tx: Db,
	invitationId: string,
	occasion: Occasion,
	now: Date,
): Promise<Composed | null> {
	const [invitation] = await tx
		.select({
			email: invitations.email,
			role: invitations.role,
			language: invitations.language,
			inviter: users.name,
			expiresAt: invitations.expiresAt,
			endedAt: sql`coalesce(${invitations.acceptedAt}, ${invitations.revokedAt})`,
		})
		.from(invitations)
		.innerJoin(users, eq(users.id, invitations.invitedBy))
		.where(eq(invitations.id, invitationId))
	if (!invitation || invitation.endedAt || invitation.expiresAt <= now) return null
	const { email, role, language, inviter, expiresAt } = invitation
	const href = await makeLink(tx, 'invitation', { invitationId }, '/account/invitation', occasion, now)
	const left = (expiresAt.getTime() - now.getTime()) / 1000
	const seconds = Math.min(left, tokenLifetime.invitation)
	const content = writeInvitation(language, { inviter: tidyLine(inviter), role, href, seconds })
	return { to: email, language, content }
}

async function composePasswordReset(
	tx: Db,
	email: string,
	occasion: Occasion,
	now: Date,
): Promise<Composed | null> {
	const [person] = await tx
		.select({ id: users.id, name: users.name, language: users.language })
		.from(users)
		.where(and(eq(users.email, email), isNull(users.disabledAt)))
	if (!person) return null
	const href = await makeLink(tx, 'password-reset', { userId: person.id }, '/account/reset', occasion, now)
	const seconds = tokenLifetime['password-reset']
	const content = writePasswordReset(person.language, { name: tidyLine(person.name), href, seconds })
	return { to: email, language: person.language, content }
}

async function composeEmailChange(
	tx: Db,
	{ changeId, end }: { changeId: string; end: 'old' | 'new' },
	occasion: Occasion,
	now: Date,
): Promise<Composed | null> {
	const [change] = await tx
		.select({
			userId: users.id,
			name: users.name,
			language: users.language,
			oldEmail: users.email,
			newEmail: emailChanges.newEmail,
			expiresAt: emailChanges.expiresAt,
			confirmedAt: end === 'old' ? emailChanges.oldConfirmedAt : emailChanges.newConfirmedAt,
		})
		.from(emailChanges)
		.innerJoin(users, eq(users.id, emailChanges.userId))
		.where(and(eq(emailChanges.id, changeId), isNull(emailChanges.endedAt), isNull(users.disabledAt)))
	if (!change || change.confirmedAt || change.expiresAt <= now) return null
	const { userId, language, newEmail } = change
	const purpose = end === 'old' ? 'email-change-old' : 'email-change-new'
	const whose = { userId, detail: { changeId } }
	const href = await makeLink(tx, purpose, whose, '/account/email', occasion, now, { end })
	const left = (change.expiresAt.getTime() - now.getTime()) / 1000
	const seconds = Math.min(left, tokenLifetime[purpose])
	return end === 'old'
		? {
				to: change.oldEmail,
				language,
				content: writeEmailChangeOld(language, { name: tidyLine(change.name), newEmail, href, seconds }),
			}
		: { to: newEmail, language, content: writeEmailChangeNew(language, { href, seconds }) }
}

async function composeAccountChanged(
	tx: Db,
	{ userId, what }: Extract<Letter, { kind: 'account-changed' }>,
	{ askedAt, origin }: Occasion,
): Promise<Composed | null> {
	const [person] = await tx
		.select({ email: users.email, name: users.name, role: users.role, language: users.language })
		.from(users)
		.where(eq(users.id, userId))
	if (!person) return null
	const { email, role, language } = person
	const href = new URL('/account/forgot', origin).href
	const facts = { name: tidyLine(person.name), what, role, at: askedAt, href }
	return { to: email, language, content: writeAccountChanged(language, facts) }
}

async function makeLink(
	tx: Db,
	purpose: TokenPurpose,
	{ detail, ...whose }: TokenFor,
	path: string,
	{ id, origin }: Occasion,
	now: Date,
	query: Record<string, string> = {},
): Promise<string> {
	const owner = whose.invitationId
		? eq(oneTimeTokens.invitationId, whose.invitationId)
		: eq(oneTimeTokens.userId, whose.userId ?? '')
	await tx
		.update(oneTimeTokens)
		.set({ usedAt: now })
		.where(
			and(
				owner,
				eq(oneTimeTokens.purpose, purpose),
				isNull(oneTimeTokens.usedAt),
				sql`${oneTimeTokens.detail}->>'letter' is distinct from ${id}`,
			),
		)
	const token = await issueToken(tx, purpose, { ...whose, detail: { ...detail, letter: id } }, now)
	return new URL(`${path}?${new URLSearchParams({ token, ...query }).toString()}`, origin).href
}
