import { expect } from 'vitest'
import { askForBlindRatings, rateBlind, settleBlindRound } from '#app/services/blind-rounds.server.ts'
import { listPrecedents } from '#app/services/precedents.server.ts'
import { approveVerdict } from '#app/services/review.server.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addPerson, claimInput, proposeFor, publishClaim } from '#tests/support/factories.ts'

const otherClaimant = { kind: 'person', nameAr: 'كارمن سوتو', nameEn: null } as const
const noFigures = { figures: [] }

test('a verdict about the same figure is found, also by another claimant', async ({ db }) => {
	const asked = await addClaim(db)
	const other = await addClaim(db, { claimant: otherClaimant })
	await publishClaim(db, other)
	expect(await listPrecedents(db, asked.id, null)).toMatchObject([
		{ kind: 'figure', claimId: other.id, rating: 'mostly_false', between: null },
	])
})

test('what a claimant said before is found, unless nobody is named', async ({ db }) => {
	const asked = await addClaim(db, noFigures)
	const other = await addClaim(db, { statementAr: 'افتُتح السوق في سنة 1990', ...noFigures })
	await publishClaim(db, other)
	expect(await listPrecedents(db, asked.id, null)).toMatchObject([{ kind: 'claimant', claimId: other.id }])

	const unnamed = { kind: 'unnamed', nameAr: 'مصدر لم يُسمَّ', nameEn: null } as const
	const askedToo = await addClaim(db, { claimant: unnamed, ...noFigures })
	await publishClaim(db, await addClaim(db, { claimant: unnamed, ...noFigures }))
	expect(await listPrecedents(db, askedToo.id, null)).toEqual([])
})

test('a verdict over which two raters hesitated is found by either rating, and by no third', async ({
	db,
}) => {
	const [samir, rana, editor] = [
		await addPerson(db),
		await addPerson(db),
		await addPerson(db, { role: 'editor' }),
	]
	const asked = await addClaim(db, noFigures)
	const other = await addClaim(db, { claimant: otherClaimant, ...noFigures })
	const { proposalId } = await proposeFor(db, other)
	const said = { claimId: other.id, reason: 'هكذا تقول الأدلة.' }
	await askForBlindRatings(db, editor, { claimId: other.id, raterIds: [samir.id, rana.id] })
	await rateBlind(db, samir, { ...said, rating: 'false' })
	await rateBlind(db, rana, { ...said, rating: 'mostly_false' })
	await settleBlindRound(db, editor, { ...said, rating: 'mostly_false' })
	await approveVerdict(db, editor, { claimId: other.id, proposalId })
	for (const rating of ['false', 'mostly_false']) {
		expect(await listPrecedents(db, asked.id, rating)).toMatchObject([
			{ kind: 'border', claimId: other.id, between: ['false', 'mostly_false'] },
		])
	}
	expect(await listPrecedents(db, asked.id, 'true')).toEqual([])
})

test('claims without a verdict are no precedents, nor is the claim itself', async ({ db }) => {
	const asked = await addClaim(db)
	await addClaim(db, { statementAr: `${claimInput.statementAr} اليوم` })
	await publishClaim(db, asked)
	expect(await listPrecedents(db, asked.id, 'mostly_false')).toEqual([])
})
