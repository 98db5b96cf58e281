import { needsBase } from './figure.ts'
import type { GateRule, GateSubject } from './gate.ts'

/** What a rule of the publish gate still needs, so that the desk can say it in words. */
export type Missing =
	| { kind: 'evidence'; have: number; need: number }
	| { kind: 'secondary'; have: number }
	| { kind: 'bases'; figures: string[] }
	| { kind: 'contact' }
	| { kind: 'texts'; texts: ('summary' | 'rationale')[]; language: GateSubject['language'] }

export type MissingForGate = Partial<Record<GateRule, Missing>>

/** What each rule that does not pass by itself needs, also where an exception excuses it. */
export function missingForGate(
	subject: Omit<GateSubject, 'figures'> & {
		figures: { unit: string; base: string | null; asWritten: string }[]
	},
): MissingForGate {
	const { evidence, figures, language } = subject
	const missing: MissingForGate = {}
	const need = 2
	if (evidence.length < need) {
		missing.two_pieces_of_evidence = { kind: 'evidence', have: evidence.length, need }
	}
	if (!evidence.some(({ kind }) => kind === 'primary')) {
		missing.primary_source = { kind: 'secondary', have: evidence.length }
	}
	const baseless = figures.filter(({ unit, base }) => needsBase(unit) && !base?.trim())
	if (baseless.length > 0) {
		missing.percentage_base = { kind: 'bases', figures: baseless.map(({ asWritten }) => asWritten) }
	}
	if (!subject.claimantContacted) missing.claimant_contacted = { kind: 'contact' }
	const texts = (['summary', 'rationale'] as const).filter((text) => !subject[text][language]?.trim())
	if (texts.length > 0) missing.own_language = { kind: 'texts', texts, language }
	return missing
}
