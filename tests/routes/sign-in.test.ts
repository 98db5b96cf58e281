import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { describe, expect } from 'vitest'
import { hashPassword } from '#app/auth/password.server.ts'
import { connectDatabase, type Db } from '#app/db.server.ts'
import type { Settings } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { loader as readAccount } from '#app/routes/desk.account._index.tsx'
import { action as changeFactor, loader as readFactor } from '#app/routes/desk.account.second-factor.tsx'
import { action as addArticle } from '#app/routes/desk.articles.new.tsx'
import { loader as readQueue } from '#app/routes/desk.queue.tsx'
import { action as changeSettings, loader as readSettings } from '#app/routes/desk.settings.tsx'
import { loader as readFrame } from '#app/routes/desk.tsx'
import { action as chooseLanguage } from '#app/routes/language.tsx'
import { action as signIn } from '#app/routes/sign-in.tsx'
import { action as askPasskey } from '#app/routes/sign-in_.passkey.tsx'
import { action as takeStep, loader as showStep } from '#app/routes/sign-in_.second-step.tsx'
import { action as signOut } from '#app/routes/sign-out.tsx'
import { newSecret } from '#app/services/one-time-tokens.server.ts'
import { sessions, settings, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'

const password = 'nine patient lanterns'
const secret = 'JBSWY3DPEHPK3PXPJBSWY3DPEHPK3PXP'
const code = () => TOTP.generate({ secret: Secret.fromBase32(secret) })

/** A desk where Huda is an admin who has a second factor, and Salma one who has none. */
const test = base.extend<{ desk: { db: Db; huda: Actor; salma: Actor } }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 4 })
		const huda = await addPerson(db, { id: 'huda', email: 'huda@desk.example', role: 'admin' })
		const salma = await addPerson(db, { id: 'salma', email: 'salma@desk.example', role: 'admin' })
		await db.update(users).set({ passwordHash: await hashPassword(password) })
		await db
			.update(users)
			.set({ secondFactorSecret: secret, secondFactorAt: new Date() })
			.where(eq(users.id, 'huda'))
		await use({ db, huda, salma })
		await close()
	},
})

type Given = { form?: Record<string, string>; cookie?: string; isData?: boolean; method?: string }

function request(path: string, { form, cookie = '', isData = false, method = 'GET' }: Given = {}) {
	return {
		request: new Request(new URL(path, 'http://localhost:3000'), {
			method,
			headers: { cookie },
			...(form && { method: 'POST', body: new URLSearchParams(form) }),
		}),
		params: {},
		context: { nonce: 'n', requestId: 'r', address: '192.0.2.1', isData } satisfies AppLoadContext,
	}
}

type Route = (asked: ActionFunctionArgs) => unknown

