import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEdge, type Edge } from '#app/edge/handler.server.ts'
import { setFixedHeaders } from '#app/edge/headers.server.ts'
import { createListener, requireFreePort, type Listener } from '#app/edge/listener.server.ts'
import { routeFinder } from '#app/edge/routes.server.ts'
import { securityText } from '#app/edge/security-text.server.ts'
import { serveFiles } from '#app/edge/static.server.ts'
import { addressList } from '#app/env.server.ts'

/** What the application behind the edge does in a test, and what it got to see. */
let handle: Edge['handle']
let seen: { request: Request; context: Parameters<Edge['handle']>[1] }[]
let ready: boolean
let trustedProxies: net.BlockList
let leaving: boolean

let port: number
let origin: string
let listener: Listener
let folder: string
let files: string

beforeEach(async () => {
	seen = []
	ready = true
	leaving = false
	trustedProxies = addressList([])
	handle = async () => new Response('<p>صفحة</p>', { headers: { 'Content-Type': 'text/html' } })
	folder = fs.mkdtempSync(path.join(os.tmpdir(), 'tadqiq-test-'))
	files = path.join(folder, 'client')
	fs.mkdirSync(path.join(files, 'assets'), { recursive: true })
	fs.writeFileSync(path.join(folder, 'secret.txt'), 'secret')
	fs.writeFileSync(path.join(files, 'assets', 'app-1234.js'), 'export {}')
	fs.writeFileSync(path.join(files, 'icon.svg'), '<svg xmlns="http://www.w3.org/2000/svg"/>')

	const probe = net.createServer().listen(0, '127.0.0.1')
	await once(probe, 'listening')
	port = (probe.address() as net.AddressInfo).port
	probe.close()
	origin = `http://localhost:${port}`
	listener = createListener({ HOST: '127.0.0.1', PORT: port, PUBLIC_ORIGIN: origin })
	await listener.open(
		createEdge({
			rules: { origin, trustedProxies, routesAt: () => ['root'] },
			throttle: { requests: 5, seconds: 60 },
			serveFile: serveFiles(files),
			handle: (request, context) => {
				seen.push({ request, context })
				return handle(request, context)
			},
			isReady: async () => ready,
			isLeaving: () => leaving,
			development: false,
		}),
	)
})

afterEach(async () => {
	if (listener.server.listening) await listener.close()
	fs.rmSync(folder, { recursive: true })
})

type Answer = { status: number; headers: http.IncomingHttpHeaders; body: string }

/** One request, whose headers are sent as given. */
async function ask(
	target: string,
	options: http.RequestOptions = {},
	body?: string | Buffer,
): Promise<Answer> {
	const host = `localhost:${port}`
	const request = http.request({
		...{ host: '127.0.0.1', port, path: target, agent: false },
		...options,
		headers: { host, ...options.headers },
	})
	request.end(body)
	const [response] = (await once(request, 'response')) as [http.IncomingMessage]
	let text = ''
	for await (const chunk of response.setEncoding('utf8')) text += chunk
	return { status: response.statusCode ?? 0, headers: response.headers, body: text }
}

const post = (target: string, body: string | Buffer, headers: http.OutgoingHttpHeaders = {}) =>
	ask(
		target,
		{ method: 'POST', headers: { origin, 'content-type': 'application/x-www-form-urlencoded', ...headers } },
		body,
	)

describe('what the application gets', () => {
	test('an address made of what is configured, and no header anybody could speak by', async () => {
		await ask('/ar?q=1', {
			headers: {
				'x-forwarded-host': 'evil.example',
				'x-forwarded-proto': 'https',
				'x-forwarded-for': '203.0.113.9',
				forwarded: 'host=evil.example',
				'x-original-url': '/desk',
				'x-http-method-override': 'DELETE',
				'accept-language': 'ar',
				cookie: 'a=1',
			},
		})
		const { request, context } = seen[0]!
		expect(request.url).toBe(`${origin}/ar?q=1`)
		expect(Object.fromEntries(request.headers)).toEqual({
			'accept-language': 'ar',
			connection: 'close',
			cookie: 'a=1',
			host: `localhost:${port}`,
		})
		expect(context).toEqual({
			address: '127.0.0.1',
			isData: false,
			nonce: expect.stringMatching(/^[A-Za-z0-9+/]{22}==$/),
			requestId: expect.stringMatching(/^[a-z0-9]{12}$/),
		})
	})

	test('the body of a form, whole', async () => {
		handle = async (request) => new Response(await request.text())
		const text = 'الادعاء '.repeat(10_000)
		expect((await post('/sign-in', text)).body).toBe(text)
	})

	test('word that the client has gone', async () => {
		const gone = new Promise<void>((resolve) => {
			handle = (request) =>
				new Promise((_answer, reject) =>
					request.signal.addEventListener('abort', () => {
						resolve()
						reject(new Error('gone'))
					}),
				)
		})
		const request = http.get({ host: '127.0.0.1', port, headers: { host: `localhost:${port}` } })
		request.on('error', () => {})
		while (seen.length === 0) await new Promise(setImmediate)
		request.destroy()
		await gone
	})
})

