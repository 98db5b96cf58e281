import http from 'node:http'
import path from 'node:path'
import { pathToFileURL } from 'node:url'
import { once } from 'node:events'
import type { ServerBuild } from '@remix-run/server-runtime'
import { sql } from 'drizzle-orm'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { ensureBuild } from '#app/build.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { newSecret } from '#app/services/one-time-tokens.server.ts'
import { foreignForms, hostileStrings, spoofedHeaders } from '#tests/support/attacks.ts'
import { addPerson, openSession } from '#tests/support/factories.ts'
import { demoPassword, startServer, type TestServer } from '#tests/support/server.ts'

/* The whole server, asked as attackers ask: forged hosts, foreign forms, odd cookies and strings; and what it logs. */

let server: TestServer
let build: ServerBuild
let slug = ''
let session = ''
let admin: Actor

beforeAll(async () => {
	const { directory } = await ensureBuild()
	build = (await import(pathToFileURL(path.join(directory, 'server', 'index.js')).href)) as ServerBuild
	server = await startServer({ env: { TRUSTED_PROXIES: '127.0.0.1' } })
	const [verdict] = await server.database.db.execute<{ slug: string }>(
		'select slug from fact_checks order by slug limit 1',
	)
	slug = verdict?.slug ?? ''
	admin = await addPerson(server.database.db, { id: 'attacked-admin', role: 'admin' })
	session = await signedIn()
}, 300_000)

/** The cookie of a session of an admin's own: what is sent to every form signs out, too. */
async function signedIn(): Promise<string> {
	const token = newSecret()
	await openSession(server.database.db, admin, { id: sha256(token), secondFactor: true })
	return `session=${token}`
}

afterAll(() => server?.stop())

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** One request, whose address and headers are sent as given. */
async function ask(target: string, options: http.RequestOptions = {}, body?: string): Promise<Answer> {
	const { hostname, port } = new URL(server.origin)
	const request = http.request({ host: '127.0.0.1', port, path: target, agent: false, ...options })
	request.setHeader('host', `${hostname}:${port}`)
	request.end(body)
	// What the server says to headers beyond its limit it says while they are still on their way, and then it hangs up:
	// the answer may be cut off, or never be seen.
	const isTooMuch = JSON.stringify(options.headers ?? {}).length > 16_000
	const refused: Answer = { status: 431, headers: {}, body: '' }
	if (isTooMuch) request.on('error', () => {})
	try {
		const [response] = (await once(request, 'response')) as [http.IncomingMessage]
		if (isTooMuch) response.on('error', () => {})
		let text = ''
		for await (const chunk of response.setEncoding('utf8')) text += chunk
		return { status: response.statusCode ?? 0, headers: response.headers, body: text }
	} catch (error) {
		if (isTooMuch) return refused
		throw error
	}
}

/** Do the work for each item, several at a time. */
async function forEach<Item>(items: readonly Item[], work: (item: Item) => Promise<void>): Promise<void> {
	const queue = [...items]
	const worker = async () => {
		for (let item = queue.shift(); item !== undefined; item = queue.shift()) await work(item)
	}
	await Promise.all(Array.from({ length: 8 }, worker))
}

/** Where forms can be sent: every route with an action, as a page and as data. */
function formTargets(): string[] {
	const values: Record<string, string> = {
		claimId: 'c01',
		articleId: 'a01',
		personId: 'attacked-admin',
		lang: 'ar',
	}
	return Object.values(build.routes).flatMap((route) => {
		if (!route?.module.action) return []
		const segments: string[] = []
		for (let at: typeof route | undefined = route; at; at = build.routes[at.parentId ?? ''])
			if (at.path) segments.unshift(at.path)
		const address = `/${segments.join('/')}`.replace(/:(\w+)/g, (_whole, name: string) => values[name] ?? 'x')
		return [address, `${address}?_data=${encodeURIComponent(route.id)}`]
	})
}

