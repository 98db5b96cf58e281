import type { Bilingual, Language } from './language.ts'
import type { MatchKind, MatchReason, MatchState } from './match-kinds.ts'
import type { MarkedPart } from './match-marks.ts'
import type { Status } from './workflow.ts'

/** What the desk shows of a claim beside another one. */
export type OtherClaim = {
	id: string
	statement: Bilingual
	status: Status
	/** The key of the rating in force. */
	rating: string | null
}

/** Which of two claims: the one whose page this is, or the other. */
export type Which = 'this' | 'other'

/** How a claim stands to another, as its page shows it. In the reasons, `first` is this claim. */
export type DeskMatch = {
	/** `null` for two that a person lays side by side and nothing suggested. */
	id: string | null
	kind: MatchKind | null
	state: MatchState
	revision: number
	reasons: MatchReason[]
	/** Both wordings with what differs marked, in each language that both have. */
	wordings: { language: Language; this: MarkedPart[]; other: MarkedPart[] }[]
	decision: { by: string; at: string; comment: string | null } | null
	/** Whether the person who looks may decide, or decide anew. */
	open: boolean
	/** Which of the two may be kept when they are joined; empty when they can only be linked. The usual one first. */
	keep: Which[]
	other: OtherClaim
}

/** A claim that is like a wording. In the reasons, `first` is the wording. */
export type SimilarClaim = OtherClaim & {
	/** The wording of it that is like. */
	language: Language
	kind: MatchKind | null
	narrower: Which | null
	reasons: MatchReason[]
	places: number
}
