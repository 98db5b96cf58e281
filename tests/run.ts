import { spawn, type ChildProcess } from 'node:child_process'
import fs from 'node:fs'
import { reportFile, type TestReport } from '#tests/support/live-reporter.ts'

/*
 * `npm test`: format, lint, types, the production build, then the tests in Vitest's projects.
 * `npm test -- unit lint` runs those steps only, `npm test -- tests/domain/figure.test.ts` those
 * files; what else is given goes to Vitest. The last line says how many passed, failed and were skipped.
 */

const checks = {
	lint: ['node_modules/eslint/bin/eslint.js', '.', '--max-warnings', '0'],
	types: [
		'node_modules/typescript/bin/tsc',
		'--noEmit',
		'--incremental',
		'--tsBuildInfoFile',
		'.cache/types.json',
	],
	build: ['--import', 'tsx', 'app/build.server.ts'],
	format: [
		'node_modules/prettier/bin/prettier.cjs',
		'--check',
		'.',
		'--log-level',
		'warn',
		'--cache',
		'--cache-location',
		'.cache/format.json',
	],
}
const projects = ['unit', 'service', 'process', 'browser'] as const
/** These run the built application. */
const needBuild: readonly string[] = ['process', 'browser']

type Check = keyof typeof checks
type Project = (typeof projects)[number]
type Failure = TestReport['failures'][number]
type Finished = { code: number | null; output: string; seconds: string }

const running = new Set<ChildProcess>()
let interrupted = false
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
	process.on(signal, () => {
		interrupted = true
		// Ctrl-C has reached them already, and a second one would hinder their tidying up.
		if (signal === 'SIGTERM') for (const child of running) child.kill(signal)
	})
}

const asked = choose(process.argv.slice(2))
const counts = { passed: 0, skipped: 0 }
/** One for each check or test that failed. */
const failures: Failure[] = []

const built = await runChecks(asked.checks)
if (asked.projects.length > 0 && !interrupted) await runTests(asked.projects, asked.rest)

for (const { name, message } of failures) console.log(`\nfailed: ${name}\n${indent(message)}`)
if (failures.length > 0) console.log()
if (interrupted) console.log('interrupted')
console.log(`${counts.passed} passed, ${failures.length} failed, ${counts.skipped} skipped`)
process.exit(interrupted ? 130 : failures.length > 0 ? 1 : 0)

/** What to run: everything, or the steps named; with files alone, the tests in them. */
function choose(given: string[]): { checks: Check[]; projects: Project[]; rest: string[] } {
	const allChecks = Object.keys(checks) as Check[]
	if (given.length === 0) return { checks: allChecks, projects: [...projects], rest: [] }

	const isNamed = (name: string) => given.includes(name)
	const rest = given.filter((word) => ![...allChecks, ...projects].some((name) => name === word))
	const named = projects.filter(isNamed)
	const chosen = named.length === 0 && rest.length > 0 ? [...projects] : named
	const buildless = rest.length > 0 && rest.every((word) => /tests\/(?:domain|services|routes)\//.test(word))
	const build = !buildless && chosen.some((project) => needBuild.includes(project))
	return {
		checks: allChecks.filter((check) => isNamed(check) || (check === 'build' && build)),
		projects: chosen,
		rest,
	}
}

/** Run the checks, two at a time. What you get: whether the application could be built, as far as asked. */
async function runChecks(names: Check[]): Promise<boolean> {
	const queue = [...names]
	let buildable = true
	const work = async () => {
		for (let name = queue.shift(); name && !interrupted; name = queue.shift()) {
			const { code, output, seconds } = await run(checks[name])
			console.log(`${name.padEnd(8)} ${code === 0 ? 'passed' : 'failed'} (${seconds} s)`)
			if (code === 0) {
				counts.passed += 1
				continue
			}
			failures.push({ name, message: output.trim() || `It ended with code ${code} and said nothing.` })
			if (name === 'build') buildable = false
		}
	}
	await Promise.all([work(), work()])
	return buildable
}

/** Run Vitest, count its tests, and keep what failed. */
async function runTests(wanted: Project[], rest: string[]): Promise<void> {
	const able = built ? wanted : wanted.filter((project) => !needBuild.includes(project))
	for (const project of wanted)
		if (!able.includes(project)) console.log(`${project.padEnd(8)} not run: no build`)
	if (able.length === 0) return

	fs.rmSync(reportFile, { force: true })
	const { code } = await run(
		[
			'node_modules/vitest/vitest.mjs',
			'run',
			...able.map((project) => `--project=${project}`),
			'--reporter=tests/support/live-reporter.ts',
			// A test that runs alone hides the others.
			'--allowOnly=false',
			...rest,
		],
		'shown',
	)
	if (!fs.existsSync(reportFile))
		return void failures.push({ name: 'tests', message: `Vitest ended with code ${code}.` })
	const report = JSON.parse(fs.readFileSync(reportFile, 'utf8')) as TestReport
	counts.passed += report.passed
	counts.skipped += report.skipped
	failures.push(...report.failures)
	if (report.failures.length > 0) return
	if (report.passed + report.skipped === 0) failures.push({ name: 'tests', message: 'No test was run.' })
	else if (code !== 0) failures.push({ name: 'tests', message: `Vitest ended with code ${code}.` })
}

/** Run a Node program. Its output is kept, or shown as it comes. */
async function run(args: string[], mode: 'kept' | 'shown' = 'kept'): Promise<Finished> {
	const begun = performance.now()
	const child = spawn(process.execPath, args, {
		stdio: mode === 'kept' ? ['ignore', 'pipe', 'pipe'] : ['ignore', 'inherit', 'inherit'],
		env: { ...process.env, ...(process.stdout.isTTY ? {} : { NO_COLOR: '1', FORCE_COLOR: undefined }) },
	})
	running.add(child)
	let output = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream?.setEncoding('utf8').on('data', (text: string) => (output += text))
	}
	const code = await new Promise<number | null>((resolve) => {
		child.on('error', (error) => {
			output += error.message
			resolve(null)
		})
		child.on('close', resolve)
	})
	running.delete(child)
	return { code, output, seconds: ((performance.now() - begun) / 1000).toFixed(1) }
}

function indent(text: string): string {
	return text.replace(/^(?=.)/gm, '  ')
}
