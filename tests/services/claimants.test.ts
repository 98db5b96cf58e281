import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { type ClaimantInput, findOrAddClaimant, refreshLooks } from '#app/services/claimants.server.ts'
import { createClaim } from '#app/services/claims.server.ts'
import { claimants, claims } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addPerson, claimInput } from '#tests/support/factories.ts'

const named = (name: string, more: Partial<ClaimantInput> = {}): ClaimantInput => ({
	kind: 'person',
	nameAr: null,
	nameEn: name,
	...more,
})
const arabic = (name: string, more: Partial<ClaimantInput> = {}) =>
	named('', { nameAr: name, nameEn: null, ...more })

/** Services run in a transaction of their own, so that a refusal spoils nothing after it. */
const ask = (db: Db, input: ClaimantInput) => db.transaction((tx) => findOrAddClaimant(tx, input))

describe('a name that looks like a known claimant’s and is spelt otherwise', () => {
	test.for([
		['Nadia Karam', 'N\u0430dia Karam'],
		['Ibrahim Saad', 'lbrahim Saad'],
		['Omar Nour', '0mar Nour'],
	])('is held for a person: «%s» and «%s»', async ([one = '', other = ''], { db }) => {
		const id = await ask(db, named(one))
		await expect(ask(db, named(other))).rejects.toMatchObject({
			code: 'look-alike',
			detail: { name: other, alike: [{ id, kind: 'person', nameAr: null, nameEn: one }] },
		})
		expect(await db.$count(claimants)).toBe(1)
	})

	test('is held in Arabic too', async ({ db }) => {
		await ask(db, arabic('هدى هاشم'))
		await expect(ask(db, arabic('\u06c1دى هاشم'))).rejects.toMatchObject({ code: 'look-alike' })
	})

	test('is taken for the known one when the person says so', async ({ db }) => {
		const id = await ask(db, named('Nadia Karam'))
		expect(await ask(db, named('N\u0430dia Karam', { decided: { sameAs: id } }))).toBe(id)
		expect(await db.$count(claimants)).toBe(1)
	})

	test('makes a claimant of its own when the person says so, and is known from then on', async ({ db }) => {
		const id = await ask(db, named('Nadia Karam'))
		const other = await ask(db, named('N\u0430dia Karam', { decided: 'another' }))
		expect(other).not.toBe(id)
		expect(await ask(db, named('N\u0430dia Karam'))).toBe(other)
		expect(await ask(db, named('Nadia Karam'))).toBe(id)
	})

	test('is asked about again when the answer names somebody it does not look like', async ({ db }) => {
		await ask(db, named('Nadia Karam'))
		const stranger = await ask(db, named('Omar Toson'))
		await expect(ask(db, named('N\u0430dia Karam', { decided: { sameAs: stranger } }))).rejects.toMatchObject(
			{ code: 'look-alike' },
		)
	})

	test('is noticed when it is the second name of a known claimant', async ({ db }) => {
		await ask(db, named('Nadia Karam'))
		await ask(db, arabic('نادرة كرم'))
		await expect(ask(db, arabic('نادرة كرم', { nameEn: 'N\u0430dia Karam' }))).rejects.toMatchObject({
			code: 'look-alike',
		})
	})

	test('leaves no claim behind, and the same form can be sent again with the answer', async ({ db }) => {
		const actor = await addPerson(db)
		const article = await addArticle(db, { by: actor })
		await ask(db, named('Nadia Karam'))
		const form = {
			...claimInput,
			submission: 'twice-sent-form',
			quotation: { versionId: article.versionId, exact: '40.27% من باعته نساء', start: null },
		}
		const sent = (decided?: 'another') =>
			createClaim(db, actor, { ...form, claimant: named('N\u0430dia Karam', decided && { decided }) })
		await expect(sent()).rejects.toMatchObject({ code: 'look-alike' })
		expect(await db.$count(claims)).toBe(0)
		expect((await sent('another')).made).toBe(true)
	})
})

test('a spelling of a known name asks nobody', async ({ db }) => {
	const id = await ask(db, arabic('إيمان أحمد'))
	expect(await ask(db, arabic('ايمان احمد'))).toBe(id)
})

test('names that differ at a glance are two claimants', async ({ db }) => {
	expect(await ask(db, arabic('حسن أمين'))).not.toBe(await ask(db, arabic('حسين أمين')))
})

test('what names look like is written down for claimants from before, once', async ({ db }) => {
	const id = await ask(db, named('Nadia Karam', { nameAr: 'نادية كرم' }))
	await db.update(claimants).set({ looksAr: null, looksEn: 'of older rules' }).where(eq(claimants.id, id))
	expect(await refreshLooks(db)).toBe(1)
	const [row] = await db.select().from(claimants)
	expect(row).toMatchObject({ looksAr: 'ناديه كرم', looksEn: 'nadia karam' })
	expect(await refreshLooks(db)).toBe(0)
})
