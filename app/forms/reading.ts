import { z } from 'zod'
import { line } from './text-fields.ts'

const offset = z
	.string({ error: 'required' })
	.regex(/^\d{1,9}$/, 'bad-choice')
	.transform(Number)

/** A piece of an article's text: half-open, in UTF-16 code units of the version. */
export const pieceSchema = z
	.object({ versionId: line(40), start: offset, end: offset })
	.refine(({ start, end }) => start < end, 'bad-choice')

/** New borders for a quotation, and those that the person saw. */
export const bordersSchema = z
	.object({
		appearanceId: line(40),
		versionId: line(40),
		start: offset,
		end: offset,
		fromStart: offset,
		fromEnd: offset,
	})
	.transform(({ fromStart, fromEnd, ...borders }) => ({
		...borders,
		was: { start: fromStart, end: fromEnd },
	}))

/** The piece that an address asks to make a claim of: `?take=120-260`; `null` when it asks for none. */
export function readTake(search: URLSearchParams): { start: number; end: number } | null {
	const [, start, end] = /^(\d{1,9})-(\d{1,9})$/.exec(search.get('take') ?? '') ?? []
	return start && end && Number(start) < Number(end) ? { start: Number(start), end: Number(end) } : null
}
