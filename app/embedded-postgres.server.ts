import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import type postgres from 'postgres'
import { CannotStart } from '#app/cannot-start.ts'
import {
	ask,
	connect,
	initialise,
	launch,
	logFile,
	readLockFile,
	shutDown,
	superuser,
} from '#app/embedded-postgres-cluster.server.ts'
import { findHome, isCode, socketPort, type Home } from '#app/embedded-postgres-home.server.ts'

const database = 'tadqiq'
/** Every process that uses the server holds this advisory lock, shared; whoever gets it alone is the last. */
const seatsLock = 7_236_771
/** How long another server may hold the cluster without answering: it is ending, or already killed. */
const lockPatience = 10_000
/** How long a server may say that it is still recovering or stopping. */
const recoveryPatience = 120_000

export type EmbeddedPostgres = {
	connection: { host: string; port: number; user: string; database: string }
	/** Whether the server was running before we came. */
	adopted: boolean
	/** The folder that holds the cluster. */
	directory: string
	/** Let go of the server, and stop it unless another process of ours uses it. */
	stop: () => Promise<void>
}

type Server = { socketDirectory: string; adopted: boolean }
type Seat = { server: Server; sql: postgres.Sql }

/**
 * Start the Postgres that lives in `dataDir`, or join it when it is running already, and keep it
 * running until `stop`: when it dies it is started again at the same address.
 *
 * Any number of processes may share one server. Each takes a seat: one connection with a shared
 * advisory lock, by which Postgres itself knows who is still there, whatever became of the process
 * that started it. The last to leave stops it. A server that outlives all of us is joined next time.
 *
 * @throws CannotStart when there is no Postgres for this machine, or the cluster does not start
 */
export async function startPostgres(
	dataDir: string,
	options: { say?: (line: string) => void; elsewhere?: string } = {},
): Promise<EmbeddedPostgres> {
	const say = options.say ?? ((line) => console.log(line))
	const home = await findHome(dataDir, options.elsewhere)
	if (!home.directory.startsWith(path.resolve(dataDir))) say(`The database is kept in ${home.directory}.`)
	await initialise(home)

	let leaving: Promise<void> | undefined
	let restoring: Promise<void> | undefined
	let seat = await takeSeat(home, home.socketDirectory, onLost)
	const { adopted, socketDirectory } = seat.server

	function onLost(): void {
		if (!leaving) restoring ??= restore().finally(() => (restoring = undefined))
	}

	async function restore(): Promise<void> {
		await seat.sql.end({ timeout: 0 })
		for (let pause = 100; !leaving; pause = Math.min(pause * 2, 5_000)) {
			try {
				seat = await takeSeat(home, socketDirectory, onLost)
				if (!seat.server.adopted) say('Postgres had stopped and was started again.')
				return
			} catch (error) {
				say(`Postgres stopped and does not start again yet: ${(error as Error).message}`)
				await wait(pause)
			}
		}
	}

	async function leave(): Promise<void> {
		await restoring
		if (await isLast(seat.sql)) await shutDown(home)
		await seat.sql.end({ timeout: 1 })
	}
	const stop = () => (leaving ??= leave())

	try {
		await createDatabase(seat.sql)
	} catch (error) {
		await stop()
		throw error
	}
	const connection = { host: socketDirectory, port: socketPort, user: superuser, database }
	return { connection, adopted, directory: home.directory, stop }
}

/** Get the server running and take a seat in it. `onLost` is called once, when the seat is lost. */
async function takeSeat(home: Home, socketDirectory: string, onLost: () => void): Promise<Seat> {
	for (const begun = Date.now(); ;) {
		const server = await bringUp(home, socketDirectory)
		let seated = false
		const sql = connect(server.socketDirectory, () => {
			if (seated) onLost()
			seated = false
		})
		try {
			// Waits while the last one leaves, and fails when the server goes with them.
			await sql`select pg_advisory_lock_shared(${seatsLock})`
			seated = true
			return { server, sql }
		} catch (error) {
			await sql.end({ timeout: 0 })
			if (Date.now() - begun > lockPatience) throw error
		}
	}
}

/** Join the server that answers, or start one. */
async function bringUp(home: Home, socketDirectory: string): Promise<Server> {
	for (const begun = Date.now(); ; await wait(100)) {
		const holder = readLockFile(home)
		const answer = holder ? await ask(holder.socketDirectory, home.data) : 'nobody'
		if (holder && answer === 'ready') return { socketDirectory: holder.socketDirectory, adopted: true }
		if (answer === 'nobody') {
			const refused = await launch(home, socketDirectory)
			if (!refused) return { socketDirectory, adopted: false }
			// The lock is Postgres's own to judge: it goes when its holder has gone. We never remove it.
			const held = /lock file|shared memory block/i.test(refused)
			if (!held || Date.now() - begun > lockPatience) {
				throw new CannotStart(`Postgres in ${home.directory} does not start: ${refused}`)
			}
		} else if (Date.now() - begun > recoveryPatience) {
			throw new CannotStart(`Postgres in ${home.directory} runs but does not answer; see ${logFile(home)}.`)
		}
	}
}

/** Give up our seat; whether nobody else has one. Of several that leave together, exactly one is last. */
async function isLast(sql: postgres.Sql): Promise<boolean> {
	try {
		await sql`select pg_advisory_unlock_shared(${seatsLock})`
		const [row] = await sql`select pg_try_advisory_lock(${seatsLock}) as alone`
		return row?.['alone'] === true
	} catch {
		// The server is not there any more.
		return false
	}
}

async function createDatabase(sql: postgres.Sql): Promise<void> {
	if ((await sql`select from pg_database where datname = ${database}`).count > 0) return
	try {
		await sql`create database ${sql(database)}`
	} catch (error) {
		// 42P04 and 23505: another process created it just now.
		if (!isCode(error, '42P04', '23505')) throw error
	}
}
