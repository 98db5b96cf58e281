import { sql } from 'drizzle-orm'
import { describe, expect } from 'vitest'
import { type Db, openDatabase } from '#app/db.server.ts'
import { describeProtection } from '#app/database-protection.server.ts'
import type { LedgerBody } from '#app/domain/ledger.ts'
import { hashEntry, leafOf } from '#app/domain/ledger-hash.ts'
import { isSignedBy, readKey } from '#app/domain/ledger-head.ts'
import { includes, isConsistent } from '#app/domain/ledger-tree.ts'
import { verifyLedger } from '#app/domain/ledger-verification.ts'
import { beginLedger, recordUnrecorded } from '#app/services/ledger-catch-up.server.ts'
import { appendToLedger } from '#app/services/ledger.server.ts'
import {
	exportLedger,
	findHead,
	listEntries,
	passesThrough,
	proveEntry,
	proveGrowth,
} from '#app/services/ledger-reading.server.ts'
import { compareTables } from '#app/services/ledger-tables.server.ts'
import { ledger, ledgerHeads, ledgerNodes, ledgerSalts } from '#drizzle/schema.ts'
import { appRole } from '#drizzle/roles.server.ts'
import { addClaim, addPerson, publishClaim } from '#tests/support/factories.ts'
import { test } from '#tests/support/database.ts'

async function verify(db: Db) {
	const verification = verifyLedger()
	for await (const lines of exportLedger(db)) for (const line of lines) verification.take(line)
	return verification.end()
}

/** Do what only the owner of the database can: with its triggers off. */
async function behindTheBack(db: Db, statement: ReturnType<typeof sql>): Promise<void> {
	await db.execute(sql`set local session_replication_role = replica`)
	await db.execute(statement)
	await db.execute(sql`set local session_replication_role = origin`)
}

async function publishSome(db: Db, count: number) {
	const published = []
	for (let number = 0; number < count; number++) {
		const at = new Date(Date.UTC(2026, 10, 25, 8, number))
		published.push(await publishClaim(db, await addClaim(db), { at }))
	}
	return published
}

describe('what is published', () => {
	test('is written down with it, under a signed head', async ({ db }) => {
		await publishSome(db, 3)
		expect(await verify(db)).toMatchObject({ entries: 3, heads: 3, fault: null })
		expect(await compareTables(db)).toBeNull()
		const signed = await findHead(db)
		const key = signed && readKey(signed.key)
		expect(signed && key && isSignedBy(signed.head, key)).toBe(true)
	})

	test('is not written down when it is not published', async ({ db }) => {
		const refused = db.transaction(async (tx) => {
			await publishClaim(tx, await addClaim(tx))
			throw new Error('no')
		})
		await expect(refused).rejects.toThrow('no')
		expect(await db.$count(ledger)).toBe(0)
		expect(await db.$count(ledgerHeads)).toBe(0)
	})

	test('has a time that never goes back, whatever the clock says', async ({ db }) => {
		await publishSome(db, 1)
		const late = { slug: 'later', verdict: 1, content: null, correction: null }
		const [first] = (await listEntries(db, null)).rows
		await appendToLedger(db, [{ ...late, correction: noted(1) }], new Date(0))
		const [second] = (await listEntries(db, null)).rows
		expect(second?.at.getTime()).toBeGreaterThanOrEqual(first?.at.getTime() ?? Infinity)
	})

	test('names no people in the fields that hold them', async ({ db }) => {
		await publishSome(db, 1)
		const [entry] = await db.select().from(ledger)
		const body = JSON.parse(entry?.body ?? '') as LedgerBody
		const { appearances } = body.content as { appearances: { article: { author: unknown } }[] }
		for (const { article } of appearances) {
			if (article.author !== null) expect(Object.keys(article.author as object)).toEqual(['digest'])
		}
	})

	test('still agrees with the tables when a salt is gone', async ({ db }) => {
		await publishSome(db, 2)
		await db.delete(ledgerSalts).where(sql`${ledgerSalts.seq} = 1`)
		expect(await compareTables(db)).toBeNull()
		expect((await proveEntry(db, 1)).salt).toBeNull()
	})
})

