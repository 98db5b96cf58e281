import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { limits } from '#app/auth/limits.server.ts'
import { checkPassword, hashPassword } from '#app/auth/password.server.ts'
import { openDatabase, type Db } from '#app/db.server.ts'
import { tokenPurposes } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { findToken, issueToken } from '#app/services/one-time-tokens.server.ts'
import {
	askForReset,
	findReset,
	resetByOperator,
	resetPassword,
	sendReset,
} from '#app/services/password-reset.server.ts'
import { disablePerson } from '#app/services/team.server.ts'
import { accountEvents, recoveryCodes, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, noon, openSession } from '#tests/support/factories.ts'
import { openLetters, takeLetters } from '#tests/support/letters.ts'

const network = '192.0.2.7'
const password = 'four slow green rivers'
const later = (minutes: number) => new Date(noon.getTime() + minutes * 60_000)

const test = base.extend<{ amal: Actor; admin: Actor }>({
	amal: async ({ db }, use) => use(await addPerson(db, { id: 'amal', email: 'amal@desk.example' })),
	admin: async ({ db }, use) => use(await addPerson(db, { id: 'admin', role: 'admin' })),
})

const hashOf = async (db: Db, id: string) =>
	(await db.select().from(users).where(eq(users.id, id)))[0]!.passwordHash

describe('asking for a link', () => {
	test('posts a letter to the address, whoever it is, and says the same', async ({ db, amal }) => {
		for (const email of [amal.email, 'nobody@desk.example']) {
			expect(await askForReset(db, { email, network }, noon)).toBeUndefined()
			expect(await takeLetters(db)).toEqual([{ kind: 'password-reset', email }])
		}
		const events = await db.select().from(accountEvents).orderBy(accountEvents.id)
		expect(events.map(({ kind, actorId, subjectId }) => [kind, actorId, subjectId])).toEqual([
			['password-reset-asked', null, 'amal'],
			['password-reset-asked', null, null],
		])
	})

	test('is answered three times an hour for one address, known or not', async ({ db, amal }) => {
		for (const email of [amal.email, 'nobody@desk.example']) {
			for (let asked = 0; asked < limits['letter-address'].tries; asked += 1) {
				await askForReset(db, { email, network: `192.0.2.${asked}` }, noon)
			}
			const attempt = askForReset(db, { email, network: '192.0.2.99' }, noon)
			const refusal = await attempt.catch((error: unknown) => error)
			expect(refusal).toMatchObject({ code: 'too-many' })
			expect((refusal as { detail: { seconds: number } }).detail.seconds).toBeGreaterThan(3000)
		}
		expect(await takeLetters(db)).toHaveLength(6)
	})
})

describe('the link', () => {
	test('is not spent by looking, and is good for half an hour', async ({ db, amal }) => {
		await askForReset(db, { email: amal.email, network }, noon)
		const [letter] = await openLetters(db, noon)
		const secret = letter?.secret ?? ''
		expect(letter?.to).toBe(amal.email)
		expect(await findReset(db, secret, later(29))).toMatchObject({ email: amal.email })
		expect(await findReset(db, secret, later(30))).toBeNull()
		await expect(resetPassword(db, { secret, password }, later(30))).rejects.toMatchObject({ code: 'spent' })
	})

	test('of an earlier letter is useless once another was sent', async ({ db, amal }) => {
		const secrets = []
		for (let asked = 0; asked < 2; asked += 1) {
			await askForReset(db, { email: amal.email, network }, noon)
			secrets.push((await openLetters(db, noon))[0]?.secret ?? '')
		}
		expect(await findReset(db, secrets[0]!, noon)).toBeNull()
		expect(await findReset(db, secrets[1]!, noon)).not.toBeNull()
	})

	for (const purpose of tokenPurposes.filter((name) => name !== 'password-reset')) {
		test(`is no secret made for ${purpose}`, async ({ db, amal }) => {
			const secret = await issueToken(db, purpose, { userId: amal.id }, noon)
			expect(await findReset(db, secret, noon)).toBeNull()
			await expect(resetPassword(db, { secret, password }, noon)).rejects.toMatchObject({ code: 'spent' })
		})
	}
})

