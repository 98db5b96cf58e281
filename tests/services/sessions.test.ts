import { eq } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect, vi } from 'vitest'
import { readToken } from '#app/auth/cookie.server.ts'
import { createLucia } from '#app/auth/lucia.server.ts'
import {
	beginSession,
	confirmSession,
	deleteExpiredSessions,
	endOtherSessions,
	endSession,
	endSessions,
	listSessions,
	renewSession,
} from '#app/auth/sessions.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Actor, Role } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, noon } from '#tests/support/factories.ts'

const test = base.extend<{ huda: Actor }>({
	huda: async ({ db }, use) => use(await addPerson(db, { id: 'huda' })),
})

/** Only the day is moved: the driver's own timers go on. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: noon }))
afterEach(() => void vi.useRealTimers())

const pass = (minutes: number) => vi.setSystemTime(Date.now() + minutes * 60_000)
const device = { agent: 'Firefox', network: '192.0.2.1', secondFactor: false }

/** A request that brings back what a `Set-Cookie` header handed out. */
function bringBack(setCookie: string): Request {
	return new Request('http://localhost/', { headers: { cookie: setCookie.split(';')[0] ?? '' } })
}

const open = async (db: Db, person: { id: string; role: Role }) =>
	bringBack(await beginSession(db, person, device))
const isOpen = async (db: Db, request: Request) =>
	(await createLucia(db).validateSession(readToken(request) ?? '')).user !== null

/** Use a session every so many minutes. What you get: after how many it opened nothing any more. */
async function useUntilEnd(db: Db, request: Request, every: number): Promise<number> {
	for (let minutes = 0; minutes <= 24 * 60; minutes += every) {
		if (!(await isOpen(db, request))) return minutes
		pass(every)
	}
	throw new Error('The session went on for a day.')
}

describe('a leaked table', () => {
	test('opens nothing: no column of a row is taken as a cookie', async ({ db, huda }) => {
		const request = await open(db, huda)
		const [row] = await db.select().from(sessions)
		const columns = Object.values(row ?? {}).map((value) =>
			value instanceof Date ? value.toISOString() : String(value),
		)
		for (const value of columns) {
			expect(await isOpen(db, bringBack(`session=${value}`))).toBe(false)
			expect((await createLucia(db).validateSession(value)).user).toBeNull()
		}
		expect(columns).toContain(sha256(readToken(request) ?? ''))
		expect(await isOpen(db, request)).toBe(true)
	})
})

describe('a session', () => {
	test.for([
		['reviewer', 12 * 60],
		['editor', 12 * 60],
		['admin', 8 * 60],
	] as const)(
		'of somebody with the role %s, in use all day, ends after %i minutes',
		async ([role, minutes], { db }) => {
			const request = await open(db, await addPerson(db, { role }))
			expect(await useUntilEnd(db, request, 20)).toBe(minutes)
		},
	)

	test('that nobody uses for an hour ends', async ({ db, huda }) => {
		expect(await useUntilEnd(db, await open(db, huda), 60)).toBe(60)
	})

	test('that is used a little more often goes on until its hours are up', async ({ db, huda }) => {
		expect(await useUntilEnd(db, await open(db, huda), 59)).toBe(13 * 59)
	})

	test('has its whole hour from each use on, early uses too', async ({ db, huda }) => {
		const request = await open(db, huda)
		pass(25)
		expect(await isOpen(db, request)).toBe(true)
		pass(59)
		expect(await isOpen(db, request)).toBe(true)
	})

	test('is over at once for a person who is disabled', async ({ db, huda }) => {
		const request = await open(db, huda)
		await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, 'huda'))
		expect(await isOpen(db, request)).toBe(false)
	})

	test('gets a token of its own, not the one that somebody planted', async ({ db, huda }) => {
		const planted = bringBack(`session=${'a'.repeat(52)}`)
		const begun = await open(db, huda)
		expect(readToken(begun)).not.toBe(readToken(planted))
		expect(await isOpen(db, planted)).toBe(false)
	})

	test('that has ended is forgotten when another begins', async ({ db, huda }) => {
		await open(db, huda)
		pass(61)
		await open(db, huda)
		expect(await db.$count(sessions)).toBe(1)
		pass(13 * 60)
		await deleteExpiredSessions(db)
		expect(await db.$count(sessions)).toBe(0)
	})
})

