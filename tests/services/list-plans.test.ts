import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import type { Db } from '#app/db.server.ts'
import { parseQuery } from '#app/domain/search-query.ts'
import { noFilter, searchKinds } from '#app/domain/search.ts'
import type { Actor } from '#app/domain/people.ts'
import { listActivity } from '#app/services/activity.server.ts'
import { listArticles } from '#app/services/articles.server.ts'
import { listSources } from '#app/services/evidence.server.ts'
import { listPublicCorrections } from '#app/services/corrections.server.ts'
import { listFactChecks, listUnderway } from '#app/services/fact-checks.server.ts'
import { listQueue } from '#app/services/queue.server.ts'
import { search, searchFactChecks } from '#app/services/search.server.ts'
import { seed } from '#seeds/seed.server.ts'
import { freshDatabase, test as base } from '#tests/support/database.ts'
import { growing, watchPlans } from '#tests/support/plans.ts'

const many = 6000
const admin: Actor = { id: 'demo-admin', name: '', email: '', role: 'admin', language: 'ar' }
const cursor = { at: new Date('2026-05-01T00:00:00Z'), id: 'm' }

/** The corpus, and thousands of everything that lists go through. */
const test = base.extend<{ $file: { crowded: ReturnType<typeof watchPlans> } }>({
	crowded: [
		async ({}, use) => {
			const database = await freshDatabase()
			await seed(database.db, { password: 'a password for the demonstration' })
			await crowd(database.db)
			const watched = watchPlans(database.connection)
			await use(watched)
			await watched.close()
			await database.drop()
		},
		{ scope: 'file' },
	],
})

/** Copies of what the corpus has, one a minute. */
async function crowd(db: Db): Promise<void> {
	const series = sql`generate_series(1, ${many}) n`
	const at = sql`timestamptz '2026-04-01T00:00:00Z' + n * interval '1 minute'`
	await db.execute(sql`set session_replication_role = replica`)
	// A busy machine takes longer to fill and to vacuum than a page may take.
	await db.execute(sql`set statement_timeout = 0`)
	const statements = [
		sql`insert into articles (id, title, language, created_by, created_at) select 'a' || n, 'عنوان', 'ar', 'demo-admin', ${at} from ${series}`,
		sql`insert into article_versions (id, article_id, number, text, sha256, captured_by, captured_at)
			select 'v' || n, 'a' || n, 1, 'نص', 'sha' || n, 'demo-admin', ${at} from ${series}`,
		sql`insert into claims (id, slug, language, statement_ar, type, status, rating, created_by, created_at, status_since)
			select 'x' || n, 'x' || n, 'ar', 'ادعاء', 'event', (array['new', 'in_research', 'published'])[1 + n % 3], null, 'demo-admin', ${at}, ${at} from ${series}`,
		sql`insert into claim_countries (claim_id, country, created_at)
			select 'x' || n, (array['HN', 'US', 'KE', 'TN', 'LB'])[1 + n % 5], ${at} from ${series}`,
		sql`insert into verdicts (id, claim_id, number, proposal_id, rating, proposer_id, approver_id, content, published_at)
			select 'w' || n, 'x' || n, 1, 'p' || n, 'false', 'demo-reviewer', 'demo-editor', (select content from verdicts limit 1), ${at} from ${series}`,
		sql`insert into fact_checks (claim_id, slug, verdict_id, rating, first_published_at, published_at)
			select 'x' || n, 'x' || n, 'w' || n, (array['false', 'true', 'unproven'])[1 + n % 3], ${at}, ${at} from ${series}`,
		sql`insert into corrections (id, claim_id, verdict_number, number, "on", kind, severity, created_at)
			select 'r' || n, 'x' || n, 1, 1, '2026-04-01', 'correction', 'minor', ${at} from ${series}`,
		sql`insert into sources (id, url, created_at) select 's' || n, 'https://source.example/' || n, ${at} from ${series}`,
		sql`insert into claim_events (claim_id, actor_id, kind, at)
			select 'x' || n, (array['demo-editor', 'demo-reviewer', 'demo-admin'])[1 + n % 3], 'take', ${at} from ${series}`,
		sql`insert into account_events (actor_id, subject_id, kind, at)
			select (array['demo-editor', 'demo-reviewer', 'demo-admin'])[1 + n % 3], 'demo-reviewer2', 'signed-in', ${at} from ${series}`,
		sql`insert into search_entries (kind, id, words, at)
			select kind, prefix || n, to_tsvector('simple', 'سوق السمك w' || n % 7 || ' v' || n) || (case when n % 5 = 0 then '''=country HN'''::tsvector else '' end), ${at}
			from ${series}, (values ('article', 'a'), ('claim', 'x'), ('verdict', 'x')) kinds (kind, prefix)`,
		sql`set session_replication_role = default`,
		sql`vacuum analyze`,
		sql`reset statement_timeout`,
	]
	for (const statement of statements) await db.execute(statement)
}

