import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { makeMatchKey } from '#app/domain/match-key.ts'
import type { Commonness } from '#app/domain/match-search.ts'
import { env } from '#app/env.server.ts'
import { withScratchDatabase } from '#app/scratch-database.server.ts'
import { findCandidates, searchQuery } from '#app/services/match-candidates.server.ts'
import { countCommonness } from '#app/services/match-keys.server.ts'
import { addLooseClaims } from '#app/services/match-pool.server.ts'
import { type Measurement, measurement } from './measurement.ts'
import { makeSyntheticClaims } from './synthetic-claims.ts'

/** What a search among at most so many claims may take, in milliseconds at the 95th percentile. */
const goals = [
	{ claims: 100_000, milliseconds: 150 },
	{ claims: 1_000_000, milliseconds: 300 },
]
const queries = 300
/** The share of claims that are to be found in the first five. */
const recallGoal = 0.97

/** How well and how fast claims are found among 10,000 and 100,000 others. */
export async function* benchMatching(remark: (sentence: string) => void): AsyncGenerator<Measurement> {
	for (const size of [10_000, 100_000]) {
		remark(`writing ${size.toLocaleString('en')} claims`)
		yield* await measureAmong(size)
	}
}

/**
 * How long the search for candidates takes among so many synthetic claims, how many buffers of 8 KiB it touches, and
 * how often it finds in its first five a claim of which every seventh word was replaced, or all the spelling.
 */
export async function measureAmong(size: number): Promise<Measurement[]> {
	return withScratchDatabase(env(), 'bench', (db) => measureIn(db, size))
}

async function measureIn(db: Db, size: number): Promise<Measurement[]> {
	const loading = performance.now()
	const { samples, edit, respell } = await load(db, size)
	const seconds = (performance.now() - loading) / 1000
	const commonness = await countCommonness(db)
	const times: number[] = []
	const buffers: number[] = []
	const found = { edited: 0, respelt: 0 }
	for (const { id, text } of samples) {
		const [edited, respelt] = [edit(text), respell(text)]
		const begun = performance.now()
		const candidates = await findCandidates(db, edited, { limit: 5 })
		times.push(performance.now() - begun)
		if (candidates.some(({ claimId }) => claimId === id)) found.edited++
		const again = await findCandidates(db, respelt, { limit: 5, commonness })
		if (again.some(({ claimId }) => claimId === id)) found.respelt++
		buffers.push(await countBuffers(db, edited, commonness))
	}
	const goal = goals.find(({ claims }) => size <= claims)?.milliseconds ?? null
	const name = (what: string) => `matching.${size}.${what}`
	return [
		measurement(name('written'), size / seconds, 'claims/s'),
		measurement(name('search-p50'), percentile(times, 0.5), 'ms'),
		measurement(name('search-p95'), percentile(times, 0.95), 'ms', goal),
		measurement(name('buffers-p50'), percentile(buffers, 0.5), 'buffers'),
		measurement(name('buffers-p95'), percentile(buffers, 0.95), 'buffers'),
		measurement(name('edited-in-first-five'), found.edited / samples.length, 'share', recallGoal),
		measurement(name('respelt-in-first-five'), found.respelt / samples.length, 'share', recallGoal),
	]
}

async function load(db: Db, size: number) {
	const claims = makeSyntheticClaims(42)
	const samples: { id: string; text: string }[] = []
	const every = Math.max(1, Math.floor(size / queries))
	function* list() {
		for (let index = 0; index < size; index++) {
			const claim = { id: `claim-${index}`, text: claims.next() }
			if (index % every === 0 && samples.length < queries) samples.push(claim)
			yield claim
		}
	}
	await addLooseClaims(db, list())
	const { edit, respell } = makeSyntheticClaims(99)
	return { samples, edit, respell }
}

async function countBuffers(db: Db, text: string, commonness: Commonness): Promise<number> {
	const query = searchQuery(makeMatchKey(text), commonness)
	const [row] = await db.execute<{ 'QUERY PLAN': { Plan: Record<string, number> }[] }>(
		sql`explain (analyze, buffers, format json) ${query}`,
	)
	const plan = row?.['QUERY PLAN'][0]?.Plan
	return (plan?.['Shared Hit Blocks'] ?? 0) + (plan?.['Shared Read Blocks'] ?? 0)
}

function percentile(values: number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b)
	return sorted[Math.min(sorted.length - 1, Math.ceil(sorted.length * share) - 1)] ?? 0
}
