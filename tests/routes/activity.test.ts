import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { loader as page } from '#app/routes/desk.activity._index.tsx'
import { loader as table } from '#app/routes/desk.activity[.csv].tsx'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { takeClaim } from '#app/services/review.server.ts'
import { accountEvents, type sessions } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, openSession } from '#tests/support/factories.ts'

type Visitor = Actor & { cookie: string }

const test = base.extend<{ desk: Db; admin: Visitor }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	admin: async ({ desk }, use) => use(await signInAs(desk, { id: 'suha', name: 'سهى', role: 'admin' })),
})

async function signInAs(
	db: Db,
	given: Partial<Actor>,
	session: Partial<typeof sessions.$inferInsert> = {},
): Promise<Visitor> {
	const person = await addPerson(db, given)
	return { ...person, cookie: await openSession(db, person, { secondFactor: true, ...session }) }
}

type Loader = (args: LoaderFunctionArgs) => Promise<Response>

async function ask(loader: Loader, path: string, visitor: Visitor | null, method = 'GET'): Promise<Response> {
	const answer: unknown = await loader({
		request: new Request(new URL(path, 'http://localhost:3000'), {
			method,
			headers: { cookie: visitor?.cookie ?? '' },
		}),
		params: {},
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const kindsOf = async (response: Response): Promise<string[]> =>
	(await response.json()).entries.map(({ kind }: { kind: string }) => kind)

describe('the activity page', () => {
	test.for(['reviewer', 'editor'] as const)('is not for a %s', async (role, { desk }) => {
		const visitor = await signInAs(desk, { role })
		expect((await ask(page, '/desk/activity', visitor)).status).toBe(403)
		expect((await ask(table, '/desk/activity.csv', visitor)).status).toBe(403)
		expect((await ask(page, '/desk/activity', null)).status).toBe(302)
		expect((await ask(table, '/desk/activity.csv', null)).status).toBe(302)
	})

	test('is narrowed by its address, by a claim’s address too', async ({ desk, admin }) => {
		const claim = await addClaim(desk)
		await takeClaim(desk, admin, claim.id)
		await addClaim(desk)
		for (const named of [
			claim.id,
			claim.slug,
			`https://desk.example/desk/claims/${claim.id}?done=take#history`,
			`/ar/verdicts/${encodeURIComponent(claim.slug)}`,
		]) {
			const response = await ask(page, `/desk/activity?claim=${encodeURIComponent(named)}`, admin)
			expect(await kindsOf(response)).toEqual(['take', 'create'])
		}
		expect(await kindsOf(await ask(page, '/desk/activity?group=articles', admin))).toEqual([
			'capture',
			'capture',
		])
		expect(await kindsOf(await ask(page, '/desk/activity?person=suha', admin))).toEqual(['take'])
	})

	test('takes calmly what no page of ours asks', async ({ admin }) => {
		for (const search of [
			'person=nobody-here',
			'person=%00',
			"person=' or 1=1 --",
			'group=everything',
			'from=yesterday&to=2025-02-30',
			'after=%00&from=9999-99-99',
			'after=zzzzzzzzz.claim.999999999999999',
			'after=1.account.x',
			'after=1.claim.9999999999999999999999',
			'claim=%00%ff',
			'claim=/desk/claims/%2500',
			`claim=${'x'.repeat(400)}`,
		]) {
			expect((await ask(page, `/desk/activity?${search}`, admin)).status, search).toBe(200)
		}
	})

	test('says so when there is no such claim, instead of showing everything', async ({ desk, admin }) => {
		await addClaim(desk)
		const answer = await (await ask(page, '/desk/activity?claim=no-such-claim', admin)).json()
		expect(answer).toMatchObject({ entries: [], unknownClaim: true })
	})
})

describe('the exported table', () => {
	test('has the reader’s words, times of ISO 8601, and formulas as text', async ({ desk, admin }) => {
		const impostor = await addPerson(desk, { id: 'i', name: '=HYPERLINK("https://evil.example")' })
		await addArticle(desk, {
			by: impostor,
			title: 'سوق "السمك", الجديد',
			at: new Date('2026-03-02T12:00:00Z'),
		})
		const response = await ask(table, '/desk/activity.csv?group=articles', admin)
		expect(response.headers.get('content-type')).toBe('text/csv; charset=utf-8')
		expect(response.headers.get('cache-control')).toBe('no-store')
		expect(response.headers.get('content-disposition')).toMatch(
			/^attachment; filename="tadqiq-activity-\d{4}-\d\d-\d\d\.csv"; filename\*=UTF-8''%D8/,
		)
		const bytes = new Uint8Array(await response.arrayBuffer())
		expect([...bytes.subarray(0, 3)]).toEqual([0xef, 0xbb, 0xbf])
		const [heads, row, ...more] = new TextDecoder().decode(bytes).split('\r\n')
		expect(heads).toBe('"الوقت (UTC)","الشخص","ما يخصّ","ما جرى","من يعنيه","الادعاء","المقال","الرابط"')
		expect(row).toMatch(
			/^"2026-03-02T12:00:00\.000Z","'=HYPERLINK\(""https:\/\/evil\.example""\)","المقالات","'=HYPERLINK.*: إضافة المقال «سوق ""السمك"", الجديد»","","","سوق ""السمك"", الجديد","http/,
		)
		expect(more).toEqual([''])
	})

	test('is put on record, and asking how it would come is not', async ({ desk, admin }) => {
		const head = await ask(table, '/desk/activity.csv', admin, 'HEAD')
		expect([head.status, head.body]).toEqual([200, null])
		expect(await desk.$count(accountEvents)).toBe(0)
		await (await ask(table, '/desk/activity.csv?group=claims&person=suha', admin)).text()
		const [event] = await desk.select().from(accountEvents)
		expect(event).toMatchObject({
			kind: 'activity-exported',
			actorId: 'suha',
			detail: { group: 'claims', personId: 'suha' },
		})
	})

	test('asks an admin whose last proof is old to prove who they are', async ({ desk }) => {
		const admin = await signInAs(desk, { role: 'admin' }, { confirmedAt: new Date(Date.now() - 16 * 60_000) })
		const response = await ask(table, '/desk/activity.csv?group=claims', admin)
		expect(response.status).toBe(302)
		expect(response.headers.get('location')).toBe(
			`/desk/confirm?next=${encodeURIComponent('/desk/activity.csv?group=claims')}`,
		)
		expect(await desk.$count(accountEvents)).toBe(0)
	})

	test('is none for a claim that is not there', async ({ admin }) => {
		expect((await ask(table, '/desk/activity.csv?claim=no-such-claim', admin)).status).toBe(404)
	})

	test('is long when the history is, and complete', async ({ desk, admin }) => {
		for (let times = 0; times < 30; times++) {
			await recordAccountEvent(desk, { actorId: admin.id, subjectId: admin.id, kind: 'signed-in' })
		}
		const written = await (await ask(table, '/desk/activity.csv?group=accounts&lang=en', admin)).text()
		expect(written.match(/signed in/g)).toHaveLength(30)
	})
})
