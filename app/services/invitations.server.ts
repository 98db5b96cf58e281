import { and, desc, eq, gt, inArray, isNull, sql } from 'drizzle-orm'
import { limits } from '#app/auth/limits.server.ts'
import type { Db } from '#app/db.server.ts'
import { tokenLifetime } from '#app/domain/account.ts'
import type { Language } from '#app/domain/language.ts'
import type { Actor, Role } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { accountEvents, invitations, users } from '#drizzle/schema.ts'
import { recordAccountEvent } from './account-events.server.ts'
import { hashNewPassword, joinTeam, type Newcomer } from './joining.server.ts'
import { cancelTokens, findToken, spendToken } from './one-time-tokens.server.ts'
import { lockTeam, requireAdmin } from './team-lock.server.ts'

const lifetime = tokenLifetime.invitation * 1000

const isOpen = and(isNull(invitations.acceptedAt), isNull(invitations.revokedAt))

/** Everybody who was asked to join and has not, with what has run out; the latest first, at most 200. */
export async function listInvitations(db: Db, now = new Date()) {
	const rows = await db
		.select({
			id: invitations.id,
			email: invitations.email,
			role: invitations.role,
			language: invitations.language,
			inviter: users.name,
			expiresAt: invitations.expiresAt,
		})
		.from(invitations)
		.innerJoin(users, eq(users.id, invitations.invitedBy))
		.where(isOpen)
		.orderBy(desc(invitations.createdAt), desc(invitations.id))
		.limit(200)
	return rows.map((row) => ({
		...row,
		sentAt: new Date(row.expiresAt.getTime() - lifetime),
		expired: row.expiresAt <= now,
	}))
}

/**
 * Ask somebody to join, by a letter with a link that is good for 72 hours.
 * @param input.email as `readMailAddress` gives it
 * @throws Refusal `forbidden` unless an admin; `taken`, saying by what, when the address has an account or an
 *   invitation that still stands; `too-many` after three letters to the address in an hour
 */
export async function invite(
	db: Db,
	actor: Actor,
	input: { email: string; role: Role; language: Language },
	now = new Date(),
): Promise<{ invitationId: string }> {
	return db.transaction(async (tx) => {
		await lockTeam(tx)
		await requireAdmin(tx, actor)
		await refuseMember(tx, input.email)
		const [open] = await tx
			.select()
			.from(invitations)
			.where(and(eq(invitations.email, input.email), isOpen))
		if (open && open.expiresAt > now) throw new Refusal('taken', 'Invited already', { by: 'invitation' })
		if (open) await tx.update(invitations).set({ revokedAt: now }).where(eq(invitations.id, open.id))
		await countInvitation(tx, input.email, now)

		const id = newId()
		const expiresAt = new Date(now.getTime() + lifetime)
		await tx.insert(invitations).values({ ...input, id, invitedBy: actor.id, createdAt: now, expiresAt })
		await recordInvitation(tx, actor, 'invited', { id, role: input.role }, now)
		await post(tx, { kind: 'invitation', invitationId: id }, now)
		return { invitationId: id }
	})
}

/**
 * Send an invitation again, with 72 hours from now. The links that were sent before are good for nothing.
 * @throws Refusal `forbidden` unless an admin; `not-found`; `spent` when it was accepted or taken back; `taken`,
 *   `too-many` as `invite`
 */
export async function resendInvitation(
	db: Db,
	actor: Actor,
	invitationId: string,
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const invitation = await openInvitation(tx, actor, invitationId)
		await refuseMember(tx, invitation.email)
		await countInvitation(tx, invitation.email, now)
		await cancelTokens(tx, 'invitation', { invitationId }, now)
		await tx
			.update(invitations)
			.set({ expiresAt: new Date(now.getTime() + lifetime) })
			.where(eq(invitations.id, invitationId))
		await recordInvitation(tx, actor, 'invitation-resent', invitation, now)
		await post(tx, { kind: 'invitation', invitationId }, now)
	})
}

/** Take an invitation back: its links open nothing from now on. @throws Refusal `forbidden`, `not-found`, `spent` */
export async function revokeInvitation(
	db: Db,
	actor: Actor,
	invitationId: string,
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const invitation = await openInvitation(tx, actor, invitationId)
		await withdraw(tx, actor, invitation, now)
	})
}

/**
 * Take back every invitation that a person sent and nobody has accepted: who may not invite any more leaves no door
 * open. Behind `lockTeam`.
 */
export async function withdrawInvitationsOf(
	tx: Db,
	actor: Actor,
	inviterId: string,
	now: Date,
): Promise<void> {
	const open = await tx
		.select()
		.from(invitations)
		.where(and(eq(invitations.invitedBy, inviterId), isOpen))
	for (const invitation of open) await withdraw(tx, actor, invitation, now)
}

