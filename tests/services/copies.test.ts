import { once } from 'node:events'
import http from 'node:http'
import type { AddressInfo } from 'node:net'
import { eq, sql } from 'drizzle-orm'
import { afterEach, beforeEach, describe, expect } from 'vitest'
import { checkingSources } from '#app/copies/check-sources.server.ts'
import type { Db } from '#app/db.server.ts'
import { strike } from '#app/jobs/clock.server.ts'
import { takeJobs } from '#app/jobs/queue.server.ts'
import { doJob } from '#app/jobs/worker.server.ts'
import { type ChangedFetch, createChangedFetch } from '#app/outbound/page-fetch.server.ts'
import { askForCopyAgain, keepUpload } from '#app/services/copies.server.ts'
import { listEvidence } from '#app/services/evidence.server.ts'
import { keepHouse } from '#app/services/housekeeping.server.ts'
import { askForDueChecks } from '#app/services/source-checks.server.ts'
import { listTasks } from '#app/services/tasks.server.ts'
import { blobs, oneTimeTokens, sessions, sourceChecks, sourceCopies, sources } from '#drizzle/schema.ts'
import { settleCopies } from '#tests/support/copies.ts'
import { test } from '#tests/support/database.ts'
import { addClaim, addEvidence, addPerson, noon, openSession } from '#tests/support/factories.ts'

let server: http.Server
let port: number
let asked: http.IncomingMessage[] = []
let handle: (request: http.IncomingMessage, response: http.ServerResponse) => void
let fetching: ChangedFetch

const page = (words: string) =>
	`<!doctype html><html lang="ar"><body><article><h1>مسح الأسواق الساحلية</h1><p>${words}</p><p>${'نص طويل يملأ الصفحة. '.repeat(20)}</p></article></body></html>`
const passage = 'بلغت حصة النساء بين باعة السمك 27.4 في المئة.'

beforeEach(async () => {
	asked = []
	handle = (_request, response) => response.setHeader('content-type', 'text/html').end(page(passage))
	server = http.createServer((request, response) => {
		asked.push(request)
		handle(request, response)
	})
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	port = (server.address() as AddressInfo).port
	fetching = createChangedFetch({
		resolve: () => Promise.resolve(['127.0.0.1']),
		allowed: { address: '127.0.0.1', port },
	})
})

afterEach(async () => {
	server.closeAllConnections()
	await new Promise((resolve) => server.close(resolve))
})

const address = (path = '/survey') => `http://statistics.org:${port}${path}`
const later = (days: number) => new Date(noon.getTime() + days * 24 * 60 * 60 * 1000)

async function cite(db: Db, more: Parameters<typeof addEvidence>[2] = {}) {
	const claim = await addClaim(db)
	await addEvidence(db, claim, { url: address(), copy: 'ask', passage, ...more })
	return claim
}

