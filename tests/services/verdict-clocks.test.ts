import { describe, expect } from 'vitest'
import { findFactCheck } from '#app/services/fact-checks.server.ts'
import { approveVerdict, proposeVerdict, takeClaim } from '#app/services/review.server.ts'
import { factChecks } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addEvidence, addPerson, publishClaim, verdictInput } from '#tests/support/factories.ts'

describe('a claim that stands otherwise today', () => {
	test('is published with its rating on the day it was made and today, and when somebody looks again', async ({
		db,
	}) => {
		const claim = await addClaim(db)
		const clocks = { rating: 'true', ratingNow: 'outdated', nowSince: '2026-02-01', reviewOn: '2026-09-01' }
		const { slug } = await publishClaim(db, claim, clocks)
		expect((await findFactCheck(db, slug))?.factCheck).toMatchObject({
			rating: { key: 'true' },
			today: { rating: { key: 'outdated' }, since: '2026-02-01' },
			reviewOn: '2026-09-01',
		})
		const [kept] = await db.select({ reviewOn: factChecks.reviewOn }).from(factChecks)
		expect(kept).toEqual({ reviewOn: '2026-09-01' })
	})

	test('has no word of today where nothing has changed', async ({ db }) => {
		const { slug } = await publishClaim(db, await addClaim(db))
		const { factCheck } = (await findFactCheck(db, slug)) ?? {}
		expect(factCheck).not.toHaveProperty('today')
		expect(factCheck).not.toHaveProperty('stale')
	})

	test.for([
		['the rating it had on the day', { ratingNow: 'mostly_false' }, 'ratingNow'],
		['a rating that is none', { ratingNow: 'half_true' }, 'ratingNow'],
		['a day that has not come', { ratingNow: 'outdated', nowSince: '2126-01-01' }, 'nowSince'],
	] as const)('cannot be given %s', async ([, clocks, field], { db }) => {
		const huda = await addPerson(db)
		const claim = await addClaim(db)
		await takeClaim(db, huda, claim.id)
		await addEvidence(db, claim)
		const draft = { ...verdictInput, ...clocks }
		await expect(
			proposeVerdict(db, huda, { claimId: claim.id, draft, correction: null }),
		).rejects.toMatchObject({ code: 'invalid', detail: { field } })
	})
})

test('a text that was left behind is published with a note of it', async ({ db }) => {
	const claim = await addClaim(db)
	const both = { summary: { ar: 'الأولى', en: 'First' }, rationale: { ar: 'لأن [1].', en: 'Since [1].' } }
	const { slug, proposer, approver } = await publishClaim(db, claim, both)
	const { proposalId } = await proposeVerdict(db, proposer, {
		claimId: claim.id,
		draft: { ...verdictInput, ...both, summary: { ar: 'الثانية', en: 'First' } },
		correction: {
			kind: 'clarification',
			severity: 'minor',
			what: { ar: 'الخلاصة', en: null },
			why: { ar: 'ليكون أوضح', en: null },
		},
	})
	await approveVerdict(db, approver, { claimId: claim.id, proposalId })
	expect((await findFactCheck(db, slug))?.factCheck.stale).toBe('en')
})
