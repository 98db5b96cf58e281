import { type Commonness, weightOf } from './match-search.ts'
import type { Comparison } from './match.ts'

/** Of so many claims the words are compared one by one. */
const comparedClaims = 25
/** One that shares less of its words than this, weighed by how telling they are, says something else. */
const leastShared = 0.2
/** Less alike than this is nothing to show. */
const leastSimilarity = 0.25

/** How telling each stem is, worked out once. */
export function weighStems(commonness: Commonness): (stem: string) => number {
	const weights = new Map<string, number>()
	return (stem) => {
		let weight = weights.get(stem)
		if (weight === undefined) {
			weight = weightOf(commonness, stem)
			weights.set(stem, weight)
		}
		return weight
	}
}

/** What an index found: how much its stems weigh, and those of them that the search has too. */
export type Weighed = { claimId: string; weight: number; shared: number }

/** Of what the indexes found, those whose words are to be compared one by one: they share the most telling stems. */
export function chooseMostTelling<Found extends Weighed>(ownWeight: number, found: Iterable<Found>): Found[] {
	const scored: { found: Found; score: number }[] = []
	for (const one of found) {
		if (one.shared < leastShared * Math.min(one.weight, ownWeight)) continue
		scored.push({ found: one, score: one.shared / Math.sqrt(one.weight) })
	}
	return scored
		.sort((a, b) => b.score - a.score || (a.found.claimId < b.found.claimId ? -1 : 1))
		.slice(0, comparedClaims)
		.map(({ found }) => found)
}

type Ranked = { claimId: string; comparison: Comparison }

/** The best first, each claim once, without those that are hardly alike. */
export function rankCandidates<Candidate extends Ranked>(
	candidates: Iterable<Candidate>,
	limit: number,
): Candidate[] {
	const best = new Map<string, Candidate>()
	for (const candidate of candidates) {
		if (candidate.comparison.similarity < leastSimilarity) continue
		const other = best.get(candidate.claimId)
		// A claim that is found by both its wordings is found once.
		if (!other || rankOf(other) < rankOf(candidate)) best.set(candidate.claimId, candidate)
	}
	return [...best.values()]
		.sort((a, b) => rankOf(b) - rankOf(a) || (a.claimId < b.claimId ? -1 : 1))
		.slice(0, limit)
}

/** What says something of the claim comes before what is only like it. */
function rankOf({ comparison }: Ranked): number {
	return comparison.similarity + (comparison.kind === null ? 0 : 0.15)
}
