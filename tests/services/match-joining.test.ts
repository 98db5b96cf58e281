import { and, eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { addAppearance } from '#app/services/appearances.server.ts'
import { confirmAndJoin, decideMatch, joinClaims, listMatches } from '#app/services/matching.server.ts'
import { reopenClaim, takeClaim } from '#app/services/review.server.ts'
import { appearances, claimEvents, claims, matchDecisions, matches, searchEntries } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, noon, proposeFor, publishClaim } from '#tests/support/factories.ts'
import { findRollUpFaults } from '#tests/support/roll-up.ts'

const share = 'حصل المرشح على 40.27% من أصوات الناخبين في هندوراس'

/** Two claims that say the same, each in an article of its own. */
async function addPair(db: Db) {
	const first = await addClaim(db, { statementAr: share })
	const second = await addClaim(db, { statementAr: share.replace('40.27%', '٤٠٫٢٧٪') })
	return { first, second }
}

async function confirm(db: Db, by: Actor, claimId: string, otherId: string) {
	await decideMatch(db, by, { claimId, otherId, state: 'confirmed', kind: 'repeats', revision: 1 }, noon)
}

const placesOf = (db: Db, claimId: string) =>
	db.select().from(appearances).where(eq(appearances.claimId, claimId)).orderBy(appearances.id)
/** What a claim is found by in the search. */
const foundBy = async (db: Db, claimId: string) => {
	const [entry] = await db
		.select({ words: sql<string>`${searchEntries.words}::text` })
		.from(searchEntries)
		.where(and(eq(searchEntries.kind, 'claim'), eq(searchEntries.id, claimId)))
	return entry?.words ?? ''
}
const claimOf = async (db: Db, claimId: string) =>
	(await db.select().from(claims).where(eq(claims.id, claimId)))[0]
const eventsOf = (db: Db, claimId: string, kind: 'join' | 'drop' | 'add_appearance' | 'decide_match') =>
	db
		.select()
		.from(claimEvents)
		.where(and(eq(claimEvents.claimId, claimId), eq(claimEvents.kind, kind)))

