import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { ArticleDetails } from '#app/domain/article.ts'
import { Refusal } from '#app/errors.ts'
import { sha256 } from '#app/ids.server.ts'
import { addArticle, editArticle, findArticle, listArticles } from '#app/services/articles.server.ts'
import { articles, articleVersions, originals } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle as makeArticle, addClaim, addPerson, articleText } from '#tests/support/factories.ts'

const nothingKnown: ArticleDetails = {
	title: null,
	outlet: null,
	author: null,
	url: null,
	publishedOn: null,
	language: null,
}

/** Everything that a careless program would tidy up. */
const untidy =
	'\t  عنوان بلا نقطة \r\n\r\nسطر أول  بمسافتين\u00a0و«اقتباس»…\nسطرٌ ثانٍ مكسو\u0640\u0640ر\r\n\n\n‏١٢٫٥٪ \u2068(تقريبًا)\u2069 أُ و\u0623\u064f  \n'

describe('an article that is taken in', () => {
	test('keeps its text to the last character, with the SHA-256 of its UTF-8', async ({ db }) => {
		const actor = await addPerson(db)
		const { id, already } = await addArticle(db, actor, {
			...nothingKnown,
			text: untidy,
			fileName: 'untidy.txt',
		})
		expect(already).toBe(false)
		const found = await findArticle(db, id)
		expect(found?.version).toMatchObject({
			text: untidy,
			sha256: sha256(untidy),
			number: 1,
			fileName: 'untidy.txt',
		})
		expect(found?.version.sha256).toMatch(/^[0-9a-f]{64}$/)
		expect(found?.article).toMatchObject({ ...nothingKnown, revision: 1, createdBy: actor.id })
		expect(found?.capturedBy).toBe(actor.name)
	})

	test('can have its text changed by nobody, not even in the database', async ({ db }) => {
		const { versionId } = await makeArticle(db)
		const rewrite = db.transaction((tx) =>
			tx.update(articleVersions).set({ text: 'نص آخر' }).where(eq(articleVersions.id, versionId)),
		)
		await expect(rewrite).rejects.toMatchObject({ cause: { message: expect.stringContaining('only grows') } })
	})

	test('is recognised when the same text comes again, whoever brings it and whatever they call it', async ({
		db,
	}) => {
		const first = await addArticle(db, await addPerson(db), {
			...nothingKnown,
			text: articleText,
			fileName: null,
		})
		const again = await addArticle(db, await addPerson(db), {
			...nothingKnown,
			title: 'عنوان آخر',
			text: articleText,
			fileName: 'copy.md',
		})
		expect(again).toEqual({ id: first.id, already: true, version: 1 })
		expect(await db.$count(articles)).toBe(1)
		expect((await findArticle(db, first.id))?.article.title).toBeNull()
	})

	test('is another article when one character differs', async ({ db }) => {
		const actor = await addPerson(db)
		const first = await addArticle(db, actor, { ...nothingKnown, text: articleText, fileName: null })
		const second = await addArticle(db, actor, { ...nothingKnown, text: `${articleText}\n`, fileName: null })
		expect(second.id).not.toBe(first.id)
	})

	test('is stored once when six people bring it at the same moment', async ({ fresh }) => {
		const actor = await addPerson(fresh.db)
		const all = await Promise.all(
			Array.from({ length: 6 }, () =>
				addArticle(fresh.db, actor, { ...nothingKnown, text: articleText, fileName: null }),
			),
		)
		expect(new Set(all.map(({ id }) => id)).size).toBe(1)
		expect(all.filter(({ already }) => !already)).toHaveLength(1)
		expect(await fresh.db.$count(articleVersions)).toBe(1)
	})

	test('shows in the list with its opening and the number of claims taken from it', async ({ db }) => {
		const article = await makeArticle(db, { text: articleText, title: 'سوق السمك' })
		await addClaim(db, { article })
		await addClaim(db, { article, exact: 'بلغت 3.4 ملايين دولار' })
		const { rows, next } = await listArticles(db, null)
		expect(next).toBeNull()
		expect(rows).toEqual([
			expect.objectContaining({
				id: article.id,
				title: 'سوق السمك',
				opening: articleText.slice(0, 160),
				claimCount: 2,
			}),
		])
	})
})

