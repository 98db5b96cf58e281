import type { Status } from './workflow.ts'

/** The country under which every claim is counted once, whatever countries it concerns. */
export const allCountries = ''

/**
 * A cell of the roll-up: how many claims concern `country` and stand at `status`, with `rating` when a
 * verdict is in force. `articleId` is empty for "all articles", where each claim counts once.
 */
export type TallyKey = { articleId: string; country: string; day: string; status: Status; rating: string }
export type TallyCell = TallyKey & { count: number }

/** What one claim adds to the roll-up. `day` is the UTC day it was added, `YYYY-MM-DD`. */
export type Counted = {
	status: Status
	rating: string | null
	day: string
	countries: string[]
	articleIds: string[]
}

/** The cells a claim is counted in: all countries and each of its own, in all articles and in each of its own. */
export function cellsOf(claim: Counted): TallyKey[] {
	return ['', ...claim.articleIds].flatMap((articleId) =>
		[allCountries, ...claim.countries].map((country) => ({
			articleId,
			country,
			day: claim.day,
			status: claim.status,
			rating: claim.rating ?? '',
		})),
	)
}

/** The net change of the roll-up when one claim goes from `before` (`null` when it is new) to `after`. */
export function tallyChange(before: Counted | null, after: Counted): TallyCell[] {
	return tallyChanges([{ before, after }])
}

/**
 * The same for several claims at once. Cells that do not change are left out. Sorted by key, so that two transactions
 * always lock the same rows in the same order.
 */
export function tallyChanges(changes: { before: Counted | null; after: Counted | null }[]): TallyCell[] {
	const cells = new Map<string, TallyCell>()
	const add = (key: TallyKey, count: number) => {
		const name = [key.articleId, key.country, key.day, key.status, key.rating].join('\u0000')
		const cell = cells.get(name) ?? { ...key, count: 0 }
		cell.count += count
		cells.set(name, cell)
	}
	for (const { before, after } of changes) {
		if (before) for (const key of cellsOf(before)) add(key, -1)
		if (after) for (const key of cellsOf(after)) add(key, 1)
	}
	return [...cells.entries()]
		.filter(([, cell]) => cell.count !== 0)
		.sort(([a], [b]) => (a < b ? -1 : 1))
		.map(([, cell]) => cell)
}

/** What a bar is divided into: a stage of work, or the rating of the verdict in force. */
export type Bucket = { status: Exclude<Status, 'published'> } | { rating: string }

type BarCell = Pick<TallyCell, 'country' | 'status' | 'rating' | 'count'>

/** One bar: a country, how many claims concern it, and the count in each bucket, in the order of `buckets`. */
export type CountryRow = { country: string; total: number; counts: number[] }

/**
 * Lay out roll-up cells as bars, the longest first and then by country code. Claims reopened after
 * publication still have their verdict in force and count under it, as readers see it. A published
 * claim without a rating is one whose verdict was retracted; its bucket is the rating `''`.
 */
export function tallyByCountry(cells: BarCell[], buckets: Bucket[]): CountryRow[] {
	const rows = new Map<string, CountryRow>()
	for (const cell of cells) {
		if (cell.country === allCountries) continue
		const index = buckets.findIndex((bucket) => fallsInto(cell, bucket))
		if (index < 0) continue
		const row = rows.get(cell.country) ?? { country: cell.country, total: 0, counts: buckets.map(() => 0) }
		row.counts[index] = (row.counts[index] ?? 0) + cell.count
		row.total += cell.count
		rows.set(cell.country, row)
	}
	return [...rows.values()]
		.filter((row) => row.total > 0)
		.sort((a, b) => b.total - a.total || (a.country < b.country ? -1 : 1))
}

/** How many claims the bars are made of, each counted once. */
export function countClaims(cells: BarCell[], buckets: Bucket[]): number {
	return cells
		.filter((cell) => cell.country === allCountries && buckets.some((bucket) => fallsInto(cell, bucket)))
		.reduce((sum, cell) => sum + cell.count, 0)
}

function fallsInto(cell: { status: Status; rating: string }, bucket: Bucket): boolean {
	if ('rating' in bucket) {
		return cell.rating === bucket.rating && (cell.rating !== '' || cell.status === 'published')
	}
	return cell.rating === '' && cell.status === bucket.status
}
