import { spawn, type ChildProcess } from 'node:child_process'
import { once } from 'node:events'
import fs from 'node:fs'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { ensureBuild } from '#app/build.server.ts'

/** The whole program as `npm start` runs it, on a folder of its own. */
type Running = { child: ChildProcess; origin: string; printed: () => string; exited: Promise<number | null> }

let folder: string
const running: Running[] = []

beforeAll(async () => {
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tadqiq-test-'))
	fs.chmodSync(folder, 0o711)
	await ensureBuild()
}, 300_000)

afterEach(async () => {
	for (const { child, exited } of running.splice(0)) {
		child.kill('SIGTERM')
		await exited
	}
})

afterAll(() => fs.rmSync(folder, { recursive: true }))

async function freePort(): Promise<number> {
	const probe = net.createServer().listen(0, '127.0.0.1')
	await once(probe, 'listening')
	const { port } = probe.address() as net.AddressInfo
	probe.close()
	await once(probe, 'close')
	return port
}

async function run(env: Record<string, string> = {}): Promise<Running> {
	const port = env.PORT ?? String(await freePort())
	const { PATH = '', HOME = '' } = process.env
	const child = spawn(process.execPath, ['--import', 'tsx', 'app/server.ts'], {
		env: {
			PATH,
			HOME,
			PORT: port,
			DATA_DIR: path.join(folder, '.data'),
			...env,
		} as unknown as NodeJS.ProcessEnv,
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	let printed = ''
	for (const stream of [child.stdout, child.stderr]) {
		stream.setEncoding('utf8').on('data', (text: string) => (printed += text))
	}
	const exited = once(child, 'exit').then(([code]) => code as number | null)
	const program = { child, origin: `http://localhost:${port}`, printed: () => printed, exited }
	running.push(program)
	return program
}

/** Run, and wait until it says where it is. */
async function start(env: Record<string, string> = {}): Promise<Running> {
	const program = await run(env)
	while (!program.printed().includes('Ctrl-C stops it.')) {
		if (program.child.exitCode !== null) throw new Error(program.printed())
		await wait(50)
	}
	return program
}

const status = (address: string) => fetch(address, { redirect: 'manual' }).then((response) => response.status)

function serverPid(): number | null {
	const file = path.join(folder, '.data', 'postgres', 'data', 'postmaster.pid')
	return fs.existsSync(file) ? Number.parseInt(fs.readFileSync(file, 'utf8'), 10) : null
}

const password = (program: Running) => /with the password {2}(\S+)/.exec(program.printed())?.[1]

test('it starts from nothing, says where it is and how to sign in, and stops without a trace', async () => {
	const program = await start()
	expect(program.printed()).toContain(`Tadqiq is running at ${program.origin}`)
	for (const person of ['admin', 'editor', 'reviewer', 'reviewer2']) {
		expect(program.printed()).toContain(`${person}@demo.example`)
	}
	expect(password(program)).toMatch(/^[a-z2-9]{4}(?:-[a-z2-9]{4}){3}$/)
	expect(fs.statSync(path.join(folder, '.data', 'demo-password')).mode & 0o777).toBe(0o600)
	expect(await status(`${program.origin}/readyz`)).toBe(200)
	expect(await status(`${program.origin}/ar`)).toBe(200)
	expect(await status(`${program.origin}/en`)).toBe(200)

	const pid = serverPid()!
	program.child.kill('SIGTERM')
	expect(await program.exited).toBe(0)
	expect(serverPid()).toBeNull()
	expect(() => process.kill(pid, 0)).toThrow('ESRCH')
})

test('it keeps its password, unless another is given', async () => {
	const first = await start()
	first.child.kill('SIGTERM')
	await first.exited
	const second = await start()
	expect(password(second)).toBe(password(first))
	second.child.kill('SIGTERM')
	await second.exited
	expect(password(await start({ DEMO_PASSWORD: 'another-one-for-today' }))).toBe('another-one-for-today')
})

test('started twice, it says so and leaves the first alone', async () => {
	const first = await start()
	const second = await run({ PORT: new URL(first.origin).port })
	expect(await second.exited).toBe(1)
	expect(second.printed().trim()).toMatch(
		/^Tadqiq is already running at http:\/\/localhost:\d+\. Stop it, or choose/,
	)
	expect(await status(`${first.origin}/readyz`)).toBe(200)
})

test('on a second port it shares the database, which outlives whoever leaves first', async () => {
	const first = await start()
	const second = await start()
	first.child.kill('SIGTERM')
	expect(await first.exited).toBe(0)
	expect(await status(`${second.origin}/readyz`)).toBe(200)
	second.child.kill('SIGTERM')
	expect(await second.exited).toBe(0)
	expect(serverPid()).toBeNull()
})

test('on a port of another program, it says so at once', async () => {
	const other = net.createServer((socket) => socket.end()).listen(0, '127.0.0.1')
	await once(other, 'listening')
	const { port } = other.address() as net.AddressInfo
	const program = await run({ PORT: String(port) })
	expect(await program.exited).toBe(1)
	expect(program.printed()).toContain(`Another program uses port ${port}`)
	expect(serverPid()).toBeNull()
	other.close()
})

test('killed outright, the next one takes over its database', async () => {
	const first = await start()
	const pid = serverPid()
	first.child.kill('SIGKILL')
	await first.exited
	const second = await start()
	expect(serverPid()).toBe(pid)
	expect(await status(`${second.origin}/ar`)).toBe(200)
	second.child.kill('SIGTERM')
	expect(await second.exited).toBe(0)
	expect(serverPid()).toBeNull()
})

test('when its database dies, it says that it is not ready, and recovers by itself', async () => {
	const program = await start()
	process.kill(serverPid()!, 'SIGKILL')
	while ((await status(`${program.origin}/readyz`)) !== 503) await wait(10)
	expect(await status(`${program.origin}/healthz`)).toBe(200)
	while ((await status(`${program.origin}/readyz`)) !== 200) await wait(50)
	// A connection of the pool that died with the old server may cost one more request.
	while ((await status(`${program.origin}/ar`)) !== 200) await wait(50)
})

test('Ctrl-C that arrives twice, from the terminal and from npm, is one', async () => {
	const program = await start()
	program.child.kill('SIGINT')
	program.child.kill('SIGINT')
	expect(await program.exited).toBe(0)
	expect(serverPid()).toBeNull()
})

test('stopped while it is still starting, it leaves nothing running', async () => {
	const program = await run()
	while (!serverPid()) await wait(10)
	program.child.kill('SIGINT')
	expect(await program.exited).toBe(0)
	expect(serverPid()).toBeNull()
})

test('with a bad environment, it names everything that is wrong', async () => {
	const program = await run({ PORT: 'web', DEMO: 'yes', PUBLIC_ORIGIN: 'http://tadqiq.example' })
	expect(await program.exited).toBe(1)
	expect(program.printed().trim().split('\n  ')).toEqual([
		'Tadqiq cannot start with this environment:',
		expect.stringMatching(/^PORT must be .* not "web"$/),
		expect.stringMatching(/^PUBLIC_ORIGIN must use https/),
		expect.stringMatching(/^DEMO must be 0 or 1/),
	])
})
