import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { action as addNew, loader as newPage } from '#app/routes/desk.articles.new.tsx'
import { articles, articleVersions } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
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
