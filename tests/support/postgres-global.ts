import { spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { createInterface } from 'node:readline'
import type { TestProject } from 'vitest/node'
import type { Connection } from '#app/db.server.ts'
import { migrate } from '#drizzle/migrate.server.ts'
import { createDatabase, dropDatabases, hurryCommits, inDatabase } from '#tests/support/postgres.ts'

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
 * the one at TEST_DATABASE_URL, or an embedded one that is gone afterwards.
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
	const address = process.env['TEST_DATABASE_URL']
	const { server, end } = address ? { server: address, end: async () => {} } : await startEmbedded()
	// The name is this run's own: several runs may share the server of TEST_DATABASE_URL.
	const template = `tadqiq_test_${randomBytes(4).toString('hex')}`
	const stop = async () => {
		await dropDatabases(server, template)
		await end()
	}
	try {
		await createDatabase(server, template)
		await migrate(inDatabase(server, template))
	} catch (error) {
		await stop()
		throw error
	}
	return { postgres: { server, template }, stop }
}

async function startEmbedded(): Promise<{ server: Connection; end: () => Promise<void> }> {
	const keeper = spawn(process.execPath, ['--import', 'tsx', 'tests/support/postgres-keeper.ts'], {
		// A session of its own: Ctrl-C ends us, and our end ends it.
		detached: true,
		stdio: ['pipe', 'pipe', 'inherit'],
	})
	const exited = once(keeper, 'exit')
	const line = once(createInterface({ input: keeper.stdout }), 'line')
	const said = await Promise.race([line, exited.then(() => null)])
	if (!said) throw new Error('Postgres for the tests did not start.')
	const server = JSON.parse(String(said[0])) as Connection
	await hurryCommits(server)
	return {
		server,
		end: async () => {
			keeper.stdin.end()
			await exited
		},
	}
}
