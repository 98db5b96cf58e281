import { z } from 'zod'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { claimantKinds, claimTypes } from '#app/domain/claim.ts'
import { isCountry } from '#app/domain/countries.ts'
import { readCurrencyCode, readMeasureCode } from '#app/domain/figure-units.ts'
import { readFigureValue } from '#app/domain/figure-value.ts'
import { comparators, type Figure, type FigureUnit, figureUnits } from '#app/domain/figure.ts'
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

/** A place in a text, as a hidden field has it; what is no number says nothing. */
const offset = z
	.string()
	.optional()
	.transform((typed) => (/^\d{1,9}$/.test(typed ?? '') ? Number(typed) : null))

/** One unit of the last digit, as a hidden field has it from reading the text. */
const rounding = z
	.string()
	.optional()
	.transform((typed) => (/^(?:10{0,15}|0\.0{0,8}1)$/.test(typed ?? '') ? (typed ?? null) : null))

/** A row of the list of figures. A row in which nothing was written is nothing. */
const figureRow = z
	.object({
		value: optionalLine(100),
		valueTo: optionalLine(100),
		unit: choice(figureUnits),
		comparator: choice(comparators),
		measuredIn: optionalLine(60),
		base: optionalLine(200),
		place: optionalLine(200),
		period: optionalLine(200),
		countedBy: optionalLine(200),
		rounding,
		asWritten,
		start: offset,
		end: offset,
	})
	.transform((row, context): Figure | null => {
		const typed = row.value ?? row.asWritten
		if (typed === null) {
			const others = [row.valueTo, row.measuredIn, row.base, row.place, row.period, row.countedBy]
			return others.every((other) => other === null) ? null : fault(context, 'bad-figure', ['value'])
		}
		const value = readFigureValue(row.unit, typed)
		if (value === null) return fault(context, 'bad-figure', ['value'])
		const valueTo = row.valueTo === null ? null : readFigureValue(row.unit, row.valueTo)
		if (row.valueTo !== null && valueTo === null) return fault(context, 'bad-figure', ['valueTo'])
		if (valueTo !== null && !isAfter(row.unit, valueTo, value))
			return fault(context, 'bad-range', ['valueTo'])
		const measured = readMeasuredIn(row.unit, row.measuredIn)
		if (measured === null)
			return fault(context, row.unit === 'measure' ? 'bad-measure' : 'bad-currency', ['measuredIn'])
		const { comparator, base, place, period, countedBy, start, end } = row
		return {
			value,
			...measured,
			comparator,
			base,
			asWritten: row.asWritten ?? typed,
			...(valueTo !== null && { valueTo }),
			...(place !== null && { place }),
			...(period !== null && { period }),
			...(countedBy !== null && { countedBy }),
			...(row.rounding !== null && { rounding: row.rounding }),
			...(start !== null && end !== null && { start, end }),
		}
	})

/** Whether a canonical value comes after another of its unit; words have no order. */
function isAfter(unit: FigureUnit, value: string, other: string): boolean {
	if (unit === 'weekday' || unit === 'other') return value !== other
	const [one, two] = [value, other].map(sizeOf)
	return one === undefined || two === undefined || Number.isNaN(one) || Number.isNaN(two)
		? value > other
		: one > two
}

function sizeOf(value: string): number {
	const [, parts, of] = /^(\d+)\/(\d+)$/.exec(value) ?? []
	return parts === undefined ? Number(value) : Number(parts) / Number(of)
}

/** What money or a measure is counted in, from a code or a name; `null` for an unknown one. US dollars have a unit of their own. */
function readMeasuredIn(
	unit: FigureUnit,
	typed: string | null,
): { unit: FigureUnit; measuredIn?: string } | null {
	if (unit === 'measure') {
		const measuredIn = typed === null ? null : readMeasureCode(typed)
		return measuredIn === null ? null : { unit, measuredIn }
	}
	if (unit !== 'money' || typed === null) return { unit }
	const currency = readCurrencyCode(typed)
	if (currency === null) return null
	return currency === 'USD' ? { unit: 'money_usd' } : { unit, measuredIn: currency }
}

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
