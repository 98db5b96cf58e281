import { type SQL, sql } from 'drizzle-orm'
import type { AskedPhrase, AskedWord, SearchQuery } from '#app/domain/search-query.ts'
import {
	type Facet,
	facet,
	type SearchCursor,
	type SearchFilter,
	type SearchKind,
} from '#app/domain/search.ts'
import { quoteLexeme } from '#drizzle/schema/columns.ts'

/** What is asked for. Without a `query` everything that the filter leaves. */
export type Search = { query: SearchQuery | null; kinds: readonly SearchKind[]; filter: SearchFilter }

/** As the text of a tsquery: every phrase, none of the excluded ones, and every property; `null` for everything. */
export function tsqueryOf({ query, filter }: Pick<Search, 'query' | 'filter'>): string | null {
	const facets = (['status', 'rating', 'country', 'claimant'] satisfies Facet[]).flatMap((name) => {
		const value = filter[name]
		return value === null ? [] : [quoteLexeme(facet(name, value))]
	})
	const parts = [
		...(query?.all ?? []).map(phraseOf),
		...(query?.none ?? []).map((phrase) => `!${phraseOf(phrase)}`),
		...facets,
	]
	return parts.length > 0 ? parts.join(' & ') : null
}

function phraseOf(phrase: AskedPhrase): string {
	const words = phrase.map(wordOf)
	return words.length === 1 ? (words[0] ?? '') : `(${words.join(' <-> ')})`
}

function wordOf({ readings, beginnings }: AskedWord): string {
	const begun = beginnings.map((beginning) => `${quoteLexeme(beginning)}:*`)
	return `(${[...new Set([...readings.map(quoteLexeme), ...begun])].join(' | ')})`
}

/**
 * The one statement that a page is found by, the newest first: each kind gives at most a page from its index, and these
 * are merged by moment, kind and id.
 * @param size how many rows at most
 */
export function searchStatement(search: Search, cursor: SearchCursor | null, size: number): SQL {
	const words = tsqueryOf(search)
	const branches = kindsWith(search).map((kind) => branch(kind, words, search.filter, cursor, size))
	if (branches.length === 0) return nothing
	return sql`select kind, id, at from (${sql.join(branches, sql` union all `)}) found
		order by at desc nulls last, kind desc, id desc nulls last limit ${size}`
}

const nothing = sql`select kind, id, at from search_entries where false`

/**
 * The kinds that can have what the filter asks for. To look through all articles for a status that none has would
 * take the longest of all.
 */
function kindsWith({ kinds, filter: { status, rating, country, claimant } }: Search): readonly SearchKind[] {
	if (status) return kinds.filter((kind) => kind === 'claim')
	return rating || country || claimant ? kinds.filter((kind) => kind !== 'article') : kinds
}

function branch(
	kind: SearchKind,
	words: string | null,
	{ from, to }: SearchFilter,
	cursor: SearchCursor | null,
	size: number,
): SQL {
	const conditions = [
		// As a literal, so that the planner knows how common the kind is.
		sql`e.kind = ${sql.raw(`'${kind}'`)}`,
		...(words === null ? [] : [sql`e.words @@ ${words}::tsquery`]),
		...(from === null ? [] : [sql`e.at >= (${from}::date)::timestamp at time zone 'UTC'`]),
		...(to === null ? [] : [sql`e.at < (${to}::date + 1)::timestamp at time zone 'UTC'`]),
		...(cursor === null ? [] : [beyond(kind, cursor)]),
	]
	return sql`(select e.kind, e.id, e.at from search_entries e where ${sql.join(conditions, sql` and `)}
		order by e.at desc nulls last, e.id desc nulls last limit ${size})`
}

/** What of a kind comes behind the cursor. Times are compared to the millisecond, which is what they are written with. */
function beyond(kind: SearchKind, cursor: SearchCursor): SQL {
	const moment = sql`${cursor.at.toISOString()}::timestamptz`
	if (kind === cursor.kind) return sql`(e.at, e.id) < (${moment}, ${cursor.id})`
	return kind < cursor.kind ? sql`e.at <= ${moment}` : sql`e.at < ${moment}`
}
