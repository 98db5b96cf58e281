import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { saveDraft } from '#app/services/drafts.server.ts'
import { proposeVerdict, reopenClaim, requestChanges, takeClaim } from '#app/services/review.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import { claimEvents, claims, proposals, ratings, verdicts } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addClaim,
	addEvidence,
	addPerson,
	noon,
	publishClaim,
	verdictInput,
} from '#tests/support/factories.ts'

const correction = {
	kind: 'correction',
	severity: 'major',
	what: { ar: 'غُيّر التصنيف.', en: null },
	why: { ar: 'ظهر كشف رسمي.', en: null },
} as const

describe('a proposal lacks nothing', () => {
	type Lack = Parameters<typeof proposeVerdict>[2]['draft']
	test.for<[string, Partial<Lack>, string]>([
		['no rating', { rating: null }, 'rating'],
		['a rating that is not on the scale', { rating: 'half_true' }, 'rating'],
		['no day', { asOf: null }, 'asOf'],
		['a day that has not come', { asOf: '2026-03-04' }, 'asOf'],
		['no summary', { summary: { ar: null, en: null } }, 'summary'],
		['a summary in the other language', { summary: { ar: null, en: 'Lower than that.' } }, 'summary'],
		['a rationale of blanks', { rationale: { ar: ' \n ', en: null } }, 'rationale'],
	])('%s', async ([, lack, field], { db }) => {
		const huda = await addPerson(db)
		const claim = await addClaim(db)
		await takeClaim(db, huda, claim.id, noon)
		await addEvidence(db, claim)
		const before = await db.$count(claimEvents)
		const draft = { ...verdictInput, ...lack }
		await expect(
			proposeVerdict(db, huda, { claimId: claim.id, draft, correction: null }, noon),
		).rejects.toMatchObject({ code: 'invalid', detail: { field } })
		expect([await db.$count(proposals), await db.$count(claimEvents)]).toEqual([0, before])
	})

	test('no evidence', async ({ db }) => {
		const huda = await addPerson(db)
		const claim = await addClaim(db)
		await takeClaim(db, huda, claim.id)
		await expect(
			proposeVerdict(db, huda, { claimId: claim.id, draft: verdictInput, correction: null }),
		).rejects.toMatchObject({ code: 'invalid', detail: { field: 'evidence' } })
	})

	test('a rating that was retired since the draft was written', async ({ db }) => {
		const huda = await addPerson(db)
		const claim = await addClaim(db)
		await takeClaim(db, huda, claim.id)
		await addEvidence(db, claim)
		await db.update(ratings).set({ retiredAt: noon }).where(eq(ratings.key, 'mostly_false'))
		await saveDraft(db, huda, { claimId: claim.id, revision: 0, draft: verdictInput })
		await expect(
			proposeVerdict(db, huda, { claimId: claim.id, draft: verdictInput, correction: null }),
		).rejects.toMatchObject({ code: 'invalid', detail: { field: 'rating' } })
	})

	test.for<[string, Parameters<typeof proposeVerdict>[2]['correction']]>([
		['nothing', null],
		['no reason', { ...correction, why: { ar: null, en: null } }],
		['only blanks', { ...correction, what: { ar: ' ', en: '' } }],
	])('of what changes for readers: %s', async ([, said], { db }) => {
		const claim = await addClaim(db)
		const { approver } = await publishClaim(db, claim)
		await expect(
			proposeVerdict(db, approver, { claimId: claim.id, draft: verdictInput, correction: said }),
		).rejects.toMatchObject({ code: 'invalid', detail: { field: 'correction' } })
	})

	test('a claim that was reopened says what changes too', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const claim = await addClaim(db)
		const { proposer } = await publishClaim(db, claim)
		await reopenClaim(db, editor, claim.id)
		const asked = { claimId: claim.id, draft: verdictInput }
		await expect(proposeVerdict(db, proposer, { ...asked, correction: null })).rejects.toMatchObject({
			detail: { field: 'correction' },
		})
		await proposeVerdict(db, proposer, { ...asked, correction })
	})
})

test('a correction that is declined leaves the published verdict as it is', async ({ db }) => {
	const claim = await addClaim(db)
	const { proposer, approver } = await publishClaim(db, claim)
	const draft = { ...verdictInput, rating: 'true' }
	const { proposalId } = await proposeVerdict(db, proposer, { claimId: claim.id, draft, correction })
	const no = { reason: 'evidence_weak', comment: 'مصدر واحد لا يكفي.' } as const
	await requestChanges(db, approver, { claimId: claim.id, proposalId, ...no })
	const [row] = await db.select().from(claims).where(eq(claims.id, claim.id))
	expect(row).toMatchObject({ status: 'published', rating: 'mostly_false' })
	expect(await db.$count(verdicts)).toBe(1)
	expect((await findWorkbench(db, approver, claim.id))?.proposals[0]).toMatchObject({
		decision: 'returned',
		decider: approver.name,
		...no,
	})
})
