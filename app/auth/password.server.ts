import { hash, verify } from '@node-rs/argon2'

/**
 * Argon2id with OWASP's parameters (19 MiB, two passes, one lane), which the library takes by its
 * names. Verifying takes some 15 ms of a worker thread.
 */
const parameters = { memoryCost: 19_456, timeCost: 2, parallelism: 1 }

/** The longest password that is hashed at all; longer ones are refused before any work is done. */
export const longestPassword = 256

export async function hashPassword(password: string): Promise<string> {
	return hash(password, parameters)
}

/** Hash of a password nobody has: checked for unknown accounts, so that they take as long as known ones. */
const decoy = hashPassword('an account that does not exist')

/** Whether the password is the one hashed; without a hash, `false` after the same work. */
export async function checkPassword(storedHash: string | null, password: string): Promise<boolean> {
	if (password.length > longestPassword) return false
	const right = await verify(storedHash ?? (await decoy), password)
	return right && storedHash !== null
}
