import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import type { CorrectionInput } from '#app/services/review.server.ts'
import { approveVerdict, proposeVerdict, reopenClaim } from '#app/services/review.server.ts'
import { findFactCheck, findFactCheckVersion, listFactChecks } from '#app/services/fact-checks.server.ts'
import {
	articles,
	claimants,
	claims,
	corrections,
	factChecks,
	ratings,
	sources,
	verdicts,
} from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import {
	addClaim,
	addPerson,
	noon,
	proposeFor,
	publishClaim,
	verdictInput,
} from '#tests/support/factories.ts'
import { findRollUpFaults } from '#tests/support/roll-up.ts'

const later = new Date('2026-04-10T09:30:00Z')
const changing = (kind: CorrectionInput['kind']): CorrectionInput => ({
	kind,
	severity: 'major',
	what: { ar: 'غُيّر التصنيف.', en: 'The rating was changed.' },
	why: { ar: 'نشرت الدائرة كشفًا جديدًا.', en: null },
})

/** Correct a published verdict: proposed by one of the two people, approved by the other. */
async function correct(
	db: Db,
	claimId: string,
	people: Pick<Awaited<ReturnType<typeof publishClaim>>, 'proposer' | 'approver'>,
	given: { kind: CorrectionInput['kind']; rating: string; at?: Date },
) {
	const at = given.at ?? later
	const draft = { ...verdictInput, rating: given.rating }
	const { proposalId } = await proposeVerdict(
		db,
		people.approver,
		{ claimId, draft, correction: changing(given.kind) },
		at,
	)
	return approveVerdict(db, people.proposer, { claimId, proposalId }, at)
}

describe('what is published', () => {
	test('holds all that readers see', async ({ db }) => {
		const claim = await addClaim(db, {
			countries: ['US', 'HN'],
			claimedOn: '2026-02-27',
			claimedOnBasis: 'text',
		})
		await publishClaim(db, claim)
		const page = await findFactCheck(db, claim.slug)
		expect(page?.factCheck).toMatchObject({
			slug: claim.slug,
			version: 1,
			retracted: false,
			language: 'ar',
			countries: ['HN', 'US'],
			claimedOn: '2026-02-27',
			claimant: { kind: 'person', name: { ar: 'رامون ديلغادو', en: null } },
			rating: { key: 'mostly_false', value: 2, label: { en: 'Mostly false' } },
			summary: verdictInput.summary,
			rationale: verdictInput.rationale,
			asOf: verdictInput.asOf,
			publishedAt: noon.toISOString(),
			firstPublishedAt: noon.toISOString(),
		})
		expect(page?.factCheck.evidence.map(({ number, kind, stance }) => [number, kind, stance])).toEqual([
			[1, 'primary', 'refutes'],
			[2, 'secondary', 'context'],
		])
		expect(page?.factCheck.appearances[0]?.exact).toBe('40.27% من باعته نساء')
		expect(page?.factCheck.gate.map(({ rule, outcome }) => [rule, outcome])).toEqual([
			['two_pieces_of_evidence', 'passed'],
			['primary_source', 'passed'],
			['stored_copies', 'passed'],
			['percentage_base', 'excused'],
			['claimant_contacted', 'excused'],
			['own_language', 'passed'],
			['second_person', 'passed'],
		])
	})

	test('stays as it was when what it was made of is edited later', async ({ db }) => {
		const claim = await addClaim(db)
		await publishClaim(db, claim)
		const before = await findFactCheck(db, claim.slug)
		await db.update(sources).set({ publisher: 'ناشر آخر', title: null, url: null })
		await db.update(claimants).set({ nameAr: 'شخص آخر', roleAr: 'بلا منصب' })
		await db.update(articles).set({ title: 'عنوان آخر', outlet: 'جريدة أخرى' })
		await db.update(claims).set({ statementAr: 'صياغة أخرى' })
		await db.update(ratings).set({ labelAr: 'اسم آخر', retiredAt: later })
		expect(await findFactCheck(db, claim.slug)).toEqual(before)
	})
})

