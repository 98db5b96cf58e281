import { and, desc, eq, isNotNull, isNull, or, sql } from 'drizzle-orm'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { ArticleDetails, ProposedDetails } from '#app/domain/article.ts'
import type { Actor } from '#app/domain/people.ts'
import type { AnchorOutcome } from '#app/domain/quotation.ts'
import { canonicalAddress } from '#app/domain/web-address.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { appearanceAnchors, appearances, articles, articleVersions, claims, users } from '#drizzle/schema.ts'
import {
	findSameText,
	type IncomingText,
	requireText,
	type TakenIn,
	writeNextVersion,
	writeVersion,
} from './article-versions.server.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'
import { keepArticleEntry } from './search-entries.server.ts'

/**
 * Take in an article: its text is stored untouched with its SHA-256, and the same text again is recognised instead of
 * stored twice. Another text from the address of a known article is its next version, and what is known of that
 * article stays as it is.
 * @throws Refusal `invalid-text` with the problem and its place, when the text cannot be kept
 */
export async function addArticle(
	db: Db,
	actor: Actor,
	input: ArticleDetails & IncomingText & { proposed?: ProposedDetails | null },
	now = new Date(),
): Promise<TakenIn> {
	const { title, outlet, author, url, publishedOn, language, proposed, ...incoming } = input
	const addressKey = canonicalAddress(url) ?? canonicalAddress(incoming.fetchedFrom ?? null)
	requireText(incoming.text)
	return db.transaction(async (tx) => {
		const known = await findSameText(tx, incoming.text)
		if (known) return known
		const articleId = addressKey && (await findByAddress(tx, addressKey))
		if (articleId) return writeNextVersion(tx, actor, articleId, incoming, now)

		const id = newId()
		await tx.insert(articles).values({
			id,
			...{ title, outlet, author, url, addressKey, publishedOn, language },
			proposed: proposed ?? null,
			createdBy: actor.id,
			createdAt: now,
		})
		await writeVersion(tx, actor, { articleId: id, number: 1 }, incoming, now)
		return { id, already: false, version: 1 }
	})
}

