import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { loader as articles } from '#app/routes/desk.articles._index.tsx'
import { loader as home } from '#app/routes/desk._index.tsx'
import { loader as people } from '#app/routes/desk.people._index.tsx'
import { loader as queue } from '#app/routes/desk.queue.tsx'
import { loader as sources } from '#app/routes/desk.sources.tsx'
import { loader as frame } from '#app/routes/desk.tsx'
import { dropClaim, takeClaim } from '#app/services/review.server.ts'
import { test as base } from '#tests/support/database.ts'
import { addClaim, addPerson, openSession, proposeFor, publishClaim } from '#tests/support/factories.ts'

/** Somebody who is signed in. */
type Visitor = Actor & { cookie: string }

const test = base.extend<{ desk: Db; huda: Visitor }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	huda: async ({ desk }, use) => use(await signInAs(desk, { id: 'huda', name: 'هدى' })),
})

async function signInAs(db: Db, given: Partial<Actor>): Promise<Visitor> {
	const person = await addPerson(db, given)
	return { ...person, cookie: await openSession(db, person) }
}

type Loader = (args: LoaderFunctionArgs) => Promise<Response>

/** Ask a page of the desk as this person, or as nobody. */
async function ask(loader: Loader, path: string, visitor: Visitor | null): Promise<Response> {
	const headers = { cookie: visitor?.cookie ?? '' }
	const answer: unknown = await loader({
		request: new Request(new URL(path, 'http://localhost:3000'), { headers }),
		params: {},
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const idsOf = (claims: { id: string }[]) => claims.map(({ id }) => id)

describe('every page of the desk', () => {
	test.for<[string, Loader]>([
		['/desk', frame],
		['/desk', home],
		['/desk/queue?status=new', queue],
		['/desk/articles', articles],
		['/desk/sources', sources],
		['/desk/people', people],
	])('%s asks whoever is out to sign in, and leads back', async ([path, loader], { desk: _ }) => {
		const response = await ask(loader, path, null)
		expect([response.status, response.headers.get('location')]).toEqual([
			302,
			`/sign-in?next=${encodeURIComponent(path)}`,
		])
	})

	test('people are for admins only', async ({ desk, huda }) => {
		expect((await ask(people, '/desk/people', huda)).status).toBe(403)
		const admin = await signInAs(desk, { role: 'admin' })
		const { people: everybody } = await (await ask(people, '/desk/people', admin)).json()
		expect(everybody).toHaveLength(2)
		expect(JSON.stringify(everybody)).not.toContain('passwordHash')
	})
})

describe('the first page', () => {
	test('shows what I work on and what waits for me, the oldest first, but not what I proposed', async ({
		desk,
		huda,
	}) => {
		const mine = await addClaim(desk)
		await takeClaim(desk, huda, mine.id)
		const proposed = await addClaim(desk)
		await proposeFor(desk, proposed, { by: huda })
		const [newer, older] = [await addClaim(desk), await addClaim(desk)]
		await proposeFor(desk, newer, { at: new Date('2026-03-04T12:00:00Z') })
		await proposeFor(desk, older, { at: new Date('2026-03-03T12:00:00Z') })

		const page = await (await ask(home, '/desk', huda)).json()
		expect(idsOf(page.work).toSorted()).toEqual([mine.id, proposed.id].toSorted())
		expect(idsOf(page.waiting)).toEqual([older.id, newer.id])
	})

	test('counts each claim once, in each of its countries, those set aside too', async ({ desk, huda }) => {
		await addClaim(desk, { countries: ['HN', 'US'] })
		const dropped = await addClaim(desk, { countries: ['HN'] })
		await takeClaim(desk, huda, dropped.id)
		await dropClaim(desk, huda, { claimId: dropped.id, reason: 'opinion' })

		const { chart, countries } = await (await ask(home, '/desk', huda)).json()
		expect(chart.claims).toBe(2)
		expect(
			chart.rows.map(({ country, total }: { country: string; total: number }) => [country, total]),
		).toEqual([
			['HN', 2],
			['US', 1],
		])
		expect(countries).toEqual({ US: 'الولايات المتحدة', HN: 'هندوراس' })
	})

	test('narrows the chart to a span of days and an article', async ({ desk, huda }) => {
		const early = await addClaim(desk, { at: new Date('2026-03-01T23:59:59Z') })
		await addClaim(desk, { at: new Date('2026-03-02T00:00:00Z') })
		const count = async (search: string) =>
			(await (await ask(home, `/desk?${search}`, huda)).json()).chart as {
				claims: number
				rows: { total: number }[]
			}
		for (const [search, claims] of [
			['to=2026-03-01', 1],
			['from=2026-03-02', 1],
			['from=2026-03-01&to=2026-03-02', 2],
			['from=2026-03-03', 0],
			[`article=${early.article.id}`, 1],
			[`article=${early.article.id}&from=2026-03-02`, 0],
			['from=never', 2],
		] as const) {
			const chart = await count(search)
			expect([search, chart.claims, chart.rows[0]?.total ?? 0]).toEqual([search, claims, claims])
		}
	})
})

describe('the queue', () => {
	test('is narrowed by status, country and who has the claim', async ({ desk, huda }) => {
		const fresh = await addClaim(desk, { countries: ['PE'] })
		const taken = await addClaim(desk, { countries: ['PE', 'CO'] })
		await takeClaim(desk, huda, taken.id)
		const done = await addClaim(desk, { countries: ['HN'] })
		await publishClaim(desk, done)
		for (const [search, expected] of [
			['', [fresh, taken, done]],
			['status=new', [fresh]],
			['status=published', [done]],
			['country=PE', [fresh, taken]],
			['country=PE&status=in_research', [taken]],
			['assignee=huda', [taken]],
			['country=JP', []],
		] as const) {
			const page = await (await ask(queue, `/desk/queue?${search}`, huda)).json()
			expect([search, idsOf(page.claims).toSorted()]).toEqual([search, idsOf([...expected]).toSorted()])
		}
	})

	test('takes no notice of what it does not know', async ({ desk, huda }) => {
		const claim = await addClaim(desk)
		const search = 'status=lost&country=Atlantis&assignee=%00&after=%00'
		const page = await (await ask(queue, `/desk/queue?${search}`, huda)).json()
		expect(idsOf(page.claims)).toEqual([claim.id])
		expect(page.filter).toEqual({ q: null, status: null, country: null, assignee: null, overdue: null })
	})

	test('goes on where the page before ended, without a gap or a repetition', async ({ desk, huda }) => {
		const { article, by, ...oldest } = await addClaim(desk, { at: new Date(Date.UTC(2026, 1, 1)) })
		const made = [oldest.id]
		for (let index = 0; index < 52; index += 1) {
			// Some share their moment: the id decides between them.
			const at = new Date(Date.UTC(2026, 2, 1, 0, Math.floor(index / 3)))
			made.push((await addClaim(desk, { article, by, at })).id)
		}
		const first = await (await ask(queue, '/desk/queue', huda)).json()
		const second = await (await ask(queue, `/desk/queue?after=${first.next}`, huda)).json()
		expect([first.later, second.later, second.next]).toEqual([false, true, null])
		expect(first.claims).toHaveLength(50)
		expect([...idsOf(first.claims), ...idsOf(second.claims)].toSorted()).toEqual(made.toSorted())
	})
})

describe('articles and sources', () => {
	test('say how many claims they are used in', async ({ desk, huda }) => {
		const claim = await addClaim(desk)
		await proposeFor(desk, claim)
		const listed = await (await ask(articles, '/desk/articles', huda)).json()
		expect(
			listed.articles.map(({ id, claimCount }: { id: string; claimCount: number }) => [id, claimCount]),
		).toEqual([[claim.article.id, 1]])
		const used = await (await ask(sources, '/desk/sources', huda)).json()
		expect(used.sources).toHaveLength(2)
		for (const { uses, claims } of used.sources) expect([uses, idsOf(claims)]).toEqual([1, [claim.id]])
	})
})
