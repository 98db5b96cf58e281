import type { LoaderFunctionArgs } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import { answer, refuse } from '#app/http.server.ts'
import { findOriginal } from '#app/services/intake.server.ts'

/**
 * What an article's text was read from, byte for byte, as a download and nothing else: it is a stranger's file, and no
 * browser shows or runs it here.
 */
export async function loader({ request, context, params: { articleId = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.articles.$articleId_.original', 'read')
	const version = new URL(request.url).searchParams.get('version')
	if (version !== null && !/^[1-9]\d{0,5}$/.test(version)) throw refuse(404, 'not-found')
	const { bytes, mediaType, fileName } = await answer(
		findOriginal(db, articleId, version === null ? null : Number(version)),
	)
	const name = fileName ?? `${articleId}.${endings[mediaType] ?? 'bin'}`
	return new Response(request.method === 'HEAD' ? null : Buffer.from(bytes), {
		headers: {
			'Content-Type': 'application/octet-stream',
			'Content-Length': String(bytes.byteLength),
			'Content-Disposition': `attachment; filename="original"; filename*=UTF-8''${escapeName(name)}`,
			'X-Content-Type-Options': 'nosniff',
			'Content-Security-Policy': "sandbox; default-src 'none'",
			'Cache-Control': 'no-store',
		},
	})
}

const endings: Record<string, string> = {
	'text/html': 'html',
	'text/plain': 'txt',
	'application/pdf': 'pdf',
	'application/json': 'json',
	'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
}

/** A name as RFC 8187 has it, which leaves fewer signs than `encodeURIComponent`. */
function escapeName(name: string): string {
	return encodeURIComponent(name).replace(
		/['()*]/g,
		(sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`,
	)
}
