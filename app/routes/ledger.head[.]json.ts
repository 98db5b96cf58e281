import { db } from '#app/db.server.ts'
import { noteKey, signedNote } from '#app/domain/ledger-head.ts'
import { orNotFound, publicData } from '#app/http.server.ts'
import { findHead } from '#app/services/ledger-reading.server.ts'

/** The newest signed head, with the public key that it can be checked with and as a note (C2SP). 404 while there is none. */
export async function loader() {
	const { head, key } = orNotFound(await findHead(db))
	return publicData({ ...head, publicKey: key.publicKey, noteKey: noteKey(key), note: signedNote(head) })
}
