import type { AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { hashPassword } from '#app/auth/password.server.ts'
import { connectDatabase } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { action as sendEmail, loader as showEmail } from '#app/routes/account.email.tsx'
import { action as send, loader as show } from '#app/routes/desk.account._index.tsx'
import { action as confirm, loader as showConfirm } from '#app/routes/desk.confirm.tsx'
import { action as signOut } from '#app/routes/sign-out.tsx'
import { emailChanges, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'
import { openLetters } from '#tests/support/letters.ts'

const present = 'nine patient lanterns'

type Desk = { db: ReturnType<typeof connectDatabase>['db']; huda: Actor }

const test = base.extend<{ desk: Desk }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		const huda = await addPerson(db, { id: 'huda', name: 'هدى', email: 'huda@desk.example' })
		await db.update(users).set({ passwordHash: await hashPassword(present) })
		await use({ db, huda })
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

const post = async (form: Record<string, string>, cookie: string) =>
	answerOf(send(request('/desk/account?index', { form, cookie })))
const cookieIn = (response: Response) => (response.headers.get('set-cookie') ?? '').split(';')[0] ?? ''
/** Sixteen minutes ago: longer than a proof is good for. */
const longAgo = () => new Date(Date.now() - 16 * 60_000)

describe('the page of one’s account', () => {
	test('shows who one is and one’s sessions, and no half of a secret', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda, { agent: 'Firefox/128.0', publicId: 'present' })
		await openSession(db, await addPerson(db), { publicId: 'of-another' })
		const data = await (await answerOf(show(request('/desk/account', { cookie })))).json()
		expect(data).toMatchObject({
			profile: { name: 'هدى', language: 'ar' },
			email: 'huda@desk.example',
			pending: null,
			confirmed: true,
			sessions: [{ publicId: 'present', agent: 'Firefox/128.0', isThis: true }],
		})
		const [row] = await db.select().from(sessions).where(eq(sessions.publicId, 'present'))
		expect(JSON.stringify(data)).not.toContain(row!.id)
		expect(JSON.stringify(data)).not.toContain('of-another')
	})

	test.for([
		['a step nobody knows', { intent: 'promote' }],
		['no step', {}],
	] as const)('does not take %s', async ([, form], { desk: { db, huda } }) => {
		expect((await post(form, await openSession(db, huda))).status).toBe(400)
	})

	test('is not for nobody', async ({ desk: _ }) => {
		const asked = await answerOf(show(request('/desk/account')))
		expect(asked.headers.get('location')).toBe('/sign-in?next=%2Fdesk%2Faccount')
		expect((await post({ intent: 'password' }, '')).status).toBe(401)
	})
})

