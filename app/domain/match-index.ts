import { keyOfClaim, type ClaimMatchKey } from './match-key.ts'
import { chooseMostTelling, rankCandidates, weighStems } from './match-ranking.ts'
import { chooseTerms, type Commonness } from './match-search.ts'
import type { Statement } from './match-statement.ts'
import { compareStatements, type Comparison } from './match.ts'

/** Another claim that may say the same. In the comparison the claim that was asked about is the first. */
export type IndexedCandidate = { claimId: string; comparison: Comparison }

export type MatchIndex = {
	/** Claims that may say the same as a statement, or contradict it, the likeliest first. */
	find: (statement: Statement, options?: { except?: string; limit?: number }) => IndexedCandidate[]
}

type Entry = { claimId: string; statement: Statement; stems: Int32Array; weight: number }

/** The claims that have each stem, in rising order; stems are counted off, so that sums over them are quick. */
type Stem = { place: number; entries: number[] }

/**
 * The search of the desk in memory, for some tens of thousands of claims of which each is asked about: what the three
 * indexes of the database find is found in three maps, by the same terms, and compared by the same rules.
 */
export function indexClaims(claims: Iterable<{ id: string; statement: Statement }>): MatchIndex {
	const entries: Entry[] = []
	const byStem = new Map<string, Stem>()
	const byBand = new Map<number, number[]>()
	const byFingerprint = new Map<string, number[]>()
	for (const { id, statement } of claims) {
		const { stems, bands, fingerprint } = keyOfClaim(statement)
		const at = entries.length
		const places = stems.map((stem) => {
			const known = byStem.get(stem) ?? { place: byStem.size, entries: [] }
			byStem.set(stem, known)
			known.entries.push(at)
			return known.place
		})
		entries.push({ claimId: id, statement, stems: Int32Array.from(places), weight: 0 })
		for (const band of bands) list(byBand, band).push(at)
		list(byFingerprint, fingerprint).push(at)
	}
	const commonness = countShares(byStem, entries.length)
	const weigh = weighStems(commonness)
	const weights = Float64Array.from(byStem.keys(), weigh)
	const weightAt = (place: number) => weights[place] ?? 0
	for (const entry of entries) for (const place of entry.stems) entry.weight += weightAt(place)

	function look(key: ClaimMatchKey): Set<number> {
		const found = new Set(byFingerprint.get(key.fingerprint))
		const add = (places: number[] = []) => {
			for (const at of places) found.add(at)
		}
		const { alone, pairs } = chooseTerms(key.stems, commonness)
		for (const band of key.bands) add(byBand.get(band))
		for (const stem of alone) add(byStem.get(stem)?.entries)
		for (const [one, other] of pairs) add(shareOf(byStem.get(one), byStem.get(other)))
		return found
	}

	return {
		find: (statement, { except, limit = 10 } = {}) => {
			const key = keyOfClaim(statement)
			if (key.stems.length === 0) return []
			const own = new Uint8Array(weights.length)
			for (const stem of key.stems) {
				const known = byStem.get(stem)
				if (known) own[known.place] = 1
			}
			const weighed: (Entry & { shared: number })[] = []
			for (const at of look(key)) {
				const entry = entries[at]
				if (!entry || entry.claimId === except) continue
				let shared = 0
				for (const place of entry.stems) if (own[place] === 1) shared += weightAt(place)
				weighed.push({ ...entry, shared })
			}
			const ownWeight = key.stems.reduce((total, stem) => total + weigh(stem), 0)
			const candidates = chooseMostTelling(ownWeight, weighed).map((entry) => ({
				claimId: entry.claimId,
				comparison: compareStatements(statement, entry.statement, weigh),
			}))
			return rankCandidates(candidates, limit)
		},
	}
}

function list<Key>(map: Map<Key, number[]>, key: Key): number[] {
	let known = map.get(key)
	if (!known) {
		known = []
		map.set(key, known)
	}
	return known
}

function countShares(byStem: Map<string, Stem>, claims: number): Commonness {
	const shares = new Map([...byStem].map(([stem, { entries }]) => [stem, entries.length / claims]))
	return { claims, shares, least: 1 / Math.max(1, claims) }
}

/** The claims that have both stems. */
function shareOf(one: Stem | undefined, other: Stem | undefined): number[] {
	if (!one || !other) return []
	const [short, long] = [one.entries, other.entries].sort((a, b) => a.length - b.length)
	return (short ?? []).filter((at) => holds(long ?? [], at))
}

/** Whether a list in rising order holds a number. */
function holds(numbers: number[], wanted: number): boolean {
	let [low, high] = [0, numbers.length - 1]
	while (low <= high) {
		const middle = (low + high) >> 1
		const value = numbers[middle] ?? 0
		if (value === wanted) return true
		if (value < wanted) low = middle + 1
		else high = middle - 1
	}
	return false
}
