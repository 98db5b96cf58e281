import { eq, sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { checkPassword } from '#app/auth/password.server.ts'
import { findFactCheck, listFactChecks } from '#app/services/fact-checks.server.ts'
import { statusByCountry } from '#app/services/dashboard.server.ts'
import {
	articles,
	articleVersions,
	claimEvents,
	claims,
	corrections,
	evidence,
	factChecks,
	figures,
	sources,
	users,
	verdicts,
} from '#drizzle/schema.ts'
import { readClaims, readFactChecks } from '#seeds/corpus.ts'
import { seed } from '#seeds/seed.server.ts'
import { test } from '#tests/support/corpus.ts'

describe('the demonstration corpus', () => {
	test('goes in whole: 5 briefs, 32 claims, 13 fact-checks with 72 pieces of evidence from 63 pages', async ({
		corpus: { db },
	}) => {
		expect(await db.$count(articles)).toBe(5)
		expect(await db.$count(articleVersions)).toBe(5)
		expect(await db.$count(claims)).toBe(32)
		expect(await db.$count(evidence)).toBe(72)
		expect(await db.$count(sources)).toBe(63)
		expect(await db.$count(figures)).toBe(12)
		expect(await db.$count(verdicts)).toBe(11)
		expect(await db.$count(factChecks)).toBe(11)
		expect(await db.$count(corrections)).toBe(3)
	})

	test('gives every claim the status its file says, reached by the steps people take', async ({
		corpus: { db },
	}) => {
		const stored = await db.select({ id: claims.id, status: claims.status }).from(claims)
		const expected = Object.fromEntries(readClaims().map((claim) => [claim.id, claim.status]))
		expect(Object.fromEntries(stored.map((row) => [row.id, row.status]))).toEqual(expected)
		const steps = await db
			.select({ kind: claimEvents.kind })
			.from(claimEvents)
			.where(eq(claimEvents.claimId, 'c06'))
			.orderBy(claimEvents.id)
		expect(steps.map((event) => event.kind)).toEqual([
			'create',
			'take',
			...Array.from({ length: 7 }, () => 'add_evidence'),
			'propose',
			'grant_exception',
			'grant_exception',
			'grant_exception',
			'approve',
		])
	})

	test('publishes what its file says, in both languages, word for word', async ({ corpus: { db } }) => {
		for (const factCheck of readFactChecks().filter((entry) => entry.state === 'published')) {
			const [stored] = await db.select().from(factChecks).where(eq(factChecks.claimId, factCheck.claim_id))
			const page = await findFactCheck(db, stored?.slug ?? '')
			expect(page?.factCheck).toMatchObject({
				rating: { key: factCheck.rating },
				asOf: factCheck.as_of,
				summary: { ar: factCheck.summary_ar, en: factCheck.summary_en },
				rationale: { ar: factCheck.rationale_ar, en: factCheck.rationale_en },
				evidence: factCheck.sources.map((source) => ({
					number: source.n,
					url: source.url,
					stance: source.stance,
					kind: source.kind,
					shows: { ar: source.shows_ar, en: source.shows_en },
				})),
			})
			expect(page?.corrections).toHaveLength(factCheck.corrections.length)
			expect(page?.corrections.every((correction) => correction.beforePublication)).toBe(true)
		}
	})

	test('changes nothing when it is loaded again, but for another password', async ({ corpus: { db } }) => {
		const before = await db.$count(claimEvents)
		const { emails } = await seed(db, { password: 'another password altogether' })
		expect(emails).toEqual(['admin', 'editor', 'reviewer', 'reviewer2'].map((name) => `${name}@demo.example`))
		expect(await db.$count(claimEvents)).toBe(before)
		const [person] = await db.select().from(users).where(eq(users.email, 'editor@demo.example'))
		expect(await checkPassword(person?.passwordHash ?? null, 'another password altogether')).toBe(true)
	})

	test('is counted by country as a count of its claims would say', async ({ corpus: { db } }) => {
		const { rows } = await statusByCountry(db, { articleId: null, from: null, to: null }, true)
		const counted = await db.execute<{ country: string; total: number }>(
			sql`select country, count(*)::int as total from claim_countries group by country order by total desc, country`,
		)
		expect(rows.map(({ country, total }) => ({ country, total }))).toEqual([...counted])
	})

	test('leads the front page with the vote share of 40.27%', async ({ corpus: { db } }) => {
		const { rows } = await listFactChecks(db, { country: null, rating: null }, null, 1)
		expect(rows[0]?.claimId).toBe('c06')
	})
})
