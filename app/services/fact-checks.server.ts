import { and, asc, eq, sql } from 'drizzle-orm'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import { claimants, claimCountries, claims, factChecks, verdicts } from '#drizzle/schema.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'

/** Everything a verdict page shows: the version in force, all versions, and what changed between them. */
export type FactCheckPage = {
	factCheck: FactCheck
	/** Each with the number of its entry in the ledger. */
	versions: { number: number; rating: string; publishedAt: string; entry?: number | null }[]
	corrections: Correction[]
}

const correctionFields = sql`jsonb_build_object(
	'number', c.number, 'version', c.verdict_number, 'on', c."on", 'kind', c.kind, 'severity', c.severity,
	'beforePublication', c.before_publication, 'ratingBefore', c.rating_before, 'ratingAfter', c.rating_after,
	'what', jsonb_build_object('ar', c.what_ar, 'en', c.what_en),
	'why', jsonb_build_object('ar', c.why_ar, 'en', c.why_en))`

const factCheckBySlug = preparedQuery((db) =>
	db
		.select({
			factCheck: verdicts.content,
			versions: sql<FactCheckPage['versions']>`(select jsonb_agg(jsonb_build_object('number', v.number,
				'rating', v.rating, 'publishedAt', v.content->>'publishedAt',
				'entry', (select l.seq from ledger l where l.slug = ${factChecks.slug} and l.version = v.number)) order by v.number desc)
				from verdicts v where v.claim_id = ${factChecks.claimId})`,
			corrections: sql<Correction[]>`coalesce((select jsonb_agg(${correctionFields} order by c.number desc)
				from corrections c where c.claim_id = ${factChecks.claimId}), '[]'::jsonb)`,
		})
		.from(factChecks)
		.innerJoin(verdicts, eq(verdicts.id, factChecks.verdictId))
		.where(eq(factChecks.slug, sql.placeholder('slug')))
		.prepare('fact_check_by_slug'),
)

/** The public page of a verdict, in one statement; `null` for an address that never was one. */
export async function findFactCheck(db: Db, slug: string): Promise<FactCheckPage | null> {
	const [found] = await factCheckBySlug(db).execute({ slug })
	return found ?? null
}

/** An earlier or the present version as it was published; `null` when there is none of that number. */
export async function findFactCheckVersion(db: Db, slug: string, number: number): Promise<FactCheck | null> {
	const [found] = await db
		.select({ content: verdicts.content })
		.from(verdicts)
		.innerJoin(factChecks, eq(factChecks.claimId, verdicts.claimId))
		.where(and(eq(factChecks.slug, slug), eq(verdicts.number, number)))
	return found?.content ?? null
}

export type FactCheckFilter = { country: string | null; rating: string | null }

const entry = {
	claimId: factChecks.claimId,
	content: verdicts.content,
	firstPublishedAt: factChecks.firstPublishedAt,
}

/**
 * Published verdicts, the newest first publication first, so that a page of the list stays what it was
 * when an old verdict is corrected.
 */
export async function listFactChecks(db: Db, filter: FactCheckFilter, cursor: Cursor | null, size = 20) {
	const base = db
		.select(entry)
		.from(factChecks)
		.innerJoin(verdicts, eq(verdicts.id, factChecks.verdictId))
		.$dynamic()
	const narrowed = filter.country
		? base.innerJoin(
				claimCountries,
				and(eq(claimCountries.claimId, factChecks.claimId), eq(claimCountries.country, filter.country)),
			)
		: base
	const rows = await narrowed
		.where(
			and(
				filter.rating
					? and(eq(factChecks.rating, filter.rating), eq(factChecks.retracted, false))
					: undefined,
				after(cursor, factChecks.firstPublishedAt, factChecks.claimId),
			),
		)
		.orderBy(...newestFirst(factChecks.firstPublishedAt, factChecks.claimId))
		.limit(size + 1)
	return pageOf(rows, size, (row) => ({ at: row.firstPublishedAt, id: row.claimId }))
}

const underway = preparedQuery((db) =>
	db
		.select({
			id: claims.id,
			statementAr: claims.statementAr,
			statementEn: claims.statementEn,
			status: sql<'in_research' | 'in_review'>`${claims.status}`,
			since: claims.statusSince,
		})
		.from(claims)
		.where(sql`${claims.status} in ('in_research', 'in_review') and ${claims.rating} is null`)
		.orderBy(...newestFirst(claims.createdAt, claims.id))
		.limit(sql.placeholder('size'))
		.prepare('claims_underway'),
)

/** What is being checked now and has no verdict yet, the newest first. */
export async function listUnderway(db: Db, size = 6) {
	return underway(db).execute({ size })
}

/** Countries that published verdicts concern, by code. */
export async function listFactCheckCountries(db: Db): Promise<string[]> {
	const rows = await db
		.selectDistinct({ country: claimCountries.country })
		.from(claimCountries)
		.innerJoin(factChecks, eq(factChecks.claimId, claimCountries.claimId))
		.orderBy(asc(claimCountries.country))
	return rows.map((row) => row.country)
}

/** Whose claims published verdicts judge, by their present names. */
export async function listFactCheckClaimants(db: Db) {
	const rows = await db
		.selectDistinct({
			id: claimants.id,
			slug: claimants.slug,
			nameAr: claimants.nameAr,
			nameEn: claimants.nameEn,
		})
		.from(claimants)
		.innerJoin(claims, eq(claims.claimantId, claimants.id))
		.innerJoin(factChecks, eq(factChecks.claimId, claims.id))
		.orderBy(asc(claimants.slug))
	return rows.map(({ id, slug, nameAr, nameEn }) => ({ id, slug, name: { ar: nameAr, en: nameEn } }))
}
