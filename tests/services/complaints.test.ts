import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { complain, isReceipt } from '#app/services/complaints.server.ts'
import { listDeskTasks, settleTask } from '#app/services/desk-tasks.server.ts'
import { countUnread } from '#app/services/notifications.server.ts'
import { openSeal, sealForm } from '#app/services/reader-forms.server.ts'
import { approveVerdict, proposeVerdict } from '#app/services/review.server.ts'
import { assignTask } from '#app/services/tasks.server.ts'
import { complaints, tasks } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson, noon, publishClaim, verdictInput } from '#tests/support/factories.ts'

const report = {
	text: 'الرقم في الفقرة الثانية خاطئ.',
	url: null,
	email: 'reader@mail.example',
	language: 'ar' as const,
}
const later = new Date('2026-03-03T11:00:00Z')

async function addPublished(db: Db) {
	const claim = await addClaim(db)
	const published = await publishClaim(db, claim)
	const editor = await addPerson(db, { role: 'editor' })
	return { claim, ...published, editor }
}

describe('a complaint', () => {
	test('becomes a task with a day, once however often it is sent, and editors are told once', async ({
		db,
	}) => {
		const { claim, slug, editor } = await addPublished(db)
		const first = await complain(db, { ...report, slug, showing: 'showing-one2' }, noon)
		expect(await complain(db, { ...report, slug, showing: 'showing-one2' }, later)).toBe(first)
		expect(await isReceipt(db, slug, first)).toBe(true)
		expect(await isReceipt(db, slug, 'another')).toBe(false)
		const open = await db.select().from(tasks).where(eq(tasks.kind, 'complaint'))
		expect(open).toMatchObject([{ claimId: claim.id, dueOn: '2026-03-09', closedAt: null }])
		expect(await countUnread(db, editor.id)).toBe(1)
	})

	test('shows the address of the reader to editors alone, and loses it when it is closed', async ({ db }) => {
		const { slug, editor } = await addPublished(db)
		const reviewer = await addPerson(db)
		await complain(db, { ...report, slug, showing: 'showing-two2' }, noon)
		const seen = async (who: typeof editor, closed = false) => {
			const { rows } = await listDeskTasks(db, who, { closed, cursor: null })
			return rows[0]
		}
		expect((await seen(editor))?.complaint?.email).toBe(report.email)
		expect((await seen(reviewer))?.complaint).toMatchObject({ email: null, hasAddress: true })
		const taskId = (await seen(editor))?.id ?? ''
		const close = { taskId, outcome: 'no_change' as const, note: 'الرقم كما في المصدر.' }
		await expect(settleTask(db, reviewer, close, later)).rejects.toMatchObject({ code: 'forbidden' })
		await assignTask(db, reviewer, { taskId, to: reviewer.id })
		await settleTask(db, reviewer, close, later)
		expect(await db.select().from(complaints)).toMatchObject([{ email: null, text: report.text }])
		expect((await seen(editor, true))?.closed).toMatchObject({ outcome: 'no_change' })
		expect(await countUnread(db, editor.id)).toBe(0)
		await expect(settleTask(db, editor, close, later)).rejects.toMatchObject({ code: 'wrong-step' })
	})

	test.for([
		['no_change', null, 'reason'],
		['acted', 'قلنا إننا صحّحنا', 'outcome'],
		['mistaken', null, 'outcome'],
	] as const)('is not closed as %s with %j', async ([outcome, note, field], { db }) => {
		const { slug, editor } = await addPublished(db)
		await complain(db, { ...report, slug, showing: 'showing-tri2' }, noon)
		const [task] = await db.select().from(tasks)
		await expect(
			settleTask(db, editor, { taskId: task?.id ?? '', outcome, note }, later),
		).rejects.toMatchObject({ code: 'invalid', detail: { field } })
		expect(await db.select().from(complaints)).toMatchObject([{ email: report.email }])
	})

	test('is closed as corrected when a correction was published since, which it then names', async ({
		db,
	}) => {
		const { claim, slug, proposer, approver, editor } = await addPublished(db)
		await complain(db, { ...report, slug, showing: 'showing-four' }, noon)
		const [task] = await db.select().from(tasks)
		const words = { ar: 'صُحّح الرقم.', en: null }
		const correction = { kind: 'correction', severity: 'minor', what: words, why: words } as const
		const { proposalId } = await proposeVerdict(
			db,
			proposer,
			{ claimId: claim.id, draft: { ...verdictInput }, correction },
			later,
		)
		await approveVerdict(db, approver, { claimId: claim.id, proposalId }, later)
		await settleTask(db, editor, { taskId: task?.id ?? '', outcome: 'acted', note: null }, later)
		const { rows } = await listDeskTasks(db, editor, { closed: true, cursor: null })
		expect(rows[0]?.closed).toMatchObject({ outcome: 'acted', correction: 1 })
	})

	test('keeps its words in the database, whoever asks', async ({ db }) => {
		const { slug } = await addPublished(db)
		await complain(db, { ...report, slug, showing: 'showing-five' }, noon)
		for (const change of [{ text: 'غيره' }, { email: 'other@mail.example' }, { taskId: null }]) {
			await expect(db.transaction((tx) => tx.update(complaints).set(change))).rejects.toMatchObject({
				cause: { message: expect.stringContaining('stay what they are') as string },
			})
		}
	})
})

describe('the seal of a form', () => {
	test.for([
		['when it comes back at once', 0, 'report x', null, 'too-soon'],
		['after a day and more', 25 * 3_600_000, 'report x', null, 'too-late'],
		['for another verdict', 60_000, 'report y', null, 'forged'],
		['when it is none', 60_000, 'report x', 'abc', 'forged'],
		['when its time was changed', 60_000, 'report x', 'time', 'forged'],
	] as const)('is not taken %s', async ([, age, purpose, change, problem], { db }) => {
		const sealed = await sealForm(db, 'report x', noon)
		const sent = change === 'time' ? sealed.replace(/^./, 'l') : (change ?? sealed)
		expect(await openSeal(db, sent, purpose, new Date(noon.getTime() + age))).toEqual({ problem })
	})

	test('names one showing, the same however often it is sent', async ({ db }) => {
		const sealed = await sealForm(db, 'report x', noon)
		const opened = await openSeal(db, sealed, 'report x', new Date(noon.getTime() + 5_000))
		expect(opened).toEqual({ showing: expect.stringMatching(/^[0-9a-z]{12}$/) as string })
		expect(await openSeal(db, sealed, 'report x', later)).toEqual(opened)
	})
})
