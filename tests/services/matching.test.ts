import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { makeSyntheticClaims } from '#app/bench/synthetic-claims.ts'
import { indexClaims } from '#app/domain/match-index.ts'
import { readStatement } from '#app/domain/match-statement.ts'
import { findSimilarClaims } from '#app/services/desk-matches.server.ts'
import {
	confirmAndJoin,
	decideMatch,
	findCandidates,
	findCandidatesOfClaim,
	findCandidatesOfMany,
	keepMatchKey,
	keepMissingMatchKeys,
	listMatches,
	suggestMatches,
} from '#app/services/matching.server.ts'
import { claimMatchKeys, claims, matchDecisions, matches } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, type AddedArticle, noon } from '#tests/support/factories.ts'

/** A claim with its key, as it is after it was written. */
async function addKeyed(
	db: Db,
	given: { statementAr?: string | null; statementEn?: string | null; article?: AddedArticle },
): Promise<string> {
	const { article, statementAr = null, statementEn = null } = given
	const { id } = await addClaim(db, { statementAr, statementEn, ...(article && { article }) })
	await keepMatchKey(db, { id, statementAr, statementEn })
	return id
}

const share = 'حصل المرشح على 40.27% من أصوات الناخبين في هندوراس'

describe('candidates', () => {
	test('are found across spellings, and another figure is a contradiction', async ({ db }) => {
		const first = await addKeyed(db, { statementAr: share })
		await addKeyed(db, { statementAr: 'افتتحت البلدية سوقًا للسمك على شاطئ تيلا' })
		const [same] = await findCandidates(db, 'حصل المُرشح على ٤٠٫٢٧٪ من اصوات الناخبين فى الهندوراس')
		expect(same).toMatchObject({ claimId: first, language: 'ar', comparison: { kind: 'repeats' } })
		const [other] = await findCandidates(db, 'حصل المرشح على 40.26% من أصوات الناخبين في هندوراس')
		expect(other).toMatchObject({
			claimId: first,
			comparison: { kind: 'contradicts', reasons: [{ kind: 'figures', gap: '0.01', agree: 'no' }] },
		})
	})

	test('are found inside one article too', async ({ db }) => {
		const article = await addArticle(db)
		const first = await addKeyed(db, { statementAr: share, article })
		const second = await addKeyed(db, { statementAr: share.replace('40.27', '41.9'), article })
		const [found] = await findCandidatesOfClaim(db, first)
		expect(found).toMatchObject({ claimId: second, comparison: { kind: 'contradicts' } })
	})

	test('do not hold the claim itself, and each claim once', async ({ db }) => {
		const both = { statementAr: share, statementEn: 'The candidate won 40.27% of the vote in Honduras' }
		const first = await addKeyed(db, both)
		const second = await addKeyed(db, both)
		expect((await findCandidatesOfClaim(db, first)).map(({ claimId }) => claimId)).toEqual([second])
		await expect(findCandidatesOfClaim(db, 'nobody')).rejects.toMatchObject({ code: 'not-found' })
	})

	test('of several texts at once come in the order of the texts', async ({ db }) => {
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementEn: 'The ferry carried 31 passengers to Zanzibar' })
		const found = await findCandidatesOfMany(db, [
			{ text: 'The ferry carried 31 passengers to Zanzibar.' },
			{ text: '…' },
			{ text: share },
			{ text: share, except: first },
		])
		expect(found.map((list) => list.map(({ claimId }) => claimId))).toEqual([[second], [], [first], []])
	})

	test('are the same in memory and in the database', async ({ db }) => {
		const by = await addPerson(db)
		const { next, edit } = makeSyntheticClaims(3)
		const texts = Array.from({ length: 300 }, (_, index) => ({ id: `claim-${index}`, text: next() }))
		await db.execute(sql`
			insert into claims (id, slug, language, statement_ar, type, created_by, created_at, status_since)
			select id, id, 'ar', text, 'event', ${by.id}, now(), now()
			from jsonb_to_recordset(${JSON.stringify(texts)}::jsonb) as row(id text, text text)`)
		await keepMissingMatchKeys(db)
		const index = indexClaims(texts.map(({ id, text }) => ({ id, statement: readStatement(text) })))
		const asked = texts.slice(0, 40).map(({ text }) => edit(text))
		const stored = await findCandidatesOfMany(
			db,
			asked.map((text) => ({ text })),
		)
		for (const [at, text] of asked.entries()) {
			const [first] = index.find(readStatement(text))
			expect(stored[at]?.[0]?.claimId).toBe(first?.claimId)
			expect(stored[at]?.[0]?.comparison.kind).toBe(first?.comparison.kind)
		}
	})

	test('that are shown while a claim is worded say how it stands and in how many places', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share })
		const decision = { claimId: first, otherId: second, revision: 1, keptId: first }
		await confirmAndJoin(db, by, decision, noon)
		expect(await findSimilarClaims(db, share.replace('40.27', '41.9'))).toMatchObject([
			{ id: first, kind: 'contradicts', status: 'new', places: 2 },
		])
		expect(await findSimilarClaims(db, share, { except: first })).toEqual([])
	})

	test('take words with quotation marks and backslashes for what they are', async ({ db }) => {
		const odd = String.raw`The ship's name was "O\'Hara" \ it's said`
		const first = await addKeyed(db, { statementEn: odd })
		expect((await findCandidates(db, odd)).map(({ claimId }) => claimId)).toEqual([first])
	})

	test('are found through the indexes among many', async ({ db }) => {
		const by = await addPerson(db)
		await db.execute(sql`
			insert into claims (id, slug, language, statement_ar, type, created_by, created_at, status_since)
			select 'many-' || n, 'many-' || n, 'ar', 'خبر رقم ' || n || ' عن ميناء ' || (n * 7) || ' في المدينة', 'event', ${by.id}, now(), now()
			from generate_series(1000, 2999) n`)
		expect(await keepMissingMatchKeys(db)).toBe(2000)
		const wanted = await addKeyed(db, { statementAr: share })
		const [found] = await findCandidates(db, share)
		expect(found?.claimId).toBe(wanted)
	})
})

