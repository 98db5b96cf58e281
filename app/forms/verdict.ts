import { z } from 'zod'
import type { Language } from '#app/domain/language.ts'
import { correctionKinds, severities } from '#app/domain/workflow.ts'
import { choice, type FieldError, optionalDay, optionalLine, optionalProse, revision } from './text-fields.ts'

const longestSummary = 600
const longestRationale = 20_000
const longestReason = 1000

/** The verdict being written. Everything may still be missing; the revision is that of the draft it was made from. */
export const draftSchema = z.object({
	rating: optionalLine(40),
	summaryAr: optionalProse(longestSummary),
	summaryEn: optionalProse(longestSummary),
	rationaleAr: optionalProse(longestRationale),
	rationaleEn: optionalProse(longestRationale),
	asOf: optionalDay(),
	ratingNow: optionalLine(40),
	nowSince: optionalDay(),
	reviewOn: optionalDay(),
	inStep: choice(['yes']).optional(),
	revision: revision(),
})

const correctionFields = {
	correctionKind: choice(correctionKinds).optional(),
	severity: choice(severities).optional(),
	whatAr: optionalProse(longestReason),
	whatEn: optionalProse(longestReason),
	whyAr: optionalProse(longestReason),
	whyEn: optionalProse(longestReason),
}

const proposedFields = draftSchema.extend(correctionFields)
type Proposed = z.output<typeof proposedFields>

/**
 * A verdict to be put before a second person, with every part that is missing named at once. The service asks
 * for the same; it is the one that decides.
 * @param claim.language what summary and rationale have to be written in
 * @param claim.replaces whether a verdict is public already, so that readers are told what changes and why
 */
export function proposalSchema(claim: { language: Language; replaces: boolean; evidence: number }) {
	return proposedFields.superRefine((proposed, context) => {
		for (const [field, message] of missingParts(proposed, claim)) {
			context.addIssue({ code: 'custom', message, path: [field] })
		}
	})
}

function missingParts(
	proposed: Proposed,
	{ language, replaces, evidence }: { language: Language; replaces: boolean; evidence: number },
): [string, FieldError][] {
	const suffix = language === 'ar' ? 'Ar' : 'En'
	const missing: [string, FieldError][] = []
	if (!proposed.rating) missing.push(['rating', 'no-rating'])
	if (!proposed.asOf) missing.push(['asOf', 'no-as-of'])
	if (!proposed[`summary${suffix}`]) missing.push([`summary${suffix}`, 'no-summary'])
	if (!proposed[`rationale${suffix}`]) missing.push([`rationale${suffix}`, 'no-rationale'])
	if (proposed.ratingNow && proposed.ratingNow === proposed.rating) missing.push(['ratingNow', 'same-rating'])
	if (evidence === 0) missing.push(['evidence', 'no-evidence'])
	if (!replaces) return missing
	if (!proposed.correctionKind) missing.push(['correctionKind', 'bad-choice'])
	if (!proposed.severity) missing.push(['severity', 'bad-choice'])
	if (!proposed.whatAr && !proposed.whatEn) missing.push([`what${suffix}`, 'no-correction'])
	if (!proposed.whyAr && !proposed.whyEn) missing.push([`why${suffix}`, 'no-correction'])
	return missing
}

/** The written verdict as the services take it. */
export function toDraftInput(written: z.output<typeof draftSchema>) {
	return {
		rating: written.rating,
		summary: { ar: written.summaryAr, en: written.summaryEn },
		rationale: { ar: written.rationaleAr, en: written.rationaleEn },
		asOf: written.asOf,
		ratingNow: written.ratingNow,
		nowSince: written.nowSince,
		reviewOn: written.reviewOn,
		inStep: written.inStep === 'yes',
	}
}

/** What changes and why, or `null` where that was not asked. */
export function toCorrectionInput({ correctionKind, severity, ...texts }: Proposed) {
	if (!correctionKind || !severity) return null
	return {
		kind: correctionKind,
		severity,
		what: { ar: texts.whatAr, en: texts.whatEn },
		why: { ar: texts.whyAr, en: texts.whyEn },
	}
}
