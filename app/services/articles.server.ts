import { and, desc, eq, sql } from 'drizzle-orm'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { ArticleDetails, Intake, ProposedDetails } from '#app/domain/article.ts'
import { checkText, tidyFileName } from '#app/domain/incoming-text.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId, sha256 } from '#app/ids.server.ts'
import { appearances, articles, articleVersions, claims, originals, users } from '#drizzle/schema.ts'
import { after, type Cursor, pageOf } from './keyset.server.ts'

/** A text as it comes in: how, under which name, and what it was read from. */
export type IncomingText = {
	text: string
	fileName: string | null
	/** A file for what has a file's name and otherwise a paste, unless it says so. */
	intake?: Intake
	/** What the text was read from, where that is not the text itself. */
	original?: { bytes: Uint8Array; mediaType: string } | null
	/** The address it was fetched from, after every redirection. */
	fetchedFrom?: string | null
}

/**
 * Take in an article: its text is stored untouched with its SHA-256, and the same text again is
 * recognised instead of stored twice.
 * @returns the article's id, and whether it was here already
 * @throws Refusal `invalid-text` with the problem and its place, when the text cannot be kept
 */
export async function addArticle(
	db: Db,
	actor: Actor,
	input: ArticleDetails & IncomingText & { proposed?: ProposedDetails | null },
	now = new Date(),
): Promise<{ id: string; already: boolean }> {
	const problem = checkText(input.text)
	if (problem) throw new Refusal('invalid-text', problem.code, { problem })
	const { text, fileName, intake, original, fetchedFrom, proposed, ...details } = input
	const hash = sha256(text)

	return db.transaction(async (tx) => {
		// One at a time for one text: the second to come finds what the first one stored.
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`)
		const [known] = await tx
			.select({ id: articleVersions.articleId })
			.from(articleVersions)
			.where(eq(articleVersions.sha256, hash))
		if (known) return { id: known.id, already: true }

		const id = newId()
		await tx
			.insert(articles)
			.values({ id, ...details, proposed: proposed ?? null, createdBy: actor.id, createdAt: now })
		await tx.insert(articleVersions).values({
			id: newId(),
			articleId: id,
			number: 1,
			text,
			sha256: hash,
			fileName: fileName && tidyFileName(fileName),
			intake: intake ?? (fileName ? 'file' : 'paste'),
			originalSha256: original ? await keepOriginal(tx, original, now) : null,
			fetchedFrom: fetchedFrom ?? null,
			capturedBy: actor.id,
			capturedAt: now,
		})
		return { id, already: false }
	})
}

/** Keep bytes once, however often they come. @returns their SHA-256 */
async function keepOriginal(
	tx: Db,
	{ bytes, mediaType }: { bytes: Uint8Array; mediaType: string },
	now: Date,
): Promise<string> {
	const hash = sha256(bytes)
	await tx
		.insert(originals)
		.values({ sha256: hash, mediaType, size: bytes.byteLength, bytes, createdAt: now })
		.onConflictDoNothing()
	return hash
}

/**
 * Change what is known of an article. The text has no way of being changed.
 * @param input.revision the revision the person was looking at
 * @throws Refusal `not-found`; `stale` with the stored details when somebody else was quicker
 */
export async function editArticle(
	db: Db,
	_actor: Actor,
	input: { articleId: string; revision: number; details: ArticleDetails },
): Promise<void> {
	await db.transaction(async (tx) => {
		const [stored] = await tx.select().from(articles).where(eq(articles.id, input.articleId)).for('update')
		if (!stored) throw new Refusal('not-found', `No article ${input.articleId}`)
		if (stored.revision !== input.revision) throw new Refusal('stale', undefined, { stored })
		await tx
			.update(articles)
			.set({ ...input.details, revision: stored.revision + 1 })
			.where(eq(articles.id, stored.id))
	})
}

const articleById = preparedQuery((db) =>
	db
		.select({ article: articles, version: articleVersions, capturedBy: users.name })
		.from(articles)
		.innerJoin(articleVersions, eq(articleVersions.articleId, articles.id))
		.innerJoin(users, eq(users.id, articleVersions.capturedBy))
		.where(eq(articles.id, sql.placeholder('id')))
		.orderBy(desc(articleVersions.number))
		.limit(1)
		.prepare('article_by_id'),
)

const quotationsOfVersion = preparedQuery((db) =>
	db
		.select({
			id: appearances.id,
			claimId: claims.id,
			start: sql<number>`${appearances.start}`,
			end: sql<number>`${appearances.end}`,
			exact: appearances.exact,
			status: claims.status,
			rating: claims.rating,
			statementAr: claims.statementAr,
			statementEn: claims.statementEn,
		})
		.from(appearances)
		.innerJoin(claims, eq(claims.id, appearances.claimId))
		.where(eq(appearances.articleVersionId, sql.placeholder('versionId')))
		.orderBy(appearances.start, appearances.end)
		.prepare('quotations_of_version'),
)

/** An article with its newest text and the quotations marked in it, in order of their place; `null` when there is none. */
export async function findArticle(db: Db, id: string) {
	const [found] = await articleById(db).execute({ id })
	if (!found) return null
	const quotations = await quotationsOfVersion(db).execute({ versionId: found.version.id })
	return { ...found, quotations }
}

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
		.orderBy(desc(articles.createdAt), desc(articles.id))
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
		.orderBy(desc(articles.createdAt), desc(articles.id))
		.limit(size)
}
