import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { loader as queue } from '#app/routes/desk.queue.tsx'
import { loader as deskSearch } from '#app/routes/desk.search.tsx'
import { loader as verdicts, meta } from '#app/routes/$lang.verdicts._index.tsx'
import { test as base } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, openSession, publishClaim } from '#tests/support/factories.ts'

const test = base.extend<{ desk: Db; cookie: string }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	cookie: async ({ desk }, use) => use(await openSession(desk, await addPerson(desk))),
})

/** One a request: who is asking is looked up once for each. */
const freshContext = (): AppLoadContext => ({ nonce: 'n', requestId: 'r', address: '127.0.0.1' })

type Loader = (args: LoaderFunctionArgs) => Promise<Response>
type Shown = { kind: string; id: string }

/** Ask a page of the desk, and read what its loader sends. */
async function ask(loader: Loader, path: string, cookie: string): Promise<Response> {
	const request = new Request(new URL(path, 'http://localhost:3000'), { headers: { cookie } })
	const answer: unknown = await loader({ request, params: {}, context: freshContext() }).catch(
		(error: unknown) => error,
	)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const read = async (loader: Loader, path: string, cookie: string) => (await ask(loader, path, cookie)).json()
const q = (typed: string) => encodeURIComponent(typed)

describe('the search of the desk', () => {
	test('asks whoever is out to sign in, and leads back', async ({ desk: _ }) => {
		const response = await ask(deskSearch, '/desk/search?q=x', '')
		expect(response.headers.get('location')).toBe(`/sign-in?next=${q('/desk/search?q=x')}`)
	})

	test('shows what is found, and of one kind alone', async ({ desk, cookie }) => {
		const article = await addArticle(desk, { title: 'سباق القوارب' })
		const claim = await addClaim(desk, { statementAr: 'فاز زورق البلدية بسباق القوارب' })
		const all = (await read(deskSearch, `/desk/search?q=${q('القوارب')}`, cookie)) as { results: Shown[] }
		expect(all.results.map(({ kind, id }) => `${kind} ${id}`).sort()).toEqual(
			[`article ${article.id}`, `claim ${claim.id}`].sort(),
		)
		const path = `/desk/search?kind=article&q=${q('القوارب')}`
		expect((await read(deskSearch, path, cookie)).results).toMatchObject([{ id: article.id }])
	})

	test('leads on in pages', async ({ desk, cookie }) => {
		for (let times = 0; times < 21; times++) await addArticle(desk)
		const first = await read(deskSearch, `/desk/search?q=${q('السمك')}`, cookie)
		expect(first.results).toHaveLength(20)
		const second = await read(deskSearch, `/desk/search?q=${q('السمك')}&after=${first.next}`, cookie)
		expect([second.results.length, second.next, second.later]).toEqual([1, null, true])
	})

	test.for([
		['', false, null],
		['q=', false, null],
		['q=%20%20', false, null],
		['q=%00%00', false, null],
		['q=-x', false, 'only-excluded'],
		['q=%3F%3F', false, 'no-words'],
		[`q=${'a'.repeat(5000)}`, false, 'too-long'],
		['status=new', true, null],
		['status=unheard&country=XX&rating=0&claimant=nobody&from=soon&kind=people', false, null],
		["q='%20OR%201=1%20--%20\\", true, null],
		['q=a%00b', true, null],
		['q=%ED%A0%80x', true, null],
		['q=x&after=nonsense', true, null],
	] as const)('%.60s: asked %s, problem %s', async ([address, asked, problem], { cookie }) => {
		expect(await read(deskSearch, `/desk/search?${address}`, cookie)).toMatchObject({ asked, problem })
	})
})

describe('the queue', () => {
	test('is searched by words, with its other filters kept', async ({ desk, cookie }) => {
		const claim = await addClaim(desk, { statementAr: 'فاز زورق البلدية بالسباق' })
		await addClaim(desk)
		const ids = async (address: string) =>
			((await read(queue, `/desk/queue?${address}`, cookie)).claims as Shown[]).map(({ id }) => id)
		expect(await ids(`q=${q('الزورق')}`)).toEqual([claim.id])
		expect(await ids(`q=${q('الزورق')}&status=new&country=HN`)).toEqual([claim.id])
		expect(await ids(`q=${q('الزورق')}&status=dropped`)).toEqual([])
		expect(await ids(`q=${q('الزورق')}&country=KE`)).toEqual([])
		expect(await ids('q=-x')).toEqual([])
	})
})

describe('the public list of verdicts', () => {
	/** A request whose cookies nobody may look at. */
	function asked(address: string) {
		const request = new Request(`http://localhost:3000/ar/verdicts?${address}`)
		const get = request.headers.get.bind(request.headers)
		request.headers.get = (name) => {
			if (name.toLowerCase() === 'cookie') throw new Error('A public page looked at a cookie')
			return get(name)
		}
		return verdicts({ request, params: { lang: 'ar' }, context: freshContext() })
	}

	test('is searched and narrowed, and never shows what is not published', async ({ desk }) => {
		const claim = await addClaim(desk, { statementAr: 'فاز زورق البلدية بالسباق' })
		expect((await asked(`q=${q('الزورق')}`)).factChecks).toEqual([])
		const { slug } = await publishClaim(desk, claim, { at: new Date('2026-03-02T12:00:00Z') })
		const slugs = async (address: string) => (await asked(address)).factChecks.map((shown) => shown.slug)
		const { claimants } = await asked('')
		const name = claimants[0]?.slug ?? ''
		for (const address of [
			'',
			`q=${q('الزورق')}`,
			`q=${q('زورق')}&country=HN&rating=mostly_false&claimant=${name}&from=2026-03-02&to=2026-03-02`,
		])
			expect(await slugs(address), address).toEqual([slug])
		for (const address of [`q=${q('طائرة')}`, 'country=KE', 'from=2026-03-03', 'to=2026-03-01', 'q=-x'])
			expect(await slugs(address), address).toEqual([])
	})

	test.for(['country=ZZ', 'rating=0', 'claimant=nobody', 'from=yesterday', 'after=nonsense'])(
		'says that it does not know %s',
		async (address, { desk: _ }) => {
			const answer: unknown = await asked(address).catch((error: unknown) => error)
			expect(answer instanceof Response && answer.status).toBe(422)
		},
	)

	test.for([
		['', true],
		['country=HN', true],
		[`q=${q('سمك')}`, false],
		['from=2026-01-01', false],
	] as const)('«%s» is for search engines: %s', async ([address, kept], { desk: _ }) => {
		const data = await asked(address)
		const site = { id: 'routes/$lang', data: { language: 'ar', origin: 'https://tadqiq.example' } }
		const page = {
			data,
			matches: [site],
			location: { pathname: '/ar/verdicts' },
			params: {},
			error: undefined,
		}
		const tags = meta(page as unknown as Parameters<typeof meta>[0]) ?? []
		const canonical = tags.find((tag) => 'rel' in tag && tag.rel === 'canonical')
		expect(canonical !== undefined).toBe(kept)
		expect(tags.some((tag) => 'content' in tag && tag.content === 'noindex')).toBe(!kept)
	})
})
