import { once } from 'node:events'
import http from 'node:http'
import type net from 'node:net'
import { describe, expect } from 'vitest'
import { sha256 } from '#app/ids.server.ts'
import { createPageFetch } from '#app/outbound/page-fetch.server.ts'
import { addArticle, editArticle, findArticle } from '#app/services/articles.server.ts'
import { importFile } from '#app/services/import.server.ts'
import { findOriginal, readArticleAt } from '#app/services/intake.server.ts'
import { articles, articleVersions, originals } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { makeDocx, makePdf } from '#tests/support/documents.ts'
import { addPerson } from '#tests/support/factories.ts'

const bytes = (text: string) => new TextEncoder().encode(text)

const paragraphs = [
	'افتتح المجلس البلدي في مدينة سان راميرو سوقًا جديدة للسمك بلغت كلفتها ثلاثة ملايين دولار، وقال رئيسه إن السوق ستخدم اثنتي عشرة قرية على الساحل.',
	'وأضاف أن أربعين في المئة من الباعة نساء، وأن الرسوم ستبقى على حالها عامين كاملين قبل أن ينظر المجلس في تعديلها من جديد.',
]

const page = (more = '') => `<!doctype html><html lang="ar"><head><meta charset="utf-8">
<title>سوق جديدة للسمك في سان راميرو | صحيفة الميناء</title>
<meta property="og:site_name" content="صحيفة الميناء"><meta name="author" content="هدى السالم">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"سوق جديدة للسمك في سان راميرو","datePublished":"2026-03-12T09:00:00Z"}</script>
</head><body><nav><a href="/">الرئيسية</a></nav><main><article><h1>سوق جديدة للسمك في سان راميرو</h1>
${paragraphs.map((text) => `<p>${text}</p>`).join('')}${more}<figure><img src="a.jpg"><figcaption>باعة في السوق صباح افتتاحها</figcaption></figure></article></main></body></html>`

const test = base.extend<{ site: { port: number; html: { text: string; type: string } } }>({
	site: async ({}, use) => {
		const html = { text: page(), type: 'text/html; charset=utf-8' }
		const server = http.createServer((_request, response) => {
			response.setHeader('content-type', html.type).end(html.text)
		})
		server.listen(0, '127.0.0.1')
		await once(server, 'listening')
		await use({ port: (server.address() as net.AddressInfo).port, html })
		server.closeAllConnections()
		server.close()
	},
})

describe('a page that is imported', () => {
	test('is read for its article, proposes what it says of itself, and is kept as it came', async ({ db }) => {
		const actor = await addPerson(db)
		const [added] = await importFile(db, actor, { name: 'souk.html', bytes: bytes(page()) })
		if (added?.outcome !== 'added') throw new Error(JSON.stringify(added))
		const found = await findArticle(db, added.id)
		expect(found?.version).toMatchObject({
			text: ['سوق جديدة للسمك في سان راميرو', ...paragraphs, 'باعة في السوق صباح افتتاحها'].join('\n\n'),
			originalSha256: sha256(page()),
			intake: 'import',
		})
		expect(found?.article).toMatchObject({
			title: null,
			outlet: null,
			confirmedAt: null,
			proposed: {
				title: { value: 'سوق جديدة للسمك في سان راميرو', origin: 'json-ld' },
				outlet: { value: 'صحيفة الميناء', origin: 'meta' },
				author: { value: 'هدى السالم', origin: 'meta' },
				publishedOn: { value: '2026-03-12', origin: 'json-ld' },
			},
		})
		const original = await findOriginal(db, added.id, 1)
		expect([Buffer.from(original.bytes).toString('utf8'), original.fileName]).toEqual([page(), 'souk.html'])
	})

	test('may leave unsaid what a page may leave unsaid', async ({ db }) => {
		const bare = `<!doctype html><meta charset=utf-8><title>سوق</title>${paragraphs.map((text) => `<p>${text}`).join('')}`
		await importFile(db, await addPerson(db), { name: 'souk.html', bytes: bytes(bare) })
		const [version] = await db.select().from(articleVersions)
		expect(version?.text).toBe(paragraphs.join('\n\n'))
	})

	test('is confirmed by whoever saves its details', async ({ db }) => {
		const actor = await addPerson(db)
		const [added] = await importFile(db, actor, { name: 'souk.html', bytes: bytes(page()) })
		if (added?.outcome !== 'added') throw new Error(JSON.stringify(added))
		const details = { outlet: null, author: null, url: null, publishedOn: null, language: 'ar' as const }
		const now = new Date('2026-03-13T10:00:00Z')
		await editArticle(
			db,
			actor,
			{ articleId: added.id, revision: 1, details: { ...details, title: 'سوق' } },
			now,
		)
		const [article] = await db.select().from(articles)
		expect(article).toMatchObject({ title: 'سوق', outlet: null, confirmedBy: actor.id, confirmedAt: now })
	})
})

