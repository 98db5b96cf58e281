import { eq } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import {
	addEvidence,
	listEvidence,
	listSources,
	removeEvidence,
	type SourceInput,
} from '#app/services/evidence.server.ts'
import { dropClaim, requestChanges } from '#app/services/review.server.ts'
import { claimEvents, evidence, sources } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addClaim,
	addEvidence as addPiece,
	addPerson,
	proposeFor,
	publishClaim,
} from '#tests/support/factories.ts'

const piece = {
	stance: 'supports',
	kind: 'secondary',
	passage: null,
	label: { ar: 'تقرير', en: null },
	shows: { ar: null, en: null },
	foundBy: null,
} as const
const nowhere = { url: null, publisher: null, title: null, publishedOn: null, language: null }

describe('a piece of evidence', () => {
	test('gets a number that is never used again, whatever is removed', async ({ db }) => {
		const claim = await addClaim(db)
		const first = await addPiece(db, claim)
		const second = await addPiece(db, claim)
		await removeEvidence(db, claim.by, { claimId: claim.id, evidenceId: second.id })
		await addPiece(db, claim)
		expect((await listEvidence(db, claim.id)).map((row) => row.evidence.number)).toEqual([1, 3])
		await removeEvidence(db, claim.by, { claimId: claim.id, evidenceId: first.id })
		await addPiece(db, claim)
		expect((await listEvidence(db, claim.id)).map((row) => row.evidence.number)).toEqual([3, 4])
	})

	test('is added and removed in the history, by whoever did it', async ({ db }) => {
		const claim = await addClaim(db)
		const { id, by } = await addPiece(db, claim, { url: 'https://statistics.example/1' })
		const other = await addPerson(db)
		await removeEvidence(db, other, { claimId: claim.id, evidenceId: id })
		const events = await db
			.select()
			.from(claimEvents)
			.where(eq(claimEvents.claimId, claim.id))
			.orderBy(claimEvents.id)
		expect(events.slice(1).map(({ kind, actorId, detail }) => [kind, actorId, detail])).toEqual([
			['add_evidence', by.id, { number: 1, url: 'https://statistics.example/1' }],
			['remove_evidence', other.id, { number: 1 }],
		])
	})

	test('sent twice is there once', async ({ db }) => {
		const claim = await addClaim(db)
		const asked = {
			claimId: claim.id,
			submission: 'evidence-form',
			source: { ...nowhere, publisher: 'الأرشيف' },
			evidence: piece,
		}
		const first = await addEvidence(db, claim.by, asked)
		expect(await addEvidence(db, claim.by, asked)).toEqual({ id: first.id, made: false })
		expect(await db.$count(evidence)).toBe(1)
		expect(await db.$count(sources)).toBe(1)
	})

	test('two people add at the same moment get two numbers', async ({ fresh: { db } }) => {
		const claim = await addClaim(db)
		const people = [await addPerson(db), await addPerson(db), await addPerson(db)]
		await Promise.all(people.map((by) => addPiece(db, claim, { by, url: 'https://statistics.example/same' })))
		expect((await listEvidence(db, claim.id)).map((row) => row.evidence.number)).toEqual([1, 2, 3])
		expect(await db.$count(sources)).toBe(1)
	})
})

