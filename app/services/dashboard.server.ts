import { and, eq, gte, lte, sql } from 'drizzle-orm'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { Rating } from '#app/domain/rating.ts'
import { type Bucket, countClaims, type CountryRow, tallyByCountry } from '#app/domain/tally.ts'
import { dailyStatusCounts, ratings, statusCounts } from '#drizzle/schema.ts'

export type TallyFilter = { articleId: string | null; from: string | null; to: string | null }

const ratingScale = preparedQuery((db) =>
	db.select().from(ratings).orderBy(ratings.position).prepare('rating_scale'),
)

/** The scale, retired steps included, the truest first. */
export async function listRatings(db: Db): Promise<Rating[]> {
	const rows = await ratingScale(db).execute()
	return rows.map((row) => ({
		key: row.key,
		value: row.value,
		label: { ar: row.labelAr, en: row.labelEn },
		meaning: { ar: row.meaningAr, en: row.meaningEn },
		retired: row.retiredAt !== null,
	}))
}

const countsOfAll = preparedQuery((db) =>
	db
		.select({
			country: statusCounts.country,
			status: statusCounts.status,
			rating: statusCounts.rating,
			count: statusCounts.count,
		})
		.from(statusCounts)
		.where(eq(statusCounts.articleId, sql.placeholder('articleId')))
		.prepare('status_counts_of_article'),
)

/** A chart's numbers: one row a country, one count for each bucket, and how many claims are in it, each counted once. */
export type StatusByCountry = { buckets: Bucket[]; rows: CountryRow[]; ratings: Rating[]; claims: number }

/**
 * Verification status by country, from the roll-up. A claim that concerns two countries counts in both.
 * @param filter one article, and the days (UTC, both included) on which claims were added
 * @param withDropped whether claims that were set aside show too, as they do on the desk
 */
export async function statusByCountry(
	db: Db,
	filter: TallyFilter,
	withDropped: boolean,
): Promise<StatusByCountry> {
	const scale = await listRatings(db)
	const articleId = filter.articleId ?? ''
	const cells =
		filter.from || filter.to
			? await db
					.select({
						country: dailyStatusCounts.country,
						status: dailyStatusCounts.status,
						rating: dailyStatusCounts.rating,
						count: sql<number>`sum(${dailyStatusCounts.count})`.mapWith(Number),
					})
					.from(dailyStatusCounts)
					.where(
						and(
							eq(dailyStatusCounts.articleId, articleId),
							filter.from ? gte(dailyStatusCounts.day, filter.from) : undefined,
							filter.to ? lte(dailyStatusCounts.day, filter.to) : undefined,
						),
					)
					.groupBy(dailyStatusCounts.country, dailyStatusCounts.status, dailyStatusCounts.rating)
			: await countsOfAll(db).execute({ articleId })
	const buckets: Bucket[] = [
		{ status: 'new' },
		{ status: 'in_research' },
		{ status: 'in_review' },
		...scale.map((rating) => ({ rating: rating.key })),
		{ rating: '' },
		...(withDropped ? [{ status: 'dropped' } as const] : []),
	]
	return onlyFilled({
		buckets,
		rows: tallyByCountry(cells, buckets),
		ratings: scale,
		claims: countClaims(cells, buckets),
	})
}

/** Leave out buckets that are empty everywhere, but for the stages of work, which say something when empty. */
function onlyFilled({ buckets, rows, ...rest }: StatusByCountry): StatusByCountry {
	const kept = buckets.map(
		(bucket, index) => 'status' in bucket || rows.some((row) => (row.counts[index] ?? 0) > 0),
	)
	return {
		...rest,
		buckets: buckets.filter((_, index) => kept[index]),
		rows: rows.map((row) => ({ ...row, counts: row.counts.filter((_, index) => kept[index]) })),
	}
}
