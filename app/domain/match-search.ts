/** How common stems are among all claims. A stem that is not in it is rarer than all that are. */
export type Commonness = {
	/** How many claims there are. */
	claims: number
	/** The share of claims that have the stem, from 0 to 1. */
	shares: ReadonlyMap<string, number>
	/** The least share that is known. */
	least: number
}

/** As for a desk that has no claims yet: every stem is rare. */
export const nothingCommon: Commonness = { claims: 0, shares: new Map(), least: 0.001 }

function shareOf({ shares, least }: Commonness, stem: string): number {
	return shares.get(stem) ?? least / 2
}

/** How much a stem tells: nothing when every claim has it, and the more the rarer it is. */
export function weightOf(commonness: Commonness, stem: string): number {
	return Math.max(0.1, -Math.log(Math.min(1, shareOf(commonness, stem))))
}

/** What to look for: claims with one of the `alone` stems, or with both of a pair. */
export type SearchTerms = { alone: string[]; pairs: [string, string][] }

/** So many claims may have one of the stems that are looked for alone. */
const aloneBudget = 150
/** So many may have both of a pair. */
const pairBudget = 100
/** Words of one text come together more often than by chance. */
const togetherness = 5
/** Of so many stems pairs are made. */
const pairedStems = 8

/**
 * Which stems of a claim to look for, so that a desk of any size answers with some hundreds of claims: the rarest
 * alone as long as few claims have them, and pairs of the rarest. Ties keep the order of the words.
 */
export function chooseTerms(stems: readonly string[], commonness: Commonness): SearchTerms {
	const rarest = [...stems].sort((a, b) => shareOf(commonness, a) - shareOf(commonness, b))
	const alone: string[] = []
	let expected = 0
	for (const stem of rarest) {
		expected += shareOf(commonness, stem) * commonness.claims
		if (expected > aloneBudget) break
		alone.push(stem)
	}
	const paired = rarest.slice(0, Math.max(pairedStems, alone.length))
	const pairs: [string, string][] = []
	for (const [index, one] of paired.entries()) {
		for (const other of paired.slice(Math.max(index + 1, alone.length))) {
			if (alone.includes(one)) continue
			const both = shareOf(commonness, one) * shareOf(commonness, other) * commonness.claims * togetherness
			if (both <= pairBudget) pairs.push([one, other])
		}
	}
	return { alone, pairs }
}
