import type { SubmissionResult } from '@conform-to/react'
import type { Refusal, RefusalCode } from '#app/errors.ts'
import type { Faults } from './faults.ts'
import type { PersonIntent, TeamIntent } from './people.ts'

/** Why a form of the team's pages was refused as a whole, with what the sentence needs. */
export type TeamRefusal = {
	code: RefusalCode | 'signed-out'
	/** What has the address already. */
	by?: 'account' | 'invitation'
	personId?: string
	seconds?: number
}

/** What came of a form of the page about everybody. */
export type TeamAnswer = { intent: TeamIntent; result: SubmissionResult | null; refusal: TeamRefusal | null }

/** What came of a form of a person's page, and what was typed into it. */
export type PersonAnswer = {
	intent: PersonIntent
	errors: Faults
	refusal: TeamRefusal
	typed: Record<string, string[]>
}

export function teamRefusal({ code, detail }: Refusal): TeamRefusal {
	const { by, personId, seconds } = detail
	return {
		code,
		...(by === 'account' || by === 'invitation' ? { by } : {}),
		...(typeof personId === 'string' ? { personId } : {}),
		...(typeof seconds === 'number' ? { seconds } : {}),
	}
}
