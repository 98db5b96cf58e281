import type { LoaderFunctionArgs } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import { answer, refuse } from '#app/http.server.ts'
import { kindOfMedia } from '#app/intake/copy-kind.ts'
import { findCopy } from '#app/services/copies.server.ts'

/** A stored copy, byte for byte, as a download and nothing else: it is a stranger's file, and no browser shows or runs it here. */
export async function loader({ request, context, params: { sourceId = '', sha = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources_.$sourceId_.copies.$sha', 'read')
	if (!/^[0-9a-f]{64}$/.test(sha)) throw refuse(404, 'not-found')
	const { copy, bytes } = await answer(findCopy(db, sourceId, sha))
	const kind = kindOfMedia(copy.mediaType ?? '')
	// Never by the name it came with: that is a stranger's too.
	const name = `copy-${sha.slice(0, 16)}.${endings[kind] ?? 'bin'}`
	return new Response(request.method === 'HEAD' ? null : Buffer.from(bytes), {
		headers: {
			'Content-Type': 'application/octet-stream',
			'Content-Length': String(bytes.byteLength),
			'Content-Disposition': `attachment; filename="${name}"`,
			'X-Content-Type-Options': 'nosniff',
			'Content-Security-Policy': "sandbox; default-src 'none'",
			'Cache-Control': 'no-store',
		},
	})
}

/** What would be run when it is opened keeps no ending of its own. */
const endings: Partial<Record<ReturnType<typeof kindOfMedia>, string>> = {
	pdf: 'pdf',
	png: 'png',
	jpeg: 'jpg',
	webp: 'webp',
	csv: 'csv',
	text: 'txt',
	html: 'html.txt',
	svg: 'svg.txt',
}
