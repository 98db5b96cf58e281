import { hash } from '@node-rs/argon2'
import { eq } from 'drizzle-orm'
import { Secret, TOTP } from 'otpauth'
import { describe, expect } from 'vitest'
import { limits } from '#app/auth/limits.server.ts'
import {
	assessPassword,
	checkPassword,
	hashPassword,
	needsRehash,
	rehashIfNeeded,
} from '#app/auth/password.server.ts'
import { renewSession } from '#app/auth/sessions.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { findToken, issueToken } from '#app/services/one-time-tokens.server.ts'
import {
	changePassword,
	endOwnOtherSessions,
	endOwnSession,
	proveByCode,
	proveByPasskey,
	proveByPassword,
	saveProfile,
} from '#app/services/own-account.server.ts'
import { accountEvents, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, noon, openSession } from '#tests/support/factories.ts'
import { takeLetters } from '#tests/support/letters.ts'

const present = 'nine patient lanterns'
const next = 'a quiet river at dawn'
const network = '192.0.2.1'

const test = base.extend<{ huda: Actor }>({
	huda: async ({ db }, use) => {
		const huda = await addPerson(db, { id: 'huda', name: 'هدى حداد', email: 'huda@desk.example' })
		await setHash(db, await hashPassword(present))
		await use(huda)
	},
})

const setHash = (db: Db, passwordHash: string) =>
	db.update(users).set({ passwordHash }).where(eq(users.id, 'huda'))
const hashOf = async (db: Db) => (await db.select().from(users).where(eq(users.id, 'huda')))[0]!.passwordHash
const kindsOf = async (db: Db) =>
	(await db.select().from(accountEvents).orderBy(accountEvents.id)).map(({ kind }) => kind)
/** For what is not about the session. */
const noSession = async () => 'no session'

describe('a stored password', () => {
	test('is hashed with Argon2id, 19 MiB, two passes and one lane', async () => {
		expect(await hashPassword(present)).toMatch(/^\$argon2id\$v=19\$m=19456,t=2,p=1\$/)
	})

	test('is checked to its last character', async () => {
		const long = 'x'.repeat(72)
		const stored = await hashPassword(`${long}a`)
		expect(await checkPassword(stored, `${long}a`)).toBe(true)
		expect(await checkPassword(stored, `${long}b`)).toBe(false)
		expect(await checkPassword(stored, long)).toBe(false)
	})

	test('is the same however its marks were typed', async () => {
		const word = 'café sur la côte, naïve'
		const stored = await hashPassword(word.normalize('NFD'))
		expect(await checkPassword(stored, word.normalize('NFC'))).toBe(true)
		expect(await checkPassword(stored, word.normalize('NFD'))).toBe(true)
		expect(await checkPassword(stored, word.toUpperCase())).toBe(false)
		expect(await checkPassword(stored, `${word} `)).toBe(false)
	})

	test.for([
		['nobody', null],
		['an account that cannot sign in', 'none'],
		['a hash that is cut off', '$argon2id$v=19$m=19456'],
	] as const)('of %s belongs to no password', async ([, stored]) => {
		expect(await checkPassword(stored, 'none')).toBe(false)
		expect(await checkPassword(stored, 'an account that does not exist')).toBe(false)
	})

	test('that is too long to be anybody’s is not looked at', async () => {
		await expect(hashPassword('x'.repeat(257))).rejects.toThrow(RangeError)
		const began = performance.now()
		expect(await checkPassword(null, 'x'.repeat(1_000_000))).toBe(false)
		expect(performance.now() - began).toBeLessThan(50)
	})

	test.for([
		['fewer passes', { memoryCost: 19_456, timeCost: 1, parallelism: 1 }, true],
		['less memory', { memoryCost: 8_192, timeCost: 2, parallelism: 1 }, true],
		['more lanes', { memoryCost: 19_456, timeCost: 2, parallelism: 2 }, true],
		['another kind', { memoryCost: 19_456, timeCost: 2, parallelism: 1, algorithm: 1 }, true],
		['today’s parameters', { memoryCost: 19_456, timeCost: 2, parallelism: 1 }, false],
		['more than is asked today', { memoryCost: 32_768, timeCost: 3, parallelism: 1 }, false],
	] as const)('made with %s is made anew or not', async ([, parameters, isOld], { db, huda }) => {
		const passwordHash = await hash(present, parameters)
		await setHash(db, passwordHash)
		expect(needsRehash(passwordHash)).toBe(isOld)
		const returned = await rehashIfNeeded(db, { id: huda.id, passwordHash }, present)
		const stored = await hashOf(db)
		expect(returned).toBe(stored)
		expect(stored !== passwordHash).toBe(isOld)
		expect(needsRehash(stored)).toBe(false)
		expect(await checkPassword(stored, present)).toBe(true)
	})

	test('is not made anew over one that was chosen meanwhile', async ({ db, huda }) => {
		const old = await hash(present, { memoryCost: 8_192, timeCost: 1, parallelism: 1 })
		const chosen = await hashOf(db)
		expect(await rehashIfNeeded(db, { id: huda.id, passwordHash: old }, present)).toBe(old)
		expect(await hashOf(db)).toBe(chosen)
	})

	test('fifty at once all get their turn', async () => {
		const made = await Promise.all(Array.from({ length: 50 }, (_, n) => hashPassword(`${present} ${n}`)))
		expect(new Set(made).size).toBe(50)
		expect(await checkPassword(made[49]!, `${present} 49`)).toBe(true)
	})
})