describe('two claims that say the same', () => {
	test('become one: the kept one has all places, and the other says where it went', async ({ db }) => {
		const by = await addPerson(db)
		const { first, second } = await addPair(db)
		const { given } = await confirmAndJoin(
			db,
			by,
			{ claimId: second.id, otherId: first.id, revision: 1, keptId: first.id },
			noon,
		)
		expect(given).toBe(1)
		const kept = await placesOf(db, first.id)
		expect(kept.map(({ articleId }) => articleId).sort()).toEqual(
			[first.article.id, second.article.id].sort(),
		)
		expect(await placesOf(db, second.id)).toHaveLength(1)
		expect(await claimOf(db, second.id)).toMatchObject({
			status: 'dropped',
			dropReason: 'duplicate',
			duplicateOf: first.id,
		})
		expect(await claimOf(db, first.id)).toMatchObject({ status: 'new', duplicateOf: null })
		expect(await eventsOf(db, first.id, 'join')).toMatchObject([{ detail: { joined: second.id, given: 1 } }])
		expect(await eventsOf(db, second.id, 'drop')).toMatchObject([
			{ fromStatus: 'new', toStatus: 'dropped', detail: { duplicateOf: first.id } },
		])
		expect(await eventsOf(db, first.id, 'decide_match')).toHaveLength(1)
		expect(await eventsOf(db, second.id, 'decide_match')).toHaveLength(1)
		expect(await db.$count(matchDecisions)).toBe(1)
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test('are joined only when the repeat is confirmed', async ({ db }) => {
		const by = await addPerson(db)
		const { first, second } = await addPair(db)
		await expect(joinClaims(db, by, { keptId: first.id, joinedId: second.id }, noon)).rejects.toMatchObject({
			code: 'wrong-step',
		})
		expect(await placesOf(db, first.id)).toHaveLength(1)
	})

	test.for([
		['under review', proposeFor],
		['published', publishClaim],
	] as const)(
		'stay two when the other is %s, and nothing of the decision is kept',
		async ([, lead], { db }) => {
			const by = await addPerson(db)
			const { first, second } = await addPair(db)
			await lead(db, second)
			await expect(
				confirmAndJoin(
					db,
					by,
					{ claimId: first.id, otherId: second.id, revision: 1, keptId: first.id },
					noon,
				),
			).rejects.toMatchObject({ code: 'wrong-step' })
			expect(await db.$count(matchDecisions)).toBe(0)
			expect(await placesOf(db, first.id)).toHaveLength(1)
		},
	)

	test('may be joined to a published one, whose verdict stays as it was', async ({ db }) => {
		const by = await addPerson(db)
		const { first, second } = await addPair(db)
		await publishClaim(db, first)
		await confirmAndJoin(
			db,
			by,
			{ claimId: first.id, otherId: second.id, revision: 1, keptId: first.id },
			noon,
		)
		expect(await claimOf(db, first.id)).toMatchObject({ status: 'published' })
		expect(await placesOf(db, first.id)).toHaveLength(2)
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test("are not joined over somebody's head", async ({ db }) => {
		const [by, holder, editor] = [
			await addPerson(db),
			await addPerson(db),
			await addPerson(db, { role: 'editor' }),
		]
		const { first, second } = await addPair(db)
		await takeClaim(db, holder, second.id, noon)
		await confirm(db, by, first.id, second.id)
		const pair = { keptId: first.id, joinedId: second.id }
		await expect(joinClaims(db, by, pair, noon)).rejects.toMatchObject({ code: 'forbidden' })
		await joinClaims(db, editor, pair, noon)
		expect(await claimOf(db, second.id)).toMatchObject({ status: 'dropped' })
	})

	test('are not suggested again, and what was joined before follows', async ({ db }) => {
		const by = await addPerson(db)
		const { first, second } = await addPair(db)
		const third = await addClaim(db, { statementAr: share })
		await confirmAndJoin(
			db,
			by,
			{ claimId: third.id, otherId: second.id, revision: 1, keptId: second.id },
			noon,
		)
		expect((await listMatches(db, first.id)).map(({ other }) => other.id)).toEqual([second.id])
		await confirmAndJoin(
			db,
			by,
			{ claimId: first.id, otherId: second.id, revision: 1, keptId: first.id },
			noon,
		)
		expect(await claimOf(db, third.id)).toMatchObject({ duplicateOf: first.id })
		expect(await placesOf(db, first.id)).toHaveLength(3)
		const fourth = await addClaim(db, { statementAr: share })
		expect((await listMatches(db, fourth.id)).map(({ other }) => other.id)).toEqual([first.id])
	})

	test('are two again when an editor opens the dropped one', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const { first, second } = await addPair(db)
		await confirmAndJoin(
			db,
			editor,
			{ claimId: first.id, otherId: second.id, revision: 1, keptId: first.id },
			noon,
		)
		await reopenClaim(db, editor, second.id, noon)
		expect(await claimOf(db, second.id)).toMatchObject({ status: 'in_research', duplicateOf: null })
		expect(await findRollUpFaults(db)).toEqual([])
	})
})

describe('a decision', () => {
	test('made on a suggestion that was made anew meanwhile is stale', async ({ db }) => {
		const by = await addPerson(db)
		const { first, second } = await addPair(db)
		const [seen] = await listMatches(db, first.id)
		await db.update(matches).set({ id: 'another' })
		await expect(
			decideMatch(
				db,
				by,
				{
					claimId: first.id,
					otherId: second.id,
					matchId: seen?.id ?? null,
					state: 'confirmed',
					kind: 'repeats',
					revision: 1,
				},
				noon,
			),
		).rejects.toMatchObject({ code: 'stale' })
	})
})

describe('one more place of a claim', () => {
	test('is added with its words, once for a form that is sent twice', async ({ db }) => {
		const by = await addPerson(db)
		const claim = await addClaim(db)
		const article = await addArticle(db)
		const input = {
			claimId: claim.id,
			submission: 'form-1',
			quotation: { versionId: article.versionId, exact: '40.27% من باعته نساء', start: null },
		}
		const before = await foundBy(db, claim.id)
		expect(await addAppearance(db, by, input, noon)).toEqual({
			claimId: claim.id,
			articleId: article.id,
			made: true,
		})
		expect(await addAppearance(db, by, input, noon)).toMatchObject({ made: false })
		expect(await addAppearance(db, by, { ...input, submission: 'form-2' }, noon)).toMatchObject({
			made: false,
		})
		const places = await placesOf(db, claim.id)
		expect(places.map(({ articleId }) => articleId).sort()).toEqual([claim.article.id, article.id].sort())
		// The words of the new place are what it is found by as well.
		expect(await foundBy(db, claim.id)).not.toBe(before)
		expect(await eventsOf(db, claim.id, 'add_appearance')).toMatchObject([
			{ actorId: by.id, detail: { exact: '40.27% من باعته نساء', articleId: article.id } },
		])
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test.for([
		['words that are not there', { exact: 'كلمات ليست في المقال' }, 'quotation-absent'],
		['words that are there twice', { exact: 'السمك' }, 'quotation-ambiguous'],
		['an unknown article', { versionId: 'nothing' }, 'not-found'],
	] as const)('is refused for %s', async ([, words, code], { db }) => {
		const by = await addPerson(db)
		const claim = await addClaim(db)
		const quotation = { versionId: claim.article.versionId, exact: '12 قرية ساحلية', start: null, ...words }
		await expect(
			addAppearance(db, by, { claimId: claim.id, submission: 'form', quotation }, noon),
		).rejects.toMatchObject({ code })
		expect(await placesOf(db, claim.id)).toHaveLength(1)
	})

	test('is refused for a claim that was dropped', async ({ db }) => {
		const by = await addPerson(db)
		const { first, second } = await addPair(db)
		await confirmAndJoin(
			db,
			by,
			{ claimId: first.id, otherId: second.id, revision: 1, keptId: first.id },
			noon,
		)
		const quotation = { versionId: second.article.versionId, exact: '12 قرية ساحلية', start: null }
		await expect(
			addAppearance(db, by, { claimId: second.id, submission: 'form', quotation }, noon),
		).rejects.toMatchObject({ code: 'wrong-step' })
	})
})
