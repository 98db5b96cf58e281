import { sql } from 'drizzle-orm'
import { describe, expect, vi } from 'vitest'
import { openDatabase, type Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { findArticle, listArticles } from '#app/services/articles.server.ts'
import { listPublicCorrections } from '#app/services/corrections.server.ts'
import { statusByCountry } from '#app/services/dashboard.server.ts'
import { listSources } from '#app/services/evidence.server.ts'
import { findFactCheck, listFactChecks, listUnderway } from '#app/services/fact-checks.server.ts'
import { listQueue, listWaiting, listWork } from '#app/services/queue.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import { factChecks } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/corpus.ts'
import { databaseEnvironment } from '#tests/support/postgres.ts'

/** The corpus on one connection that tells what is asked of it. */
const test = base.extend<{ watched: { db: Db; sent: string[] } }>({
	watched: async ({ corpus }, use) => {
		const sent: string[] = []
		const { db, close } = openDatabase(corpus.connection, { max: 1, onQuery: (query) => sent.push(query) })
		await use({ db, sent })
		await close()
	},
})

const editor: Actor = { id: 'demo-editor', name: '', email: '', role: 'editor', language: 'ar' }
const everything = { status: null, country: null, assigneeId: null }
const whole = { articleId: null, from: null, to: null }

describe('pages ask the database a fixed number of times, however much they show', () => {
	test.for<[string, number, (db: Db) => Promise<unknown>]>([
		['the verdict list', 1, (db) => listFactChecks(db, { country: null, rating: null }, null)],
		['a verdict page', 1, (db) => findFactCheck(db, 'any')],
		['the verdicts of a country', 1, (db) => listFactChecks(db, { country: 'HN', rating: null }, null)],
		['what is being checked', 1, (db) => listUnderway(db)],
		['the corrections', 1, (db) => listPublicCorrections(db, null, null)],
		['the queue', 1, (db) => listQueue(db, everything, null)],
		['the queue of a country', 1, (db) => listQueue(db, { ...everything, country: 'US' }, null)],
		['my work', 1, (db) => listWork(db, 'demo-reviewer')],
		['what waits for me', 1, (db) => listWaiting(db, 'demo-editor')],
		['the articles', 1, (db) => listArticles(db, null)],
		['the sources', 1, (db) => listSources(db, null)],
		['the chart by country', 2, (db) => statusByCountry(db, whole, true)],
		['the workbench of a claim with seven pieces of evidence', 19, (db) => findWorkbench(db, editor, 'c06')],
	])('%s: %i', async ([, most, ask], { watched: { db, sent } }) => {
		await db.execute(sql`select 1`)
		sent.length = 0
		await ask(db)
		expect(sent.length).toBeGreaterThan(0)
		expect(sent.length).toBeLessThanOrEqual(most)
	})
})

describe('hot queries are prepared once a connection', () => {
	test('the verdict page, the chart and the reader keep their statements on the server', async ({
		watched: { db },
	}) => {
		const [first] = await db.select({ slug: factChecks.slug }).from(factChecks).limit(1)
		const [article] = (await listArticles(db, null)).rows
		for (let round = 0; round < 3; round++) {
			await findFactCheck(db, first?.slug ?? '')
			await statusByCountry(db, whole, true)
			await findArticle(db, article?.id ?? '')
			await findWorkbench(db, editor, 'c06')
		}
		const prepared = await db.execute<{ statement: string }>(
			sql`select statement from pg_prepared_statements`,
		)
		for (const table of ['"fact_checks"', '"status_counts"', '"article_versions"', '"evidence"']) {
			const kept = prepared.filter(
				({ statement }) => statement.includes(`from ${table}`) || statement.includes(`join ${table}`),
			)
			expect(kept.length, table).toBe(new Set(kept.map(({ statement }) => statement)).size)
			expect(kept.length, table).toBeGreaterThan(0)
		}
	})

	test('none is kept where the address says that a pooler keeps none', async ({ corpus: { connection } }) => {
		const { DATABASE_URL, ...rest } = databaseEnvironment(connection)
		for (const [name, value] of Object.entries(rest)) vi.stubEnv(name, value)
		const address = `${DATABASE_URL}${DATABASE_URL?.includes('?') ? '&' : '?'}prepare=false`
		const { db, close } = openDatabase(address, { max: 1 })
		await findFactCheck(db, 'any')
		await findFactCheck(db, 'any')
		expect([...(await db.execute(sql`select statement from pg_prepared_statements`))]).toEqual([])
		await close()
		vi.unstubAllEnvs()
	})
})
