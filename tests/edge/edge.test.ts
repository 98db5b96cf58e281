import { once } from 'node:events'
import fs from 'node:fs'
import http from 'node:http'
import net from 'node:net'
import os from 'node:os'
import path from 'node:path'
import { afterEach, beforeEach, describe, expect, test } from 'vitest'
import { createEdge, type Edge } from '#app/edge/handler.server.ts'
import { createListener, requireFreePort, type Listener } from '#app/edge/listener.server.ts'
import { routeFinder } from '#app/edge/routes.server.ts'
import { serveFiles } from '#app/edge/static.server.ts'
import { addressList } from '#app/env.server.ts'

/** What the application behind the edge does in a test, and what it got to see. */
let handle: Edge['handle']
let seen: { request: Request; context: Parameters<Edge['handle']>[1] }[]
let ready: boolean
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
			rules: { origin, trustedProxies: addressList([]), routesAt: () => ['root'] },
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
	ask(target, { method: 'POST', headers: { origin, 'content-type': 'text/plain', ...headers } }, body)

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

	test('a route’s own policy stays', async () => {
		handle = async () => new Response('', { headers: { 'Content-Security-Policy': 'frame-ancestors *' } })
		expect((await ask('/embed/x')).headers['content-security-policy']).toBe('frame-ancestors *')
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