test.for([
	['iloveyou1234', 'common-password'],
	['Manchester2024!', 'common-password'],
	['short', 'too-short'],
	[next, null],
] as const)('the list of common passwords judges %s', async ([typed, fault]) => {
	expect(await assessPassword(typed, { email: '', name: '' })).toBe(fault)
})

describe('changing one’s password', () => {
	const input = { current: present, password: next, network }

	test('ends every other session, gives this one a new token, and says so', async ({ db, huda }) => {
		const cookie = await openSession(db, huda)
		await db.insert(sessions).values({
			id: 'another',
			userId: huda.id,
			publicId: 'another',
			createdAt: noon,
			lastUsedAt: noon,
			confirmedAt: noon,
			expiresAt: noon,
			absoluteExpiresAt: noon,
		})
		const request = new Request('http://localhost/', { headers: { cookie } })
		const answer = await changePassword(db, huda, input, (tx) => renewSession(tx, request))
		expect(answer).toMatch(/^session=[a-z2-7]{52};/)
		expect(answer).not.toContain(cookie)
		const rows = await db.select().from(sessions)
		expect(rows).toHaveLength(1)
		expect(rows[0]!.publicId).not.toBe('another')
		expect(await checkPassword(await hashOf(db), next)).toBe(true)
		expect(await kindsOf(db)).toEqual(['password-changed'])
		expect(await takeLetters(db)).toEqual([{ kind: 'account-changed', userId: 'huda', what: 'password' }])
	})

	test('makes links to set a password useless', async ({ db, huda }) => {
		const secret = await issueToken(db, 'password-reset', { userId: 'huda' })
		await changePassword(db, huda, input, noSession)
		expect(await findToken(db, 'password-reset', secret)).toBeNull()
	})

	test.for([
		['the present one is wrong', { current: 'ten patient lanterns' }, 'current', 'wrong-password'],
		['the new one is short', { password: 'lanterns' }, 'password', 'too-short'],
		['the new one is common', { password: 'password12345' }, 'password', 'common-password'],
		['the new one is one’s name', { password: 'هدى حداد ١٩٩٠' }, 'password', 'common-password'],
		['the new one is the present one', { password: present }, 'password', 'same-password'],
	] as const)('is refused when %s, and changes nothing', async ([, typed, field, fault], { db, huda }) => {
		const before = await hashOf(db)
		const changing = changePassword(db, huda, { ...input, ...typed }, noSession)
		await expect(changing).rejects.toMatchObject({ code: 'invalid', detail: { field, fault } })
		expect(await hashOf(db)).toBe(before)
		expect(await kindsOf(db)).toEqual([])
		expect(await takeLetters(db)).toEqual([])
	})

	test('counts the tries at the present one, and then takes not even the right one', async ({ db, huda }) => {
		for (let n = 0; n < limits['proof-quick'].tries; n += 1) {
			const trying = changePassword(db, huda, { ...input, current: `wrong number ${n}` }, noSession)
			await expect(trying).rejects.toMatchObject({ code: 'invalid' })
		}
		const refused = await changePassword(db, huda, input, noSession).catch((error: unknown) => error)
		expect(refused).toMatchObject({ code: 'too-many' })
		expect((refused as { detail: { seconds: number } }).detail.seconds).toBeGreaterThan(0)
		expect(await checkPassword(await hashOf(db), present)).toBe(true)
	})

	test('is undone when the session was ended meanwhile', async ({ db, huda }) => {
		const request = new Request('http://localhost/', { headers: { cookie: `session=${'a'.repeat(52)}` } })
		const changing = changePassword(db, huda, input, (tx) => renewSession(tx, request))
		await expect(changing).rejects.toMatchObject({ status: 401 })
		expect(await checkPassword(await hashOf(db), present)).toBe(true)
		expect(await kindsOf(db)).toEqual([])
	})

	test('is done once of two at the same time', async ({ fresh }) => {
		const huda = await addPerson(fresh.db, { id: 'huda', name: 'هدى' })
		await setHash(fresh.db, await hashPassword(present))
		const tries = await Promise.allSettled(
			[next, 'a loud river at dusk'].map((password) =>
				changePassword(fresh.db, huda, { ...input, password }, noSession),
			),
		)
		expect(tries.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
		expect(await kindsOf(fresh.db)).toEqual(['password-changed'])
	})
})

describe('proving who one is', () => {
	test('works by the password, and only one’s own', async ({ db, huda }) => {
		const amal = await addPerson(db, { id: 'amal' })
		const proof = { password: present, field: 'password', network }
		await expect(proveByPassword(db, huda, proof)).resolves.toMatch(/^\$argon2id/)
		await expect(proveByPassword(db, amal, proof)).rejects.toMatchObject({
			code: 'invalid',
			detail: { field: 'password', fault: 'wrong-password' },
		})
	})

	test('makes an old hash anew', async ({ db, huda }) => {
		await setHash(db, await hash(present, { memoryCost: 8_192, timeCost: 1, parallelism: 1 }))
		const proven = await proveByPassword(db, huda, { password: present, field: 'password', network })
		expect(proven).toBe(await hashOf(db))
		expect(needsRehash(proven)).toBe(false)
	})

	test('works by a code, once', async ({ db, huda }) => {
		const secret = new Secret({ size: 20 }).base32
		await db
			.update(users)
			.set({ secondFactorSecret: secret, secondFactorAt: noon })
			.where(eq(users.id, 'huda'))
		const code = new TOTP({ secret }).generate({ timestamp: noon.getTime() })
		const proof = { code, field: 'code', network }
		await expect(proveByCode(db, huda, proof, noon)).resolves.toBeUndefined()
		await expect(proveByCode(db, huda, proof, noon)).rejects.toMatchObject({
			detail: { fault: 'wrong-code' },
		})
	})

	test('counts codes and passwords together', async ({ db, huda }) => {
		for (let n = 0; n < limits['proof-quick'].tries; n += 1) {
			const trying =
				n % 2 === 0
					? proveByCode(db, huda, { code: '000000', field: 'code', network })
					: proveByPassword(db, huda, { password: `wrong ${n}`, field: 'password', network })
			await expect(trying).rejects.toMatchObject({ code: 'invalid' })
		}
		const right = proveByPassword(db, huda, { password: present, field: 'password', network })
		await expect(right).rejects.toMatchObject({ code: 'too-many' })
	})

	test('takes nothing that is no passkey', async ({ db, huda }) => {
		const proof = { response: null, field: 'credential', secret: null }
		await expect(proveByPasskey(db, huda, proof)).rejects.toMatchObject({ code: 'invalid' })
	})
})

describe('one’s name and language', () => {
	test('are kept, and a new name is noted', async ({ db, huda }) => {
		await saveProfile(db, huda, { name: 'هدى الحداد', language: 'en' })
		const [row] = await db.select().from(users).where(eq(users.id, 'huda'))
		expect(row).toMatchObject({ name: 'هدى الحداد', language: 'en' })
		expect(await kindsOf(db)).toEqual(['name-changed'])
	})

	test('change without a note when only the language does', async ({ db, huda }) => {
		await saveProfile(db, huda, { name: huda.name, language: 'en' })
		expect(await kindsOf(db)).toEqual([])
	})

	test('are not to be a colleague’s, nor what looks the same', async ({ db, huda }) => {
		await addPerson(db, { id: 'amal', name: 'Amal Kattan' })
		const renaming = saveProfile(db, huda, { name: 'Аmal Kattan', language: 'ar' })
		await expect(renaming).rejects.toMatchObject({ code: 'look-alike' })
	})
})

describe('ending one’s sessions', () => {
	test('takes one’s own and not a colleague’s', async ({ db, huda }) => {
		const amal = await addPerson(db, { id: 'amal' })
		await openSession(db, huda, { publicId: 'of-huda' })
		await openSession(db, amal, { publicId: 'of-amal' })
		expect(await endOwnSession(db, huda, 'of-amal')).toBe(false)
		expect(await endOwnSession(db, huda, 'of-huda')).toBe(true)
		expect(await endOwnSession(db, huda, 'of-huda')).toBe(false)
		expect((await db.select().from(sessions)).map(({ publicId }) => publicId)).toEqual(['of-amal'])
		expect(await kindsOf(db)).toEqual(['session-ended'])
	})

	test('all others says how many', async ({ db, huda }) => {
		await openSession(db, huda, { publicId: 'present' })
		expect(await endOwnOtherSessions(db, huda, { publicId: 'present' })).toBe(0)
		expect(await endOwnOtherSessions(db, huda, { publicId: 'another' })).toBe(1)
		const events = await db.select().from(accountEvents)
		expect(events.map(({ kind, detail }) => [kind, detail])).toEqual([['sessions-ended', { count: 1 }]])
	})
})
