import type { SourceKind } from './claim.ts'
import { needsBase } from './figure.ts'
import type { Bilingual, Language } from './language.ts'

/** How it stands with copies of a piece of evidence: one is kept, none could be, none yet, or there is no address. */
export type CopyStanding = 'kept' | 'failed' | 'missing' | 'none'

/** What the publish gate looks at: the claim, its evidence and the proposal, as values. */
export type GateSubject = {
	evidence: { kind: SourceKind; copy: CopyStanding }[]
	/** How many of the cited sources there are no two of which go back to one origin. */
	origins: number
	figures: { unit: string; base: string | null }[]
	summary: Bilingual
	rationale: Bilingual
	language: Language
	/** Who was asked for comment, or that nobody was. */
	claimantContacted: boolean
	proposerId: string
	approverId: string | null
}

/**
 * The publish gate: small named rules, each a pure question about the subject. A rule marked
 * `excusable` may be passed by a recorded exception that readers see.
 */
const rules = {
	two_pieces_of_evidence: { excusable: true, passes: (subject) => subject.origins >= 2 },
	primary_source: {
		excusable: true,
		passes: (subject) => subject.evidence.some((item) => item.kind === 'primary'),
	},
	/** An address is worth what was there on the day: a copy of it is kept, or it is on record why none could be. */
	stored_copies: {
		excusable: true,
		passes: (subject) => subject.evidence.every(({ copy }) => copy !== 'missing'),
	},
	percentage_base: {
		excusable: true,
		passes: (subject) =>
			subject.figures.every((figure) => !needsBase(figure.unit) || Boolean(figure.base?.trim())),
	},
	claimant_contacted: { excusable: true, passes: (subject) => subject.claimantContacted },
	own_language: {
		excusable: false,
		passes: (subject) =>
			Boolean(subject.summary[subject.language]?.trim() && subject.rationale[subject.language]?.trim()),
	},
	second_person: { excusable: false, passes: (subject) => subject.approverId !== subject.proposerId },
} satisfies Record<string, { excusable: boolean; passes: (subject: GateSubject) => boolean }>

export type GateRule = keyof typeof rules
export const gateRules = Object.keys(rules) as GateRule[]

/** A recorded reason to publish although a rule does not pass; readers see it. */
export type GateException = { rule: GateRule; reason: Bilingual; granted?: Grant }

/**
 * Who let a rule be passed over, by role alone, and when (`YYYY-MM-DD`): an editor, or a reviewer other than whoever proposes
 * the verdict. `withApproval`: whoever proposes it wrote the reason down, and it is granted only as the verdict is approved.
 */
export type Grant = { by: 'editor' | 'reviewer'; on: string; withApproval?: boolean }

/** How one rule came out. An `excused` rule carries the reason that was recorded. */
export type GateResult = {
	rule: GateRule
	outcome: 'passed' | 'excused' | 'failed'
	reason: Bilingual | null
	/** Of an exception. Verdicts from before this was written down have none. */
	granted?: Grant
}

/** Ask every rule, in the order of the table; an exception counts only where the rule itself does not pass. */
export function checkGate(subject: GateSubject, exceptions: GateException[]): GateResult[] {
	return gateRules.map((rule) => {
		const { excusable, passes } = rules[rule]
		if (passes(subject)) return { rule, outcome: 'passed', reason: null }
		const exception = excusable ? exceptions.find((candidate) => candidate.rule === rule) : undefined
		if (exception) {
			const { reason, granted } = exception
			return { rule, outcome: 'excused', reason, ...(granted && { granted }) }
		}
		return { rule, outcome: 'failed', reason: null }
	})
}

export function gateIsOpen(results: GateResult[]): boolean {
	return results.every((result) => result.outcome !== 'failed')
}

export function isExcusable(rule: GateRule): boolean {
	return rules[rule].excusable
}

export function parseGateRule(value: unknown): GateRule | null {
	return gateRules.find((rule) => rule === value) ?? null
}
