import { randomBytes } from 'node:crypto'
import { inject, test as base } from 'vitest'
import { openDatabase, type Connection, type Db } from '#app/db.server.ts'
import { createDatabase, dropDatabase, inDatabase } from '#tests/support/postgres.ts'

/** A database of one's own, where commits are real and others may connect. */
export type FreshDatabase = { connection: Connection; db: Db; drop: () => Promise<void> }

/**
 * Tests that need a database:
 * - `db`: a transaction on a migrated, empty database. It is always rolled back, so no test sees
 *   another's rows. A statement that fails spoils the rest of a transaction: where one is expected
 *   to, run it in `db.transaction(…)`, as services do.
 * - `fresh`: a database of the test's own, for what needs real commits or several connections.
 */
export const test = base.extend<{ $test: { db: Db; fresh: FreshDatabase }; $file: { filesDatabase: Db } }>({
	filesDatabase: [
		async ({}, use) => {
			const { db, drop } = await freshDatabase()
			await use(db)
			await drop()
		},
		{ scope: 'file' },
	],
	db: async ({ filesDatabase }, use) => {
		const rollBack = new Error('The test is over.')
		await filesDatabase
			.transaction(async (tx) => {
				await use(tx)
				throw rollBack
			})
			.catch((error: unknown) => {
				if (error !== rollBack) throw error
			})
	},
	fresh: async ({}, use) => {
		const database = await freshDatabase()
		await use(database)
		await database.drop()
	},
})

/** Make a migrated, empty database. Whoever calls this drops it; the fixture `fresh` does so itself. */
export async function freshDatabase(): Promise<FreshDatabase> {
	const { server, template } = inject('postgres')
	const name = `${template}_${randomBytes(4).toString('hex')}`
	await createDatabase(server, name, template)
	const connection = inDatabase(server, name)
	const { db, close } = openDatabase(connection)
	return {
		connection,
		db,
		drop: async () => {
			await close()
			await dropDatabase(server, name)
		},
	}
}
