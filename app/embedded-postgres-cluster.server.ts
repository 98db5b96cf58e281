import { execFile, spawn } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { promisify } from 'node:util'
import postgres from 'postgres'
import { CannotStart } from '#app/cannot-start.ts'
import { isCode, postgresEnvironment, socketPort, type Home } from '#app/embedded-postgres-home.server.ts'

const run = promisify(execFile)

export const superuser = 'postgres'
/** How long a server may take to stop before it is told not to be tidy about it. */
const stopPatience = 30_000
const largestLog = 1_000_000

/** Create the cluster, once. It is made under another name and renamed, so half a cluster is never used. */
export async function initialise(home: Home): Promise<void> {
	if (fs.existsSync(home.data)) return
	const draft = path.join(home.directory, `initdb-${randomBytes(4).toString('hex')}`)
	// Under the C locale pg_trgm finds no trigram in Arabic text. macOS knows no C.UTF-8.
	const locale =
		process.platform === 'darwin' ? ['--locale=C', '--lc-ctype=en_US.UTF-8'] : ['--locale=C.UTF-8']
	const settings = [
		'-D',
		draft,
		'-U',
		superuser,
		'-A',
		'trust',
		'-E',
		'UTF8',
		...locale,
		'-k',
		'--no-instructions',
	]
	try {
		await run(path.join(home.binaries, 'initdb'), settings, {
			...home.account,
			cwd: home.directory,
			env: postgresEnvironment,
		})
		fs.renameSync(draft, home.data)
	} catch (error) {
		fs.rmSync(draft, { recursive: true, force: true })
		// Another process of ours was quicker.
		if (isCode(error, 'ENOTEMPTY', 'EEXIST')) return
		const reason = (error as { stderr?: string }).stderr?.trim() || (error as Error).message
		throw new CannotStart(`Postgres could not make its files in ${home.directory}: ${reason}`, {
			cause: error,
		})
	}
	const folder = fs.openSync(home.directory, 'r')
	fs.fsyncSync(folder)
	fs.closeSync(folder)
}

/**
 * Start the server and wait until it takes connections: `null`, or why it ended instead. It leads a
 * session of its own, so that Ctrl-C in the terminal reaches us and not it.
 */
export async function launch(home: Home, socketDirectory: string): Promise<string | null> {
	const settings = {
		listen_addresses: '',
		unix_socket_directories: socketDirectory,
		fsync: 'on',
		full_page_writes: 'on',
		synchronous_commit: 'on',
		timezone: 'UTC',
		// Failed statements are logged by the application, which knows what may be written down.
		log_min_messages: 'log',
		log_checkpoints: 'off',
	}
	const flags = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
	const log = openLog(home)
	const child = spawn(
		path.join(home.binaries, 'postgres'),
		['-D', home.data, '-p', String(socketPort), ...flags],
		{
			...home.account,
			cwd: home.directory,
			detached: true,
			env: postgresEnvironment,
			stdio: ['ignore', log, log],
		},
	)
	fs.closeSync(log)
	child.unref()

	let ended: string | null = null
	child.on('error', (error) => (ended = error.message))
	child.on(
		'exit',
		(code, signal) => (ended ??= lastWords(home, child.pid) || `it ended with ${signal ?? `code ${code}`}`),
	)
	for (;;) {
		if (ended !== null) return ended
		const holder = readLockFile(home)
		if (holder?.pid === child.pid && holder?.ready) return null
		await wait(20)
	}
}

/** Fast shutdown: sessions are cut, everything is written out, and we wait until it has ended. */
export async function shutDown(home: Home): Promise<void> {
	const holder = readLockFile(home)
	if (!holder) return
	const begun = Date.now()
	process.kill(holder.pid, 'SIGINT')
	while (readLockFile(home)?.pid === holder.pid) {
		if (Date.now() - begun > stopPatience) return void process.kill(holder.pid, 'SIGQUIT')
		await wait(20)
	}
	// Its lock file goes a moment before it does.
	for (let looks = 0; isAlive(holder.pid) && looks < 50; looks++) await wait(20)
}

function isAlive(pid: number): boolean {
	try {
		return process.kill(pid, 0)
	} catch {
		return false
	}
}

/** Whether the server behind this socket has `data` and takes queries; `busy`: it is starting or stopping. */
export async function ask(socketDirectory: string, data: string): Promise<'ready' | 'busy' | 'nobody'> {
	const sql = connect(socketDirectory)
	const silence = new AbortController()
	const silent = wait(5_000, 'busy' as const, { signal: silence.signal })
	const answer = sql`show data_directory`.then(
		([row]) => (isSameFolder(row?.['data_directory'], data) ? ('ready' as const) : ('nobody' as const)),
		(error: unknown) => (isCode(error, '57P03', '53300') ? ('busy' as const) : ('nobody' as const)),
	)
	try {
		return await Promise.race([answer, silent])
	} finally {
		silence.abort()
		await sql.end({ timeout: 0 })
	}
}

/** One connection to the maintenance database, for as long as it is wanted. */
export function connect(socketDirectory: string, lost?: () => void): postgres.Sql {
	return postgres({
		host: socketDirectory,
		port: socketPort,
		user: superuser,
		database: 'postgres',
		max: 1,
		max_lifetime: null,
		connect_timeout: 5,
		fetch_types: false,
		onnotice: () => {},
		onclose: lost,
		connection: { application_name: 'tadqiq supervisor', statement_timeout: 0, lock_timeout: 0 },
	})
}

/** Postgres's own lock file: who runs the cluster, where its socket is, and whether it says it is ready. */
export function readLockFile(home: Home): { pid: number; socketDirectory: string; ready: boolean } | null {
	try {
		const lines = fs.readFileSync(path.join(home.data, 'postmaster.pid'), 'utf8').split('\n')
		const pid = Number.parseInt(lines[0] ?? '', 10)
		return pid > 0 ? { pid, socketDirectory: lines[4] ?? '', ready: lines[7]?.trim() === 'ready' } : null
	} catch (error) {
		if (isCode(error, 'ENOENT')) return null
		throw error
	}
}

function isSameFolder(one: unknown, other: string): boolean {
	try {
		return typeof one === 'string' && fs.realpathSync(one) === fs.realpathSync(other)
	} catch {
		return false
	}
}

/** What the server has to say: when it started and stopped, and why it could not. */
export function logFile(home: Home): string {
	return path.join(home.directory, 'postgres.log')
}

/** For appending, as two of us may try to start the server at once; the one before is kept. */
function openLog(home: Home): number {
	const file = logFile(home)
	const size = fs.statSync(file, { throwIfNoEntry: false })?.size ?? 0
	if (size > largestLog) fs.renameSync(file, `${file}.1`)
	const log = fs.openSync(file, 'a', 0o600)
	if (home.account) fs.fchownSync(log, home.account.uid, home.account.gid)
	return log
}

/** What the server that was process `pid` wrote when it gave up; another may be writing beside it. */
function lastWords(home: Home, pid: number | undefined): string {
	const lines = fs.readFileSync(logFile(home), 'utf8').split('\n')
	return lines
		.filter(
			(line) => /FATAL|PANIC|HINT/.test(line) && (/ \[(\d+)\] /.exec(line)?.[1] ?? `${pid}`) === `${pid}`,
		)
		.slice(-2)
		.map((line) => line.replace(/^.*?(?:FATAL|PANIC|HINT):\s+/, ''))
		.join(' ')
}
