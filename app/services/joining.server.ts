import { assessPassword, hashPassword } from '#app/auth/password.server.ts'
import type { Db } from '#app/db.server.ts'
import type { Language } from '#app/domain/language.ts'
import { looksOf } from '#app/domain/look-alike.ts'
import type { Role } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { users } from '#drizzle/schema.ts'

/** What somebody says of themselves when they join. The password is as typed. */
export type Newcomer = { name: string; language: Language; password: string }

/**
 * Hash a new password that may be this person's. It takes some milliseconds: do it before anything is locked.
 * @throws Refusal `invalid`, naming the field and the fault, for one that attackers try first or of the wrong length
 */
export async function hashNewPassword(
	password: string,
	owner: { email: string; name: string },
): Promise<string> {
	const fault = await assessPassword(password, owner)
	if (fault) throw new Refusal('invalid', 'Not this password', { field: 'password', fault })
	return hashPassword(password)
}

/**
 * Add a person to the team, behind `lockTeam`.
 * @throws Refusal `look-alike` for a name that reads like somebody's who is or was here; `taken` for a mail address
 *   that has an account
 */
export async function joinTeam(
	tx: Db,
	person: { email: string; name: string; role: Role; language: Language; passwordHash: string },
	now: Date,
): Promise<{ id: string }> {
	const names = await tx.select({ name: users.name }).from(users)
	const looks = looksOf(person.name)
	if (looks === '' || names.some(({ name }) => looksOf(name) === looks)) throw new Refusal('look-alike')
	const [added] = await tx
		.insert(users)
		.values({ ...person, id: newId(), createdAt: now })
		.onConflictDoNothing({ target: users.email })
		.returning({ id: users.id })
	if (!added) throw new Refusal('taken')
	return added
}
