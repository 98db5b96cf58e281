import { randomBytes } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'
import type { AppLoadContext } from '@remix-run/server-runtime'
import { env } from '#app/env.server.ts'
import { newId } from '#app/ids.server.ts'
import { currentRequest, logger, securityEvent } from '#app/log.server.ts'
import { receive, send, sendAndClose } from './adapter.server.ts'
import { type Admission, decide, type Rules } from './guard.server.ts'
import { mayBeFramed, protect, setFixedHeaders } from './headers.server.ts'
import { refusalResponse } from './refusal-page.server.ts'
import type { RefusalReason } from './refusals.ts'
import { securityText } from './security-text.server.ts'
import type { ServeFile } from './static.server.ts'
import { createThrottle, type throttle } from './throttle.server.ts'

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
	/** How much one network may ask of Remix; as `throttle.server.ts` says unless a test wants less. */
	throttle?: typeof throttle
}
type Inner = Omit<Edge, 'throttle'> & { throttle: ReturnType<typeof createThrottle> }

/** How soon a database has to be found missing for a reader's request to be tried again, in milliseconds. */
const retryWithin = 1_000

/** What no browser sends that was led here by a link or a page of ours. */
const suspicious: ReadonlySet<RefusalReason> = new Set([
	'malformed',
	'wrong-host',
	'method',
	'foreign',
	'media-type',
	'wrong-route',
])

/** Everything that happens to a request before and after Remix. */
export function createEdge(edge: Edge): RequestListener {
	const secure = edge.rules.origin.startsWith('https:')
	const inner = { ...edge, throttle: createThrottle(edge.throttle) }
	return (incoming, outgoing) => {
		const requestId = newId()
		outgoing.setHeader('X-Request-Id', requestId)
		setFixedHeaders(incoming, outgoing, { secure })
		if (edge.isLeaving()) outgoing.setHeader('Connection', 'close')
		const [pathname = '/'] = (incoming.url ?? '/').split('?', 1)
		const probe = probes[pathname]
		if (!probe) logWhenDone(incoming, outgoing, requestId, pathname)
		currentRequest
			// Balancers ask by address, not by the name of the site: their two questions come before the guard.
			.run({ requestId }, () => (probe ? probe(edge, outgoing) : serve(inner, incoming, outgoing, requestId)))
			.catch((error: unknown) => {
				logger.error({ err: error, requestId, path: logged(pathname) }, 'request failed')
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

async function serve(edge: Inner, incoming: IncomingMessage, outgoing: ServerResponse, requestId: string) {
	const target = incoming.url ?? '/'
	const [path = '/'] = target.split('?', 1)
	const refuse = async (reason: RefusalReason, retryAfter?: number) => {
		if (suspicious.has(reason)) securityEvent('refused', { reason, method: incoming.method })
		const isData = /[?&]_data=/.test(target)
		const response = refusalResponse(reason, { isData, ...(retryAfter && { retryAfter }) })
		await sendAndClose(outgoing, guarded(edge, response, path, ''))
	}

	const decision = decide(
		{
			version: incoming.httpVersionMajor,
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
	if (incoming.method !== 'POST') {
		if (await sendFile(edge.serveFile, incoming, outgoing)) return
		if (url.pathname === '/.well-known/security.txt') return sendSecurityText(edge, outgoing)
	}
	if (url.pathname.startsWith('/assets/')) return refuse('no-file')
	const wait = await edge.throttle(decision.address)
	if (wait) return refuse('too-many', wait)
	await serveRoute(edge, { incoming, outgoing, requestId, decision, refuse })
}

async function sendSecurityText(edge: Inner, outgoing: ServerResponse): Promise<void> {
	const text = securityText({ origin: edge.rules.origin, mailFrom: env().MAIL_FROM })
	const headers = { 'Content-Type': 'text/plain; charset=utf-8', 'Cache-Control': 'public, max-age=86400' }
	await send(outgoing, guarded(edge, new Response(text, { headers }), '/.well-known/security.txt', ''))
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
	edge: Inner,
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
	const isData = decision.url.searchParams.has('_data')
	/** The application's response; `null` when it could not have its database. */
	const answer = async () => {
		const context: AppLoadContext = { nonce, requestId, address: decision.address, isData }
		const response = await edge.handle(request, context)
		if (!context.databaseAway) return response
		await response.body?.cancel()
		return null
	}
	const begun = performance.now()
	let response: Response | null
	try {
		response = await answer()
		// After an outage, connections of the pool turn out to be dead one by one: that is told at once, and reading
		// can be done again. Who had to be waited for is not asked twice.
		const atOnce = performance.now() - begun < retryWithin
		if (!response && atOnce && request.method !== 'POST') response = await answer()
	} catch (error) {
		if (isTooLarge()) return refuse('too-large')
		throw error
	}
	if (isTooLarge()) return refuse('too-large')
	if (!response) return refuse('not-ready')
	if (mayBeFramed(response.headers)) outgoing.removeHeader('X-Frame-Options')
	await send(outgoing, guarded(edge, response, decision.url.pathname, nonce))
}

function guarded(
	{ development }: Pick<Edge, 'development'>,
	response: Response,
	pathname: string,
	nonce: string,
): Response {
	protect(response, { pathname, nonce, development })
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
		logger.info({ requestId, method: incoming.method, path: logged(path), status, ms }, 'request')
	})
}

/** An address as it is logged: without its query, which may hold a secret, and not at any length. */
function logged(path: string): string {
	return path.slice(0, 200)
}
