import { and, desc, eq, gt, ne } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Role } from '#app/domain/people.ts'
import { refuse } from '#app/http.server.ts'
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

/** A session as its owner sees it. */
export type OpenSession = {
	publicId: string
	agent: string | null
	network: string | null
	createdAt: Date
	lastUsedAt: Date
}

/**
 * Begin a session with a token made for it, whatever token the browser brought. @returns the `Set-Cookie` header
 */
export async function beginSession(
	db: Db,
	person: { id: string; role: Role },
	{ agent, network, secondFactor }: Device & { secondFactor: boolean },
	now = new Date(),
): Promise<string> {
	const token = newSecret()
	const hours = longestHours[person.role]
	await deleteExpiredSessions(db)
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
 * @throws Response 401 when the session was ended meanwhile: what is about to be changed must not be
 */
export async function renewSession(
	tx: Db,
	request: Request,
	changed: { secondFactor?: boolean } = {},
	now = new Date(),
): Promise<string> {
	const { kept, cookie } = await changeToken(tx, request, changed, now)
	await endOtherSessions(tx, kept.userId, kept.publicId)
	return cookie
}

/**
 * Note that the person has just proved anew who they are, and give the session a new token (ASVS 5.0, 7.2.4). Their
 * other sessions go on. @returns the `Set-Cookie` header
 * @throws Response 401 when the session was ended meanwhile
 */
export async function confirmSession(
	tx: Db,
	request: Request,
	changed: { secondFactor?: boolean } = {},
	now = new Date(),
): Promise<string> {
	return (await changeToken(tx, request, changed, now)).cookie
}

async function changeToken(tx: Db, request: Request, changed: { secondFactor?: boolean }, now: Date) {
	const token = newSecret()
	const [kept] = await tx
		.update(sessions)
		.set({ id: sha256(token), confirmedAt: now, lastUsedAt: now, ...changed })
		.where(eq(sessions.id, sha256(readToken(request) ?? '')))
		.returning()
	if (!kept) throw refuse(401, 'signed-out')
	const hoursLeft = Math.max((kept.absoluteExpiresAt.getTime() - now.getTime()) / 3_600_000, 0)
	return { kept, cookie: writeToken(token, hoursLeft) }
}

/** The sessions of a person that still open the desk, the one used last first. */
export async function listSessions(db: Db, userId: string, now = new Date()): Promise<OpenSession[]> {
	return db
		.select({
			publicId: sessions.publicId,
			agent: sessions.agent,
			network: sessions.network,
			createdAt: sessions.createdAt,
			lastUsedAt: sessions.lastUsedAt,
		})
		.from(sessions)
		.where(and(eq(sessions.userId, userId), gt(sessions.expiresAt, now), gt(sessions.absoluteExpiresAt, now)))
		.orderBy(desc(sessions.lastUsedAt), desc(sessions.createdAt))
}

/** End one session of a person. @returns whether it was theirs and there */
export async function endSession(tx: Db, userId: string, publicId: string): Promise<boolean> {
	const ended = await tx
		.delete(sessions)
		.where(and(eq(sessions.userId, userId), eq(sessions.publicId, publicId)))
		.returning({ id: sessions.id })
	return ended.length > 0
}

/** End every session of a person but one. @returns how many there were */
export async function endOtherSessions(tx: Db, userId: string, publicId: string): Promise<number> {
	const ended = await tx
		.delete(sessions)
		.where(and(eq(sessions.userId, userId), ne(sessions.publicId, publicId)))
		.returning({ id: sessions.id })
	return ended.length
}

/** End every session of a person, at once. @returns how many there were */
export async function endSessions(tx: Db, userId: string): Promise<number> {
	const ended = await tx.delete(sessions).where(eq(sessions.userId, userId)).returning({ id: sessions.id })
	return ended.length
}

/** Forget sessions that open nothing any more. Each new session does it, so that none are kept for long. */
export async function deleteExpiredSessions(db: Db): Promise<void> {
	await createLucia(db).deleteExpiredSessions()
}