describe('a copy of what is cited', () => {
	test('is asked for with the evidence, fetched and kept by its hash, and the passage is found in it', async ({
		db,
	}) => {
		const claim = await cite(db)
		const [before] = await listEvidence(db, claim.id)
		expect(before?.latest).toEqual({ status: 'fetching', tries: 0, reason: null })
		await settleCopies(db, fetching)
		const [after] = await listEvidence(db, claim.id)
		expect(after?.copy).toMatchObject({ status: 'kept', mediaType: 'text/html', passage: 'exact' })
		const [blob] = await db.select().from(blobs)
		expect(Buffer.from(blob?.bytes ?? []).toString()).toBe(page(passage))
		expect(blob?.sha256).toBe(after?.copy?.sha256)
	})

	test('is asked for once where two cite the same page on a day', async ({ db }) => {
		const claim = await cite(db)
		await addEvidence(db, claim, { url: `${address()}?utm_source=letter#top`, copy: 'ask', passage: null })
		expect(await db.$count(sources)).toBe(1)
		expect(await db.$count(sourceCopies)).toBe(1)
		await settleCopies(db, fetching)
		await addEvidence(db, claim, { url: address(), copy: 'ask', passage: 'حصة النساء' })
		expect(await db.$count(sourceCopies)).toBe(1)
		const found = (await listEvidence(db, claim.id)).map(({ copy }) => copy?.passage)
		expect(found).toEqual(['exact', null, 'exact'])
	})

	test.for<[string, number, string, boolean]>([
		['nothing is there', 404, 'not-found', false],
		['it is gone', 410, 'not-found', false],
		['it is not for everybody', 403, 'refused', false],
		['it is too often asked for', 429, 'refused', true],
		['the server fails', 500, 'server', true],
	])(
		'where %s says so, and is tried again only where that may help',
		async ([, status, reason, again], { db }) => {
			handle = (_request, response) => response.writeHead(status).end('no')
			const claim = await cite(db)
			await settleCopies(db, fetching)
			const [item] = await listEvidence(db, claim.id)
			expect(item?.latest).toEqual({ status: again ? 'fetching' : 'failed', tries: 1, reason })
		},
	)

	test('from an address that is not asked fails without a request', async ({ db }) => {
		const claim = await cite(db, { url: 'http://127.0.0.1:1/' })
		await settleCopies(db, fetching)
		expect((await listEvidence(db, claim.id))[0]?.latest).toMatchObject({ reason: 'not-allowed' })
		expect(asked).toEqual([])
	})

	test('is given up when the time for tries is over', async ({ db }) => {
		handle = (_request, response) => response.writeHead(503).end('no')
		const claim = await cite(db)
		await settleCopies(db, fetching, later(2))
		expect((await listEvidence(db, claim.id))[0]?.latest).toMatchObject({
			status: 'failed',
			reason: 'server',
		})
	})

	test('may be asked for again by a person, and not while one is under way', async ({ db }) => {
		handle = (_request, response) => response.writeHead(404).end('no')
		const claim = await cite(db)
		const [source] = await db.select().from(sources)
		const again = () => askForCopyAgain(db, claim.by, source?.id ?? '', noon)
		await expect(again()).rejects.toMatchObject({ code: 'wrong-step' })
		await settleCopies(db, fetching)
		await again()
		handle = (_request, response) => response.end('شيء آخر')
		await settleCopies(db, fetching)
		expect((await listEvidence(db, claim.id))[0]?.copy).toMatchObject({
			status: 'kept',
			mediaType: 'text/plain',
			passage: 'absent',
		})
	})

	test('is never changed or deleted once it is settled', async ({ db }) => {
		await cite(db)
		await settleCopies(db, fetching)
		const change = (statement: ReturnType<typeof sql>) =>
			db.transaction((tx) => tx.execute(statement)).catch((error: Error) => String(error.cause))
		expect(await change(sql`update source_copies set final_url = 'x'`)).toMatch(/refused/)
		expect(await change(sql`delete from source_copies`)).toMatch(/refused/)
		expect(await change(sql`update blobs set size = size`)).toMatch(/refused/)
		expect(await change(sql`delete from blobs`)).toMatch(/refused/)
	})
})

