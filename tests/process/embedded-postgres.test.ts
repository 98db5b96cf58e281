import { execFileSync, spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import os from 'node:os'
import path from 'node:path'
import { createInterface } from 'node:readline'
import { setTimeout as wait } from 'node:timers/promises'
import postgres from 'postgres'
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startPostgres } from '#app/embedded-postgres.server.ts'

type Connection = { host: string; port: number; user: string; database: string }
type Message = { line?: string; connection?: Connection; adopted?: boolean; directory?: string }

const quiet = () => {}
const asRoot = process.getuid?.() === 0

/** A folder with a new cluster, to copy where a test is not about making one. */
let model: string
let folder: string
let dataDir: string
const cleanUp: (() => Promise<unknown> | void)[] = []

beforeAll(async () => {
	model = makeFolder()
	const { stop } = await startPostgres(path.join(model, '.data'), { say: quiet })
	await stop()
})

afterAll(() => fs.rmSync(model, { recursive: true, force: true }))

beforeEach(() => {
	folder = makeFolder()
	dataDir = path.join(folder, '.data')
	cleanUp.push(() => fs.rmSync(folder, { recursive: true, force: true }))
})

/** A folder that the account of Postgres can reach. */
function makeFolder(): string {
	const made = fs.mkdtempSync(path.join(os.tmpdir(), 'tadqiq-test-'))
	fs.chmodSync(made, 0o711)
	return made
}

/** Put a new cluster into the test's folder. */
function copyModel(): void {
	execFileSync('cp', ['-a', path.join(model, '.data'), dataDir])
}

afterEach(async () => {
	for (const undo of cleanUp.splice(0).reverse()) await undo()
})

/** Start another process that uses the database, and wait until it does. */
async function startUser(
	...args: string[]
): Promise<{ child: ChildProcess; started: Message; next: () => Promise<Message> }> {
	const child = spawn(
		process.execPath,
		['--import', 'tsx', 'tests/process/postgres-user.ts', dataDir, ...args],
		{
			stdio: ['ignore', 'pipe', 'inherit'],
		},
	)
	cleanUp.push(() => endUser(child))
	const lines = createInterface({ input: child.stdout })[Symbol.asyncIterator]()
	const next = async () => JSON.parse((await lines.next()).value ?? '{}') as Message
	let started = await next()
	while (started.line) started = await next()
	return { child, started, next }
}

async function endUser(child: ChildProcess, signal: NodeJS.Signals = 'SIGTERM'): Promise<void> {
	if (child.exitCode !== null || child.signalCode !== null) return
	child.kill(signal)
	await once(child, 'exit')
}

/** Use the embedded Postgres from this process. */
async function start(say: (line: string) => void = quiet, elsewhere?: string) {
	const server = await startPostgres(dataDir, { say, elsewhere })
	cleanUp.push(server.stop)
	return server
}

async function query(connection: Connection, statement: string): Promise<postgres.RowList<postgres.Row[]>> {
	const sql = postgres({ ...connection, max: 1, onnotice: quiet })
	try {
		return await sql.unsafe(statement)
	} finally {
		await sql.end({ timeout: 1 })
	}
}

/** The server's process, from its own lock file; `null` when none runs. */
function serverPid(directory: string): number | null {
	const file = path.join(directory, 'data', 'postmaster.pid')
	return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : null
}

async function until(what: () => boolean | Promise<boolean>): Promise<void> {
	for (const begun = Date.now(); !(await what()); await wait(20)) {
		if (Date.now() - begun > 45_000) throw new Error(`Still not so after 45 s: ${what}`)
	}
}

const answers = (connection: Connection) => () =>
	query(connection, 'select 1').then(
		() => true,
		() => false,
	)

describe('a new database', () => {
	test('reads Arabic, keeps what it promises, and listens on no network port', async () => {
		const { connection, adopted } = await start()
		expect(adopted).toBe(false)
		await query(connection, 'create extension pg_trgm')
		const [row] = await query(
			connection,
			`select cardinality(show_trgm('الحكومة')) as trigrams, current_database() as name,
				current_setting('server_encoding') as encoding, current_setting('listen_addresses') as addresses,
				current_setting('fsync') as fsync, current_setting('full_page_writes') as pages,
				current_setting('synchronous_commit') as commit, current_setting('data_checksums') as checksums`,
		)
		expect(row).toEqual({
			trigrams: 8,
			name: 'tadqiq',
			encoding: 'UTF8',
			addresses: '',
			fsync: 'on',
			pages: 'on',
			commit: 'on',
			checksums: 'on',
		})
	})

	test('is made once when several processes want it at the same moment', async () => {
		const users = await Promise.all([startUser(), startUser(), startUser()])
		const adopted = users.map((user) => user.started.adopted)
		expect(adopted.filter((value) => !value)).toHaveLength(1)
		const left = fs.readdirSync(users[0].started.directory!).filter((name) => name.startsWith('initdb'))
		expect(left).toEqual([])
	})

	test('has a socket even where the path is too long for one', async () => {
		dataDir = path.join(folder, 'غرفة-الأخبار'.repeat(5), '.data')
		const { connection, directory } = await start()
		expect(connection.host.startsWith(directory)).toBe(false)
		cleanUp.push(() => fs.rmSync(connection.host, { recursive: true, force: true }))
		expect(await query(connection, 'select 1 as one')).toMatchObject([{ one: 1 }])
	})
})

