import { once } from 'node:events'
import http from 'node:http'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { gzipSync, brotliCompressSync } from 'node:zlib'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { isPublic } from '#app/outbound/address.ts'
import { createPageFetch, FetchFailure, type FetchRules } from '#app/outbound/page-fetch.server.ts'
import { forbiddenNames, forbiddenUrls } from '#tests/support/forbidden-addresses.ts'

/** Every address that a socket of this process was told to connect to. */
const connected: string[] = []
let server: http.Server
let port: number
let requests: http.IncomingMessage[] = []
let handle: (request: http.IncomingMessage, response: http.ServerResponse) => void

beforeEach(async () => {
	connected.length = 0
	requests = []
	handle = (_request, response) => response.setHeader('content-type', 'text/html').end('<p>سوق السمك</p>')
	server = http.createServer((request, response) => {
		requests.push(request)
		handle(request, response)
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	port = (server.address() as net.AddressInfo).port
	const connect = net.Socket.prototype.connect
	vi.spyOn(net.Socket.prototype, 'connect').mockImplementation(function (
		this: net.Socket,
		...given: unknown[]
	) {
		const [first] = given.flat() as { host?: string; port?: number; lookup?: unknown }[]
		connected.push(`${first?.host}:${first?.port}`)
		return Reflect.apply(connect, this, given)
	})
})

afterEach(async () => {
	vi.restoreAllMocks()
	server.closeAllConnections()
	await new Promise((resolve) => server.close(resolve))
})

/** A fetch that may reach the test's own server and nothing else inside; `names` says who lives there. */
function fetching(rules: FetchRules = {}) {
	return createPageFetch({
		resolve: (host) => Promise.resolve([...(forbiddenNames[host] ?? ['127.0.0.1'])]),
		allowed: { address: '127.0.0.1', port },
		...rules,
	})
}

const reasonOf = async (asked: Promise<unknown>) => {
	const error = await asked.then(
		() => null,
		(thrown: unknown) => thrown,
	)
	if (!(error instanceof FetchFailure)) throw new Error(`Not refused: ${String(error)}`)
	return error.reason
}

describe('an address inside', () => {
	test('is never connected to, however it is written', async () => {
		expect(forbiddenUrls.length).toBeGreaterThanOrEqual(150)
		const fetchPage = createPageFetch({ resolve: () => Promise.resolve(['127.0.0.1']) })
		for (const url of forbiddenUrls) {
			expect(await reasonOf(fetchPage(url)), url).toMatch(
				/^(?:length|characters|address|scheme|user|port|name|network)$/,
			)
		}
		expect(connected).toEqual([])
	})

	test.for(Object.entries(forbiddenNames))('%s is not connected to by its name', async ([host]) => {
		expect(await reasonOf(fetching()(`http://${host}/`))).toMatch(/^(?:network|no-such-name)$/)
		expect(connected).toEqual([])
	})

	test('is not led to by a redirection, of any kind', async () => {
		const targets = [
			...forbiddenUrls.filter((url) => url.trim() !== '' && !/\p{Cc}|[^\0-\xff]/u.test(url)),
			...Object.keys(forbiddenNames).map((host) => `http://${host}/`),
			'//127.0.0.1:1/',
			'http://127.0.0.1:1/',
		].filter((url) => !/^(?:\/etc|127\.0\.0\.1$|souk-news\.org$)/.test(url))
		for (const [index, target] of targets.entries()) {
			handle = (_request, response) => {
				response.writeHead([301, 302, 303, 307, 308][index % 5] ?? 302, { location: target }).end()
			}
			await expect(fetching()(`http://souk-news.org:${port}/`), target).rejects.toBeInstanceOf(FetchFailure)
		}
		expect(new Set(connected)).toEqual(new Set([`souk-news.org:${port}`]))
		expect(requests.length).toBeGreaterThanOrEqual(targets.length)
		expect(new Set(requests.map(({ headers }) => headers.host))).toEqual(new Set([`souk-news.org:${port}`]))
	})

	test('is not reached by a name that changes its numbers after it was looked at', async () => {
		let asked = 0
		const fetchPage = fetching({
			// The first answer is the test's own server, every later one a host inside.
			resolve: () => Promise.resolve([(asked += 1) === 1 ? '127.0.0.1' : '127.0.0.2']),
		})
		expect((await fetchPage(`http://souk-news.org:${port}/`)).url).toContain('souk-news.org')
		expect(asked).toBe(1)
		expect(await reasonOf(fetchPage(`http://souk-news.org:${port}/`))).toBe('network')
		expect(requests.length).toBe(1)
	})

	test('is told by its number', () => {
		for (const address of ['93.184.215.14', '8.8.8.8', '2606:2800:21f:cb07::1'])
			expect(isPublic(address)).toBe(true)
		for (const address of ['fe80::1%eth0', '', 'souk-news.org', '::ffff:8.8.8.8'])
			expect(isPublic(address)).toBe(false)
	})
})

describe('a page', () => {
	const page = () => `http://souk-news.org:${port}/a?b=1#c`

	test.for<[string, (response: http.ServerResponse) => void, string]>([
		['as it is', (response) => response.end('سوق'), 'سوق'],
		[
			'packed by gzip',
			(response) => response.setHeader('content-encoding', 'gzip').end(gzipSync('سوق')),
			'سوق',
		],
		[
			'packed by what was gzip',
			(response) => response.setHeader('content-encoding', 'x-gzip').end(gzipSync('سوق')),
			'سوق',
		],
		[
			'that says it is not packed',
			(response) => response.setHeader('content-encoding', 'identity').end('سوق'),
			'سوق',
		],
		['in pieces', (response) => void (response.write('سو'), response.end('ق')), 'سوق'],
	])('%s is fetched', async ([, send, text]) => {
		handle = (_request, response) => send(response)
		const { bytes, url } = await fetching()(page())
		expect([new TextDecoder().decode(bytes), url]).toEqual([text, `http://souk-news.org:${port}/a?b=1`])
	})

	test('is asked for without cookies or passwords, and the connection is closed', async () => {
		await fetching()(page())
		const { headers } = requests[0] ?? {}
		expect(headers).toMatchObject({ connection: 'close', 'accept-encoding': 'gzip, identity' })
		expect(Object.keys(headers ?? {})).not.toContain('cookie')
		expect(Object.keys(headers ?? {})).not.toContain('authorization')
	})

	test.for([1, 2, 3, 4, 5])('behind %i redirections is found', async (count) => {
		handle = (request, response) => {
			const at = Number(/\d+/.exec(request.url ?? '')?.[0] ?? 0)
			if (at < count) response.writeHead(302, { location: `/${at + 1}` }).end()
			else response.end('سوق')
		}
		expect((await fetching()(`http://souk-news.org:${port}/0`)).url).toBe(
			`http://souk-news.org:${port}/${count}`,
		)
	})

	test('on another host of the public network is found', async () => {
		handle = (request, response) => {
			if (request.headers.host?.startsWith('souk')) {
				response.writeHead(301, { location: `http://harbour-news.org:${port}/b` }).end()
			} else response.setHeader('content-type', 'Text/HTML; charset=windows-1256').end('x')
		}
		const { url, contentType } = await fetching()(page())
		expect([url, contentType]).toEqual([
			`http://harbour-news.org:${port}/b`,
			'text/html; charset=windows-1256',
		])
	})

	test.for<[string, (response: http.ServerResponse) => void, string]>([
		['behind six redirections', (response) => response.writeHead(302, { location: '/' }).end(), 'redirects'],
		['that is not there', (response) => response.writeHead(404).end('no'), 'status'],
		['of nothing', (response) => response.end(), 'empty'],
		['of six megabytes', (response) => response.end(Buffer.alloc(6 * 1024 * 1024)), 'too-large'],
		[
			'of a gigabyte, packed',
			(response) =>
				response.setHeader('content-encoding', 'gzip').end(gzipSync(Buffer.alloc(200 * 1024 * 1024))),
			'too-large',
		],
		[
			'packed as nobody asked for',
			(response) => response.setHeader('content-encoding', 'br').end(brotliCompressSync('سوق')),
			'encoding',
		],
		[
			'packed twice',
			(response) => response.setHeader('content-encoding', 'gzip, gzip').end(gzipSync(gzipSync('سوق'))),
			'encoding',
		],
		[
			'that is broken off',
			(response) => void (response.write('سوق'), response.socket?.destroy()),
			'unreachable',
		],
		[
			'whose packing is broken',
			(response) => response.setHeader('content-encoding', 'gzip').end('سوق'),
			'unreachable',
		],
	])('%s is not', async ([, send, reason]) => {
		handle = (_request, response) => send(response)
		expect(await reasonOf(fetching()(page()))).toBe(reason)
	})

	test.for<[string, (response: http.ServerResponse) => void]>([
		['never comes', () => {}],
		['never ends', (response) => void response.write('س')],
		[
			'comes letter by letter',
			(response) => {
				const drip = setInterval(() => response.write('س'), 20)
				response.on('close', () => clearInterval(drip))
			},
		],
	])('that %s is given up in time', async ([, send]) => {
		handle = (_request, response) => send(response)
		const begun = performance.now()
		const fetchPage = fetching({ deadlines: { headers: 300, total: 600 } })
		expect(await reasonOf(fetchPage(page()))).toBe('too-slow')
		expect(performance.now() - begun).toBeLessThan(5_000)
	})

	test('of a name that is not resolved is given up in time', async () => {
		const fetchPage = fetching({
			resolve: () => wait(60_000, [], { ref: false }),
			deadlines: { resolve: 100 },
		})
		expect(await reasonOf(fetchPage(page()))).toBe('too-slow')
	})
})
