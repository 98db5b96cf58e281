import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#app/db.server.ts'
import { answer, orNotFound, publicData, refuse } from '#app/http.server.ts'
import { findHead, proveGrowth } from '#app/services/ledger-reading.server.ts'

/** The proof that the ledger of `?to=` entries continues that of `?from=` (RFC 9162): from the first to all unless it says. */
export async function loader({ request }: LoaderFunctionArgs) {
	const search = new URL(request.url).searchParams
	const [from, to] = [search.get('from') ?? '1', search.get('to')]
	if (![from, to ?? '1'].every((size) => /^[1-9]\d{0,14}$/.test(size))) throw refuse(422, 'invalid')
	const size = to === null ? orNotFound(await findHead(db)).head.size : Number(to)
	return publicData(await answer(proveGrowth(db, Number(from), size)))
}
