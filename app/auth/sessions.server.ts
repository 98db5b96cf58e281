import { and, eq, ne } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Role } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { newSecret } from '#app/services/one-time-tokens.server.ts'
import { sessions } from '#drizzle/schema.ts'
import { readToken, writeToken } from './cookie.server.ts'
import { createLucia } from './lucia.server.ts'

/** How long a session lasts at most, in hours, however busy it is. Whoever may change the team gets the shorter one. */
const longestHours: Record<Role, number> = { reviewer: 12, editor: 12, admin: 8 }

export type Device = {
	/** The `User-Agent` header. */
	agent: string | null
	/** The network the request came from; see `networkOf`. */
	network: string
}

/**
 * Begin a session with a token made for it. @returns the `Set-Cookie` header
 */
export async function beginSession(
	db: Db,
	person: { id: string; role: Role },
	{ agent, network, secondFactor }: Device & { secondFactor: boolean },
	now = new Date(),
): Promise<string> {
	const token = newSecret()
	const hours = longestHours[person.role]
	await createLucia(db).createSession(
		person.id,
		{
			createdAt: now,
			absoluteExpiresAt: new Date(now.getTime() + hours * 3_600_000),
			agent: agent?.slice(0, 200) ?? null,
			network,
			secondFactor,
			confirmedAt: now,
		},
		{ sessionId: token },
	)
	return writeToken(token, hours)
}

/**
 * Give the request's session a new token and end every other session of the person: after a new password, a
 * new second factor or a new role nothing that was handed out before opens anything. Keeps the session's facts
 * but for those given. @returns the `Set-Cookie` header
 */
export async function renewSession(
	tx: Db,
	request: Request,
	changed: { secondFactor?: boolean } = {},
	now = new Date(),
): Promise<string> {
	const old = readToken(request)
	const token = newSecret()
	const [kept] = await tx
		.update(sessions)
		.set({ id: sha256(token), confirmedAt: now, lastUsedAt: now, ...changed })
		.where(eq(sessions.id, sha256(old ?? '')))
		.returning()
	if (!kept) return writeToken(null)
	await tx.delete(sessions).where(and(eq(sessions.userId, kept.userId), ne(sessions.id, kept.id)))
	return writeToken(token, Math.max((kept.absoluteExpiresAt.getTime() - now.getTime()) / 3_600_000, 0))
}

/** End every session of a person, at once. @returns how many there were */
export async function endSessions(tx: Db, userId: string): Promise<number> {
	const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id })
	return ended.length
}
