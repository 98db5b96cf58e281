import type { BlindRound, BlindStep } from './blind-round.ts'
import type { ClaimantKind, ClaimType } from './claim.ts'
import type { DeskContact } from './contact.ts'
import type { DeskThread } from './discussion.ts'
import type { Appearance, Correction, PublishedEvidence } from './fact-check.ts'
import type { Figure } from './figure.ts'
import type { GateResult } from './gate.ts'
import type { MissingForGate } from './gate-missing.ts'
import type { Bilingual, Language } from './language.ts'
import type { TwinState } from './twins.ts'
import type { CopyFailure, CopyStatus } from './source.ts'
import type { ChangeReason, CorrectionKind, DropReason, Severity, Status, Step } from './workflow.ts'

/*
 * What the desk shows of one claim while people work on it. Moments are ISO 8601 with their zone and days
 * `YYYY-MM-DD`, so that server and browser hold the same values.
 */

export type Person = { id: string; name: string }

export type DeskClaim = {
	id: string
	slug: string
	/** Rises with every change of the wording. */
	revision: number
	language: Language
	statement: Bilingual
	type: ClaimType
	claimant: { kind: ClaimantKind; name: Bilingual; role: Bilingual } | null
	claimedOn: string | null
	/** How the day is known. */
	claimedOnBasis: 'text' | 'evidence' | null
	countries: string[]
	figures: Figure[]
	tags: string[]
	note: Bilingual
	/** Until when it should be published; `YYYY-MM-DD`. */
	dueOn: string | null
	status: Status
	statusSince: string
	dropReason: DropReason | null
	assignee: Person | null
	/** The verdict that readers see now, if there is one. */
	published: { rating: string; retracted: boolean } | null
}

/** A place where the claim occurs: in an article of ours, or at an address. */
export type DeskPlace = Pick<Appearance, 'exact' | 'prefix' | 'suffix'> & {
	id: string
	url: string | null
	article: { id: string; title: string | null; outlet: string | null; language: Language | null } | null
	/** What the newest version of the article made of the words since they were quoted, and its number. */
	edited: { kind: 'changed' | 'lost'; version: number } | null
}

export type DeskEvidence = PublishedEvidence & {
	id: string
	sourceId: string
	foundBy: string | null
	addedAt: string
	/** How it stands with the copy that was asked for last. */
	latestCopy: { status: CopyStatus; tries: number; reason: CopyFailure | null } | null
}

/** The words of a verdict, as far as they are written. */
export type WrittenVerdict = {
	rating: string | null
	summary: Bilingual
	rationale: Bilingual
	asOf: string | null
	/** How the claim stands today, where that is not how it stood when it was said, and since when. */
	ratingNow: string | null
	nowSince: string | null
	/** When somebody has to look again. */
	reviewOn: string | null
	/** The language whose text was left behind when the other was changed. */
	stale: Language | null
}

export type DeskDraft = WrittenVerdict & { revision: number; updatedBy: string; updatedAt: string }

export type DeskProposal = WrittenVerdict & {
	id: string
	proposer: Person
	proposedAt: string
	correction: {
		kind: Exclude<CorrectionKind, 'reassessment'>
		severity: Severity
		what: Bilingual
		why: Bilingual
	} | null
	decision: 'pending' | 'approved' | 'returned'
	decider: string | null
	decidedAt: string | null
	/** Why it was sent back. */
	reason: ChangeReason | null
	comment: string | null
}

export type DeskVersion = {
	number: number
	rating: string
	retracted: boolean
	publishedAt: string
	proposer: string
	approver: string
}

/** Somebody who has the claim open at this moment. */
export type Attendant = Person & { writing: boolean }

/** What a person was typing in a form of the claim and has not sent. */
export type KeptForm = { form: string; fields: Record<string, string>; keptAt: string }

/** A verdict in force on another claim that bears on this one. */
export type DeskPrecedent = {
	kind: 'figure' | 'claimant' | 'border'
	claimId: string
	slug: string
	statement: Bilingual
	rating: string
	/** ISO 8601 with its zone. */
	publishedAt: string
	/** The two ratings that people hesitated between; for a border only. */
	between: [string, string] | null
}

/** The latest blind round of a claim, and what the person who looks may do about it. */
export type DeskBlindRound = {
	steps: BlindStep[]
	round: {
		state: BlindRound['state']
		/** What it came to. */
		rating: string | null
		settler: string | null
		reason: string | null
		/** What each said is there once both have. */
		raters: { id: string; name: string; hasRated: boolean; said: { rating: string; reason: string } | null }[]
	} | null
}

/** What people do to a claim: steps of the workflow, and work that leaves it where it stands. */
export type EventKind =
	| Step
	| 'create'
	| 'edit_claim'
	| 'add_evidence'
	| 'remove_evidence'
	| 'grant_exception'
	| 'import_bundle'
	| 'ask_blind'
	| 'rate_blind'
	| 'settle_blind'
	| 'call_off_blind'
	| 'record_contact'
	| 'open_thread'
	| 'resolve_thread'
	| 'reopen_thread'
	| 'set_due'
	| 'add_appearance'
	| 'move_quotation'
	| 'place_quotation'
	| 'decide_match'
	| 'join'

export type DeskEvent = {
	id: number
	kind: EventKind
	actor: string
	from: Status | null
	to: Status | null
	/** What the kind says more: a number, a reason, the words before. */
	detail: Record<string, unknown>
	at: string
}

export type Workbench = {
	claim: DeskClaim
	places: DeskPlace[]
	evidence: DeskEvidence[]
	/** What the cited sources go back to, and those that cite each other in a circle, by name. */
	origins: { sources: number; count: number; circles: string[][] }
	draft: DeskDraft | null
	/** The latest first; at most one of them waits. */
	proposals: DeskProposal[]
	waiting: DeskProposal | null
	blind: DeskBlindRound
	/** Whether the verdict being written is kept from the person who looks, since they rate blind. */
	keptBlind: boolean
	/** How the two languages of the verdict stand to each other, as it is put forward or written. */
	twins: TwinState
	/** What the publish gate says, asked as if the person who looks approved now. */
	gate: GateResult[]
	versions: DeskVersion[]
	corrections: Correction[]
	/** The latest first. */
	history: DeskEvent[]
	/** What passed between the desk and the claimant, the earliest first. */
	contacts: DeskContact[]
	/** What colleagues say about it, what is open first. */
	threads: DeskThread[]
	/** What is missing where a rule of the gate does not pass. */
	missing: MissingForGate
	/** Until when a second person is to decide, where a proposal waits. */
	reviewDueOn: string | null
	/** The steps open to the person who looks. */
	steps: Step[]
}