/** The article at an address, the first that was taken in; the address is this transaction's until it ends. */
async function findByAddress(tx: Db, addressKey: string): Promise<string | null> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`address ${addressKey}`}, 0))`)
	const [known] = await tx
		.select({ id: articles.id })
		.from(articles)
		.where(eq(articles.addressKey, addressKey))
		.orderBy(articles.createdAt, articles.id)
		.limit(1)
	return known?.id ?? null
}

/**
 * Change what is known of an article: a person confirms it by that, and what was only proposed is done with. The text
 * has no way of being changed.
 * @param input.revision the revision the person was looking at
 * @throws Refusal `not-found`; `stale` with the stored details when somebody else was quicker
 */
export async function editArticle(
	db: Db,
	actor: Actor,
	input: { articleId: string; revision: number; details: ArticleDetails },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const [stored] = await tx.select().from(articles).where(eq(articles.id, input.articleId)).for('update')
		if (!stored) throw new Refusal('not-found', `No article ${input.articleId}`)
		if (stored.revision !== input.revision) throw new Refusal('stale', undefined, { stored })
		await tx
			.update(articles)
			.set({
				...input.details,
				addressKey: canonicalAddress(input.details.url),
				confirmedBy: actor.id,
				confirmedAt: now,
				revision: stored.revision + 1,
			})
			.where(eq(articles.id, stored.id))
		await keepArticleEntry(tx, stored.id)
	})
}

/**
 * Write down the form in which addresses are compared, where that is missing. To be called when a process starts, after
 * the migrations. @returns how many articles were written
 */
export async function keepMissingAddresses(db: Db): Promise<number> {
	const rows = await db
		.select({ id: articles.id, url: articles.url })
		.from(articles)
		.where(and(isNull(articles.addressKey), isNotNull(articles.url)))
	const found = rows.flatMap(({ id, url }) => {
		const addressKey = canonicalAddress(url)
		return addressKey ? [{ id, addressKey }] : []
	})
	for (const { id, addressKey } of found)
		await db.update(articles).set({ addressKey }).where(eq(articles.id, id))
	return found.length
}

const articleByIdAndVersion = preparedQuery((db) =>
	db
		.select({
			article: articles,
			version: articleVersions,
			capturedBy: users.name,
			newest: sql<number>`(select max(v.number) from article_versions v where v.article_id = articles.id)`,
		})
		.from(articles)
		.innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
		.innerJoin(users, eq(users.id, articleVersions.capturedBy))
		.where(
			and(
				eq(articles.id, sql.placeholder('id')),
				// Zero stands for the newest.
				sql`${sql.placeholder('number')}::int in (0, ${articleVersions.number})`,
			),
		)
		.orderBy(desc(articleVersions.number))
		.limit(1)
		.prepare('article_by_id_and_version'),
)

const quotationsInVersion = preparedQuery((db) =>
	db
		.select({
			id: appearances.id,
			claimId: claims.id,
			quoted: appearances.exact,
			prefix: appearances.prefix,
			suffix: appearances.suffix,
			madeInVersion: articleVersions.number,
			outcome: sql<AnchorOutcome>`coalesce(${appearanceAnchors.outcome}, 'exact')`,
			start: sql<number | null>`case when ${appearanceAnchors.outcome} is null
				then ${appearances.start} else ${appearanceAnchors.start} end`.as('place'),
			end: sql<number | null>`case when ${appearanceAnchors.outcome} is null
				then ${appearances.end} else ${appearanceAnchors.end} end`.as('place_end'),
			sentenceChanged: sql<boolean>`coalesce(${appearanceAnchors.sentenceChanged}, false)`,
			byHand: users.name,
			status: claims.status,
			rating: claims.rating,
			statementAr: claims.statementAr,
			statementEn: claims.statementEn,
		})
		.from(appearances)
		.innerJoin(claims, eq(claims.id, appearances.claimId))
		.innerJoin(articleVersions, eq(articleVersions.id, appearances.articleVersionId))
		.leftJoin(
			appearanceAnchors,
			and(
				eq(appearanceAnchors.appearanceId, appearances.id),
				eq(appearanceAnchors.versionId, sql.placeholder('versionId')),
			),
		)
		.leftJoin(users, eq(users.id, appearanceAnchors.placedBy))
		.where(
			and(
				eq(appearances.articleId, sql.placeholder('articleId')),
				// A claim that turned out to be another has its places there.
				isNull(claims.duplicateOf),
				or(
					eq(appearances.articleVersionId, sql.placeholder('versionId')),
					isNotNull(appearanceAnchors.outcome),
				),
			),
		)
		.orderBy(sql`place`, sql`place_end`, appearances.createdAt, appearances.id)
		.prepare('quotations_in_version'),
)
type QuotationRow = Awaited<ReturnType<ReturnType<typeof quotationsInVersion>['execute']>>[number]

/**
 * An article with its newest text, or that of a version by its number, and with the quotations of it: `quotations` stand
 * in this text, in the order of their places, made in it or carried over to it (`exact` are the words as they read
 * here, `quoted` as they were quoted); `lost` are those that do not stand in it any more, with what stood round them.
 * Quotations that were made in a newer version are in neither. `null` when there is no such article or version.
 */
export async function findArticle(db: Db, id: string, { version: number }: { version?: number } = {}) {
	if (number !== undefined && !(Number.isInteger(number) && number > 0 && number < 2 ** 31)) return null
	const [found] = await articleByIdAndVersion(db).execute({ id, number: number ?? 0 })
	if (!found) return null
	const rows = await quotationsInVersion(db).execute({ articleId: id, versionId: found.version.id })
	return {
		...found,
		quotations: rows.flatMap((row) => standing(row, found.version.text)),
		lost: rows.filter(({ start }) => start === null).map(lost),
	}
}

function standing(row: QuotationRow, text: string) {
	const { start, end, prefix: _, suffix: __, ...rest } = row
	return start === null || end === null ? [] : [{ ...rest, start, end, exact: text.slice(start, end) }]
}

/** A quotation that does not stand in a version. `goneBy` said that it is gone for good. */
function lost({
	start: _,
	end: __,
	outcome: ___,
	sentenceChanged: ____,
	byHand,
	quoted,
	...rest
}: QuotationRow) {
	return { ...rest, exact: quoted, goneBy: byHand }
}

export type FoundArticle = NonNullable<Awaited<ReturnType<typeof findArticle>>>
export type StandingQuotation = FoundArticle['quotations'][number]
export type LostQuotation = FoundArticle['lost'][number]

/**
 * Articles, the newest first, with the number of claims taken from each.
 * @param cursor where the page before ended; `null` for the first page
 */
export async function listArticles(db: Db, cursor: Cursor | null, size = 30) {
	const rows = await db
		.select({
			id: articles.id,
			title: articles.title,
			outlet: articles.outlet,
			language: articles.language,
			createdAt: articles.createdAt,
			opening: sql<string>`left(${articleVersions.text}, 160)`,
			claimCount: sql<number>`(select count(distinct a.claim_id) from appearances a
				where a.article_id = ${articles.id})`.mapWith(Number),
		})
		.from(articles)
		.innerJoin(
			articleVersions,
			and(eq(articleVersions.articleId, articles.id), eq(articleVersions.number, 1)),
		)
		.where(after(cursor, articles.createdAt, articles.id))
		.orderBy(...newestFirst(articles.createdAt, articles.id))
		.limit(size + 1)
	return pageOf(rows, size, (row) => ({ at: row.createdAt, id: row.id }))
}

/** Articles to choose from in a filter: those from which claims were taken, the newest first. */
export async function listArticleChoices(db: Db, size = 200) {
	return db
		.select({
			id: articles.id,
			title: articles.title,
			opening: sql<string>`left(${articleVersions.text}, 60)`,
		})
		.from(articles)
		.innerJoin(
			articleVersions,
			and(eq(articleVersions.articleId, articles.id), eq(articleVersions.number, 1)),
		)
		.where(sql`exists (select from ${appearances} where ${appearances.articleId} = ${articles.id})`)
		.orderBy(...newestFirst(articles.createdAt, articles.id))
		.limit(size)
}
