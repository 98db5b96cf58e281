import { afterEach, beforeEach, describe, expect, vi } from 'vitest'
import { networkOf } from '#app/auth/network.ts'
import { countLetter, countProof, countSignIn, forgiveSignIn } from '#app/auth/limits.server.ts'
import { type Db, openDatabase } from '#app/db.server.ts'
import { sha256 } from '#app/ids.server.ts'
import { test } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/factories.ts'
import { knownDevices, rateLimits } from '#drizzle/schema.ts'

/** Only the day is moved: the driver's own timers go on. */
beforeEach(() => void vi.useFakeTimers({ toFake: ['Date'], now: new Date('2026-03-02T12:00:00Z') }))
afterEach(() => void vi.useRealTimers())

const pass = (seconds: number) => vi.setSystemTime(Date.now() + seconds * 1000)

const somebody = { email: 'nobody@desk.example', network: '198.51.100.1', device: null }
const stranger = (number: number) => `203.0.113.${number}`

/** Try to sign in so many times. What you get: how long each try has to wait. */
async function tryAt(db: Db, times: number, attempt: Parameters<typeof countSignIn>[1]) {
	const waits: (number | null)[] = []
	for (let n = 0; n < times; n += 1) waits.push(await countSignIn(db, attempt))
	return waits
}

/** How many tries out of so many a second over so long are taken. */
async function hammer(
	db: Db,
	seconds: number,
	attempt: Parameters<typeof countSignIn>[1],
): Promise<number[]> {
	const taken: number[] = []
	for (let second = 0; second < seconds; second += 1) {
		if ((await countSignIn(db, attempt)) === null) taken.push(second)
		pass(1)
	}
	return taken
}

async function knowDevice(
	db: Db,
	person: { id: string },
	known: { device: string; network: string; at?: Date },
) {
	await db.insert(knownDevices).values({
		id: sha256(known.device),
		userId: person.id,
		network: known.network,
		lastUsedAt: known.at ?? new Date(),
	})
}

describe('one network', () => {
	test('takes ten tries a minute, at however many accounts', async ({ db }) => {
		const waits: (number | null)[] = []
		for (let n = 1; n <= 12; n += 1) {
			waits.push(await countSignIn(db, { ...somebody, email: `person-${n}@desk.example` }))
		}
		expect(waits).toEqual([...Array<null>(10).fill(null), 60, 60])
	})

	test('is open again when the wait that was said is over, however often it was tried meanwhile', async ({
		db,
	}) => {
		for (let n = 1; n <= 10; n += 1) await countSignIn(db, { ...somebody, email: `p${n}@desk.example` })
		for (let n = 1; n <= 59; n += 1) {
			pass(1)
			expect(await countSignIn(db, { ...somebody, email: 'late@desk.example' })).toBe(60 - n)
		}
		pass(1)
		expect(await countSignIn(db, { ...somebody, email: 'late@desk.example' })).toBeNull()
	})

	test('is one over all addresses of a /64', async ({ db }) => {
		for (let n = 1; n <= 10; n += 1) {
			await countSignIn(db, {
				...somebody,
				email: `p${n}@desk.example`,
				network: networkOf(`2001:db8:0:7::${n}`),
			})
		}
		expect(await countSignIn(db, { ...somebody, network: networkOf('2001:db8:0:7:ffff::1') })).toBe(60)
		expect(await countSignIn(db, { ...somebody, network: networkOf('2001:db8:0:8::1') })).toBeNull()
	})
})

describe('one network at one account', () => {
	test('takes five tries at once and then ever fewer, never less than one in ten minutes', async ({ db }) => {
		// Tries closer together would meet the limit of the network first.
		const taken: number[] = []
		for (let second = 0; second < 3_600; second += 15) {
			if ((await countSignIn(db, somebody)) === null) taken.push(second)
			pass(15)
		}
		expect(taken.slice(0, 5)).toEqual([0, 15, 30, 45, 60])
		const gaps = taken.slice(5).map((second, index) => second - (taken[index + 4] ?? 0))
		expect(gaps[0]).toBeGreaterThanOrEqual(30)
		expect(gaps.every((gap, index) => gap >= (gaps[index - 1] ?? 0))).toBe(true)
		expect(Math.max(...gaps)).toBeLessThanOrEqual(615)
		expect(taken.length).toBeLessThanOrEqual(15)
	})

	test('of twenty tries at the same moment takes five', async ({ fresh }) => {
		const { db, close } = openDatabase(fresh.connection, { max: 10 })
		const waits = await Promise.all(Array.from({ length: 20 }, () => countSignIn(db, somebody)))
		expect(waits.filter((wait) => wait === null)).toHaveLength(5)
		await close()
	})

	test('however the address is written', async ({ db }) => {
		await tryAt(db, 5, somebody)
		expect(await countSignIn(db, { ...somebody, email: ' NOBODY@Desk.example ' })).not.toBeNull()
	})

	test('is forgotten when the person is in', async ({ db }) => {
		await tryAt(db, 5, somebody)
		await forgiveSignIn(db, somebody)
		expect(await countSignIn(db, somebody)).toBeNull()
	})
})

