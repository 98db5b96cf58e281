import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Db, openDatabase } from '#app/db.server.ts'
import { type ActivityFilter, readActivityCursor } from '#app/domain/activity.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import {
	activityStatement,
	exportActivity,
	findNamedClaim,
	listActivity,
} from '#app/services/activity.server.ts'
import { assignClaim, takeClaim } from '#app/services/review.server.ts'
import { accountEvents } from '#drizzle/schema.ts'
import { test } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, publishClaim } from '#tests/support/factories.ts'

const everything: ActivityFilter = { personId: null, group: null, from: null, to: null, claimId: null }
const at = (day: number, hour = 12) => new Date(Date.UTC(2026, 2, day, hour))

/** All lines of the list, read in pages of this size. */
async function readAll(
	db: Db,
	admin: Parameters<typeof listActivity>[1],
	filter: ActivityFilter,
	size: number,
) {
	const kinds: string[] = []
	let cursor: string | null = null
	do {
		const page = await listActivity(db, admin, filter, readActivityCursor(cursor), size)
		kinds.push(...page.entries.map(({ kind, source, id }) => `${kind} ${source} ${id}`))
		cursor = page.next
	} while (cursor)
	return kinds
}

/** A small newsroom's week: an article, a claim that is taken, a sign-in, an invitation, a changed setting. */
async function week(db: Db) {
	const admin = await addPerson(db, { role: 'admin', name: 'سهى' })
	const reviewer = await addPerson(db, { name: 'كريم' })
	const article = await addArticle(db, { by: reviewer, title: 'سوق السمك', at: at(1) })
	const claim = await addClaim(db, { article, by: reviewer, at: at(2) })
	await takeClaim(db, reviewer, claim.id, at(3))
	await recordAccountEvent(db, { actorId: reviewer.id, subjectId: reviewer.id, kind: 'signed-in' }, at(4))
	await recordAccountEvent(
		db,
		{
			actorId: admin.id,
			subjectId: reviewer.id,
			kind: 'role-changed',
			detail: { from: 'reviewer', to: 'editor' },
		},
		at(5),
	)
	await recordAccountEvent(db, { actorId: admin.id, subjectId: null, kind: 'setting-changed' }, at(6))
	return { admin, reviewer, article, claim }
}

describe('who did what when', () => {
	test('comes from claims, accounts and articles, the newest first, with names and texts', async ({ db }) => {
		const { admin, reviewer, article, claim } = await week(db)
		const { entries, next } = await listActivity(db, admin, everything, null)
		expect(entries.map(({ kind, at }) => [kind, at.slice(0, 10)])).toEqual([
			['setting-changed', '2026-03-06'],
			['role-changed', '2026-03-05'],
			['signed-in', '2026-03-04'],
			['take', '2026-03-03'],
			['create', '2026-03-02'],
			['capture', '2026-03-01'],
		])
		expect(entries[1]).toMatchObject({
			at: '2026-03-05T12:00:00.000Z',
			actor: { id: admin.id, name: 'سهى' },
			subject: { id: reviewer.id, name: 'كريم' },
			detail: { from: 'reviewer', to: 'editor' },
		})
		expect(entries[3]?.claim).toMatchObject({ id: claim.id, statement: { en: null } })
		expect(entries[5]).toMatchObject({
			actor: { name: 'كريم' },
			article: { id: article.id, title: 'سوق السمك' },
		})
		expect(next).toBeNull()
	})

	test('names whom work was given to', async ({ db }) => {
		const { claim, admin } = await week(db)
		const other = await addPerson(db, { name: 'ليلى' })
		await assignClaim(db, admin, { claimId: claim.id, assigneeId: other.id }, at(7))
		const { entries } = await listActivity(db, admin, everything, null, 1)
		expect(entries[0]).toMatchObject({ kind: 'assign', subject: { id: other.id, name: 'ليلى' } })
	})

	test('is one statement, however much it joins', async ({ fresh }) => {
		const statements: string[] = []
		const { db, close } = openDatabase(fresh.connection, { max: 1, onQuery: (text) => statements.push(text) })
		const { admin } = await week(db)
		statements.length = 0
		await listActivity(db, admin, everything, null)
		expect(statements).toHaveLength(1)
		await close()
	})

	test.for([1, 2, 3, 5, 100])(
		'gives the same in pages of %i, with nothing twice and nothing lost',
		async (size, { db }) => {
			const { admin, reviewer } = await week(db)
			// Many things of one moment, from all three sources.
			for (let times = 0; times < 3; times++) {
				await addClaim(db, { by: reviewer, at: at(8) })
				await recordAccountEvent(
					db,
					{ actorId: reviewer.id, subjectId: reviewer.id, kind: 'signed-out' },
					at(8),
				)
			}
			const { entries } = await listActivity(db, admin, everything, null, 1000)
			const whole = entries.map(({ kind, source, id }) => `${kind} ${source} ${id}`)
			expect(new Set(whole).size).toBe(whole.length)
			expect(whole).toHaveLength(6 + 3 + 3 + 3)
			expect(await readAll(db, admin, everything, size)).toEqual(whole)
		},
	)

	test.for<[string, (names: Awaited<ReturnType<typeof week>>) => Partial<ActivityFilter>, string[]]>([
		[
			'a person, whether they did it or it concerned them',
			({ reviewer }) => ({ personId: reviewer.id }),
			['role-changed', 'signed-in', 'take', 'create', 'capture'],
		],
		['claims', () => ({ group: 'claims' }), ['take', 'create']],
		['verdicts', () => ({ group: 'verdicts' }), []],
		['articles', () => ({ group: 'articles' }), ['capture']],
		['accounts', () => ({ group: 'accounts' }), ['role-changed', 'signed-in']],
		['settings', () => ({ group: 'settings' }), ['setting-changed']],
		[
			'days, both of them whole',
			() => ({ from: '2026-03-02', to: '2026-03-04' }),
			['signed-in', 'take', 'create'],
		],
		['one day', () => ({ from: '2026-03-03', to: '2026-03-03' }), ['take']],
		['a span that runs backwards', () => ({ from: '2026-03-04', to: '2026-03-03' }), []],
		['a claim', ({ claim }) => ({ claimId: claim.id }), ['take', 'create']],
		['a claim, and accounts', ({ claim }) => ({ claimId: claim.id, group: 'accounts' }), []],
		[
			'a claim, a person and a day',
			({ claim, reviewer }) => ({ claimId: claim.id, personId: reviewer.id, from: '2026-03-03' }),
			['take'],
		],
		['nobody', () => ({ personId: 'nobody' }), []],
	])('can be narrowed to %s', async ([, narrow, kinds], { db }) => {
		const names = await week(db)
		const filter = { ...everything, ...narrow(names) }
		const { entries } = await listActivity(db, names.admin, filter, null)
		expect(entries.map(({ kind }) => kind)).toEqual(kinds)
	})

	test('tells verdicts apart from the work on claims', async ({ db }) => {
		const { admin } = await week(db)
		await publishClaim(db, await addClaim(db))
		const { entries } = await listActivity(db, admin, { ...everything, group: 'verdicts' }, null)
		expect(entries.map(({ kind }) => kind).toSorted()).toEqual([
			'approve',
			'grant_exception',
			'grant_exception',
			'propose',
		])
	})

	test('is for admins only', async ({ db }) => {
		const editor = await addPerson(db, { role: 'editor' })
		await expect(listActivity(db, editor, everything, null)).rejects.toMatchObject({ code: 'forbidden' })
		await expect(exportActivity(db, editor, everything)).rejects.toMatchObject({ code: 'forbidden' })
		expect(await db.$count(accountEvents)).toBe(0)
	})
})