describe('a text that cannot be kept as it is', () => {
	test.for<[string, string, Record<string, unknown>]>([
		['nothing at all', '', { code: 'empty' }],
		['blanks and line ends', ' \t\r\n\u00a0\u2003\n', { code: 'empty' }],
		['punctuation alone', '… — «»', { code: 'empty' }],
		['invisible marks alone', '\u200f\u200e\ufeff', { code: 'empty' }],
		['five megabytes', 'سوق '.repeat(1_310_720), { code: 'too-long', limit: 400_000 }],
		['a NUL', 'قبل\u0000بعد', { code: 'control-character', at: 3, codePoint: 'U+0000' }],
		['an escape', 'قبل\u001bبعد', { code: 'control-character', at: 3, codePoint: 'U+001B' }],
		['half a surrogate pair', 'قبل\ud83dبعد', { code: 'lone-surrogate', at: 3 }],
		['the other half', 'قبل\ude00بعد', { code: 'lone-surrogate', at: 3 }],
		['an override', 'قبل\u202e04.72\u202cبعد', { code: 'bidi-override', at: 3, codePoint: 'U+202E' }],
		['an isolate left open', 'قبل \u2067 بعد\nسطر', { code: 'bidi-override', at: 4, codePoint: 'U+2067' }],
	])('%s is refused with its place', async ([, text, problem], { db }) => {
		const actor = await addPerson(db)
		const refusal = await addArticle(db, actor, { ...nothingKnown, text, fileName: null }).catch(
			(error) => error,
		)
		expect(refusal).toBeInstanceOf(Refusal)
		expect(refusal).toMatchObject({ code: 'invalid-text', detail: { problem } })
		expect(await db.$count(articles)).toBe(0)
		expect(await db.$count(articleVersions)).toBe(0)
	})

	test('direction marks, balanced isolates and joiners are honest and stay', async ({ db }) => {
		const text = 'قال\u200f (\u2068A\u2069) نصر\u200cالله \u200e40.27%'
		const { id } = await addArticle(db, await addPerson(db), { ...nothingKnown, text, fileName: null })
		expect((await findArticle(db, id))?.version.text).toBe(text)
	})
})

describe('what is known of an article', () => {
	test('can be filled in later', async ({ db }) => {
		const actor = await addPerson(db)
		const { id } = await makeArticle(db)
		const details = {
			...nothingKnown,
			title: 'سوق السمك',
			url: 'https://paper.example/1',
			publishedOn: '2026-02-27',
			language: 'ar',
		} as const
		await editArticle(db, actor, { articleId: id, revision: 1, details })
		expect((await findArticle(db, id))?.article).toMatchObject({ ...details, revision: 2 })
	})

	test('is not overwritten from a page that is out of date: both versions come back', async ({ db }) => {
		const [first, second] = [await addPerson(db), await addPerson(db)]
		const { id } = await makeArticle(db)
		await editArticle(db, first, { articleId: id, revision: 1, details: { ...nothingKnown, title: 'الأول' } })
		await expect(
			editArticle(db, second, { articleId: id, revision: 1, details: { ...nothingKnown, title: 'الثاني' } }),
		).rejects.toMatchObject({ code: 'stale', detail: { stored: { title: 'الأول', revision: 2 } } })
		expect((await findArticle(db, id))?.article.title).toBe('الأول')
	})

	test('belongs to an article that exists', async ({ db }) => {
		const actor = await addPerson(db)
		await expect(
			editArticle(db, actor, { articleId: 'nothing', revision: 1, details: nothingKnown }),
		).rejects.toMatchObject({ code: 'not-found' })
		expect(await findArticle(db, 'nothing')).toBeNull()
	})
})

describe('what an article was read from', () => {
	const page = new TextEncoder().encode('<p>سوق السمك</p>')

	test('is kept byte for byte beside its text, once, with how and from where it came', async ({ db }) => {
		const actor = await addPerson(db)
		const incoming = {
			...nothingKnown,
			fileName: null,
			intake: 'url',
			original: { bytes: page, mediaType: 'text/html' },
			fetchedFrom: 'https://paper.example/1',
			proposed: { title: { value: 'سوق السمك', origin: 'meta' } },
		} as const
		const first = await addArticle(db, actor, { ...incoming, text: 'سوق السمك' })
		const second = await addArticle(db, actor, { ...incoming, text: 'سوق السمك من جديد' })
		for (const { id } of [first, second])
			expect(await findArticle(db, id)).toMatchObject({
				version: { intake: 'url', originalSha256: sha256(page), fetchedFrom: 'https://paper.example/1' },
				article: { title: null, proposed: { title: { value: 'سوق السمك' } } },
			})
		const kept = await db.select().from(originals)
		expect(kept).toHaveLength(1)
		expect(kept[0]).toMatchObject({ mediaType: 'text/html', size: page.byteLength, bytes: page })
	})

	test('is left open for a text that was given as it is', async ({ db }) => {
		const actor = await addPerson(db)
		const pasted = await addArticle(db, actor, { ...nothingKnown, text: 'سوق', fileName: null })
		const file = await addArticle(db, actor, { ...nothingKnown, text: 'سوق السمك', fileName: 'a.txt' })
		expect((await findArticle(db, pasted.id))?.version).toMatchObject({
			intake: 'paste',
			originalSha256: null,
			fetchedFrom: null,
		})
		expect((await findArticle(db, file.id))?.version.intake).toBe('file')
	})
})
