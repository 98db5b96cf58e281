import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { readLedgerLine } from '#app/domain/ledger-export.ts'
import { includes, isConsistent } from '#app/domain/ledger-tree.ts'
import { verifyLedger } from '#app/domain/ledger-verification.ts'
import { loader as page } from '#app/routes/$lang.ledger.tsx'
import { loader as growth } from '#app/routes/ledger.consistency[.]json.ts'
import { loader as entry } from '#app/routes/ledger.entries.$seq[.]json.ts'
import { loader as head } from '#app/routes/ledger.head[.]json.ts'
import { loader as file } from '#app/routes/ledger[.]jsonl.ts'
import { findFactCheck, listFactChecks } from '#app/services/fact-checks.server.ts'
import type { proveGrowth } from '#app/services/ledger-reading.server.ts'
import { proveEntry } from '#app/services/ledger-reading.server.ts'
import { test as base } from '#tests/support/corpus.ts'

const test = base.extend<{ $file: { site: Db } }>({
	site: [
		async ({ corpus }, use) => {
			const { db, close } = connectDatabase(corpus.connection, { max: 2 })
			await use(db)
			await close()
		},
		{ scope: 'file' },
	],
})

const asked = (path: string, params: Record<string, string> = {}, method = 'GET') => ({
	request: new Request(new URL(path, 'http://localhost:3000'), { method }),
	params,
	context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' },
})

async function statusOf(work: Promise<unknown>): Promise<number> {
	const thrown = await work.then(
		() => null,
		(error: unknown) => error,
	)
	return thrown instanceof Response ? thrown.status : 0
}

describe('the public ledger', () => {
	test('the file that readers download is whole, and ends on the head that is shown', async ({ site }) => {
		expect(site).toBeDefined()
		const verification = verifyLedger()
		const response = file(asked('/ledger.jsonl'))
		for (const line of (await response.text()).trimEnd().split('\n')) verification.take(readLedgerLine(line))
		const report = verification.end()
		expect(report.fault).toBeNull()
		expect(report.entries).toBeGreaterThan(10)
		expect(await (await head()).json()).toMatchObject(report.head ?? {})
		expect(file(asked('/ledger.jsonl', {}, 'HEAD')).body).toBeNull()
	})

	test('an entry comes with its proof, and two sizes with theirs', async ({ site }) => {
		expect(site).toBeDefined()
		const proved = (await (await entry(asked('/', { seq: '3' }))).json()) as Awaited<
			ReturnType<typeof proveEntry>
		>
		expect(includes({ ...proved.proof, root: proved.head.root }, proved.proof.path)).toBe(true)
		const grown = (await (await growth(asked('/?from=3'))).json()) as Awaited<ReturnType<typeof proveGrowth>>
		expect(isConsistent(grown.from, grown.to, grown.path)).toBe(true)
		expect(grown.to.root).toBe(proved.head.root)
	})

	test.for([
		['an entry that is not there', () => entry(asked('/', { seq: '999999' })), 404],
		['an entry that is no number', () => entry(asked('/', { seq: '1e3' })), 404],
		['sizes that are none', () => growth(asked('/?from=x')), 422],
		['sizes the wrong way round', () => growth(asked('/?from=3&to=2')), 404],
		['a page that begins nowhere', () => page(asked('/ar/ledger?after=x', { lang: 'ar' })), 422],
		['another language', () => page(asked('/fr/ledger', { lang: 'fr' })), 404],
	] as const)('%s is answered as such', async ([, ask, status], { site }) => {
		expect(site).toBeDefined()
		expect(await statusOf(ask())).toBe(status)
	})

	test('the page shows the newest entries and goes on from the last', async ({ site }) => {
		expect(site).toBeDefined()
		const first = await page(asked('/ar/ledger', { lang: 'ar' }))
		expect(first.entries[0]?.seq).toBe(first.summary?.size)
		const from = await page(asked('/ar/ledger?after=3', { lang: 'ar' }))
		expect(from.entries.map(({ seq }) => seq)).toEqual([2, 1])
	})

	test('a verdict names its entry', async ({ site }) => {
		const [row] = (await listFactChecks(site, { country: null, rating: null }, null)).rows
		const found = await findFactCheck(site, row?.content.slug ?? '')
		const number = found?.versions[0]?.entry ?? 0
		expect(await proveEntry(site, number)).toMatchObject({ entry: { slug: row?.content.slug, verdict: 1 } })
	})
})
