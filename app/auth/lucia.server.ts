import { and, eq, gt, lt, or } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { sha256 } from '#app/ids.server.ts'
import { sessions, users } from '#drizzle/schema.ts'

/*
 * Lucia 3 keeps the cookie's value as the row's id and knows no absolute end. This adapter stores the
 * value's SHA-256 instead and ends a session that is too old or whose person is disabled, so what Lucia
 * adds here is the idle time. Nothing outside this folder knows Lucia.
 */

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>
		DatabaseUserAttributes: Omit<Actor, 'id'>
		DatabaseSessionAttributes: { createdAt: Date; absoluteExpiresAt: Date; agent: string | null }
	}
}

/** How long a session lasts unused, and at most. OWASP's range for an office is 15–30 min and 4–8 h; a desk works longer shifts. */
const idleMinutes = 60
export const sessionHours = 12

export function createLucia(db: Db) {
	return new Lucia(createAdapter(db), {
		sessionExpiresIn: new TimeSpan(idleMinutes, 'm'),
		getUserAttributes: ({ name, email, role, language }) => ({ name, email, role, language }),
		getSessionAttributes: ({ absoluteExpiresAt }) => ({ absoluteExpiresAt }),
	})
}

function createAdapter(db: Db): Adapter {
	return {
		async getSessionAndUser(token) {
			const [found] = await db
				.select({ session: sessions, user: users })
				.from(sessions)
				.innerJoin(users, eq(users.id, sessions.userId))
				.where(and(eq(sessions.id, sha256(token)), gt(sessions.absoluteExpiresAt, new Date())))
			if (!found || found.user.disabledAt) return [null, null]
			const { id: _, userId, expiresAt, ...attributes } = found.session
			const { id, name, email, role, language } = found.user
			return [
				{ id: token, userId, expiresAt, attributes },
				{ id, attributes: { name, email, role, language } },
			]
		},
		async getUserSessions() {
			// Lucia would hand out tokens, which are not kept: lists of sessions read the table itself.
			return []
		},
		async setSession({ id: token, userId, expiresAt, attributes }) {
			await db.insert(sessions).values({ id: sha256(token), userId, expiresAt, ...attributes })
		},
		async updateSessionExpiration(token, expiresAt) {
			await db
				.update(sessions)
				.set({ expiresAt })
				.where(eq(sessions.id, sha256(token)))
		},
		async deleteSession(token) {
			await db.delete(sessions).where(eq(sessions.id, sha256(token)))
		},
		async deleteUserSessions(userId) {
			await db.delete(sessions).where(eq(sessions.userId, userId))
		},
		async deleteExpiredSessions() {
			const now = new Date()
			await db.delete(sessions).where(or(lt(sessions.expiresAt, now), lt(sessions.absoluteExpiresAt, now)))
		},
	}
}
