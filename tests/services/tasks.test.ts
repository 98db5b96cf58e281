import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { assignTask, closeTask, listTasks, openTask } from '#app/services/tasks.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'
import { tasks, users } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson, noon } from '#tests/support/factories.ts'

describe('a task', () => {
	test('is due by its kind, unless the day is said', async ({ db }) => {
		await openTask(db, { kind: 'complaint' }, noon)
		await openTask(db, { kind: 'source_changed' }, noon)
		await openTask(db, { kind: 'complaint', dueOn: '2026-04-01' }, noon)
		await openTask(db, { kind: 'other', dueOn: null }, noon)
		const days = (await listTasks(db, {})).rows.map(({ task }) => `${task.kind} ${task.dueOn}`)
		expect(days.sort()).toEqual([
			'complaint 2026-03-07',
			'complaint 2026-04-01',
			'other null',
			'source_changed 2026-03-09',
		])
	})

	test('of a key is open once; closed, it may be opened again', async ({ db }) => {
		const person = await addPerson(db)
		const first = await openTask(db, { kind: 'source_gone', key: 'gone one' })
		expect(await openTask(db, { kind: 'source_gone', key: 'gone one' })).toEqual({
			id: first.id,
			made: false,
		})
		await closeTask(db, person, { taskId: first.id, outcome: 'no_change' })
		const second = await openTask(db, { kind: 'source_gone', key: 'gone one' })
		expect(second.made).toBe(true)
		expect(second.id).not.toBe(first.id)
	})

	test('asked for twice at one moment is open once', async ({ fresh: { db } }) => {
		const asked = await Promise.all(
			[1, 2, 3, 4].map(() => db.transaction((tx) => openTask(tx, { kind: 'complaint', key: 'same' }))),
		)
		expect(new Set(asked.map(({ id }) => id)).size).toBe(1)
		expect(await db.$count(tasks)).toBe(1)
	})

	test('without a key is opened as often as it is asked for', async ({ db }) => {
		await openTask(db, { kind: 'complaint' })
		await openTask(db, { kind: 'complaint' })
		expect(await db.$count(tasks)).toBe(2)
	})

	test('is given to a colleague, and closed once with what came of it', async ({ db }) => {
		const [one, other] = [await addPerson(db), await addPerson(db)]
		const { id } = await openTask(db, { kind: 'complaint' })
		await assignTask(db, one, { taskId: id, to: other.id })
		expect((await listTasks(db, { assigneeId: other.id })).rows.map(({ assignee }) => assignee)).toEqual([
			other.name,
		])
		await closeTask(db, other, { taskId: id, outcome: 'acted', note: 'صُحّح الرقم.' }, noon)
		const [closed] = await db.select().from(tasks)
		expect(closed).toMatchObject({ closedBy: other.id, outcome: 'acted', note: 'صُحّح الرقم.' })
		await expect(closeTask(db, one, { taskId: id, outcome: 'mistaken' })).rejects.toMatchObject({
			code: 'wrong-step',
		})
		await expect(assignTask(db, one, { taskId: id, to: one.id })).rejects.toMatchObject({
			code: 'wrong-step',
		})
	})

	test('goes to nobody who has left', async ({ db }) => {
		const [one, gone] = [await addPerson(db), await addPerson(db)]
		await db.update(users).set({ disabledAt: noon }).where(eq(users.id, gone.id))
		const { id } = await openTask(db, { kind: 'complaint' })
		await expect(assignTask(db, one, { taskId: id, to: gone.id })).rejects.toMatchObject({ code: 'invalid' })
	})

	test('that nobody knows cannot be closed', async ({ db }) => {
		const person = await addPerson(db)
		await expect(closeTask(db, person, { taskId: 'none', outcome: 'acted' })).rejects.toMatchObject({
			code: 'not-found',
		})
	})
})

test('tasks are listed by page, those that are closed only where asked for', async ({ db }) => {
	const claim = await addClaim(db)
	for (let hour = 0; hour < 5; hour++) {
		await openTask(db, { kind: 'complaint', claimId: claim.id }, new Date(noon.getTime() + hour * 3_600_000))
	}
	const first = await listTasks(db, { claimId: claim.id }, null, 3)
	const second = await listTasks(db, { claimId: claim.id }, readCursor(first.next), 3)
	const times = [...first.rows, ...second.rows].map(({ task }) => task.openedAt.getUTCHours())
	expect(times).toEqual([16, 15, 14, 13, 12])
	const [latest] = first.rows
	await closeTask(db, claim.by, { taskId: latest?.task.id ?? '', outcome: 'acted' })
	expect((await listTasks(db, { claimId: claim.id })).rows).toHaveLength(4)
	expect((await listTasks(db, { claimId: claim.id, closed: true })).rows).toHaveLength(5)
	expect((await listTasks(db, { kind: 'source_gone' })).rows).toHaveLength(0)
})
