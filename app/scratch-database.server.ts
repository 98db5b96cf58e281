import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { type Connection, type Db, openDatabase } from '#app/db.server.ts'
import type { Env } from '#app/env.server.ts'
import { startDatabase } from '#app/start-database.server.ts'
import { migrate } from '#drizzle/migrate.server.ts'

/**
 * Do work in a migrated, empty database beside the one of this environment, and drop it again whatever happens. The
 * usual database is not read or changed.
 * @param purpose becomes part of the name: `tadqiq_match_1f2e3d4c`
 * @throws CannotStart when the server cannot be reached
 */
export async function withScratchDatabase<Result>(
	environment: Pick<Env, 'DATABASE_URL' | 'DATA_DIR'>,
	purpose: string,
	work: (db: Db) => Promise<Result>,
): Promise<Result> {
	const { connection: usual, stop } = await startDatabase(environment, (line) => console.error(line))
	const name = `tadqiq_${purpose}_${randomBytes(4).toString('hex')}`
	try {
		await createLike(usual, name)
		try {
			const connection = inDatabase(usual, name)
			await migrate(connection)
			// Nobody waits for a page here, and what is measured may take its time.
			const { db, close } = openDatabase(connection, { silence: 300_000 })
			try {
				return await work(db)
			} finally {
				await close()
			}
		} finally {
			await administer(usual, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
		}
	} finally {
		await stop()
	}
}

/** An empty database that sorts and reads letters as the usual one does. */
async function createLike(usual: Connection, name: string): Promise<void> {
	await administer(usual, async (sql) => {
		const [like] = await sql<{ collate: string; ctype: string }[]>`
			select datcollate as collate, datctype as ctype from pg_database where datname = current_database()`
		const quote = (value = 'C.UTF-8') => `'${value.replaceAll("'", "''")}'`
		await sql.unsafe(
			`create database "${name}" template template0 encoding 'UTF8' lc_collate ${quote(like?.collate)} lc_ctype ${quote(like?.ctype)}`,
		)
	})
}

function inDatabase(server: Connection, database: string): Connection {
	if (typeof server !== 'string') return { ...server, database }
	const address = new URL(server)
	address.pathname = `/${database}`
	return address.href
}

async function administer<Result>(
	server: Connection,
	work: (sql: postgres.Sql) => Promise<Result>,
): Promise<Result> {
	const settings = { max: 1, fetch_types: false, onnotice: () => {} }
	const sql = typeof server === 'string' ? postgres(server, settings) : postgres({ ...server, ...settings })
	try {
		return await work(sql)
	} finally {
		await sql.end({ timeout: 5 })
	}
}