describe('stopping', () => {
	beforeEach(copyModel)

	test('leaves no server behind, and the rows are there next time', async () => {
		const first = await start()
		await query(first.connection, 'create table kept (word text)')
		await query(first.connection, `insert into kept values ('باقٍ')`)
		const pid = serverPid(first.directory)!
		await first.stop()
		expect(serverPid(first.directory)).toBeNull()
		expect(() => process.kill(pid, 0)).toThrow('ESRCH')

		const second = await start()
		expect(second.adopted).toBe(false)
		expect(await query(second.connection, 'select word from kept')).toMatchObject([{ word: 'باقٍ' }])
	})

	test('keeps the server for a process that still uses it, whoever started it', async () => {
		const starter = await startUser()
		const { connection, adopted, directory, stop } = await start()
		expect(adopted).toBe(true)
		const pid = serverPid(directory)
		await endUser(starter.child)
		expect(serverPid(directory)).toBe(pid)
		expect(await query(connection, 'select 1 as one')).toMatchObject([{ one: 1 }])
		await stop()
		expect(serverPid(directory)).toBeNull()
	})

	test('stops the server exactly once when all leave together', async () => {
		const users = await Promise.all([startUser(), startUser(), startUser()])
		await Promise.all(users.map((user) => endUser(user.child)))
		expect(users.map((user) => user.child.exitCode)).toEqual([0, 0, 0])
		expect(serverPid(users[0].started.directory!)).toBeNull()
	})
})

describe('after a kill', () => {
	beforeEach(copyModel)

	test('a server whose process was killed is adopted', async () => {
		const killed = await startUser()
		await query(killed.started.connection!, 'create table kept as select 1 as one')
		const pid = serverPid(killed.started.directory!)
		await endUser(killed.child, 'SIGKILL')

		const { connection, adopted, directory, stop } = await start()
		expect(adopted).toBe(true)
		expect(serverPid(directory)).toBe(pid)
		expect(await query(connection, 'select one from kept')).toMatchObject([{ one: 1 }])
		await stop()
		expect(serverPid(directory)).toBeNull()
	})

	test('everything killed at once starts again with what was committed', async () => {
		const killed = await startUser()
		await query(killed.started.connection!, 'create table kept as select 1 as one')
		process.kill(serverPid(killed.started.directory!)!, 'SIGKILL')
		await endUser(killed.child, 'SIGKILL')

		const { connection, adopted } = await start()
		expect(adopted).toBe(false)
		expect(await query(connection, 'select one from kept')).toMatchObject([{ one: 1 }])
	})

	test.each(['SIGKILL', 'SIGINT'] as const)(
		'a server that ends by %s is started again at the same address',
		async (signal) => {
			const lines: string[] = []
			const { connection, directory } = await start((line) => lines.push(line))
			await query(connection, 'create table kept as select 1 as one')
			const pid = serverPid(directory)!
			process.kill(pid, signal)
			await until(() => ![pid, null].includes(serverPid(directory)))
			await until(answers(connection))
			expect(await query(connection, 'select one from kept')).toMatchObject([{ one: 1 }])
			await until(() => lines.length > 0)
			expect(lines).toEqual(['Postgres had stopped and was started again.'])
		},
	)

	test('an adopted server that dies is started again too, by one of those who use it', async () => {
		const [one, other] = [await startUser(), await startUser()]
		const { connection, directory } = one.started as Required<Message>
		const pid = serverPid(directory)!
		process.kill(pid, 'SIGKILL')
		await until(() => ![pid, null].includes(serverPid(directory)))
		await until(answers(connection))
		await until(async () => {
			const [row] = await query(
				connection,
				`select count(*)::int as seats from pg_locks where locktype = 'advisory'`,
			)
			return row?.['seats'] === 2
		})
		await endUser(one.child)
		expect(await query(connection, 'select 1 as one')).toMatchObject([{ one: 1 }])
		await endUser(other.child)
		expect(serverPid(directory)).toBeNull()
	})
})

describe('a place that cannot be used', () => {
	test.runIf(asRoot)(
		'a folder closed to the account of Postgres sends the cluster elsewhere, for good',
		async () => {
			fs.chmodSync(folder, 0o700)
			const elsewhere = fs.mkdtempSync(path.join(os.tmpdir(), 'tadqiq-test-elsewhere-'))
			cleanUp.push(() => fs.rmSync(elsewhere, { recursive: true, force: true }))
			const lines: string[] = []
			const first = await start((line) => lines.push(line), elsewhere)
			const instance = fs.readFileSync(path.join(dataDir, 'instance'), 'utf8').trim()
			expect(first.directory).toBe(path.join(elsewhere, instance))
			expect(lines).toEqual([`The database is kept in ${first.directory}.`])
			expect(fs.statSync(first.directory).mode & 0o777).toBe(0o700)
			await query(first.connection, 'create table kept as select 1 as one')
			await first.stop()

			// Opening the folder later must not make the database look empty.
			fs.chmodSync(folder, 0o711)
			const second = await start(quiet, elsewhere)
			expect(second.directory).toBe(first.directory)
			expect(await query(second.connection, 'select one from kept')).toMatchObject([{ one: 1 }])
		},
	)

	test.runIf(asRoot)('a cluster that became unreachable is not replaced by an empty one', async () => {
		copyModel()
		fs.chmodSync(folder, 0o700)
		await expect(start()).rejects.toThrow(/The database in .* cannot be used by account/)
	})

	test('a cluster that does not start says why', async () => {
		copyModel()
		fs.appendFileSync(path.join(dataDir, 'postgres', 'data', 'postgresql.conf'), '\nmax_connections = many\n')
		await expect(start()).rejects.toThrow(/does not start: .*(configuration file|max_connections)/)
	})
})