describe('taking it out of the house', () => {
	test('is put on record first, with what it was narrowed to', async ({ db }) => {
		const { admin } = await week(db)
		await exportActivity(db, admin, { ...everything, group: 'claims' }, at(9))
		const { entries } = await listActivity(db, admin, everything, null, 1)
		expect(entries[0]).toMatchObject({
			kind: 'activity-exported',
			actor: { id: admin.id },
			detail: { group: 'claims' },
		})
	})

	test('gives all of it in batches', async ({ db }) => {
		const { admin } = await week(db)
		const kinds: string[][] = []
		for await (const batch of await exportActivity(db, admin, everything, at(9), 3)) {
			kinds.push(batch.map(({ kind }) => kind))
		}
		expect(kinds).toEqual([
			['activity-exported', 'setting-changed', 'role-changed'],
			['signed-in', 'take', 'create'],
			['capture'],
		])
	})
})

test('a claim is found by its id and by its slug', async ({ db }) => {
	const claim = await addClaim(db)
	expect((await findNamedClaim(db, claim.id))?.id).toBe(claim.id)
	expect((await findNamedClaim(db, claim.slug))?.id).toBe(claim.id)
	expect(await findNamedClaim(db, "' or true --")).toBeNull()
})

test('a page is read from indexes, however long the history is', async ({ fresh }) => {
	const { db } = fresh
	const { admin, claim, reviewer } = await week(db)
	await db.execute(sql`insert into account_events (actor_id, subject_id, kind, at)
		select ${admin.id}, ${admin.id}, 'signed-in', timestamptz '2026-01-01' + n * interval '1 minute'
		from generate_series(1, 50000) n`)
	await db.execute(sql`insert into claim_events (claim_id, actor_id, kind, at)
		select ${claim.id}, ${reviewer.id}, 'edit_claim', timestamptz '2026-01-01' + n * interval '1 minute'
		from generate_series(1, 50000) n`)
	await db.execute(sql`analyze account_events, claim_events, articles, claims, users`)
	const middle = { at: new Date('2026-01-15T00:00:00Z'), source: 'claim', id: '9' } as const
	for (const cursor of [null, middle]) {
		const statement = activityStatement(everything, cursor, 51)
		const [row] = await db.execute<{ 'QUERY PLAN': [{ Plan: Record<string, unknown> }] }>(
			sql`explain (analyze, buffers, format json) ${statement}`,
		)
		const plan = row?.['QUERY PLAN'][0].Plan
		const buffers = Number(plan?.['Shared Hit Blocks']) + Number(plan?.['Shared Read Blocks'])
		expect(buffers).toBeLessThan(600)
		expect(JSON.stringify(plan)).toContain('"claim_events_newest"')
		expect(JSON.stringify(plan)).toContain('"account_events_newest"')
	}
})