describe('what is sent', () => {
	test('several cookies stay several', async () => {
		handle = async () => {
			const headers = new Headers({ 'Cache-Control': 'public, max-age=60' })
			headers.append('Set-Cookie', 'a=1; Path=/')
			headers.append('Set-Cookie', 'b=2; Path=/')
			return new Response('', { headers })
		}
		const { headers } = await ask('/')
		expect(headers['set-cookie']).toEqual(['a=1; Path=/', 'b=2; Path=/'])
		expect(headers['cache-control']).toBe('no-store')
	})

	test('nothing but headers to HEAD', async () => {
		const { status, headers, body } = await ask('/ar', { method: 'HEAD' })
		expect([status, headers['content-type'], body]).toEqual([200, 'text/html', ''])
	})

	test('a name for the request that the log knows too', async () => {
		const { headers } = await ask('/ar')
		expect(headers['x-request-id']).toBe(seen[0]?.context.requestId)
	})

	test('an error of ours as an error, without its words', async () => {
		handle = async () => {
			throw new Error('select secret from users')
		}
		const { status, body } = await ask('/ar')
		expect(status).toBe(500)
		expect(body).toContain('حدث خطأ لدينا')
		expect(body).toContain('Something went wrong here')
		expect(body).not.toContain('secret')
	})
})

describe('a network that asks for too much', () => {
	const from = (address: string) => ({ headers: { 'x-forwarded-for': address } })
	beforeEach(() => trustedProxies.addAddress('127.0.0.1'))

	test('waits, and nobody else does', async () => {
		const statuses: number[] = []
		for (let n = 1; n <= 7; n += 1) statuses.push((await ask('/ar', from('198.51.100.7'))).status)
		expect(statuses).toEqual([200, 200, 200, 200, 200, 429, 429])
		expect(seen).toHaveLength(5)

		const refused = await ask('/ar', from('198.51.100.7'))
		expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0)
		expect(Number(refused.headers['retry-after'])).toBeLessThanOrEqual(60)
		expect(refused.body).toContain('طلبات كثيرة')
		expect(refused.body).toContain('Too many requests')
		expect((await ask('/ar', from('198.51.100.8'))).status).toBe(200)
	})

	test('still gets files and answers of the probes', async () => {
		for (let n = 1; n <= 6; n += 1) await ask('/ar', from('198.51.100.7'))
		expect((await ask('/icon.svg', from('198.51.100.7'))).status).toBe(200)
		expect((await ask('/healthz', from('198.51.100.7'))).status).toBe(200)
	})

	test('is one however many addresses of a /64 it uses', async () => {
		const statuses: number[] = []
		for (let n = 1; n <= 6; n += 1) statuses.push((await ask('/ar', from(`2001:db8:0:1::${n}`))).status)
		expect(statuses.at(-1)).toBe(429)
		expect((await ask('/ar', from('2001:db8:0:2::1'))).status).toBe(200)
	})

	test('is not the machine itself, where an unnamed proxy would make everybody one', async () => {
		for (let n = 1; n <= 8; n += 1) expect((await ask('/ar')).status).toBe(200)
	})
})

describe('a database that is away', () => {
	/** An application whose database fails the first so many times it is asked. */
	const failing = (times: number) => {
		handle = async (_request, context) => {
			if (seen.length > times) return new Response('page')
			context.databaseAway = true
			return new Response('our page about an error', { status: 500 })
		}
	}

	test('for one connection of the pool only: reading is done again, unnoticed', async () => {
		failing(1)
		expect(await ask('/ar')).toMatchObject({ status: 200, body: 'page' })
		expect(seen).toHaveLength(2)
		expect(seen[0]?.context).not.toBe(seen[1]?.context)
	})

	test('altogether: it is said when to come again', async () => {
		failing(9)
		const { status, headers, body } = await ask('/ar')
		expect([status, headers['retry-after'], headers['cache-control']]).toEqual([503, '5', 'no-store'])
		expect(body).toContain('الموقع متوقف للحظات')
		expect(seen).toHaveLength(2)
	})

	test('while a form is sent: it is not sent twice', async () => {
		failing(1)
		expect((await post('/sign-in', 'a=1')).status).toBe(503)
		expect(seen).toHaveLength(1)
	})
})

