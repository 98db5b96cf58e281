import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Figure } from '#app/domain/figure.ts'
import { readFigures } from '#app/services/claim-figures.server.ts'
import { createClaim, editClaim } from '#app/services/claims.server.ts'
import { findArticle } from '#app/services/articles.server.ts'
import { assignClaim, dropClaim, reopenClaim, takeClaim } from '#app/services/review.server.ts'
import {
	appearances,
	claimants,
	claimCountries,
	claimEvents,
	claims,
	dailyStatusCounts,
	figures,
	statusCounts,
} from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addArticle,
	addClaim,
	addPerson,
	articleText,
	claimInput,
	noon,
	publishClaim,
} from '#tests/support/factories.ts'

describe('a claim made of words in an article', () => {
	test('keeps the exact words with their place and surroundings', async ({ db }) => {
		const article = await addArticle(db, { text: articleText })
		const exact = 'كلفته بلغت 3.4 ملايين دولار'
		const { id } = await addClaim(db, { article, exact })
		const [place] = await db.select().from(appearances).where(eq(appearances.claimId, id))
		const start = articleText.indexOf(exact)
		expect(place).toMatchObject({
			exact,
			start,
			end: start + exact.length,
			prefix: articleText.slice(start - 32, start),
			suffix: articleText.slice(start + exact.length, start + exact.length + 32),
			articleId: article.id,
			articleVersionId: article.versionId,
		})
	})

	test('may share its sentence, and even its words, with other claims', async ({ db }) => {
		const article = await addArticle(db, { text: articleText })
		const quoted = [
			'وقال رئيس البلدية رامون ديلغادو إن كلفته بلغت 3.4 ملايين دولار',
			'إن كلفته بلغت 3.4 ملايين دولار، وإن 40.27% من باعته نساء',
			'40.27% من باعته نساء',
			'40.27% من باعته نساء',
		]
		for (const exact of quoted) await addClaim(db, { article, exact })
		const found = await findArticle(db, article.id)
		expect(found?.quotations.map(({ exact }) => exact).sort()).toEqual([...quoted].sort())
		for (const { exact, start, end } of found?.quotations ?? []) {
			expect(articleText.slice(start, end)).toBe(exact)
		}
		const starts = found?.quotations.map(({ start }) => start) ?? []
		expect(starts).toEqual([...starts].sort((a, b) => a - b))
	})

	test('keeps claimant, countries and figures as they were given', async ({ db }) => {
		const given = [
			{ value: '40.27', unit: 'percent', comparator: 'exactly', base: 'باعة السوق', asWritten: '40.27%' },
			{ value: '2026-02', unit: 'month', comparator: 'about', base: null, asWritten: 'شباط' },
		] as const
		const { id } = await addClaim(db, { countries: ['HN', 'US', 'HN'], figures: [...given] })
		expect(
			await db.select().from(figures).where(eq(figures.claimId, id)).orderBy(figures.position),
		).toMatchObject(given.map((figure, index) => ({ claimId: id, position: index + 1, ...figure })))
		const countries = await db.select().from(claimCountries).where(eq(claimCountries.claimId, id))
		expect(countries.map(({ country }) => country).sort()).toEqual(['HN', 'US'])
		const [claim] = await db
			.select({ name: claimants.nameAr })
			.from(claims)
			.innerJoin(claimants, eq(claimants.id, claims.claimantId))
			.where(eq(claims.id, id))
		expect(claim?.name).toBe('رامون ديلغادو')
	})

	test('keeps where a figure stands only if it stands there, and all that is known of it', async ({ db }) => {
		const text = 'قال المدير إن بين 10 و15 في المئة من المنازل تضررت، وإن ثلث المدارس أُغلق.'
		const article = await addArticle(db, { text })
		const start = text.indexOf('10')
		const range: Figure = {
			value: '10',
			valueTo: '15',
			unit: 'percent',
			comparator: 'exactly',
			base: null,
			asWritten: '10 و15 في المئة',
			place: 'الجنوب',
			period: 'آذار 2025',
			countedBy: 'البلدية',
			rounding: '1',
			start,
			end: start + '10 و15 في المئة'.length,
		}
		const elsewhere: Figure = {
			value: '1/3',
			unit: 'share',
			comparator: 'exactly',
			base: 'المدارس',
			asWritten: 'ثلث',
			start: 3,
			end: 6,
		}
		const fare: Figure = {
			value: '300',
			unit: 'money',
			measuredIn: 'MAD',
			comparator: 'about',
			base: null,
			asWritten: '300 درهم',
		}
		const { id } = await addClaim(db, { article, exact: text, figures: [range, elsewhere, fare] })
		const { start: _, end: __, ...unplaced } = elsewhere
		expect(await readFigures(db, id)).toEqual([range, unplaced, fare])
	})

	test('belongs to one claimant however the name is spelt', async ({ db }) => {
		for (const nameAr of ['أحمد الدالي', 'احمد الدالي', 'أحمَد الدّالي']) {
			await addClaim(db, { claimant: { kind: 'person', nameAr, nameEn: null } })
		}
		expect((await db.select().from(claimants)).map(({ nameAr }) => nameAr)).toEqual(['أحمد الدالي'])
	})

	test('begins its history with who made it', async ({ db }) => {
		const { id, by } = await addClaim(db)
		expect(await db.select().from(claimEvents).where(eq(claimEvents.claimId, id))).toEqual([
			expect.objectContaining({
				actorId: by.id,
				kind: 'create',
				fromStatus: null,
				toStatus: 'new',
				at: noon,
			}),
		])
	})
})

