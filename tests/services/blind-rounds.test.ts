import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
	askForBlindRatings,
	callOffBlindRound,
	measureBlindRounds,
	rateBlind,
	settleBlindRound,
} from '#app/services/blind-rounds.server.ts'
import { approveVerdict, takeClaim } from '#app/services/review.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import { saveDraft } from '#app/services/drafts.server.ts'
import { blindRatings } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson, proposeFor, verdictInput } from '#tests/support/factories.ts'

async function addNewsroom(db: Db) {
	const [huda, samir, rana] = [await addPerson(db), await addPerson(db), await addPerson(db)]
	const editor = await addPerson(db, { role: 'editor' })
	const { id: claimId } = await addClaim(db)
	return { huda, samir, rana, editor, claimId }
}

/** Huda has a claim in hand and has begun a draft; Samir and Rana are asked. */
async function addRound(db: Db) {
	const room = await addNewsroom(db)
	const { huda, samir, rana, claimId } = room
	await takeClaim(db, huda, claimId)
	await saveDraft(db, huda, { claimId, revision: 0, draft: verdictInput })
	await askForBlindRatings(db, huda, { claimId, raterIds: [samir.id, rana.id] })
	return room
}

const says = (claimId: string, rating: string) => ({ claimId, rating, reason: `الأدلة تقول: ${rating}` })
const shown = async (db: Db, actor: Actor, claimId: string) =>
	(await findWorkbench(db, actor, claimId))?.blind

describe('a blind rating', () => {
	test('is settled when both say the same', async ({ db }) => {
		const { samir, rana, editor, claimId } = await addRound(db)
		await rateBlind(db, samir, says(claimId, 'false'))
		await rateBlind(db, rana, says(claimId, 'false'))
		expect((await shown(db, editor, claimId))?.round).toMatchObject({ state: 'agreed', rating: 'false' })
	})

	test('shows nobody what one said before the other has rated', async ({ db }) => {
		const { huda, samir, rana, editor, claimId } = await addRound(db)
		await rateBlind(db, samir, says(claimId, 'false'))
		for (const somebody of [huda, samir, rana, editor]) {
			const workbench = await findWorkbench(db, somebody, claimId)
			expect(workbench?.blind.round?.raters.map(({ hasRated, said }) => ({ hasRated, said }))).toEqual([
				{ hasRated: true, said: null },
				{ hasRated: false, said: null },
			])
			expect(JSON.stringify(workbench?.history)).not.toContain('الأدلة تقول')
		}
	})

	test('keeps the draft and the proposal from the two until both have rated, and from nobody else', async ({
		db,
	}) => {
		const { samir, rana, editor, claimId } = await addRound(db)
		const sees = async (who: Actor) => (await findWorkbench(db, who, claimId))?.draft?.rating ?? null
		expect(await sees(samir)).toBeNull()
		expect(await sees(editor)).toBe('mostly_false')
		await rateBlind(db, samir, says(claimId, 'false'))
		expect(await sees(samir)).toBeNull()
		await rateBlind(db, rana, says(claimId, 'false'))
		expect(await sees(samir)).toBe('mostly_false')
	})

	test('where they differ a third decides, who neither rated nor writes the verdict', async ({ db }) => {
		const { huda, samir, rana, editor, claimId } = await addRound(db)
		await rateBlind(db, samir, says(claimId, 'false'))
		await rateBlind(db, rana, says(claimId, 'mostly_false'))
		for (const barred of [huda, samir, rana]) {
			await expect(settleBlindRound(db, barred, says(claimId, 'false'))).rejects.toMatchObject({
				code: 'wrong-step',
			})
		}
		await settleBlindRound(db, editor, says(claimId, 'false'))
		expect((await shown(db, huda, claimId))?.round).toMatchObject({
			state: 'adjudicated',
			rating: 'false',
			settler: editor.name,
			raters: [{ said: { rating: 'false' } }, { said: { rating: 'mostly_false' } }],
		})
	})

	test('is given once, and by nobody who was not asked', async ({ db }) => {
		const { huda, samir, claimId } = await addRound(db)
		await rateBlind(db, samir, says(claimId, 'false'))
		for (const barred of [samir, huda]) {
			await expect(rateBlind(db, barred, says(claimId, 'true'))).rejects.toMatchObject({ code: 'wrong-step' })
		}
		expect(await db.$count(blindRatings)).toBe(1)
	})

	test('that was called off does not show what one of them said', async ({ db }) => {
		const { huda, samir, rana, claimId } = await addRound(db)
		await rateBlind(db, samir, says(claimId, 'false'))
		await expect(callOffBlindRound(db, rana, claimId)).rejects.toMatchObject({ code: 'wrong-step' })
		await callOffBlindRound(db, huda, claimId)
		expect((await shown(db, rana, claimId))?.round?.raters.map(({ said }) => said)).toEqual([null, null])
	})
})

