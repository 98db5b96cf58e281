import { and, asc, eq, inArray, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { claims, proposals, users } from '#drizzle/schema.ts'
import { recordAccountEvent } from './account-events.server.ts'
import { lockClaim } from './claim-history.server.ts'
import { moveClaim, openStep } from './claim-steps.server.ts'
import { requireAdmin } from './team-lock.server.ts'

/** How many claims change hands in one go. */
export const mostAtOnce = 100

/** What a person has open: the claims in their hands, and proposals of theirs that wait; each the oldest first, at most 100. */
export async function listOpenWork(db: Db, personId: string) {
	const statement = {
		id: claims.id,
		statementAr: claims.statementAr,
		statementEn: claims.statementEn,
		language: claims.language,
	}
	const [research, waiting] = await Promise.all([
		db
			.select({ ...statement, since: claims.statusSince })
			.from(claims)
			.where(and(eq(claims.assigneeId, personId), eq(claims.status, 'in_research')))
			.orderBy(asc(claims.statusSince), asc(claims.id))
			.limit(mostAtOnce),
		db
			.select({ ...statement, since: proposals.proposedAt })
			.from(proposals)
			.innerJoin(claims, eq(claims.id, proposals.claimId))
			.where(and(eq(proposals.proposerId, personId), eq(proposals.decision, 'pending')))
			.orderBy(asc(proposals.proposedAt), asc(proposals.id))
			.limit(mostAtOnce),
	])
	return { research, waiting }
}

/**
 * Give claims that a person has in hand to a colleague, or lay them down for whoever takes them. A claim that has
 * moved on meanwhile is left as it is; a proposal that waits stays its proposer's.
 * @param input.to the colleague's id; `null` for nobody
 * @returns how many changed hands
 * @throws Refusal `forbidden` unless an admin; `not-found` for nobody; `invalid` for a colleague who is not here, or is
 *   the same person
 */
export async function reassignWork(
	db: Db,
	actor: Actor,
	{ personId, claimIds, to }: { personId: string; claimIds: string[]; to: string | null },
	now = new Date(),
): Promise<number> {
	return db.transaction(async (tx) => {
		await requireAdmin(tx, actor)
		const assignee = to === null ? null : await lockColleague(tx, to)
		if (to === personId) throw new Refusal('invalid', 'Theirs already', { field: 'to' })
		if ((await tx.$count(users, eq(users.id, personId))) === 0) throw new Refusal('not-found')

		let moved = 0
		for (const { id } of await inHand(tx, personId, claimIds)) {
			const locked = await lockClaim(tx, id)
			if (locked.status !== 'in_research' || locked.assigneeId !== personId) continue
			const { claim } = await openStep(tx, actor, id, 'assign')
			await moveClaim(tx, actor, claim, 'assign', now, {
				set: { assigneeId: assignee?.id ?? null },
				detail: assignee ? { assigneeId: assignee.id, assignee: assignee.name } : { assigneeId: null },
			})
			moved += 1
		}
		if (moved > 0) {
			const event = { actorId: actor.id, subjectId: personId, kind: 'work-reassigned' as const }
			await recordAccountEvent(tx, { ...event, detail: { claims: moved, to } }, now)
		}
		return moved
	})
}

/** In one order, so that two who do this at once do not wait for each other. */
async function inHand(tx: Db, personId: string, claimIds: string[]) {
	return tx
		.select({ id: claims.id })
		.from(claims)
		.where(
			and(
				inArray(claims.id, claimIds.slice(0, mostAtOnce)),
				eq(claims.assigneeId, personId),
				eq(claims.status, 'in_research'),
			),
		)
		.orderBy(asc(claims.id))
}

/** Somebody who can be given work, and cannot be disabled until the transaction ends. */
async function lockColleague(tx: Db, id: string): Promise<{ id: string; name: string }> {
	const [colleague] = await tx
		.select({ id: users.id, name: users.name })
		.from(users)
		.where(and(eq(users.id, id), isNull(users.disabledAt)))
		.for('share')
	if (!colleague) throw new Refusal('invalid', 'Nobody to assign to', { field: 'to' })
	return colleague
}
