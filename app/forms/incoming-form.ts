import type { Submission } from '@conform-to/react'
import { parseWithZod } from '@conform-to/zod/v4'
import { z } from 'zod'
import type { FieldError } from './text-fields.ts'

/** A step on a list of the form (a row more, a row less) that was taken without a script. */
const listIntent = z.object({
	type: z.enum(['insert', 'remove']),
	payload: z.object({
		name: z.string().regex(/^[a-zA-Z]{1,40}$/),
		index: z.number().int().min(0).max(999).optional(),
		defaultValue: z.record(z.string(), z.string().max(100)).optional(),
	}),
})

/** What is said of a value that no field of ours can hold, such as one that was sent twice. */
const unforeseen: FieldError = 'bad-choice'

/** The fields of a form that was sent; `null` when the body is none, or ends too early. */
export async function readForm(request: Request): Promise<FormData | null> {
	try {
		return await request.formData()
	} catch (error) {
		if (error instanceof TypeError) return null
		throw error
	}
}

/**
 * Read a form by its schema. `null` when it is none that a page of ours sends: fields whose names would make
 * lists of millions, or steps that no button takes.
 */
export function parseForm<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
	form: FormData,
	schema: Schema,
): Submission<z.input<Schema>, string[], z.output<Schema>> | null {
	const names = [...form.keys()]
	const named = names.every((name) => name.length <= 100 && !/\[\d{4,}\]|__proto__|prototype/.test(name))
	if (!named || names.includes('__state__') || !isListIntent(form.getAll('__intent__'))) return null
	const submission = parseWithZod(form, { schema, error: () => unforeseen })
	// Whatever form a password strays into, it does not travel back.
	const passwords = names.filter((name) => /pass(?:word|phrase)|secret|^(?:current|present)$/i.test(name))
	const reply: typeof submission.reply = (options = {}) => {
		const hidden = 'hideFields' in options ? (options.hideFields ?? []) : []
		return submission.reply({ ...options, hideFields: [...hidden, ...passwords] })
	}
	return { ...submission, reply }
}

function isListIntent(sent: FormDataEntryValue[]): boolean {
	const [intent, ...more] = sent
	if (intent === undefined) return true
	if (typeof intent !== 'string' || more.length > 0) return false
	try {
		return listIntent.safeParse(JSON.parse(intent)).success
	} catch {
		return false
	}
}