const typed = { 'content-type': 'application/x-www-form-urlencoded' }

test('nothing a client says of host, port, scheme or address shows anywhere', async () => {
	const pages = [
		'/',
		'/ar',
		`/en/verdicts/${slug}`,
		'/ar/nothing',
		'/sign-in',
		'/.well-known/security.txt',
		'/healthz',
	]
	const { port } = new URL(server.origin)
	const withoutChance = ({ status, headers, body }: Answer) => {
		const { date: _date, 'x-request-id': _id, ...kept } = headers
		return JSON.stringify([status, kept, body]).replace(/nonce[-=\\"]+[\w+/]{22}==/g, 'nonce')
	}
	let cases = 0
	for (const page of pages) {
		const honest = withoutChance(await ask(page))
		for (const spoofed of spoofedHeaders) {
			const headers = Object.fromEntries(
				Object.entries(spoofed).map(([name, value]) => [
					name,
					value.replaceAll('{evil}', 'evil.example').replaceAll('{port}', port),
				]),
			)
			expect(withoutChance(await ask(page, { headers })), JSON.stringify(headers)).toBe(honest)
			cases += 1
		}
	}
	expect(cases).toBe(pages.length * spoofedHeaders.length)
})

test('no form from elsewhere does anything, in whatever way it is sent', async () => {
	const targets = [
		...formTargets(),
		'/',
		'/ar',
		'/desk',
		'/desk/queue',
		'/assets/x.js',
		'/.well-known/security.txt',
	]
	expect(targets.length).toBeGreaterThan(15)
	const ours = server.origin
	const written = (value: string) =>
		value
			.replaceAll('{ours}', ours)
			.replaceAll('{other-port}', 'http://localhost:1')
			.replaceAll('{other-scheme}', ours.replace('http:', 'https:'))
	const tables = ['users', 'sessions', 'claims', 'claim_events', 'articles', 'account_events', 'rate_limits']
	const counts = () =>
		Promise.all(tables.map((table) => server.database.db.execute(sql.raw(`select count(*) from ${table}`))))
	const before = JSON.stringify(await counts())

	const letIn: string[] = []
	const cases = targets.flatMap((target) => foreignForms.map((form) => ({ target, form })))
	await forEach(cases, async ({ target, form }) => {
		const foreign = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, written(value)]))
		const headers = { ...typed, cookie: session, ...foreign }
		const { status, body } = await ask(target, { method: 'POST', headers }, 'intent=take&email=a@b.example')
		if (status !== 403 || !body.includes('This form was not sent from here')) {
			letIn.push(`${target} ${JSON.stringify(form)} ${status}`)
		}
	})
	expect(letIn).toEqual([])
	expect(JSON.stringify(await counts())).toBe(before)

	// The control: the same from our own page comes in, whatever the application then makes of it.
	const own = { ...typed, cookie: await signedIn(), origin: ours, 'sec-fetch-site': 'same-origin' }
	await forEach(formTargets(), async (target) => {
		const { status, body } = await ask(target, { method: 'POST', headers: own }, 'intent=nothing')
		expect(body, target).not.toContain('This form was not sent from here')
		expect(status, target).toBeLessThan(500)
	})
})