describe('a document that is imported', () => {
	test('of Word is read for its paragraphs', async ({ db }) => {
		const docx = makeDocx(paragraphs)
		const [added] = await importFile(db, await addPerson(db), { name: 'souk.docx', bytes: docx })
		expect(added).toMatchObject({ outcome: 'added' })
		const [version] = await db.select().from(articleVersions)
		expect(version).toMatchObject({ text: paragraphs.join('\n\n'), originalSha256: sha256(docx) })
	})

	test('of PDF is read for its lines, put together again', async ({ db }) => {
		const pdf = makePdf([
			'The council of San Ramiro opened a new fish mar-',
			'ket on Monday, which cost 3.5 million dollars.',
		])
		await importFile(db, await addPerson(db), { name: 'souk.pdf', bytes: pdf })
		const [version] = await db.select().from(articleVersions)
		expect(version?.text).toBe(
			'The council of San Ramiro opened a new fish market on Monday, which cost 3.5 million dollars.',
		)
	})

	test('is kept once, however often it comes', async ({ db }) => {
		const actor = await addPerson(db)
		const file = { name: 'souk.docx', bytes: makeDocx(paragraphs) }
		await importFile(db, actor, file)
		expect(await importFile(db, actor, file)).toMatchObject([{ outcome: 'already' }])
		expect(await db.$count(originals)).toBe(1)
	})
})

describe('an article at an address', () => {
	const take = async (db: Parameters<typeof addArticle>[0], port: number) => {
		const actor = await addPerson(db)
		const fetching = createPageFetch({
			resolve: () => Promise.resolve(['127.0.0.1']),
			allowed: { address: '127.0.0.1', port },
		})
		const address = `http://harbour-news.org:${port}/souk`
		const read = await readArticleAt(actor, address, fetching)
		if ('problem' in read) return { ...read, address }
		const [article] = read.articles
		if (!article) throw new Error('No article')
		const { details, text, proposed } = article
		const { original, fetchedFrom } = read
		return addArticle(db, actor, {
			...{ ...details, url: fetchedFrom, text, fileName: null, intake: 'url' as const },
			...{ original, fetchedFrom, proposed },
		})
	}

	test('is fetched, and a changed text from there is its next version', async ({ db, site }) => {
		const first = await take(db, site.port)
		site.html.text = page('<p>وتراجع المجلس بعد ذلك عن الرسوم الجديدة، وقال إن القرار يسري من أول الشهر.</p>')
		const second = await take(db, site.port)
		expect([first, second]).toMatchObject([
			{ already: false, version: 1 },
			{ already: false, version: 2 },
		])
		expect(second).toHaveProperty('id', (first as { id: string }).id)
		expect(await take(db, site.port)).toMatchObject({ already: true })
	})

	test.for([
		['is no page', 'image/png', { code: 'kind' }],
		['has no article', 'text/html', { code: 'no-text', kind: 'html' }],
	] as const)('that %s is refused', async ([, type, problem], { db, site }) => {
		site.html.type = type
		site.html.text = '<html><script>x</script></html>'
		expect(await take(db, site.port)).toMatchObject({ problem })
	})

	test('inside is not fetched', async ({ db }) => {
		const read = await readArticleAt(await addPerson(db), 'http://127.0.0.1:5432/')
		expect(read).toEqual({ problem: { code: 'not-fetched' } })
	})
})
