import { and, eq, lt } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import type { KeptForm } from '#app/domain/workbench.ts'
import { claims, keptForms } from '#drizzle/schema.ts'
import { Refusal } from '#app/errors.ts'

/** A month later nobody remembers what they were about to write. */
const keptFor = 30 * 86_400_000

/**
 * Keep what somebody is typing in a form of a claim and has not sent; the last that was typed stands. Nothing typed
 * keeps nothing. @throws Refusal `not-found` for an unknown claim
 */
export async function keepForm(
	db: Db,
	actor: Actor,
	input: { claimId: string; form: string; fields: Record<string, string> },
	now = new Date(),
): Promise<void> {
	const { claimId, form, fields } = input
	if (Object.values(fields).every((text) => text.trim() === ''))
		return forgetForm(db, actor, { claimId, form })
	await db.transaction(async (tx) => {
		const [claim] = await tx.select({ id: claims.id }).from(claims).where(eq(claims.id, claimId))
		if (!claim) throw new Refusal('not-found', `No claim ${claimId}`)
		await tx
			.insert(keptForms)
			.values({ userId: actor.id, claimId, form, fields, keptAt: now })
			.onConflictDoUpdate({
				target: [keptForms.claimId, keptForms.userId, keptForms.form],
				set: { fields, keptAt: now },
			})
	})
}

/** What was typed has been sent, or is not wanted. */
export async function forgetForm(
	db: Db,
	actor: Actor,
	{ claimId, form }: { claimId: string; form: string },
): Promise<void> {
	await db
		.delete(keptForms)
		.where(and(eq(keptForms.claimId, claimId), eq(keptForms.userId, actor.id), eq(keptForms.form, form)))
}

/** What the person was typing in the forms of a claim, by form. */
export async function listKeptForms(db: Db, actor: Actor, claimId: string): Promise<KeptForm[]> {
	const rows = await db
		.select()
		.from(keptForms)
		.where(and(eq(keptForms.claimId, claimId), eq(keptForms.userId, actor.id)))
	return rows.map(({ form, fields, keptAt }) => ({ form, fields, keptAt: keptAt.toISOString() }))
}

/** Take out what nobody came back for. @returns how many */
export async function sweepKeptForms(db: Db, now = new Date()): Promise<number> {
	const gone = await db
		.delete(keptForms)
		.where(lt(keptForms.keptAt, new Date(now.getTime() - keptFor)))
		.returning({ form: keptForms.form })
	return gone.length
}
