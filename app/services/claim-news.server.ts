import { and, desc, eq, ne } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { EventKind } from '#app/domain/workbench.ts'
import { claims, proposals } from '#drizzle/schema.ts'
import { notify, settleNotifications } from './notifications.server.ts'

/**
 * Tell those concerned of what was just written into a claim's history, in the same transaction: whoever was given the
 * claim, all who may decide on a proposal, its proposer what was decided, and whoever has the claim in hand that it is public.
 */
export async function tellOfEvent(
	tx: Db,
	event: { actorId: string; claimId: string; kind: EventKind; detail: Record<string, unknown> },
	now: Date,
): Promise<void> {
	const { actorId, claimId, kind, detail } = event
	const about = { actorId, claimId }
	switch (kind) {
		case 'assign': {
			const assigneeId = detail['assigneeId']
			if (typeof assigneeId !== 'string') return
			const occasion = `${claimId} ${now.toISOString()}`
			await notify(tx, { ...about, kind: 'assigned', occasion, to: [assigneeId] }, now)
			return
		}
		case 'propose':
		case 'propose_correction': {
			const occasion = String(detail['proposalId'])
			await notify(tx, { ...about, kind: 'review_waits', occasion, to: 'everybody' }, now)
			return
		}
		case 'request_changes':
		case 'decline_correction': {
			const decided = await lastDecided(tx, claimId)
			if (!decided) return
			await settleNotifications(tx, 'review_waits', decided.id, now)
			const to = [decided.proposerId]
			await notify(tx, { ...about, kind: 'changes_requested', occasion: decided.id, to }, now)
			return
		}
		case 'approve':
		case 'correct': {
			const decided = await lastDecided(tx, claimId)
			if (!decided) return
			await settleNotifications(tx, 'review_waits', decided.id, now)
			const to = [decided.proposerId, decided.assigneeId]
			await notify(tx, { ...about, kind: 'published', occasion: decided.id, to }, now)
			return
		}
		default:
			return
	}
}

async function lastDecided(tx: Db, claimId: string) {
	const [decided] = await tx
		.select({ id: proposals.id, proposerId: proposals.proposerId, assigneeId: claims.assigneeId })
		.from(proposals)
		.innerJoin(claims, eq(claims.id, proposals.claimId))
		.where(and(eq(proposals.claimId, claimId), ne(proposals.decision, 'pending')))
		.orderBy(desc(proposals.decidedAt), desc(proposals.id))
		.limit(1)
	return decided
}
