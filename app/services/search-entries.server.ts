import { and, asc, eq, gt, notExists, sql } from 'drizzle-orm'
import type { AnyPgColumn, PgTable } from 'drizzle-orm/pg-core'
import type { Db } from '#app/db.server.ts'
import { entryWords } from '#app/domain/search-entry.ts'
import { facet, type SearchKind } from '#app/domain/search.ts'
import { articles, claims, factChecks, searchEntries } from '#drizzle/schema.ts'
import { readArticleTexts, readClaimTexts, readVerdictTexts, textsOfVerdict } from './search-texts.server.ts'

type Entry = typeof searchEntries.$inferInsert

/*
 * Each `keep…Entry` is called in the transaction that writes what is found, after it is written, so that nothing is missed
 * and nothing is found by words it no longer has.
 */

/** Keep what an article is found by: its newest text, and what is known of it. */
export async function keepArticleEntry(tx: Db, articleId: string): Promise<void> {
	await write(tx, await readArticles(tx, [articleId]))
}

/** Keep what a claim is found by: its wordings, its quotations, who says it, and where it stands. */
export async function keepClaimEntry(tx: Db, claimId: string): Promise<void> {
	await write(tx, await readClaims(tx, [claimId]))
}

/** Keep what the verdict in force of a claim is found by, if it has one: what readers see of it. */
export async function keepVerdictEntry(tx: Db, claimId: string): Promise<void> {
	await write(tx, await readVerdicts(tx, [claimId]))
}

/** The same for the claims of somebody whose name has become known in another language. */
export async function keepEntriesOfClaimant(tx: Db, claimantId: string): Promise<void> {
	const rows = await tx.select({ id: claims.id }).from(claims).where(eq(claims.claimantId, claimantId))
	for (let from = 0; from < rows.length; from += batchSizes.claim) {
		const ids = rows.slice(from, from + batchSizes.claim).map(({ id }) => id)
		await write(tx, await readClaims(tx, ids))
	}
}

async function write(tx: Db, entries: Entry[]): Promise<void> {
	if (entries.length === 0) return
	await tx
		.insert(searchEntries)
		.values(entries)
		.onConflictDoUpdate({
			target: [searchEntries.kind, searchEntries.id],
			set: { words: sql`excluded.words`, at: sql`excluded.at` },
		})
}

async function readArticles(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await readArticleTexts(tx, ids)
	return rows.map(({ id, title, outlet, author, text, createdAt }) => ({
		kind: 'article',
		id,
		at: createdAt,
		words: entryWords([title, text, outlet, author], []),
	}))
}

async function readClaims(tx: Db, ids: string[]): Promise<Entry[]> {
	const rows = await readClaimTexts(tx, ids)
	return rows.map((row) => ({
		kind: 'claim',
		id: row.id,
		at: row.createdAt,
		words: entryWords(
			[
				row.statementAr,
				row.statementEn,
				row.claimantAr,
				row.claimantEn,
				...row.quotations.map(({ exact }) => exact),
			],
			[
				facet('status', row.status),
				...(row.rating ? [facet('rating', row.rating)] : []),
				...(row.claimantId ? [facet('claimant', row.claimantId)] : []),
				...row.countries.map((code) => facet('country', code)),
			],
		),
	}))
}

async function readVerdicts(tx: Db, claimIds: string[]): Promise<Entry[]> {
	const rows = await readVerdictTexts(tx, claimIds)
	return rows.map(({ id, firstPublishedAt, content, claimantId }) => ({
		kind: 'verdict',
		id,
		at: firstPublishedAt,
		words: entryWords(
			textsOfVerdict(content).map(({ text }) => text),
			[
				// A verdict that was taken back has no rating in force.
				...(content.retracted ? [] : [facet('rating', content.rating.key)]),
				...(claimantId ? [facet('claimant', claimantId)] : []),
				...content.countries.map((code) => facet('country', code)),
			],
		),
	}))
}

/** How many of each are read and written in one statement, which may take seconds at most: articles are long. */
const batchSizes: Record<SearchKind, number> = { article: 10, claim: 200, verdict: 40 }

const sources: Record<
	SearchKind,
	{ table: PgTable; id: AnyPgColumn; read: (tx: Db, ids: string[]) => Promise<Entry[]> }
> = {
	article: { table: articles, id: articles.id, read: readArticles },
	claim: { table: claims, id: claims.id, read: readClaims },
	verdict: { table: factChecks, id: factChecks.claimId, read: readVerdicts },
}

/**
 * Write the entries of what has none: of what is older than the search, or of everything after `search_entries` was
 * emptied because the rules of reading words changed. Several processes may do so at once.
 * @returns how many were written
 */
export async function keepMissingSearchEntries(db: Db): Promise<number> {
	let count = 0
	for (const kind of Object.keys(sources) as SearchKind[]) {
		for (let last: string | null = ''; last !== null;) {
			const written: { count: number; last: string | null } = await keepBatch(db, kind, last)
			count += written.count
			last = written.last
		}
	}
	return count
}

/** The next batch in the order of ids; `last` is `null` behind the end. */
async function keepBatch(
	db: Db,
	kind: SearchKind,
	after: string,
): Promise<{ count: number; last: string | null }> {
	const { table, id, read } = sources[kind]
	return db.transaction(async (tx) => {
		const rows = await tx
			.select({ id: sql<string>`${id}` })
			.from(table)
			.where(
				and(
					gt(id, after),
					notExists(
						tx
							.select({ one: sql`1` })
							.from(searchEntries)
							.where(and(eq(searchEntries.kind, kind), eq(searchEntries.id, id))),
					),
				),
			)
			.orderBy(asc(id))
			.limit(batchSizes[kind])
			// What somebody is writing at this moment, they write the entry of.
			.for('update', { skipLocked: true })
		const ids = rows.map((row) => row.id)
		if (ids.length > 0) await write(tx, await read(tx, ids))
		return { count: ids.length, last: ids.length < batchSizes[kind] ? null : (ids.at(-1) ?? null) }
	})
}