describe('security.txt', () => {
	test('says where to report a hole, and for less than a year', async () => {
		const { status, headers, body } = await ask('/.well-known/security.txt')
		expect([status, headers['content-type']]).toEqual([200, 'text/plain; charset=utf-8'])
		const fields = new Map(
			body
				.trim()
				.split('\n')
				.map((line) => line.split(/: (.*)/s, 2) as [string, string]),
		)
		expect([...fields.keys()]).toEqual(['Contact', 'Expires', 'Preferred-Languages', 'Canonical'])
		expect(fields.get('Contact')).toBe('mailto:security@localhost')
		expect(fields.get('Canonical')).toBe(`${origin}/.well-known/security.txt`)
		const days = (Date.parse(fields.get('Expires') ?? '') - Date.now()) / 86_400_000
		expect(days).toBeGreaterThan(30)
		expect(days).toBeLessThan(365)
		expect(seen).toEqual([])
	})

	test.each([
		['desk@news.example', 'desk@news.example'],
		['غرفة التحقق <desk@news.example>', 'desk@news.example'],
		[undefined, 'security@news.example'],
	])('with MAIL_FROM %s it names %s', (mailFrom, address) => {
		const text = securityText({ origin: 'https://news.example', mailFrom }, new Date('2026-11-24T15:00:00Z'))
		expect(text.split('\n').slice(0, 2)).toEqual([
			`Contact: mailto:${address}`,
			'Expires: 2027-05-23T00:00:00Z',
		])
	})
})

describe('policies', () => {
	test('a public page may run our files and no script in its text', async () => {
		const { headers } = await ask('/ar')
		expect(headers['content-security-policy']).toContain("script-src 'self';")
		expect(headers['x-content-type-options']).toBe('nosniff')
		expect(headers['strict-transport-security']).toBeUndefined()
	})

	test.each(['/desk', '/desk/claims/c1', '/sign-in', '/sign-in?lang=ar'])(
		'%s may run scripts with its own nonce, and is never kept',
		async (target) => {
			handle = async () =>
				new Response('', { headers: { 'Content-Type': 'text/html', 'Cache-Control': 'public, max-age=60' } })
			const answers = [await ask(target), await ask(target)]
			const nonces = seen.map(({ context }) => context.nonce)
			expect(nonces[0]).not.toBe(nonces[1])
			for (const [index, { headers }] of answers.entries()) {
				expect(headers['content-security-policy']).toContain(`script-src 'self' 'nonce-${nonces[index]}';`)
				expect(headers['cache-control']).toBe('no-store')
			}
		},
	)

	test('everything is closed that is not opened', async () => {
		const policy = String((await ask('/ar')).headers['content-security-policy'])
		expect(policy.split('; ')).toEqual([
			"default-src 'none'",
			"script-src 'self'",
			"style-src 'self'",
			"img-src 'self' data:",
			"font-src 'self'",
			"connect-src 'self'",
			"manifest-src 'self'",
			"form-action 'self'",
			"base-uri 'none'",
			"object-src 'none'",
			"frame-ancestors 'none'",
		])
	})

	test('a route’s own policy stays, and lets itself be framed where it says so', async () => {
		handle = async () => new Response('', { headers: { 'Content-Security-Policy': 'frame-ancestors *' } })
		const { headers } = await ask('/embed/x')
		expect(headers['content-security-policy']).toBe('frame-ancestors *')
		expect(headers['x-frame-options']).toBeUndefined()
	})

	test.each([
		'/ar',
		'/desk',
		'/assets/app-1234.js',
		'/assets/none.js',
		'/healthz',
		'/.well-known/security.txt',
	])('%s has the fixed headers', async (target) => {
		const { headers } = await ask(target)
		expect(headers).toMatchObject({
			'x-content-type-options': 'nosniff',
			'x-frame-options': 'DENY',
			'referrer-policy': 'strict-origin-when-cross-origin',
			'cross-origin-opener-policy': 'same-origin',
			'cross-origin-resource-policy': 'same-origin',
			'origin-agent-cluster': '?1',
			'permissions-policy': expect.stringContaining('camera=()'),
			'x-request-id': expect.any(String),
		})
		expect(headers['x-powered-by']).toBeUndefined()
		expect(headers['strict-transport-security']).toBeUndefined()
	})

	test('over https browsers are told to stay there for a year', () => {
		const set: Record<string, unknown> = {}
		const outgoing = {
			setHeader: (name: string, value: unknown) => (set[name] = value),
			removeHeader: () => {},
		} as unknown as http.ServerResponse
		setFixedHeaders({} as http.IncomingMessage, outgoing, { secure: true })
		expect(set['Strict-Transport-Security']).toBe('max-age=31536000; includeSubDomains')
	})

	test('the address of a page that was opened by a secret goes nowhere else', async () => {
		const { headers } = await ask('/account/reset?token=x')
		expect([headers['referrer-policy'], headers['cache-control']]).toEqual(['same-origin', 'no-store'])
	})

	test.each([
		['/ar', undefined],
		['/en/verdicts', undefined],
		['/', 'Accept-Language'],
		['/nowhere', 'Accept-Language'],
		['/desk', 'Accept-Language, Cookie'],
	])('%s differs by %s', async (target, expected) => {
		expect((await ask(target)).headers.vary).toBe(expected)
	})

	test('an error of ours is never kept, whatever the route says', async () => {
		handle = async () => new Response('', { status: 500, headers: { 'Cache-Control': 'public, max-age=60' } })
		expect((await ask('/ar')).headers['cache-control']).toBe('no-store')
	})

	test('a thousand pages have a thousand nonces', async () => {
		const agent = new http.Agent({ keepAlive: true, maxSockets: 20 })
		const policies = await Promise.all(
			Array.from({ length: 1_000 }, () =>
				ask('/desk', { agent }).then(({ headers }) => String(headers['content-security-policy'])),
			),
		)
		agent.destroy()
		const nonces = policies.map((policy) => /'nonce-([^']+)'/.exec(policy)?.[1])
		expect(new Set(nonces).size).toBe(1_000)
	})
})

