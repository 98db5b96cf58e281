import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { action, loader } from '#app/routes/desk.articles.$articleId.tsx'
import { articles, claimEvents, claims, figures } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addArticle, type AddedArticle, addClaim, addPerson, openSession } from '#tests/support/factories.ts'

type Desk = { db: Db; person: Actor; cookie: string; article: AddedArticle }

const test = base.extend<{ desk: Desk }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 3 })
		const person = await addPerson(db)
		const article = await addArticle(db, {
			by: person,
			text: 'بلغت الحصة\n40.27% من الباعة، وهي 12 قرية.\n\nوقيل إن السوق فتح، ثم قيل إن السوق أغلق.',
		})
		await use({ db, person, cookie: await openSession(db, person), article })
		await close()
	},
})

type Handler = (args: ActionFunctionArgs) => Promise<Response>

async function ask(handler: Handler, desk: Pick<Desk, 'cookie'>, articleId: string, body?: FormData) {
	const answer: unknown = await handler({
		request: new Request(`http://localhost:3000/desk/articles/${articleId}`, {
			method: body ? 'POST' : 'GET',
			headers: { cookie: desk.cookie },
			body,
		}),
		params: { articleId },
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

function form(fields: Record<string, string | string[]>): FormData {
	const data = new FormData()
	for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, one)
	return data
}

/** The form of a claim, filled in; `changes` go over it. */
function claimForm({ article }: Desk, changes: Record<string, string | string[]> = {}): FormData {
	return form({
		intent: 'claim',
		versionId: article.versionId,
		submission: '2bcd3fgh4jkm',
		exact: '40.27% من الباعة',
		start: '',
		statementAr: 'أربعون بالمئة من الباعة نساء',
		statementEn: '',
		type: 'statistic',
		claimantName: 'وزارة الصيد',
		claimantKind: 'organisation',
		claimedOn: '',
		claimedOnBasis: 'text',
		countries: ['HN', 'US'],
		'figures[0].asWritten': '40.27%',
		'figures[0].value': '٤٠٫٢٧',
		'figures[0].unit': 'percent',
		'figures[0].comparator': 'exactly',
		'figures[0].base': 'الباعة',
		...changes,
	})
}

describe('the page of an article', () => {
	test('is for people of the desk, who are sent there once they are in', async ({ desk }) => {
		const nobody = { cookie: '' }
		expect((await ask(loader, nobody, desk.article.id)).headers.get('location')).toContain('/sign-in?next=')
		expect((await ask(action, nobody, desk.article.id, claimForm(desk))).status).toBe(401)
	})

	test.for(['none', "x' or 1=1", '٪٠٠'])('is not there for the id %j', async (id, { desk }) => {
		expect((await ask(loader, desk, id)).status).toBe(404)
		expect((await ask(action, desk, id, claimForm(desk))).status).toBe(404)
	})

	test('has the text, the claims taken from it, and all a form needs', async ({ desk }) => {
		const claim = await addClaim(desk.db, { article: desk.article, exact: '12 قرية', by: desk.person })
		const page = await (await ask(loader, desk, desk.article.id)).json()
		expect(page.version.text).toBe(desk.article.text)
		expect(page.quotations).toMatchObject([{ claimId: claim.id, exact: '12 قرية', status: 'new' }])
		expect(page.countries).toContainEqual({ code: 'HN', name: 'هندوراس', otherName: 'Honduras' })
		expect(page.claimants).toEqual(['رامون ديلغادو'])
		expect(page.submission).toMatch(/^[0-9a-z]{12}$/)
	})
})

describe('making a claim', () => {
	test('leads back to the text with the claim pointed out', async ({ desk }) => {
		const response = await ask(action, desk, desk.article.id, claimForm(desk))
		const [claim] = await desk.db.select().from(claims)
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			`/desk/articles/${desk.article.id}?claim=${claim?.id}`,
		])
		expect(claim).toMatchObject({ statementAr: 'أربعون بالمئة من الباعة نساء', language: 'ar' })
		expect(await desk.db.select().from(figures)).toMatchObject([{ value: '40.27', base: 'الباعة' }])
	})

	test('that is sent twice makes one, and both senders get to it', async ({ desk }) => {
		const [first, second] = await Promise.all([
			ask(action, desk, desk.article.id, claimForm(desk)),
			ask(action, desk, desk.article.id, claimForm(desk)),
		])
		expect(first.headers.get('location')).toBe(second.headers.get('location'))
		expect(await desk.db.$count(claims)).toBe(1)
		expect(await desk.db.$count(claimEvents)).toBe(1)
	})

	test('takes words that were copied from the page, where line ends are blanks', async ({ desk }) => {
		await ask(action, desk, desk.article.id, claimForm(desk, { exact: 'بلغت الحصة 40.27% من الباعة' }))
		const page = await (await ask(loader, desk, desk.article.id)).json()
		expect(page.quotations).toMatchObject([{ exact: 'بلغت الحصة\n40.27% من الباعة', start: 0 }])
	})

	test('takes selected words where they were selected', async ({ desk }) => {
		const start = desk.article.text.lastIndexOf('السوق')
		await ask(action, desk, desk.article.id, claimForm(desk, { exact: 'السوق', start: String(start) }))
		const page = await (await ask(loader, desk, desk.article.id)).json()
		expect(page.quotations).toMatchObject([{ exact: 'السوق', start }])
	})

	test.for<[string, Record<string, string | string[]>, Record<string, unknown>]>([
		['words that are not there', { exact: '41% من الباعة' }, { refusal: 'quotation-absent' }],
		['words that stand there twice', { exact: 'السوق' }, { refusal: 'quotation-ambiguous' }],
		['no words', { exact: '' }, { result: { error: { exact: ['required'] } } }],
		['no statement', { statementAr: ' ' }, { result: { error: { statementAr: ['no-statement'] } } }],
		[
			'an unknown country',
			{ countries: ['HN', 'QQ'] },
			{ result: { error: { countries: ['bad-country'] } } },
		],
		['an unknown type', { type: 'rumour' }, { result: { error: { type: ['bad-choice'] } } }],
		[
			'a value that cannot be read',
			{ 'figures[0].value': 'كثير' },
			{ result: { error: { 'figures[0].value': ['bad-figure'] } } },
		],
	])('is refused with %s, and gives back all that was typed', async ([, changes, expected], { desk }) => {
		const response = await ask(action, desk, desk.article.id, claimForm(desk, changes))
		expect(response.status).toBe(422)
		const { claim } = await response.json()
		expect(claim).toMatchObject(expected)
		expect(claim.result.initialValue).toMatchObject({
			claimantName: 'وزارة الصيد',
			submission: '2bcd3fgh4jkm',
			figures: [{ asWritten: '40.27%', base: 'الباعة' }],
		})
		expect(await desk.db.$count(claims)).toBe(0)
	})

	test('offers the places to choose from when words stand there twice', async ({ desk }) => {
		const { claim } = await (
			await ask(action, desk, desk.article.id, claimForm(desk, { exact: 'السوق' }))
		).json()
		expect(claim.places).toMatchObject([{ after: expect.stringMatching(/^ فتح/) }, { after: ' أغلق.' }])
	})

	test('adds a row of figures without a script, and keeps the rest', async ({ desk }) => {
		const intent = { type: 'insert', payload: { name: 'figures', defaultValue: { unit: 'number' } } }
		const body = claimForm(desk, { statementAr: '', __intent__: JSON.stringify(intent) })
		const response = await ask(action, desk, desk.article.id, body)
		expect(response.status).toBe(200)
		const { claim } = await response.json()
		expect(claim.result.initialValue.figures).toHaveLength(2)
		expect(await desk.db.$count(claims)).toBe(0)
	})

	test('does not reach into another article', async ({ desk }) => {
		const other = await addArticle(desk.db, { by: desk.person })
		const response = await ask(action, desk, desk.article.id, claimForm(desk, { versionId: other.versionId }))
		expect(response.status).toBe(404)
		expect(await desk.db.$count(claims)).toBe(0)
	})

	test('does not take a form that somebody else has sent', async ({ desk }) => {
		await ask(action, desk, desk.article.id, claimForm(desk))
		const other = await addPerson(desk.db)
		const stranger = { ...desk, cookie: await openSession(desk.db, other) }
		expect((await ask(action, stranger, desk.article.id, claimForm(desk))).status).toBe(403)
	})
})

