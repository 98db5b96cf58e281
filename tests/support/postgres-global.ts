import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import os from 'node:os'
import path from 'node:path'
import type { TestProject } from 'vitest/node'
import type { Connection } from '#app/db.server.ts'
import { startPostgres } from '#app/embedded-postgres.server.ts'
import { migrate } from '#drizzle/migrate.server.ts'
import { createDatabase, dropDatabases, inDatabase } from '#tests/support/postgres.ts'

/** What the tests are given: a server, and the name of a migrated, empty database to copy. */
export type TestPostgres = { server: Connection; template: string }

declare module 'vitest' {
	interface ProvidedContext {
		postgres: TestPostgres
	}
}

declare global {
	/** One server for all projects of a run; each has its own copy of this module. */
	var tadqiqTestPostgres: { started: Promise<Started>; users: number } | undefined
}

type Started = { postgres: TestPostgres; stop: () => Promise<void> }

/**
 * Before the tests of a project: Postgres, with one database that has every migration. The server is
 * the one at TEST_DATABASE_URL, or the embedded one, in a folder that is removed afterwards.
 */
export default async function setUp(project: TestProject): Promise<() => Promise<void>> {
	const shared = (globalThis.tadqiqTestPostgres ??= { started: start(), users: 0 })
	shared.users += 1
	project.provide('postgres', (await shared.started).postgres)
	return async () => {
		shared.users -= 1
		if (shared.users > 0) return
		globalThis.tadqiqTestPostgres = undefined
		await (await shared.started).stop()
	}
}

async function start(): Promise<Started> {
	const { server, stop } = await startServer()
	try {
		// The name is this run's own: several runs may share the server of TEST_DATABASE_URL.
		const template = `tadqiq_test_${randomBytes(4).toString('hex')}`
		await createDatabase(server, template)
		await migrate(inDatabase(server, template))
		return {
			postgres: { server, template },
			stop: async () => {
				await dropDatabases(server, template)
				await stop()
			},
		}
	} catch (error) {
		await stop()
		throw error
	}
}

async function startServer(): Promise<{ server: Connection; stop: () => Promise<void> }> {
	const address = process.env['TEST_DATABASE_URL']
	if (address) return { server: address, stop: async () => {} }

	const folder = await fs.mkdtemp(path.join(os.tmpdir(), 'tadqiq-test-'))
	// When we are root, Postgres runs as another account, which has to get there.
	await fs.chmod(folder, 0o711)
	const { connection, stop } = await startPostgres(folder, { say: () => {} })
	return {
		server: connection,
		stop: async () => {
			await stop()
			await fs.rm(folder, { recursive: true, force: true })
		},
	}
}