describe('a correction', () => {
	test('makes a new version with a typed note, and the old one can still be read', async ({ db }) => {
		const claim = await addClaim(db)
		const people = await publishClaim(db, claim)
		expect(await correct(db, claim.id, people, { kind: 'correction', rating: 'false' })).toEqual({
			slug: claim.slug,
			version: 2,
		})
		const page = await findFactCheck(db, claim.slug)
		expect(page?.factCheck).toMatchObject({
			version: 2,
			rating: { key: 'false' },
			publishedAt: later.toISOString(),
			firstPublishedAt: noon.toISOString(),
		})
		expect(page?.versions.map(({ number, rating }) => [number, rating])).toEqual([
			[2, 'false'],
			[1, 'mostly_false'],
		])
		expect(page?.corrections).toEqual([
			{
				number: 1,
				version: 2,
				on: '2026-04-10',
				beforePublication: false,
				ratingBefore: 'mostly_false',
				ratingAfter: 'false',
				...changing('correction'),
			},
		])
		expect(await findFactCheckVersion(db, claim.slug, 1)).toMatchObject({
			version: 1,
			rating: { key: 'mostly_false' },
		})
		expect(await findFactCheckVersion(db, claim.slug, 3)).toBeNull()
	})

	test('is not public before a second person approves it', async ({ db }) => {
		const claim = await addClaim(db)
		const { approver } = await publishClaim(db, claim)
		const draft = { ...verdictInput, rating: 'true' }
		await proposeVerdict(db, approver, { claimId: claim.id, draft, correction: changing('update') })
		expect((await findFactCheck(db, claim.slug))?.factCheck).toMatchObject({
			version: 1,
			rating: { key: 'mostly_false' },
		})
	})

	test('of a verdict whose claim was reopened goes the whole way again', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		const claim = await addClaim(db)
		const { proposer, approver } = await publishClaim(db, claim)
		await reopenClaim(db, editor, claim.id, later)
		expect((await findFactCheck(db, claim.slug))?.factCheck.version).toBe(1)
		expect((await listFactChecks(db, { country: 'HN', rating: 'mostly_false' }, null)).rows).toHaveLength(1)

		const draft = { ...verdictInput, rating: 'unproven' }
		const asked = { claimId: claim.id, draft, correction: changing('update') }
		const { proposalId } = await proposeVerdict(db, proposer, asked, later)
		expect((await findFactCheck(db, claim.slug))?.factCheck.version).toBe(1)
		await approveVerdict(db, approver, { claimId: claim.id, proposalId }, later)
		const page = await findFactCheck(db, claim.slug)
		expect([page?.factCheck.version, page?.corrections.length]).toEqual([2, 1])
		expect(await findRollUpFaults(db)).toEqual([])
	})
})

describe('a retraction', () => {
	test('keeps the page, says so, and takes the rating out of the counts', async ({ db }) => {
		const claim = await addClaim(db)
		const people = await publishClaim(db, claim)
		await correct(db, claim.id, people, { kind: 'retraction', rating: 'mostly_false' })
		const page = await findFactCheck(db, claim.slug)
		expect(page?.factCheck).toMatchObject({ version: 2, retracted: true })
		expect(page?.corrections[0]).toMatchObject({
			kind: 'retraction',
			ratingBefore: 'mostly_false',
			ratingAfter: null,
		})
		const [row] = await db.select().from(claims).where(eq(claims.id, claim.id))
		expect(row).toMatchObject({ status: 'published', rating: null })
		expect((await listFactChecks(db, { country: null, rating: 'mostly_false' }, null)).rows).toEqual([])
		expect(await findRollUpFaults(db)).toEqual([])
	})

	test('can be followed by a verdict that we stand by', async ({ db }) => {
		const claim = await addClaim(db)
		const people = await publishClaim(db, claim)
		await correct(db, claim.id, people, { kind: 'retraction', rating: 'mostly_false' })
		await correct(db, claim.id, people, { kind: 'correction', rating: 'unproven' })
		const page = await findFactCheck(db, claim.slug)
		expect(page?.factCheck).toMatchObject({ version: 3, retracted: false, rating: { key: 'unproven' } })
		expect(page?.corrections[0]).toMatchObject({ number: 2, ratingBefore: null, ratingAfter: 'unproven' })
		expect(await findRollUpFaults(db)).toEqual([])
	})
})

