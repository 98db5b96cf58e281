import type { Comparator } from './figure.ts'
import type { ComparedFigure, FigureAgreement } from './match-kinds.ts'
import type { Numeral } from './match-numbers.ts'
import { decimal } from './match-quantities.ts'

export type FigureComparison = { gap: string; agree: FigureAgreement }

/** As much of a quantity as comparing asks of it. */
type Quantity = {
	numeral: Pick<Numeral, 'value' | 'step'>
	figure: Pick<ComparedFigure, 'comparator'>
}

/**
 * Two quantities of one kind: their gap, and whether it is explained by how they are written. A figure stands for all that
 * rounds to it: 40.3 is 40.27 rounded, and 40.26 is not 40.27. "About" widens that to half of its last figure that is
 * not zero, or a tenth of it where that is less. "More than 20" agrees with up to half as much again.
 */
export function compareQuantities(first: Quantity, second: Quantity): FigureComparison {
	const [a, b] = [first.numeral, second.numeral]
	const gap = Math.abs(a.value - b.value)
	return { gap: decimal(gap), agree: agreement(first, second, gap) }
}

function agreement(first: Quantity, second: Quantity, gap: number): FigureAgreement {
	if (areOpposed(first, second)) return 'no'
	if (gap === 0) return 'equal'
	const [a, b] = [first.numeral, second.numeral]
	const coarse = a.step >= b.step ? a : b
	const fine = a.step >= b.step ? b : a
	if (
		coarse.step > fine.step &&
		isZero(Math.round(fine.value / coarse.step + 1e-9) * coarse.step - coarse.value)
	)
		return 'rounded'
	const slack = Math.max(slackOf(first), slackOf(second))
	if (gap <= slack + 1e-9) return 'rounded'
	return withinLimit(first, second) || withinLimit(second, first) ? 'within_limit' : 'no'
}

const isZero = (value: number) => Math.abs(value) < 1e-6

function slackOf({ numeral, figure }: Quantity): number {
	if (figure.comparator !== 'about') return 0
	let place = numeral.step
	while (place < Math.abs(numeral.value) && isZero(numeral.value % (place * 10))) place *= 10
	return Math.max(numeral.step / 2, Math.min(place / 2, Math.abs(numeral.value) / 10))
}

const lower = new Set<Comparator>(['more_than', 'at_least'])
const upper = new Set<Comparator>(['less_than', 'at_most'])

/** "More than 50" and "less than 50", and all further apart. */
function areOpposed(first: Quantity, second: Quantity): boolean {
	const leastFirst = lower.has(first.figure.comparator) && upper.has(second.figure.comparator)
	const leastSecond = lower.has(second.figure.comparator) && upper.has(first.figure.comparator)
	return (
		(leastFirst && first.numeral.value >= second.numeral.value) ||
		(leastSecond && second.numeral.value >= first.numeral.value)
	)
}

/** Half as much again: "more than 20" is not said of 200. */
const reach = 1.5

function withinLimit(limit: Quantity, other: Quantity): boolean {
	const ratio = other.numeral.value / limit.numeral.value
	switch (limit.figure.comparator) {
		case 'more_than':
		case 'at_least':
			return (
				(ratio >= 1 && ratio <= reach) ||
				(limit.figure.comparator === other.figure.comparator && ratio <= 1 && ratio >= 1 / reach)
			)
		case 'less_than':
		case 'at_most':
			return (
				(ratio <= 1 && ratio >= 1 / reach) ||
				(limit.figure.comparator === other.figure.comparator && ratio >= 1 && ratio <= reach)
			)
		case 'about':
		case 'exactly':
			return false
	}
}
