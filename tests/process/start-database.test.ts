import { randomBytes } from 'node:crypto'
import postgres from 'postgres'
import { afterEach, describe, expect, inject, test } from 'vitest'
import type { Connection } from '#app/db.server.ts'
import { checkDatabase, startDatabase } from '#app/start-database.server.ts'
import { databaseEnvironment, dropDatabase, inDatabase } from '#tests/support/postgres.ts'

const { server } = inject('postgres')
const name = `tadqiq_check_${randomBytes(4).toString('hex')}`

afterEach(() => dropDatabase(server, name))

async function query(connection: Connection, statement: string): Promise<postgres.Row[]> {
	const settings = { max: 1, onnotice: () => {} }
	const sql =
		typeof connection === 'string' ? postgres(connection, settings) : postgres({ ...settings, ...connection })
	try {
		return await sql.unsafe(statement)
	} finally {
		await sql.end()
	}
}

const create = (options: string) => query(server, `create database ${name} template template0 ${options}`)

describe('a database is checked before it is used', () => {
	test('one that reads Arabic passes, and has pg_trgm afterwards', async () => {
		await create(`encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
		await checkDatabase(inDatabase(server, name))
		await checkDatabase(inDatabase(server, name))
		const [row] = await query(
			inDatabase(server, name),
			`select cardinality(show_trgm('الحكومة')) as trigrams`,
		)
		expect(row).toEqual({ trigrams: 8 })
	})

	test.each([
		['the C locale', `encoding 'UTF8' lc_collate 'C' lc_ctype 'C'`],
		['an encoding without Arabic', `encoding 'SQL_ASCII' lc_collate 'C' lc_ctype 'C'`],
		[
			'ICU over the C locale',
			`encoding 'UTF8' locale_provider icu icu_locale 'ar' lc_collate 'C' lc_ctype 'C'`,
		],
	])('one with %s is refused with the command that mends it', async (_what, options) => {
		await create(options)
		const refused = checkDatabase(inDatabase(server, name))
		await expect(refused).rejects.toThrow(`The database "${name}" cannot take Arabic words apart`)
		const command = `CREATE DATABASE ${name}_utf8 TEMPLATE template0 ENCODING 'UTF8' LC_COLLATE 'C' LC_CTYPE 'C.UTF-8';`
		await expect(refused).rejects.toThrow(command)

		// The command does what it says it does.
		await query(server, command)
		await checkDatabase(inDatabase(server, `${name}_utf8`))
		await dropDatabase(server, `${name}_utf8`)
	})

	test('one that does not exist is named with the command that creates it', async () => {
		const refused = checkDatabase(inDatabase(server, name))
		await expect(refused).rejects.toThrow(`database "${name}" does not exist`)
		await expect(refused).rejects.toThrow('CREATE DATABASE')
	})

	test('one that cannot be reached is waited for, and then said so', async () => {
		const nowhere = { host: '127.0.0.1', port: 1, user: 'nobody', database: 'absent' }
		const refused = checkDatabase(nowhere, { patience: 600 })
		await expect(refused).rejects.toThrow(
			/The database cannot be reached: .*ECONNREFUSED.* Is DATABASE_URL right\?/,
		)
	})

	test('one whose account may not add pg_trgm says who may', async () => {
		await create(`encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
		await query(server, `create role ${name} login`)
		try {
			const connection = { ...(server as Exclude<Connection, string>), user: name, database: name }
			await expect(checkDatabase(connection)).rejects.toThrow(
				/Ask its administrator to run CREATE EXTENSION pg_trgm/,
			)
		} finally {
			await query(server, `drop role ${name}`)
		}
	})
})

test('DATABASE_URL is used, and left running', async () => {
	await create(`encoding 'UTF8' lc_collate 'C' lc_ctype 'C.UTF-8'`)
	const { DATABASE_URL = '', ...rest } = databaseEnvironment(inDatabase(server, name))
	const before = { ...process.env }
	Object.assign(process.env, rest)
	try {
		const { connection, stop } = await startDatabase({ DATABASE_URL, DATA_DIR: 'never-made' })
		expect(connection).toBe(DATABASE_URL)
		await stop()
	} finally {
		process.env = before
	}
	expect(await query(server, 'select 1 as one')).toMatchObject([{ one: 1 }])
})
