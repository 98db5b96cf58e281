import { z } from 'zod'
import { unixLines } from './text-fields.ts'

const id = z.string().regex(/^[0-9a-zA-Z-]{1,40}$/)

/** A changed text of an article: pasted, or a file, which the route reads. `base` is the version that was before them. */
export const newVersionSchema = z.object({
	text: z
		.string()
		.default('')
		.transform((typed) => unixLines(typed)),
	base: z
		.string()
		.regex(/^\d{1,6}$/)
		.transform(Number),
})

/** The new words of a lost quotation, and where they start if they stand in several places. */
export const placeSchema = z.object({
	appearanceId: id,
	versionId: id,
	exact: z.string().max(20_000).default(''),
	start: z
		.string()
		.regex(/^\d{1,7}$/)
		.transform(Number)
		.optional()
		.transform((start) => start ?? null),
})
