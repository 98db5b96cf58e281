import type { Actor } from './people.ts'
import { hasRole } from './people.ts'

/** Where a claim stands. Never shown to readers as a verdict. */
export const statuses = ['new', 'in_research', 'in_review', 'published', 'dropped'] as const
export type Status = (typeof statuses)[number]

/** Where each step may start and where it leads: the whole workflow, in one table. */
const steps = {
	take: { from: ['new', 'in_research'], to: 'in_research' },
	assign: { from: ['new', 'in_research'], to: 'in_research' },
	propose: { from: ['in_research'], to: 'in_review' },
	request_changes: { from: ['in_review'], to: 'in_research' },
	approve: { from: ['in_review'], to: 'published' },
	propose_correction: { from: ['published'], to: 'published' },
	decline_correction: { from: ['published'], to: 'published' },
	correct: { from: ['published'], to: 'published' },
	reopen: { from: ['published', 'dropped'], to: 'in_research' },
	drop: { from: ['new', 'in_research'], to: 'dropped' },
} satisfies Record<string, { from: Status[]; to: Status }>

export type Step = keyof typeof steps
export const stepNames = Object.keys(steps) as Step[]

/** What the rules need to know of a claim. `proposerId` is who made the proposal that waits, if one does. */
export type Standing = { status: Status; assigneeId: string | null; proposerId: string | null }

/** Why someone may not take a step: the claim is elsewhere, it is not theirs to take, or they would judge themselves. */
export type Hindrance = 'wrong-step' | 'forbidden' | 'same-person'

/** The status that `step` leads to, or `null` when it is not open from `status`. */
export function advance(status: Status, step: Step): Status | null {
	const { from, to }: { from: Status[]; to: Status } = steps[step]
	return from.includes(status) ? to : null
}

/**
 * What stands between the actor and the step, or `null` when they may take it. The desk asks it which
 * buttons to show and the services ask it again inside the transaction.
 */
export function hindrance(claim: Standing, step: Step, actor: Actor): Hindrance | null {
	if (advance(claim.status, step) === null) return 'wrong-step'
	const editor = hasRole(actor.role, 'editor')
	const own = claim.assigneeId === actor.id
	switch (step) {
		case 'take':
			// Research that was begun is taken on when whoever had it has laid it down.
			return claim.assigneeId === null ? null : 'wrong-step'
		case 'assign':
			return editor ? null : 'forbidden'
		case 'reopen':
			if (claim.proposerId !== null) return 'wrong-step'
			return editor ? null : 'forbidden'
		case 'drop':
			return editor || own ? null : 'forbidden'
		case 'propose':
			return own ? null : 'forbidden'
		case 'propose_correction':
			return claim.proposerId === null ? null : 'wrong-step'
		case 'request_changes':
		case 'approve':
		case 'decline_correction':
		case 'correct':
			if (claim.proposerId === null) return 'wrong-step'
			return claim.proposerId === actor.id ? 'same-person' : null
	}
}

/** The steps open to the actor, in the order of the table. */
export function openSteps(claim: Standing, actor: Actor): Step[] {
	return stepNames.filter((step) => hindrance(claim, step, actor) === null)
}

/** Read a step from outside, such as a form field; `null` when it is not one. */
export function parseStep(value: unknown): Step | null {
	return stepNames.find((name) => name === value) ?? null
}

export function parseStatus(value: unknown): Status | null {
	return statuses.find((status) => status === value) ?? null
}

export const dropReasons = ['not_checkable', 'opinion', 'duplicate', 'out_of_scope', 'no_evidence'] as const
export type DropReason = (typeof dropReasons)[number]

export const changeReasons = [
	'evidence_missing',
	'evidence_weak',
	'rating_disputed',
	'wording',
	'translation',
	'other',
] as const
export type ChangeReason = (typeof changeReasons)[number]

/** Typed changes after publication. `reassessment` is kept for histories that came before the first publication. */
export const correctionKinds = ['correction', 'clarification', 'update', 'retraction'] as const
export type CorrectionKind = (typeof correctionKinds)[number] | 'reassessment'

export const severities = ['minor', 'major'] as const
export type Severity = (typeof severities)[number]