describe('a body that is too large', () => {
	const tooMuch = Buffer.alloc(1_048_577, 'a')

	test('is refused before the application is asked, when it says so', async () => {
		const { status, body } = await post('/sign-in', tooMuch)
		expect(status).toBe(413)
		expect(body).toContain('المُرسَل أكبر مما يُقبل')
		expect(seen).toEqual([])
	})

	test('is refused while it comes in, when it does not', async () => {
		const stored: string[] = []
		handle = async (request) => {
			stored.push(await request.text())
			return new Response('stored')
		}
		const { status, headers } = await post('/sign-in', tooMuch, { 'transfer-encoding': 'chunked' })
		expect([status, headers.connection]).toEqual([413, 'close'])
		expect(stored).toEqual([])
	})

	test('is refused even if the application makes something of its error', async () => {
		handle = async (request) => new Response(await request.text().catch(() => 'never mind'))
		expect((await post('/sign-in', tooMuch, { 'transfer-encoding': 'chunked' })).status).toBe(413)
	})

	test('is read to its end, so that the sender gets the answer', async () => {
		const { status } = await post('/sign-in', Buffer.alloc(30_000_000, 'a'))
		expect(status).toBe(413)
	})
})

describe('a refusal', () => {
	test('is a page in both languages that needs nothing and is not kept', async () => {
		const { status, headers, body } = await ask('/ar', { headers: { host: 'evil.example' } })
		expect(status).toBe(421)
		expect(headers['cache-control']).toBe('no-store')
		expect(headers['content-security-policy']).toMatch(/^default-src 'none'; style-src 'sha256-[^']+';/)
		expect(body).toContain('<html lang="ar" dir="rtl">')
		expect(body).toContain('<section lang="en" dir="ltr">')
		expect(seen).toEqual([])
	})

	test('is plain text for the fetches of Remix', async () => {
		const { status, headers, body } = await ask('/ar?_data=routes%2Fdesk')
		expect([status, headers['content-type']]).toEqual([400, 'text/plain; charset=utf-8'])
		expect(body.split('\n')).toHaveLength(3)
	})

	test('says which methods there are', async () => {
		const { status, headers } = await ask('/ar', { method: 'DELETE' })
		expect([status, headers.allow]).toEqual([405, 'GET, HEAD, POST'])
	})

	test('of a foreign form comes before any code of the application', async () => {
		const { status } = await post('/desk/claims/c1', 'x', { origin: 'https://evil.example' })
		expect(status).toBe(403)
		expect(seen).toEqual([])
	})
})

