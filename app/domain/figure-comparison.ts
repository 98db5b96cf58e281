import type { Figure } from './figure.ts'
import { relate } from './match-alignment.ts'
import { readStatement } from './match-statement.ts'
import { compareTyped, familyOf, numberOf } from './quantity.ts'

/**
 * What a figure of a source makes of a claim's: the same; the same when rounded as it is written; within what the claim
 * leaves open ("more than 20"); apart by a gap; of another whole; or not of its kind.
 */
export const comparisonOutcomes = [
	'equal',
	'rounded',
	'within',
	'outside',
	'other_base',
	'other_unit',
] as const
export type ComparisonOutcome = (typeof comparisonOutcomes)[number]

/** `gap` is a plain decimal in the figures' unit, of percentages in percentage points; times have none. */
export type ComparedFigures = { outcome: ComparisonOutcome; gap: string | null }

/** Compare a figure of a source with a figure of a claim. */
export function compareFigures(claimed: Figure, found: Figure): ComparedFigures {
	if (familyOf(claimed) !== familyOf(found) || countsOtherThings(claimed, found)) {
		return { outcome: 'other_unit', gap: null }
	}
	if (hasOtherBase(claimed, found)) return { outcome: 'other_base', gap: null }
	const compared = compareTyped(finely(claimed), finely(found))
	if (!compared) return { outcome: 'other_unit', gap: null }
	switch (compared.agree) {
		case 'equal':
			return { outcome: 'equal', gap: null }
		case 'rounded':
			return { outcome: 'rounded', gap: null }
		case 'within_limit':
			return { outcome: 'within', gap: null }
		case 'no': {
			const counted = numberOf(claimed) !== null && numberOf(found) !== null
			return { outcome: 'outside', gap: counted && compared.gap !== '0' ? compared.gap : null }
		}
	}
}

/** A third is all that rounds to it: 33% and 33.3%. */
function finely(figure: Figure): Figure {
	return figure.unit === 'share' ? { ...figure, rounding: '0.000001' } : figure
}

/** People are no countries; a bare number may be of either. */
function countsOtherThings({ unit: one }: Figure, { unit: other }: Figure): boolean {
	const named = ['people', 'country']
	return one !== other && named.includes(one) && named.includes(other)
}

/** Whether both say of what they are, and neither says no more than the other does. */
function hasOtherBase({ base: one }: Figure, { base: other }: Figure): boolean {
	if (!one?.trim() || !other?.trim()) return false
	const [words, others] = [readStatement(one).content, readStatement(other).content]
	const isIn = (list: typeof words) => (word: (typeof words)[number]) =>
		list.some((candidate) => relate(word, candidate) === 'same')
	return !words.every(isIn(others)) && !others.every(isIn(words))
}

/** A figure of a source beside the figure of the claim that it says most about. */
export type FigurePair = ComparedFigures & { found: Figure; claimed: Figure }

/**
 * Lay each figure of a source beside one of the claim's: the one it agrees with, else the nearest of its kind, else of
 * another whole. Where the claim has no figure of its kind it stands beside the only one there is, or nowhere.
 */
export function pairFigures(claimed: readonly Figure[], found: readonly Figure[]): FigurePair[] {
	return found.flatMap((figure) => {
		const [best] = claimed
			.map((other) => ({ found: figure, claimed: other, ...compareFigures(other, figure) }))
			.sort(
				(one, other) =>
					comparisonOutcomes.indexOf(one.outcome) - comparisonOutcomes.indexOf(other.outcome) ||
					Number(one.gap ?? 0) - Number(other.gap ?? 0),
			)
		return best && (best.outcome !== 'other_unit' || claimed.length === 1) ? [best] : []
	})
}