describe('a new password', () => {
	test('ends every session, voids what was under way, keeps the second factor, is written down and told', async ({
		db,
		amal,
	}) => {
		await db
			.update(users)
			.set({
				secondFactorAt: noon,
				secondFactorSecret: 'SECRET',
				passwordHash: await hashPassword('old one, long'),
			})
			.where(eq(users.id, amal.id))
		await openSession(db, amal)
		const other = await addPerson(db)
		await openSession(db, other)
		const halfway = await issueToken(db, 'second-step', { userId: amal.id }, noon)
		const second = await issueToken(db, 'password-reset', { userId: amal.id }, noon)
		const secret = await issueToken(db, 'password-reset', { userId: amal.id }, noon)

		await resetPassword(db, { secret, password }, noon)
		expect(await checkPassword(await hashOf(db, amal.id), password)).toBe(true)
		expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([other.id])
		expect(await findToken(db, 'second-step', halfway, noon)).toBeNull()
		expect(await findReset(db, second, noon)).toBeNull()
		const [row] = await db.select().from(users).where(eq(users.id, amal.id))
		expect(row).toMatchObject({ secondFactorAt: noon, secondFactorSecret: 'SECRET' })
		const events = await db.select().from(accountEvents)
		expect(events.map(({ kind, subjectId }) => [kind, subjectId])).toEqual([['password-reset', amal.id]])
		expect(await takeLetters(db)).toEqual([{ kind: 'account-changed', userId: amal.id, what: 'password' }])
	})

	test('that will not do is refused, and the link still works', async ({ db, amal }) => {
		const secret = await issueToken(db, 'password-reset', { userId: amal.id }, noon)
		await expect(resetPassword(db, { secret, password: 'amal@desk.example' }, noon)).rejects.toMatchObject({
			code: 'invalid',
			detail: { field: 'password', fault: 'common-password' },
		})
		await resetPassword(db, { secret, password }, noon)
	})

	test('is not for somebody disabled', async ({ db, amal, admin }) => {
		await disablePerson(db, admin, amal.id, noon)
		const secret = await issueToken(db, 'password-reset', { userId: amal.id }, noon)
		await expect(resetPassword(db, { secret, password }, noon)).rejects.toMatchObject({ code: 'spent' })
	})

	test('by twenty at once with one link is set once', async ({ fresh }) => {
		const amal = await addPerson(fresh.db)
		const secret = await issueToken(fresh.db, 'password-reset', { userId: amal.id })
		const { db, close } = openDatabase(fresh.connection, { max: 20 })
		const passwords = Array.from({ length: 20 }, (_, index) => `${index} slow green rivers run`)
		const outcomes = await Promise.allSettled(
			passwords.map((chosen) => resetPassword(db, { secret, password: chosen })),
		)
		await close()
		const winners = outcomes.flatMap(({ status }, index) => (status === 'fulfilled' ? [index] : []))
		expect(winners).toHaveLength(1)
		expect(await checkPassword(await hashOf(fresh.db, amal.id), passwords[winners[0]!]!)).toBe(true)
	})
})

describe('a link sent by an admin', () => {
	test('is the same letter, written down as the admin’s doing', async ({ db, amal, admin }) => {
		await sendReset(db, admin, { personId: amal.id, network }, noon)
		expect(await takeLetters(db)).toEqual([{ kind: 'password-reset', email: amal.email }])
		const [event] = await db.select().from(accountEvents)
		expect(event).toMatchObject({ kind: 'password-reset-asked', actorId: admin.id, subjectId: amal.id })
	})

	test('is for admins to send, to somebody who can sign in', async ({ db, amal, admin }) => {
		const asked = { personId: amal.id, network }
		await expect(sendReset(db, amal, asked, noon)).rejects.toMatchObject({ code: 'forbidden' })
		await expect(sendReset(db, admin, { ...asked, personId: 'none' }, noon)).rejects.toMatchObject({
			code: 'not-found',
		})
		await disablePerson(db, admin, amal.id, noon)
		await takeLetters(db)
		await expect(sendReset(db, admin, asked, noon)).rejects.toMatchObject({ code: 'invalid' })
		expect(await takeLetters(db)).toEqual([])
	})

	test('counts with those that strangers ask for', async ({ db, amal, admin }) => {
		for (let asked = 0; asked < limits['letter-address'].tries; asked += 1) {
			await sendReset(db, admin, { personId: amal.id, network }, noon)
		}
		const once = sendReset(db, admin, { personId: amal.id, network }, noon)
		await expect(once).rejects.toMatchObject({ code: 'too-many' })
	})
})

describe('a link made by whoever runs the server', () => {
	test('makes the old password and every session useless at once, and sets a new one', async ({
		db,
		amal,
	}) => {
		const old = 'the one before this'
		await db.update(users).set({ passwordHash: await hashPassword(old) })
		await openSession(db, amal)
		const { secret, sessions: ended } = await resetByOperator(db, amal.email, { secondFactor: 'keep' }, noon)
		expect([ended, await db.$count(sessions)]).toEqual([1, 0])
		expect(await checkPassword(await hashOf(db, amal.id), old)).toBe(false)
		await resetPassword(db, { secret, password }, noon)
		expect(await checkPassword(await hashOf(db, amal.id), password)).toBe(true)
	})

	test('takes the second factor away only if asked to', async ({ db, amal }) => {
		await db.update(users).set({ secondFactorAt: noon, secondFactorSecret: 'SECRET' })
		await db.insert(recoveryCodes).values({ id: 'code', userId: amal.id, hash: '', createdAt: noon })
		await resetByOperator(db, amal.email, { secondFactor: 'keep' }, noon)
		expect(await db.$count(recoveryCodes)).toBe(1)
		await resetByOperator(db, amal.email, { secondFactor: 'remove' }, noon)
		expect(await db.$count(recoveryCodes)).toBe(0)
		const [row] = await db.select().from(users).where(eq(users.id, amal.id))
		expect(row?.secondFactorAt).toBeNull()
	})

	test('is for somebody who can sign in', async ({ db, amal, admin }) => {
		const keep = { secondFactor: 'keep' } as const
		await expect(resetByOperator(db, 'nobody@desk.example', keep, noon)).rejects.toMatchObject({
			code: 'not-found',
		})
		await disablePerson(db, admin, amal.id, noon)
		await expect(resetByOperator(db, amal.email, keep, noon)).rejects.toMatchObject({ code: 'invalid' })
	})
})