describe('a later look at a source', () => {
	async function lookAgain(db: Db, days = 31) {
		const now = later(days)
		await askForDueChecks(db, now)
		for (const job of await takeJobs(db, 'source-checks', 10, { early: true })) {
			const clock = () => now
			await doJob(db, 'source-checks', job, checkingSources(db, fetching, clock), {
				signal: new AbortController().signal,
				clock,
			})
		}
		return (await db.select().from(sourceChecks).orderBy(sourceChecks.id)).map(({ outcome }) => outcome)
	}
	const outcomeTasks = async (db: Db) => (await listTasks(db, {})).rows.map(({ task }) => task.kind)

	test('comes when it is due and not before', async ({ db }) => {
		await cite(db)
		await settleCopies(db, fetching)
		expect(await lookAgain(db, 29)).toEqual([])
		expect(await lookAgain(db, 31)).toEqual(['unchanged'])
		expect(await lookAgain(db, 32)).toEqual(['unchanged'])
	})

	test('asks by what is known of the page', async ({ db }) => {
		handle = (request, response) => {
			if (request.headers['if-none-match'] === '"one"') response.writeHead(304).end()
			else response.setHeader('etag', '"one"').setHeader('content-type', 'text/html').end(page(passage))
		}
		await cite(db)
		await settleCopies(db, fetching)
		expect(await lookAgain(db)).toEqual(['unchanged'])
		expect(asked.at(-1)?.headers['if-none-match']).toBe('"one"')
	})

	test('takes what only looks otherwise for unchanged', async ({ db }) => {
		await cite(db)
		await settleCopies(db, fetching)
		handle = (_request, response) =>
			response.setHeader('content-type', 'text/html').end(page(passage).replace('<body>', '<body class="x">'))
		expect(await lookAgain(db)).toEqual(['unchanged'])
	})

	test('tells a change elsewhere, and keeps what it found', async ({ db }) => {
		await cite(db)
		await settleCopies(db, fetching)
		handle = (_request, response) =>
			response.setHeader('content-type', 'text/html').end(page(`${passage} وأضيف إليها سطر.`))
		expect(await lookAgain(db)).toEqual(['changed_elsewhere'])
		expect(await db.$count(blobs)).toBe(2)
		expect(await outcomeTasks(db)).toEqual([])
	})

	test('tells a change at the passage, and opens one task for each claim that cites it', async ({ db }) => {
		const claim = await cite(db)
		const other = await addClaim(db)
		await addEvidence(db, other, { url: address(), copy: 'ask', passage })
		await settleCopies(db, fetching)
		handle = (_request, response) =>
			response.setHeader('content-type', 'text/html').end(page(passage.replace('27.4', '31')))
		expect(await lookAgain(db)).toEqual(['changed_at_passage'])
		const { rows } = await listTasks(db, {})
		expect(rows.map(({ task }) => task.kind)).toEqual(['source_changed', 'source_changed'])
		expect(rows.map(({ task }) => task.claimId).sort()).toEqual([claim.id, other.id].sort())
		expect(await lookAgain(db, 62)).toEqual(['changed_at_passage', 'unchanged'])
		expect(await outcomeTasks(db)).toHaveLength(2)
	})

	test('tells that it is gone, and opens a task', async ({ db }) => {
		await cite(db)
		await settleCopies(db, fetching)
		handle = (_request, response) => response.writeHead(410).end()
		expect(await lookAgain(db)).toEqual(['gone'])
		expect(await outcomeTasks(db)).toEqual(['source_gone'])
	})

	test('does not take a server that fails for a page that is gone', async ({ db }) => {
		await cite(db)
		await settleCopies(db, fetching)
		handle = (_request, response) => response.writeHead(403).end()
		expect(await lookAgain(db)).toEqual(['unreachable'])
		expect(await outcomeTasks(db)).toEqual([])
	})
})

test('a clock strikes once, however many processes look at it', async ({ fresh: { db } }) => {
	let struck = 0
	const clock = {
		name: 'test',
		every: 60_000,
		ask: () => {
			struck += 1
			return Promise.resolve()
		},
	}
	const all = await Promise.all([1, 2, 3, 4, 5].map(() => strike(db, clock, noon)))
	expect(all.filter(Boolean)).toHaveLength(1)
	expect(await strike(db, clock, new Date(noon.getTime() + 59_000))).toBe(false)
	expect(await strike(db, clock, new Date(noon.getTime() + 60_000))).toBe(true)
	expect(struck).toBe(2)
})

test('what has been over for a week is swept, and nothing else', async ({ db }) => {
	const [one, other] = [await addPerson(db), await addPerson(db)]
	const over = later(-8)
	await openSession(db, one, { expiresAt: over, absoluteExpiresAt: over })
	await openSession(db, other)
	const token = { purpose: 'email-change-old' as const, createdAt: noon }
	await db.insert(oneTimeTokens).values([
		{ id: 'old', expiresAt: over, ...token },
		{ id: 'new', expiresAt: later(-1), ...token },
	])
	await keepHouse(db, noon)
	expect((await db.select().from(sessions)).map(({ userId }) => userId)).toEqual([other.id])
	expect((await db.select().from(oneTimeTokens)).map(({ id }) => id)).toEqual(['new'])
})

test('a person’s file is a copy too', async ({ db }) => {
	const claim = await addClaim(db)
	await addEvidence(db, claim, { url: null, publisher: 'الأرشيف', passage: 'الحصة 27.4' })
	const [source] = await db.select().from(sources)
	await keepUpload(db, claim.by, {
		sourceId: source?.id ?? '',
		name: '../../كشف.csv',
		bytes: Buffer.from('البلدة,الحصة\nلا سيبا,الحصة 27.4\n'),
	})
	const [copy] = await db.select().from(sourceCopies).where(eq(sourceCopies.status, 'kept'))
	expect(copy).toMatchObject({ mediaType: 'text/csv', fileName: 'كشف.csv', way: 'upload' })
	expect((await listEvidence(db, claim.id))[0]?.copy?.passage).toBe('exact')
})
