import { and, asc, count, eq, gt, inArray, isNotNull, isNull, ne, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { claims, invitations, passkeys, proposals, sessions, users } from '#drizzle/schema.ts'

/** The account in whose name the import command works before there is an admin; see `findImporter`. It is nobody. */
export const systemId = 'system'

/** People who can be given work, by name. */
export async function listColleagues(db: Db) {
	return db
		.select({ id: users.id, name: users.name, role: users.role })
		.from(users)
		.where(isNull(users.disabledAt))
		.orderBy(asc(users.name))
}

/** The ids of those who may do what editors may. */
export async function listEditorIds(db: Db): Promise<string[]> {
	const rows = await db
		.select({ id: users.id })
		.from(users)
		.where(and(inArray(users.role, ['editor', 'admin']), isNull(users.disabledAt)))
	return rows.map(({ id }) => id)
}

/** Everybody who ever had an account. */
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

/** What an admin sees of a person. */
const listed = {
	id: users.id,
	name: users.name,
	email: users.email,
	role: users.role,
	language: users.language,
	disabledAt: users.disabledAt,
	createdAt: users.createdAt,
	lastSignedInAt: users.lastSignedInAt,
	hasSecondFactor: sql<boolean>`(users.second_factor_at is not null or exists (
		select from passkeys k where k.user_id = users.id))`,
}

/**
 * Everybody who ever had an account, those who can sign in first, with what each has open: claims in their hands and
 * proposals of theirs that wait for a second person. At most 500.
 */
export async function listTeam(db: Db) {
	const research = db
		.select({ personId: claims.assigneeId, count: count().as('research_count') })
		.from(claims)
		.where(and(eq(claims.status, 'in_research'), isNotNull(claims.assigneeId)))
		.groupBy(claims.assigneeId)
		.as('research')
	const waiting = db
		.select({ personId: proposals.proposerId, count: count().as('waiting_count') })
		.from(proposals)
		.where(eq(proposals.decision, 'pending'))
		.groupBy(proposals.proposerId)
		.as('waiting')
	return db
		.select({
			...listed,
			research: sql<number>`coalesce(${research.count}, 0)`.mapWith(Number),
			waiting: sql<number>`coalesce(${waiting.count}, 0)`.mapWith(Number),
		})
		.from(users)
		.leftJoin(research, eq(research.personId, users.id))
		.leftJoin(waiting, eq(waiting.personId, users.id))
		.where(ne(users.id, systemId))
		.orderBy(sql`${users.disabledAt} is not null`, asc(users.createdAt), asc(users.id))
		.limit(500)
}

/** A person as their page shows them to an admin; `null` for nobody. */
export async function findPerson(db: Db, personId: string, now = new Date()) {
	const isLive = and(gt(sessions.expiresAt, now), gt(sessions.absoluteExpiresAt, now))
	const [person] = await db
		.select({
			...listed,
			hasCode: sql<boolean>`${users.secondFactorAt} is not null`,
			passkeys: counting(db.select({ n: count() }).from(passkeys).where(eq(passkeys.userId, personId))),
			sessions: counting(
				db
					.select({ n: count() })
					.from(sessions)
					.where(and(eq(sessions.userId, personId), isLive)),
			),
			invitations: counting(
				db
					.select({ n: count() })
					.from(invitations)
					.where(
						and(
							eq(invitations.invitedBy, personId),
							isNull(invitations.acceptedAt),
							isNull(invitations.revokedAt),
						),
					),
			),
		})
		.from(users)
		.where(and(eq(users.id, personId), ne(users.id, systemId)))
	return person ?? null
}

function counting(query: { getSQL: () => SQL }): SQL<number> {
	return sql<number>`(${query.getSQL()})`.mapWith(Number)
}

/** Set one's own interface language. */
export async function setLanguage(db: Db, actor: Actor, language: Language): Promise<void> {
	await db.update(users).set({ language }).where(eq(users.id, actor.id))
}
