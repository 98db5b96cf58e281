import { eq } from 'drizzle-orm'
import { describe, expect, vi } from 'vitest'
import { type CookieName, readSecret, readToken } from '#app/auth/cookie.server.ts'
import { createLucia } from '#app/auth/lucia.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { signIn, type SignInAnswer } from '#app/auth/sign-in.server.ts'
import type { Db } from '#app/db.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { post } from '#app/mail/post.server.ts'
import { accountEvents, knownDevices, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'

vi.mock('#app/mail/post.server.ts', () => ({ post: vi.fn() }))

const pair = { email: 'huda@desk.example', password: 'a long enough password' }
const stranger = { agent: 'Firefox', network: '192.0.2.1', device: null }
const day = 86_400_000

const test = base.extend<{ desk: Db }>({
	desk: async ({ db }, use) => {
		vi.mocked(post).mockClear()
		await db.insert(users).values({
			id: 'huda',
			name: 'هدى',
			email: pair.email,
			role: 'reviewer',
			language: 'ar',
			passwordHash: await hashPassword(pair.password),
		})
		await use(db)
	},
})

/** The secret that an answer hands out in this cookie, as the next request would bring it. */
function secretOf(answer: SignInAnswer, name: CookieName): string {
	const cookies = 'cookies' in answer ? answer.cookies.map((cookie) => cookie.split(';')[0]) : []
	const request = new Request('http://localhost/', {
		headers: { cookie: ['theme=%', ...cookies].join('; ') },
	})
	return readSecret(request, name) ?? ''
}

const tokenOf = (answer: SignInAnswer) => secretOf(answer, 'session')
const letters = () => vi.mocked(post).mock.calls.map(([, letter]) => letter)

describe('signing in', () => {
	test('opens a session of which the database knows only the hash', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...pair, ...stranger }))
		expect(token).toMatch(/^[a-z2-7]{52}$/)
		const [row] = await desk.select().from(sessions)
		expect(row?.id).toBe(sha256(token))
		expect(row).toMatchObject({ agent: 'Firefox', network: '192.0.2.1', secondFactor: false })
		expect((await createLucia(desk).validateSession(token)).user).toMatchObject({
			id: 'huda',
			role: 'reviewer',
		})
	})

	test('does not take a row of a leaked table as a token', async ({ desk }) => {
		await signIn(desk, { ...pair, ...stranger })
		const [row] = await desk.select().from(sessions)
		expect((await createLucia(desk).validateSession(row?.id ?? '')).user).toBeNull()
	})

	test.for([
		['a wrong password', { ...pair, password: 'another password' }],
		['an unknown address', { ...pair, email: 'nobody@desk.example' }],
		['a password too long to hash', { ...pair, password: 'x'.repeat(10_000) }],
		['an empty password', { ...pair, password: '' }],
	] as const)('is refused with %s, and nothing begins', async ([, input], { desk }) => {
		expect(await signIn(desk, { ...input, ...stranger })).toEqual({ outcome: 'wrong' })
		expect(await desk.$count(sessions)).toBe(0)
		expect(await desk.$count(accountEvents)).toBe(0)
		expect(await desk.$count(knownDevices)).toBe(0)
	})

	test('says the same to a person who is disabled as to a stranger', async ({ desk }) => {
		await desk.update(users).set({ disabledAt: new Date() })
		expect(await signIn(desk, { ...pair, ...stranger })).toEqual({ outcome: 'wrong' })
	})

	test('refuses a password of a million characters without hashing it', async ({ desk }) => {
		await signIn(desk, { ...pair, ...stranger, password: 'the first hash takes longest' })
		const begun = performance.now()
		const answer = await signIn(desk, { ...pair, ...stranger, password: 'x'.repeat(1_000_000) })
		expect(answer).toEqual({ outcome: 'wrong' })
		expect(performance.now() - begun).toBeLessThan(1_000)
	})

	test('takes the address in any case and with blanks round it', async ({ desk }) => {
		const answer = await signIn(desk, { ...pair, email: ' Huda@Desk.Example ', ...stranger })
		expect(answer.outcome).toBe('in')
	})

	test('is written down with the person and how they came in', async ({ desk }) => {
		await signIn(desk, { ...pair, ...stranger })
		expect(await desk.select().from(accountEvents)).toMatchObject([
			{ actorId: 'huda', subjectId: 'huda', kind: 'signed-in', detail: { by: 'password' } },
		])
	})

	test('hands out a new token every time, and ends the session that the browser had', async ({ desk }) => {
		const first = tokenOf(await signIn(desk, { ...pair, ...stranger }))
		const second = tokenOf(await signIn(desk, { ...pair, ...stranger, session: first }))
		expect(second).not.toBe(first)
		expect((await createLucia(desk).validateSession(first)).user).toBeNull()
		expect((await createLucia(desk).validateSession(second)).user).not.toBeNull()
	})

	test('waits after too many tries, even with the right password', async ({ desk }) => {
		let answer: SignInAnswer = { outcome: 'wrong' }
		for (let tries = 0; tries < 30 && answer.outcome === 'wrong'; tries += 1) {
			answer = await signIn(desk, { ...pair, ...stranger, password: `guess number ${tries}` })
		}
		expect(answer).toEqual({ outcome: 'wait', seconds: expect.any(Number) })
		expect((await signIn(desk, { ...pair, ...stranger })).outcome).toBe('wait')
		expect(await desk.$count(sessions)).toBe(0)
	})

	test('makes an old hash anew', async ({ desk }) => {
		const weak = '$argon2id$v=19$m=8192,t=1,p=1$'
		const { hash } = await import('@node-rs/argon2')
		const old = await hash(pair.password, { memoryCost: 8192, timeCost: 1, parallelism: 1 })
		expect(old.startsWith(weak)).toBe(true)
		await desk.update(users).set({ passwordHash: old })
		expect((await signIn(desk, { ...pair, ...stranger })).outcome).toBe('in')
		const [row] = await desk.select().from(users)
		expect(row?.passwordHash).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
		expect((await signIn(desk, { ...pair, ...stranger })).outcome).toBe('in')
	})
})

