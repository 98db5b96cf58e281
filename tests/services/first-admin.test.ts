import { describe, expect } from 'vitest'
import { openDatabase } from '#app/db.server.ts'
import { tokenPurposes } from '#app/domain/account.ts'
import { beginSetUp, findSetUp, makeFirstAdmin } from '#app/services/first-admin.server.ts'
import { findImporter } from '#app/services/import.server.ts'
import { issueToken } from '#app/services/one-time-tokens.server.ts'
import { accountEvents, oneTimeTokens, sessions, users } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addPerson, noon } from '#tests/support/factories.ts'

const first = {
	name: 'ناظم الجابري',
	email: 'nazim@desk.example',
	language: 'ar',
	password: 'four slow green rivers',
} as const
const later = (hours: number) => new Date(noon.getTime() + hours * 3_600_000)

describe('setting up', () => {
	test('makes an admin, signs nobody in, and works once', async ({ db }) => {
		const secret = (await beginSetUp(db, noon)) ?? ''
		expect(await findSetUp(db, secret, noon)).toBe('open')
		const { id } = await makeFirstAdmin(db, { secret, ...first }, noon)
		const [admin] = await db.select().from(users)
		expect(admin).toMatchObject({ id, email: first.email, role: 'admin', disabledAt: null })
		expect(await db.$count(sessions)).toBe(0)
		const [event] = await db.select().from(accountEvents)
		expect(event).toMatchObject({ kind: 'first-admin', actorId: id, subjectId: id })

		expect(await findSetUp(db, secret, noon)).toBe('done')
		const again = { secret, ...first, email: 'second@desk.example', name: 'غيره' }
		await expect(makeFirstAdmin(db, again, noon)).rejects.toMatchObject({ code: 'spent' })
	})

	test('keeps only the hash of the secret', async ({ db }) => {
		const secret = (await beginSetUp(db, noon)) ?? ''
		const rows = await db.select().from(oneTimeTokens)
		expect(JSON.stringify(rows)).not.toContain(secret)
		expect(await findSetUp(db, rows[0]!.id, noon)).toBe('closed')
	})

	test('takes the newest link only, for a day', async ({ db }) => {
		const older = (await beginSetUp(db, noon)) ?? ''
		const newest = (await beginSetUp(db, noon)) ?? ''
		expect(await findSetUp(db, older, noon)).toBe('closed')
		await expect(makeFirstAdmin(db, { secret: older, ...first }, noon)).rejects.toMatchObject({
			code: 'spent',
		})
		expect(await findSetUp(db, newest, later(23.9))).toBe('open')
		expect(await findSetUp(db, newest, later(24))).toBe('closed')
		await expect(makeFirstAdmin(db, { secret: newest, ...first }, later(24))).rejects.toMatchObject({
			code: 'spent',
		})
	})

	test('is not offered, and its link is useless, as soon as anybody is here', async ({ db }) => {
		const secret = (await beginSetUp(db, noon)) ?? ''
		await addPerson(db)
		expect(await beginSetUp(db, noon)).toBeNull()
		expect(await findSetUp(db, secret, noon)).toBe('done')
		await expect(makeFirstAdmin(db, { secret, ...first }, noon)).rejects.toMatchObject({ code: 'spent' })
	})

	test('takes the account of the import command for nobody', async ({ db }) => {
		await findImporter(db, noon)
		const secret = await beginSetUp(db, noon)
		await makeFirstAdmin(db, { secret: secret ?? '', ...first }, noon)
		expect(await db.$count(users)).toBe(2)
	})

	test('refuses a password that will not do, and the link still works', async ({ db }) => {
		const secret = (await beginSetUp(db, noon)) ?? ''
		const weak = { secret, ...first, password: 'nazim-nazim-nazim' }
		await expect(makeFirstAdmin(db, weak, noon)).rejects.toMatchObject({
			code: 'invalid',
			detail: { fault: 'common-password' },
		})
		await makeFirstAdmin(db, { secret, ...first }, noon)
	})

	for (const purpose of tokenPurposes.filter((name) => name !== 'first-admin')) {
		test(`is not opened by a secret made for ${purpose}`, async ({ db }) => {
			const secret = await issueToken(db, purpose, {}, noon)
			expect(await findSetUp(db, secret, noon)).toBe('closed')
			await expect(makeFirstAdmin(db, { secret, ...first }, noon)).rejects.toMatchObject({ code: 'spent' })
		})
	}

	test('by twenty at once makes one admin', async ({ fresh }) => {
		const secret = (await beginSetUp(fresh.db)) ?? ''
		const { db, close } = openDatabase(fresh.connection, { max: 20 })
		const outcomes = await Promise.allSettled(
			Array.from({ length: 20 }, (_, index) =>
				makeFirstAdmin(db, { secret, ...first, email: `admin-${index}@desk.example`, name: `ناظم ${index}` }),
			),
		)
		await close()
		const refused = outcomes.filter(({ status }) => status === 'rejected')
		expect(refused).toHaveLength(19)
		for (const outcome of refused) expect(outcome).toMatchObject({ reason: { code: 'spent' } })
		expect(await fresh.db.$count(users)).toBe(1)
	})

	test('of several processes that start at once, leaves one link that works', async ({ fresh }) => {
		const secrets = await Promise.all(Array.from({ length: 5 }, () => beginSetUp(fresh.db)))
		const states = await Promise.all(secrets.map((secret) => findSetUp(fresh.db, secret ?? '')))
		expect(states.toSorted()).toEqual(['closed', 'closed', 'closed', 'closed', 'open'])
	})
})
