import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { CannotStart } from '#app/cannot-start.ts'
import { connectDatabase, type Connection } from '#app/db.server.ts'
import { startPostgres } from '#app/embedded-postgres.server.ts'
import type { Env } from '#app/env.server.ts'
import { enterAsLogin, enterAsOwner, enterEmbedded, type WayIn } from '#app/way-into-database.server.ts'

/** How many milliseconds a server that is not there yet is waited for: it may be starting beside us. */
const serverPatience = 15_000

export type StartedDatabase = {
	/** As the owner of the tables: for migrations, and for databases of one's own beside it. */
	connection: Connection
	/** Whom the application is to the database. */
	role: string
	/** Close the pool and let go of the embedded server, if it is that. */
	stop: () => Promise<void>
}

/**
 * Make the database of this environment ready for use: the server at DATABASE_URL or else the embedded
 * one, checked for Arabic text, behind the pool that `db` stands for. Migrations are not applied here.
 * @throws CannotStart when there is no such database, or it cannot work with Arabic text
 */
export async function startDatabase(
	env: Pick<Env, 'DATABASE_URL' | 'DATABASE_OWNER_URL' | 'DATA_DIR'>,
	say?: (line: string) => void,
): Promise<StartedDatabase> {
	const embedded = env.DATABASE_URL ? null : await startPostgres(env.DATA_DIR, { say })
	const connection = embedded?.connection ?? env.DATABASE_OWNER_URL ?? env.DATABASE_URL ?? ''
	let way: WayIn
	try {
		await checkDatabase(connection)
		if (embedded) way = await enterEmbedded(embedded.connection)
		else way = env.DATABASE_OWNER_URL ? await enterAsLogin(env) : await enterAsOwner(connection)
	} catch (error) {
		await embedded?.stop()
		throw error
	}
	const { close } = connectDatabase(way.connection, { role: way.assumes })
	return {
		connection,
		role: way.role,
		stop: async () => {
			await close()
			await embedded?.stop()
		},
	}
}

/**
 * Whether the database answers and reads Arabic. Under the C locale `pg_trgm` finds no trigram in an
 * Arabic word, and search and matching would quietly find nothing.
 * @throws CannotStart with the command that mends it
 */
export async function checkDatabase(
	connection: Connection,
	{ patience = serverPatience }: { patience?: number } = {},
): Promise<void> {
	const settings = { max: 1, connect_timeout: 5, fetch_types: false, onnotice: () => {} }
	const sql =
		typeof connection === 'string'
			? postgres(connection, { ...settings, prepare: false })
			: postgres({ ...settings, ...connection, prepare: false })
	try {
		await reach(sql, connection, patience)
		await requireTrigrams(sql)
	} finally {
		await sql.end({ timeout: 1 })
	}
}

async function reach(sql: postgres.Sql, connection: Connection, patience: number): Promise<void> {
	for (const begun = Date.now(); ; await wait(500)) {
		try {
			await sql`select 1`
			return
		} catch (error) {
			const { code = '', message } = error as { code?: string; message: string }
			// 57P03: it is starting. Everything with a five-digit code is an answer, and will not change.
			const notYet = code === '57P03' || !/^[0-9A-Z]{5}$/.test(code)
			if (notYet && Date.now() - begun < patience) continue
			const remedy =
				code === '3D000'
					? `\nCreate it with\n  ${createCommand(nameIn(connection))}`
					: ' Is DATABASE_URL right?'
			throw new CannotStart(`The database cannot be reached: ${message || code}.${remedy}`, { cause: error })
		}
	}
}

async function requireTrigrams(sql: postgres.Sql): Promise<void> {
	try {
		await sql`create extension if not exists pg_trgm`
	} catch (error) {
		const { code, message } = error as { code?: string; message: string }
		// 23505 and 42710: another process created it just now.
		if (code !== '23505' && code !== '42710') {
			throw new CannotStart(
				`The database has no extension pg_trgm and we may not add it (${message}). ` +
					'Ask its administrator to run CREATE EXTENSION pg_trgm in it.',
				{ cause: error },
			)
		}
	}
	const [row] = await sql`
		select cardinality(show_trgm('الحكومة')) > 0 and current_setting('server_encoding') = 'UTF8' as reads,
			current_database() as name, pg_encoding_to_char(encoding) as encoding, datctype as ctype
		from pg_database where datname = current_database()`
	if (row?.['reads']) return
	const { name, encoding, ctype } = row as unknown as { name: string; encoding: string; ctype: string }
	throw new CannotStart(
		`The database "${name}" cannot take Arabic words apart (encoding ${encoding}, LC_CTYPE ${ctype}), so search ` +
			'and matching would find nothing. Create one that can, and name it in DATABASE_URL:\n' +
			`  ${createCommand(`${name}_utf8`)}\n` +
			"On a server without the locale C.UTF-8, LC_CTYPE 'en_US.UTF-8' or any other of UTF-8 does as well.",
	)
}

function createCommand(name: string): string {
	const quoted = /^[a-z_][a-z0-9_]*$/.test(name) ? name : `"${name.replaceAll('"', '""')}"`
	return `CREATE DATABASE ${quoted} TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';`
}

function nameIn(connection: Connection): string {
	const name = typeof connection === 'string' ? decodeURIComponent(new URL(connection).pathname.slice(1)) : ''
	return name || 'tadqiq'
}