describe('a session', () => {
	test('is over at once for a person who is disabled', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...pair, ...stranger }))
		await desk.update(users).set({ disabledAt: new Date() }).where(eq(users.id, 'huda'))
		expect((await createLucia(desk).validateSession(token)).user).toBeNull()
	})

	test('ends for good when its hours are up, however busy it was', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...pair, ...stranger }))
		await desk.update(sessions).set({ absoluteExpiresAt: new Date(Date.now() - 1) })
		expect((await createLucia(desk).validateSession(token)).user).toBeNull()
	})

	test('ends when it was not used for its idle time', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...pair, ...stranger }))
		await desk.update(sessions).set({ expiresAt: new Date(Date.now() - 1) })
		expect((await createLucia(desk).validateSession(token)).user).toBeNull()
	})
})

describe('a device', () => {
	test('is remembered by a secret of its own, of which the database knows only the hash', async ({
		desk,
	}) => {
		const device = secretOf(await signIn(desk, { ...pair, ...stranger }), 'device')
		expect(await desk.select().from(knownDevices)).toMatchObject([
			{ id: sha256(device), userId: 'huda', network: '192.0.2.1' },
		])
	})

	test('keeps its secret, and is known by its newest network', async ({ desk }) => {
		const device = secretOf(await signIn(desk, { ...pair, ...stranger }), 'device')
		const again = await signIn(desk, { ...pair, ...stranger, device, network: '198.51.100.7' })
		expect(secretOf(again, 'device')).toBe(device)
		expect(await desk.select().from(knownDevices)).toMatchObject([{ network: '198.51.100.7' }])
	})

	test('that is another person’s stays theirs', async ({ desk }) => {
		const device = secretOf(await signIn(desk, { ...pair, ...stranger }), 'device')
		await desk.insert(users).values({
			id: 'salma',
			name: 'سلمى',
			email: 'salma@desk.example',
			role: 'editor',
			language: 'ar',
			passwordHash: await hashPassword(pair.password),
		})
		const answer = await signIn(desk, { ...pair, email: 'salma@desk.example', ...stranger, device })
		expect(secretOf(answer, 'device')).not.toBe(device)
		const rows = await desk.select().from(knownDevices)
		expect(rows.find(({ id }) => id === sha256(device))?.userId).toBe('huda')
	})

	test.for([
		['the first sign-in of all', { before: null, sent: 0 }],
		['another device', { before: 'elsewhere', sent: 1 }],
		['the same device', { before: 'here', sent: 0 }],
		['the same device after ninety days', { before: 'here, long ago', sent: 1 }],
	] as const)('is told of by mail: %s', async ([, { before, sent }], { desk }) => {
		const now = new Date('2026-03-02T12:00:00Z')
		let device: string | null = null
		if (before !== null) {
			const at = new Date(now.getTime() - (before === 'here, long ago' ? 91 : 1) * day)
			const earlier = await signIn(desk, { ...pair, ...stranger }, at)
			expect(letters()).toEqual([])
			if (before !== 'elsewhere') device = secretOf(earlier, 'device')
		}
		await signIn(desk, { ...pair, ...stranger, device }, now)
		expect(letters()).toEqual(
			Array.from({ length: sent }, () => ({ kind: 'account-changed', userId: 'huda', what: 'new-device' })),
		)
	})
})

test('a token is read whatever stands beside it in the cookies', () => {
	const token = 'a'.repeat(52)
	const request = (cookie: string) => new Request('http://localhost/', { headers: { cookie } })
	expect(readToken(request(`x=%; session=${token}; y=%E0%A4%A`))).toBe(token)
	expect(readToken(request(`${'z'.repeat(65_536)}=1; session=${token}`))).toBe(token)
	expect(readToken(request(`session=${'a'.repeat(65_536)}`))).toBeNull()
	expect(readToken(request('session=%00; session'))).toBeNull()
})
