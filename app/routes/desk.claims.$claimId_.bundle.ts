import type { LoaderFunctionArgs } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import { env } from '#app/env.server.ts'
import { answer, orNotFound } from '#app/http.server.ts'
import { exportBundle, findImportedBundle } from '#app/services/bundle.server.ts'

/** Everything behind a published verdict as one file; with `?imported`, the bundle the claim was taken in from. */
export async function loader({ request, context, params: { claimId = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.claims.$claimId_.bundle', 'read')
	if (new URL(request.url).searchParams.has('imported')) {
		return download(request, claimId, orNotFound(await findImportedBundle(db, claimId)))
	}
	const { slug, bytes } = await answer(exportBundle(db, claimId, { origin: env().PUBLIC_ORIGIN }))
	return download(request, slug, bytes)
}

function download(request: Request, name: string, bytes: Uint8Array): Response {
	const safe = name.replace(/[^A-Za-z0-9_-]+/g, '-').slice(0, 80)
	return new Response(request.method === 'HEAD' ? null : Buffer.from(bytes), {
		headers: {
			'Content-Type': 'application/zip',
			'Content-Length': String(bytes.byteLength),
			'Content-Disposition': `attachment; filename="${safe}.zip"`,
			'X-Content-Type-Options': 'nosniff',
			'Cache-Control': 'no-store',
		},
	})
}
