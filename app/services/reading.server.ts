import { and, asc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { type FurnitureDecision, decideFurniture } from '#app/domain/furniture-decisions.ts'
import { findFurniture, type Furniture } from '#app/domain/furniture.ts'
import type { Actor } from '#app/domain/people.ts'
import { suggestClaims, type Suggestion } from '#app/domain/suggestion.ts'
import type { Span } from '#app/domain/words.ts'
import { Refusal } from '#app/errors.ts'
import { articleVersions, furnitureDecisions, suggestionDismissals, users } from '#drizzle/schema.ts'

/** A suggestion that was put aside, and by whom. */
export type Dismissal = { exact: string; by: string; at: Date }

/** An article's text as the desk reads it: what is set aside, and what may be claims in the rest. */
export type Reading = {
	furniture: Furniture[]
	/** The most worth checking first. */
	suggestions: Suggestion[]
	/** Where the suggestions end, in UTF-16 code units: a text of book length is read so far and no farther. */
	readTo: number
	dismissals: Dismissal[]
}

/** Reading takes about a second for so much, in UTF-16 code units. */
export const longestReading = 60_000

/** What the desk reads in a version of an article: found by rules, less what people put aside or took back. */
export async function readVersion(
	db: Db,
	{ articleId, version }: { articleId: string; version: { id: string; text: string } },
): Promise<Reading> {
	const [decisions, dismissals] = await Promise.all([
		db
			.select({
				start: furnitureDecisions.start,
				end: furnitureDecisions.end,
				setAside: furnitureDecisions.setAside,
			})
			.from(furnitureDecisions)
			.where(eq(furnitureDecisions.versionId, version.id))
			.orderBy(asc(furnitureDecisions.id)),
		db
			.select({
				exact: suggestionDismissals.exact,
				by: users.name,
				at: suggestionDismissals.dismissedAt,
			})
			.from(suggestionDismissals)
			.innerJoin(users, eq(users.id, suggestionDismissals.dismissedBy))
			.where(and(eq(suggestionDismissals.articleId, articleId), isNull(suggestionDismissals.restoredAt)))
			.orderBy(asc(suggestionDismissals.id)),
	])
	return { ...readText(version, decisions), dismissals }
}

type ReadText = Omit<Reading, 'dismissals'>

/** Texts read last, by version and decisions: a version's text never changes. */
const lastRead = new Map<string, ReadText>()
const remembered = 50

function readText({ id, text }: { id: string; text: string }, decisions: FurnitureDecision[]): ReadText {
	const key = `${id} ${JSON.stringify(decisions)}`
	const known = lastRead.get(key)
	const read = known ?? suggestFrom(text, decisions)
	lastRead.delete(key)
	lastRead.set(key, read)
	const [oldest] = lastRead.keys()
	if (lastRead.size > remembered && oldest !== undefined) lastRead.delete(oldest)
	return read
}

function suggestFrom(text: string, decisions: FurnitureDecision[]): ReadText {
	const readTo = text.length <= longestReading ? text.length : endOfLine(text, longestReading)
	const part = text.slice(0, readTo)
	const furniture = decideFurniture(findFurniture(part), decisions)
	return { furniture, suggestions: suggestClaims(part, furniture), readTo }
}

function endOfLine(text: string, limit: number): number {
	const end = text.lastIndexOf('\n', limit)
	return end > 0 ? end : limit
}

/**
 * Put a suggestion aside: these words of an article are no claim worth checking. It stays aside in newer versions that
 * have the same words. Done twice, it is done once.
 * @throws Refusal `not-found` for an unknown article; `invalid` for words that are not in its newest text
 */
export async function dismissSuggestion(
	db: Db,
	actor: Actor,
	{ versionId, start, end }: Span & { versionId: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { articleId, text } = await requireVersion(tx, versionId)
		await tx
			.insert(suggestionDismissals)
			.values({
				articleId,
				exact: requireWords(text, { start, end }),
				dismissedBy: actor.id,
				dismissedAt: now,
			})
			.onConflictDoNothing()
	})
}

/** Take a dismissal back. Nothing for one that does not stand. */
export async function restoreSuggestion(
	db: Db,
	actor: Actor,
	{ versionId, start, end }: Span & { versionId: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { articleId, text } = await requireVersion(tx, versionId)
		const exact = requireWords(text, { start, end })
		await tx
			.update(suggestionDismissals)
			.set({ restoredAt: now, restoredBy: actor.id })
			.where(
				and(
					eq(suggestionDismissals.articleId, articleId),
					sql`md5(${suggestionDismissals.exact}) = md5(${exact})`,
					isNull(suggestionDismissals.restoredAt),
				),
			)
	})
}

/**
 * Set a piece of a text aside as no part of the article, or take one back into it. The text itself stays as it is.
 * @throws Refusal `not-found`; `invalid` for a place the text does not have
 */
export async function decideAboutPiece(
	db: Db,
	actor: Actor,
	{ versionId, start, end, setAside }: FurnitureDecision & { versionId: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { text } = await requireVersion(tx, versionId)
		requireWords(text, { start, end })
		await tx
			.insert(furnitureDecisions)
			.values({ versionId, start, end, setAside, decidedBy: actor.id, decidedAt: now })
	})
}

/** A version of an article by its id. @throws Refusal `not-found` */
export async function requireVersion(
	db: Db,
	versionId: string,
): Promise<{ articleId: string; text: string }> {
	const [version] = await db
		.select({ articleId: articleVersions.articleId, text: articleVersions.text })
		.from(articleVersions)
		.where(eq(articleVersions.id, versionId))
	if (!version) throw new Refusal('not-found', `No version ${versionId}`)
	return version
}

function requireWords(text: string, { start, end }: Span): string {
	const exact = text.slice(start, end)
	const stands = Number.isInteger(start) && Number.isInteger(end) && start >= 0 && end <= text.length
	if (!stands || exact.trim() === '') throw new Refusal('invalid', 'No such words')
	return exact
}
