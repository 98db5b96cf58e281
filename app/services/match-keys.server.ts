import { and, eq, inArray, notExists, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { makeMatchKey } from '#app/domain/match-key.ts'
import type { Commonness } from '#app/domain/match-search.ts'
import { claimMatchKeys, claims } from '#drizzle/schema.ts'

/** A claim's wording in its languages; at least one is there. */
export type Wording = { id: string; statementAr: string | null; statementEn: string | null }

/** So many rows go into one statement. */
const batchSize = 500

/**
 * Keep what a claim is found by. Call it in the transaction that writes the wording, so that no claim is missed and
 * none is found by words it no longer has.
 */
export async function keepMatchKey(tx: Db, wording: Wording): Promise<void> {
	await tx.delete(claimMatchKeys).where(eq(claimMatchKeys.claimId, wording.id))
	await writeMatchKeys(tx, [wording])
}

/** The same for many claims that have no keys yet. */
export async function writeMatchKeys(tx: Db, wordings: Wording[]): Promise<void> {
	const rows = wordings.flatMap(({ id, statementAr, statementEn }) =>
		[['ar', statementAr] as const, ['en', statementEn] as const].flatMap(([language, text]) => {
			if (text === null) return []
			const { fingerprint, bands, stems } = makeMatchKey(text)
			return [{ claim_id: id, language, fingerprint, bands, stems: lexemes(stems) }]
		}),
	)
	// One parameter for all rows: thousands of them are slow to write and to read.
	for (let from = 0; from < rows.length; from += batchSize) {
		const batch = JSON.stringify(rows.slice(from, from + batchSize))
		await tx.execute(sql`
			insert into ${claimMatchKeys} (claim_id, language, fingerprint, bands, stems)
			select claim_id, language, fingerprint, bands, stems::tsvector
			from jsonb_to_recordset(${batch}::jsonb)
				as row(claim_id text, language text, fingerprint text, bands int[], stems text)`)
	}
}

/** Stems as the text of a tsvector. */
function lexemes(stems: string[]): string {
	return stems.map((stem) => `'${escapeLexeme(stem)}'`).join(' ')
}

/** As it stands between quotation marks in a tsvector or tsquery. */
export function escapeLexeme(stem: string): string {
	return stem.replaceAll('\\', '\\\\').replaceAll("'", "''")
}

/**
 * Write the keys of claims that have none: of those older than matching, or all of them after `claim_match_keys` was
 * emptied because the rules of normalising changed. @returns how many claims were read
 */
export async function keepMissingMatchKeys(db: Db): Promise<number> {
	let count = 0
	for (;;) {
		const missing = await db.transaction(async (tx) => {
			const wordings = await tx
				.select({ id: claims.id, statementAr: claims.statementAr, statementEn: claims.statementEn })
				.from(claims)
				.where(
					and(
						sql`coalesce(${claims.statementAr}, ${claims.statementEn}) is not null`,
						notExists(
							tx
								.select({ id: claimMatchKeys.claimId })
								.from(claimMatchKeys)
								.where(eq(claimMatchKeys.claimId, claims.id)),
						),
					),
				)
				.limit(batchSize)
				.for('update', { skipLocked: true })
			await writeMatchKeys(tx, wordings)
			return wordings.length
		})
		count += missing
		if (missing < batchSize) return count
	}
}

/**
 * How common stems are, from Postgres' own statistics of the column, which autovacuum keeps. Before the first
 * ANALYZE every stem counts as rare.
 */
export async function readCommonness(db: Db): Promise<Commonness> {
	const [row] = await db.execute<{
		claims: number | null
		stems: string[] | null
		shares: number[] | null
	}>(sql`
		select greatest(c.reltuples, 0)::float8 as claims,
			s.most_common_elems::text::text[] as stems, s.most_common_elem_freqs::float8[] as shares
		from pg_class c
		left join pg_stats s
			on s.schemaname = c.relnamespace::regnamespace::text and s.tablename = c.relname and s.attname = 'stems'
		where c.oid = 'claim_match_keys'::regclass`)
	const stems = row?.stems ?? []
	// Behind the shares stand the least and the greatest of them.
	const shares = row?.shares ?? []
	return {
		claims: row?.claims ?? 0,
		shares: new Map(stems.map((stem, index) => [stem, shares[index] ?? 0])),
		least: shares[stems.length] ?? 0.001,
	}
}

/** Count how common stems are now, without waiting for autovacuum: after many claims were written at once. */
export async function countCommonness(db: Db): Promise<Commonness> {
	return db.transaction(async (tx) => {
		// It reads a sample, but of a large table one that takes longer than a page may.
		await tx.execute(sql`set local statement_timeout = 0`)
		await tx.execute(sql`analyze claim_match_keys`)
		return readCommonness(tx)
	})
}

/** The wordings of claims by id, in one language or both. */
export async function readWordings(
	db: Db,
	claimIds: string[],
): Promise<Map<string, { ar: string | null; en: string | null; duplicateOf: string | null }>> {
	if (claimIds.length === 0) return new Map()
	const rows = await db
		.select({
			id: claims.id,
			ar: claims.statementAr,
			en: claims.statementEn,
			duplicateOf: claims.duplicateOf,
		})
		.from(claims)
		.where(inArray(claims.id, claimIds))
	return new Map(rows.map(({ id, ...wording }) => [id, wording]))
}
