import { once } from 'node:events'
import net from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { createEdge } from '#app/edge/handler.server.ts'
import { createListener, type Listener } from '#app/edge/listener.server.ts'
import { addressList } from '#app/env.server.ts'
import { rawRequests } from '#tests/support/attacks.ts'

/* What no browser sends, byte by byte over a socket: odd targets, smuggled requests, and clients that take their time. */

let port: number
let listener: Listener
let seen: string[] = []

beforeAll(async () => {
	const probe = net.createServer().listen(0, '127.0.0.1')
	await once(probe, 'listening')
	port = (probe.address() as net.AddressInfo).port
	probe.close()
	const origin = `http://localhost:${port}`
	listener = createListener(
		{ HOST: '127.0.0.1', PORT: port, PUBLIC_ORIGIN: origin },
		{ headers: 1_500, request: 2_500, idle: 2_500, interval: 50 },
	)
	await listener.open(
		createEdge({
			rules: { origin, trustedProxies: addressList([]), routesAt: () => ['root'] },
			serveFile: (_incoming, _outgoing, next) => next(),
			handle: async (request) => {
				seen.push(`${request.method} ${new URL(request.url).pathname}`)
				if (request.method === 'POST') await request.text()
				return new Response('page')
			},
			isReady: async () => true,
			isLeaving: () => false,
			development: false,
		}),
	)
})

afterAll(() => listener.close())
beforeEach(() => void (seen = []))

/** Send bytes, and read until the other end closes or has been silent for a while. */
async function send(bytes: string, patience = 10_000): Promise<string> {
	const socket = net.connect(port, '127.0.0.1')
	socket.setTimeout(patience, () => socket.destroy())
	socket.on('error', () => {})
	let text = ''
	socket.setEncoding('latin1').on('data', (more: string) => (text += more))
	socket.write(Buffer.from(bytes.replaceAll('{host}', `localhost:${port}`), 'latin1'))
	await once(socket, 'close')
	return text
}

const statusesIn = (text: string) =>
	[...text.matchAll(/^HTTP\/1\.1 (\d{3})/gm)].map(([, status]) => Number(status))

describe('a request that no browser sends', () => {
	test.each(rawRequests)('$name', async ({ bytes, statuses, reaches }) => {
		const text = await send(bytes)
		const answers = statusesIn(text)
		// One answer and no more: nothing in a body is ever taken for a request.
		expect(answers.length).toBeLessThanOrEqual(1)
		expect(statuses).toContain(answers[0] ?? 0)
		expect(seen).not.toContain('GET /smuggled')
		if (!reaches) expect(seen).toEqual([])
		expect(text).not.toMatch(/^X-Injected:/im)
	})

	test('leaves the server as it was', async () => {
		expect(statusesIn(await send('GET /ar HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n'))).toEqual([
			200,
		])
	})
})

describe('a client that takes its time', () => {
	/** So many sockets that send a little at a time until the server closes them. */
	function drip(count: number, first: string, more: string) {
		const told: string[] = []
		const ends = Array.from({ length: count }, async () => {
			const socket = net.connect(port, '127.0.0.1')
			socket.on('error', () => {})
			let text = ''
			socket.setEncoding('latin1').on('data', (part: string) => (text += part))
			await once(socket, 'connect')
			socket.write(first.replaceAll('{host}', `localhost:${port}`))
			const dripping = setInterval(() => socket.writable && socket.write(more), 100)
			await once(socket, 'close')
			clearInterval(dripping)
			told.push(text)
		})
		return { told, end: Promise.all(ends) }
	}

	test.each([
		['with its headers', 'GET /ar HTTP/1.1\r\nHost: {host}\r\n', 'X-A: b\r\n'],
		[
			'with its form',
			'POST /sign-in HTTP/1.1\r\nHost: {host}\r\nOrigin: http://{host}\r\nContent-Type: application/x-www-form-urlencoded\r\nContent-Length: 100000\r\n\r\n',
			'a',
		],
	])('%s is cut off, and others are served meanwhile', async (_name, first, more) => {
		const { told, end } = drip(200, first, more)
		const text = await send('GET /ar HTTP/1.1\r\nHost: {host}\r\nConnection: close\r\n\r\n')
		expect(statusesIn(text)).toEqual([200])
		expect(told.length).toBeLessThan(200)
		await end
		// A client that is still sending may find the connection torn before it has read why.
		expect(told.filter((answer) => answer !== '' && !answer.includes(' 408 '))).toEqual([])
	})

	test('with saying anything is cut off', async () => {
		const socket = net.connect(port, '127.0.0.1').resume()
		const late = wait(10_000, 'late', { ref: false })
		expect(await Promise.race([once(socket, 'close').then(() => 'closed'), late])).toBe('closed')
	})
})
