import { spawn } from 'node:child_process'
import { createHash, randomBytes } from 'node:crypto'
import { once } from 'node:events'
import fs from 'node:fs'
import { createRequire } from 'node:module'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { brotliCompressSync, constants, gzipSync } from 'node:zlib'
import { CannotStart } from '#app/cannot-start.ts'

/** Everything a build is made from. */
const inputs = [
	'app',
	'drizzle',
	'public',
	'remix.config.ts',
	'vite.config.ts',
	'tsconfig.json',
	'package-lock.json',
]
const builds = path.resolve('build')
/** Older builds that are left where they are: a server that still runs one goes on to serve its files. */
const keptBuilds = 2

export type Build = {
	/** What it was built from: 16 hexadecimal digits of the inputs' SHA-256. */
	id: string
	/** Holds `client` (files for browsers) and `server/index.js`. */
	directory: string
}

/**
 * The production build of the code as it is now, made if there is none. A build is named after its
 * inputs and appears whole, by a rename: one that was cut off is made again, two at once do no harm.
 * @throws CannotStart with the tools' output when it does not build
 */
export async function ensureBuild({ signal }: { signal?: AbortSignal } = {}): Promise<Build> {
	const id = fingerprint(inputs)
	const directory = path.join(builds, id)
	if (fs.existsSync(directory)) return { id, directory }

	console.log('Building…')
	const begun = performance.now()
	const draft = path.join(builds, `draft-${randomBytes(4).toString('hex')}`)
	try {
		await runBuild(id, draft, signal)
		compressAssets(path.join(draft, 'client', 'assets'))
		moveInPlace(draft, directory)
	} finally {
		fs.rmSync(draft, { recursive: true, force: true })
	}
	removeOldBuilds(directory)
	console.log(`Built in ${((performance.now() - begun) / 1000).toFixed(1)} s.`)
	return { id, directory }
}

/** 16 hexadecimal digits that change with any file in `paths`: its name or its contents. */
export function fingerprint(paths: readonly string[]): string {
	const hash = createHash('sha256')
	for (const file of paths.flatMap(listFiles).sort()) {
		const contents = createHash('sha256').update(fs.readFileSync(file)).digest('hex')
		hash.update(`${file.split(path.sep).join('/')}\0${contents}\n`)
	}
	return hash.digest('hex').slice(0, 16)
}

function listFiles(at: string): string[] {
	const stat = fs.statSync(at, { throwIfNoEntry: false })
	if (!stat?.isDirectory()) return stat ? [at] : []
	return fs.readdirSync(at).flatMap((name) => listFiles(path.join(at, name)))
}

async function runBuild(id: string, directory: string, signal: AbortSignal | undefined): Promise<void> {
	const remix = createRequire(import.meta.url).resolve('@remix-run/dev/dist/cli.js')
	const child = spawn(process.execPath, [remix, 'vite:build'], {
		env: {
			...process.env,
			NODE_ENV: 'production',
			VITEST: undefined,
			BUILD_ID: id,
			BUILD_DIRECTORY: path.relative('.', directory),
		},
		stdio: ['ignore', 'pipe', 'pipe'],
		signal,
	})
	let output = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (output += text))
	}
	const [code] = await once(child, 'close')
	if (code !== 0) throw new CannotStart(`The application does not build:\n${output.trim()}`)
}

/** Compress once what is sent often; `sirv` sends the smaller file to browsers that take it. */
function compressAssets(directory: string): void {
	for (const file of listFiles(directory).filter((name) => /\.(?:js|css|svg)$/.test(name))) {
		const contents = fs.readFileSync(file)
		fs.writeFileSync(`${file}.gz`, gzipSync(contents, { level: 9 }))
		const params = {
			[constants.BROTLI_PARAM_QUALITY]: 10,
			[constants.BROTLI_PARAM_SIZE_HINT]: contents.length,
		}
		fs.writeFileSync(`${file}.br`, brotliCompressSync(contents, { params }))
	}
}

function moveInPlace(draft: string, directory: string): void {
	try {
		fs.renameSync(draft, directory)
	} catch (error) {
		// Another process was quicker, with the same result.
		if (!fs.existsSync(directory)) throw error
	}
}

function removeOldBuilds(current: string): void {
	const others = fs
		.readdirSync(builds)
		.filter((name) => /^[0-9a-f]{16}$/.test(name) && path.join(builds, name) !== current)
		.map((name) => ({ name, at: fs.statSync(path.join(builds, name)).mtimeMs }))
		.sort((a, b) => b.at - a.at)
	for (const { name } of others.slice(keptBuilds))
		fs.rmSync(path.join(builds, name), { recursive: true, force: true })
}

if (process.argv[1] && import.meta.url === pathToFileURL(fs.realpathSync(process.argv[1])).href) {
	try {
		const { directory } = await ensureBuild()
		console.log(`The build is in ${path.relative('.', directory)}.`)
	} catch (error) {
		if (!(error instanceof CannotStart)) throw error
		console.error(error.message)
		process.exitCode = 1
	}
}