describe('a form that is sent twice', () => {
	test('makes one claim and one entry of history', async ({ db }) => {
		const by = await addPerson(db)
		const article = await addArticle(db, { by })
		const first = await addClaim(db, { by, article, submission: 'form-one' })
		const second = await addClaim(db, { by, article, submission: 'form-one' })
		expect(second.id).toBe(first.id)
		expect(await db.$count(claims)).toBe(1)
		expect(await db.$count(appearances)).toBe(1)
		expect(await db.$count(claimEvents)).toBe(1)
		// In its country and in the world, in its article and in all of them.
		expect((await db.select().from(statusCounts)).map(({ count }) => count)).toEqual([1, 1, 1, 1])
	})

	test('makes one claim when both arrive at the same moment', async ({ fresh: { db } }) => {
		const by = await addPerson(db)
		const article = await addArticle(db, { by })
		const both = await Promise.all([
			addClaim(db, { by, article, submission: 'form-two' }),
			addClaim(db, { by, article, submission: 'form-two' }),
		])
		expect(both[0].id).toBe(both[1].id)
		expect(await db.$count(claims)).toBe(1)
		expect(await db.$count(claimEvents)).toBe(1)
	})

	test('is nobody else’s', async ({ db }) => {
		const article = await addArticle(db)
		await addClaim(db, { article, submission: 'form-three' })
		await expect(addClaim(db, { article, submission: 'form-three' })).rejects.toMatchObject({
			code: 'forbidden',
		})
	})

	test('that was refused can be mended and sent again', async ({ db }) => {
		const by = await addPerson(db)
		const article = await addArticle(db, { by })
		await expect(addClaim(db, { by, article, submission: 'form-four', exact: 'ليس هنا' })).rejects.toThrow()
		await addClaim(db, { by, article, submission: 'form-four' })
		expect(await db.$count(claims)).toBe(1)
	})
})