describe('one account', () => {
	test('takes 25 tries an hour from 200 strange addresses', async ({ db }) => {
		let taken = 0
		for (let n = 0; n < 200; n += 1) {
			if ((await countSignIn(db, { ...somebody, network: stranger(n) })) === null) taken += 1
			pass(10)
		}
		expect(taken).toBe(25)
		pass(1_600)
		expect(await countSignIn(db, { ...somebody, network: '192.0.2.200' })).toBeNull()
	})

	test('is not used up by one address that is held up already', async ({ db }) => {
		await tryAt(db, 9, somebody)
		let taken = 0
		for (let n = 0; n < 40; n += 1) {
			if ((await countSignIn(db, { ...somebody, network: stranger(n) })) === null) taken += 1
		}
		expect(taken).toBe(20)
	})

	test.for([
		['from a known device in a strange place', { device: 'the-cookie', network: '192.0.2.77' }],
		['from a known network without its cookie', { device: null, network: '192.0.2.50' }],
		['from a known network with a cookie of nobody', { device: 'another', network: '192.0.2.50' }],
	] as const)('lets its owner in while others attack it from everywhere, %s', async ([, at], { db }) => {
		const owner = await addPerson(db)
		await knowDevice(db, owner, { device: 'the-cookie', network: '192.0.2.50' })
		for (let n = 0; n < 30; n += 1)
			await countSignIn(db, { ...somebody, email: owner.email, network: stranger(n) })
		expect(await countSignIn(db, { email: owner.email, network: '192.0.2.99', device: null })).not.toBeNull()

		expect(await tryAt(db, 4, { email: owner.email, ...at })).toEqual([null, null, null, null])
	})

	test('lets its owner in from a known device behind a network that is held up', async ({ db }) => {
		const owner = await addPerson(db)
		await knowDevice(db, owner, { device: 'the-cookie', network: '192.0.2.50' })
		await hammer(db, 30, { ...somebody, network: '192.0.2.50' })
		expect(
			await countSignIn(db, { email: owner.email, network: '192.0.2.50', device: 'the-cookie' }),
		).toBeNull()
	})

	test.for([
		['another account’s device', { device: 'of-another', network: '192.0.2.99' }],
		['another account’s network', { device: null, network: '192.0.2.60' }],
		['a network last used 31 days ago', { device: null, network: '192.0.2.70' }],
		['a device last used 91 days ago', { device: 'older', network: '192.0.2.99' }],
	] as const)('takes %s for a stranger’s', async ([, at], { db }) => {
		const [owner, other] = [await addPerson(db), await addPerson(db)]
		await knowDevice(db, other, { device: 'of-another', network: '192.0.2.60' })
		const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000)
		await knowDevice(db, owner, { device: 'old', network: '192.0.2.70', at: daysAgo(31) })
		await knowDevice(db, owner, { device: 'older', network: '192.0.2.71', at: daysAgo(91) })
		for (let n = 0; n < 25; n += 1)
			await countSignIn(db, { ...somebody, email: owner.email, network: stranger(n) })
		expect(await countSignIn(db, { email: owner.email, ...at })).toBeGreaterThan(0)
	})

	test('holds up a known device too, in its own time', async ({ db }) => {
		const owner = await addPerson(db)
		await knowDevice(db, owner, { device: 'the-cookie', network: '192.0.2.50' })
		const taken = await hammer(db, 120, { email: owner.email, network: '192.0.2.50', device: 'the-cookie' })
		expect(taken.length).toBeLessThanOrEqual(8)
		await forgiveSignIn(db, { email: owner.email, network: '192.0.2.50', device: 'the-cookie' })
		expect(
			await countSignIn(db, { email: owner.email, network: '192.0.2.50', device: 'the-cookie' }),
		).toBeNull()
	})

	test('that does not exist is held up like one that does', async ({ db }) => {
		const person = await addPerson(db)
		await knowDevice(db, person, { device: 'the-cookie', network: '192.0.2.50' })
		const series = async (email: string, networks: (n: number) => string) => {
			const waits: (number | null)[] = []
			for (let n = 0; n < 40; n += 1)
				waits.push(await countSignIn(db, { email, network: networks(n), device: null }))
			return waits
		}
		const known = await series(person.email, (n) => stranger(n))
		const unknown = await series('nobody@desk.example', (n) => `198.18.0.${n}`)
		expect(unknown).toEqual(known)
	})

	test('one’s own sign-ins do not open the limits of others', async ({ db }) => {
		const mine = await addPerson(db)
		const taken: (number | null)[] = []
		for (let n = 0; n < 30; n += 1) {
			await countSignIn(db, { ...somebody, email: mine.email })
			await forgiveSignIn(db, { ...somebody, email: mine.email })
			taken.push(await countSignIn(db, { ...somebody, email: `victim-${n}@desk.example` }))
		}
		expect(taken.filter((wait) => wait === null).length).toBeLessThanOrEqual(10)
	})
})

