import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { users } from '#drizzle/schema.ts'
import { checkPassword } from './password.server.ts'
import { beginSession, type Device } from './sessions.server.ts'

/**
 * Begin a session for whoever knows this mail address and its password.
 * @returns the `Set-Cookie` header, or `null` when the two do not belong together or the person is disabled
 */
export async function signIn(
	db: Db,
	{ email, password, ...device }: Device & { email: string; password: string },
	now = new Date(),
): Promise<string | null> {
	const [person] = await db.select().from(users).where(eq(users.email, email.trim().toLowerCase()))
	const right = await checkPassword(person?.passwordHash ?? null, password)
	if (!person || !right || person.disabledAt) return null
	return db.transaction(async (tx) => {
		await tx.update(users).set({ lastSignedInAt: now }).where(eq(users.id, person.id))
		await recordAccountEvent(tx, { actorId: person.id, subjectId: person.id, kind: 'signed-in' }, now)
		return beginSession(tx, person, { ...device, secondFactor: false }, now)
	})
}