test('an account under attack from 200 networks takes 25 tries, and its owner still comes in', async () => {
	const email = 'reviewer@demo.example'
	const signIn = (address: string, password: string, cookie = '') =>
		ask(
			'/sign-in',
			{ method: 'POST', headers: { ...typed, origin: server.origin, 'x-forwarded-for': address, cookie } },
			new URLSearchParams({ email, password }).toString(),
		)
	const first = await signIn('192.0.2.50', demoPassword)
	expect(first.status).toBe(303)
	const device = first.headers['set-cookie']?.map((cookie) => cookie.split(';', 1)[0]).join('; ')
	expect(device).toMatch(/(?:^|; )device=/)

	const statuses: number[] = []
	const networks = Array.from({ length: 200 }, (_none, number) => `203.0.113.${number}`)
	await forEach(networks, async (address) => {
		const { status, headers } = await signIn(address, 'not the password')
		statuses.push(status)
		if (status === 429) expect(Number(headers['retry-after'])).toBeGreaterThan(0)
	})
	// The owner's first try was a stranger's, too.
	expect(statuses.filter((status) => status === 401)).toHaveLength(24)
	expect(statuses.filter((status) => status === 429)).toHaveLength(176)

	// The password alone opens nothing for a stranger now; who is known is not held up.
	expect((await signIn('198.51.100.99', demoPassword)).status).toBe(429)
	expect((await signIn('192.0.2.50', demoPassword)).status).toBe(303)
	// The device goes along; the network it came from before is then no longer the one it is known by.
	expect((await signIn('198.51.100.99', demoPassword, device)).status).toBe(303)
})

describe('a cookie of any kind', () => {
	const pages = ['/ar', '/desk', '/sign-in', '/account/reset']
	test.each([
		['a sibling that is no escape', 'x=%; {session}'],
		['a sibling without a name', '=x; {session}'],
		['a sibling without a value', 'x; {session}'],
		['a sibling with quotes', 'x="a;b"; {session}'],
		['a sibling called like an object’s inside', '__proto__=1; constructor=1; {session}'],
		['commas', 'a=1, b=2; {session}'],
		['a value that is no escape', 'session=%'],
		['a value of another alphabet', 'session=ÀÉÎ'],
		['an empty value', 'session='],
		['an unknown session', `session=${'a'.repeat(52)}`],
		['two sessions', 'session=a; {session}; session=b'],
		['the name in capitals', 'SESSION=x'],
		['SQL', "session=' or 1=1--"],
		['a thousand cookies', `${'a=1; '.repeat(1_000)}{session}`],
		['15 kB', `x=${'a'.repeat(15_000)}`],
		['64 kB', `x=${'a'.repeat(64_000)}`],
	])('%s is no surprise', async (_name, cookie) => {
		for (const page of pages) {
			const headers = { cookie: cookie.replaceAll('{session}', session) }
			const { status, headers: answered } = await ask(page, { headers })
			expect(status, page).toBeLessThan(500)
			if (cookie.length < 16_000) expect(status, page).not.toBe(431)
			// A good session counts whatever stands beside it.
			if (cookie.includes('{session}') && page === '/desk')
				expect(answered.location ?? '').not.toContain('sign-in')
		}
	})
})