describe('renewing a session', () => {
	test('changes its token, keeps its end, and ends the person’s others', async ({ db, huda }) => {
		const other = await open(db, huda)
		const colleague = await open(db, await addPerson(db))
		const present = await open(db, huda)
		const before = await db
			.select()
			.from(sessions)
			.where(eq(sessions.id, sha256(readToken(present)!)))
		pass(30)
		const renewed = bringBack(await renewSession(db, present, { secondFactor: true }))
		expect(
			await Promise.all([present, other, renewed, colleague].map((request) => isOpen(db, request))),
		).toEqual([false, false, true, true])
		const [after] = await db
			.select()
			.from(sessions)
			.where(eq(sessions.id, sha256(readToken(renewed)!)))
		expect(after).toMatchObject({
			publicId: before[0]!.publicId,
			absoluteExpiresAt: before[0]!.absoluteExpiresAt,
			secondFactor: true,
			confirmedAt: new Date(),
		})
	})

	test('that was ended meanwhile is refused, so that nothing is changed by it', async ({ db, huda }) => {
		const present = await open(db, huda)
		await endSessions(db, 'huda')
		await expect(renewSession(db, present)).rejects.toMatchObject({ status: 401 })
	})
})

describe('confirming a session', () => {
	test('changes its token and notes when, and the person’s others go on', async ({ db, huda }) => {
		const other = await open(db, huda)
		const present = await open(db, huda)
		pass(20)
		const confirmed = bringBack(await confirmSession(db, present))
		expect(await isOpen(db, present)).toBe(false)
		expect(await isOpen(db, other)).toBe(true)
		const { session } = await createLucia(db).validateSession(readToken(confirmed)!)
		expect(session).toMatchObject({ confirmedAt: new Date(), secondFactor: false })
	})
})

describe('a person’s own sessions', () => {
	test('are listed without those that have ended and those of others, the one used last first', async ({
		db,
		huda,
	}) => {
		await open(db, huda)
		pass(50)
		const second = await open(db, huda)
		await open(db, await addPerson(db))
		pass(15)
		await isOpen(db, second)
		const third = await beginSession(db, huda, { ...device, agent: 'Safari' })
		expect(third).toContain('Max-Age=43200')
		const listed = await listSessions(db, 'huda')
		expect(listed.map(({ agent }) => agent)).toEqual(['Safari', 'Firefox'])
		expect(listed[0]).not.toHaveProperty('id')
		expect(listed.every(({ publicId }) => publicId.length === 12)).toBe(true)
	})

	test('are ended by their public id, another person’s not', async ({ db, huda }) => {
		const amal = await addPerson(db, { id: 'amal' })
		const request = await open(db, amal)
		const [session] = await listSessions(db, 'amal')
		expect(await endSession(db, huda.id, session!.publicId)).toBe(false)
		expect(await isOpen(db, request)).toBe(true)
		expect(await endSession(db, amal.id, session!.publicId)).toBe(true)
		expect(await isOpen(db, request)).toBe(false)
	})

	test('all but the present one are ended, and nobody else’s', async ({ db, huda }) => {
		const amal = await open(db, await addPerson(db, { id: 'amal' }))
		await open(db, huda)
		await open(db, huda)
		const [kept] = await listSessions(db, 'huda')
		expect(await endOtherSessions(db, 'huda', kept!.publicId)).toBe(1)
		expect((await listSessions(db, 'huda')).map(({ publicId }) => publicId)).toEqual([kept!.publicId])
		expect(await isOpen(db, amal)).toBe(true)
	})
})
