import { and, eq, inArray, isNotNull, isNull, lte, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { addDays, dayOf, reviewDueOn, soonDays, standing } from '#app/domain/due.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { post } from '#app/mail/post.server.ts'
import { claims, notifications, proposals } from '#drizzle/schema.ts'
import { lockClaim, recordEvent } from './claim-history.server.ts'
import { notify } from './notifications.server.ts'
import { listEditorIds } from './people.server.ts'
import { readSettings } from './settings.server.ts'

/**
 * Set until when a claim should be published, or that no day is set.
 * @param input.on `YYYY-MM-DD`
 * @param input.before the day that the form showed; a form that shows none leaves it out
 * @throws Refusal `forbidden` unless an editor or whoever has the claim in hand; `wrong-step` for one that is published or
 *   dropped; `not-found`; `stale` when somebody set another day meanwhile
 */
export async function setDueDate(
	db: Db,
	actor: Actor,
	input: { claimId: string; on: string | null; before?: string | null },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status === 'published' || claim.status === 'dropped') throw new Refusal('wrong-step')
		if (claim.assigneeId !== actor.id && !hasRole(actor.role, 'editor')) throw new Refusal('forbidden')
		if (claim.dueOn === input.on) return
		if (input.before !== undefined && input.before !== claim.dueOn) throw new Refusal('stale')
		await tx.update(claims).set({ dueOn: input.on }).where(eq(claims.id, claim.id))
		const detail = { from: claim.dueOn, on: input.on }
		await recordEvent(tx, actor, { claimId: claim.id, kind: 'set_due', detail }, now)
	})
}

/**
 * Tell people what is due soon and what is overdue: whoever has a claim in hand of its day, editors of claims nobody has, and
 * all who may decide of a proposal that waits longer than the desk allows. Each is told once of each day, however often
 * and by however many processes this is called.
 * @returns how many were told
 */
export async function notifyDue(db: Db, now = new Date()): Promise<number> {
	const today = dayOf(now)
	return db.transaction(async (tx) => {
		const { 'review-days': reviewDays } = await readSettings(tx)
		const due = await tx
			.select({ id: claims.id, dueOn: claims.dueOn, assigneeId: claims.assigneeId })
			.from(claims)
			.where(
				and(
					isNotNull(claims.dueOn),
					lte(claims.dueOn, addDays(today, soonDays)),
					inArray(claims.status, ['new', 'in_research', 'in_review']),
				),
			)
			.limit(500)
		const editors = await listEditorIds(tx)
		let told = 0
		for (const { id, dueOn, assigneeId } of due) {
			if (!dueOn) continue
			const kind = standing(dueOn, today).state === 'overdue' ? 'overdue' : 'due_soon'
			const to = assigneeId ? [assigneeId] : editors
			const news = {
				kind,
				occasion: `${id} ${dueOn}`,
				to,
				actorId: null,
				claimId: id,
				detail: { dueOn },
			} as const
			told += await notify(tx, news, now)
		}
		const waiting = await tx
			.select({
				id: proposals.id,
				claimId: proposals.claimId,
				proposerId: proposals.proposerId,
				proposedAt: proposals.proposedAt,
			})
			.from(proposals)
			.where(and(eq(proposals.decision, 'pending'), lte(proposals.proposedAt, now)))
			.limit(500)
		for (const { id, claimId, proposerId, proposedAt } of waiting) {
			const dueOn = reviewDueOn(proposedAt, reviewDays)
			if (standing(dueOn, today).state !== 'overdue') continue
			const news = { kind: 'overdue', occasion: id, to: 'everybody', actorId: null, claimId } as const
			told += await notify(tx, { ...news, except: proposerId, detail: { dueOn } }, now)
		}
		return told
	})
}

/** From which hour on, in UTC, the daily digest goes out, and how many hours lie between two at least. */
const digestHour = 5
const digestPause = 20

/**
 * Post the daily digest of everybody who has unread lines for it, at most one a day and person. It may be called at any
 * time and by any process.
 * @returns how many letters were posted
 */
export async function postDigests(db: Db, now = new Date()): Promise<number> {
	if (now.getUTCHours() < digestHour) return 0
	const since = new Date(now.getTime() - digestPause * 3_600_000)
	return db.transaction(async (tx) => {
		const taken = await tx
			.update(notifications)
			.set({ digestedAt: now })
			.where(
				and(
					eq(notifications.mail, 'digest'),
					isNull(notifications.digestedAt),
					isNull(notifications.readAt),
					sql`not exists (select from notifications earlier where earlier.user_id = notifications.user_id
						and earlier.digested_at > ${since.toISOString()}::timestamptz)`,
				),
			)
			.returning({ userId: notifications.userId })
		const readers = [...new Set(taken.map(({ userId }) => userId))]
		for (const userId of readers) {
			await post(tx, { kind: 'digest', userId, digestedAt: now.toISOString() }, now)
		}
		return readers.length
	})
}

/** Tell of what is due and post the digests: what the clock asks for. */
export async function tellWhatIsDue(db: Db, now: Date): Promise<void> {
	await notifyDue(db, now)
	await postDigests(db, now)
}
