import { type ActivityFilter, activityGroups } from '#app/domain/activity.ts'
import { optionalDay } from './text-fields.ts'

/** What the fields of the filter hold, as text, whether it can be understood or not. */
export type ActivityFields = Record<'person' | 'group' | 'from' | 'to' | 'claim', string>

/** What an address narrows the list by; a value that is not known narrows nothing. */
export function readActivityFilter(search: URLSearchParams): {
	filter: Omit<ActivityFilter, 'claimId'>
	/** The claim that is meant, as an id, a slug, or the address of one of its pages. */
	claim: string | null
	fields: ActivityFields
} {
	const field = (name: keyof ActivityFields) => (search.get(name) ?? '').trim().slice(0, 300)
	const fields = {
		person: field('person'),
		group: field('group'),
		from: field('from'),
		to: field('to'),
		claim: field('claim'),
	}
	return {
		filter: {
			personId: /^[\w-]{1,40}$/.test(fields.person) ? fields.person : null,
			group: activityGroups.find((group) => group === fields.group) ?? null,
			from: optionalDay().safeParse(fields.from).data ?? null,
			to: optionalDay().safeParse(fields.to).data ?? null,
		},
		claim: claimNamed(fields.claim),
		fields,
	}
}

/** The id or slug in what was typed: by itself, or the part of an address that names the claim. */
function claimNamed(typed: string): string | null {
	const path = URL.canParse(typed) ? new URL(typed).pathname : typed
	const [, named = path] = /\/(?:claims|verdicts)\/([^/?#]+)/.exec(path) ?? []
	try {
		return decodeURIComponent(named).replaceAll('\0', '') || null
	} catch {
		return null
	}
}
