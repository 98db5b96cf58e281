import postgres from 'postgres'
import type { Connection } from '#app/db.server.ts'

/** The same server, another database. */
export function inDatabase(server: Connection, database: string): Connection {
	if (typeof server !== 'string') return { ...server, database }
	const address = new URL(server)
	address.pathname = `/${database}`
	return address.href
}

/** Create a database: an empty one, or a copy of `template`, to which nobody may be connected. */
export async function createDatabase(server: Connection, name: string, template?: string): Promise<void> {
	await administer(
		server,
		(sql) => sql`create database ${sql(name)} ${template ? sql`template ${sql(template)}` : sql``}`,
	)
}

export async function dropDatabase(server: Connection, name: string): Promise<void> {
	await administer(server, (sql) => sql`drop database if exists ${sql(name)} with (force)`)
}

/** Drop the database `name` and all whose names go on from there. */
export async function dropDatabases(server: Connection, name: string): Promise<void> {
	await administer(server, async (sql) => {
		const rows = await sql<{ datname: string }[]>`
			select datname from pg_database where starts_with(datname, ${name})`
		for (const { datname } of rows) await sql`drop database ${sql(datname)} with (force)`
	})
}

/** From now on commits do not wait for the disk: nothing in a test outlives a power cut. */
export async function hurryCommits(server: Connection): Promise<void> {
	await administer(server, (sql) => sql`alter role current_user set synchronous_commit = off`)
}

/** The environment that leads a process of ours to this database. */
export function databaseEnvironment(connection: Connection): Record<string, string> {
	if (typeof connection === 'string') return { DATABASE_URL: connection }
	// An address cannot hold the path of a socket; the driver takes it from here.
	const { host, port, user, database } = connection
	return { DATABASE_URL: `postgres:///${database}`, PGHOST: host, PGPORT: String(port), PGUSER: user }
}

async function administer<T>(server: Connection, work: (sql: postgres.Sql) => Promise<T>): Promise<T> {
	const settings = { max: 1, fetch_types: false, onnotice: () => {} }
	const sql = typeof server === 'string' ? postgres(server, settings) : postgres({ ...server, ...settings })
	try {
		return await work(sql)
	} finally {
		await sql.end({ timeout: 5 })
	}
}
