import { describe, expect } from 'vitest'
import { editClaim } from '#app/services/claims.server.ts'
import { findDraft, saveDraft } from '#app/services/drafts.server.ts'
import { recordContact } from '#app/services/gate.server.ts'
import { assignClaim, proposeVerdict, requestChanges, takeClaim } from '#app/services/review.server.ts'
import { proposals } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addClaim,
	addEvidence,
	addPerson,
	claimInput,
	proposeFor,
	publishClaim,
	verdictInput,
} from '#tests/support/factories.ts'

describe('two people write one verdict', () => {
	test('a text made from an old one is refused, with the one that is saved', async ({ db }) => {
		const huda = await addPerson(db)
		const editor = await addPerson(db, { role: 'editor', name: 'المحرّرة' })
		const { id: claimId } = await addClaim(db)
		await takeClaim(db, huda, claimId)
		const saying = (ar: string) => ({ ...verdictInput, summary: { ar, en: null } })
		await saveDraft(db, huda, { claimId, revision: 0, draft: saying('الأولى') })
		await saveDraft(db, editor, { claimId, revision: 1, draft: saying('الثانية') })
		const late = saveDraft(db, huda, { claimId, revision: 1, draft: saying('الثالثة') })
		await expect(late).rejects.toMatchObject({
			code: 'stale',
			detail: { stored: { summaryAr: 'الثانية', revision: 2 } },
		})
		expect(await findDraft(db, claimId)).toMatchObject({
			summary: { ar: 'الثانية' },
			revision: 2,
			updatedBy: 'المحرّرة',
		})
	})

	test('the same text saved twice is saved once', async ({ db }) => {
		const huda = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		await takeClaim(db, huda, claimId)
		const asked = { claimId, revision: 0, draft: verdictInput }
		expect(await saveDraft(db, huda, asked)).toMatchObject({ revision: 1 })
		expect(await saveDraft(db, huda, asked)).toMatchObject({ revision: 1 })
	})

	test('the language that is not touched while the other changes is behind, until it is written or found in step', async ({
		db,
	}) => {
		const huda = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		await takeClaim(db, huda, claimId)
		const saying = (ar: string, en: string) => ({
			...verdictInput,
			summary: { ar, en },
			rationale: { ar, en },
		})
		const save = async (revision: number, draft: Parameters<typeof saveDraft>[2]['draft']) =>
			(await saveDraft(db, huda, { claimId, revision, draft })).stale
		expect(await save(0, saying('الأولى', 'First'))).toBeNull()
		expect(await save(1, saying('الثانية', 'First'))).toBe('en')
		expect((await findDraft(db, claimId))?.stale).toBe('en')
		expect(await save(2, saying('الثانية', 'Second'))).toBeNull()
		expect(await save(3, saying('الثانية', 'Third'))).toBe('ar')
		expect(await save(4, { ...saying('الثانية', 'Third'), inStep: true })).toBeNull()
	})

	test('a proposal made from an old text is refused, and nothing waits', async ({ db }) => {
		const huda = await addPerson(db)
		const editor = await addPerson(db, { role: 'editor' })
		const claim = await addClaim(db)
		await takeClaim(db, huda, claim.id)
		await addEvidence(db, claim)
		const claimId = claim.id
		const draft = { ...verdictInput, rating: 'true' }
		await saveDraft(db, editor, { claimId, revision: 0, draft })
		await expect(
			proposeVerdict(db, huda, { claimId, revision: 0, draft: verdictInput, correction: null }),
		).rejects.toMatchObject({ code: 'stale', detail: { stored: { rating: 'true' } } })
		expect(await db.$count(proposals)).toBe(0)
	})

	test('what was proposed is there to go on from when it comes back', async ({ db }) => {
		const samir = await addPerson(db)
		const claim = await addClaim(db)
		const summary = { ar: 'خلاصة كُتبت عند الاقتراح.', en: null }
		const { proposalId } = await proposeFor(db, claim, { summary })
		const back = { reason: 'wording', comment: 'أوضح.' } as const
		await requestChanges(db, samir, { claimId: claim.id, proposalId, ...back })
		expect((await findDraft(db, claim.id))?.summary).toEqual(summary)
	})

	test('a rating that does not exist is refused while writing too', async ({ db }) => {
		const huda = await addPerson(db)
		const { id: claimId } = await addClaim(db)
		await takeClaim(db, huda, claimId)
		const draft = { ...verdictInput, rating: 'half_true' }
		await expect(saveDraft(db, huda, { claimId, revision: 0, draft })).rejects.toMatchObject({
			code: 'invalid',
			detail: { field: 'rating' },
		})
	})

	test('a step that others take does not make somebody’s rewording stale', async ({ db }) => {
		const claim = await addClaim(db)
		const editor = await addPerson(db, { role: 'editor' })
		await assignClaim(db, editor, { claimId: claim.id, assigneeId: claim.by.id })
		await recordContact(db, editor, { claimId: claim.id, note: { ar: 'لم يصل رد.', en: null } })
		await editClaim(db, claim.by, { ...claimInput, statementAr: 'أدق', claimId: claim.id, revision: 1 })
	})
})

test('anybody may begin a correction of a published verdict', async ({ db }) => {
	const claim = await addClaim(db)
	await publishClaim(db, claim)
	const revision = (await findDraft(db, claim.id))?.revision ?? 0
	const draft = { ...verdictInput, summary: { ar: 'خلاصة مصحّحة.', en: null } }
	const reviewer = await addPerson(db)
	expect(await saveDraft(db, reviewer, { claimId: claim.id, revision, draft })).toMatchObject({
		revision: revision + 1,
	})
})
