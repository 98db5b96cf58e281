import type { AppLoadContext, EntryContext } from '@remix-run/node'
import { RemixServer } from '@remix-run/react'
import { renderToString } from 'react-dom/server'
import { NonceContext } from '#app/components/nonce.ts'
import { isDatabaseAway } from '#app/database-away.ts'
import { logger } from '#app/log.server.ts'

/**
 * Render the whole page at once: every loader is awaited, so a stream would bring nothing sooner, and
 * a string costs less of the processor (docs/decisions/2026-11-24-remix-v2.md).
 */
export default function handleRequest(
	request: Request,
	status: number,
	headers: Headers,
	remixContext: EntryContext,
	loadContext: AppLoadContext,
): Response {
	const markup = renderToString(
		<NonceContext.Provider value={loadContext.nonce}>
			<RemixServer context={remixContext} url={request.url} />
		</NonceContext.Provider>,
	)
	headers.set('Content-Type', 'text/html; charset=utf-8')
	return new Response('<!doctype html>' + markup, { status, headers })
}

/**
 * A surprise is written down with its request; a client that went away is not a surprise. When the database is away
 * the edge hears of it, which then answers that the site is, instead of our page about an error.
 */
export function handleError(
	error: unknown,
	{ request, context }: { request: Request; context: AppLoadContext },
): void {
	if (request.signal.aborted) return
	const facts = { err: error, requestId: context.requestId, path: new URL(request.url).pathname }
	if (isDatabaseAway(error)) {
		context.databaseAway = true
		logger.warn(facts, 'the database is away')
	} else {
		logger.error(facts, 'request failed')
	}
}