describe('a form of the account', () => {
	test('that changes the password hands out a new token; the old one opens nothing', async ({
		desk: { db, huda },
	}) => {
		const cookie = await openSession(db, huda)
		const form = { intent: 'password', current: present, password: 'a quiet river at dawn' }
		const response = await post(form, cookie)
		expect([response.status, response.headers.get('location')]).toEqual([
			303,
			'/desk/account?done=password#content',
		])
		expect(cookieIn(response)).not.toBe(cookie)
		const after = async (with_: string) =>
			(await answerOf(show(request('/desk/account', { cookie: with_ })))).status
		expect(await after(cookie)).toBe(302)
		expect(await after(cookieIn(response))).toBe(200)
	})

	test('that is refused never sends a password back', async ({ desk: { db, huda } }) => {
		const form = { intent: 'password', current: 'ten patient lanterns', password: 'a quiet river at dawn' }
		const response = await post(form, await openSession(db, huda))
		expect(response.status).toBe(422)
		const body = await response.text()
		expect(JSON.parse(body)).toMatchObject({
			intent: 'password',
			result: { error: { current: ['wrong-password'] } },
		})
		expect(body).not.toMatch(/lanterns|river/)
	})

	test.for([
		[{ intent: 'profile', name: ' ', language: 'ar' }, { name: ['required'] }],
		[{ intent: 'profile', name: 'هدى', language: 'fr' }, { language: ['bad-choice'] }],
		[
			{ intent: 'password', current: '', password: 'short' },
			{ current: ['required'], password: ['too-short'] },
		],
		[{ intent: 'password', current: 'x', password: 'x'.repeat(10_000) }, { password: ['too-long'] }],
		[{ intent: 'email', email: 'huda at desk' }, { email: ['bad-email'] }],
		[{ intent: 'email', email: 'huda@desk.example' }, { email: ['same-email'] }],
		[{ intent: 'end-session', session: '' }, { session: ['required'] }],
	] as const)('with a fault says it beside the field: %j', async ([form, error], { desk: { db, huda } }) => {
		const response = await post(form, await openSession(db, huda))
		expect(response.status).toBe(422)
		expect(await response.json()).toMatchObject({ intent: form.intent, result: { error } })
	})

	test('that asks for a new address keeps what was typed until one has proved who one is', async ({
		desk: { db, huda },
	}) => {
		const cookie = await openSession(db, huda, { confirmedAt: longAgo() })
		const form = { intent: 'email', email: 'huda@news.example' }
		const response = await post(form, cookie)
		expect(response.status).toBe(403)
		expect(await response.json()).toMatchObject({
			refusal: { code: 'confirm-first' },
			result: { initialValue: { email: 'huda@news.example' } },
		})
		expect(await db.$count(emailChanges)).toBe(0)

		const proof = { intent: 'password', password: present }
		const next = encodeURIComponent('/desk/account?email=huda@news.example')
		const confirmed = await answerOf(confirm(request(`/desk/confirm?next=${next}`, { form: proof, cookie })))
		expect(confirmed.headers.get('location')).toBe('/desk/account?email=huda@news.example')
		expect((await post(form, cookieIn(confirmed))).headers.get('location')).toBe(
			'/desk/account?done=email#content',
		)
		expect(await db.$count(emailChanges)).toBe(1)
	})

	test.for(['end-session', 'end-sessions'] as const)(
		'that asks for %s wants the same proof',
		async (intent, { desk: { db, huda } }) => {
			const cookie = await openSession(db, huda, { confirmedAt: longAgo(), publicId: 'present' })
			expect((await post({ intent, session: 'present' }, cookie)).status).toBe(403)
			expect(await db.$count(sessions)).toBe(1)
		},
	)

	test('that names another person’s session ends nothing', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda)
		await openSession(db, await addPerson(db), { publicId: 'of-another' })
		const response = await post({ intent: 'end-session', session: 'of-another' }, cookie)
		expect(response.status).toBe(404)
		expect(await response.json()).toMatchObject({ refusal: { code: 'gone' } })
		expect(await db.$count(sessions)).toBe(2)
	})

	test('withdraws a request for a new address', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda)
		await post({ intent: 'email', email: 'huda@news.example' }, cookie)
		expect((await post({ intent: 'cancel-email' }, cookie)).status).toBe(303)
		const data = await (await answerOf(show(request('/desk/account', { cookie })))).json()
		expect(data.pending).toBeNull()
	})

	test('is refused for a person disabled a moment ago', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda)
		await db.update(users).set({ disabledAt: new Date() })
		expect((await post({ intent: 'profile', name: 'هدى', language: 'en' }, cookie)).status).toBe(401)
	})
})

