import { makePgArray, parsePgArray } from 'drizzle-orm/pg-core'
import { drizzle, type PostgresJsDatabase } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import * as schema from '#drizzle/schema.ts'
import { longestSilence, withDeadline } from './database-deadline.server.ts'

/** The pool or a transaction: services take either. */
export type Db = Pick<
	PostgresJsDatabase<typeof schema>,
	| 'select'
	| 'selectDistinct'
	| 'insert'
	| 'update'
	| 'delete'
	| 'execute'
	| 'transaction'
	| '$count'
	| '$with'
	| 'with'
>

/** Where Postgres is: an address, or what the embedded server's supervisor answers. */
export type Connection = string | { host: string; port: number; user: string; database: string }

type Database = { db: Db; close: () => Promise<void> }

declare global {
	// The server and the built application are two module graphs in one process; they share one pool.
	var tadqiqDatabase: Database | undefined
}

/** The process's database. Set by `connectDatabase`, which runs before any route is loaded. */
export let db: Db = globalThis.tadqiqDatabase?.db as Db

/** Open the pool that `db` stands for. Connections are made when they are first needed. */
export function connectDatabase(
	connection: Connection,
	options: { max?: number; role?: string } = {},
): Database {
	const database = openDatabase(connection, options)
	globalThis.tadqiqDatabase = database
	db = database.db
	return database
}

/** An array of a type, by the number Postgres has for it (`typarray` in `pg_type.dat`). */
function arrayType(oid: number, parse: (member: string) => unknown) {
	return {
		to: oid,
		from: [oid],
		// Drizzle writes the arrays of its own columns itself.
		serialize: (value: unknown) => (Array.isArray(value) ? makePgArray(value) : value),
		parse: (text: string) => (parsePgArray(text) as string[]).map(parse),
	}
}

/**
 * The arrays we read and write. Left to itself the driver asks for all array types over every new connection, with
 * nobody listening: a server that dies while it is asked takes the process with it.
 */
const arrayTypes = {
	texts: arrayType(1009, String),
	integers: arrayType(1007, Number),
	floats: arrayType(1022, Number),
	uuids: arrayType(2951, String),
}

/**
 * A pool of its own, apart from `db`: for commands and tests. Add `prepare=false` to the address
 * behind a pooler that keeps no prepared statements; every query then travels unnamed. `onQuery` hears every
 * statement that is sent. Every connection acts as `role`, when there is one. A statement that gets no answer for
 * `silence` milliseconds fails, and the pool is renewed.
 */
export function openDatabase(
	connection: Connection,
	{
		max = 10,
		role,
		onQuery,
		silence = longestSilence,
	}: { max?: number; role?: string; onQuery?: (query: string) => void; silence?: number } = {},
): Database {
	const settings = {
		max,
		...(onQuery && { debug: (_connection: number, query: string) => onQuery(query) }),
		idle_timeout: 60,
		// In seconds, and over before the statement that waits for it is given up.
		connect_timeout: Math.min(5, (silence / 1000) * 0.7),
		onnotice: () => {},
		fetch_types: false,
		types: arrayTypes,
		connection: {
			application_name: 'tadqiq',
			...(role && { role }),
			statement_timeout: 5_000,
			lock_timeout: 3_000,
			idle_in_transaction_session_timeout: 10_000,
		},
	}
	const open = () =>
		typeof connection === 'string' ? postgres(connection, settings) : postgres({ ...settings, ...connection })
	const client = withDeadline(open, silence)
	return { db: drizzle(client, { schema }), close: () => client.end({ timeout: 5 }) }
}

/**
 * A query prepared once per pool or transaction, under a name that Postgres sees: parsed and planned
 * once a connection instead of at every call. Use it for what pages read at every request.
 */
export function preparedQuery<Query>(prepare: (db: Db) => Query): (db: Db) => Query {
	const made = new WeakMap<Db, Query>()
	return (db) => {
		const known = made.get(db)
		if (known) return known
		const query = prepare(db)
		made.set(db, query)
		return query
	}
}
