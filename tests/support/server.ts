import { spawn } from 'node:child_process'
import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { freshDatabase, type FreshDatabase } from '#tests/support/database.ts'
import { databaseEnvironment } from '#tests/support/postgres.ts'

/** The password of the demonstration people of every server started here. */
export const demoPassword = 'seven quiet harbours'

/** How long a server may take until it is ready: a build of the application may be part of it. */
const startPatience = 120_000
const stopPatience = 15_000

export type TestServer = {
	origin: string
	/** The database it works on, to look into. */
	database: FreshDatabase
	/** What it has printed so far, both streams. */
	output: () => string
	/** Ask it to stop, wait, and drop its database. What you get: the exit code. */
	stop: () => Promise<number | null>
	/** End it as a power cut does, without a word; its database stays as it is. */
	kill: () => Promise<void>
}

/**
 * The real server in a process of its own, on a free port and a database of its own, with the
 * demonstration corpus unless `env` says `DEMO: '0'`. Resolves when `/readyz` says yes. On a database that it is given
 * it leaves that as it is when it stops.
 */
export async function startServer({
	env = {},
	...given
}: { env?: Record<string, string>; database?: FreshDatabase; port?: number } = {}): Promise<TestServer> {
	const port = given.port ?? (await findFreePort())
	const database = given.database ?? (await freshDatabase())
	const origin = `http://localhost:${port}`

	// Nothing of the test runner's environment: it would change what is tested.
	const { PATH = '', HOME = '', TMPDIR = '/tmp' } = process.env
	const environment: Record<string, string> = {
		...{ PATH, HOME, TMPDIR, PORT: String(port), DEMO: '1', DEMO_PASSWORD: demoPassword },
		...databaseEnvironment(database.connection),
		...env,
	}
	const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
		env: environment as NodeJS.ProcessEnv,
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	const exited = once(child, 'exit').then(([code]) => code as number | null)
	const kill = () => child.kill('SIGKILL')
	process.once('exit', kill)

	let printed = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
	}

	const stop = async () => {
		child.kill('SIGTERM')
		const overdue = setTimeout(kill, stopPatience)
		const code = await exited
		clearTimeout(overdue)
		process.off('exit', kill)
		if (!given.database) await database.drop()
		return code
	}

	for (const begun = Date.now(); !(await isReady(origin)); await wait(50)) {
		const ended = child.exitCode !== null || child.signalCode !== null
		if (!ended && Date.now() - begun < startPatience) continue
		await stop()
		throw new Error(`The server ${ended ? 'ended' : 'was not ready in time'}. It printed:\n${printed}`)
	}
	return {
		origin,
		database,
		output: () => printed,
		stop,
		async kill() {
			kill()
			await exited
			process.off('exit', kill)
		},
	}
}

async function isReady(origin: string): Promise<boolean> {
	try {
		return (await fetch(`${origin}/readyz`, { signal: AbortSignal.timeout(5_000) })).ok
	} catch {
		return false
	}
}

async function findFreePort(): Promise<number> {
	const probe = net.createServer().listen(0, '127.0.0.1')
	await once(probe, 'listening')
	const { port } = probe.address() as net.AddressInfo
	probe.close()
	await once(probe, 'close')
	return port
}
