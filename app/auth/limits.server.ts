import type { Db } from '#app/db.server.ts'

/** How long to wait, in seconds, before another try is taken; `null` when this one is. */
export type Wait = number | null

/**
 * Count a try to sign in, before its password is looked at: by network, by account, and by the two together. Somebody
 * who has signed in from this device or network before is not held up by what strangers try.
 */
export async function countSignIn(
	_db: Db,
	_attempt: { email: string; network: string; device: string | null },
): Promise<Wait> {
	return null
}

/** Forget what the person's own device and network had counted against them: they are in. */
export async function forgiveSignIn(_db: Db, _attempt: { email: string; network: string }): Promise<void> {}

/** Count a wrong second factor or a wrong password typed while signed in, by account. */
export async function countProof(_db: Db, _attempt: { userId: string; network: string }): Promise<Wait> {
	return null
}

/** Count a letter asked for by somebody not signed in, by network and by the address it would go to. */
export async function countLetter(_db: Db, _attempt: { email: string; network: string }): Promise<Wait> {
	return null
}
