import type { IncomingMessage, ServerResponse } from 'node:http'
import sirv from 'sirv'

/** Send the file that the request asks for, or call `next` when there is none. */
export type ServeFile = (incoming: IncomingMessage, outgoing: ServerResponse, next: () => void) => void

/**
 * The files of a build for browsers. What is under `assets/` has a name that changes with its contents
 * (or is asked for with the build's id) and may be kept for ever; the rest, such as the icon, for an hour.
 * The list of files is read once: a build does not change.
 */
export function serveFiles(directory: string): ServeFile {
	return sirv(directory, {
		etag: true,
		gzip: true,
		brotli: true,
		setHeaders: (outgoing, pathname) => {
			const forever = pathname.startsWith('/assets/')
			outgoing.setHeader(
				'Cache-Control',
				forever ? 'public, max-age=31536000, immutable' : 'public, max-age=3600',
			)
			// A drawing opened by itself is a page.
			outgoing.setHeader(
				'Content-Security-Policy',
				"default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
			)
		},
	})
}
