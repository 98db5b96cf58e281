import type { LoaderFunctionArgs } from '@remix-run/node'
import { db } from '#app/db.server.ts'
import { answer, orNotFound, publicData } from '#app/http.server.ts'
import { proveEntry } from '#app/services/ledger-reading.server.ts'

/** One entry, its salt, and the proof that it is in the tree of the newest signed head (RFC 9162). */
export async function loader({ params: { seq = '' } }: LoaderFunctionArgs) {
	const number = orNotFound(/^[1-9]\d{0,14}$/.test(seq) ? Number(seq) : null)
	return publicData(await answer(proveEntry(db, number)))
}
