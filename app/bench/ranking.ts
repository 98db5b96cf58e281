/** Something with a score, and whether it is what was looked for. */
export type Scored = { score: number; positive: boolean }

/**
 * Average precision of a ranking by score, the highest first: the mean, over what was looked for, of the precision at its
 * rank. Of equal scores none comes first: each counts with the precision at the end of its tie, which favours nobody. 0 when nothing was
 * looked for.
 */
export function averagePrecision(scored: readonly Scored[]): number {
	let seen = 0
	let found = 0
	let sum = 0
	for (const tie of ties(scored)) {
		const positives = tie.filter(({ positive }) => positive).length
		seen += tie.length
		found += positives
		sum += positives * (found / seen)
	}
	return found === 0 ? 0 : sum / found
}

/** The chance that something looked for has a higher score than something else; a tie is half. 0.5 when either is missing. */
export function areaUnderCurve(scored: readonly Scored[]): number {
	const positives = scored.filter(({ positive }) => positive).length
	const others = scored.length - positives
	if (positives === 0 || others === 0) return 0.5
	let below = others
	let sum = 0
	for (const tie of ties(scored)) {
		const hits = tie.filter(({ positive }) => positive).length
		const misses = tie.length - hits
		below -= misses
		sum += hits * (below + misses / 2)
	}
	return sum / (positives * others)
}

/** Groups of equal score, the highest first. */
function ties(scored: readonly Scored[]): Scored[][] {
	const groups: Scored[][] = []
	for (const one of [...scored].sort((a, b) => b.score - a.score)) {
		const last = groups.at(-1)
		if (last?.[0]?.score === one.score) last.push(one)
		else groups.push([one])
	}
	return groups
}
