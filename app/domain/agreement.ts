/*
 * How far people agree who rated the same claims without seeing each other: Krippendorff's alpha ("Computing
 * Krippendorff's Alpha-Reliability", 2011) for two ratings a claim.
 */

/** The two ratings of one claim, by their keys. */
export type RatedPair = { first: string; second: string }

export type Agreement = {
	/** Claims that two people rated. */
	pairs: number
	/** Of these, rated the same. */
	same: number
	/** 1 for full agreement, 0 for what chance would give, below 0 for worse; `null` where nothing varies or too little is known. */
	alpha: number | null
	/** Where alpha lies with 95 % confidence. */
	interval: { low: number; high: number } | null
}

/** Fewer claims say nothing about the people who rated them. */
export const fewestPairs = 10
const resamples = 1000

/**
 * How far apart two ratings are, from 0 (the same) to 1: steps of truth by their distance on the scale, and a rating
 * without a value as far as can be from every other.
 * @param values the value of each rating, 1 to 5, by its key
 */
export function ratingDistance(values: ReadonlyMap<string, number | null>) {
	return (one: string, other: string): number => {
		if (one === other) return 0
		const [a, b] = [values.get(one) ?? null, values.get(other) ?? null]
		return a === null || b === null ? 1 : ((a - b) / 4) ** 2
	}
}

/** The share of agreement, and alpha with its interval where there are enough pairs. */
export function measureAgreement(
	pairs: readonly RatedPair[],
	distance: (one: string, other: string) => number,
): Agreement {
	const same = pairs.filter(({ first, second }) => first === second).length
	const enough = pairs.length >= fewestPairs
	const alpha = enough ? alphaOf(pairs, distance) : null
	return {
		pairs: pairs.length,
		same,
		alpha,
		interval: alpha === null ? null : intervalOf(pairs, distance),
	}
}

/** `null` where all ratings are the same: then chance alone would agree as well. */
function alphaOf(
	pairs: readonly RatedPair[],
	distance: (one: string, other: string) => number,
): number | null {
	const counts = new Map<string, number>()
	let observed = 0
	for (const { first, second } of pairs) {
		observed += 2 * distance(first, second)
		for (const rating of [first, second]) counts.set(rating, (counts.get(rating) ?? 0) + 1)
	}
	const total = 2 * pairs.length
	let expected = 0
	for (const [one, often] of counts) {
		for (const [other, asOften] of counts) expected += often * asOften * distance(one, other)
	}
	if (expected === 0) return null
	return 1 - ((total - 1) * observed) / expected
}

/** The middle 95 % of alpha over samples drawn from the pairs; drawn the same way every time, so that a page says the same twice. */
function intervalOf(pairs: readonly RatedPair[], distance: (one: string, other: string) => number) {
	const draw = drawsFrom(pairs.length)
	const alphas: number[] = []
	for (let sample = 0; sample < resamples; sample++) {
		const drawn = pairs.map(() => pairs[draw()]).filter((pair) => pair !== undefined)
		// A sample in which all are the same agrees fully.
		alphas.push(alphaOf(drawn, distance) ?? 1)
	}
	alphas.sort((a, b) => a - b)
	return { low: alphas[Math.floor(resamples * 0.025)] ?? 0, high: alphas[Math.floor(resamples * 0.975)] ?? 0 }
}

/** Whole numbers below `limit`, evenly and in an order that is always the same (a linear congruential generator modulo 2³²). */
function drawsFrom(limit: number): () => number {
	let state = 1
	return () => {
		state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
		return Math.floor((state / 2 ** 32) * limit)
	}
}