const big =
	'articles article_versions claims claim_countries fact_checks verdicts corrections sources claim_events account_events search_entries'.split(
		' ',
	)

const histories = ['claim_events', 'account_events']

function words(typed: string) {
	const read = parseQuery(typed)
	if ('problem' in read) throw new Error(read.problem)
	return read.query
}

const queue = { status: null, country: null, assigneeId: null }
const everything = { personId: null, group: null, from: null, to: null, claimId: null }
const whole = { query: null, kinds: searchKinds, filter: noFilter }

describe('no list reads or sorts more than it shows', () => {
	test.for<[string, (db: Db) => Promise<unknown>]>([
		['articles', (db) => listArticles(db, null)],
		['articles, further on', (db) => listArticles(db, cursor)],
		['the queue', (db) => listQueue(db, queue, null)],
		['the queue, further on', (db) => listQueue(db, queue, cursor)],
		['the queue of a status', (db) => listQueue(db, { ...queue, status: 'new' }, cursor)],
		['the queue of a country', (db) => listQueue(db, { ...queue, country: 'HN' }, cursor)],
		[
			'the queue of a country and a status',
			(db) => listQueue(db, { ...queue, country: 'HN', status: 'new' }, cursor),
		],
		['the queue by common words', (db) => listQueue(db, { ...queue, words: words('سوق السمك') }, cursor)],
		['sources', (db) => listSources(db, null)],
		['sources, further on', (db) => listSources(db, cursor)],
		['verdicts', (db) => listFactChecks(db, { country: null, rating: null }, null)],
		['verdicts, further on', (db) => listFactChecks(db, { country: null, rating: null }, cursor)],
		['verdicts of a rating', (db) => listFactChecks(db, { country: null, rating: 'false' }, cursor)],
		['what is being checked', (db) => listUnderway(db)],
		['corrections', (db) => listPublicCorrections(db, null, null)],
		['corrections, further on', (db) => listPublicCorrections(db, null, cursor)],
		['corrections of a kind', (db) => listPublicCorrections(db, 'update', cursor)],
		['the activity', (db) => listActivity(db, admin, everything, null)],
		[
			'the activity, further on',
			(db) => listActivity(db, admin, everything, { ...cursor, source: 'claim', id: '5' }),
		],
		['the activity of claims', (db) => listActivity(db, admin, { ...everything, group: 'claims' }, null)],
		[
			'the activity of a person',
			(db) => listActivity(db, admin, { ...everything, personId: 'demo-reviewer' }, null),
		],
		['everything that can be searched', (db) => search(db, whole, null, 'ar')],
		['a common word', (db) => search(db, { ...whole, query: words('سوق') }, null, 'ar')],
		[
			'a common word, further on',
			(db) => search(db, { ...whole, query: words('سوق') }, { ...cursor, kind: 'claim' }, 'ar'),
		],
		[
			'common words of a country',
			(db) =>
				searchFactChecks(db, { query: words('سوق'), filter: { ...noFilter, country: 'HN' } }, null, 'ar'),
		],
		['published verdicts', (db) => searchFactChecks(db, whole, { ...cursor, kind: 'verdict' }, 'ar')],
	])('%s', async ([name, ask], { crowded }) => {
		const plans = await crowded.plansOf(ask)
		expect(plans.length).toBeGreaterThan(0)
		// What the activity looks up for a page may be read as Postgres likes, as long as it is no history.
		const tables = name.startsWith('the activity') ? histories : big
		const faults = plans.flatMap(({ query, plan }) =>
			growing(plan, tables).map((fault) => ({ fault, query })),
		)
		expect(faults).toEqual([])
	})

	test('and a rare word is read from the index of words', async ({ crowded }) => {
		const [page] = await crowded.plansOf((db) => search(db, { ...whole, query: words('v4711 ') }, null, 'ar'))
		expect(JSON.stringify(page?.plan)).toContain('search_entries_words')
		expect(JSON.stringify(page?.plan)).not.toContain('Seq Scan')
	})
})
