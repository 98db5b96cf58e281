import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { openDatabase, type Db } from '#app/db.server.ts'
import type { Actor, Role } from '#app/domain/people.ts'
import { findImporter } from '#app/services/import.server.ts'
import { invite, listInvitations } from '#app/services/invitations.server.ts'
import { findToken, issueToken } from '#app/services/one-time-tokens.server.ts'
import { findPerson, listTeam } from '#app/services/people.server.ts'
import { takeClaim } from '#app/services/review.server.ts'
import {
	changeRole,
	disablePerson,
	enablePerson,
	endSessions,
	removeSecondFactor,
} from '#app/services/team.server.ts'
import { accountEvents, passkeys, recoveryCodes, sessions, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addClaim, addPerson, noon, openSession, proposeFor } from '#tests/support/factories.ts'
import { takeLetters } from '#tests/support/letters.ts'

const test = base.extend<{ admin: Actor; amal: Actor }>({
	admin: async ({ db }, use) => use(await addPerson(db, { id: 'admin', role: 'admin' })),
	amal: async ({ db }, use) => use(await addPerson(db, { id: 'amal', name: 'أمل' })),
})

const rowOf = async (db: Db, id: string) => (await db.select().from(users).where(eq(users.id, id)))[0]!

async function eventsOf(db: Db) {
	const rows = await db.select().from(accountEvents).orderBy(accountEvents.id)
	return rows.map(({ kind, actorId, subjectId }) => [kind, actorId, subjectId])
}

/** The five changes, each to this person, as somebody would ask for it. */
const changes: Record<string, (db: Db, actor: Actor, personId: string) => Promise<unknown>> = {
	'another role': (db, actor, personId) =>
		changeRole(db, actor, { personId, from: 'reviewer', to: 'editor' }, noon),
	disabling: (db, actor, personId) => disablePerson(db, actor, personId, noon),
	enabling: (db, actor, personId) => enablePerson(db, actor, personId, noon),
	'ending sessions': (db, actor, personId) => endSessions(db, actor, personId, noon),
	'removing the second factor': (db, actor, personId) => removeSecondFactor(db, actor, personId, noon),
}

