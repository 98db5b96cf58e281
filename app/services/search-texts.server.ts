import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import {
	appearances,
	articles,
	articleVersions,
	claimants,
	claimCountries,
	claims,
	factChecks,
	verdicts,
} from '#drizzle/schema.ts'

/*
 * What the search reads: once to write down the words of a thing, and again to show those that were found. Both read the
 * same, so that what is found can be shown.
 */

/** Articles with their newest text. */
export async function readArticleTexts(db: Db, ids: string[]) {
	if (ids.length === 0) return []
	return db
		.select({
			id: articles.id,
			title: articles.title,
			outlet: articles.outlet,
			author: articles.author,
			language: articles.language,
			createdAt: articles.createdAt,
			text: articleVersions.text,
			claimCount: sql<number>`(select count(distinct a.claim_id) from appearances a
				where a.article_id = ${articles.id})`.mapWith(Number),
		})
		.from(articles)
		.innerJoin(
			articleVersions,
			and(
				eq(articleVersions.articleId, articles.id),
				sql`${articleVersions.number} = (select max(v.number) from article_versions v
					where v.article_id = ${articles.id})`,
			),
		)
		.where(inArray(articles.id, ids))
}
export type ArticleTexts = Awaited<ReturnType<typeof readArticleTexts>>[number]

type Quoted = { id: string; articleId: string | null; exact: string; language: 'ar' | 'en' | null }

/** Claims with who says them, their countries, and their quotations, the first one first. */
export async function readClaimTexts(db: Db, ids: string[]) {
	if (ids.length === 0) return []
	return db
		.select({
			id: claims.id,
			statementAr: claims.statementAr,
			statementEn: claims.statementEn,
			status: claims.status,
			rating: claims.rating,
			createdAt: claims.createdAt,
			claimantId: claims.claimantId,
			claimantAr: claimants.nameAr,
			claimantEn: claimants.nameEn,
			countries: sql<string[]>`array(select ${claimCountries.country} from ${claimCountries}
				where ${claimCountries.claimId} = ${claims.id} order by 1)`,
			quotations: sql<Quoted[]>`coalesce((select jsonb_agg(jsonb_build_object('id', ${appearances.id},
					'articleId', ${appearances.articleId}, 'exact', ${appearances.exact}, 'language', ${articles.language})
					order by ${appearances.createdAt}, ${appearances.id})
				from ${appearances} left join ${articles} on ${articles.id} = ${appearances.articleId}
				where ${appearances.claimId} = ${claims.id}), '[]'::jsonb)`,
		})
		.from(claims)
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.where(inArray(claims.id, ids))
}
export type ClaimTexts = Awaited<ReturnType<typeof readClaimTexts>>[number]

/** The verdicts in force of claims, as readers see them. */
export async function readVerdictTexts(db: Db, claimIds: string[]) {
	if (claimIds.length === 0) return []
	return db
		.select({
			id: factChecks.claimId,
			firstPublishedAt: factChecks.firstPublishedAt,
			content: verdicts.content,
			claimantId: claimants.id,
		})
		.from(factChecks)
		.innerJoin(verdicts, eq(verdicts.id, factChecks.verdictId))
		.leftJoin(claimants, eq(claimants.slug, sql`${verdicts.content}->'claimant'->>'slug'`))
		.where(inArray(factChecks.claimId, claimIds))
}

export type VerdictTexts = Awaited<ReturnType<typeof readVerdictTexts>>[number]

/** The texts of a verdict that are searched, those that say the most first, with the language of each. */
export function textsOfVerdict({
	statement,
	claimant,
	appearances,
	summary,
	rationale,
	language,
}: FactCheck) {
	const both = (text: { ar: string | null; en: string | null } | undefined) => [
		{ text: text?.ar ?? null, language: 'ar' as const },
		{ text: text?.en ?? null, language: 'en' as const },
	]
	return [
		...both(statement),
		...both(claimant?.name),
		...both(summary),
		...appearances.map(({ exact }) => ({ text: exact, language })),
		...both(rationale),
		...appearances.flatMap(({ article }) =>
			[article.title, article.outlet].map((text) => ({ text, language })),
		),
	]
}
