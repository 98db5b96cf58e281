import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { loader as download } from '#app/routes/desk.articles.$articleId_.original.ts'
import { action as addNew, loader as newPage } from '#app/routes/desk.articles.new.tsx'
import { articles, articleVersions } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { makeDocx } from '#tests/support/documents.ts'
import { addPerson, articleText, openSession } from '#tests/support/factories.ts'

const test = base.extend<{ desk: { db: Db; cookie: string } }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use({ db, cookie: await openSession(db, await addPerson(db)) })
		await close()
	},
})

type Handler = (args: ActionFunctionArgs) => Promise<Response | null>

async function ask(handler: Handler, cookie: string, body?: BodyInit, type?: string): Promise<Response> {
	const headers = { cookie, ...(type && { 'content-type': type }) }
	const answer: unknown = await handler({
		request: new Request('http://localhost:3000/desk/articles/new', {
			method: body === undefined ? 'GET' : 'POST',
			headers,
			body,
		}),
		params: {},
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

/** The form as a browser sends it, with CRLF in the text area. */
function form(fields: Record<string, string | File>): FormData {
	const data = new FormData()
	for (const [name, value] of Object.entries({ language: 'by-script', ...fields })) {
		data.append(name, typeof value === 'string' ? value.replace(/\r?\n/g, '\r\n') : value)
	}
	return data
}

const file = (name: string, content: BlobPart) => new File([content], name, { type: 'text/plain' })
const empty = file('', '')

describe('the page of a new article', () => {
	test('asks whoever is out to sign in, and refuses what they send', async ({ desk: { db } }) => {
		expect((await ask(newPage, '')).headers.get('location')).toContain('/sign-in')
		expect((await ask(addNew, '', form({ text: articleText }))).status).toBe(401)
		expect(await db.$count(articles)).toBe(0)
	})

	test('keeps a pasted text as it was pasted and leads to it', async ({ desk: { db, cookie } }) => {
		const response = await ask(
			addNew,
			cookie,
			form({ text: articleText, outlet: 'صحيفة الميناء', file: empty }),
		)
		const [stored] = await db.select().from(articleVersions)
		expect(stored).toMatchObject({ text: articleText, fileName: null })
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			`/desk/articles/${stored?.articleId}?added`,
		])
		const [article] = await db.select().from(articles)
		expect(article).toMatchObject({ outlet: 'صحيفة الميناء', title: null, url: null, language: 'ar' })
	})

	test('keeps a file byte for byte', async ({ desk: { db, cookie } }) => {
		const text = articleText.replaceAll('\n', '\r\n')
		await ask(addNew, cookie, form({ text: '', file: file('سوق.txt', text) }))
		const [stored] = await db.select().from(articleVersions)
		expect(stored).toMatchObject({ text, fileName: 'سوق.txt' })
	})

	test('fills what was left open from a file’s front matter, and nothing else', async ({
		desk: { db, cookie },
	}) => {
		const markdown = `---\ntitle: من الملف\nauthor: هدى\nlang: en\n---\n${articleText}`
		await ask(addNew, cookie, form({ title: 'كما كُتب', text: '', file: file('souk.md', markdown) }))
		const [article] = await db.select().from(articles)
		expect(article).toMatchObject({ title: 'كما كُتب', author: 'هدى', language: 'en' })
	})

	test('leads to the article that has the same text', async ({ desk: { db, cookie } }) => {
		await ask(addNew, cookie, form({ text: articleText }))
		const again = await ask(addNew, cookie, form({ title: 'عنوان آخر', text: articleText }))
		const [article] = await db.select().from(articles)
		expect(again.headers.get('location')).toBe(`/desk/articles/${article?.id}?already`)
		expect(await db.$count(articles)).toBe(1)
	})

	test.for<[string, Record<string, string | File>, number, Record<string, unknown>]>([
		['nothing', { text: '' }, 422, { code: 'nothing' }],
		['blanks', { text: ' \n\t ' }, 422, { code: 'empty' }],
		['an empty file', { text: '', file: file('a.txt', ' \n') }, 422, { code: 'empty' }],
		['five megabytes', { text: 'سوق السمك\n'.repeat(300_000) }, 413, { code: 'too-long', limit: 400_000 }],
		['a large file', { text: '', file: file('a.txt', 'سوق '.repeat(200_000)) }, 413, { code: 'too-long' }],
		[
			'a binary file',
			{ text: '', file: file('a.txt', Uint8Array.of(0x50, 0x4b, 0, 0)) },
			422,
			{ code: 'binary' },
		],
		[
			'another encoding',
			{ text: '', file: file('a.txt', Uint8Array.of(0xc7, 0xe1)) },
			422,
			{ code: 'not-utf8' },
		],
		['another kind of file', { text: '', file: file('a.rtf', 'نص') }, 422, { code: 'kind' }],
		['a text and a file', { text: 'نص', file: file('a.txt', 'نص') }, 422, { code: 'both' }],
		['a NUL', { text: 'سطر\nقبل\u0000بعد' }, 422, { code: 'control-character', at: 7, codePoint: 'U+0000' }],
		['an override', { text: 'قبل\u202eبعد' }, 422, { code: 'bidi-override', at: 3, codePoint: 'U+202E' }],
	])('refuses %s, says why, and gives back what was typed', async ([, fields, status, problem], { desk }) => {
		const response = await ask(addNew, desk.cookie, form({ title: 'عنوان مكتوب', ...fields }))
		expect(response.status).toBe(status)
		const answer = await response.json()
		expect(answer.problem).toMatchObject(problem)
		expect(answer.result.initialValue.title).toBe('عنوان مكتوب')
		const typed = typeof fields['text'] === 'string' ? fields['text'].replaceAll('\n', '\r\n') : ''
		expect(answer.result.initialValue.text ?? '').toBe(typed)
		expect(await desk.db.$count(articles)).toBe(0)
	})

	test.for([
		'http://127.0.0.1:5432/',
		'http://169.254.169.254/latest/meta-data/',
		'http://localhost/',
		'https://user:word@souk-news.org/',
	])('does not fetch %s, says no more than that, and gives the address back', async (address, { desk }) => {
		const response = await ask(addNew, desk.cookie, form({ text: '', title: 'عنوان مكتوب', address }))
		expect(response.status).toBe(422)
		const { problem, result } = await response.json()
		expect(problem).toEqual({ code: 'not-fetched' })
		expect(result.initialValue).toMatchObject({ address, title: 'عنوان مكتوب' })
		expect(await desk.db.$count(articles)).toBe(0)
	})

	test('says which address is none', async ({ desk: { cookie } }) => {
		const response = await ask(addNew, cookie, form({ text: '', address: 'file:///etc/passwd' }))
		expect((await response.json()).result.error).toEqual({ address: ['bad-url'] })
	})

	test('takes several files, and one that is refused leaves the others be', async ({
		desk: { db, cookie },
	}) => {
		const sent = form({ text: '', title: 'لا يخص أحدها' })
		sent.append('file', file('سوق.txt', articleText))
		sent.append('file', file('سوق.md', articleText))
		sent.append('file', file('سوق.pdf', 'ليس كذلك'))
		sent.append('file', file('سوق.json', JSON.stringify([{ text: 'نص أول' }, { text: 'نص ثان' }])))
		const { report } = await (await ask(addNew, cookie, sent)).json()
		expect(report).toMatchObject([
			{ outcome: 'added', name: 'سوق.txt' },
			{ outcome: 'already', name: 'سوق.md' },
			{ outcome: 'refused', name: 'سوق.pdf', problem: { code: 'damaged' } },
			{ outcome: 'added', name: 'سوق.json#1' },
			{ outcome: 'added', name: 'سوق.json#2' },
		])
		expect((await db.select().from(articles)).map(({ title }) => title)).toEqual([null, null, null])
	})

	test('leads to the versions of the article whose address a changed text has', async ({
		desk: { cookie },
	}) => {
		const url = 'https://harbour.example/souk'
		await ask(addNew, cookie, form({ text: articleText, url }))
		const again = await ask(addNew, cookie, form({ text: `${articleText} وأُغلق.`, url }))
		expect(again.headers.get('location')).toMatch(/\/versions\?added=2$/)
	})

	test('proposes nothing of what was typed', async ({ desk: { db, cookie } }) => {
		const text = `سوق السمك تفتح أبوابها اليوم\n\nبقلم: ليلى قرداحي\n\n12 آذار/مارس 2026\n\n${articleText}`
		await ask(addNew, cookie, form({ text, title: 'كما كُتب' }))
		const [article] = await db.select().from(articles)
		expect(article).toMatchObject({ title: 'كما كُتب', author: null, publishedOn: null })
		expect(article?.proposed).toEqual({
			author: { value: 'ليلى قرداحي', origin: 'text' },
			publishedOn: { value: '2026-03-12', origin: 'text' },
		})
	})

	test('says in which line a bad character stands', async ({ desk: { cookie } }) => {
		const response = await ask(addNew, cookie, form({ text: 'سطر أول\nقبل\u202eبعد' }))
		expect((await response.json()).place).toEqual({ line: 2, near: 'سطر أول قبل بعد' })
	})

	test('says which detail is wrong', async ({ desk: { db, cookie } }) => {
		const typed = { text: articleText, url: 'harbour.example', publishedOn: '2026-02-30', language: 'fr' }
		const response = await ask(addNew, cookie, form(typed))
		expect(response.status).toBe(422)
		const { result } = await response.json()
		expect(result.error).toEqual({ url: ['bad-url'], publishedOn: ['bad-date'], language: ['bad-choice'] })
		expect(result.initialValue).toMatchObject({ url: 'harbour.example', publishedOn: '2026-02-30' })
		expect(await db.$count(articles)).toBe(0)
	})

	test.for<[string, BodyInit, string]>([
		['that is none', 'no boundary here', 'multipart/form-data; boundary=x'],
		['of a kind that is no form', '{}', 'application/json'],
		['with a list of millions', 'text=a&title[99999999]=b', 'application/x-www-form-urlencoded'],
		['with a step no button takes', 'text=a&__intent__=%7B', 'application/x-www-form-urlencoded'],
	])('answers a body %s with 400', async ([, body, type], { desk: { cookie } }) => {
		expect((await ask(addNew, cookie, body, type)).status).toBe(400)
	})
})

describe('the original of an article', () => {
	const get = async (cookie: string, articleId: string, search = '') => {
		const answer: unknown = await download({
			request: new Request(`http://localhost:3000/desk/articles/${articleId}/original${search}`, {
				headers: { cookie },
			}),
			params: { articleId },
			context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
		}).catch((error: unknown) => error)
		if (!(answer instanceof Response)) throw answer
		return answer
	}

	test('is a download that no browser shows, byte for byte, and for the desk only', async ({ desk }) => {
		const docx = makeDocx(articleText.split('\n\n'))
		const sent = form({ text: '' })
		sent.set('file', new File([Buffer.from(docx)], 'سوق "أ".docx'))
		await ask(addNew, desk.cookie, sent)
		const [version] = await desk.db.select().from(articleVersions)
		expect(version?.text).toBe(articleText)
		const id = version?.articleId ?? ''
		expect((await get('', id)).headers.get('location')).toContain('/sign-in')
		const response = await get(desk.cookie, id, '?version=1')
		expect(Object.fromEntries(response.headers)).toMatchObject({
			'content-type': 'application/octet-stream',
			'content-disposition': `attachment; filename="original"; filename*=UTF-8''${encodeURIComponent('سوق "أ".docx')}`,
			'x-content-type-options': 'nosniff',
			'content-security-policy': "sandbox; default-src 'none'",
			'cache-control': 'no-store',
		})
		expect(Buffer.from(await response.arrayBuffer()).equals(Buffer.from(docx))).toBe(true)
		for (const search of ['?version=2', '?version=0', '?version=x']) {
			expect((await get(desk.cookie, id, search)).status).toBe(404)
		}
		expect((await get(desk.cookie, 'nobody')).status).toBe(404)
	})

	test('is not there for a text that was pasted', async ({ desk: { db, cookie } }) => {
		await ask(addNew, cookie, form({ text: articleText }))
		const [version] = await db.select().from(articleVersions)
		expect((await get(cookie, version?.articleId ?? '')).status).toBe(404)
	})
})