describe('proving who one is', () => {
	const send = (form: Record<string, string>, cookie: string, next = '/desk/account') =>
		answerOf(confirm(request(`/desk/confirm?next=${encodeURIComponent(next)}`, { form, cookie })))

	test('leads on, with a new token', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda, { confirmedAt: longAgo() })
		const response = await send({ intent: 'password', password: present }, cookie)
		expect([response.status, response.headers.get('location')]).toEqual([303, '/desk/account'])
		expect(cookieIn(response)).toMatch(/^session=[a-z2-7]{52}$/)
		const [row] = await db.select().from(sessions)
		expect(Date.now() - row!.confirmedAt.getTime()).toBeLessThan(60_000)
		expect((await answerOf(showConfirm(request('/desk/confirm', { cookie })))).status).toBe(302)
	})

	test.for(['https://evil.example/', '//evil.example', '/ar', 'javascript:alert(1)'])(
		'leads nowhere but to the desk: not to %s',
		async (next, { desk: { db, huda } }) => {
			const cookie = await openSession(db, huda)
			const response = await send({ intent: 'password', password: present }, cookie, next)
			expect(response.headers.get('location')).toBe('/desk')
		},
	)

	test.for([
		[
			'a wrong password',
			{ intent: 'password', password: 'ten patient lanterns' },
			{ password: ['wrong-password'] },
		],
		['a code without an application', { intent: 'code', code: '123456' }, { code: ['wrong-code'] }],
		['what is no passkey', { intent: 'passkey', credential: '{}' }, { credential: ['bad-choice'] }],
	] as const)('is not done by %s', async ([, form, error], { desk: { db, huda } }) => {
		const before = longAgo()
		const response = await send(form, await openSession(db, huda, { confirmedAt: before }))
		expect(response.status).toBe(422)
		expect(await response.json()).toMatchObject({ intent: form.intent, result: { error } })
		expect((await db.select().from(sessions))[0]!.confirmedAt).toEqual(before)
	})

	test('has to wait after too many tries, and says how long', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda)
		let response = await send({ intent: 'password', password: 'wrong' }, cookie)
		for (let n = 0; n < 10 && response.status === 422; n += 1) {
			response = await send({ intent: 'password', password: 'wrong' }, cookie)
		}
		expect(response.status).toBe(429)
		const { refusal } = (await response.json()) as { refusal: { code: string; seconds: number } }
		expect(refusal.code).toBe('too-many')
		expect(refusal.seconds).toBeGreaterThan(0)
	})
})

describe('the links in the letters about a new address', () => {
	const path = (end: string, token: string) => `/account/email?token=${token}&end=${end}`

	test('show a form, spend nothing by that, and are spent by it', async ({ desk: { db, huda } }) => {
		await post({ intent: 'email', email: 'huda@news.example' }, await openSession(db, huda))
		const letters = await openLetters(db, new Date())
		const secretOf = (to: string) => letters.find((letter) => letter.to === to)?.secret ?? ''
		const ends = [
			['new', secretOf('huda@news.example'), 'awaits-old'],
			['old', secretOf('huda@desk.example'), 'changed'],
		] as const
		for (const [end, secret, came] of ends) {
			for (let n = 0; n < 2; n += 1) {
				const shown = await answerOf(showEmail(request(path(end, secret))))
				expect([shown.status, await shown.json()]).toEqual([
					200,
					{ end, change: { name: 'هدى', newEmail: 'huda@news.example' } },
				])
			}
			const sent = await answerOf(sendEmail(request(path(end, secret), { form: {} })))
			expect([sent.status, await sent.json()]).toEqual([200, { came }])
			const again = await answerOf(sendEmail(request(path(end, secret), { form: {} })))
			expect([again.status, await again.json()]).toEqual([410, { came: 'spent' }])
		}
		expect(await db.$count(users, eq(users.email, 'huda@news.example'))).toBe(1)
		expect(await db.$count(sessions)).toBe(0)
	})

	test.for(['', 'a'.repeat(52), 'x', "' or 1=1"])(
		'that nobody sent open nothing: %j',
		async (token, { desk: _ }) => {
			const shown = await answerOf(showEmail(request(path('new', encodeURIComponent(token)))))
			expect([shown.status, await shown.json()]).toEqual([410, { end: 'new', change: null }])
		},
	)
})

test('signing out has the browser forget pages and drafts, but not cookies of others', async ({
	desk: { db, huda },
}) => {
	const cookie = await openSession(db, huda)
	const response = await answerOf(signOut(request('/sign-out', { form: {}, cookie })))
	expect(response.headers.get('clear-site-data')).toBe('"cache", "storage"')
	expect(response.headers.get('location')).toBe('/sign-in')
})