describe('asking for one', () => {
	test.for([
		['whoever writes the verdict', 'huda', 'samir', 'firstRaterId'],
		['one person twice', 'samir', 'samir', 'secondRaterId'],
	] as const)('is refused for %s', async ([, first, second, field], { db }) => {
		const room = await addNewsroom(db)
		await takeClaim(db, room.huda, room.claimId)
		await expect(
			askForBlindRatings(db, room.huda, {
				claimId: room.claimId,
				raterIds: [room[first].id, room[second].id],
			}),
		).rejects.toMatchObject({ code: 'invalid', detail: { field } })
	})

	test('is for an editor and whoever has the claim, one round at a time', async ({ db }) => {
		const { samir, rana, editor, claimId } = await addRound(db)
		const raterIds = [samir.id, rana.id] as const
		await expect(askForBlindRatings(db, samir, { claimId, raterIds })).rejects.toMatchObject({
			code: 'wrong-step',
		})
		await expect(askForBlindRatings(db, editor, { claimId, raterIds })).rejects.toMatchObject({
			code: 'wrong-step',
		})
		await callOffBlindRound(db, editor, claimId)
		expect(await askForBlindRatings(db, editor, { claimId, raterIds })).toHaveProperty('roundId')
	})
})

test('nothing is approved while a round is open', async ({ db }) => {
	const { samir, rana, editor, claimId } = await addNewsroom(db)
	const { proposalId } = await proposeFor(db, { id: claimId })
	await askForBlindRatings(db, editor, { claimId, raterIds: [samir.id, rana.id] })
	await expect(
		db.transaction((tx) => approveVerdict(tx, editor, { claimId, proposalId })),
	).rejects.toMatchObject({ code: 'round-open' })
	await callOffBlindRound(db, editor, claimId)
	expect(await approveVerdict(db, editor, { claimId, proposalId })).toMatchObject({ version: 1 })
})

test('the database takes no rating from somebody who was not asked', async ({ db }) => {
	const { huda, samir, rana, editor, claimId } = await addNewsroom(db)
	await takeClaim(db, huda, claimId)
	const { roundId } = await askForBlindRatings(db, editor, { claimId, raterIds: [samir.id, rana.id] })
	const forged = db.transaction((tx) =>
		tx
			.insert(blindRatings)
			.values({ roundId, raterId: editor.id, rating: 'true', reason: '—', at: new Date() }),
	)
	await expect(forged).rejects.toThrow()
})

test('agreement is measured over all claims that two people rated', async ({ db }) => {
	const { samir, rana, claimId } = await addRound(db)
	await rateBlind(db, samir, says(claimId, 'false'))
	await rateBlind(db, rana, says(claimId, 'mostly_false'))
	expect(await measureBlindRounds(db)).toMatchObject({
		all: { pairs: 1, same: 0, alpha: null },
		table: [{ first: 'false', second: 'mostly_false', count: 1 }],
		open: 0,
	})
})
