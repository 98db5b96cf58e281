import { z } from 'zod'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { claimantKinds, claimTypes } from '#app/domain/claim.ts'
import { isCountry } from '#app/domain/countries.ts'
import { readFigureValue } from '#app/domain/figure-value.ts'
import { comparators, type Figure, figureUnits } from '#app/domain/figure.ts'
import { checkLine, tidyLine } from '#app/domain/incoming-text.ts'
import type { AlikeClaimant } from '#app/domain/look-alike.ts'
import {
	choice,
	fault,
	type FieldError,
	optionalDay,
	optionalLine,
	optionalProse,
	submissionKey,
	unixLines,
} from './text-fields.ts'

/** How the day of a claim is known. */
export const claimedOnBases = ['text', 'evidence'] as const

/** At most this many figures and countries: more is more than one claim. */
const mostFigures = 20
const mostCountries = 30
/** The longest quotation, in UTF-16 code units: a long paragraph. */
const longestQuotation = 4000

/** A figure as it is written in a text: blanks are made one, and nothing else that can be seen is touched. */
const asWritten = z
	.string()
	.optional()
	.transform((typed = '', context): string | null => {
		const words = typed.replace(/\s+/g, ' ').trim()
		const problem = checkLine(words, { max: 200 })
		if (problem) return fault(context, problem.code === 'too-long' ? 'too-long' : 'bad-text')
		return neutraliseBidi(words) || null
	})

/** A row of the list of figures. A row in which nothing was written is nothing. */
const figureRow = z
	.object({
		value: optionalLine(100),
		unit: choice(figureUnits),
		comparator: choice(comparators),
		base: optionalLine(200),
		asWritten,
	})
	.transform((row, context): Figure | null => {
		const typed = row.value ?? row.asWritten
		if (typed === null) return row.base === null ? null : fault(context, 'bad-figure', ['value'])
		const value = readFigureValue(row.unit, typed)
		if (value === null) return fault(context, 'bad-figure', ['value'])
		return { ...row, value, asWritten: row.asWritten ?? typed }
	})

/** What a person writes of a claim, wherever they do. The two statements are one question: see `requireStatement`. */
export const claimFields = {
	statementAr: optionalProse(600),
	statementEn: optionalProse(600),
	type: choice(claimTypes),
	claimantName: optionalLine(200),
	claimantKind: choice(claimantKinds).optional().default('person'),
	/** Once a name was held because it looks like a claimant's: the id of that claimant, or `another`. */
	claimantDecision: z.string().max(40, 'bad-choice').optional(),
	/** The name that the question was about: the answer holds for no other. */
	claimantAsked: z.string().optional(),
	claimedOn: optionalDay(),
	claimedOnBasis: choice(claimedOnBases).optional().default('text'),
	countries: z.array(z.string()).transform((codes, context): string[] => {
		if (codes.length === 0) return fault(context, 'no-country')
		if (codes.length > mostCountries) return fault(context, 'too-long')
		return codes.every(isCountry) ? [...new Set(codes)] : fault(context, 'bad-country')
	}),
	figures: z.array(figureRow).transform((rows, context): Figure[] => {
		const figures = rows.filter((row) => row !== null)
		return figures.length > mostFigures ? fault(context, 'too-long') : figures
	}),
}

/**
 * A claim is worded in one language at least: `.refine(hasStatement, statementFault)`. Asked even when other
 * fields are faulty, so that all complaints come at once; a statement that is itself faulty has its own.
 */
export function hasStatement(claim: { statementAr: string | null; statementEn: string | null }): boolean {
	return claim.statementAr !== null || claim.statementEn !== null
}

/** The complaint stands at `statementAr`. */
export const statementFault = {
	message: 'no-statement' satisfies FieldError,
	path: ['statementAr'],
	when: () => true,
}

/** A new claim: the above, and the words of the article it is made of, which are taken as they are. */
export const claimSchema = z
	.object({
		...claimFields,
		versionId: z.string({ error: 'required' }).max(40, 'bad-choice'),
		exact: z
			.string({ error: 'required' })
			.transform(unixLines)
			.refine((words) => words.length <= longestQuotation, 'too-long'),
		start: z
			.string()
			.optional()
			.transform((typed) => (/^\d{1,9}$/.test(typed ?? '') ? Number(typed) : null)),
		prefix: z
			.string()
			.max(200, 'too-long')
			.optional()
			.transform((words) => words && unixLines(words)),
		suffix: z
			.string()
			.max(200, 'too-long')
			.optional()
			.transform((words) => words && unixLines(words)),
		submission: submissionKey(),
	})
	.refine(hasStatement, statementFault)

type WrittenClaim = z.output<z.ZodObject<typeof claimFields>>

/** A claim as the services take it. A claimant's name is Arabic when it is written in Arabic letters. */
export function toClaimInput(written: WrittenClaim) {
	const name = written.claimantName
	const arabic = name !== null && /\p{Script=Arabic}/u.test(name)
	return {
		statementAr: written.statementAr,
		statementEn: written.statementEn,
		type: written.type,
		claimant: name
			? {
					kind: written.claimantKind,
					nameAr: arabic ? name : null,
					nameEn: arabic ? null : name,
					...readDecision(name, written),
				}
			: null,
		claimedOn: written.claimedOn,
		claimedOnBasis: written.claimedOn ? written.claimedOnBasis : null,
		countries: written.countries,
		figures: written.figures,
	}
}

/** What was answered to the question which claimant is meant, as far as it was about this name. */
function readDecision(
	name: string,
	{ claimantDecision, claimantAsked }: WrittenClaim,
): { decided?: 'another' | { sameAs: string } } {
	if (!claimantDecision || tidyLine(claimantAsked ?? '') !== name) return {}
	return { decided: claimantDecision === 'another' ? 'another' : { sameAs: claimantDecision } }
}

/** A claimant's name that was held, and the claimants it can be taken for, as the refusal of a service tells them. */
export type HeldClaimant = { name: string; alike: AlikeClaimant[] }

const heldDetail = z.object({
	name: z.string(),
	alike: z.array(
		z.object({
			id: z.string(),
			kind: z.enum(claimantKinds),
			nameAr: z.string().nullable(),
			nameEn: z.string().nullable(),
		}),
	),
})

/** What a form asks about when a service has refused a claim; `null` when that was for another reason. */
export function readHeld({
	code,
	detail,
}: {
	code: string
	detail: Record<string, unknown>
}): HeldClaimant | null {
	return code === 'look-alike' ? heldDetail.parse(detail) : null
}
