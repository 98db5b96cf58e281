import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { limits } from '#app/auth/limits.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
	askEmailChange,
	cancelEmailChange,
	confirmEmailChange,
	findEmailChange,
	findPendingChange,
} from '#app/services/email-changes.server.ts'
import { findToken, issueToken } from '#app/services/one-time-tokens.server.ts'
import { accountEvents, emailChanges, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'
import { openLetters, takeLetters } from '#tests/support/letters.ts'

const oldEmail = 'huda@desk.example'
const newEmail = 'huda@news.example'
const network = '192.0.2.1'

const test = base.extend<{ huda: Actor }>({
	huda: async ({ db }, use) => use(await addPerson(db, { id: 'huda', name: 'هدى', email: oldEmail })),
})

const emailOf = async (db: Db) => (await db.select().from(users).where(eq(users.id, 'huda')))[0]!.email
const kindsOf = async (db: Db) =>
	(await db.select().from(accountEvents).orderBy(accountEvents.id)).map(({ kind }) => kind)

/** Ask for the new address. @returns the secrets that the two letters carry */
async function ask(db: Db, huda: Actor, email = newEmail, now = new Date()) {
	await askEmailChange(db, huda, { email, network }, now)
	const letters = await openLetters(db, now)
	const sentTo = (address: string) => letters.find(({ to }) => to === address)?.secret ?? ''
	return { old: sentTo(huda.email), new: sentTo(email), letters: letters.map(({ to }) => to).sort() }
}

describe('asking for another mail address', () => {
	test('changes nothing and writes to both mailboxes', async ({ db, huda }) => {
		const { letters } = await ask(db, huda)
		expect(letters).toEqual([oldEmail, newEmail])
		expect(await emailOf(db)).toBe(oldEmail)
		expect(await findPendingChange(db, huda)).toMatchObject({
			newEmail,
			oldConfirmed: false,
			newConfirmed: false,
		})
		expect(await kindsOf(db)).toEqual(['email-change-asked'])
	})

	test('for an address that somebody has looks the same, and that mailbox hears nothing', async ({
		db,
		huda,
	}) => {
		await addPerson(db, { email: newEmail })
		const { letters } = await ask(db, huda)
		expect(letters).toEqual([oldEmail])
		expect(await findPendingChange(db, huda)).toMatchObject({
			newEmail,
			oldConfirmed: false,
			newConfirmed: false,
		})
	})

	test('for the address one has is refused', async ({ db, huda }) => {
		await expect(askEmailChange(db, huda, { email: oldEmail, network })).rejects.toMatchObject({
			code: 'invalid',
			detail: { field: 'email', fault: 'same-email' },
		})
	})

	test('again gives the first change up, links and all', async ({ db, huda }) => {
		const first = await ask(db, huda)
		const second = await ask(db, huda, 'huda@other.example')
		expect(await findEmailChange(db, { end: 'old', secret: first.old })).toBeNull()
		await expect(confirmEmailChange(db, { end: 'new', secret: first.new })).rejects.toMatchObject({
			code: 'spent',
		})
		expect(await findEmailChange(db, { end: 'old', secret: second.old })).toMatchObject({
			newEmail: 'huda@other.example',
		})
		expect(await db.$count(emailChanges)).toBe(2)
	})

	test('cannot be used to flood a stranger with letters', async ({ db, huda }) => {
		for (let n = 0; n < limits['letter-address'].tries; n += 1) await ask(db, huda)
		await expect(ask(db, huda)).rejects.toMatchObject({ code: 'too-many' })
		expect(await takeLetters(db)).toEqual([])
	})
})

describe('a link', () => {
	test('is looked at as often as one likes', async ({ db, huda }) => {
		const secrets = await ask(db, huda)
		for (let n = 0; n < 3; n += 1) {
			expect(await findEmailChange(db, { end: 'new', secret: secrets.new })).toEqual({
				name: 'هدى',
				newEmail,
			})
		}
		expect(await findPendingChange(db, huda)).toMatchObject({ newConfirmed: false })
	})

	test('is no good for the other mailbox, nor twice, nor made up', async ({ db, huda }) => {
		const secrets = await ask(db, huda)
		const refused = { code: 'spent' }
		await expect(confirmEmailChange(db, { end: 'old', secret: secrets.new })).rejects.toMatchObject(refused)
		await expect(confirmEmailChange(db, { end: 'new', secret: '' })).rejects.toMatchObject(refused)
		await confirmEmailChange(db, { end: 'new', secret: secrets.new })
		await expect(confirmEmailChange(db, { end: 'new', secret: secrets.new })).rejects.toMatchObject(refused)
		expect(await emailOf(db)).toBe(oldEmail)
	})

	test('is good for a day', async ({ db, huda }) => {
		const asked = new Date()
		const secrets = await ask(db, huda)
		const after = (hours: number) => new Date(asked.getTime() + hours * 3_600_000)
		expect(await findEmailChange(db, { end: 'old', secret: secrets.old }, after(23))).not.toBeNull()
		expect(await findEmailChange(db, { end: 'old', secret: secrets.old }, after(25))).toBeNull()
		expect(await findPendingChange(db, huda, after(25))).toBeNull()
		await expect(
			confirmEmailChange(db, { end: 'old', secret: secrets.old }, after(25)),
		).rejects.toMatchObject({
			code: 'spent',
		})
	})

	test('does nothing once the request was withdrawn', async ({ db, huda }) => {
		const secrets = await ask(db, huda)
		await confirmEmailChange(db, { end: 'old', secret: secrets.old })
		expect(await cancelEmailChange(db, huda)).toBe(true)
		expect(await cancelEmailChange(db, huda)).toBe(false)
		await expect(confirmEmailChange(db, { end: 'new', secret: secrets.new })).rejects.toMatchObject({
			code: 'spent',
		})
		expect(await findPendingChange(db, huda)).toBeNull()
		expect(await emailOf(db)).toBe(oldEmail)
	})

	test('does nothing for a person who is disabled', async ({ db, huda }) => {
		const secrets = await ask(db, huda)
		await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, 'huda'))
		expect(await findEmailChange(db, { end: 'new', secret: secrets.new })).toBeNull()
		await expect(confirmEmailChange(db, { end: 'new', secret: secrets.new })).rejects.toMatchObject({
			code: 'spent',
		})
	})
})

