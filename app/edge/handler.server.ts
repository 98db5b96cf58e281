import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AppLoadContext } from '@remix-run/server-runtime'
import { newId } from '#app/ids.server.ts'
import { logger } from '#app/log.server.ts'
import { receive, send, sendAndClose } from './adapter.server.ts'
import { type Admission, decide, type Rules } from './guard.server.ts'
import { protect } from './headers.server.ts'
import { refusalResponse } from './refusal-page.server.ts'
import type { RefusalReason } from './refusals.ts'
import type { ServeFile } from './static.server.ts'

export type Edge = {
	rules: Rules
	serveFile: ServeFile
	/** Remix. */
	handle: (request: Request, context: AppLoadContext) => Promise<Response>
	/** Whether the process can do its work: the database answers and is up to date. */
	isReady: () => Promise<boolean>
	/** Whether the process is on its way out, and takes no further work. */
	isLeaving: () => boolean
	development: boolean
}

/** Everything that happens to a request before and after Remix. */
export function createEdge(edge: Edge): RequestListener {
	return (incoming, outgoing) => {
		const requestId = newId()
		outgoing.setHeader('X-Request-Id', requestId)
		if (edge.isLeaving()) outgoing.setHeader('Connection', 'close')
		const [pathname = '/'] = (incoming.url ?? '/').split('?', 1)
		const probe = probes[pathname]
		// Balancers ask by address, not by the name of the site: their two questions come before the guard.
		const work = probe ? probe(edge, outgoing) : serve(edge, incoming, outgoing, requestId)
		if (!probe) logWhenDone(incoming, outgoing, requestId, pathname)
		work.catch((error: unknown) => {
			logger.error({ err: error, requestId, path: pathname }, 'request failed')
			if (outgoing.headersSent) outgoing.destroy()
			else void send(outgoing, guarded(edge, refusalResponse('broken', { isData: false }), pathname, ''))
		})
	}
}

const probes: Record<string, (edge: Edge, outgoing: ServerResponse) => Promise<void>> = {
	'/healthz': async (_edge, outgoing) => answerProbe(outgoing, 200, { name: 'tadqiq', alive: true }),
	'/readyz': async (edge, outgoing) => {
		const ready = !edge.isLeaving() && (await edge.isReady())
		if (!ready) outgoing.setHeader('Retry-After', '5')
		answerProbe(outgoing, ready ? 200 : 503, { name: 'tadqiq', ready })
	},
}

function answerProbe(outgoing: ServerResponse, status: number, body: object): void {
	outgoing.writeHead(status, { 'Content-Type': 'application/json', 'Cache-Control': 'no-store' })
	outgoing.end(`${JSON.stringify(body)}\n`)
}

async function serve(edge: Edge, incoming: IncomingMessage, outgoing: ServerResponse, requestId: string) {
	const target = incoming.url ?? '/'
	const refuse = async (reason: RefusalReason) => {
		const response = refusalResponse(reason, { isData: /[?&]_data=/.test(target) })
		await sendAndClose(outgoing, guarded(edge, response, target, ''))
	}

	const decision = decide(
		{
			method: incoming.method ?? '',
			target,
			hosts: incoming.headersDistinct.host ?? [],
			headers: incoming.headers,
			peer: incoming.socket.remoteAddress ?? '',
		},
		edge.rules,
	)
	if (decision.refused) return refuse(decision.refused)

	const { url } = decision
	incoming.url = url.pathname + url.search
	if (incoming.method !== 'POST' && (await sendFile(edge.serveFile, incoming, outgoing))) return
	if (url.pathname.startsWith('/assets/')) return refuse('no-file')
	await serveRoute(edge, { incoming, outgoing, requestId, decision, refuse })
}

/** Whether the request was for a file, which has then been sent. */
function sendFile(
	serveFile: ServeFile,
	incoming: IncomingMessage,
	outgoing: ServerResponse,
): Promise<boolean> {
	return new Promise((resolve) => {
		const sent = () => resolve(true)
		outgoing.once('close', sent)
		serveFile(incoming, outgoing, () => {
			outgoing.off('close', sent)
			resolve(false)
		})
	})
}

async function serveRoute(
	edge: Edge,
	exchange: {
		incoming: IncomingMessage
		outgoing: ServerResponse
		requestId: string
		decision: Admission
		refuse: (reason: RefusalReason) => Promise<void>
	},
): Promise<void> {
	const { incoming, outgoing, requestId, decision, refuse } = exchange
	const { request, isTooLarge } = receive(incoming, outgoing, decision)
	const nonce = randomBytes(16).toString('base64')
	let response: Response
	try {
		response = await edge.handle(request, { nonce, requestId, address: decision.address })
	} catch (error) {
		if (isTooLarge()) return refuse('too-large')
		throw error
	}
	if (isTooLarge()) return refuse('too-large')
	await send(outgoing, guarded(edge, response, decision.url.pathname, nonce))
}

function guarded(edge: Edge, response: Response, pathname: string, nonce: string): Response {
	const secure = edge.rules.origin.startsWith('https:')
	protect(response.headers, { pathname, nonce, secure, development: edge.development })
	return response
}

function logWhenDone(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	requestId: string,
	path: string,
): void {
	const begun = performance.now()
	outgoing.once('close', () => {
		const ms = Math.round((performance.now() - begun) * 10) / 10
		const status = outgoing.headersSent ? outgoing.statusCode : 0
		logger.info({ requestId, method: incoming.method, path, status, ms }, 'request')
	})
}
