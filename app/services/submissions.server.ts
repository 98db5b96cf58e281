import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { submissions } from '#drizzle/schema.ts'

/**
 * Do once what a form asks, however often the form is sent: the first sender makes it, a second one is
 * given what the first one made. Runs inside the caller's transaction; a second sender waits there for
 * the first to commit.
 * @param key made when the form was shown, unique to that showing
 * @returns the id of what was made, and whether it was made now
 * @throws Refusal `forbidden` when the key was used by somebody else
 */
export async function once(
	tx: Db,
	actor: Actor,
	key: string,
	now: Date,
	make: () => Promise<string>,
): Promise<{ id: string; made: boolean }> {
	const [claimed] = await tx
		.insert(submissions)
		.values({ key, userId: actor.id, result: '', at: now })
		.onConflictDoNothing()
		.returning()
	if (!claimed) {
		const [earlier] = await tx.select().from(submissions).where(eq(submissions.key, key))
		if (!earlier || earlier.userId !== actor.id)
			throw new Refusal('forbidden', 'This form was sent by somebody else')
		return { id: earlier.result, made: false }
	}
	const id = await make()
	await tx.update(submissions).set({ result: id }).where(eq(submissions.key, key))
	return { id, made: true }
}
