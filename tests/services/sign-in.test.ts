import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { readToken } from '#app/auth/cookie.server.ts'
import { createLucia } from '#app/auth/lucia.server.ts'
import { hashPassword } from '#app/auth/password.server.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import type { Db } from '#app/db.server.ts'
import { sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'

const person = { email: 'huda@desk.example', password: 'a long enough password' }

const test = base.extend<{ desk: Db }>({
	desk: async ({ db }, use) => {
		await db.insert(users).values({
			id: 'huda',
			name: 'هدى',
			email: person.email,
			role: 'reviewer',
			language: 'ar',
			passwordHash: await hashPassword(person.password),
		})
		await use(db)
	},
})

/** The token a `Set-Cookie` header hands out, as the next request would bring it. */
function tokenOf(cookie: string | null): string {
	const [pair = ''] = (cookie ?? '').split(';')
	return readToken(new Request('http://localhost/', { headers: { cookie: `theme=%; ${pair}` } })) ?? ''
}

describe('signing in', () => {
	test('opens a session of which the database knows only the hash', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...person, agent: 'Firefox', network: '192.0.2.1' }))
		expect(token).toMatch(/^[a-z2-7]{52}$/)
		const [row] = await desk.select().from(sessions)
		expect(row?.id).toMatch(/^[0-9a-f]{64}$/)
		expect(row?.id).not.toContain(token)
		expect((await createLucia(desk).validateSession(token)).user).toMatchObject({
			id: 'huda',
			role: 'reviewer',
		})
	})

	test('does not take a row of a leaked table as a token', async ({ desk }) => {
		await signIn(desk, { ...person, agent: null, network: '192.0.2.1' })
		const [row] = await desk.select().from(sessions)
		expect((await createLucia(desk).validateSession(row?.id ?? '')).user).toBeNull()
	})

	test.for([
		['a wrong password', { ...person, password: 'another password' }],
		['an unknown address', { ...person, email: 'nobody@desk.example' }],
		['a password too long to hash', { ...person, password: 'x'.repeat(10_000) }],
		['an empty password', { ...person, password: '' }],
	] as const)('is refused with %s, and no session begins', async ([, input], { desk }) => {
		expect(await signIn(desk, { ...input, agent: null, network: '192.0.2.1' })).toBeNull()
		expect(await desk.$count(sessions)).toBe(0)
	})

	test('takes the address in any case and with blanks round it', async ({ desk }) => {
		expect(await signIn(desk, { ...person, email: ' Huda@Desk.Example ', agent: null, network: '192.0.2.1' })).not.toBeNull()
	})

	test('is over at once for a person who is disabled', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...person, agent: null, network: '192.0.2.1' }))
		await desk.update(users).set({ disabledAt: new Date() }).where(eq(users.id, 'huda'))
		expect((await createLucia(desk).validateSession(token)).user).toBeNull()
		expect(await signIn(desk, { ...person, agent: null, network: '192.0.2.1' })).toBeNull()
	})

	test('ends for good when its hours are up, however busy it was', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...person, agent: null, network: '192.0.2.1' }))
		await desk.update(sessions).set({ absoluteExpiresAt: new Date(Date.now() - 1) })
		expect((await createLucia(desk).validateSession(token)).user).toBeNull()
	})

	test('ends when it was not used for its idle time', async ({ desk }) => {
		const token = tokenOf(await signIn(desk, { ...person, agent: null, network: '192.0.2.1' }))
		await desk.update(sessions).set({ expiresAt: new Date(Date.now() - 1) })
		expect((await createLucia(desk).validateSession(token)).user).toBeNull()
	})

	test('hands out a new token every time', async ({ desk }) => {
		const tokens = [
			tokenOf(await signIn(desk, { ...person, agent: null, network: '192.0.2.1' })),
			tokenOf(await signIn(desk, { ...person, agent: null, network: '192.0.2.1' })),
		]
		expect(new Set(tokens).size).toBe(2)
	})
})
