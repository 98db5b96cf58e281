import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { hashPassword } from '#app/auth/password.server.ts'
import { connectDatabase } from '#app/db.server.ts'
import { action as chooseLanguage } from '#app/routes/language.tsx'
import { action as signIn, loader as showSignIn } from '#app/routes/sign-in.tsx'
import { action as signOut } from '#app/routes/sign-out.tsx'
import { sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'

const password = 'nine patient lanterns'

const test = base.extend<{ desk: { db: ReturnType<typeof connectDatabase>['db'] } }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await addPerson(db, { id: 'huda', email: 'huda@desk.example' })
		await db.update(users).set({ passwordHash: await hashPassword(password) })
		await use({ db })
		await close()
	},
})

/** Send a form to an address, or ask for it when there is none, as somebody with this cookie. */
function request(
	path: string,
	{ form, cookie = '' }: { form?: Record<string, string>; cookie?: string } = {},
) {
	return {
		request: new Request(new URL(path, 'http://localhost:3000'), {
			headers: { cookie },
			...(form && { method: 'POST', body: new URLSearchParams(form) }),
		}),
		params: {},
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}
}

/** What a loader or action answers, whether it returns its response or throws it. */
async function answerOf(work: Promise<unknown>): Promise<Response> {
	const answer = await work.catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

describe('signing in', () => {
	const form = { email: 'huda@desk.example', password }

	test('sets the cookie and leads to the page that was asked for', async ({ desk }) => {
		const response = await answerOf(signIn(request('/sign-in?next=%2Fdesk%2Fqueue%3Fstatus%3Dnew', { form })))
		expect(response.status).toBe(303)
		expect(response.headers.get('location')).toBe('/desk/queue?status=new')
		expect(response.headers.get('set-cookie')).toMatch(/^session=\w{52}; Path=\/; HttpOnly; SameSite=Lax/)
		expect(await desk.db.$count(sessions)).toBe(1)
	})

	test('leads nowhere but to the desk', async ({ desk: _ }) => {
		const response = await answerOf(signIn(request('/sign-in?next=//evil.example', { form })))
		expect(response.headers.get('location')).toBe('/desk')
	})

	test.for([
		['a wrong password', { ...form, password: 'ten patient lanterns' }],
		['an unknown address', { ...form, email: 'nobody@desk.example' }],
	] as const)('with %s says only that the two do not belong together', async ([, typed], { desk }) => {
		const response = await answerOf(signIn(request('/sign-in', { form: typed })))
		expect(response.status).toBe(401)
		expect(response.headers.has('set-cookie')).toBe(false)
		expect(await response.json()).toEqual({ email: typed.email, errors: {}, wrong: 'pair', wait: null })
		expect(await desk.db.$count(sessions)).toBe(0)
	})

	test.for([
		['nothing', { email: '', password: '' }, { email: 'required', password: 'required' }],
		['no password', { email: 'huda@desk.example', password: '' }, { password: 'required' }],
		['a NUL in the address', { email: 'huda\0@desk.example', password }, { email: 'bad-text' }],
		[
			'a password as long as a book',
			{ email: 'huda@desk.example', password: 'x'.repeat(2000) },
			{ password: 'too-long' },
		],
	] as const)('with %s says what is missing beside the field', async ([, typed, errors], { desk: _ }) => {
		const response = await answerOf(signIn(request('/sign-in', { form: typed })))
		expect(response.status).toBe(422)
		expect(await response.json()).toEqual({ email: typed.email, errors, wrong: null, wait: null })
	})

	test('is not asked of somebody who is in', async ({ desk }) => {
		const [huda] = await desk.db.select().from(users)
		const cookie = await openSession(desk.db, huda!)
		const response = await answerOf(showSignIn(request('/sign-in?next=/desk/sources', { cookie })))
		expect([response.status, response.headers.get('location')]).toEqual([302, '/desk/sources'])
	})
})

describe('signing out', () => {
	test('ends the session and takes the cookie back', async ({ desk }) => {
		const cookie = await openSession(desk.db, await addPerson(desk.db))
		const response = await answerOf(signOut(request('/sign-out', { form: {}, cookie })))
		expect(response.headers.get('location')).toBe('/sign-in')
		expect(response.headers.get('set-cookie')).toMatch(/^session=; .*Max-Age=0/)
		expect(await desk.db.$count(sessions)).toBe(0)
	})

	test('does no harm to somebody who is out', async ({ desk: _ }) => {
		expect((await answerOf(signOut(request('/sign-out', { form: {} })))).status).toBe(303)
	})
})

describe('the language of the interface', () => {
	test('is kept for the person, who stays on the page', async ({ desk }) => {
		const cookie = await openSession(desk.db, await addPerson(desk.db, { id: 'salma' }))
		const form = { language: 'en', next: '/desk/queue?status=new&lang=ar' }
		const response = await answerOf(chooseLanguage(request('/language', { form, cookie })))
		expect([response.status, response.headers.get('location')]).toEqual([303, '/desk/queue?status=new'])
		const rows = await desk.db.select({ id: users.id, language: users.language }).from(users)
		expect(rows.find(({ id }) => id === 'salma')?.language).toBe('en')
		expect(rows.find(({ id }) => id === 'huda')?.language).toBe('ar')
	})

	test('is one of the two', async ({ desk }) => {
		const cookie = await openSession(desk.db, await addPerson(desk.db, { id: 'salma' }))
		const response = await answerOf(
			chooseLanguage(request('/language', { form: { language: 'fr' }, cookie })),
		)
		expect(response.status).toBe(422)
		const [salma] = await desk.db.select().from(users).where(eq(users.id, 'salma'))
		expect(salma?.language).toBe('ar')
	})

	test('is not for nobody', async ({ desk: _ }) => {
		const response = await answerOf(chooseLanguage(request('/language', { form: { language: 'en' } })))
		expect(response.status).toBe(401)
	})
})
