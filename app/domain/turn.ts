import type { Standing } from './workflow.ts'

/** What a list knows of a claim besides its standing: the names of the two people. */
export type Listed = Standing & { assignee: string | null; proposer: string | null }

/** Whose turn it is with a claim, as seen by one person; `null` when nobody's. */
export type Turn =
	{ turn: 'open' | 'yourResearch' | 'ownProposal' } | { turn: 'research' | 'yourReview'; name: string }

/**
 * Whose turn it is. A proposal that waits comes first, also on a published claim: it is anybody's turn but the
 * proposer's. A claim nobody has in hand is open to whoever takes it.
 */
export function turnOf(claim: Listed, actorId: string): Turn | null {
	if (claim.proposerId !== null) {
		return claim.proposerId === actorId
			? { turn: 'ownProposal' }
			: { turn: 'yourReview', name: claim.proposer ?? '' }
	}
	if (claim.status !== 'new' && claim.status !== 'in_research') return null
	if (claim.assigneeId === null) return { turn: 'open' }
	return claim.assigneeId === actorId
		? { turn: 'yourResearch' }
		: { turn: 'research', name: claim.assignee ?? '' }
}
