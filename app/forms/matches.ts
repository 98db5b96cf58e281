import { z } from 'zod'
import { matchKinds } from '#app/domain/match-kinds.ts'
import { choice, line, optionalLine, optionalProse, revision, submissionKey } from './text-fields.ts'

/** What a person says of two claims. `matchId` is empty for two that nothing suggested. */
export const matchSchema = z.object({
	otherId: line(40),
	matchId: optionalLine(40),
	revision: revision(),
	kind: choice(matchKinds),
	comment: optionalProse(1000),
	keptId: optionalLine(40),
})

/** A quotation that is one more place of a claim. */
export const appearanceSchema = z.object({
	claimId: line(40),
	articleId: line(40),
	versionId: line(40),
	submission: submissionKey(),
	exact: z.string().min(1).max(20_000),
	start: z
		.string()
		.optional()
		.transform((typed) => (typed && /^\d{1,9}$/.test(typed) ? Number(typed) : null)),
})