/** What the link invites to; `null` when it opens nothing (any more). Looking at it spends nothing. */
export async function findInvitation(db: Db, secret: string, now = new Date()) {
	const token = await findToken(db, 'invitation', secret, now)
	if (!token?.invitationId) return null
	const [found] = await db
		.select({
			email: invitations.email,
			role: invitations.role,
			language: invitations.language,
			inviter: users.name,
			expiresAt: invitations.expiresAt,
		})
		.from(invitations)
		.innerJoin(users, eq(users.id, invitations.invitedBy))
		.where(and(eq(invitations.id, token.invitationId), isOpen, gt(invitations.expiresAt, now)))
	return found ?? null
}

/**
 * Join by a link: the person is made, with the role of the invitation. Of any number who use one link at once, one joins.
 * @throws Refusal `spent` for a link that opens nothing; `invalid` for a password that will not do; `look-alike` or
 *   `taken` as `joinTeam`. The link is unspent then
 */
export async function acceptInvitation(
	db: Db,
	{ secret, name, language, password }: Newcomer & { secret: string },
	now = new Date(),
): Promise<{ id: string; email: string }> {
	const found = await findInvitation(db, secret, now)
	if (!found) throw new Refusal('spent')
	const passwordHash = await hashNewPassword(password, { email: found.email, name })
	return db.transaction(async (tx) => {
		await lockTeam(tx)
		const invitationId = (await spendToken(tx, 'invitation', secret, now))?.invitationId
		if (!invitationId) throw new Refusal('spent')
		const [invitation] = await tx
			.select()
			.from(invitations)
			.where(and(eq(invitations.id, invitationId), isOpen, gt(invitations.expiresAt, now)))
		if (!invitation) throw new Refusal('spent')

		const { email, role } = invitation
		const { id } = await joinTeam(tx, { email, role, name, language, passwordHash }, now)
		await tx
			.update(invitations)
			.set({ acceptedAt: now, acceptedBy: id })
			.where(eq(invitations.id, invitation.id))
		await cancelTokens(tx, 'invitation', { invitationId }, now)
		const joined = { actorId: id, subjectId: id, kind: 'joined' as const }
		await recordAccountEvent(tx, { ...joined, detail: { invitationId, role } }, now)
		return { id, email }
	})
}

type Invitation = typeof invitations.$inferSelect

/** @throws Refusal `forbidden` unless an admin; `not-found`; `spent` when it is open no longer */
async function openInvitation(tx: Db, actor: Actor, invitationId: string): Promise<Invitation> {
	await lockTeam(tx)
	await requireAdmin(tx, actor)
	const [invitation] = await tx.select().from(invitations).where(eq(invitations.id, invitationId))
	if (!invitation) throw new Refusal('not-found', `No invitation ${invitationId}`)
	if (invitation.acceptedAt || invitation.revokedAt) throw new Refusal('spent')
	return invitation
}

async function withdraw(tx: Db, actor: Actor, invitation: Invitation, now: Date): Promise<void> {
	await tx.update(invitations).set({ revokedAt: now }).where(eq(invitations.id, invitation.id))
	await cancelTokens(tx, 'invitation', { invitationId: invitation.id }, now)
	await recordInvitation(tx, actor, 'invitation-revoked', invitation, now)
}

async function recordInvitation(
	tx: Db,
	actor: Actor,
	kind: 'invited' | 'invitation-resent' | 'invitation-revoked',
	{ id, role }: { id: string; role: Role },
	now: Date,
): Promise<void> {
	const detail = { invitationId: id, role }
	await recordAccountEvent(tx, { actorId: actor.id, subjectId: null, kind, detail }, now)
}

/** @throws Refusal `taken` when the address is somebody's here */
async function refuseMember(tx: Db, email: string): Promise<void> {
	const [member] = await tx.select({ id: users.id }).from(users).where(eq(users.email, email))
	if (member) throw new Refusal('taken', 'Has an account', { by: 'account', personId: member.id })
}

/**
 * Letters to one address are as few as those that strangers may ask for. The network does not count here: an admin
 * invites a whole newsroom from one.
 * @throws Refusal `too-many` with the seconds to wait
 */
async function countInvitation(tx: Db, email: string, now: Date): Promise<void> {
	const { tries, seconds } = limits['letter-address']
	const sent = await tx
		.select({ at: accountEvents.at })
		.from(accountEvents)
		.innerJoin(invitations, eq(invitations.id, sql`${accountEvents.detail}->>'invitationId'`))
		.where(
			and(
				eq(invitations.email, email),
				inArray(accountEvents.kind, ['invited', 'invitation-resent']),
				gt(accountEvents.at, new Date(now.getTime() - seconds * 1000)),
			),
		)
		.orderBy(desc(accountEvents.at))
		.limit(tries)
	const first = sent[tries - 1]
	if (!first) return
	const wait = Math.ceil(seconds - (now.getTime() - first.at.getTime()) / 1000)
	throw new Refusal('too-many', undefined, { seconds: Math.max(wait, 1) })
}
