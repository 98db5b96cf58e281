import { describe, expect } from 'vitest'
import { attend, listAttendants, sweepAttendance } from '#app/services/attendance.server.ts'
import { forgetForm, keepForm, listKeptForms, sweepKeptForms } from '#app/services/kept-forms.server.ts'
import { attendance, keptForms } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson } from '#tests/support/factories.ts'

const at = (seconds: number) => new Date(Date.parse('2026-03-01T12:00:00Z') + seconds * 1000)

describe('who has a claim open', () => {
	test('is told to the others and not to oneself, for as long as there is a sign of them', async ({ db }) => {
		const [huda, samir] = [await addPerson(db, { name: 'هدى' }), await addPerson(db, { name: 'سمير' })]
		const { id: claimId } = await addClaim(db)
		expect(await attend(db, huda, { claimId, writing: true }, at(0))).toEqual([])
		expect(await attend(db, samir, { claimId, writing: false }, at(10))).toEqual([
			{ id: huda.id, name: 'هدى', writing: true },
		])
		expect(await listAttendants(db, huda, claimId, at(20))).toMatchObject([{ name: 'سمير' }])
		expect(await listAttendants(db, samir, claimId, at(51))).toEqual([])
	})

	test('is nobody where there is no claim', async ({ db }) => {
		expect(await attend(db, await addPerson(db), { claimId: 'nothing-here', writing: true })).toEqual([])
		expect(await db.$count(attendance)).toBe(0)
	})

	test('is forgotten after a day', async ({ db }) => {
		const { id: claimId } = await addClaim(db)
		await attend(db, await addPerson(db), { claimId, writing: false }, at(0))
		expect(await sweepAttendance(db, at(86_399))).toBe(0)
		expect(await sweepAttendance(db, at(86_401))).toBe(1)
	})
})

describe('what somebody was typing', () => {
	test('is theirs alone, the last stands, and sending it forgets it', async ({ db }) => {
		const [huda, samir] = [await addPerson(db), await addPerson(db)]
		const { id: claimId } = await addClaim(db)
		const keep = (passage: string) =>
			keepForm(db, huda, { claimId, form: 'add-evidence', fields: { passage } }, at(0))
		await keep('بلغت الحصة')
		await keep('بلغت الحصة 27.4')
		expect(await listKeptForms(db, huda, claimId)).toEqual([
			{ form: 'add-evidence', fields: { passage: 'بلغت الحصة 27.4' }, keptAt: at(0).toISOString() },
		])
		expect(await listKeptForms(db, samir, claimId)).toEqual([])
		await forgetForm(db, samir, { claimId, form: 'add-evidence' })
		expect(await db.$count(keptForms)).toBe(1)
		await forgetForm(db, huda, { claimId, form: 'add-evidence' })
		expect(await db.$count(keptForms)).toBe(0)
	})

	test('is nothing once it was emptied', async ({ db }) => {
		const huda = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		await keepForm(db, huda, { claimId, form: 'approve', fields: { comment: 'نص' } })
		await keepForm(db, huda, { claimId, form: 'approve', fields: { comment: '  ' } })
		expect(await db.$count(keptForms)).toBe(0)
	})

	test('is kept for a month, and for no claim that is not there', async ({ db }) => {
		const huda = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		const form = { form: 'add-evidence', fields: { passage: 'نص' } }
		await expect(keepForm(db, huda, { claimId: 'nothing-here', ...form })).rejects.toMatchObject({
			code: 'not-found',
		})
		await keepForm(db, huda, { claimId, ...form }, at(0))
		expect(await sweepKeptForms(db, at(29 * 86_400))).toBe(0)
		expect(await sweepKeptForms(db, at(31 * 86_400))).toBe(1)
	})
})
