import type { IncomingMessage, ServerResponse } from 'node:http'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { droppedHeaders } from './guard.server.ts'

/** How much of a refused body is still read, and how long, so that its sender gets to read the answer. */
const patienceBytes = 64 * 1024 * 1024
const patienceMs = 5_000

export type Received = {
	request: Request
	/** Whether the body turned out larger than allowed. Whatever came of the request is then void. */
	isTooLarge: () => boolean
}

/**
 * The request as Remix reads it: at an address we vouch for, without the headers nobody may speak by,
 * with a body that ends in an error after `bodyLimit` bytes. Aborted when the client goes away.
 */
export function receive(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	{ url, bodyLimit }: { url: URL; bodyLimit: number },
): Received {
	const aborting = new AbortController()
	let tooLarge = false
	outgoing.once('close', () => {
		if (!outgoing.writableFinished) aborting.abort()
	})

	async function* limited(): AsyncGenerator<Uint8Array> {
		let size = 0
		// The connection outlives a body that is not read to its end: the answer goes over it.
		for await (const chunk of incoming.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
			size += chunk.length
			if (size > bodyLimit) {
				tooLarge = true
				aborting.abort()
				throw new RangeError(`The body has more than ${bodyLimit} bytes`)
			}
			yield chunk
		}
	}

	const method = incoming.method ?? 'GET'
	const hasBody = method !== 'GET' && method !== 'HEAD'
	const request = new Request(url, {
		method,
		headers: readHeaders(incoming, url),
		signal: aborting.signal,
		...(hasBody && { body: Readable.toWeb(Readable.from(limited())) as ReadableStream, duplex: 'half' }),
	})
	return { request, isTooLarge: () => tooLarge }
}

function readHeaders(incoming: IncomingMessage, url: URL): Headers {
	const headers = new Headers()
	for (const [name, values] of Object.entries(incoming.headersDistinct)) {
		if (droppedHeaders.has(name)) continue
		// Cookies that came in several headers are one list.
		if (name === 'cookie') headers.set(name, values?.join('; ') ?? '')
		else for (const value of values ?? []) headers.append(name, value)
	}
	headers.set('host', url.host)
	return headers
}

/** Send a response. Resolves when it is sent, or the client has gone. */
export async function send(outgoing: ServerResponse, response: Response): Promise<void> {
	outgoing.statusCode = response.status
	for (const [name, value] of response.headers) {
		if (name !== 'set-cookie') outgoing.setHeader(name, value)
	}
	const cookies = response.headers.getSetCookie()
	if (cookies.length > 0) outgoing.setHeader('set-cookie', cookies)
	if (!response.body || outgoing.req.method === 'HEAD') {
		await response.body?.cancel()
		outgoing.end()
		return
	}
	try {
		await pipeline(Readable.fromWeb(response.body as Parameters<typeof Readable.fromWeb>[0]), outgoing)
	} catch (error) {
		if (!outgoing.destroyed) throw error
	}
}

/**
 * Send a response to a request whose body is not wanted, and close. The connection stays open while the
 * sender is still busy sending, within reason: closing at once would tear the answer from its hands.
 */
export async function sendAndClose(outgoing: ServerResponse, response: Response): Promise<void> {
	const { req: incoming } = outgoing
	outgoing.setHeader('connection', 'close')
	const body = Buffer.from(await response.arrayBuffer())
	outgoing.setHeader('content-length', body.length)
	outgoing.statusCode = response.status
	for (const [name, value] of response.headers) outgoing.setHeader(name, value)
	outgoing.write(incoming.method === 'HEAD' ? '' : body)

	let size = 0
	const done = () => {
		clearTimeout(timer)
		outgoing.end()
	}
	const timer = setTimeout(done, patienceMs)
	incoming.on('data', (chunk: Buffer) => {
		size += chunk.length
		if (size > patienceBytes) done()
	})
	incoming.once('end', done).once('close', done).resume()
	if (incoming.readableEnded || incoming.destroyed) done()
}
