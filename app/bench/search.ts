import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { entryWords } from '#app/domain/search-entry.ts'
import { parseQuery } from '#app/domain/search-query.ts'
import { facet, noFilter, type SearchKind, searchKinds } from '#app/domain/search.ts'
import { env } from '#app/env.server.ts'
import { withScratchDatabase } from '#app/scratch-database.server.ts'
import { type Search, searchStatement } from '#app/services/search-statement.server.ts'
import { searchEntries } from '#drizzle/schema.ts'
import { type Measurement, measurement } from './measurement.ts'
import { makeChance, makeSyntheticClaims } from './synthetic-claims.ts'

const sizes = [10_000, 100_000]
const queries = 60
const pageSize = 21
/** What a page may take, in milliseconds at the middle. */
const goal = 5
const countries = ['HN', 'US', 'KE', 'TN', 'LB', 'EG', 'SD', 'YE', 'IQ', 'JO']

/** What is searched for: words by how common they are (as Zipf's rank among all), and what narrows them. */
type Case = { name: string; typed: (sample: Sample, index: number) => string; narrowed?: boolean }

/** The words that occur, the most common first. */
type Sample = string[]

const at = (list: Sample, place: number) => list[Math.min(list.length - 1, place)] ?? ''
const cases: Case[] = [
	{ name: 'two-words', typed: (words, index) => `${at(words, 40 + index)} ${at(words, 90 + 2 * index)} ` },
	{
		name: 'two-common-words',
		typed: (words, index) => `${at(words, index % 8)} ${at(words, 8 + (index % 8))} `,
	},
	{ name: 'common-word', typed: (words, index) => `${at(words, index % 10)} ` },
	{ name: 'rare-word', typed: (words, index) => `${at(words, words.length - 1 - index * 7)} ` },
	{ name: 'beginning', typed: (words, index) => at(words, 200 + index).slice(0, 5) + '*' },
	{ name: 'phrase', typed: (words, index) => `"${at(words, index % 8)} ${at(words, 8 + (index % 8))}"` },
	{ name: 'common-word-of-a-country', typed: (words, index) => `${at(words, index % 10)} `, narrowed: true },
]

/** How long the search takes, and how many buffers of 8 KiB it touches, among 10,000 and 100,000 entries. */
export async function* benchSearch(remark: (sentence: string) => void): AsyncGenerator<Measurement> {
	const smaller = new Map<string, number>()
	for (const size of sizes) {
		remark(`writing ${size.toLocaleString('en')} entries`)
		for (const line of await measureSearch(size)) {
			yield line
			const before = smaller.get(line.name.replace(String(size), ''))
			if (line.unit !== 'buffers') continue
			if (before !== undefined) yield measurement(`${line.name}-growth`, line.value, 'buffers', before)
			smaller.set(line.name.replace(String(size), ''), line.value)
		}
	}
}

/** The measurements among so many entries: claims for the most part, and articles and verdicts. */
export function measureSearch(size: number, times = queries): Promise<Measurement[]> {
	return withScratchDatabase(env(), 'bench', async (db) => {
		const begun = performance.now()
		const sample = await load(db, size)
		const seconds = (performance.now() - begun) / 1000
		const lines = [measurement(`search.${size}.written`, size / seconds, 'entries/s')]
		for (const one of cases) lines.push(...(await measureCase(db, size, one, sample, times)))
		return lines
	})
}

async function measureCase(db: Db, size: number, one: Case, sample: Sample, times: number) {
	const spent: number[] = []
	const buffers: number[] = []
	for (let index = 0; index < times; index++) {
		const read = parseQuery(one.typed(sample, index))
		if ('problem' in read) continue
		const country = one.narrowed ? (countries[index % countries.length] ?? null) : null
		const asked: Search = { query: read.query, kinds: searchKinds, filter: { ...noFilter, country } }
		const statement = searchStatement(asked, null, pageSize)
		const begun = performance.now()
		await db.execute(statement)
		spent.push(performance.now() - begun)
		const [row] = await db.execute<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
			sql`explain (analyze, buffers, format json) ${statement}`,
		)
		const plan = row?.['QUERY PLAN'][0]?.Plan
		buffers.push((plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0))
	}
	const name = (what: string) => `search.${size}.${one.name}-${what}`
	return [
		measurement(name('p50'), percentile(spent, 0.5), 'ms', goal),
		measurement(name('p95'), percentile(spent, 0.95), 'ms'),
		measurement(name('buffers-p50'), percentile(buffers, 0.5), 'buffers'),
		measurement(name('buffers-p95'), percentile(buffers, 0.95), 'buffers'),
	]
}

/** One article and one verdict to eight claims, a minute apart. @returns the words that occur, the most common first */
async function load(db: Db, size: number): Promise<Sample> {
	const claims = makeSyntheticClaims(42)
	const chance = makeChance(11)
	const counts = new Map<string, number>()
	let batch: (typeof searchEntries.$inferInsert)[] = []
	const write = async () => {
		if (batch.length > 0) await db.insert(searchEntries).values(batch)
		batch = []
	}
	for (let index = 0; index < size; index++) {
		const place = index % 10
		const kind: SearchKind = place === 0 ? 'article' : place === 1 ? 'verdict' : 'claim'
		const text = Array.from({ length: kind === 'claim' ? 1 : 6 }, () => claims.next()).join(' ')
		if (index % 20 === 2) for (const word of text.split(' ')) counts.set(word, (counts.get(word) ?? 0) + 1)
		const country = countries[Math.floor(chance() ** 2 * countries.length)] ?? 'HN'
		const facets = kind === 'article' ? [] : [facet('country', country)]
		batch.push({ kind, id: `e${index}`, at: new Date(index * 60_000), words: entryWords([text], facets) })
		if (batch.length === 100) await write()
	}
	await write()
	await db.transaction(async (tx) => {
		await tx.execute(sql`set local statement_timeout = 0`)
		await tx.execute(sql`analyze search_entries`)
	})
	return [...counts]
		.filter(([word]) => /^\p{L}{4,}$/u.test(word))
		.sort(([, one], [, other]) => other - one)
		.map(([word]) => word)
}

function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
