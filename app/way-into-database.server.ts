import postgres from 'postgres'
import { CannotStart } from '#app/cannot-start.ts'
import type { Connection } from '#app/db.server.ts'
import type { Env } from '#app/env.server.ts'
import { appRole, ensureAppRole } from '#drizzle/roles.server.ts'

/** How the application's pool gets into the database. */
export type WayIn = {
	connection: Connection
	/** The role that its rights are given to. */
	role: string
	/** The role that every connection takes on, where its login has more rights than the application needs. */
	assumes?: string
}

/** Into the embedded server as the application's own login, by the socket that its owner uses as well. */
export async function enterEmbedded(owner: Exclude<Connection, string>): Promise<WayIn> {
	const made = await withClient(owner, (client) => ensureAppRole(client, { login: true }))
	if (!made)
		throw new CannotStart(`The database's role ${appRole} has rights that it should not have. Drop it.`)
	return { connection: { ...owner, user: appRole }, role: appRole }
}

/**
 * Into a database whose owner has an address of its own.
 * @throws CannotStart when the application's login could do as the owner does
 */
export async function enterAsLogin(env: Pick<Env, 'DATABASE_URL' | 'DATABASE_OWNER_URL'>): Promise<WayIn> {
	const { DATABASE_URL: connection = '', DATABASE_OWNER_URL: owner = '' } = env
	const owns = await withClient(owner, async (client) => {
		const [row] = await client<{ name: string }[]>`select current_user as name`
		return row?.name ?? ''
	})
	const login = await withClient(connection, async (client) => {
		const [row] = await client<{ name: string; above: boolean }[]>`
			select current_user as name, pg_has_role(session_user, ${owns}, 'MEMBER') as above`
		return row
	}).catch((error: Error) => {
		throw new CannotStart(`The database cannot be reached at DATABASE_URL: ${error.message}`, {
			cause: error,
		})
	})
	if (!login || login.above) {
		throw new CannotStart(
			`DATABASE_URL signs in as "${login?.name}", which can do whatever the owner of the tables ("${owns}", of ` +
				'DATABASE_OWNER_URL) can. Give the application a login of its own: CREATE ROLE tadqiq_login LOGIN PASSWORD …;',
		)
	}
	return { connection, role: login.name }
}

/**
 * Into a database by its owner's address alone: each connection takes on the application's role as it is made, where
 * there is one and what stands between lets that pass.
 */
export async function enterAsOwner(connection: Connection): Promise<WayIn> {
	const plain = { connection, role: appRole }
	if (!(await withClient(connection, (client) => ensureAppRole(client, { login: false })))) return plain
	const is = await withClient(
		connection,
		async (client) => {
			const [row] = await client<{ name: string }[]>`select current_user as name`
			return row?.name
		},
		{ role: appRole },
		// A pooler may refuse what it does not know.
	).catch(() => null)
	return is === appRole ? { ...plain, assumes: appRole } : plain
}

async function withClient<Result>(
	connection: Connection,
	work: (client: postgres.Sql) => Promise<Result>,
	parameters: { role?: string } = {},
): Promise<Result> {
	const settings = {
		max: 1,
		connect_timeout: 5,
		fetch_types: false,
		prepare: false,
		onnotice: () => {},
		connection: parameters,
	}
	const client =
		typeof connection === 'string' ? postgres(connection, settings) : postgres({ ...settings, ...connection })
	try {
		return await work(client)
	} finally {
		await client.end({ timeout: 1 })
	}
}
