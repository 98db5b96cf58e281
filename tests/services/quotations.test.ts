import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { addVersion, listVersions } from '#app/services/article-versions.server.ts'
import { findArticle } from '#app/services/articles.server.ts'
import { moveQuotation, placeQuotation } from '#app/services/quotations.server.ts'
import { takeClaim } from '#app/services/review.server.ts'
import { appearances, claimEvents, figures } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, proposeFor, publishClaim } from '#tests/support/factories.ts'

const first = 'افتُتح سوق السمك أمس. وقال رئيس البلدية إن 40.27% من باعته نساء. وبلغت كلفته 3.4 ملايين دولار.'
const second = `تصحيح.\n\n${first.replace('3.4', '4.3')}`
const range = (text: string, words: string) => ({
	start: text.indexOf(words),
	end: text.indexOf(words) + words.length,
})
const share = '40.27% من باعته نساء'

async function addQuoted(db: Db, exact = share) {
	const by = await addPerson(db)
	const article = await addArticle(db, { text: first })
	const claim = await addClaim(db, { article, exact, by })
	const [quotation] = (await findArticle(db, article.id))?.quotations ?? []
	if (!quotation) throw new Error('no quotation')
	return { article, claim, by, appearanceId: quotation.id }
}

const newVersion = async (db: Db, articleId: string, text: string) => {
	const [newest] = await listVersions(db, articleId)
	await addVersion(db, await addPerson(db), { articleId, base: newest?.number ?? 0, text, fileName: null })
	const [made] = await listVersions(db, articleId)
	return made?.id ?? ''
}

const lastEvent = async (db: Db, claimId: string) =>
	(await db.select().from(claimEvents).where(eq(claimEvents.claimId, claimId)).orderBy(claimEvents.id)).at(-1)

