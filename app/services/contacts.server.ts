import { asc, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { ContactChannel, DeskContact, loggedKinds } from '#app/domain/contact.ts'
import { dayOf } from '#app/domain/due.ts'
import type { Bilingual } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { contacts, users } from '#drizzle/schema.ts'
import { lockClaim, recordEvent } from './claim-history.server.ts'
import { once } from './submissions.server.ts'

/** What passed between the desk and the claimant of a claim, the earliest first. */
export async function listContacts(db: Db, claimId: string): Promise<DeskContact[]> {
	const rows = await db
		.select({ contact: contacts, recordedBy: users.name })
		.from(contacts)
		.innerJoin(users, eq(users.id, contacts.recordedBy))
		.where(eq(contacts.claimId, claimId))
		.orderBy(asc(contacts.recordedAt), asc(contacts.id))
	return rows.map(({ contact, recordedBy }) => ({
		id: contact.id,
		kind: contact.kind,
		on: contact.on,
		channel: contact.channel,
		toWhom: contact.toWhom,
		asked: contact.asked,
		answer: contact.answer,
		note: { ar: contact.noteAr, en: contact.noteEn },
		deadline: contact.deadline,
		recordedBy,
		recordedAt: contact.recordedAt.toISOString(),
	}))
}

/** One entry of the log. Which of them it needs depends on its kind. */
export type ContactInput = {
	claimId: string
	/** The key of the form's showing. */
	submission: string
	kind: (typeof loggedKinds)[number]
	/** `YYYY-MM-DD`. */
	on: string
	channel: ContactChannel | null
	toWhom: string | null
	asked: string | null
	answer: string | null
	note: Bilingual
	deadline: string | null
}

/** What an entry of each kind cannot do without. */
const needed = {
	attempted: ['channel', 'asked'],
	answered: ['channel', 'answer'],
	declined: ['channel'],
	not_possible: ['note'],
} as const satisfies Record<ContactInput['kind'], readonly (keyof ContactInput)[]>

/**
 * Write down that the claimant was asked, answered or would not, or why nobody can be asked. An entry stays; a later one
 * puts it right. Anybody of the desk may, also for a published claim: an answer may come late.
 * @returns the id of the entry, the same for a form that is sent twice
 * @throws Refusal `not-found`; `invalid` naming what is missing; `wrong-step` for a dropped claim
 */
export async function logContact(
	db: Db,
	actor: Actor,
	input: ContactInput,
	now = new Date(),
): Promise<string> {
	for (const field of needed[input.kind]) {
		const given = field === 'note' ? input.note.ar || input.note.en : input[field]
		if (!given) throw new Refusal('invalid', `No ${field}`, { field })
	}
	// The furthest clocks run fourteen hours ahead of UTC.
	if (input.on > dayOf(new Date(now.getTime() + 14 * 3_600_000))) {
		throw new Refusal('invalid', 'Not yet', { field: 'on' })
	}
	return db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status === 'dropped') throw new Refusal('wrong-step')
		const { id } = await once(tx, actor, input.submission, now, async () => {
			const { submission: _, note, ...entry } = input
			const id = await keepEntry(tx, actor, { ...entry, noteAr: note.ar, noteEn: note.en }, now)
			const detail = { contact: input.kind, on: input.on, ...note }
			await recordEvent(tx, actor, { claimId: claim.id, kind: 'record_contact', detail }, now)
			return id
		})
		return id
	})
}

/**
 * Write down in words alone that the claimant was asked, and what came of it.
 * @throws Refusal `not-found`; `invalid` without a note; `wrong-step` for a dropped claim
 */
export async function recordContact(
	db: Db,
	actor: Actor,
	input: { claimId: string; note: Bilingual },
	now = new Date(),
): Promise<void> {
	const { ar, en } = input.note
	if (!ar?.trim() && !en?.trim()) throw new Refusal('invalid', 'No note', { field: 'note' })
	await db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status === 'dropped') throw new Refusal('wrong-step')
		const entry = { claimId: claim.id, kind: 'noted' as const, on: dayOf(now), noteAr: ar, noteEn: en }
		await keepEntry(tx, actor, entry, now)
		await recordEvent(tx, actor, { claimId: claim.id, kind: 'record_contact', detail: { ar, en } }, now)
	})
}

type Entry = Omit<typeof contacts.$inferInsert, 'id' | 'recordedBy' | 'recordedAt'>

async function keepEntry(tx: Db, actor: Actor, entry: Entry, now: Date): Promise<string> {
	const id = newId()
	await tx.insert(contacts).values({ ...entry, id, recordedBy: actor.id, recordedAt: now })
	return id
}
