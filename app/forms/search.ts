import { neutraliseBidi } from '#app/domain/bidi.ts'
import { isCountry } from '#app/domain/countries.ts'
import { longestQuery, parseQuery, type QueryProblem, type SearchQuery } from '#app/domain/search-query.ts'
import { parseSearchKind, type SearchFilter, type SearchKind, searchKinds } from '#app/domain/search.ts'
import { parseStatus } from '#app/domain/workflow.ts'
import { optionalDay } from './text-fields.ts'

/** What a person typed into a search box, and what it asks for: nothing, words, or what cannot be looked for. */
export type Typed = { q: string; query: SearchQuery | null; problem: QueryProblem | null }

/** The fields of a search as an address holds them; a field that is not there is `null`. */
export type SearchFields = {
	q: string | null
	kind: SearchKind | null
	status: string | null
	rating: string | null
	country: string | null
	claimant: string | null
	from: string | null
	to: string | null
}

/** Read the `q` of an address. Blanks and what has no width at its ends are no words, and nothing is asked then. */
export function readTyped(search: URLSearchParams): Typed {
	// A blank behind the last word says that it is whole: it stays.
	const q = neutraliseBidi((search.get('q') ?? '').trimStart())
		// eslint-disable-next-line no-control-regex
		.replace(/[\u0000-\u001f\u007f]/g, ' ')
		.slice(0, longestQuery + 1)
	if (q.trim() === '') return { q: '', query: null, problem: null }
	const read = parseQuery(q)
	return 'problem' in read
		? { q, query: null, problem: read.problem }
		: { q, query: read.query, problem: null }
}

/**
 * What an address of the desk asks for; a value that is not known narrows nothing.
 * @param known the keys of ratings and the ids of claimants that there are
 */
export function readSearch(
	search: URLSearchParams,
	known: { ratings: readonly { key: string }[]; claimants: readonly { id: string }[] },
): { typed: Typed; kinds: readonly SearchKind[]; filter: SearchFilter; fields: SearchFields } {
	const typed = readTyped(search)
	const country = search.get('country')
	const kind = parseSearchKind(search.get('kind'))
	const filter: SearchFilter = {
		status: parseStatus(search.get('status')),
		rating: known.ratings.find(({ key }) => key === search.get('rating'))?.key ?? null,
		country: isCountry(country) ? country : null,
		claimant: known.claimants.find(({ id }) => id === search.get('claimant'))?.id ?? null,
		from: readDay(search.get('from')),
		to: readDay(search.get('to')),
	}
	return {
		typed,
		kinds: kind ? [kind] : searchKinds,
		filter,
		fields: { q: typed.q.trim() || null, kind, ...filter },
	}
}

export function readDay(value: string | null): string | null {
	return optionalDay().safeParse(value ?? '').data ?? null
}
