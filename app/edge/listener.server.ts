import { once } from 'node:events'
import http, { type RequestListener, type ServerResponse } from 'node:http'
import net, { type Socket } from 'node:net'
import { setTimeout as wait } from 'node:timers/promises'
import { CannotStart } from '#app/cannot-start.ts'
import { isCode } from '#app/embedded-postgres-home.server.ts'
import type { Env } from '#app/env.server.ts'

/** How long requests that are under way may take when the process is asked to stop. */
const leavingPatience = 10_000

type Place = Pick<Env, 'HOST' | 'PORT' | 'PUBLIC_ORIGIN'>

export type Listener = {
	server: http.Server
	/** Begin to take requests. */
	open: (listener: RequestListener) => Promise<void>
	/** Take no more, let those under way finish, and end every connection. */
	close: () => Promise<void>
}

/**
 * How long a client may take, in milliseconds: to send its headers, to send the whole request, and without taking or
 * sending a byte. Where an article with its file goes over a slow line, the second is 200 kB a second.
 */
const patience = { headers: 10_000, request: 60_000, idle: 60_000, interval: 5_000 }

/** An HTTP server with limits for slow and greedy clients, that can be closed without cutting anyone off. */
export function createListener(place: Place, limits = patience): Listener {
	const server = http.createServer({
		headersTimeout: limits.headers,
		requestTimeout: limits.request,
		connectionsCheckingInterval: limits.interval,
		maxHeaderSize: 16 * 1024,
	})
	server.setTimeout(limits.idle)
	server.maxConnections = 2_000
	// We are nobody's proxy. Without this the connection would be closed in silence.
	server.on('connect', (_request, socket) => {
		socket.end('HTTP/1.1 405 Method Not Allowed\r\nAllow: GET, HEAD, POST\r\nConnection: close\r\n\r\n')
	})

	const sockets = new Set<Socket>()
	const underWay = new Map<ServerResponse, Socket>()
	let closing = false
	server.on('connection', (socket: Socket) => {
		sockets.add(socket)
		socket.once('close', () => sockets.delete(socket))
	})
	server.on('request', (incoming, outgoing) => {
		underWay.set(outgoing, incoming.socket)
		outgoing.once('close', () => {
			underWay.delete(outgoing)
			if (closing) incoming.socket.destroySoon()
		})
	})

	return {
		server,
		open: async (listener) => {
			server.on('request', listener)
			await listen(server, place)
		},
		close: async () => {
			closing = true
			const closed = once(server, 'close')
			server.close()
			const busy = new Set(underWay.values())
			for (const socket of sockets) if (!busy.has(socket)) socket.destroy()
			for (const outgoing of underWay.keys())
				if (!outgoing.headersSent) outgoing.setHeader('Connection', 'close')
			const overdue = new AbortController()
			await Promise.race([closed, wait(leavingPatience, null, { signal: overdue.signal }).catch(() => {})])
			overdue.abort()
			server.closeAllConnections()
			await closed
		},
	}
}

/**
 * Make sure that the port can be had, before anything that takes time.
 * @throws CannotStart that says who has it, if that is another Tadqiq
 */
export async function requireFreePort(place: Place): Promise<void> {
	const probe = net.createServer()
	await listen(probe, place)
	probe.close()
	await once(probe, 'close')
}

async function listen(server: net.Server, place: Place): Promise<void> {
	const { HOST, PORT } = place
	try {
		server.listen(PORT, HOST)
		await once(server, 'listening')
	} catch (error) {
		if (isCode(error, 'EADDRINUSE')) {
			const again = `Stop it, or choose another port: PORT=${PORT < 65_535 ? PORT + 1 : 3000} npm start`
			throw new CannotStart(
				(await isTadqiq(place))
					? `Tadqiq is already running at ${place.PUBLIC_ORIGIN}. ${again}`
					: `Another program uses port ${PORT} of ${HOST}. ${again}`,
			)
		}
		if (isCode(error, 'EACCES')) {
			throw new CannotStart(`This account may not use port ${PORT}. Choose one above 1023 with PORT.`)
		}
		if (isCode(error, 'EADDRNOTAVAIL', 'ENOTFOUND', 'EAI_AGAIN')) {
			throw new CannotStart(
				`This machine has no address ${HOST}. Set HOST to one of its own, or to 0.0.0.0 for all.`,
			)
		}
		throw error
	}
}

/** Whether what answers at this place is one of us. */
function isTadqiq({ HOST, PORT }: Place): Promise<boolean> {
	const host = HOST === '0.0.0.0' ? '127.0.0.1' : HOST === '::' ? '::1' : HOST
	return new Promise((resolve) => {
		const request = http.get(
			{ host, port: PORT, path: '/healthz', timeout: 2_000, agent: false },
			(response) => {
				let body = ''
				response.setEncoding('utf8')
				response.on('data', (text: string) => (body += text))
				response.on('close', () => resolve(body.startsWith('{"name":"tadqiq"')))
			},
		)
		request.on('timeout', () => request.destroy())
		request.on('error', () => resolve(false))
	})
}
