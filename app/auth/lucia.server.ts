import { and, eq, gt, isNotNull, lt, or, sql } from 'drizzle-orm'
import { type Adapter, Lucia, TimeSpan } from 'lucia'
import type { Db } from '#app/db.server.ts'
import { needsSecondFactor, settingDefaults, type Settings } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { newId, sha256 } from '#app/ids.server.ts'
import { passkeys, sessions, settings, users } from '#drizzle/schema.ts'

/*
 * Lucia 3 keeps the cookie's value as the row's id and knows no absolute end. This adapter stores the
 * value's SHA-256 instead, ends a session that is too old or whose person is disabled, and moves the end of
 * the idle time on with every use (Lucia would do so in the second half only). Nothing outside this folder
 * knows Lucia.
 */

/** What is kept with a session and decided when it begins. */
export type SessionFacts = {
	createdAt: Date
	absoluteExpiresAt: Date
	agent: string | null
	network: string | null
	secondFactor: boolean
	confirmedAt: Date
}

declare module 'lucia' {
	interface Register {
		Lucia: ReturnType<typeof createLucia>
		DatabaseUserAttributes: Omit<Actor, 'id'> & { hasSecondFactor: boolean; needsSecondFactor: boolean }
		DatabaseSessionAttributes: SessionFacts & { publicId?: string }
	}
}

/** How long a session lasts unused. OWASP's range for an office is 15–30 min; a desk that reads long articles needs more. */
export const idleMinutes = 60
/** How fine "last used" is kept: once in so many seconds is enough to be written down. */
const lastUseSeconds = 60

export function createLucia(db: Db) {
	return new Lucia(createAdapter(db), {
		sessionExpiresIn: new TimeSpan(idleMinutes, 'm'),
		getUserAttributes: ({ name, email, role, language, hasSecondFactor, needsSecondFactor }) => ({
			name,
			email,
			role,
			language,
			hasSecondFactor,
			needsSecondFactor,
		}),
		getSessionAttributes: ({ publicId, secondFactor, confirmedAt, absoluteExpiresAt, network, agent }) => ({
			publicId: publicId ?? '',
			secondFactor,
			confirmedAt,
			absoluteExpiresAt,
			network,
			agent,
		}),
	})
}

function createAdapter(db: Db): Adapter {
	return {
		async getSessionAndUser(token) {
			const now = new Date()
			const [found] = await db
				.select({
					session: sessions,
					user: users,
					hasSecondFactor: sql<boolean>`(${isNotNull(users.secondFactorAt)} or exists (
						select from ${passkeys} where ${passkeys.userId} = ${users.id}))`,
					secondFactorFrom: sql<Settings['second-factor-from'] | null>`(
						select ${settings.value} from ${settings} where ${settings.key} = 'second-factor-from')`,
				})
				.from(sessions)
				.innerJoin(users, eq(users.id, sessions.userId))
				.where(and(eq(sessions.id, sha256(token)), gt(sessions.absoluteExpiresAt, now)))
			if (!found || found.user.disabledAt) return [null, null]
			const { id: key, userId, lastUsedAt, ...attributes } = found.session
			let { expiresAt } = found.session
			if (expiresAt > now && now.getTime() - lastUsedAt.getTime() > lastUseSeconds * 1000) {
				expiresAt = new Date(now.getTime() + idleMinutes * 60_000)
				await db.update(sessions).set({ lastUsedAt: now, expiresAt }).where(eq(sessions.id, key))
			}
			const { id, name, email, role, language } = found.user
			const { hasSecondFactor, secondFactorFrom } = found
			const needed = needsSecondFactor(role, secondFactorFrom ?? settingDefaults['second-factor-from'])
			return [
				{ id: token, userId, expiresAt, attributes },
				{ id, attributes: { name, email, role, language, hasSecondFactor, needsSecondFactor: needed } },
			]
		},
		async getUserSessions() {
			// Lucia would hand out tokens, which are not kept: lists of sessions read the table itself.
			return []
		},
		async setSession({ id: token, userId, expiresAt, attributes }) {
			await db.insert(sessions).values({
				...attributes,
				id: sha256(token),
				publicId: newId(),
				userId,
				expiresAt,
				lastUsedAt: attributes.createdAt,
			})
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
