import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { defaultWays } from '#app/domain/notification.ts'
import type { Actor } from '#app/domain/people.ts'
import { composeLetter } from '#app/mail/compose.server.ts'
import { takeJobs } from '#app/jobs/queue.server.ts'
import { notifyDue, postDigests, setDueDate } from '#app/services/due.server.ts'
import { countUnread, listNotifications, markRead, saveWays } from '#app/services/notifications.server.ts'
import { approveVerdict, assignClaim, requestChanges, takeClaim } from '#app/services/review.server.ts'
import { claimEvents, notifications } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson, noon, proposeFor } from '#tests/support/factories.ts'

const hour = 3_600_000
const after = (hours: number) => new Date(noon.getTime() + hours * hour)
const occasion = { id: 'letter-1', askedAt: noon, origin: 'https://desk.example' }

async function told(db: Db, person: Actor): Promise<string[]> {
	const { rows } = await listNotifications(db, person.id, null)
	return rows.map(({ kind }) => kind).reverse()
}

/** Letters that wait and are about what people are told. */
async function letters(db: Db) {
	const jobs = await takeJobs(db, 'letters', 100, { early: true })
	return jobs.map(({ data }) => data as Parameters<typeof composeLetter>[1])
}

describe('steps of the workflow tell', () => {
	test('whoever is given a claim, at once by mail, and nobody of what they do themselves', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const huda = await addPerson(db, { language: 'en' })
		const claim = await addClaim(db, { by: editor })
		await assignClaim(db, editor, { claimId: claim.id, assigneeId: huda.id }, noon)
		expect(await told(db, huda)).toEqual(['assigned'])
		const [letter] = await letters(db)
		const composed = letter && (await composeLetter(db, letter, occasion, after(1)))
		expect(composed).toMatchObject({ to: huda.email, language: 'en' })
		expect(composed?.content.subject).not.toContain(editor.name)
		expect(composed?.content.paragraphs.join(' ')).toContain(editor.name)
		expect(composed?.content.link?.href).toBe(`https://desk.example/desk/claims/${claim.id}`)
		const own = await addClaim(db, { by: editor })
		await assignClaim(db, editor, { claimId: own.id, assigneeId: editor.id }, noon)
		expect(await told(db, editor)).toEqual([])
	})

	test('of a letter nothing when it was read on the desk meanwhile, or is old', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const huda = await addPerson(db)
		const claim = await addClaim(db, { by: editor })
		await assignClaim(db, editor, { claimId: claim.id, assigneeId: huda.id }, noon)
		const [letter] = await letters(db)
		expect(letter && (await composeLetter(db, letter, occasion, after(49)))).toBeNull()
		await markRead(db, huda, null, after(1))
		expect(letter && (await composeLetter(db, letter, occasion, after(2)))).toBeNull()
	})

	test('all who may decide that a proposal waits, until one has decided; then its proposer', async ({
		db,
	}) => {
		const omar = await addPerson(db)
		const salma = await addPerson(db)
		const claim = await addClaim(db, { by: omar })
		const { proposalId, proposer } = await proposeFor(db, claim)
		expect(await told(db, omar)).toEqual(['review_waits'])
		expect(await told(db, proposer)).toEqual([])
		expect(await countUnread(db, salma.id)).toBe(1)
		const asked = { claimId: claim.id, proposalId, reason: 'wording' as const, comment: 'أعد الصياغة.' }
		await requestChanges(db, omar, asked, after(1))
		expect(await countUnread(db, salma.id)).toBe(0)
		expect(await told(db, proposer)).toEqual(['changes_requested'])
	})

	test('whoever proposed it that a verdict is public', async ({ db }) => {
		const claim = await addClaim(db)
		const { proposalId, proposer } = await proposeFor(db, claim)
		const omar = await addPerson(db)
		await approveVerdict(db, omar, { claimId: claim.id, proposalId }, after(1))
		expect(await told(db, proposer)).toEqual(['published'])
		expect(await told(db, omar)).toEqual([])
	})

	test('nobody of a kind they chose to hear nothing of', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const huda = await addPerson(db)
		await saveWays(db, huda, { ...defaultWays, assigned: 'nothing' }, noon)
		const claim = await addClaim(db, { by: editor })
		await assignClaim(db, editor, { claimId: claim.id, assigneeId: huda.id }, noon)
		expect(await told(db, huda)).toEqual([])
		expect(await letters(db)).toEqual([])
	})
})

