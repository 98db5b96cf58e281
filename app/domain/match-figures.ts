import { type Alignment, relate } from './match-alignment.ts'
import type { ClaimWord } from './match-claim.ts'
import type { MatchReason } from './match-kinds.ts'
import { compareQuantities, type FigureComparison } from './match-agreement.ts'
import type { Quantity } from './match-quantities.ts'
import type { Statement } from './match-statement.ts'

type FigureReason = Extract<MatchReason, { kind: 'figures' }>

/** What the quantities of two claims make of each other. */
export type ComparedQuantities = {
	/** The same quantity in both, equal or explained. */
	agreeing: FigureReason[]
	/** The same quantity in both with a gap that nothing explains. */
	conflicting: FigureReason[]
	/** Figures of one kind about different things. */
	otherBase: Extract<MatchReason, { kind: 'other_base' }>[]
	/** Quantities that only one of them has. */
	onlyFirst: Quantity[]
	onlySecond: Quantity[]
}

type QuantityPair = { first: Quantity; second: Quantity; comparison: FigureComparison; nearness: number }

/** Pair the quantities of two claims: first those that agree, then what is left of the same kind in the same place. */
export function compareFigures(
	first: Statement,
	second: Statement,
	alignment: Alignment,
): ComparedQuantities {
	const pairs: QuantityPair[] = []
	const result: ComparedQuantities = {
		agreeing: [],
		conflicting: [],
		otherBase: [],
		onlyFirst: [],
		onlySecond: [],
	}
	for (const one of first.quantities) {
		for (const other of second.quantities) {
			if (one.kind !== other.kind) continue
			const difference = differentThings(first, one, second, other)
			if (difference) result.otherBase.push(difference)
			else
				pairs.push({
					first: one,
					second: other,
					comparison: compareQuantities(one, other),
					nearness: nearness(one, other, alignment),
				})
		}
	}
	const used = new Set<Quantity>()
	const order = ['equal', 'rounded', 'within_limit']
	const agreeing = pairs
		.filter(({ comparison }) => comparison.agree !== 'no')
		.sort(
			(a, b) =>
				order.indexOf(a.comparison.agree) - order.indexOf(b.comparison.agree) || b.nearness - a.nearness,
		)
	for (const pair of agreeing) {
		if (used.has(pair.first) || used.has(pair.second)) continue
		used.add(pair.first).add(pair.second)
		result.agreeing.push(reasonOf(pair))
	}
	const sharedKinds = new Set(first.quantities.filter((one) => used.has(one)).map(({ kind }) => kind))
	for (const pair of pairs
		.filter(({ comparison }) => comparison.agree === 'no')
		.sort((a, b) => b.nearness - a.nearness)) {
		if (used.has(pair.first) || used.has(pair.second)) continue
		// Where they share one figure of the kind, another must stand among the same words to be the same quantity.
		if (pair.nearness < (sharedKinds.has(pair.first.kind) ? 2 : 0)) continue
		used.add(pair.first).add(pair.second)
		result.conflicting.push(reasonOf(pair))
	}
	result.onlyFirst = first.quantities.filter((one) => !used.has(one))
	result.onlySecond = second.quantities.filter((other) => !used.has(other))
	return result
}

function reasonOf({ first, second, comparison }: QuantityPair): FigureReason {
	return { kind: 'figures', first: first.figure, second: second.figure, ...comparison }
}

/** How many words near the one figure stand near the other too. */
function nearness(first: Quantity, second: Quantity, { pairs }: Alignment): number {
	return pairs.filter(
		(pair) =>
			Math.abs(pair.first.index - first.word.index) <= 3 &&
			Math.abs(pair.second.index - second.word.index) <= 3,
	).length
}

/** Percentages of different wholes and counts of different things. */
function differentThings(firstClaim: Statement, first: Quantity, secondClaim: Statement, second: Quantity) {
	const isIn = (claim: Statement) => (word: ClaimWord) =>
		claim.content.some((other) => relate(word, other) === 'same')
	if (first.base.length > 0 && second.base.length > 0) {
		const isOther = !first.base.every(isIn(secondClaim)) && !second.base.every(isIn(firstClaim))
		if (isOther) return baseReason(firstClaim, first.base, secondClaim, second.base)
	}
	if (first.noun && second.noun && relate(first.noun, second.noun) !== 'same') {
		if (!isIn(secondClaim)(first.noun) && !isIn(firstClaim)(second.noun))
			return baseReason(firstClaim, [first.noun], secondClaim, [second.noun])
	}
	return null
}

function baseReason(first: Statement, one: ClaimWord[], second: Statement, other: ClaimWord[]) {
	return { kind: 'other_base' as const, first: written(first, one), second: written(second, other) }
}

function written({ text }: Statement, words: ClaimWord[]): string {
	return text.slice(words[0]?.start, words.at(-1)?.end)
}
