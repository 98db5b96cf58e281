import { asc, eq, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { users } from '#drizzle/schema.ts'

/** People who can be given work, by name. */
export async function listColleagues(db: Db) {
	return db
		.select({ id: users.id, name: users.name, role: users.role })
		.from(users)
		.where(isNull(users.disabledAt))
		.orderBy(asc(users.name))
}

/** Everybody who ever had an account, for the page about people. */
export async function listPeople(db: Db) {
	return db
		.select({
			id: users.id,
			name: users.name,
			email: users.email,
			role: users.role,
			language: users.language,
			disabledAt: users.disabledAt,
			createdAt: users.createdAt,
		})
		.from(users)
		.orderBy(asc(users.createdAt), asc(users.id))
}

/** Set one's own interface language. */
export async function setLanguage(db: Db, actor: Actor, language: Language): Promise<void> {
	await db.update(users).set({ language }).where(eq(users.id, actor.id))
}