describe('both mailboxes', () => {
	test.for([
		['the old one first', ['old', 'new'], 'awaits-new'],
		['the new one first', ['new', 'old'], 'awaits-old'],
	] as const)('have to agree, %s', async ([, [first, second], awaited], { db, huda }) => {
		await openSession(db, huda)
		const colleague = await addPerson(db)
		await openSession(db, colleague)
		const reset = await issueToken(db, 'password-reset', { userId: 'huda' })
		const secrets = await ask(db, huda)
		expect(await confirmEmailChange(db, { end: first, secret: secrets[first] })).toBe(awaited)
		expect(await emailOf(db)).toBe(oldEmail)
		expect(await db.$count(sessions)).toBe(2)

		expect(await confirmEmailChange(db, { end: second, secret: secrets[second] })).toBe('changed')
		expect(await emailOf(db)).toBe(newEmail)
		expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([colleague.id])
		expect(await findToken(db, 'password-reset', reset)).toBeNull()
		expect(await findPendingChange(db, huda)).toBeNull()
		expect(await kindsOf(db)).toEqual(['email-change-asked', 'email-changed'])
		expect(await takeLetters(db)).toEqual([{ kind: 'account-changed', userId: 'huda', what: 'email' }])
	})

	test('hear that the address has become somebody else’s only when both have agreed', async ({
		db,
		huda,
	}) => {
		await openSession(db, huda)
		const secrets = await ask(db, huda)
		await addPerson(db, { email: newEmail })
		expect(await confirmEmailChange(db, { end: 'old', secret: secrets.old })).toBe('awaits-new')
		expect(await confirmEmailChange(db, { end: 'new', secret: secrets.new })).toBe('taken')
		expect(await emailOf(db)).toBe(oldEmail)
		expect(await findPendingChange(db, huda)).toBeNull()
		expect(await db.$count(sessions)).toBe(1)
		expect(await kindsOf(db)).toEqual(['email-change-asked'])
	})
})

describe('at the same time', () => {
	test('of twenty confirmations of each mailbox one is taken, and the address changes once', async ({
		fresh,
	}) => {
		const { db } = fresh
		const huda = await addPerson(db, { id: 'huda', name: 'هدى', email: oldEmail })
		const secrets = await ask(db, huda)
		const race = Array.from({ length: 40 }, (_, n) => {
			const end = n % 2 === 0 ? ('old' as const) : ('new' as const)
			return confirmEmailChange(db, { end, secret: secrets[end] })
		})
		const tries = await Promise.allSettled(race)
		const taken = tries.filter((result) => result.status === 'fulfilled').map(({ value }) => value)
		expect(taken).toHaveLength(2)
		expect(taken).toContain('changed')
		for (const result of tries) {
			if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'spent' })
		}
		expect(await kindsOf(db)).toEqual(['email-change-asked', 'email-changed'])
	})

	test('of two people who move to one address one gets it', async ({ fresh }) => {
		const { db } = fresh
		const huda = await addPerson(db, { id: 'huda', name: 'هدى', email: oldEmail })
		const amal = await addPerson(db, { id: 'amal', name: 'أمل', email: 'amal@desk.example' })
		const [ofHuda, ofAmal] = [await ask(db, huda), await ask(db, amal)]
		await confirmEmailChange(db, { end: 'old', secret: ofHuda.old })
		await confirmEmailChange(db, { end: 'old', secret: ofAmal.old })
		const came = await Promise.all(
			[ofHuda, ofAmal].map((secrets) => confirmEmailChange(db, { end: 'new', secret: secrets.new })),
		)
		expect(came.sort()).toEqual(['changed', 'taken'])
		expect(await db.$count(users, eq(users.email, newEmail))).toBe(1)
	})

	test('asking, withdrawing and confirming end in one state and not in a deadlock', async ({ fresh }) => {
		const { db } = fresh
		const huda = await addPerson(db, { id: 'huda', name: 'هدى', email: oldEmail })
		const secrets = await ask(db, huda)
		const tries = await Promise.allSettled([
			confirmEmailChange(db, { end: 'old', secret: secrets.old }),
			cancelEmailChange(db, huda),
			askEmailChange(db, huda, { email: 'huda@other.example', network }),
			confirmEmailChange(db, { end: 'new', secret: secrets.new }),
		])
		for (const result of tries) {
			if (result.status === 'rejected') expect(result.reason).toMatchObject({ code: 'spent' })
		}
		const open = await db.select().from(emailChanges)
		expect(open.filter(({ endedAt }) => endedAt === null).length).toBeLessThanOrEqual(1)
	})
})
