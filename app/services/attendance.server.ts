import { and, eq, gt, lt, ne, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Attendant } from '#app/domain/workbench.ts'
import { attendance, claims, users } from '#drizzle/schema.ts'

/** For how many seconds after the last sign of somebody they count as there; browsers give one every 20. */
const stillThere = 50

/**
 * Note that somebody has a claim open, and whether they are writing. @returns who else is there, by name.
 * Of a claim that does not exist nobody is there.
 */
export async function attend(
	db: Db,
	actor: Actor,
	input: { claimId: string; writing: boolean },
	now = new Date(),
): Promise<Attendant[]> {
	const { claimId, writing } = input
	await db.transaction(async (tx) => {
		const [claim] = await tx.select({ id: claims.id }).from(claims).where(eq(claims.id, claimId))
		if (!claim) return
		const seen = { writing, seenAt: now }
		await tx
			.insert(attendance)
			.values({ claimId, userId: actor.id, ...seen })
			.onConflictDoUpdate({ target: [attendance.claimId, attendance.userId], set: seen })
	})
	return listAttendants(db, actor, claimId, now)
}

/** Who else has a claim open now, by name. */
export async function listAttendants(
	db: Db,
	actor: Actor,
	claimId: string,
	now = new Date(),
): Promise<Attendant[]> {
	return db
		.select({ id: users.id, name: users.name, writing: attendance.writing })
		.from(attendance)
		.innerJoin(users, eq(users.id, attendance.userId))
		.where(
			and(
				eq(attendance.claimId, claimId),
				ne(attendance.userId, actor.id),
				gt(attendance.seenAt, new Date(now.getTime() - stillThere * 1000)),
			),
		)
		.orderBy(sql`${users.name} collate "C"`)
}

/** Take out those of whom nothing was heard for a day. @returns how many */
export async function sweepAttendance(db: Db, now = new Date()): Promise<number> {
	const gone = await db
		.delete(attendance)
		.where(lt(attendance.seenAt, new Date(now.getTime() - 86_400_000)))
		.returning({ userId: attendance.userId })
	return gone.length
}
