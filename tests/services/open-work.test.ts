import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { listOpenWork, reassignWork } from '#app/services/open-work.server.ts'
import { assignClaim, requestChanges, takeClaim } from '#app/services/review.server.ts'
import { accountEvents, claimEvents, claims, proposals, users } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addClaim, addPerson, noon, proposeFor } from '#tests/support/factories.ts'
import { findRollUpFaults } from '#tests/support/roll-up.ts'

const test = base.extend<{ admin: Actor; amal: Actor; badr: Actor }>({
	admin: async ({ db }, use) => use(await addPerson(db, { id: 'admin', role: 'admin' })),
	amal: async ({ db }, use) => use(await addPerson(db, { id: 'amal', name: 'أمل' })),
	badr: async ({ db }, use) => use(await addPerson(db, { id: 'badr', name: 'بدر' })),
})

async function takenBy(db: Db, person: Actor) {
	const claim = await addClaim(db)
	await takeClaim(db, person, claim.id, noon)
	return claim.id
}
const claimOf = async (db: Db, id: string) => (await db.select().from(claims).where(eq(claims.id, id)))[0]!

describe('open work', () => {
	test('is claims in hand and proposals that wait, of this person only', async ({ db, amal, badr }) => {
		const inHand = await takenBy(db, amal)
		const proposed = await addClaim(db)
		await proposeFor(db, proposed, { by: amal })
		await takenBy(db, badr)
		await addClaim(db)
		const { research, waiting } = await listOpenWork(db, amal.id)
		expect(research.map(({ id }) => id)).toEqual([inHand])
		expect(waiting.map(({ id }) => id)).toEqual([proposed.id])
	})
})

describe('handing work over', () => {
	test('gives it to a colleague with its history, and leaves all else as it was', async ({
		db,
		admin,
		amal,
		badr,
	}) => {
		const [one, two, kept] = [await takenBy(db, amal), await takenBy(db, amal), await takenBy(db, amal)]
		const before = await claimOf(db, one)
		const asked = { personId: amal.id, claimIds: [one, two], to: badr.id }
		expect(await reassignWork(db, admin, asked, noon)).toBe(2)
		expect(await claimOf(db, one)).toEqual({ ...before, assigneeId: badr.id })
		expect((await claimOf(db, kept)).assigneeId).toBe(amal.id)
		const history = await db.select().from(claimEvents).where(eq(claimEvents.claimId, two))
		expect(history.at(-1)).toMatchObject({
			actorId: admin.id,
			kind: 'assign',
			fromStatus: 'in_research',
			toStatus: 'in_research',
			detail: { assigneeId: badr.id, assignee: 'بدر' },
		})
		const [event] = await db.select().from(accountEvents)
		expect(event).toMatchObject({
			kind: 'work-reassigned',
			actorId: admin.id,
			subjectId: amal.id,
			detail: { claims: 2, to: badr.id },
		})
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test('lays it down for whoever takes it', async ({ db, admin, amal, badr }) => {
		const id = await takenBy(db, amal)
		expect(await reassignWork(db, admin, { personId: amal.id, claimIds: [id], to: null }, noon)).toBe(1)
		expect(await claimOf(db, id)).toMatchObject({ status: 'in_research', assigneeId: null })
		await assignClaim(db, admin, { claimId: id, assigneeId: badr.id }, noon)
		expect((await claimOf(db, id)).assigneeId).toBe(badr.id)
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test('passes over what is in other hands by now, or waits for a second person', async ({
		db,
		admin,
		amal,
		badr,
	}) => {
		const moved = await takenBy(db, amal)
		await assignClaim(db, admin, { claimId: moved, assigneeId: badr.id }, noon)
		const proposed = await addClaim(db)
		await proposeFor(db, proposed, { by: amal })
		const asked = { personId: amal.id, claimIds: [moved, proposed.id, 'none'], to: admin.id }
		expect(await reassignWork(db, admin, asked, noon)).toBe(0)
		expect((await claimOf(db, moved)).assigneeId).toBe(badr.id)
		const [waiting] = await db.select().from(proposals)
		expect(waiting).toMatchObject({ proposerId: amal.id, decision: 'pending' })
		expect(await db.$count(accountEvents)).toBe(0)
	})

	test('reaches a proposal once it was sent back', async ({ db, admin, amal, badr }) => {
		const claim = await addClaim(db)
		const { proposalId } = await proposeFor(db, claim, { by: amal })
		const returned = {
			claimId: claim.id,
			proposalId,
			reason: 'wording',
			comment: 'أوضح الجملة الأولى',
		} as const
		await requestChanges(db, badr, returned, noon)
		expect((await listOpenWork(db, amal.id)).research.map(({ id }) => id)).toEqual([claim.id])
		const asked = { personId: amal.id, claimIds: [claim.id], to: badr.id }
		expect(await reassignWork(db, admin, asked, noon)).toBe(1)
	})

	test('is for admins, from somebody to somebody else who is here', async ({ db, admin, amal, badr }) => {
		const id = await takenBy(db, amal)
		const asked = { personId: amal.id, claimIds: [id], to: badr.id }
		const editor = await addPerson(db, { role: 'editor' })
		await expect(reassignWork(db, editor, asked, noon)).rejects.toMatchObject({ code: 'forbidden' })
		await expect(reassignWork(db, admin, { ...asked, personId: 'none' }, noon)).rejects.toMatchObject({
			code: 'not-found',
		})
		await db.update(users).set({ disabledAt: noon }).where(eq(users.id, badr.id))
		for (const to of [badr.id, amal.id, 'none']) {
			await expect(reassignWork(db, admin, { ...asked, to }, noon)).rejects.toMatchObject({
				code: 'invalid',
				detail: { field: 'to' },
			})
		}
		expect((await claimOf(db, id)).assigneeId).toBe(amal.id)
	})
})
