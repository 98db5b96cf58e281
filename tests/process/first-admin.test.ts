import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest'
import { ensureBuild } from '#app/build.server.ts'
import { accountEvents, sessions, users } from '#drizzle/schema.ts'
import { databaseEnvironment } from '#tests/support/postgres.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'

const account = {
	name: 'ناظم الجابري',
	email: 'nazim@desk.example',
	password: 'four slow green rivers',
	language: 'ar',
}

let server: TestServer

beforeAll(async () => {
	await ensureBuild()
	server = await startServer({ env: { DEMO: '0' } })
	await vi.waitFor(() => expect(server.output()).toContain('Ctrl-C stops it.'), 30_000)
}, 300_000)

afterAll(async () => {
	await server.stop()
})

/** The links that were printed, in the order they were. */
const printedLinks = () =>
	server.output().match(/http:\/\/localhost:\d+\/account\/setup\?token=[a-z2-7]{52}\b/g) ?? []

async function send(address: string, form: Record<string, string>, cookie = ''): Promise<Response> {
	const { origin } = new URL(address)
	return fetch(address, {
		method: 'POST',
		body: new URLSearchParams(form),
		headers: { origin, cookie, 'sec-fetch-site': 'same-origin' },
		redirect: 'manual',
	})
}

/** Run a command of the project on the server's database. */
async function run(command: string, ...words: string[]) {
	const { PATH = '', HOME = '' } = process.env
	const child = spawn(process.execPath, ['--import', 'tsx', `app/commands/${command}.ts`, ...words], {
		env: {
			...{ PATH, HOME, PUBLIC_ORIGIN: server.origin },
			...databaseEnvironment(server.database.connection),
		} as unknown as NodeJS.ProcessEnv,
		stdio: ['ignore', 'pipe', 'pipe'],
	})
	const printed = { out: '', err: '' }
	child.stdout.setEncoding('utf8').on('data', (text: string) => (printed.out += text))
	child.stderr.setEncoding('utf8').on('data', (text: string) => (printed.err += text))
	const [code] = (await once(child, 'close')) as [number | null]
	return { code, ...printed }
}

describe('a server without people', () => {
	test('prints the link by which the first admin sets it up, which works once', async () => {
		const [link = '', ...more] = printedLinks()
		expect([link.startsWith(server.origin), more]).toEqual([true, []])
		// Only where it is meant for a person, not in a line of the log.
		const secret = new URL(link).searchParams.get('token') ?? ''
		expect(
			server
				.output()
				.split('\n')
				.filter((line) => line.includes(secret)),
		).toEqual([`  ${link}`])

		const page = await fetch(link, { headers: { 'accept-language': 'en' } })
		expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
		expect(page.headers.get('referrer-policy')).toMatch(/^(?:same-origin|strict-origin)$/)
		expect(await page.text()).toContain('Set up the desk')

		const done = await send(link, account)
		expect([done.status, done.headers.get('location')]).toEqual([
			303,
			'/sign-in?arrived=set-up&email=nazim%40desk.example&lang=ar',
		])
		const again = await send(link, { ...account, email: 'another@desk.example', name: 'غيره' })
		expect(again.status).toBe(410)
		const people = await server.database.db.select().from(users)
		expect(people.map(({ email, role }) => [email, role])).toEqual([[account.email, 'admin']])
		expect(server.output()).not.toContain(account.password)
	})

	test('tells whoever comes without the link where it is, and from then on that it is over', async () => {
		const page = await fetch(`${server.origin}/account/setup?lang=en`)
		expect(await page.text()).toContain('Set-up is complete')
	})
})

describe('npm run reset-password', () => {
	test('prints a link, ends every session, and the old password no longer works', async () => {
		const signIn = () => send(`${server.origin}/sign-in`, account)
		expect((await signIn()).status).toBe(303)
		expect(await server.database.db.$count(sessions)).toBe(1)

		const { code, out, err } = await run('reset-password', account.email)
		expect([code, err]).toEqual([0, expect.stringContaining('1 open session(s) have ended')])
		const [link = ''] = /^http:\/\/localhost:\d+\/account\/reset\?token=[a-z2-7]{52}$/m.exec(out) ?? []
		expect(out.split('\n')).toContain(link)
		expect(await server.database.db.$count(sessions)).toBe(0)
		expect((await signIn()).status).toBe(401)

		const password = 'five slow green rivers'
		expect((await send(link, { password })).status).toBe(303)
		expect((await send(`${server.origin}/sign-in`, { ...account, password })).status).toBe(303)
		const kinds = (await server.database.db.select().from(accountEvents)).map(({ kind }) => kind)
		expect(kinds).toEqual(expect.arrayContaining(['first-admin', 'password-reset-asked', 'password-reset']))
	})

	test('says in a sentence why there is none', async () => {
		const unknown = await run('reset-password', 'nobody@desk.example')
		expect([unknown.code, unknown.out, unknown.err]).toEqual([
			1,
			'',
			expect.stringContaining('Nobody has the address nobody@desk.example.'),
		])
		const nothing = await run('reset-password')
		expect([nothing.code, nothing.err]).toEqual([1, expect.stringMatching(/^Whose password\?/)])
	})
})
