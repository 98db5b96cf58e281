import { availableParallelism } from 'node:os'
import { hash, parseOptions, verify } from '@node-rs/argon2'
import { and, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import {
	checkNewPassword,
	type PasswordFault,
	type PasswordOwner,
	readPassword,
} from '#app/domain/password.ts'
import { users } from '#drizzle/schema.ts'

/**
 * Argon2id, which the library takes unless told otherwise, with OWASP's parameters: 19 MiB, two passes, one lane. A hash takes
 * some 20 ms of a worker thread.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** Hashes under way at once: each holds its 19 MiB, so a flood of sign-ins waits in line instead of filling the memory. */
const queueAtOnce = 2 * availableParallelism()

let underWay = 0
const waiting: (() => void)[] = []

async function inTurn<Result>(work: () => Promise<Result>): Promise<Result> {
	if (underWay >= queueAtOnce) await new Promise<void>((resolve) => waiting.push(resolve))
	else underWay += 1
	try {
		return await work()
	} finally {
		// Whoever waits longest takes this place over; it is given back when nobody waits.
		const next = waiting.shift()
		if (next) next()
		else underWay -= 1
	}
}

/** A password as it is stored: hashed in NFC. What was refused as too long is never asked to be hashed. */
export async function hashPassword(password: string): Promise<string> {
	const read = readPassword(password)
	if (read === null) throw new RangeError('A password this long is refused before it is hashed.')
	return inTurn(() => hash(read, parameters))
}

/** Hash of a password nobody has: checked for unknown accounts, so that they take as long as known ones. */
const decoy = hashPassword('an account that does not exist')

/**
 * Whether the password is the one hashed. Without a hash, or with something that is none (an account that cannot
 * sign in), `false` after the same work; one that is too long to be anybody's is `false` without any.
 */
export async function checkPassword(storedHash: string | null, password: string): Promise<boolean> {
	const read = readPassword(password)
	if (read === null) return false
	const stored = storedHash !== null && readParameters(storedHash) ? storedHash : null
	const right = await inTurn(async () => verify(stored ?? (await decoy), read))
	return right && stored !== null
}

/** Whether a hash was made with less work than is asked today, or in another way. `false` for what is no hash. */
export function needsRehash(storedHash: string): boolean {
	const made = readParameters(storedHash)
	if (!made) return false
	return (
		!storedHash.startsWith('$argon2id$') ||
		made.memoryCost < parameters.memoryCost ||
		made.timeCost < parameters.timeCost ||
		made.parallelism !== parameters.parallelism
	)
}

/**
 * Hash a password anew that was just found right, if its hash is of the past; nothing if it was changed meanwhile.
 * @returns the hash the password belongs to: the new one if it was kept, else the one given. Never what was stored
 *   meanwhile, which may be the hash of another password.
 */
export async function rehashIfNeeded(
	db: Db,
	person: { id: string; passwordHash: string },
	password: string,
): Promise<string> {
	if (!needsRehash(person.passwordHash)) return person.passwordHash
	const [replaced] = await db
		.update(users)
		.set({ passwordHash: await hashPassword(password) })
		.where(and(eq(users.id, person.id), eq(users.passwordHash, person.passwordHash)))
		.returning({ hash: users.passwordHash })
	return replaced?.hash ?? person.passwordHash
}

/**
 * What is wrong with a new password, by its length, by the list of common passwords (49,233 of them) and by whose it
 * is; `null` for nothing.
 */
export async function assessPassword(typed: string, owner: PasswordOwner): Promise<PasswordFault | null> {
	const list = await (commonPasswords ??= loadCommonPasswords())
	return checkNewPassword(typed, owner, (word) => list.has(word))
}

let commonPasswords: Promise<ReadonlySet<string>> | undefined

/** The list takes some megabytes, and most processes never need it. */
async function loadCommonPasswords(): Promise<ReadonlySet<string>> {
	const { dictionary } = await import('@zxcvbn-ts/language-common')
	return new Set(dictionary['passwords-common'])
}

function readParameters(storedHash: string): ReturnType<typeof parseOptions> | null {
	if (!storedHash.startsWith('$argon2')) return null
	try {
		return parseOptions(storedHash)
	} catch {
		return null
	}
}
