import { encodeBase32LowerCaseNoPadding } from '@oslojs/encoding'
import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { users } from '#drizzle/schema.ts'
import { writeToken } from './cookie.server.ts'
import { createLucia, sessionHours } from './lucia.server.ts'
import { checkPassword } from './password.server.ts'

/**
 * Begin a session for whoever knows this mail address and its password. The token is made new at each
 * sign-in; only its hash is stored.
 * @returns the `Set-Cookie` header, or `null` when the two do not belong together or the person is disabled
 */
export async function signIn(
	db: Db,
	input: { email: string; password: string; agent: string | null },
	now = new Date(),
): Promise<string | null> {
	const [person] = await db.select().from(users).where(eq(users.email, input.email.trim().toLowerCase()))
	const right = await checkPassword(person?.passwordHash ?? null, input.password)
	if (!person || !right || person.disabledAt) return null

	const token = encodeBase32LowerCaseNoPadding(crypto.getRandomValues(new Uint8Array(32)))
	await createLucia(db).createSession(
		person.id,
		{
			createdAt: now,
			absoluteExpiresAt: new Date(now.getTime() + sessionHours * 3_600_000),
			agent: input.agent?.slice(0, 200) ?? null,
		},
		{ sessionId: token },
	)
	return writeToken(token)
}
