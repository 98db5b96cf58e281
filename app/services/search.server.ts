import type { Db } from '#app/db.server.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { type SearchCursor, type SearchKind, writeSearchCursor } from '#app/domain/search.ts'
import { describeResults, describeVerdict, type SearchResult } from './search-results.server.ts'
import { type Search, searchStatement } from './search-statement.server.ts'
import { readVerdictTexts } from './search-texts.server.ts'

export type { SearchResult } from './search-results.server.ts'
export type { Search } from './search-statement.server.ts'

/** What was found, before its texts are read. */
export type Found = { kind: SearchKind; id: string; at: Date }

/**
 * What of the desk says what is asked for, the newest first. One statement finds the page, and one for each kind on it
 * reads its texts.
 * @param language in which texts are shown that are there in both
 * @param cursor where the page before ended; `null` for the first page
 */
export async function search(
	db: Db,
	asked: Search,
	cursor: SearchCursor | null,
	language: Language,
	size = 20,
): Promise<{ results: SearchResult[]; next: string | null }> {
	const { found, next } = await findPage(db, asked, cursor, size)
	return { results: await describeResults(db, found, { query: asked.query, language }), next }
}

/** A published verdict as a list shows it, with what was asked for marked in it, if words were. */
export type FoundFactCheck = { factCheck: FactCheck; marked: Pick<SearchResult, 'title' | 'excerpts'> | null }

/**
 * Published verdicts that say what is asked for, the newest first publication first. What is not published cannot be
 * found here, whatever is asked.
 */
export async function searchFactChecks(
	db: Db,
	asked: Omit<Search, 'kinds'>,
	cursor: SearchCursor | null,
	language: Language,
	size = 20,
): Promise<{ found: FoundFactCheck[]; next: string | null }> {
	const filter = { ...asked.filter, status: null }
	const { found, next } = await findPage(db, { ...asked, filter, kinds: ['verdict'] }, cursor, size)
	const texts = await readVerdictTexts(
		db,
		found.map(({ id }) => id),
	)
	const show = (row: (typeof texts)[number]): FoundFactCheck => ({
		factCheck: row.content,
		marked: asked.query ? describeVerdict(row, { query: asked.query, language }) : null,
	})
	return { found: found.flatMap(({ id }) => texts.filter((row) => row.id === id).map(show)), next }
}

async function findPage(
	db: Db,
	asked: Search,
	cursor: SearchCursor | null,
	size: number,
): Promise<{ found: Found[]; next: string | null }> {
	if (asked.kinds.length === 0) return { found: [], next: null }
	const rows = await db.execute<{ kind: SearchKind; id: string; at: string }>(
		searchStatement(asked, cursor, size + 1),
	)
	const found = rows.slice(0, size).map(({ kind, id, at }) => ({ kind, id, at: new Date(at) }))
	const last = found.at(-1)
	return { found, next: rows.length > size && last ? writeSearchCursor(last) : null }
}
