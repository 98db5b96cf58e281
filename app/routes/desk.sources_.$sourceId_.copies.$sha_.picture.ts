import type { LoaderFunctionArgs } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import { answer, refuse } from '#app/http.server.ts'
import { kindOfMedia } from '#app/intake/copy-kind.ts'
import { redrawPicture } from '#app/intake/picture.server.ts'
import { findCopy } from '#app/services/copies.server.ts'

/** The picture of a stored copy, drawn anew: its own pixels, and nothing else that its file holds. */
export async function loader({ request, context, params: { sourceId = '', sha = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources_.$sourceId_.copies.$sha_.picture', 'read')
	if (!/^[0-9a-f]{64}$/.test(sha)) throw refuse(404, 'not-found')
	const { copy, bytes } = await answer(findCopy(db, sourceId, sha))
	const kind = kindOfMedia(copy.mediaType ?? '')
	const isPicture = kind === 'png' || kind === 'jpeg' || kind === 'webp'
	const drawn = isPicture ? await redrawPicture(bytes) : null
	if (!drawn) throw refuse(404, 'not-found')
	return new Response(request.method === 'HEAD' ? null : new Uint8Array(drawn), {
		headers: {
			'Content-Type': 'image/webp',
			'Content-Length': String(drawn.byteLength),
			'X-Content-Type-Options': 'nosniff',
			'Content-Security-Policy': "sandbox; default-src 'none'",
			'Cache-Control': 'private, no-store',
		},
	})
}
