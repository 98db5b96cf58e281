import type { Status } from './workflow.ts'

/** What can be searched for. */
export const searchKinds = ['article', 'claim', 'verdict'] as const
export type SearchKind = (typeof searchKinds)[number]

export function parseSearchKind(value: unknown): SearchKind | null {
	return searchKinds.find((kind) => kind === value) ?? null
}

/** What a search is narrowed by; `null` narrows nothing. Days are `YYYY-MM-DD` of UTC, both of them whole. */
export type SearchFilter = {
	status: Status | null
	rating: string | null
	country: string | null
	/** The id of who says it. */
	claimant: string | null
	from: string | null
	to: string | null
}

export const noFilter: SearchFilter = {
	status: null,
	rating: null,
	country: null,
	claimant: null,
	from: null,
	to: null,
}

/** Properties that are kept beside the words, so that one index finds both. */
export type Facet = 'status' | 'rating' | 'country' | 'claimant'

/** A property as it stands among the words; no word of a text begins like it. */
export function facet(name: Facet, value: string): string {
	return `=${name} ${value}`
}

/** A page of results stands where the last one ended: its moment, kind and id. */
export type SearchCursor = { at: Date; kind: SearchKind; id: string }

/** The cursor as one word for an address, and back; `null` for anything that is not one. */
export function writeSearchCursor({ at, kind, id }: SearchCursor): string {
	return `${at.getTime().toString(36)}.${kind}.${id}`
}

export function readSearchCursor(value: string | null): SearchCursor | null {
	const [, time, name, id] = /^([0-9a-z]{1,9})\.([a-z]{1,10})\.([0-9a-z-]{1,40})$/.exec(value ?? '') ?? []
	const kind = parseSearchKind(name)
	if (!time || !kind || !id) return null
	const at = new Date(Number.parseInt(time, 36))
	return Number.isNaN(at.getTime()) ? null : { at, kind, id }
}
