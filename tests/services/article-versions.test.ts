import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Db, openDatabase } from '#app/db.server.ts'
import type { ArticleDetails } from '#app/domain/article.ts'
import { addVersion, listVersions } from '#app/services/article-versions.server.ts'
import { addArticle as takeIn, findArticle, keepMissingAddresses } from '#app/services/articles.server.ts'
import { appearanceAnchors, articles, articleVersions } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, type AddedArticle } from '#tests/support/factories.ts'

const first =
	'افتُتح سوق السمك أمس. وقال رئيس البلدية إن 40.27% من باعته نساء. وتخدم السوق 12 قرية على الساحل. وبلغت كلفته 3.4 ملايين دولار.'
const [share, villages, cost] = ['40.27% من باعته نساء', '12 قرية', 'كلفته 3.4 ملايين دولار']
/** The share stands as it was, the villages are spelt otherwise, and the cost is another. */
const second = `تصحيح.\n\n${first.replace('12 قرية', '١٢ قريه').replace('3.4', '4.3')}`

async function addMarket(db: Db) {
	const article = await addArticle(db, { text: first })
	for (const exact of [share, villages, cost]) await addClaim(db, { article, exact })
	return article
}

const bring = async (db: Db, { id }: AddedArticle, text: string, base: number) =>
	addVersion(db, await addPerson(db), { articleId: id, base, text, fileName: null })

describe('a changed text of an article', () => {
	test('is its next version, and the one before stays as it was', async ({ db }) => {
		const article = await addMarket(db)
		expect(await bring(db, article, second, 1)).toEqual({ id: article.id, already: false, version: 2 })
		expect(await findArticle(db, article.id)).toMatchObject({
			newest: 2,
			version: { number: 2, text: second },
		})
		expect(await findArticle(db, article.id, { version: 1 })).toMatchObject({
			newest: 2,
			version: { number: 1, text: first },
		})
		for (const version of [3, 0, -1, 1.5, Number.NaN, 2 ** 40])
			expect(await findArticle(db, article.id, { version })).toBeNull()
	})

	test('has every quotation carried over: exactly, in another spelling, or lost with its context', async ({
		db,
	}) => {
		const article = await addMarket(db)
		await bring(db, article, second, 1)
		const found = await findArticle(db, article.id)
		expect(found?.quotations).toMatchObject([
			{
				exact: share,
				outcome: 'exact',
				start: second.indexOf(share),
				sentenceChanged: false,
				madeInVersion: 1,
			},
			{ exact: '١٢ قريه', quoted: villages, outcome: 'normalised', sentenceChanged: false },
		])
		expect(found?.lost).toMatchObject([
			{
				exact: cost,
				prefix: expect.stringContaining('الساحل. وبلغت '),
				suffix: '.',
				goneBy: null,
				madeInVersion: 1,
			},
		])
		const before = await findArticle(db, article.id, { version: 1 })
		expect(before?.quotations.map(({ exact, outcome }) => [exact, outcome])).toEqual([
			[share, 'exact'],
			[villages, 'exact'],
			[cost, 'exact'],
		])
		expect(before?.lost).toEqual([])
		expect(
			(await listVersions(db, article.id)).map(({ number, quotations }) => [number, quotations]),
		).toEqual([
			[2, { made: 0, exact: 1, normalised: 1, placed: 0, lost: 1 }],
			[1, { made: 3, exact: 0, normalised: 0, placed: 0, lost: 0 }],
		])
	})

	test('is noticed where the sentence round an unchanged quotation says something else', async ({ db }) => {
		const article = await addMarket(db)
		await bring(db, article, first.replace('وقال رئيس البلدية', 'ونفى رئيس البلدية'), 1)
		const found = await findArticle(db, article.id)
		expect(found?.quotations.map(({ exact, sentenceChanged }) => [exact, sentenceChanged])).toEqual([
			[share, true],
			[villages, false],
			[cost, false],
		])
	})

	test('is followed from version to version, and what was lost is found again when it comes back', async ({
		db,
	}) => {
		const article = await addMarket(db)
		await bring(db, article, second, 1)
		// «قريه» was never quoted so: it is carried over from the version in which it was found.
		await bring(db, article, second.replace('١٢ قريه', '١٢ قــريه').replace('4.3', '3.4'), 2)
		const found = await findArticle(db, article.id)
		expect(found?.quotations.map(({ exact, outcome }) => [exact, outcome])).toEqual([
			[share, 'exact'],
			['١٢ قــريه', 'normalised'],
			[cost, 'exact'],
		])
		expect(found?.lost).toEqual([])
	})

	test('is recognised when it is here already, in this article or another', async ({ db }) => {
		const [article, other] = [await addMarket(db), await addArticle(db)]
		await bring(db, article, second, 1)
		expect(await bring(db, article, first, 2)).toEqual({ id: article.id, already: true, version: 1 })
		expect(await bring(db, other, second, 1)).toEqual({ id: article.id, already: true, version: 2 })
		expect(await bring(db, article, other.text, 2)).toEqual({ id: other.id, already: true, version: 1 })
	})

	test('is refused from a page that another version has overtaken', async ({ db }) => {
		const article = await addMarket(db)
		await bring(db, article, second, 1)
		await expect(bring(db, article, `${first} `, 1)).rejects.toMatchObject({
			code: 'stale',
			detail: { newest: 2 },
		})
	})

	test.for<[string, string, string]>([
		['that is empty', '…', 'invalid-text'],
		['with half a character', 'نص\ud800', 'invalid-text'],
	])('%s is refused', async ([, text, code], { db }) => {
		const article = await addArticle(db)
		await expect(bring(db, article, text, 1)).rejects.toMatchObject({ code })
	})

	test('belongs to an article that exists', async ({ db }) => {
		const nothing = { id: 'nothing', versionId: '', text: '' }
		await expect(bring(db, nothing, first, 1)).rejects.toMatchObject({ code: 'not-found' })
	})

	test('of two that come at once the second is told', async ({ fresh }) => {
		const article = await addMarket(fresh.db)
		const came = await Promise.allSettled(
			[second, `${first} `].map((text) => bring(fresh.db, article, text, 1)),
		)
		expect(came.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(came.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'stale' } })
		expect(await fresh.db.$count(articleVersions)).toBe(2)
		expect(await fresh.db.$count(appearanceAnchors)).toBe(3)
	})

	test('and a claim that is made while it comes in has its place in it', async ({ fresh }) => {
		const article = await addMarket(fresh.db)
		const people = [await addPerson(fresh.db), await addPerson(fresh.db)] as const
		await Promise.all([
			addVersion(fresh.db, people[0], { articleId: article.id, base: 1, text: second, fileName: null }),
			...['افتُتح سوق', 'رئيس البلدية', 'على الساحل'].map((exact) =>
				addClaim(fresh.db, { article, exact, by: people[1] }),
			),
		])
		const { quotations = [], lost = [] } = (await findArticle(fresh.db, article.id)) ?? {}
		expect(quotations.length + lost.length).toBe(6)
	})
})