/** What a loader or action answers, whether it returns its response or throws it. */
async function ask(route: Route, path: string, given: Given = {}): Promise<Response> {
	const answer = await Promise.resolve(route(request(path, given))).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

/** The `Cookie` header of the next request, after these `Set-Cookie` ones. */
function cookieOf(response: Response): string {
	return response.headers
		.getSetCookie()
		.map((cookie) => cookie.split(';')[0])
		.join('; ')
}

const seen = (response: Response) => [response.status, response.headers.get('location')]
const huda = { email: 'huda@desk.example', password }

describe('the way in with a second factor', () => {
	test('leads over the second step to the page that was asked for', async ({ desk }) => {
		const first = await ask(signIn, '/sign-in?lang=en&next=%2Fdesk%2Fqueue', { form: huda })
		expect(seen(first)).toEqual([303, '/sign-in/second-step?lang=en&next=%2Fdesk%2Fqueue'])
		expect(await desk.db.$count(sessions)).toBe(0)
		const cookie = cookieOf(first)
		const page = await ask(showStep, '/sign-in/second-step?next=%2Fdesk%2Fqueue', { cookie })
		expect(await page.json()).toMatchObject({ methods: { code: true, passkey: false, recovery: false } })

		const form = { intent: 'code', code: code() }
		const second = await ask(takeStep, '/sign-in/second-step?next=%2Fdesk%2Fqueue', { form, cookie })
		expect(seen(second)).toEqual([303, '/desk/queue'])
		expect(second.headers.getSetCookie().map((line) => line.split(/=|;/)[0])).toEqual([
			'session',
			'device',
			'second-step',
		])
		expect((await ask(readQueue, '/desk/queue', { cookie: cookieOf(second) })).status).toBe(200)
	})

	test('opens nothing before the second step, whatever is made of its cookie', async ({ desk: _ }) => {
		const cookie = cookieOf(await ask(signIn, '/sign-in', { form: huda }))
		const value = cookie.split('=')[1] ?? ''
		for (const brought of [cookie, `session=${value}`, `session=${value}; ${cookie}`, `device=${value}`]) {
			for (const isData of [false, true]) {
				const queue = await ask(readQueue, '/desk/queue', { cookie: brought, isData })
				expect(seen(queue)).toEqual([302, '/sign-in?next=%2Fdesk%2Fqueue'])
				expect((await ask(readFrame, '/desk', { cookie: brought, isData })).status).toBe(302)
			}
			const head = await ask(readQueue, '/desk/queue', { cookie: brought, method: 'HEAD' })
			expect(head.status).toBe(302)
			expect((await ask(addArticle, '/desk/articles/new', { form: {}, cookie: brought })).status).toBe(401)
			expect(
				(await ask(changeFactor, '/desk/account/second-factor', { form: {}, cookie: brought })).status,
			).toBe(401)
		}
	})

	test.for([
		['a wrong code', { intent: 'code', code: '000000' }, 401, { wrong: 'code' }],
		['no code', { intent: 'code' }, 422, { wrong: 'code' }],
		['a code as long as a book', { intent: 'code', code: '1'.repeat(100_000) }, 422, { wrong: 'code' }],
		[
			'a recovery code of nobody',
			{ intent: 'recovery', code: 'abcdef-abcdef-abcdef' },
			401,
			{ wrong: 'recovery' },
		],
		['a passkey that is none', { intent: 'passkey', credential: '{"id":[]}' }, 422, { wrong: 'passkey' }],
		['nothing known', { intent: 'open', code: '' }, 422, { wrong: 'code' }],
	] as const)('says what was wrong with %s', async ([, form, status, said], { desk: _ }) => {
		const cookie = cookieOf(await ask(signIn, '/sign-in', { form: huda }))
		const response = await ask(takeStep, '/sign-in/second-step', { form, cookie })
		expect(response.status).toBe(status)
		expect(await response.json()).toMatchObject(said)
		expect(response.headers.has('set-cookie')).toBe(false)
	})

	test('says that it is too late, without a first step that still holds', async ({ desk: _ }) => {
		for (const cookie of ['', `second-step=${newSecret()}`, 'second-step=%; x=%']) {
			expect((await ask(showStep, '/sign-in/second-step', { cookie })).status).toBe(410)
			const form = { intent: 'code', code: code() }
			expect((await ask(takeStep, '/sign-in/second-step', { form, cookie })).status).toBe(410)
			const asked = await ask(askPasskey, '/sign-in/passkey', { form: { intent: 'second-step' }, cookie })
			expect(asked.status).toBe(410)
		}
	})

	test('asks to wait after too many tries, and says how long', async ({ desk: _ }) => {
		const form = { ...huda, password: 'ten patient lanterns' }
		let response = await ask(signIn, '/sign-in', { form })
		for (let tries = 0; tries < 30 && response.status === 401; tries += 1) {
			response = await ask(signIn, '/sign-in', { form })
		}
		expect(response.status).toBe(429)
		const { wait } = (await response.json()) as { wait: number }
		expect(wait).toBeGreaterThan(0)
		expect(response.headers.get('retry-after')).toBe(String(wait))
	})
})

describe('a second factor that the role takes', () => {
	const cookies = async (db: Db, person: Actor) => openSession(db, person, { secondFactor: false })
	const require = (db: Db, from: Settings['second-factor-from']) =>
		db.insert(settings).values({ key: 'second-factor-from', value: from, changedAt: new Date() })

	test('is asked of admins unless the desk has decided otherwise', async ({ desk: { db, salma } }) => {
		const cookie = await cookies(db, salma)
		expect(seen(await ask(readQueue, '/desk/queue', { cookie }))).toEqual([
			302,
			'/desk/account/second-factor',
		])
		await require(db, 'nobody')
		expect((await ask(readQueue, '/desk/queue', { cookie })).status).toBe(200)
	})

	test.for([
		['reviewer', ['reviewer', 'editor', 'admin']],
		['editor', ['editor', 'admin']],
		['admin', ['admin']],
		['nobody', []],
	] as const)('from %s on is asked of %j', async ([from, asked], { desk: { db } }) => {
		await require(db, from)
		const refused: string[] = []
		for (const role of ['reviewer', 'editor', 'admin'] as const) {
			const cookie = await cookies(db, await addPerson(db, { role }))
			if ((await ask(readQueue, '/desk/queue', { cookie })).status === 302) refused.push(role)
		}
		expect(refused).toEqual(asked)
	})

	test('opens nothing but the account until it is set up', async ({ desk: { db, salma } }) => {
		const cookie = await cookies(db, salma)
		const page = [302, '/desk/account/second-factor']
		expect(seen(await ask(readFrame, '/desk', { cookie }))).toEqual(page)
		expect(seen(await ask(readSettings, '/desk/settings', { cookie, method: 'HEAD' }))).toEqual(page)
		for (const [route, path] of [
			[readFrame, '/desk/queue'],
			[readQueue, '/desk/queue'],
			[readSettings, '/desk/settings'],
		] as const) {
			const data = await ask(route, path, { cookie, isData: true })
			expect(data.status).toBe(403)
			expect(await data.json()).toMatchObject({ refusal: 'second-factor-first' })
		}
		expect((await ask(addArticle, '/desk/articles/new', { cookie, form: { text: 'x' } })).status).toBe(403)
		expect((await ask(changeSettings, '/desk/settings', { cookie, form: { from: 'nobody' } })).status).toBe(
			403,
		)
		expect(await db.$count(settings)).toBe(0)

		expect((await ask(readFrame, '/desk/account', { cookie, isData: true })).status).toBe(200)
		expect((await ask(readAccount, '/desk/account', { cookie })).status).toBe(200)
		const setUp = await ask(readFactor, '/desk/account/second-factor', { cookie })
		expect(await setUp.json()).toMatchObject({ needed: true, since: null, pending: null })
		expect((await ask(chooseLanguage, '/language', { cookie, form: { language: 'en' } })).status).toBe(303)
		expect((await ask(signOut, '/sign-out', { cookie, form: {} })).status).toBe(303)
	})

	test('is set up from there, and then everything opens', async ({ desk: { db, salma } }) => {
		const cookie = await cookies(db, salma)
		const path = '/desk/account/second-factor'
		await ask(changeFactor, path, { cookie, form: { intent: 'begin' } })
		const [{ made } = { made: null }] = await db
			.select({ made: users.secondFactorSecret })
			.from(users)
			.where(eq(users.id, 'salma'))
		const pending = (await (await ask(readFactor, path, { cookie })).json()) as {
			pending: { secret: string; picture: string }
		}
		expect(pending.pending.secret.replaceAll(' ', '')).toBe(made)
		expect(pending.pending.picture).toMatch(/^data:image\/svg\+xml;base64,/)

		const form = { intent: 'add', code: TOTP.generate({ secret: Secret.fromBase32(made ?? '') }) }
		const added = await ask(changeFactor, path, { cookie, form })
		const { codes } = (await added.json()) as { codes: string[] }
		expect(codes).toHaveLength(10)
		expect((await ask(readQueue, '/desk/queue', { cookie: cookieOf(added) })).status).toBe(200)
		// The old token is worth nothing.
		expect(seen(await ask(readQueue, '/desk/queue', { cookie }))[1]).toMatch(/^\/sign-in/)
	})

	test('is asked for by the second step of somebody who has one', async ({ desk }) => {
		const cookie = await cookies(desk.db, desk.huda)
		const asked = await ask(readQueue, '/desk/queue', { cookie })
		expect(seen(asked)).toEqual([302, '/sign-in/second-step?next=%2Fdesk%2Fqueue'])
		const form = { intent: 'code', code: code() }
		const brought = `${cookie}; ${cookieOf(asked)}`
		const shown = await ask(takeStep, '/sign-in/second-step?next=%2Fdesk%2Fqueue', { cookie: brought, form })
		expect((await ask(readQueue, '/desk/queue', { cookie: cookieOf(shown) })).status).toBe(200)
		expect(await desk.db.$count(sessions)).toBe(1)
	})

	test('is not changed by a session that has not shown it, whoever it is asked of', async ({ desk }) => {
		await require(desk.db, 'nobody')
		const cookie = await cookies(desk.db, desk.huda)
		const path = '/desk/account/second-factor'
		for (const intent of ['begin', 'remove', 'codes', 'add-passkey', 'remove-passkey']) {
			const form = { intent, code: code(), name: 'x', id: 'x' }
			expect((await ask(changeFactor, path, { cookie, form })).status).toBe(403)
		}
		expect((await ask(readFactor, path, { cookie })).status).toBe(302)
	})
})

describe('the settings of the desk', () => {
	test('are decided by admins, who have just shown who they are', async ({ desk: { db, huda } }) => {
		const cookie = await openSession(db, huda)
		const shown = await ask(readSettings, '/desk/settings', { cookie })
		expect(await shown.json()).toMatchObject({
			from: 'admin',
			counts: { admin: { people: 2, lacking: 1 } },
			hasOwn: true,
		})
		const saved = await ask(changeSettings, '/desk/settings', { cookie, form: { from: 'editor' } })
		expect(seen(saved)).toEqual([303, '/desk/settings?done=saved'])
		expect(await db.select().from(settings)).toMatchObject([{ value: 'editor', changedBy: 'huda' }])
		const wrong = await ask(changeSettings, '/desk/settings', { cookie, form: { from: 'everyone' } })
		expect(wrong.status).toBe(422)
		await db.update(sessions).set({ confirmedAt: new Date(Date.now() - 3_600_000) })
		const late = await ask(changeSettings, '/desk/settings', { cookie, form: { from: 'nobody' } })
		expect(late.status).toBe(403)
	})

	test('lead whoever their choice concerns straight to what it asks of them', async ({
		desk: { db, salma },
	}) => {
		await db.insert(settings).values({ key: 'second-factor-from', value: 'nobody', changedAt: new Date() })
		const cookie = await openSession(db, salma, { secondFactor: false })
		const saved = await ask(changeSettings, '/desk/settings', { cookie, form: { from: 'admin' } })
		expect(seen(saved)).toEqual([303, '/desk/account/second-factor'])
	})

	test('are not for editors', async ({ desk: { db } }) => {
		const cookie = await openSession(db, await addPerson(db, { role: 'editor' }))
		expect((await ask(readSettings, '/desk/settings', { cookie })).status).toBe(403)
		const form = { from: 'nobody' }
		expect((await ask(changeSettings, '/desk/settings', { cookie, form })).status).toBe(403)
	})
})

describe('broken cookies', () => {
	test.for([
		['a sibling that cannot be decoded', 'x=%; session=%E0%A4%A'],
		['sixty-four kilobytes', `session=${'a'.repeat(65_536)}`],
		['names without values', 'session; second-step; device; passkey'],
		['values with an equals sign', 'session==; second-step=a=b; device=;;;'],
	] as const)('are no cookies: %s', async ([, cookie], { desk: _ }) => {
		expect((await ask(signIn, '/sign-in', { form: { ...huda, password: 'x' }, cookie })).status).toBe(401)
		expect((await ask(readQueue, '/desk/queue', { cookie })).status).toBe(302)
		expect((await ask(showStep, '/sign-in/second-step', { cookie })).status).toBe(410)
		const form = { intent: 'passkey', credential: '{}' }
		expect((await ask(signIn, '/sign-in', { form, cookie })).status).toBe(422)
	})
})

test('the route of challenges sets one, and hides whether anybody has a passkey', async ({ desk: _ }) => {
	const response = await ask(askPasskey, '/sign-in/passkey', { form: { intent: 'sign-in' } })
	const { options } = (await response.json()) as { options: Record<string, unknown> }
	expect(options).toMatchObject({ rpId: 'localhost', userVerification: 'required' })
	expect(options['allowCredentials']).toBeUndefined()
	expect(response.headers.get('set-cookie')).toMatch(
		/^passkey=\w{52}; Path=\/; HttpOnly; SameSite=Lax; Max-Age=300/,
	)
	expect((await ask(askPasskey, '/sign-in/passkey', { form: { intent: 'add' } })).status).toBe(400)
})
