import { describe, expect, test } from 'vitest'
import {
	type Bucket,
	cellsOf,
	countClaims,
	type Counted,
	tallyByCountry,
	tallyChange,
} from '#app/domain/tally.ts'

const claim = (given: Partial<Counted> = {}): Counted => ({
	status: 'new',
	rating: null,
	day: '2026-03-02',
	countries: ['HN'],
	articleIds: [],
	...given,
})
/** Cells as one word each, for tables: article/country/status/rating. */
const names = (cells: { articleId: string; country: string; status: string; rating: string }[]) =>
	cells.map((cell) =>
		[cell.articleId || 'all', cell.country || 'world', cell.status, cell.rating || '-'].join('/'),
	)

describe('a claim is counted', () => {
	test.for<[string, Counted, string[]]>([
		['in its country and in the world, without an article', claim(), ['all/world/new/-', 'all/HN/new/-']],
		[
			'in each of its countries',
			claim({ countries: ['HN', 'US'] }),
			['all/world/new/-', 'all/HN/new/-', 'all/US/new/-'],
		],
		[
			'once in all and once in each of its articles',
			claim({ articleIds: ['a1', 'a2'] }),
			['all/world/new/-', 'all/HN/new/-', 'a1/world/new/-', 'a1/HN/new/-', 'a2/world/new/-', 'a2/HN/new/-'],
		],
		[
			'under its rating when it has one',
			claim({ status: 'published', rating: 'false' }),
			['all/world/published/false', 'all/HN/published/false'],
		],
	])('%s', ([, counted, cells]) => {
		expect(names(cellsOf(counted))).toEqual(cells)
	})
})

describe('a change of the roll-up', () => {
	test('adds a new claim', () => {
		expect(tallyChange(null, claim())).toEqual([
			{ articleId: '', country: '', day: '2026-03-02', status: 'new', rating: '', count: 1 },
			{ articleId: '', country: 'HN', day: '2026-03-02', status: 'new', rating: '', count: 1 },
		])
	})

	test('takes one away where a claim was and adds one where it is', () => {
		const change = tallyChange(claim(), claim({ status: 'in_research' }))
		expect(change.map(({ status, count }) => [status, count])).toEqual([
			['in_research', 1],
			['new', -1],
			['in_research', 1],
			['new', -1],
		])
	})

	test('is nothing when nothing that counts has changed', () => {
		expect(tallyChange(claim({ countries: ['HN', 'US'] }), claim({ countries: ['US', 'HN'] }))).toEqual([])
	})

	test('leaves out the countries that stay', () => {
		const change = tallyChange(claim({ countries: ['HN', 'US'] }), claim({ countries: ['US', 'MX'] }))
		expect(change.map(({ country, count }) => [country, count])).toEqual([
			['HN', -1],
			['MX', 1],
		])
	})

	test('comes in the same order whichever way round the countries are given', () => {
		const there = tallyChange(null, claim({ countries: ['US', 'HN'], articleIds: ['b', 'a'] }))
		const back = tallyChange(null, claim({ countries: ['HN', 'US'], articleIds: ['a', 'b'] }))
		expect(there).toEqual(back)
	})

	test('undone leaves nothing behind', () => {
		const steps: Counted[] = [
			claim(),
			claim({ status: 'in_research' }),
			claim({ status: 'published', rating: 'false', countries: ['HN', 'US'] }),
			claim({ status: 'in_research', rating: 'false', countries: ['US'] }),
		]
		const sums = new Map<string, number>()
		steps.forEach((after, index) => {
			for (const { count, ...key } of tallyChange(steps[index - 1] ?? null, after)) {
				const name = JSON.stringify(key)
				sums.set(name, (sums.get(name) ?? 0) + count)
			}
		})
		const left = [...sums].filter(([, count]) => count !== 0)
		expect(left).toEqual(cellsOf(steps[3]!).map((cell) => [JSON.stringify(cell), 1]))
	})
})

describe('bars by country', () => {
	const buckets: Bucket[] = [
		{ status: 'new' },
		{ status: 'in_research' },
		{ status: 'in_review' },
		{ rating: 'true' },
		{ rating: 'false' },
		{ rating: '' },
		{ status: 'dropped' },
	]
	const cell = (country: string, status: Counted['status'], rating: string, count: number) => ({
		country,
		status,
		rating,
		count,
	})

	test('count each claim once, whatever countries it concerns', () => {
		const cells = [
			cell('', 'new', '', 3),
			cell('', 'published', 'true', 2),
			cell('HN', 'new', '', 3),
			cell('US', 'new', '', 1),
		]
		expect(countClaims(cells, buckets)).toBe(5)
		expect(countClaims(cells, buckets.slice(0, 3))).toBe(3)
		expect(tallyByCountry(cells, buckets).map((row) => row.country)).toEqual(['HN', 'US'])
	})

	test('the longest stands first, equals by their code', () => {
		const rows = tallyByCountry(
			[
				cell('US', 'new', '', 1),
				cell('HN', 'new', '', 3),
				cell('MX', 'new', '', 1),
				cell('AE', 'new', '', 2),
			],
			buckets,
		)
		expect(rows.map(({ country, total }) => [country, total])).toEqual([
			['HN', 3],
			['AE', 2],
			['MX', 1],
			['US', 1],
		])
	})

	test.for<[string, ReturnType<typeof cell>, Bucket | null]>([
		['new', cell('HN', 'new', '', 1), { status: 'new' }],
		['in review', cell('HN', 'in_review', '', 1), { status: 'in_review' }],
		['published', cell('HN', 'published', 'false', 1), { rating: 'false' }],
		['reopened, with its verdict still in force', cell('HN', 'in_research', 'true', 1), { rating: 'true' }],
		['published and retracted', cell('HN', 'published', '', 1), { rating: '' }],
		['dropped before any verdict', cell('HN', 'dropped', '', 1), { status: 'dropped' }],
		['of a rating that is not drawn', cell('HN', 'published', 'satire', 1), null],
	])('a claim that is %s falls into one bucket', ([, counted, bucket]) => {
		const [row] = tallyByCountry([counted], buckets)
		const expected = buckets.map((candidate) => (candidate === bucket || same(candidate, bucket) ? 1 : 0))
		expect(row?.counts ?? null).toEqual(bucket ? expected : null)
	})

	test('the total is the sum of the buckets, and empty countries are left out', () => {
		const rows = tallyByCountry(
			[cell('HN', 'new', '', 2), cell('HN', 'published', 'true', 5), cell('PE', 'new', '', 0)],
			buckets,
		)
		expect(rows).toEqual([{ country: 'HN', total: 7, counts: [2, 0, 0, 5, 0, 0, 0] }])
	})

	test('of no claims there are none', () => {
		expect(tallyByCountry([], buckets)).toEqual([])
	})
})

function same(one: Bucket, other: Bucket | null): boolean {
	return JSON.stringify(one) === JSON.stringify(other)
}
