import { z } from 'zod'
import { sourceKinds, stances } from '#app/domain/claim.ts'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { parseFigures } from '#app/domain/figure-parsing.ts'
import type { Figure } from '#app/domain/figure.ts'
import { checkProse } from '#app/domain/incoming-text.ts'
import { sourceLanguages } from '#app/domain/source-language.ts'
import {
	choice,
	fault,
	type FieldError,
	line,
	optionalDay,
	optionalLine,
	optionalProse,
	optionalUrl,
	submissionKey,
	unixLines,
} from './text-fields.ts'

/** The longest passage, in UTF-16 code units: a page of print. */
const longestPassage = 4000

/** The words or figures of a source, as they stand there: only what surrounds them is cut, and what copying tore off. */
const passage = z
	.string()
	.optional()
	.transform((typed = '', context): string | null => {
		const words = unixLines(typed).trim()
		if (words === '') return null
		const problem = checkProse(words, longestPassage)
		if (!problem) return neutraliseBidi(words)
		return fault(context, problem.code === 'too-long' ? 'too-long' : 'bad-text')
	})

/** A piece of evidence with its source, which is named by its address or its publisher. */
export const evidenceSchema = z
	.object({
		url: optionalUrl(),
		publisher: optionalLine(200),
		title: optionalLine(300),
		publishedOn: optionalDay(),
		language: choice(sourceLanguages).optional(),
		kind: choice(sourceKinds),
		stance: choice(stances),
		passage,
		/** Whether its figures are read and compared. */
		readFigures: choice(['on']).optional(),
		labelAr: optionalLine(200),
		labelEn: optionalLine(200),
		showsAr: optionalProse(1000),
		showsEn: optionalProse(1000),
		foundBy: optionalLine(500),
		submission: submissionKey(),
	})
	.refine(({ url, publisher }) => url !== null || publisher !== null, {
		message: 'no-source' satisfies FieldError,
		path: ['url'],
		// Asked even when other fields are faulty; a faulty address or publisher has its own complaint.
		when: ({ value }) => isOpen(value, 'url') && isOpen(value, 'publisher'),
	})

function isOpen(value: unknown, name: string): boolean {
	return typeof value === 'object' && value !== null && Reflect.get(value, name) === null
}

export const removedEvidenceSchema = z.object({ evidenceId: line(40) })

/** Evidence as the service takes it. */
export function toEvidenceInput(written: z.output<typeof evidenceSchema>) {
	const { url, publisher, title, publishedOn, language, submission, ...rest } = written
	const { labelAr, labelEn, showsAr, showsEn, readFigures, ...evidence } = rest
	return {
		source: { url, publisher, title, publishedOn, language: language ?? null },
		evidence: {
			...evidence,
			label: { ar: labelAr, en: labelEn },
			shows: { ar: showsAr, en: showsEn },
			figures: readFigures && evidence.passage !== null ? figuresOf(evidence.passage) : [],
		},
		submission,
	}
}

/** At most so many figures of a passage are compared: more is a table. */
const mostFigures = 20

/** The figures of a passage whose value the text tells. */
function figuresOf(passage: string): Figure[] {
	return parseFigures(passage)
		.filter(({ value }) => value !== '')
		.slice(0, mostFigures)
		.map(({ start: _, end: __, ...figure }) => ({ ...figure, base: null }))
}
