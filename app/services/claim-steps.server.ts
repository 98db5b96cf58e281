import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { advance, hindrance, type Status, type Step } from '#app/domain/workflow.ts'
import { Refusal } from '#app/errors.ts'
import { claims } from '#drizzle/schema.ts'
import { type ClaimRow, keepTally, lockClaim, recordEvent } from './claim-history.server.ts'
import { findWaiting, type Proposal } from './proposals.server.ts'
import { keepClaimEntry } from './search-entries.server.ts'

/**
 * Lock the claim and make sure the actor may take the step now: every change of standing goes through here.
 * @throws Refusal `not-found`, `wrong-step`, `forbidden` or `same-person`
 */
export async function openStep(
	tx: Db,
	actor: Actor,
	claimId: string,
	step: Step,
): Promise<{ claim: ClaimRow; waiting: Proposal | null }> {
	const claim = await lockClaim(tx, claimId)
	const waiting = await findWaiting(tx, claimId)
	const standing = {
		status: claim.status,
		assigneeId: claim.assigneeId,
		proposerId: waiting?.proposerId ?? null,
	}
	const problem = hindrance(standing, step, actor)
	if (problem) {
		throw new Refusal(problem, `${step} from ${claim.status}`, { step, status: claim.status })
	}
	return { claim, waiting }
}

/**
 * Move a locked claim to where the step leads, with its history and its place in the roll-up. Its revision
 * stays: that counts changes of the wording, and whoever is rewording it has not been overtaken.
 */
export async function moveClaim(
	tx: Db,
	actor: Actor,
	claim: ClaimRow,
	step: Step,
	now: Date,
	change: ClaimChange = {},
): Promise<Status> {
	return keepTally(tx, [claim.id], () => moveUncounted(tx, actor, claim, step, now, change))
}

type ClaimChange = { set?: Partial<typeof claims.$inferInsert>; detail?: Record<string, unknown> }

/** The same without the roll-up, which is the caller's to keep: where one transaction changes several claims. */
export async function moveUncounted(
	tx: Db,
	actor: Actor,
	claim: ClaimRow,
	step: Step,
	now: Date,
	change: ClaimChange = {},
): Promise<Status> {
	const to = advance(claim.status, step)
	if (!to) throw new Refusal('wrong-step')
	await tx
		.update(claims)
		.set({
			status: to,
			dropReason: null,
			duplicateOf: null,
			...(to === claim.status ? {} : { statusSince: now }),
			...change.set,
		})
		.where(eq(claims.id, claim.id))
	await keepClaimEntry(tx, claim.id)
	await recordEvent(
		tx,
		actor,
		{ claimId: claim.id, kind: step, from: claim.status, to, detail: change.detail },
		now,
	)
	return to
}
