import { z } from 'zod'
import { sourceLanguages } from '#app/domain/source-language.ts'
import { choice, type FieldError, line, optionalDay, optionalLine, revision } from './text-fields.ts'

/** What can be asked for on the page of a source. */
export const sourceIntents = ['edit', 'rely', 'rely_no_more', 'again'] as const

/** What is known of a source. */
export const sourceFactsSchema = z.object({
	revision: revision(),
	title: optionalLine(300),
	publisher: optionalLine(200),
	publishedOn: optionalDay(),
	language: choice(sourceLanguages)
		.optional()
		.transform((kept) => kept ?? null),
	checkedEvery: z
		.string({ error: 'required' satisfies FieldError })
		.regex(/^(?:[0-9]|[1-9][0-9]|[12][0-9]{2}|3[0-5][0-9]|36[0-6])$/, 'bad-choice' satisfies FieldError)
		.transform(Number),
})

export const relianceSchema = z.object({ on: line(2048) })
export const removedRelianceSchema = z.object({ relianceId: line(40) })