/** A note about a version, in words that do not matter. */
function noted(number: number) {
	const words = { ar: null, en: 'x' }
	const rest = { ratingBefore: null, ratingAfter: null, what: words, why: words }
	return {
		number,
		on: '2026-11-25',
		kind: 'update' as const,
		severity: 'minor' as const,
		beforePublication: false,
		...rest,
	}
}

describe('proofs', () => {
	test('each entry is proved to be in the newest head, and each head to continue the ones before', async ({
		db,
	}) => {
		await publishSome(db, 5)
		const head = (await findHead(db))?.head
		for (let seq = 1; seq <= 5; seq++) {
			const { entry, proof } = await proveEntry(db, seq)
			expect(hashEntry(entry)).toBe(entry.hash)
			const claim = { leaf: leafOf(entry.hash), index: proof.index, size: 5, root: head?.root ?? '' }
			expect(includes(claim, proof.path)).toBe(true)
			const growth = await proveGrowth(db, seq, 5)
			expect(isConsistent(growth.from, growth.to, growth.path)).toBe(true)
			expect(growth.to.root).toBe(head?.root)
		}
		expect(await db.$count(ledgerNodes)).toBe(8)
	})

	test.for([
		[0, 1],
		[2, 1],
		[1, 3],
	] as const)('there is none from %i to %i', async ([from, to], { db }) => {
		await publishSome(db, 2)
		await expect(proveGrowth(db, from, to)).rejects.toMatchObject({ code: 'not-found' })
		await expect(proveEntry(db, 3)).rejects.toMatchObject({ code: 'not-found' })
	})

	test('the list goes on from where it ended', async ({ db }) => {
		await publishSome(db, 3)
		const first = await listEntries(db, null, 2)
		expect([first.rows.map(({ seq }) => seq), first.next]).toEqual([[3, 2], 2])
		const second = await listEntries(db, first.next, 2)
		expect([second.rows.map(({ seq }) => seq), second.next]).toEqual([[1], null])
	})
})

describe('what was published before there was a ledger', () => {
	const empty = sql`delete from ledger_heads; delete from ledger_salts; delete from ledger_nodes; delete from ledger`

	test('is written down once, in order, and says that it is late', async ({ db }) => {
		const published = await publishSome(db, 3)
		await behindTheBack(db, empty)
		await beginLedger(db)
		await beginLedger(db)
		const rows = await db.select().from(ledger).orderBy(ledger.seq)
		expect(rows.map(({ slug }) => slug)).toEqual(published.map(({ slug }) => slug))
		expect(rows.every(({ body }) => (JSON.parse(body) as LedgerBody).late)).toBe(true)
		expect(await verify(db)).toMatchObject({ entries: 3, heads: 1, fault: null })
		expect(await compareTables(db)).toBeNull()
	})

	test('is not taken up by a ledger that has begun, unless somebody says so', async ({ db }) => {
		await publishSome(db, 3)
		await behindTheBack(
			db,
			sql`delete from ledger_heads where size = 3; delete from ledger_salts where seq = 3;
			delete from ledger where seq = 3`,
		)
		await beginLedger(db)
		expect(await compareTables(db)).toMatchObject({ entry: 3, code: 'table' })
	})

	test('nothing is written twice', async ({ db }) => {
		await publishSome(db, 2)
		expect(await recordUnrecorded(db)).toBe(0)
	})
})

