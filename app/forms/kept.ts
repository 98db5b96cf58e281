import { z } from 'zod'

/** More fields than any form of ours has, and longer texts than any of them takes. */
const mostFields = 60
const longestText = 25_000

/** What is being typed in a form, as it stands: nothing of it is checked before it is sent. */
export const keptFormSchema = z.object({
	form: z.string().regex(/^[a-z0-9-]{1,60}$/),
	fields: z.string().transform((sent, context) => {
		const read = readFields(sent)
		if (read) return read
		context.addIssue({ code: 'custom', message: 'bad-choice' })
		return z.NEVER
	}),
})

const texts = z
	.record(z.string().regex(/^[a-zA-Z0-9[\].]{1,60}$/), z.string().max(longestText))
	.refine((fields) => Object.keys(fields).length <= mostFields)

function readFields(sent: string): Record<string, string> | null {
	try {
		const read = texts.safeParse(JSON.parse(sent))
		if (!read.success) return null
		return Object.fromEntries(Object.entries(read.data).map(([name, text]) => [name, storable(text)]))
	} catch {
		return null
	}
}

/** Without what no text of the database may hold: NUL, and halves of characters. */
function storable(text: string): string {
	return text.replaceAll('\0', '').replace(/\p{Surrogate}/gu, '')
}