test('no string breaks a page, in whatever parameter', async () => {
	const parameters: [string, string[]][] = [
		['/ar/verdicts', ['country', 'rating', 'after']],
		['/en/countries', ['article', 'from', 'to']],
		['/ar/countries/MA', ['after']],
		['/ar/corrections', ['after']],
		['/sign-in', ['email', 'next', 'lang']],
	]
	const cases = parameters.flatMap(([page, names]) =>
		names.flatMap((name) => hostileStrings.map((text) => `${page}?${name}=${encodeURIComponent(text)}`)),
	)
	const inPaths = hostileStrings.flatMap((text) => {
		const part = encodeURIComponent(text)
		return [`/ar/verdicts/${part}`, `/ar/countries/${part}`, `/${part}`]
	})
	const broken: string[] = []
	await forEach([...cases, ...inPaths], async (target) => {
		const { status, body } = await ask(target)
		if (status >= 500 || /PostgresError|DrizzleQuery|Failed query|syntax error|\n\s+at \S+ \(/.test(body))
			broken.push(`${status} ${target}`)
	})
	expect(broken).toEqual([])
	expect(cases.length + inPaths.length).toBeGreaterThan(3_000)
}, 600_000)

describe('what is typed', () => {
	const canary = {
		password: 'kanarienvogel-91-passwort',
		token: 'canarytoken'.padEnd(52, 'q'),
		cookie: 'canarycookie'.padEnd(52, 'w'),
		mail: 'canary.bird@aviary.example',
		address: '198.51.100.231',
		authorization: 'canary-bearer-77',
	}
	const names = [
		...[
			'email',
			'password',
			'newPassword',
			'currentPassword',
			'current',
			'code',
			'token',
			'credential',
			'name',
		],
		...['title', 'text', 'url', 'summaryAr', 'statementAr', 'comment', 'next', 'q', 'role', 'submission'],
	]
	const intents = ['', 'password', 'email', 'code', 'add', 'invite']

	function body(intent: string): string {
		const others = [canary.mail, canary.token]
		const fields = names.map((name, index) => [
			name,
			/password|current/i.test(name)
				? canary.password
				: name === 'email'
					? canary.mail
					: (others[index % 2] ?? ''),
		])
		return new URLSearchParams([...fields, ['intent', intent]]).toString()
	}

	// First: what the next one sends uses up the tries of this network.
	test('never shows in the log when the database fails at it, nor does its statement in the page', async () => {
		const { db } = server.database
		await db.execute(sql`alter table users rename column email to mail`)
		try {
			const { status, body: page } = await ask(
				'/sign-in',
				{ method: 'POST', headers: { ...typed, origin: server.origin, 'x-forwarded-for': canary.address } },
				body(''),
			)
			expect(status).toBe(500)
			expect(page).not.toMatch(/\bselect\b|users|column/i)
			const logged = server.output()
			expect(logged.includes('"code":"42703"')).toBe(true)
			expect(hitsIn(logged)).toEqual([])
		} finally {
			await db.execute(sql`alter table users rename column mail to email`)
		}
	})

	test('never shows in the log, nor what was not typed into the page in an answer', async () => {
		const shown: string[] = []
		const answers: (Answer & { target: string })[] = []
		const origin = server.origin
		const cases = formTargets().flatMap((target) =>
			intents.flatMap((intent) => [true, false].map((known) => ({ target, intent, known }))),
		)
		await forEach(cases, async ({ target, intent, known }) => {
			const headers = {
				...typed,
				origin,
				cookie: `${known ? await signedIn() : `session=${canary.cookie}`}; device=${canary.cookie}`,
				authorization: `Bearer ${canary.authorization}`,
				'x-forwarded-for': canary.address,
			}
			const query = `token=${canary.token}&email=${canary.mail}`
			const answer = await ask(
				`${target}${target.includes('?') ? '&' : '?'}${query}`,
				{ method: 'POST', headers },
				body(intent),
			)
			if (answer.status >= 500) shown.push(`${answer.status} ${target} ${intent}`)
			answers.push({ ...answer, target: `${target} ${intent}` })
		})
		// What somebody is asked to type again is theirs to see; the rest never comes back.
		const { password, cookie, address, authorization } = canary
		for (const { target, headers, body: page } of answers) {
			const text = JSON.stringify(headers) + page
			for (const secret of [password, cookie, address, authorization])
				if (text.includes(secret)) shown.push(`${secret} ${target}`)
		}
		expect(shown).toEqual([])
		expect(hitsIn(server.output())).toEqual([])
	}, 300_000)

	test('is logged a line at a time, each a JSON object with its time in UTC', () => {
		const lines = server
			.output()
			.split('\n')
			.filter((line) => line.startsWith('{'))
		expect(lines.length).toBeGreaterThan(1_000)
		for (const line of lines) {
			const { time, level } = JSON.parse(line) as { time: string; level: number }
			expect(time).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/)
			expect(level).toBeTypeOf('number')
		}
		expect(
			lines.some((line) => line.includes('"security":"refused"') && line.includes('"reason":"foreign"')),
		).toBe(true)
	})

	function hitsIn(log: string): string[] {
		return Object.values(canary).filter(
			(secret) => log.includes(secret) || log.includes(encodeURIComponent(secret)),
		)
	}
})
