import { and, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { addDays, dayOf } from '#app/domain/due.ts'
import type { Language } from '#app/domain/language.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { complaints, factChecks, verdicts } from '#drizzle/schema.ts'
import { notify } from './notifications.server.ts'
import { listEditorIds } from './people.server.ts'
import { readSettings } from './settings.server.ts'
import { openTask } from './tasks.server.ts'

/** What a reader says is wrong with a published verdict. */
export type ComplaintInput = {
	slug: string
	/** The name of the form's showing: sent twice, it is one complaint. */
	showing: string
	text: string
	url: string | null
	/** For an answer, if the reader wants one. */
	email: string | null
	language: Language
}

/**
 * Take a reader's complaint and open a task for it, due as the desk has set; editors are told. Anybody may.
 * @returns the number of the receipt
 * @throws Refusal `not-found` for an address that is no verdict
 */
export async function complain(db: Db, input: ComplaintInput, now = new Date()): Promise<string> {
	return db.transaction(async (tx) => {
		const [found] = await tx
			.select({ claimId: factChecks.claimId, version: verdicts.number })
			.from(factChecks)
			.innerJoin(verdicts, eq(verdicts.id, factChecks.verdictId))
			.where(eq(factChecks.slug, input.slug))
		if (!found) throw new Refusal('not-found', `No verdict ${input.slug}`)
		const { claimId, version } = found
		const { text, url, email, language, showing: form } = input
		const id = newId()
		const [kept] = await tx
			.insert(complaints)
			.values({ id, claimId, version, text, url, email, language, form, at: now })
			.onConflictDoNothing()
			.returning({ id: complaints.id })
		if (!kept) {
			const [earlier] = await tx.select().from(complaints).where(eq(complaints.form, form))
			if (!earlier) throw new Refusal('not-found')
			return earlier.id
		}
		const settings = await readSettings(tx)
		const dueOn = addDays(dayOf(now), settings['complaint-days'])
		const task = await openTask(tx, { kind: 'complaint', claimId, detail: { complaint: id }, dueOn }, now)
		await tx.update(complaints).set({ taskId: task.id }).where(eq(complaints.id, id))
		const to = await listEditorIds(tx)
		const news = { kind: 'task_opened', occasion: task.id, to, actorId: null, claimId } as const
		await notify(tx, { ...news, detail: { dueOn } }, now)
		return id
	})
}

/** Whether there is a complaint of this number about this verdict: what a receipt may be shown for. */
export async function isReceipt(db: Db, slug: string, id: string): Promise<boolean> {
	const [found] = await db
		.select({ id: complaints.id })
		.from(complaints)
		.innerJoin(factChecks, eq(factChecks.claimId, complaints.claimId))
		.where(and(eq(complaints.id, id), eq(factChecks.slug, slug)))
	return found !== undefined
}