describe('proofs of somebody signed in', () => {
	const attempt = { userId: 'person-x', network: '198.51.100.1' }

	test('five in five minutes', async ({ db }) => {
		const waits: (number | null)[] = []
		for (let n = 0; n < 7; n += 1) waits.push(await countProof(db, attempt))
		expect(waits).toEqual([null, null, null, null, null, 300, 300])
		pass(300)
		expect(await countProof(db, attempt)).toBeNull()
	})

	test('twenty an hour, from however many networks', async ({ db }) => {
		let taken = 0
		for (let n = 0; n < 30; n += 1) {
			if ((await countProof(db, { ...attempt, network: stranger(n) })) === null) taken += 1
		}
		expect(taken).toBe(20)
	})

	test('strangers who have the password do not use up what the person’s own network may try', async ({
		db,
	}) => {
		const owner = await addPerson(db)
		await knowDevice(db, owner, { device: 'the-cookie', network: '192.0.2.50' })
		for (let n = 0; n < 30; n += 1) await countProof(db, { userId: owner.id, network: stranger(n) })
		expect(await countProof(db, { userId: owner.id, network: '192.0.2.50' })).toBeNull()
	})
})

describe('letters', () => {
	test('three an hour to one address, whoever asks', async ({ db }) => {
		const waits: (number | null)[] = []
		for (let n = 0; n < 5; n += 1) {
			waits.push(await countLetter(db, { email: 'me@desk.example', network: stranger(n) }))
		}
		expect(waits).toEqual([null, null, null, 3_600, 3_600])
		pass(3_600)
		expect(await countLetter(db, { email: 'me@desk.example', network: stranger(9) })).toBeNull()
	})

	test('ten an hour from one network, to whomever', async ({ db }) => {
		const waits: (number | null)[] = []
		for (let n = 0; n < 12; n += 1) {
			waits.push(await countLetter(db, { email: `p${n}@desk.example`, network: '198.51.100.1' }))
		}
		expect(waits.filter((wait) => wait === null)).toHaveLength(10)
	})
})

describe('what is counted', () => {
	test('outlives the process, as it is in the database', async ({ fresh }) => {
		const before = openDatabase(fresh.connection)
		await tryAt(before.db, 5, somebody)
		await before.close()

		const after = openDatabase(fresh.connection)
		expect(await countSignIn(after.db, somebody)).toBeGreaterThan(0)
		await after.close()
	})

	test('names nobody', async ({ db }) => {
		const person = await addPerson(db)
		await countSignIn(db, { email: person.email, network: '198.51.100.1', device: null })
		await countLetter(db, { email: person.email, network: '198.51.100.1' })
		await countProof(db, { userId: person.id, network: '198.51.100.1' })
		const rows = JSON.stringify(await db.select().from(rateLimits))
		expect(rows).not.toContain(person.email)
		expect(rows).not.toContain(person.id)
		expect(rows).not.toContain('198.51.100.1')
	})

	test('is deleted when it has expired', async ({ db }) => {
		for (let n = 0; n < 5; n += 1) await countSignIn(db, { ...somebody, network: stranger(n) })
		expect(await db.$count(rateLimits)).toBeGreaterThan(5)
		pass(2 * 3_600)
		await countLetter(db, { email: 'me@desk.example', network: '192.0.2.1' })
		expect(await db.$count(rateLimits)).toBe(2)
	})

	test('is counted in memory while the table cannot be had', async ({ fresh }) => {
		await fresh.db.execute('alter table rate_limits rename to elsewhere')
		const waits: (number | null)[] = []
		for (let n = 0; n < 5; n += 1) {
			waits.push(await countLetter(fresh.db, { email: 'away@desk.example', network: '192.0.2.2' }))
		}
		expect(waits).toEqual([null, null, null, 3_600, 3_600])
	})
})