describe('the details of an article', () => {
	const details = (changes: Record<string, string>) =>
		form({ intent: 'details', revision: '1', title: '', outlet: '', language: 'open', ...changes })

	test('are saved', async ({ desk }) => {
		const body = details({ title: 'سوق السمك', publishedOn: '2026-02-27', language: 'ar' })
		const response = await ask(action, desk, desk.article.id, body)
		expect(response.headers.get('location')).toBe(`/desk/articles/${desk.article.id}?saved=1`)
		const [article] = await desk.db.select().from(articles)
		expect(article).toMatchObject({
			title: 'سوق السمك',
			publishedOn: '2026-02-27',
			language: 'ar',
			revision: 2,
		})
	})

	test('that somebody else has changed meanwhile come back beside what was typed', async ({ desk }) => {
		await ask(action, desk, desk.article.id, details({ title: 'الأول' }))
		const response = await ask(action, desk, desk.article.id, details({ title: 'الثاني' }))
		expect(response.status).toBe(409)
		const answer = await response.json()
		expect(answer.details).toMatchObject({
			refusal: 'stale',
			stored: { title: 'الأول', revision: 2 },
			result: { initialValue: { title: 'الثاني' } },
		})
		const [article] = await desk.db.select().from(articles)
		expect(article?.title).toBe('الأول')
	})

	test('that cannot be read are refused', async ({ desk }) => {
		const response = await ask(action, desk, desk.article.id, details({ url: 'javascript:alert(1)' }))
		expect(response.status).toBe(422)
		expect((await response.json()).details.result.error).toEqual({ url: ['bad-url'] })
	})
})
