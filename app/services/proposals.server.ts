import { and, desc, eq } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#app/db.server.ts'
import type { DeskProposal } from '#app/domain/workbench.ts'
import { Refusal } from '#app/errors.ts'
import { proposals, users } from '#drizzle/schema.ts'

export type Proposal = typeof proposals.$inferSelect

/** The proposal that waits for a second person, or `null`; at most one does. */
export async function findWaiting(db: Db, claimId: string): Promise<Proposal | null> {
	const [waiting = null] = await db
		.select()
		.from(proposals)
		.where(and(eq(proposals.claimId, claimId), eq(proposals.decision, 'pending')))
	return waiting
}

/**
 * Keep what a second person is judging as it was put before them: the verdict being written and the
 * evidence rest until the decision.
 * @throws Refusal `wrong-step` while a proposal waits
 */
export async function refuseWhileWaiting(tx: Db, claimId: string): Promise<void> {
	if (await findWaiting(tx, claimId)) throw new Refusal('wrong-step', 'A proposal waits for its decision')
}

const proposers = alias(users, 'proposers')
const deciders = alias(users, 'deciders')

/** Everything that was ever proposed for the claim, with who did it and who decided, the latest first. */
export async function listProposals(db: Db, claimId: string): Promise<DeskProposal[]> {
	const rows = await db
		.select({ proposal: proposals, proposer: proposers.name, decider: deciders.name })
		.from(proposals)
		.innerJoin(proposers, eq(proposers.id, proposals.proposerId))
		.leftJoin(deciders, eq(deciders.id, proposals.decidedBy))
		.where(eq(proposals.claimId, claimId))
		.orderBy(desc(proposals.proposedAt), desc(proposals.id))
	return rows.map(({ proposal, proposer, decider }) => ({
		id: proposal.id,
		proposer: { id: proposal.proposerId, name: proposer },
		proposedAt: proposal.proposedAt.toISOString(),
		rating: proposal.rating,
		summary: { ar: proposal.summaryAr, en: proposal.summaryEn },
		rationale: { ar: proposal.rationaleAr, en: proposal.rationaleEn },
		asOf: proposal.asOf,
		ratingNow: proposal.ratingNow,
		nowSince: proposal.nowSince,
		reviewOn: proposal.reviewOn,
		stale: proposal.stale,
		correction: proposal.correction && describeCorrection(proposal.correction),
		decision: proposal.decision,
		decider,
		decidedAt: proposal.decidedAt?.toISOString() ?? null,
		reason: proposal.reason,
		comment: proposal.comment,
	}))
}

function describeCorrection({ kind, severity, ...texts }: NonNullable<Proposal['correction']>) {
	return {
		kind,
		severity,
		what: { ar: texts.whatAr, en: texts.whatEn },
		why: { ar: texts.whyAr, en: texts.whyEn },
	}
}