describe('the borders of a quotation', () => {
	const wider = `رئيس البلدية إن ${share}`

	test('can be moved, and the history keeps what they were', async ({ db }) => {
		const { article, claim, by, appearanceId } = await addQuoted(db)
		const move = {
			appearanceId,
			versionId: article.versionId,
			...range(first, wider),
			was: range(first, share),
		}
		expect(await moveQuotation(db, by, move)).toEqual({ claimId: claim.id, moved: true })
		expect((await findArticle(db, article.id))?.quotations).toMatchObject([
			{
				id: appearanceId,
				exact: wider,
				quoted: wider,
				...range(first, wider),
			},
		])
		expect(await db.select().from(appearances)).toMatchObject([
			{ exact: wider, prefix: 'افتُتح سوق السمك أمس. وقال ', suffix: '. وبلغت كلفته 3.4 ملايين دولار.' },
		])
		expect(await lastEvent(db, claim.id)).toMatchObject({
			kind: 'move_quotation',
			actorId: by.id,
			detail: {
				before: { version: 1, exact: share, ...range(first, share) },
				after: { version: 1, exact: wider, ...range(first, wider) },
			},
		})
	})

	test('can be moved in a newer version, where its words and figures belong from then on', async ({ db }) => {
		const { article, claim, by, appearanceId } = await addQuoted(db)
		await db.update(figures).set(range(first, '40.27%')).where(eq(figures.claimId, claim.id))
		const versionId = await newVersion(db, article.id, second)
		await newVersion(db, article.id, second.replace(share, '٤٠٫٢٧٪ من باعته نساء'))
		await moveQuotation(db, by, {
			appearanceId,
			versionId,
			...range(second, wider),
			was: range(second, share),
		})
		expect((await findArticle(db, article.id, { version: 2 }))?.quotations).toMatchObject([
			{ exact: wider, madeInVersion: 2, outcome: 'exact' },
		])
		expect((await findArticle(db, article.id))?.quotations).toMatchObject([
			{ exact: 'رئيس البلدية إن ٤٠٫٢٧٪ من باعته نساء', madeInVersion: 2, outcome: 'normalised' },
		])
		expect((await findArticle(db, article.id, { version: 1 }))?.quotations).toEqual([])
		expect(await db.select().from(figures)).toMatchObject([range(second, '40.27%')])
	})

	test('are not moved from where they do not stand any more', async ({ db }) => {
		const { article, by, appearanceId } = await addQuoted(db)
		const move = {
			appearanceId,
			versionId: article.versionId,
			...range(first, wider),
			was: range(first, share),
		}
		await moveQuotation(db, by, move)
		await expect(moveQuotation(db, by, { ...move, ...range(first, 'نساء') })).rejects.toMatchObject({
			code: 'stale',
			detail: { stored: range(first, wider) },
		})
	})

	test('stay when nothing is moved', async ({ db }) => {
		const { article, claim, by, appearanceId } = await addQuoted(db)
		const move = {
			appearanceId,
			versionId: article.versionId,
			...range(first, share),
			was: range(first, share),
		}
		expect(await moveQuotation(db, by, move)).toMatchObject({ moved: false })
		expect((await lastEvent(db, claim.id))?.kind).toBe('create')
	})

	test.for<[string, string, number]>([
		['a figure', '0.27%', 0],
		['a letter from its diacritic', 'ُتح', 0],
		['nothing', 'سوق', -3],
		['beyond the text', 'دولار.', 9],
	])('are not moved so that they tear or hold %s', async ([, words, more], { db }) => {
		const { article, by, appearanceId } = await addQuoted(db)
		const { start, end } = range(first, words)
		await expect(
			moveQuotation(db, by, {
				appearanceId,
				versionId: article.versionId,
				start,
				end: end + more,
				was: range(first, share),
			}),
		).rejects.toMatchObject({ code: 'invalid' })
	})

	test("are the assignee's to move, the maker's while the claim is new, and an editor's", async ({ db }) => {
		const { article, claim, by, appearanceId } = await addQuoted(db)
		const [assignee, stranger] = [await addPerson(db), await addPerson(db)]
		const editor = await addPerson(db, { role: 'editor' })
		const move = (actor: typeof by, words: string, was: string) =>
			moveQuotation(db, actor, {
				appearanceId,
				versionId: article.versionId,
				...range(first, words),
				was: range(first, was),
			})
		await expect(move(stranger, wider, share)).rejects.toMatchObject({ code: 'forbidden' })
		await takeClaim(db, assignee, claim.id)
		await expect(move(by, wider, share)).rejects.toMatchObject({ code: 'forbidden' })
		await move(assignee, wider, share)
		await move(editor, share, wider)
	})

	test("are nobody's to move while a verdict waits for its second person", async ({ db }) => {
		const { article, claim, appearanceId } = await addQuoted(db)
		await proposeFor(db, claim)
		const move = {
			appearanceId,
			versionId: article.versionId,
			...range(first, wider),
			was: range(first, share),
		}
		const editor = await addPerson(db, { role: 'editor' })
		await expect(moveQuotation(db, editor, move)).rejects.toMatchObject({ code: 'wrong-step' })
	})

	test("of a published claim are an editor's alone to move", async ({ db }) => {
		const { article, claim, appearanceId } = await addQuoted(db)
		const { proposer } = await publishClaim(db, claim)
		const move = {
			appearanceId,
			versionId: article.versionId,
			...range(first, wider),
			was: range(first, share),
		}
		await expect(moveQuotation(db, proposer, move)).rejects.toMatchObject({ code: 'forbidden' })
		const editor = await addPerson(db, { role: 'editor' })
		expect(await moveQuotation(db, editor, move)).toMatchObject({ moved: true })
	})

	test('belong to a quotation and to a version of its article', async ({ db }) => {
		const { article, by, appearanceId } = await addQuoted(db)
		const other = await addArticle(db)
		const was = range(first, share)
		for (const wrong of [
			{ appearanceId: 'nothing', versionId: article.versionId },
			{ appearanceId, versionId: other.versionId },
			{ appearanceId, versionId: 'nothing' },
		])
			await expect(moveQuotation(db, by, { ...wrong, ...was, was })).rejects.toMatchObject({
				code: 'not-found',
			})
	})
})