describe('a source', () => {
	test('with the same address is one, and is completed with what was not known', async ({ db }) => {
		const claim = await addClaim(db)
		const url = 'https://gazette.example/2026/12'
		const add = (source: Partial<SourceInput>, submission: string) =>
			addEvidence(db, claim.by, {
				claimId: claim.id,
				submission,
				source: { ...nowhere, url, ...source },
				evidence: piece,
			})
		await add({ title: 'العدد 12' }, 'form-first')
		await add({ title: 'عنوان آخر', publisher: 'الجريدة الرسمية', publishedOn: '2026-01-03' }, 'form-second')
		expect(await db.select().from(sources)).toEqual([
			expect.objectContaining({
				url,
				title: 'العدد 12',
				publisher: 'الجريدة الرسمية',
				publishedOn: '2026-01-03',
				language: null,
			}),
		])
		const [listed] = (await listSources(db, null)).rows
		expect([listed?.uses, listed?.claims.map(({ id }) => id)]).toEqual([2, [claim.id]])
	})

	test('without an address stands on its own', async ({ db }) => {
		const claim = await addClaim(db)
		await addPiece(db, claim, { url: null, publisher: 'مقابلة' })
		await addPiece(db, claim, { url: null, publisher: 'مقابلة' })
		expect(await db.$count(sources)).toBe(2)
	})

	test('has an address or a publisher', async ({ db }) => {
		const claim = await addClaim(db)
		const asked = { claimId: claim.id, submission: 'form-nowhere', source: nowhere, evidence: piece }
		await expect(addEvidence(db, claim.by, asked)).rejects.toMatchObject({
			code: 'invalid',
			detail: { field: 'source' },
		})
		expect(await db.$count(sources)).toBe(0)
		// The form can be mended and sent again.
		await addEvidence(db, claim.by, { ...asked, source: { ...nowhere, publisher: 'الأرشيف' } })
		expect(await db.$count(evidence)).toBe(1)
	})
})

describe('evidence rests', () => {
	test('while a verdict waits for a second person, and moves again when it comes back', async ({ db }) => {
		const claim = await addClaim(db)
		const { proposalId, proposer } = await proposeFor(db, claim)
		const [first] = await listEvidence(db, claim.id)
		const removal = { claimId: claim.id, evidenceId: first?.evidence.id ?? '' }
		const before = await db.$count(claimEvents)
		await expect(addPiece(db, claim)).rejects.toMatchObject({ code: 'wrong-step' })
		await expect(removeEvidence(db, proposer, removal)).rejects.toMatchObject({ code: 'wrong-step' })
		expect(await db.$count(claimEvents)).toBe(before)

		const reviewer = await addPerson(db)
		const back = { reason: 'evidence_missing', comment: 'أضف الكشف.' } as const
		await requestChanges(db, reviewer, { claimId: claim.id, proposalId, ...back })
		await addPiece(db, claim)
		await removeEvidence(db, proposer, removal)
	})

	test('on a dropped claim', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const claim = await addClaim(db)
		const { id } = await addPiece(db, claim)
		await dropClaim(db, editor, { claimId: claim.id, reason: 'out_of_scope' })
		await expect(addPiece(db, claim)).rejects.toMatchObject({ code: 'wrong-step' })
		await expect(removeEvidence(db, editor, { claimId: claim.id, evidenceId: id })).rejects.toMatchObject({
			code: 'wrong-step',
		})
	})

	test('but not on a published one, where a correction may come', async ({ db }) => {
		const claim = await addClaim(db)
		await publishClaim(db, claim)
		await addPiece(db, claim)
		expect(await listEvidence(db, claim.id)).toHaveLength(3)
	})
})

test.for<
	[string, (ids: { own: string; others: string; mine: string }) => { claimId: string; evidenceId: string }]
>([
	['there is none of that id', ({ mine }) => ({ claimId: mine, evidenceId: 'none' })],
	['it is another claim’s', ({ mine, others }) => ({ claimId: mine, evidenceId: others })],
	['there is no such claim', ({ own }) => ({ claimId: 'none', evidenceId: own })],
])('nothing is removed where %s', async ([, ask], { db }) => {
	const claim = await addClaim(db)
	const own = await addPiece(db, claim)
	const others = await addPiece(db, await addClaim(db))
	await expect(
		removeEvidence(db, claim.by, ask({ own: own.id, others: others.id, mine: claim.id })),
	).rejects.toMatchObject({ code: 'not-found' })
	expect(await listEvidence(db, claim.id)).toHaveLength(1)
})

test('what was removed once cannot be removed again', async ({ db }) => {
	const claim = await addClaim(db)
	const { id } = await addPiece(db, claim)
	await removeEvidence(db, claim.by, { claimId: claim.id, evidenceId: id })
	await expect(removeEvidence(db, claim.by, { claimId: claim.id, evidenceId: id })).rejects.toMatchObject({
		code: 'not-found',
	})
})