describe('a due date', () => {
	test('is set by an editor or whoever has the claim, and by nobody else', async ({ db }) => {
		const huda = await addPerson(db)
		const editor = await addPerson(db, { role: 'editor' })
		const other = await addPerson(db)
		const claim = await addClaim(db, { by: huda })
		await takeClaim(db, huda, claim.id, noon)
		const input = { claimId: claim.id, on: '2026-03-10' }
		await expect(setDueDate(db, other, input)).rejects.toMatchObject({ code: 'forbidden' })
		await setDueDate(db, huda, input, noon)
		await setDueDate(db, huda, input, noon)
		const stale = { ...input, on: '2026-03-12', before: null }
		await expect(setDueDate(db, huda, stale)).rejects.toMatchObject({ code: 'stale' })
		await setDueDate(db, editor, { ...input, on: null }, noon)
		const events = await db.select().from(claimEvents).where(eq(claimEvents.kind, 'set_due'))
		expect(events.map(({ detail }) => detail)).toEqual([
			{ from: null, on: '2026-03-10' },
			{ from: '2026-03-10', on: null },
		])
	})

	test('tells whoever has the claim once that it comes and once that it has passed', async ({ db }) => {
		const huda = await addPerson(db)
		const claim = await addClaim(db, { by: huda })
		await takeClaim(db, huda, claim.id, noon)
		await setDueDate(db, huda, { claimId: claim.id, on: '2026-03-04' }, noon)
		for (const hours of [0, 1, 24, 72, 96]) await notifyDue(db, after(hours))
		expect(await told(db, huda)).toEqual(['due_soon', 'overdue'])
	})

	test('of a review tells all who may decide when it is past, and not the proposer', async ({ db }) => {
		const omar = await addPerson(db)
		const claim = await addClaim(db, { by: omar })
		const { proposer } = await proposeFor(db, claim)
		await notifyDue(db, after(24))
		expect(await told(db, omar)).toEqual(['review_waits'])
		await notifyDue(db, after(5 * 24))
		expect(await told(db, omar)).toEqual(['review_waits', 'overdue'])
		expect(await told(db, proposer)).toEqual([])
	})

	test('tells nobody twice when several processes ask at once', async ({ fresh }) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 4 })
		try {
			const huda = await addPerson(db)
			const claim = await addClaim(db, { by: huda })
			await takeClaim(db, huda, claim.id, noon)
			await setDueDate(db, huda, { claimId: claim.id, on: '2026-03-03' }, noon)
			await Promise.all([1, 2, 3, 4].map(() => notifyDue(db, noon)))
			expect(await told(db, huda)).toEqual(['due_soon'])
			const morning = after(20)
			const posted = await Promise.all([1, 2, 3].map(() => postDigests(db, morning)))
			expect(posted.reduce((sum, count) => sum + count, 0)).toBe(1)
		} finally {
			await close()
		}
	})
})

test('a digest tells once a day of what is unread, and of nothing when all was read', async ({ db }) => {
	const huda = await addPerson(db)
	const claim = await addClaim(db, { by: huda })
	await takeClaim(db, huda, claim.id, noon)
	await setDueDate(db, huda, { claimId: claim.id, on: '2026-03-03' }, noon)
	await notifyDue(db, noon)
	expect(await postDigests(db, new Date('2026-03-03T03:00:00Z'))).toBe(0)
	expect(await postDigests(db, new Date('2026-03-03T06:00:00Z'))).toBe(1)
	await notifyDue(db, new Date('2026-03-04T06:00:00Z'))
	expect(await postDigests(db, new Date('2026-03-03T20:00:00Z'))).toBe(0)
	const [letter] = await letters(db)
	const composed = letter && (await composeLetter(db, letter, occasion, after(20)))
	expect(composed?.content.paragraphs).toHaveLength(2)
	await db.update(notifications).set({ readAt: after(21) })
	expect(letter && (await composeLetter(db, letter, occasion, after(22)))).toBeNull()
})
