import { createHmac, timingSafeEqual } from 'node:crypto'
import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { type FormProblem, latestForm, soonestForm } from '#app/domain/complaint.ts'
import { newId } from '#app/ids.server.ts'
import { formSecrets } from '#drizzle/schema.ts'

/*
 * Forms of readers, who have no session: each showing carries when it was shown, a name of its own and a signature over
 * both and what it is for. It says that the page was really opened, and for how long.
 */

/** A seal for one showing of a form, good for what it is made for. */
export async function sealForm(db: Db, purpose: string, now = new Date()): Promise<string> {
	const shown = `${now.getTime().toString(36)}.${newId()}`
	return `${shown}.${await sign(db, shown, purpose)}`
}

/**
 * What a seal that came back is worth.
 * @returns the showing's name, the same however often it is sent; or why it is not taken
 */
export async function openSeal(
	db: Db,
	seal: string,
	purpose: string,
	now = new Date(),
): Promise<{ showing: string; problem?: undefined } | { problem: FormProblem }> {
	const [, time = '', name = '', signature = ''] =
		/^([0-9a-z]{8,9})\.([0-9a-z]{12})\.([0-9a-f]{64})$/.exec(seal) ?? []
	const expected = await sign(db, `${time}.${name}`, purpose)
	if (!name || !timingSafeEqual(Buffer.from(signature, 'hex'), Buffer.from(expected, 'hex'))) {
		return { problem: 'forged' }
	}
	const age = now.getTime() - Number.parseInt(time, 36)
	if (age < soonestForm) return { problem: 'too-soon' }
	return age > latestForm ? { problem: 'too-late' } : { showing: name }
}

async function sign(db: Db, shown: string, purpose: string): Promise<string> {
	const [kept] = await db.select().from(formSecrets).where(eq(formSecrets.id, 1))
	if (!kept) throw new Error('There is no secret for forms: the migrations have not run.')
	return createHmac('sha256', kept.secret)
		.update(JSON.stringify([shown, purpose]))
		.digest('hex')
}