describe('the database itself refuses', () => {
	/** What Postgres says to a statement, without spoiling the test's transaction. */
	async function refusalOf(db: Db, statement: ReturnType<typeof sql>): Promise<string> {
		const error: unknown = await db
			.transaction((tx) => tx.execute(statement))
			.catch((error: unknown) => error)
		const { cause } = error as { cause?: { constraint_name?: string; message?: string } }
		return cause?.constraint_name ?? cause?.message ?? 'nothing was refused'
	}

	test('a proposal decided by its proposer', async ({ db }) => {
		const { proposalId, proposer } = await proposeFor(db, await addClaim(db))
		for (const decision of ['approved', 'returned']) {
			const statement = sql`update proposals set decision = ${decision}, decided_by = ${proposer.id}, decided_at = now()
				where id = ${proposalId}`
			expect(await refusalOf(db, statement)).toBe('proposals_second_person')
		}
	})

	test('a verdict without an approved proposal, or by other people than decided it', async ({ db }) => {
		const claim = await addClaim(db)
		const { proposalId, proposer } = await proposeFor(db, claim)
		const second = await addPerson(db)
		const insert = (approver: string, rating = 'mostly_false') => sql`
			insert into verdicts (id, claim_id, number, proposal_id, rating, proposer_id, approver_id, content, published_at)
			values ('forged', ${claim.id}, 1, ${proposalId}, ${rating}, ${proposer.id}, ${approver}, '{}', now())`
		expect(await refusalOf(db, insert(second.id))).toContain('no approved proposal')

		await db.execute(sql`update proposals set decision = 'approved', decided_by = ${second.id}, decided_at = now()
			where id = ${proposalId}`)
		const third = await addPerson(db)
		expect(await refusalOf(db, insert(third.id))).toContain('no approved proposal')
		expect(await refusalOf(db, insert(second.id, 'true'))).toContain('no approved proposal')
		expect(await refusalOf(db, insert(second.id))).toBe('nothing was refused')
	})

	test('a verdict with one person in both parts, even where no trigger runs', async ({ db }) => {
		const claim = await addClaim(db)
		const { proposalId, proposer } = await proposeFor(db, claim)
		await db.execute(sql`alter table verdicts disable trigger verdicts_approved`)
		const statement = sql`
			insert into verdicts (id, claim_id, number, proposal_id, rating, proposer_id, approver_id, content, published_at)
			values ('forged', ${claim.id}, 1, ${proposalId}, 'true', ${proposer.id}, ${proposer.id}, '{}', now())`
		expect(await refusalOf(db, statement)).toBe('verdicts_second_person')
	})

	test('a proposal reworded after it was made, or decided twice', async ({ db }) => {
		const waiting = await proposeFor(db, await addClaim(db))
		expect(
			await refusalOf(db, sql`update proposals set summary_ar = 'غيرها' where id = ${waiting.proposalId}`),
		).toContain('cannot be reworded')
		await publishClaim(db, await addClaim(db))
		expect(
			await refusalOf(db, sql`update proposals set comment = 'لا' where decision = 'approved'`),
		).toContain('decided once')
	})

	test.for([
		['verdicts', 'claim_id'],
		['claim_events', 'claim_id'],
		['corrections', 'claim_id'],
		['article_versions', 'number'],
		['proposals', 'claim_id'],
	] as const)('to change, delete or empty %s', async ([table, column], { db }) => {
		const claim = await addClaim(db)
		const people = await publishClaim(db, claim)
		await correct(db, claim.id, people, { kind: 'clarification', rating: 'mostly_false' })
		const name = sql.identifier(table)
		const before = await db.execute(sql`select * from ${name}`)
		expect(before.length).toBeGreaterThan(0)
		const refused = /only grows|decided once/
		expect(
			await refusalOf(db, sql`update ${name} set ${sql.identifier(column)} = ${sql.identifier(column)}`),
		).toMatch(refused)
		expect(await refusalOf(db, sql`delete from ${name}`)).toMatch(refused)
		expect(await refusalOf(db, sql`truncate ${name} cascade`)).toMatch(refused)
		expect(await db.execute(sql`select * from ${name}`)).toEqual(before)
	})
})

test('of two people who approve at the same moment one does, and there is one version', async ({
	fresh: { db },
}) => {
	const claim = await addClaim(db)
	const { proposalId } = await proposeFor(db, claim)
	const [samir, rima] = [await addPerson(db), await addPerson(db)]
	const both = await Promise.allSettled(
		[samir, rima].map((person) => approveVerdict(db, person, { claimId: claim.id, proposalId })),
	)
	expect(both.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
	expect(both.find(({ status }) => status === 'rejected')).toMatchObject({ reason: { code: 'wrong-step' } })
	expect(await db.$count(verdicts)).toBe(1)
	expect(await db.$count(factChecks)).toBe(1)
	expect(await db.$count(corrections)).toBe(0)
	expect(await findRollUpFaults(db)).toEqual([])
})
