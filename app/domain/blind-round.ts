import { hasRole, type Actor } from './people.ts'
import type { Status } from './workflow.ts'

/** Two people rate a claim, each alone; where they differ a third decides. */
export type BlindRound = {
	id: string
	state: 'open' | 'rated' | 'agreed' | 'adjudicated' | 'called_off'
	raterIds: readonly [string, string]
	/** Who has rated. */
	ratedBy: readonly string[]
	openedBy: string
}

export type BlindStep = 'ask' | 'rate' | 'settle' | 'call_off'

/** What the rules need to know of a claim. `proposerId` is who proposed what waits, if anything does. */
export type BlindStanding = {
	status: Status
	assigneeId: string | null
	proposerId: string | null
	round: BlindRound | null
}

/** Whether the actor may take the step now. Who writes the verdict neither rates blind nor decides between raters. */
export function mayTakeBlindStep(
	{ status, assigneeId, proposerId, round }: BlindStanding,
	step: BlindStep,
	actor: Actor,
): boolean {
	const isUnsettled = round?.state === 'open' || round?.state === 'rated'
	const writes = actor.id === assigneeId || actor.id === proposerId
	switch (step) {
		case 'ask':
			return (
				!isUnsettled &&
				(status === 'in_research' || status === 'in_review') &&
				(hasRole(actor.role, 'editor') || actor.id === assigneeId)
			)
		case 'rate':
			return round?.state === 'open' && round.raterIds.includes(actor.id) && !round.ratedBy.includes(actor.id)
		case 'settle':
			return round?.state === 'rated' && !round.raterIds.includes(actor.id) && !writes
		case 'call_off':
			return isUnsettled && (hasRole(actor.role, 'editor') || actor.id === round.openedBy)
	}
}

/** Whether the verdict being written is kept from a person: they are to rate and have not, or their colleague has not. */
export function isKeptBlind(round: BlindRound | null, personId: string): boolean {
	return round?.state === 'open' && round.raterIds.includes(personId)
}

/** Who may be asked: anybody at work who does not write the verdict. */
export function mayBeAsked(
	personId: string,
	{ assigneeId, proposerId }: Pick<BlindStanding, 'assigneeId' | 'proposerId'>,
): boolean {
	return personId !== assigneeId && personId !== proposerId
}