describe('a claim that cannot be made', () => {
	test.for<[string, Parameters<typeof addClaim>[1], Record<string, unknown>]>([
		['words that are not in the text', { exact: '40.28% من باعته نساء' }, { code: 'quotation-absent' }],
		['words in another spelling', { exact: '40.27 % من باعته نساء' }, { code: 'quotation-absent' }],
		[
			'words that stand there twice',
			{ exact: 'السوق المجاور' },
			{ code: 'quotation-ambiguous', detail: { places: 2 } },
		],
		['no words', { exact: ' ' }, { code: 'quotation-absent' }],
		['an unknown country', { countries: ['HN', 'QQ'] }, { code: 'invalid', detail: { field: 'countries' } }],
		[
			'a country in small letters',
			{ countries: ['hn'] },
			{ code: 'invalid', detail: { field: 'countries' } },
		],
		['no country', { countries: [] }, { code: 'invalid', detail: { field: 'countries' } }],
		['no statement', { statementAr: null }, { code: 'invalid', detail: { field: 'statement' } }],
		[
			'an article version that does not exist',
			{ article: { id: 'none', versionId: 'none', text: '' } },
			{ code: 'not-found' },
		],
	])('%s: nothing is left behind', async ([, given, refusal], { db }) => {
		const text = `${articleText}\n\nأُغلق السوق المجاور عند الغروب، ولم يُفتح السوق المجاور بعد.`
		const article = await addArticle(db, { text })
		await expect(addClaim(db, { article, ...given })).rejects.toMatchObject(refusal)
		for (const table of [
			claims,
			appearances,
			claimEvents,
			claimCountries,
			figures,
			claimants,
			statusCounts,
		]) {
			expect(await db.$count(table)).toBe(0)
		}
	})

	test('words that stand there twice are told apart by their place or by what surrounds them', async ({
		db,
	}) => {
		const text = 'قال إن السوق فتح، ثم قال إن السوق أغلق.'
		const places = [text.indexOf('السوق'), text.lastIndexOf('السوق')]
		const article = await addArticle(db, { text })
		await addClaim(db, { article, exact: 'السوق', start: places[1] })
		await addClaim(db, { article, exact: 'السوق', suffix: ' فتح' })
		const found = await findArticle(db, article.id)
		expect(found?.quotations.map(({ start }) => start)).toEqual(places)
	})
})

describe('a claim that is reworded', () => {
	test('keeps what it said before in its history', async ({ db }) => {
		const { id, by } = await addClaim(db)
		const change = { ...claimInput, statementAr: 'صياغة أدق', countries: ['HN', 'SV'], figures: [] }
		await editClaim(db, by, { ...change, claimId: id, revision: 1 }, noon)
		const [claim] = await db.select().from(claims).where(eq(claims.id, id))
		expect(claim).toMatchObject({ statementAr: 'صياغة أدق', revision: 2 })
		expect(await db.$count(figures)).toBe(0)
		const [edit] = await db.select().from(claimEvents).where(eq(claimEvents.kind, 'edit_claim'))
		expect(edit?.detail).toMatchObject({ before: { statementAr: claimInput.statementAr, countries: ['HN'] } })
	})

	test('is not overwritten from a page that is out of date: what is stored comes back', async ({ db }) => {
		const { id, by } = await addClaim(db)
		await editClaim(db, by, { ...claimInput, statementAr: 'الأول', claimId: id, revision: 1 })
		const late = editClaim(db, await addPerson(db), {
			...claimInput,
			statementAr: 'الثاني',
			claimId: id,
			revision: 1,
		})
		await expect(late).rejects.toMatchObject({ code: 'stale', detail: { stored: { statementAr: 'الأول' } } })
		const [claim] = await db.select().from(claims).where(eq(claims.id, id))
		expect(claim).toMatchObject({ statementAr: 'الأول', revision: 2 })
	})

	test('is still being worked on: once published a correction is the way', async ({ db }) => {
		const claim = await addClaim(db)
		await publishClaim(db, claim)
		const [row] = await db.select().from(claims).where(eq(claims.id, claim.id))
		await expect(
			editClaim(db, claim.by, { ...claimInput, claimId: claim.id, revision: row?.revision ?? 0 }),
		).rejects.toMatchObject({ code: 'wrong-step' })
	})

	test('exists', async ({ db }) => {
		const by = await addPerson(db)
		await expect(editClaim(db, by, { ...claimInput, claimId: 'none', revision: 1 })).rejects.toMatchObject({
			code: 'not-found',
		})
	})
})

