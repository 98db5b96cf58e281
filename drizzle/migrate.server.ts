import { createHash } from 'node:crypto'
import path from 'node:path'
import { readMigrationFiles } from 'drizzle-orm/migrator'
import { drizzle } from 'drizzle-orm/postgres-js'
import { migrate as runMigrations } from 'drizzle-orm/postgres-js/migrator'
import postgres from 'postgres'
import type { Connection } from '#app/db.server.ts'
import { installQueues } from './queues.server.ts'
import { appRole, ensureAppRole, grantToApp } from './roles.server.ts'

const folder = path.resolve('drizzle/migrations')
/** Any number will do, as long as every process takes the same. */
const migrationLock = Number.parseInt(
	createHash('sha256').update('tadqiq migrations').digest('hex').slice(0, 12),
	16,
)

/**
 * Bring the database up to this code: forward only, under an advisory lock, so that processes which
 * start together wait for one another. The queues of background work come with it. Needs a direct connection (not a pooler in transaction mode).
 * @param role whom the application is to the database; it gets what it needs there and no more
 */
export async function migrate(connection: Connection, role = appRole): Promise<void> {
	const settings = { max: 1, onnotice: () => {}, connection: { lock_timeout: 0, statement_timeout: 0 } }
	const client =
		typeof connection === 'string' ? postgres(connection, settings) : postgres({ ...settings, ...connection })
	try {
		await client`select pg_advisory_lock(${migrationLock})`
		await runMigrations(drizzle(client), { migrationsFolder: folder })
		await installQueues(drizzle(client))
		if (role === appRole) await ensureAppRole(client, { login: false })
		await grantToApp(client, role)
	} finally {
		// Ending the session gives the lock back.
		await client.end({ timeout: 5 })
	}
}

/** When the newest migration of this code was written, as the migrations table keeps it. */
export function newestMigration(): number {
	return Math.max(
		...readMigrationFiles({ migrationsFolder: folder }).map((migration) => migration.folderMillis),
	)
}
