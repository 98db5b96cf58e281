import { z } from 'zod'
import { gateRules } from '#app/domain/gate.ts'
import { changeReasons, dropReasons } from '#app/domain/workflow.ts'
import { choice, fault, type FieldError, line, optionalLine, optionalProse } from './text-fields.ts'

const saying = (message: FieldError) => ({ error: message })

/** A step that needs nothing but to be asked for. */
export const bareStepSchema = z.object({})

export const assignmentSchema = z.object({ assigneeId: line(40) })

export const dropSchema = z.object({ reason: z.enum(dropReasons, saying('no-reason')) })

export const approvalSchema = z.object({ proposalId: line(40) })

/** A proposal sent back: which one, for what sort of reason, and what would mend it. */
export const returnSchema = z.object({
	proposalId: line(40),
	reason: z.enum(changeReasons, saying('no-reason')),
	comment: optionalProse(4000).transform((kept, context): string => kept ?? fault(context, 'no-comment')),
})

/** Why a rule of the gate may be passed over, in one language or both. */
export const exceptionSchema = z
	.object({ rule: choice(gateRules), reasonAr: optionalProse(1000), reasonEn: optionalProse(1000) })
	.refine(({ reasonAr, reasonEn }) => reasonAr !== null || reasonEn !== null, {
		...saying('no-reason'),
		path: ['reason'],
	})

/** Who rates a claim without seeing each other. */
export const blindAskSchema = z.object({ firstRaterId: line(40), secondRaterId: line(40) })

/** A rating by itself, and why. */
export const blindRatingSchema = z.object({
	rating: optionalLine(40).transform((kept, context): string => kept ?? fault(context, 'no-rating')),
	reason: optionalProse(2000).transform((kept, context): string => kept ?? fault(context, 'no-reason')),
})

/** That the claimant was asked, and what came of it. */
export const contactSchema = z
	.object({ noteAr: optionalProse(2000), noteEn: optionalProse(2000) })
	.refine(({ noteAr, noteEn }) => noteAr !== null || noteEn !== null, {
		...saying('required'),
		path: ['note'],
	})
