import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { action, loader } from '#app/routes/desk.articles.$articleId_.versions.tsx'
import { findArticle } from '#app/services/articles.server.ts'
import { articleVersions } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, openSession } from '#tests/support/factories.ts'

const first =
	'افتُتح سوق السمك أمس. وبلغت كلفته 3.4 ملايين دولار.\n\nوتكرر الوعد في الميناء. وتكرر الوعد في البلدية.'
const second = first.replace('3.4', '4.3')
const cost = 'كلفته 3.4 ملايين دولار'

const test = base.extend<{ desk: { db: Db; cookie: string; person: Actor; articleId: string } }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		const person = await addPerson(db)
		const article = await addArticle(db, { text: first })
		await addClaim(db, { article, exact: cost })
		await use({ db, person, cookie: await openSession(db, person), articleId: article.id })
		await close()
	},
})

type Handler = (args: ActionFunctionArgs) => Promise<Response>

async function ask(
	handler: Handler,
	cookie: string,
	articleId: string,
	{ search = '', body }: { search?: string; body?: FormData } = {},
): Promise<Response> {
	const answer: unknown = await handler({
		request: new Request(`http://localhost:3000/desk/articles/${articleId}/versions${search}`, {
			method: body ? 'POST' : 'GET',
			headers: { cookie },
			body,
		}),
		params: { articleId },
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

/** The form as a browser sends it, with CRLF in the text area. */
function form(fields: Record<string, string | File>): FormData {
	const data = new FormData()
	for (const [name, value] of Object.entries(fields))
		data.append(name, typeof value === 'string' ? value.replace(/\r?\n/g, '\r\n') : value)
	return data
}

const add = (text: string, base: number, more: Record<string, File> = {}) =>
	form({ intent: 'add', text, base: String(base), ...more })

describe("the page of an article's versions", () => {
	test('is for people of the desk, in reading and in sending', async ({ desk: { articleId, db } }) => {
		expect((await ask(loader, '', articleId)).headers.get('location')).toContain('/sign-in')
		expect((await ask(action, '', articleId, { body: add(second, 1) })).status).toBe(401)
		expect(await db.$count(articleVersions)).toBe(1)
	})

	test('takes in a pasted text as the next version and leads to it', async ({
		desk: { articleId, cookie, db },
	}) => {
		const response = await ask(action, cookie, articleId, { body: add(second, 1) })
		expect(response.headers.get('location')).toBe(`/desk/articles/${articleId}/versions?added=2`)
		expect((await findArticle(db, articleId))?.version).toMatchObject({
			number: 2,
			text: second,
			intake: 'paste',
		})
		const page = await (await ask(loader, cookie, articleId)).json()
		expect(page).toMatchObject({
			newest: { number: 2 },
			compared: { from: 1, to: 2 },
			lost: [{ exact: cost, goneBy: null }],
		})
		expect(page.compared.difference.map(({ kind }: { kind: string }) => kind)).toEqual(['changed', 'kept'])
	})

	test('takes a file, with its name', async ({ desk: { articleId, cookie, db } }) => {
		const file = new File([second], 'nueva.txt', { type: 'text/plain' })
		expect((await ask(action, cookie, articleId, { body: add('', 1, { file }) })).status).toBe(303)
		expect((await findArticle(db, articleId))?.version).toMatchObject({ text: second, fileName: 'nueva.txt' })
	})

	test('says so when the text is here already', async ({ desk: { articleId, cookie, db } }) => {
		const same = await ask(action, cookie, articleId, { body: add(first, 1) })
		expect(same.headers.get('location')).toBe(`/desk/articles/${articleId}/versions?already=1`)
		const other = await addArticle(db)
		const elsewhere = await ask(action, cookie, articleId, { body: add(other.text, 1) })
		expect(elsewhere.status).toBe(409)
		expect(await elsewhere.json()).toMatchObject({
			add: { text: other.text, why: { code: 'elsewhere', articleId: other.id, number: 1 } },
		})
	})

	test('keeps what was pasted when another version came in meanwhile', async ({
		desk: { articleId, cookie },
	}) => {
		await ask(action, cookie, articleId, { body: add(second, 1) })
		const late = await ask(action, cookie, articleId, { body: add(`${first} انتهى`, 1) })
		expect(late.status).toBe(409)
		expect(await late.json()).toMatchObject({
			add: { text: `${first} انتهى`, why: { code: 'stale', newest: 2 } },
		})
	})

	test.for<[string, number, FormData, string]>([
		['nothing', 422, add(' ', 1), 'problem'],
		['half a character', 422, add('نص\u202eنص', 1), 'problem'],
		['a text and a file', 422, add('نص', 1, { file: new File(['نص'], 'a.txt') }), 'both'],
		['a picture', 422, add('', 1, { file: new File([new Uint8Array([137, 80, 78, 71])], 'a.png') }), 'kind'],
	])('refuses %s: %i', async ([, status, body, code], { desk: { articleId, cookie, db } }) => {
		const response = await ask(action, cookie, articleId, { body })
		expect(response.status).toBe(status)
		expect(await response.json()).toMatchObject({ add: { why: { code } } })
		expect(await db.$count(articleVersions)).toBe(1)
	})

	test.for<[string, FormData]>([
		['no intent', form({ text: 'نص', base: '1' })],
		['an unknown intent', form({ intent: 'drop' })],
		['no base', form({ intent: 'add', text: 'نص' })],
		['a base of letters', form({ intent: 'add', text: 'نص', base: 'x' })],
		['no quotation', form({ intent: 'place', versionId: 'x', exact: 'نص' })],
	])('does not know a form with %s', async ([, body], { desk: { articleId, cookie } }) => {
		expect((await ask(action, cookie, articleId, { body })).status).toBe(400)
	})

	test.for(['?from=1&to=9', '?from=7&to=1', '?from=0&to=1'])(
		'has no page for %s',
		async (search, { desk }) => {
			await ask(action, desk.cookie, desk.articleId, { body: add(second, 1) })
			expect((await ask(loader, desk.cookie, desk.articleId, { search })).status).toBe(404)
		},
	)

	test('has none for an article that there is not', async ({ desk: { cookie } }) => {
		expect((await ask(loader, cookie, 'nothing')).status).toBe(404)
		expect((await ask(action, cookie, 'nothing', { body: add(second, 1) })).status).toBe(404)
	})
})

describe('a lost quotation', () => {
	async function lose({ db, cookie, articleId }: { db: Db; cookie: string; articleId: string }) {
		await ask(action, cookie, articleId, { body: add(second, 1) })
		const found = await findArticle(db, articleId)
		const [quotation] = found?.lost ?? []
		if (!found || !quotation) throw new Error('nothing is lost')
		return (intent: string, fields: Record<string, string> = {}) =>
			ask(action, cookie, articleId, {
				body: form({ intent, appearanceId: quotation.id, versionId: found.version.id, ...fields }),
			})
	}

	test('is placed by its new words', async ({ desk }) => {
		const send = await lose(desk)
		const response = await send('place', { exact: 'كلفته 4.3 ملايين دولار' })
		expect(response.headers.get('location')).toBe(
			`/desk/articles/${desk.articleId}/versions?settled=place#lost`,
		)
		expect(await findArticle(desk.db, desk.articleId)).toMatchObject({
			lost: [],
			quotations: [{ outcome: 'placed', exact: 'كلفته 4.3 ملايين دولار', byHand: desk.person.name }],
		})
	})

	test('is asked about where the words stand twice, and then has its place', async ({ desk }) => {
		const send = await lose(desk)
		const asked = await send('place', { exact: 'وتكرر الوعد' })
		expect(asked.status).toBe(422)
		const { place } = (await asked.json()) as { place: { exact: string; places: { start: number }[] } }
		expect(place).toMatchObject({ exact: 'وتكرر الوعد', places: [{}, {}] })
		await send('place', { exact: 'وتكرر الوعد', start: String(place.places[1]?.start) })
		expect((await findArticle(desk.db, desk.articleId))?.quotations).toMatchObject([
			{ outcome: 'placed', start: second.lastIndexOf('وتكرر الوعد') },
		])
	})

	test('is not placed on words that are not there, nor on a part of a figure', async ({ desk }) => {
		const send = await lose(desk)
		for (const [exact, refusal] of [
			['كلفته 9.9', 'quotation-absent'],
			['', 'quotation-absent'],
			['.3 ملايين', 'invalid'],
		] as const) {
			const response = await send('place', { exact })
			expect(response.status).toBe(422)
			expect(await response.json()).toMatchObject({ place: { exact, refusal } })
		}
	})

	test('is gone for good when somebody says so', async ({ desk }) => {
		const send = await lose(desk)
		expect((await send('gone')).headers.get('location')).toContain('settled=gone')
		expect((await findArticle(desk.db, desk.articleId))?.lost).toMatchObject([{ goneBy: desk.person.name }])
	})

	test('is settled once', async ({ desk }) => {
		const send = await lose(desk)
		await send('place', { exact: 'كلفته 4.3 ملايين دولار' })
		const again = await send('gone')
		expect(again.status).toBe(409)
		expect(await again.json()).toMatchObject({ place: { refusal: 'stale' } })
	})
})
