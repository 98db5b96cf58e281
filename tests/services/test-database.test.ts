import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { openDatabase } from '#app/db.server.ts'
import { users } from '#drizzle/schema.ts'
import { freshDatabase, test } from '#tests/support/database.ts'

const samira = {
	id: 'samira',
	email: 'samira@desk.example',
	name: 'سميرة الحاج',
	role: 'reviewer',
	language: 'ar',
	passwordHash: 'none',
} as const

describe('the database of the tests', () => {
	for (const turn of ['first', 'second']) {
		test(`is empty for the ${turn} of two tests that write the same row`, async ({ db }) => {
			expect(await db.$count(users)).toBe(0)
			await db.insert(users).values(samira)
			expect(await db.$count(users)).toBe(1)
		})
	}

	test('goes on after a statement that failed in a transaction of its own', async ({ db }) => {
		await db.insert(users).values(samira)
		await expect(db.transaction((tx) => tx.insert(users).values(samira))).rejects.toThrow()
		expect(await db.$count(users)).toBe(1)
	})

	test('of one test keeps what is committed, for every connection', async ({ fresh }) => {
		await fresh.db.insert(users).values(samira)
		const other = openDatabase(fresh.connection, { max: 1 })
		expect(await other.db.$count(users)).toBe(1)
		await other.close()
	})

	test('is gone once it is dropped', async ({ db }) => {
		const { connection, drop } = await freshDatabase()
		const name = typeof connection === 'string' ? new URL(connection).pathname.slice(1) : connection.database
		const named = sql`select from pg_database where datname = ${name}`
		expect(await db.execute(named)).toHaveLength(1)
		await drop()
		expect(await db.execute(named)).toHaveLength(0)
	})
})