describe('a table that was changed behind the ledger is found', () => {
	test.for<[string, ReturnType<typeof sql>, number]>([
		[
			'another summary',
			sql`update verdicts set content = jsonb_set(content, '{summary,en}', '"No."')
			where claim_id = (select c.id from claims c join ledger l on l.slug = c.slug where l.seq = 2)`,
			2,
		],
		[
			'another rating in force',
			sql`update fact_checks set rating = 'satire'
			where slug = (select slug from ledger where seq = 2)`,
			2,
		],
		[
			'withdrawn without a word',
			sql`update fact_checks set retracted = true
			where slug = (select slug from ledger where seq = 3)`,
			3,
		],
		[
			'a verdict that is gone',
			sql`delete from verdicts where claim_id = (select c.id from claims c
			join ledger l on l.slug = c.slug where l.seq = 1)`,
			1,
		],
		[
			'a verdict that nobody published',
			sql`insert into verdicts (id, claim_id, number, proposal_id, rating, proposer_id,
			approver_id, content, published_at) select 'forged', claim_id, 2, 'forged', rating, proposer_id, approver_id, content,
			now() from verdicts limit 1`,
			4,
		],
	])('%s', async ([, change, entry], { db }) => {
		await publishSome(db, 3)
		expect(await compareTables(db)).toBeNull()
		await behindTheBack(db, change)
		expect(await compareTables(db)).toMatchObject({ code: 'table', entry })
	})

	test('and so is an entry that was changed', async ({ db }) => {
		await publishSome(db, 3)
		await behindTheBack(db, sql`update ledger set body = replace(body, 'true', 'false') where seq = 2`)
		expect((await verify(db)).fault).toMatchObject({ entry: 2, code: 'hash' })
	})

	test('and a database that was set back', async ({ db }) => {
		await publishSome(db, 3)
		const kept = (await findHead(db))?.head
		if (!kept) throw new Error('No head')
		expect(await passesThrough(db, kept)).toBe(true)
		expect(await passesThrough(db, { ...kept, root: 'a'.repeat(64) })).toBe(false)
		await behindTheBack(db, sql`delete from ledger_heads where size = 3; delete from ledger where seq = 3`)
		expect(await passesThrough(db, kept)).toBe(false)
	})
})

test('of many who publish at once each gets a number, and the chain is whole', async ({ fresh }) => {
	await addPerson(fresh.db)
	const { db, close } = openDatabase(fresh.connection, { max: 8 })
	const write = (number: number) =>
		db.transaction((tx) =>
			appendToLedger(
				tx,
				[{ slug: `s${number}`, verdict: 1, content: null, correction: noted(1) }],
				new Date(),
			),
		)
	await Promise.all(Array.from({ length: 40 }, (_, number) => write(number)))
	const found = await db.select({ seq: ledger.seq }).from(ledger).orderBy(ledger.seq)
	expect(found.map(({ seq }) => seq)).toEqual(Array.from({ length: 40 }, (_, index) => index + 1))
	expect(await db.$count(ledgerHeads)).toBe(40)
	await close()
})

describe('the database refuses', () => {
	test.for<[string, ReturnType<typeof sql>]>([
		[
			'an entry out of turn',
			sql`insert into ledger select seq + 2, hash, repeat('a', 64), at, kind, 'x', 1, 1, null, body from ledger`,
		],
		[
			'an entry that follows no other',
			sql`insert into ledger select seq + 1, repeat('b', 64), repeat('a', 64), at, kind, 'x', 1, 1, null, body from ledger`,
		],
		[
			'an entry from the past',
			sql`insert into ledger select seq + 1, hash, repeat('a', 64), at - interval '1 second', kind, 'x', 1, 1, null, body from ledger`,
		],
		[
			'a head that fits no entry',
			sql`insert into ledger_heads select size, root, repeat('a', 64), at, key_id, signature from ledger_heads`,
		],
		['another entry', sql`update ledger set body = body`],
		['to forget an entry', sql`delete from ledger`],
		['to empty it', sql`truncate ledger cascade`],
		['another head', sql`update ledger_heads set root = root`],
		['another node', sql`update ledger_nodes set hash = hash`],
		['another salt', sql`update ledger_salts set salt = salt`],
		['another key', sql`update ledger_keys set public_key = 'x'`],
	])('%s', async ([, statement], { db }) => {
		await publishSome(db, 1)
		await expect(db.transaction((tx) => tx.execute(statement))).rejects.toThrow()
	})
})

