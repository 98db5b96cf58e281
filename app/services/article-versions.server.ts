import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Intake } from '#app/domain/article.ts'
import { checkText, tidyFileName } from '#app/domain/incoming-text.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId, sha256 } from '#app/ids.server.ts'
import { articleVersions, originals, users } from '#drizzle/schema.ts'
import { anchorQuotations, lockVersions } from './anchors.server.ts'
import { keepArticleEntry } from './search-entries.server.ts'

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

/** What became of a text: the article it belongs to, whether it was here already, and as which version. */
export type TakenIn = { id: string; already: boolean; version: number }

/**
 * Add a changed text of a known article as its next version, and carry every quotation over to it in the same
 * transaction. A text that is here already, in this article or another, is recognised instead.
 * @param input.base the number of the version that the person had before them
 * @throws Refusal `invalid-text`; `not-found` for an unknown article; `stale` with the number of the version that
 *   came in meanwhile (`newest`)
 */
export async function addVersion(
	db: Db,
	actor: Actor,
	input: IncomingText & { articleId: string; base: number },
	now = new Date(),
): Promise<TakenIn> {
	const { articleId, base, ...incoming } = input
	requireText(incoming.text)
	return db.transaction(async (tx) => {
		const known = await findSameText(tx, incoming.text)
		return known ?? writeNextVersion(tx, actor, articleId, incoming, now, base)
	})
}

/** @throws Refusal `invalid-text` with the problem and its place, when the text cannot be kept */
export function requireText(text: string): void {
	const problem = checkText(text)
	if (problem) throw new Refusal('invalid-text', problem.code, { problem })
}

/** The article and version whose text this is; the text is this transaction's until it ends. */
export async function findSameText(tx: Db, text: string): Promise<TakenIn | null> {
	const hash = sha256(text)
	// One at a time for one text: the second to come finds what the first one stored.
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${hash}, 0))`)
	const [known] = await tx
		.select({ id: articleVersions.articleId, version: articleVersions.number })
		.from(articleVersions)
		.where(eq(articleVersions.sha256, hash))
	return known ? { ...known, already: true } : null
}

/**
 * Write a text that is new as an article's next version, with the quotations carried over.
 * @throws Refusal `not-found`; `stale` when the newest version is another than `base`
 */
export async function writeNextVersion(
	tx: Db,
	actor: Actor,
	articleId: string,
	incoming: IncomingText,
	now: Date,
	base?: number,
): Promise<TakenIn> {
	await lockVersions(tx, articleId, 'version')
	const [newest] = await tx
		.select({ number: articleVersions.number })
		.from(articleVersions)
		.where(eq(articleVersions.articleId, articleId))
		.orderBy(desc(articleVersions.number))
		.limit(1)
	if (!newest) throw new Refusal('not-found', `No article ${articleId}`)
	if (base !== undefined && base !== newest.number)
		throw new Refusal('stale', undefined, { newest: newest.number })
	const number = newest.number + 1
	await writeVersion(tx, actor, { articleId, number }, incoming, now)
	await anchorQuotations(tx, articleId, now)
	return { id: articleId, already: false, version: number }
}

/** Write the text of a version, with what it was read from and what it is found by. */
export async function writeVersion(
	tx: Db,
	actor: Actor,
	version: { articleId: string; number: number },
	{ text, fileName, intake, original, fetchedFrom }: IncomingText,
	now: Date,
): Promise<void> {
	await tx.insert(articleVersions).values({
		id: newId(),
		...version,
		text,
		sha256: sha256(text),
		fileName: fileName && tidyFileName(fileName),
		intake: intake ?? (fileName ? 'file' : 'paste'),
		originalSha256: original ? await keepOriginal(tx, original, now) : null,
		fetchedFrom: fetchedFrom ?? null,
		capturedBy: actor.id,
		capturedAt: now,
	})
	await keepArticleEntry(tx, version.articleId)
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

/** How many quotations stand in a version, by how they were found there; `made` are those that were quoted from it. */
export type QuotationCounts = {
	made: number
	exact: number
	normalised: number
	placed: number
	lost: number
}

/** The versions of an article without their texts, the newest first; none for an unknown article. */
export async function listVersions(db: Db, articleId: string) {
	const anchored = (outcome: string) => sql<number>`(
		select count(*)::int from appearance_anchors n
		where n.version_id = article_versions.id and n.outcome = ${outcome})`
	return db
		.select({
			id: articleVersions.id,
			number: articleVersions.number,
			sha256: articleVersions.sha256,
			fileName: articleVersions.fileName,
			intake: articleVersions.intake,
			fetchedFrom: articleVersions.fetchedFrom,
			capturedAt: articleVersions.capturedAt,
			capturedBy: users.name,
			/** In UTF-16 code units but for the rare characters that take two. */
			length: sql<number>`length(${articleVersions.text})`,
			quotations: {
				made: sql<number>`(select count(*)::int from appearances a where a.article_version_id = article_versions.id)`,
				exact: anchored('exact'),
				normalised: anchored('normalised'),
				placed: anchored('placed'),
				lost: anchored('lost'),
			},
		})
		.from(articleVersions)
		.innerJoin(users, eq(users.id, articleVersions.capturedBy))
		.where(eq(articleVersions.articleId, articleId))
		.orderBy(desc(articleVersions.number))
}

/** The texts of versions of an article by their numbers; a number that there is not is left out. */
export async function readVersionTexts(
	db: Db,
	articleId: string,
	numbers: number[],
): Promise<Map<number, string>> {
	const rows = await db
		.select({ number: articleVersions.number, text: articleVersions.text })
		.from(articleVersions)
		.where(and(eq(articleVersions.articleId, articleId), inArray(articleVersions.number, numbers)))
	return new Map(rows.map(({ number, text }) => [number, text]))
}