describe('the roll-up by country', () => {
	test('equals a count of the claims after whatever happened to them', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const [one, two] = [await addArticle(db), await addArticle(db)]
		const nextDay = new Date('2026-03-03T23:59:00Z')

		const published = await addClaim(db, { article: one, countries: ['HN', 'US'] })
		const dropped = await addClaim(db, { article: one, countries: ['HN'], at: nextDay })
		const moved = await addClaim(db, { article: two, countries: ['MX'] })
		const assigned = await addClaim(db, { article: two, countries: ['MX', 'GT', 'SV'], at: nextDay })
		const reopened = await addClaim(db, { article: two, countries: ['HN'] })
		expect(await countedRows(db)).toEqual(await grouped(db))

		await publishClaim(db, published)
		await dropClaim(db, editor, { claimId: dropped.id, reason: 'duplicate' })
		await editClaim(db, moved.by, { ...claimInput, countries: ['PE', 'HN'], claimId: moved.id, revision: 1 })
		await assignClaim(db, editor, { claimId: assigned.id, assigneeId: published.by.id })
		await publishClaim(db, reopened, { rating: 'true' })
		await reopenClaim(db, editor, reopened.id)
		await takeClaim(db, editor, moved.id)
		await expect(takeClaim(db, editor, published.id)).rejects.toMatchObject({ code: 'wrong-step' })
		await reopenClaim(db, editor, dropped.id)

		const rows = await countedRows(db)
		expect(rows).toEqual(await grouped(db))
		expect(rows.length).toBeGreaterThan(10)
		expect(await withoutDays(db)).toEqual(await groupedWithoutDays(db))
	})
})

type Cell = { article: string; day: string; country: string; status: string; rating: string; count: number }
const sorted = (cells: Cell[]) => cells.map((cell) => JSON.stringify(Object.entries(cell).sort())).sort()

/** What the roll-up says, cells that came back to nothing left out. */
async function countedRows(db: Db): Promise<string[]> {
	const cells = await db.select().from(dailyStatusCounts)
	return sorted(
		cells.filter(({ count }) => count !== 0).map(({ articleId: article, ...cell }) => ({ article, ...cell })),
	)
}

async function withoutDays(db: Db): Promise<string[]> {
	const cells = await db.select().from(statusCounts)
	return sorted(
		cells
			.filter(({ count }) => count !== 0)
			.map(({ articleId: article, ...cell }) => ({ article, day: '', ...cell })),
	)
}

/** The same, counted from the claims themselves: once for each article and country, and once for all of either. */
const countedAfresh = sql`
	select places.article, to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD') as day, cc.country, c.status,
		coalesce(c.rating, '') as rating, count(distinct c.id)::int as count
	from claims c
	join lateral (
		select '' as country union select k.country from claim_countries k where k.claim_id = c.id
	) cc on true
	join lateral (
		select '' as article union select a.article_id from appearances a where a.claim_id = c.id
	) places on true
	group by 1, 2, 3, 4, 5`

async function grouped(db: Db): Promise<string[]> {
	return sorted([...(await db.execute<Cell>(countedAfresh))])
}

async function groupedWithoutDays(db: Db): Promise<string[]> {
	const cells = await db.execute<Cell>(
		sql`select article, '' as day, country, status, rating, sum(count)::int as count
			from (${countedAfresh}) cells group by 1, 2, 3, 4, 5`,
	)
	return sorted([...cells])
}

test('a claim made through the service needs no transaction of the caller', async ({ fresh: { db } }) => {
	const by = await addPerson(db)
	const article = await addArticle(db, { by })
	const quotation = { versionId: article.versionId, exact: '40.27% من باعته نساء', start: null }
	const { id, made } = await createClaim(db, by, { ...claimInput, quotation, submission: 'form-five' })
	expect(made).toBe(true)
	expect(await db.$count(claims, eq(claims.id, id))).toBe(1)
})