describe('the team', () => {
	test('is listed with second factors and open work, in one statement however many they are', async ({
		fresh,
	}) => {
		const { db } = fresh
		const admin = await addPerson(db, { id: 'admin', role: 'admin' })
		const amal = await addPerson(db, { id: 'amal' })
		const salma = await addPerson(db, { id: 'salma' })
		await db.update(users).set({ secondFactorAt: noon }).where(eq(users.id, admin.id))
		await db
			.insert(passkeys)
			.values({ id: 'key', userId: salma.id, publicKey: '', counter: 0, name: 'هاتف', createdAt: noon })
		for (let index = 0; index < 2; index += 1) {
			await takeClaim(db, amal, (await addClaim(db, { by: admin })).id)
		}
		await proposeFor(db, await addClaim(db, { by: admin }), { by: amal })
		await disablePerson(db, admin, salma.id)

		const queries: string[] = []
		const { db: counted, close } = openDatabase(fresh.connection, { onQuery: (query) => queries.push(query) })
		const team = await listTeam(counted)
		await close()
		const shown = team
			.filter(({ id }) => ['admin', 'amal', 'salma'].includes(id))
			.map(({ id, hasSecondFactor, research, waiting, disabledAt }) => [
				id,
				hasSecondFactor,
				research,
				waiting,
				disabledAt !== null,
			])
		expect(shown).toEqual([
			['admin', true, 0, 0, false],
			['amal', false, 2, 1, false],
			['salma', true, 0, 0, true],
		])
		expect(queries.filter((query) => query.includes('users'))).toHaveLength(1)
	})

	test('leaves out the account in whose name the import command works', async ({ db }) => {
		const { id } = await findImporter(db)
		expect(await listTeam(db)).toEqual([])
		expect(await findPerson(db, id)).toBeNull()
	})

	test('tells of a person what an admin has to know, and no secret', async ({ db, amal }) => {
		await openSession(db, amal)
		await db.insert(sessions).values({
			...{ id: 'over', userId: amal.id, publicId: 'over', createdAt: noon, lastUsedAt: noon },
			...{ confirmedAt: noon, expiresAt: noon, absoluteExpiresAt: new Date(Date.now() + 3_600_000) },
		})
		const person = await findPerson(db, amal.id)
		expect(person).toMatchObject({ sessions: 1, passkeys: 0, hasCode: false, invitations: 0 })
		expect(JSON.stringify(person)).not.toMatch(/hash|secret"/i)
	})
})

describe('every change', () => {
	for (const [name, change] of Object.entries(changes)) {
		test(`${name} is for admins, as they are now`, async ({ db, admin, amal }) => {
			const editor = await addPerson(db, { role: 'editor' })
			await expect(change(db, editor, amal.id)).rejects.toMatchObject({ code: 'forbidden' })
			await addPerson(db, { role: 'admin' })
			await db.update(users).set({ role: 'editor' }).where(eq(users.id, admin.id))
			await expect(change(db, admin, amal.id)).rejects.toMatchObject({ code: 'forbidden' })
			await db.update(users).set({ role: 'admin', disabledAt: noon }).where(eq(users.id, admin.id))
			await expect(change(db, admin, amal.id)).rejects.toMatchObject({ code: 'forbidden' })
			expect(await db.$count(accountEvents)).toBe(0)
		})

		test(`${name} of nobody is not found`, async ({ db, admin }) => {
			await expect(change(db, admin, 'nobody')).rejects.toMatchObject({ code: 'not-found' })
			await findImporter(db)
			await expect(change(db, admin, 'system')).rejects.toMatchObject({ code: 'not-found' })
		})
	}
})

describe('another role', () => {
	test('ends the sessions, is written down and told', async ({ db, admin, amal }) => {
		await openSession(db, amal)
		await openSession(db, admin)
		await changeRole(db, admin, { personId: amal.id, from: 'reviewer', to: 'editor' }, noon)
		expect((await rowOf(db, amal.id)).role).toBe('editor')
		expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([admin.id])
		expect(await eventsOf(db)).toEqual([['role-changed', admin.id, amal.id]])
		const [event] = await db.select().from(accountEvents)
		expect(event?.detail).toEqual({ from: 'reviewer', to: 'editor', sessions: 1 })
		expect(await takeLetters(db)).toEqual([{ kind: 'account-changed', userId: amal.id, what: 'role' }])
	})

	test('is refused when somebody else gave another one meanwhile', async ({ db, admin, amal }) => {
		await changeRole(db, admin, { personId: amal.id, from: 'reviewer', to: 'admin' }, noon)
		const asked = { personId: amal.id, from: 'reviewer', to: 'editor' } as const
		await expect(changeRole(db, admin, asked, noon)).rejects.toMatchObject({ code: 'stale' })
	})

	test('may be given up by an admin as long as another remains', async ({ db, admin }) => {
		const own = { personId: admin.id, from: 'admin', to: 'reviewer' } as const
		await expect(changeRole(db, admin, own, noon)).rejects.toMatchObject({ code: 'last-admin' })
		const other = await addPerson(db, { role: 'admin' })
		await db.update(users).set({ disabledAt: noon }).where(eq(users.id, other.id))
		await expect(changeRole(db, admin, own, noon)).rejects.toMatchObject({ code: 'last-admin' })
		await db.update(users).set({ disabledAt: null }).where(eq(users.id, other.id))
		await changeRole(db, admin, own, noon)
		expect((await rowOf(db, admin.id)).role).toBe('reviewer')
	})

	test('of somebody who is an admin no longer takes their invitations back', async ({ db, admin }) => {
		const other = await addPerson(db, { role: 'admin' })
		const asked = { email: 'new@desk.example', role: 'admin', language: 'ar' } as const
		await invite(db, other, asked, noon)
		await changeRole(db, admin, { personId: other.id, from: 'admin', to: 'editor' }, noon)
		expect(await listInvitations(db, noon)).toEqual([])
	})
})

describe('disabling', () => {
	test('shuts out at once: sessions, links and invitations are void', async ({ db, admin, amal }) => {
		await openSession(db, amal)
		const secret = await issueToken(db, 'password-reset', { userId: amal.id }, noon)
		await disablePerson(db, admin, amal.id, noon)
		expect((await rowOf(db, amal.id)).disabledAt).toEqual(noon)
		expect(await db.$count(sessions)).toBe(0)
		expect(await findToken(db, 'password-reset', secret, noon)).toBeNull()
		expect(await takeLetters(db)).toEqual([{ kind: 'account-changed', userId: amal.id, what: 'disabled' }])

		await disablePerson(db, admin, amal.id, noon)
		expect(await eventsOf(db)).toEqual([['disabled', admin.id, amal.id]])
	})

	test('is not for oneself', async ({ db, admin }) => {
		await addPerson(db, { role: 'admin' })
		await expect(disablePerson(db, admin, admin.id, noon)).rejects.toMatchObject({ code: 'forbidden' })
	})

	test('is undone by enabling, which opens no session that was begun meanwhile', async ({
		db,
		admin,
		amal,
	}) => {
		await disablePerson(db, admin, amal.id, noon)
		await openSession(db, amal)
		await enablePerson(db, admin, amal.id, noon)
		expect((await rowOf(db, amal.id)).disabledAt).toBeNull()
		expect(await db.$count(sessions)).toBe(0)
		await enablePerson(db, admin, amal.id, noon)
		expect((await eventsOf(db)).map(([kind]) => kind)).toEqual(['disabled', 'enabled'])
	})
})

describe('the second factor of somebody who lost it', () => {
	test('is removed with passkeys, recovery codes and sessions', async ({ db, admin, amal }) => {
		await db
			.update(users)
			.set({ secondFactorSecret: 'SECRET', secondFactorAt: noon, secondFactorStep: 1 })
			.where(eq(users.id, amal.id))
		await db
			.insert(passkeys)
			.values({ id: 'key', userId: amal.id, publicKey: '', counter: 0, name: 'هاتف', createdAt: noon })
		await db.insert(recoveryCodes).values({ id: 'code', userId: amal.id, hash: '', createdAt: noon })
		await openSession(db, amal)
		const halfway = await issueToken(db, 'second-step', { userId: amal.id }, noon)

		await removeSecondFactor(db, admin, amal.id, noon)
		expect(await rowOf(db, amal.id)).toMatchObject({
			secondFactorSecret: null,
			secondFactorAt: null,
			secondFactorStep: null,
		})
		for (const table of [passkeys, recoveryCodes, sessions]) expect(await db.$count(table)).toBe(0)
		expect(await findToken(db, 'second-step', halfway, noon)).toBeNull()
		expect(await eventsOf(db)).toEqual([['second-factor-removed', admin.id, amal.id]])
		expect(await takeLetters(db)).toEqual([
			{ kind: 'account-changed', userId: amal.id, what: 'second-factor-removed' },
		])
	})

	test('is not removed from oneself, without showing it', async ({ db, admin }) => {
		await expect(removeSecondFactor(db, admin, admin.id, noon)).rejects.toMatchObject({ code: 'forbidden' })
	})
})

describe('two admins at once', () => {
	const attempts: [string, (db: Db, actor: Actor, other: Actor) => Promise<unknown>][] = [
		[
			'demote each other',
			(db, actor, other) => changeRole(db, actor, { personId: other.id, from: 'admin', to: 'reviewer' }),
		],
		[
			'both step down',
			(db, actor) => changeRole(db, actor, { personId: actor.id, from: 'admin', to: 'reviewer' }),
		],
		['disable each other', (db, actor, other) => disablePerson(db, actor, other.id)],
	]
	for (const [name, attempt] of attempts) {
		test(`who ${name} leave one`, async ({ fresh }) => {
			for (let round = 0; round < 5; round += 1) {
				const [one, two] = [
					await addPerson(fresh.db, { role: 'admin' }),
					await addPerson(fresh.db, { role: 'admin' }),
				]
				const outcomes = await Promise.allSettled([attempt(fresh.db, one, two), attempt(fresh.db, two, one)])
				expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
				const left = await listTeam(fresh.db)
				const isAdmin = ({ role, disabledAt }: { role: Role; disabledAt: Date | null }) =>
					role === 'admin' && !disabledAt
				expect(left.filter(isAdmin)).toHaveLength(1)
				await fresh.db.update(users).set({ role: 'reviewer', disabledAt: noon })
			}
		})
	}
})