describe('the key of a claim', () => {
	test('follows its wording', async ({ db }) => {
		const id = await addKeyed(db, { statementAr: share, statementEn: 'The candidate won the vote' })
		const reworded = 'أغلقت السلطات ثلاثة معابر حدودية مع نيكاراغوا'
		await db.update(claims).set({ statementAr: reworded, statementEn: null }).where(eq(claims.id, id))
		await keepMatchKey(db, { id, statementAr: reworded, statementEn: null })
		expect(await db.$count(claimMatchKeys)).toBe(1)
		expect(await findCandidates(db, share)).toEqual([])
		expect((await findCandidates(db, reworded)).map(({ claimId }) => claimId)).toEqual([id])
	})

	test('is made for claims that are older than matching, once', async ({ db }) => {
		const { id } = await addClaim(db, { statementAr: share })
		await db.delete(claimMatchKeys)
		expect(await keepMissingMatchKeys(db)).toBe(1)
		expect(await keepMissingMatchKeys(db)).toBe(0)
		expect((await findCandidates(db, share)).map(({ claimId }) => claimId)).toEqual([id])
	})
})

describe('a match', () => {
	test('is suggested, and seen from either claim with its sides the right way round', async ({ db }) => {
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share.replace('40.27', '41.9') })
		expect(await suggestMatches(db, first, noon)).toBe(1)
		const [seen] = await listMatches(db, first)
		expect(seen).toMatchObject({
			kind: 'contradicts',
			state: 'suggested',
			revision: 1,
			other: { id: second, ar: share.replace('40.27', '41.9') },
		})
		expect(seen?.reasons[0]).toMatchObject({ first: { value: '40.27' }, second: { value: '41.9' } })
		const [back] = await listMatches(db, second)
		expect(back?.reasons[0]).toMatchObject({ first: { value: '41.9' }, second: { value: '40.27' } })
	})

	test('that no longer holds is taken back, but not what a person decided', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share })
		const third = await addKeyed(db, { statementAr: share.replace('40.27', '41.9') })
		await suggestMatches(db, first, noon)
		await decideMatch(
			db,
			by,
			{ claimId: first, otherId: second, state: 'confirmed', kind: 'repeats', revision: 1 },
			noon,
		)
		const reworded = 'أغلقت السلطات ثلاثة معابر حدودية مع نيكاراغوا'
		await db.update(claims).set({ statementAr: reworded }).where(eq(claims.id, first))
		await keepMatchKey(db, { id: first, statementAr: reworded, statementEn: null })
		expect(await suggestMatches(db, first, noon)).toBe(0)
		const listed = await listMatches(db, first)
		expect(listed.map(({ state, other }) => [state, other.id])).toEqual([['confirmed', second]])
		expect((await listMatches(db, third)).map(({ other }) => other.id)).toEqual([second])
	})

	test('is decided by a person, and the decision is recorded with what was shown', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share })
		await suggestMatches(db, first, noon)
		const decision = {
			claimId: second,
			otherId: first,
			state: 'confirmed',
			kind: 'repeats',
			revision: 1,
		} as const
		const { id, revision } = await decideMatch(db, by, { ...decision, comment: 'الخبر نفسه' }, noon)
		expect(revision).toBe(2)
		expect(await listMatches(db, first)).toMatchObject([
			{ id, state: 'confirmed', decidedBy: by.name, decidedAt: noon },
		])
		expect(await db.select().from(matchDecisions)).toMatchObject([
			{
				matchId: id,
				state: 'confirmed',
				kind: 'repeats',
				comment: 'الخبر نفسه',
				decidedBy: by.id,
				reasons: [{ kind: 'same_fingerprint' }],
			},
		])
	})

	test('may be marked although nothing suggested it', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementEn: 'Four voters in ten chose him' })
		await decideMatch(
			db,
			by,
			{ claimId: first, otherId: second, state: 'confirmed', kind: 'narrows', revision: 0 },
			noon,
		)
		expect(await listMatches(db, second)).toMatchObject([
			{ kind: 'narrows', state: 'confirmed', score: 0, reasons: [] },
		])
	})

	test('decided meanwhile by somebody else is refused with what is stored', async ({ db }) => {
		const [one, other] = [await addPerson(db), await addPerson(db)]
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share })
		await suggestMatches(db, first, noon)
		const decision = {
			claimId: first,
			otherId: second,
			state: 'rejected',
			kind: 'repeats',
			revision: 1,
		} as const
		await decideMatch(db, one, decision, noon)
		await expect(decideMatch(db, other, decision, noon)).rejects.toMatchObject({
			code: 'stale',
			detail: { stored: { state: 'rejected', decidedBy: one.id } },
		})
	})

	test("that another person decided is an editor's to change", async ({ db }) => {
		const [one, other] = [await addPerson(db), await addPerson(db)]
		const editor = await addPerson(db, { role: 'editor' })
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share })
		const decision = { claimId: first, otherId: second, state: 'rejected', kind: 'repeats' } as const
		await decideMatch(db, one, { ...decision, revision: 1 }, noon)
		await expect(decideMatch(db, other, { ...decision, revision: 2 }, noon)).rejects.toMatchObject({
			code: 'forbidden',
		})
		await decideMatch(db, editor, { ...decision, state: 'confirmed', revision: 2 }, noon)
		expect(await db.$count(matchDecisions)).toBe(2)
	})

	test('with itself or with nothing is refused and leaves no trace', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addKeyed(db, { statementAr: share })
		const decision = { claimId: first, state: 'confirmed', kind: 'repeats', revision: 0 } as const
		await expect(decideMatch(db, by, { ...decision, otherId: first }, noon)).rejects.toMatchObject({
			code: 'invalid',
		})
		await expect(decideMatch(db, by, { ...decision, otherId: 'nobody' }, noon)).rejects.toMatchObject({
			code: 'not-found',
		})
		expect(await db.$count(matches)).toBe(0)
	})

	test('that was decided cannot be deleted, nor the record of it changed', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addKeyed(db, { statementAr: share })
		const second = await addKeyed(db, { statementAr: share })
		await decideMatch(
			db,
			by,
			{ claimId: first, otherId: second, state: 'confirmed', kind: 'repeats', revision: 1 },
			noon,
		)
		const tryTo = (change: (tx: Db) => Promise<unknown>) =>
			db.transaction(async (tx) => void (await change(tx)))
		const restricted = { cause: { code: '23001' } }
		await expect(tryTo((tx) => tx.delete(matches))).rejects.toMatchObject(restricted)
		await expect(tryTo((tx) => tx.delete(matchDecisions))).rejects.toMatchObject(restricted)
		await expect(tryTo((tx) => tx.update(matchDecisions).set({ state: 'rejected' }))).rejects.toMatchObject(
			restricted,
		)
	})
})