test('an article is read in two statements, however many versions and quotations it has', async ({
	fresh,
}) => {
	const article = await addMarket(fresh.db)
	await bring(fresh.db, article, second, 1)
	const sent: string[] = []
	const { db, close } = openDatabase(fresh.connection, { max: 1, onQuery: (query) => sent.push(query) })
	await db.execute('select 1')
	sent.length = 0
	expect((await findArticle(db, article.id))?.quotations).toHaveLength(2)
	expect(sent).toHaveLength(2)
	await close()
})

describe('a quotation', () => {
	test('may be taken from any version, and is carried over to the newer ones only', async ({ db }) => {
		const article = await addArticle(db, { text: first })
		await bring(db, article, second, 1)
		await addClaim(db, { article, exact: villages })
		const [newest] = await listVersions(db, article.id)
		await addClaim(db, { article: { ...article, versionId: newest?.id ?? '' }, exact: '4.3 ملايين دولار' })
		expect((await findArticle(db, article.id))?.quotations).toMatchObject([
			{ exact: '١٢ قريه', outcome: 'normalised', madeInVersion: 1 },
			{ exact: '4.3 ملايين دولار', outcome: 'exact', madeInVersion: 2 },
		])
		expect((await findArticle(db, article.id, { version: 1 }))?.quotations).toMatchObject([
			{ exact: villages },
		])
	})
})

describe('the address of an article', () => {
	const nothingKnown: ArticleDetails = {
		title: null,
		outlet: null,
		author: null,
		url: null,
		publishedOn: null,
		language: null,
	}
	const at = (url: string, text: string) => ({ ...nothingKnown, url, text, fileName: null })

	test('tells that another text is its next version, however the address is written', async ({ db }) => {
		const actor = await addPerson(db)
		const { id } = await takeIn(db, actor, { ...at('https://puerto.example/mercado', first), title: 'السوق' })
		const again = await takeIn(db, actor, {
			...at('http://www.puerto.example/mercado/?utm_source=x#foto', second),
			title: 'غيره',
		})
		expect(again).toEqual({ id, already: false, version: 2 })
		expect((await findArticle(db, id))?.article).toMatchObject({ title: 'السوق', revision: 1 })
	})

	test('of another page is another article, and so is the front page of a site', async ({ db }) => {
		const actor = await addPerson(db)
		for (const [index, url] of [
			'https://puerto.example/?id=1',
			'https://puerto.example/?id=2',
			'https://puerto.example/',
			'https://puerto.example',
		].entries())
			expect(await takeIn(db, actor, at(url, `${first} ${index}`))).toMatchObject({
				already: false,
				version: 1,
			})
	})

	test('follows the details when they are changed, and is filled in where it is missing', async ({ db }) => {
		const actor = await addPerson(db)
		const { id } = await takeIn(db, actor, at('https://puerto.example/a', first))
		await db.update(articles).set({ addressKey: null }).where(eq(articles.id, id))
		expect(await keepMissingAddresses(db)).toBe(1)
		expect(await keepMissingAddresses(db)).toBe(0)
		expect(await takeIn(db, actor, at('https://puerto.example/a', second))).toMatchObject({ id, version: 2 })
	})

	test('makes one article of what two people bring from it at once', async ({ fresh }) => {
		const actor = await addPerson(fresh.db)
		const came = await Promise.all(
			[first, second, `${first} `].map((text) =>
				takeIn(fresh.db, actor, at('https://puerto.example/a', text)),
			),
		)
		expect(new Set(came.map(({ id }) => id)).size).toBe(1)
		expect(came.map(({ version }) => version).sort()).toEqual([1, 2, 3])
	})
})
