import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Figure } from '#app/domain/figure.ts'
import { findQuantity, listQuantities, readLedgerCursor } from '#app/services/figure-ledger.server.ts'
import { keepMissingQuantities } from '#app/services/figure-quantities.server.ts'
import { confirmAndJoin, decideMatch } from '#app/services/matching.server.ts'
import { figures } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson, noon } from '#tests/support/factories.ts'

const everything = { country: null, unit: null, words: null }

const percent = (value: string): Figure => ({
	value,
	unit: 'percent',
	comparator: 'exactly',
	base: null,
	asWritten: `${value}%`,
})

/** A claim of the share of votes, worded in one way or another. */
async function addShare(db: Db, value: string, verb = 'حصل') {
	const statementAr = `${verb} المرشح على ${value}% من أصوات الناخبين في هندوراس`
	return addClaim(db, { statementAr, figures: [percent(value)] })
}

const ledgerOf = async (db: Db, filter: Partial<Parameters<typeof listQuantities>[1]> = {}) =>
	(await listQuantities(db, { ...everything, ...filter }, null)).quantities

describe('the ledger', () => {
	test('brings together what is said about one quantity, and says which figures agree', async ({ db }) => {
		await addShare(db, '40.27')
		await addShare(db, '40.3')
		await addShare(db, '40.26')
		await addClaim(db, {
			statementAr: 'بلغ عدد القرى التي يخدمها السوق 12 قرية',
			figures: [{ value: '12', unit: 'number', comparator: 'exactly', base: null, asWritten: '12 قرية' }],
		})
		const [share, villages, ...rest] = await ledgerOf(db)
		expect(rest).toEqual([])
		expect(share).toMatchObject({
			name: { ar: 'حصل المرشح على … من أصوات الناخبين في هندوراس', en: null },
			claims: 3,
			standing: { kind: 'apart', count: 2 },
		})
		const rows = share?.rows ?? []
		expect(rows.map(({ figure }) => figure.value).sort()).toEqual(['40.26', '40.27', '40.3'])
		expect(villages).toMatchObject({ claims: 1, standing: { kind: 'single' } })
	})

	test('brings together claims worded otherwise, by their match, until somebody rejects it', async ({
		db,
	}) => {
		const by = await addPerson(db)
		const first = await addShare(db, '40.27')
		const second = await addClaim(db, {
			statementAr: 'حصل المرشح في هندوراس على 41.9% من أصوات الناخبين بحسب النتائج الأولية',
			figures: [percent('41.9')],
		})
		expect(await ledgerOf(db)).toMatchObject([{ claims: 2, standing: { kind: 'apart', count: 2 } }])
		await decideMatch(
			db,
			by,
			{ claimId: first.id, otherId: second.id, state: 'rejected', kind: 'contradicts', revision: 1 },
			noon,
		)
		expect((await ledgerOf(db)).map(({ claims }) => claims)).toEqual([1, 1])
	})

	test('counts claims that were joined as one', async ({ db }) => {
		const by = await addPerson(db)
		const first = await addShare(db, '40.27')
		const second = await addShare(db, '40.27')
		await confirmAndJoin(
			db,
			by,
			{ claimId: first.id, otherId: second.id, revision: 1, keptId: first.id },
			noon,
		)
		expect(await ledgerOf(db)).toMatchObject([{ claims: 1, figures: 1, standing: { kind: 'single' } }])
	})

	test.for([
		['a country of a claim', { country: 'HN' }, 2],
		['a country of none', { country: 'MA' }, 0],
		['a unit', { unit: 'percent' as const }, 1],
		['words, however they are spelt', { words: 'اصوات النّاخبين' }, 1],
		['words of none', { words: 'مطار' }, 0],
		['marks that are no words', { words: '؟!' }, 0],
	] as const)('can be narrowed to %s', async ([, filter, count], { db }) => {
		await addShare(db, '40.27')
		await addClaim(db, {
			statementAr: 'بلغ عدد القرى التي يخدمها السوق 12 قرية',
			figures: [{ value: '12', unit: 'number', comparator: 'exactly', base: null, asWritten: '12 قرية' }],
		})
		expect(await ledgerOf(db, filter)).toHaveLength(count)
	})

	test('goes on page after page, each quantity once', async ({ db }) => {
		const by = await addPerson(db)
		const towns =
			'تيلا غزة صور حلب وهران مكناس طنطا أسوان صلالة الخبر إربد بعلبك بنزرت مصراتة نواكشوط أطار كسلا'.split(
				' ',
			)
		for (const [index, town] of towns.entries())
			await addClaim(db, {
				by,
				statementAr: `في سوق ${town} ${index + 2} بائعًا`,
				figures: [
					{
						value: String(index + 2),
						unit: 'people',
						comparator: 'exactly',
						base: null,
						asWritten: `${index + 2} بائعًا`,
					},
				],
			})
		const first = await listQuantities(db, everything, null)
		expect(first.quantities).toHaveLength(15)
		const second = await listQuantities(db, everything, readLedgerCursor(first.next))
		expect(second.next).toBeNull()
		const keys = [...first.quantities, ...second.quantities].map(({ key }) => key)
		expect(new Set(keys).size).toBe(17)
	})

	test('has a page for each quantity, and none for what is no quantity', async ({ db }) => {
		await addShare(db, '40.27')
		const [{ key } = { key: '' }] = await ledgerOf(db)
		expect(await findQuantity(db, key)).toMatchObject({ key, claims: 1 })
		expect(await findQuantity(db, 'nothing')).toBeNull()
	})

	test('takes in figures that are older than it, once', async ({ db }) => {
		const { id } = await addShare(db, '40.27')
		await db.update(figures).set({ quantity: null }).where(eq(figures.claimId, id))
		expect(await ledgerOf(db)).toEqual([])
		expect(await keepMissingQuantities(db)).toBe(1)
		expect(await keepMissingQuantities(db)).toBe(0)
		expect(await ledgerOf(db)).toHaveLength(1)
	})
})