describe('files', () => {
	test('with a name of their own are kept for ever', async () => {
		const { status, headers, body } = await ask('/assets/app-1234.js')
		expect([status, body]).toEqual([200, 'export {}'])
		expect(headers['cache-control']).toBe('public, max-age=31536000, immutable')
	})

	test('others for an hour', async () => {
		expect((await ask('/icon.svg')).headers['cache-control']).toBe('public, max-age=3600')
	})

	test.each([
		'/assets/old-0000.js',
		'/assets/',
		'/assets/%2e%2e%2fsecret.txt',
		'/x/../assets/..%2fsecret.txt',
	])('%s is not there', async (target) => {
		const { status, headers } = await ask(target)
		expect([status, headers['cache-control']]).toEqual([404, 'no-store'])
		expect(seen).toEqual([])
	})

	test('are not there for forms', async () => {
		expect((await post('/icon.svg', 'x')).body).toBe('<p>صفحة</p>')
	})
})

describe('balancers', () => {
	test('ask by address, whatever the site is called', async () => {
		const headers = { host: '10.0.0.5:8080' }
		expect(await ask('/healthz', { headers })).toMatchObject({
			status: 200,
			body: '{"name":"tadqiq","alive":true}\n',
		})
		expect(await ask('/readyz', { headers })).toMatchObject({ status: 200 })
	})

	test('hear that the database is away, or that the process is leaving', async () => {
		ready = false
		expect(await ask('/readyz')).toMatchObject({ status: 503, headers: { 'retry-after': '5' } })
		ready = true
		leaving = true
		expect(await ask('/readyz')).toMatchObject({ status: 503 })
		expect(await ask('/healthz')).toMatchObject({ status: 200, headers: { connection: 'close' } })
	})
})

describe('closing', () => {
	test('waits for the request under way and not for idle connections', async () => {
		const idle = net.connect(port, '127.0.0.1')
		await once(idle, 'connect')
		let finish = () => {}
		handle = () => new Promise((resolve) => (finish = () => resolve(new Response('done'))))
		const answer = ask('/ar', { agent: new http.Agent({ keepAlive: true }) })
		while (seen.length === 0) await new Promise(setImmediate)

		const closed = listener.close()
		await once(idle, 'close')
		await expect(
			requireFreePort({ HOST: '127.0.0.1', PORT: port, PUBLIC_ORIGIN: origin }),
		).resolves.toBeUndefined()
		finish()
		expect(await answer).toMatchObject({ body: 'done', headers: { connection: 'close' } })
		await closed
	})
})

describe('a port that is taken', () => {
	test('by Tadqiq: it is said where', async () => {
		const place = { HOST: '127.0.0.1', PORT: port, PUBLIC_ORIGIN: origin }
		await expect(requireFreePort(place)).rejects.toThrow(`Tadqiq is already running at ${origin}.`)
	})

	test('by another program: it is said that it is', async () => {
		const other = http.createServer((_request, response) => response.end('{}')).listen(0, '127.0.0.1')
		await once(other, 'listening')
		const place = {
			HOST: '127.0.0.1',
			PORT: (other.address() as net.AddressInfo).port,
			PUBLIC_ORIGIN: origin,
		}
		await expect(requireFreePort(place)).rejects.toThrow(
			`Another program uses port ${place.PORT} of 127.0.0.1. Stop it, or choose another port: PORT=${place.PORT + 1} npm start`,
		)
		other.close()
	})

	test('an address that this machine does not have', async () => {
		const place = { HOST: '192.0.2.1', PORT: port, PUBLIC_ORIGIN: origin }
		await expect(requireFreePort(place)).rejects.toThrow('This machine has no address 192.0.2.1.')
	})
})

describe('the routes of an address', () => {
	const module = { default: () => null }
	const routesAt = routeFinder({
		root: { id: 'root', path: '', module },
		desk: { id: 'desk', parentId: 'root', path: 'desk', module },
		'desk._index': { id: 'desk._index', parentId: 'desk', index: true, module },
		'desk.claims.$id': { id: 'desk.claims.$id', parentId: 'desk', path: 'claims/:id', module },
		'$lang.verdicts': { id: '$lang.verdicts', parentId: 'root', path: ':lang/verdicts', module },
	})

	test.each([
		['/desk', ['root', 'desk', 'desk._index']],
		['/desk/', ['root', 'desk', 'desk._index']],
		['/desk/claims/c1', ['root', 'desk', 'desk.claims.$id']],
		['/ar/verdicts', ['root', '$lang.verdicts']],
		['/nowhere/at/all', []],
	])('%s', (pathname, expected) => {
		expect(routesAt(pathname)).toEqual(expected)
	})
})