describe('a quotation that a new version lost', () => {
	const cost = 'كلفته 3.4 ملايين دولار'
	const instead = 'كلفته 4.3 ملايين دولار'

	test('is placed by hand where its words stand now, and what was quoted stays', async ({ db }) => {
		const { article, claim, by, appearanceId } = await addQuoted(db, cost)
		const versionId = await newVersion(db, article.id, second)
		expect((await findArticle(db, article.id))?.lost).toHaveLength(1)
		await placeQuotation(db, by, { appearanceId, versionId, place: range(second, instead) })
		const found = await findArticle(db, article.id)
		expect(found?.lost).toEqual([])
		expect(found?.quotations).toMatchObject([
			{ exact: instead, quoted: cost, outcome: 'placed', byHand: by.name, sentenceChanged: true },
		])
		expect(await lastEvent(db, claim.id)).toMatchObject({
			kind: 'place_quotation',
			detail: {
				outcome: 'placed',
				before: { exact: cost, version: 1 },
				after: { exact: instead, version: 2 },
			},
		})
	})

	test('stays placed in the versions after that', async ({ db }) => {
		const { article, by, appearanceId } = await addQuoted(db, cost)
		const versionId = await newVersion(db, article.id, second)
		await placeQuotation(db, by, { appearanceId, versionId, place: range(second, instead) })
		await newVersion(db, article.id, `${second} انتهى.`)
		expect((await findArticle(db, article.id))?.quotations).toMatchObject([
			{ exact: instead, outcome: 'placed', byHand: by.name, sentenceChanged: true },
		])
		await newVersion(db, article.id, `${second.replace('4.3', '9.9')} انتهى.`)
		expect((await findArticle(db, article.id))?.lost).toMatchObject([{ exact: cost, goneBy: null }])
	})

	test('is gone for good when somebody says so, until its words come back', async ({ db }) => {
		const { article, claim, by, appearanceId } = await addQuoted(db, cost)
		const versionId = await newVersion(db, article.id, second)
		await placeQuotation(db, by, { appearanceId, versionId, place: null })
		expect((await findArticle(db, article.id))?.lost).toMatchObject([{ exact: cost, goneBy: by.name }])
		expect(await lastEvent(db, claim.id)).toMatchObject({
			kind: 'place_quotation',
			detail: { outcome: 'lost' },
		})
		await newVersion(db, article.id, `${second} انتهى.`)
		expect((await findArticle(db, article.id))?.lost).toMatchObject([{ goneBy: by.name }])
		await newVersion(db, article.id, `${first} انتهى.`)
		expect(await findArticle(db, article.id)).toMatchObject({ lost: [], quotations: [{ outcome: 'exact' }] })
	})

	test('is settled once, and in the newest version', async ({ db }) => {
		const { article, by, appearanceId } = await addQuoted(db, cost)
		const versionId = await newVersion(db, article.id, second)
		const place = range(second, instead)
		await expect(
			placeQuotation(db, by, { appearanceId, versionId, place: range(second, '.3 ملايين') }),
		).rejects.toMatchObject({ code: 'invalid' })
		await placeQuotation(db, by, { appearanceId, versionId, place })
		await expect(placeQuotation(db, by, { appearanceId, versionId, place })).rejects.toMatchObject({
			code: 'stale',
		})
		await newVersion(db, article.id, `${second.replace('4.3', '9.9')} انتهى.`)
		await newVersion(db, article.id, 'نص آخر')
		await expect(placeQuotation(db, by, { appearanceId, versionId, place })).rejects.toMatchObject({
			code: 'stale',
		})
	})
})