describe('the application’s role', () => {
	const only = [
		'ledger',
		'ledger_heads',
		'ledger_nodes',
		'ledger_keys',
		'verdicts',
		'corrections',
		'claim_events',
		'article_versions',
		'originals',
		'account_events',
	]
	const statements: [string, string][] = [
		...only.flatMap((table): [string, string][] => [
			[`update ${table}`, `update ${table} set ctid = ctid`],
			[`delete from ${table}`, `delete from ${table}`],
			[`truncate ${table}`, `truncate ${table} cascade`],
			[`drop ${table}`, `drop table ${table} cascade`],
			[`alter ${table}`, `alter table ${table} add column more text`],
			[`switch off the triggers of ${table}`, `alter table ${table} disable trigger all`],
		]),
		['delete a salt', `delete from ledger_salts`],
		['make a table', `create table mine (id int)`],
		['make a function', `create function mine() returns int language sql as 'select 1'`],
		[
			'replace the function of the triggers',
			`create or replace function refuse_change() returns trigger language plpgsql as $$ begin return new; end $$`,
		],
		['run a program', `copy (select 1) to program 'true'`],
		['read from a program', `copy ledger from program 'true'`],
		['write a file', `copy (select 1) to '/tmp/mine'`],
		['read a file', `select pg_read_file('/etc/hostname')`],
		['pass by the triggers', `set session_replication_role = replica`],
		['change who owns it', `alter table ledger owner to current_user`],
		['make a role', `create role more superuser`],
	]

	test.for(statements)('may not %s', async ([, statement], { db }) => {
		await db.execute(sql.raw(`set local role ${appRole}`))
		await expect(db.transaction((tx) => tx.execute(sql.raw(statement)))).rejects.toMatchObject({
			cause: { code: expect.stringMatching(/^(?:42501|0A000)$/) as unknown },
		})
	})

	test('may publish, and read all that pages are made of', async ({ db }) => {
		await db.execute(sql.raw(`set local role ${appRole}`))
		await publishSome(db, 2)
		expect(await verify(db)).toMatchObject({ entries: 2, fault: null })
		expect(await compareTables(db)).toBeNull()
	})

	test('taken on by the owner’s login is told from a login of its own', async ({ fresh }) => {
		expect(await describeProtection(fresh.db)).toBe('triggers only')
		const assumed = openDatabase(fresh.connection, { max: 1, role: appRole })
		expect(await describeProtection(assumed.db)).toBe('assumed role')
		// Where the connection itself was made with the role, resetting it changes nothing.
		await assumed.db.execute(sql`reset role`)
		expect(await describeProtection(assumed.db)).toBe('assumed role')
		await assumed.close()
	})

	test('as a login of its own cannot become anybody else, or give itself more', async ({ fresh }) => {
		await fresh.db.execute(sql.raw(`alter role ${appRole} login`))
		const connection = fresh.connection
		const own =
			typeof connection === 'string'
				? connection.replace(/\/\/[^@/]*@?/, `//${appRole}@`)
				: { ...connection, user: appRole }
		const { db, close } = openDatabase(own, { max: 1 })
		expect(await describeProtection(db)).toBe('own login')
		for (const role of ['postgres', 'pg_write_server_files', 'pg_execute_server_program']) {
			await expect(db.execute(sql.raw(`set role ${role}`))).rejects.toMatchObject({
				cause: { code: '42501' },
			})
		}
		await expect(db.execute(sql`set session authorization postgres`)).rejects.toMatchObject({
			cause: { code: '42501' },
		})
		await db.execute(sql`reset role`)
		await db.execute(sql`set role none`)
		await db.execute(sql`grant all on ledger to public`)
		expect(await describeProtection(db)).toBe('own login')
		await expect(db.execute(sql`update ledger set body = body`)).rejects.toMatchObject({
			cause: { code: '42501' },
		})
		await close()
	})
})
