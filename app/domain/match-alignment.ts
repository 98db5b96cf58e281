import { type ClaimWord, isFrame } from './match-claim.ts'
import type { Place } from './match-places.ts'
import type { WordEntry } from './match-words.ts'

/** How one word of a claim stands to one of another. */
export type Relation = 'same' | 'opposite'

/** `null` for words that have nothing to do with each other. */
export function relate(first: ClaimWord, second: ClaimWord): Relation | null {
	if (first.stem === second.stem) return 'same'
	if (first.numeral || second.numeral) return null
	if (first.place && second.place) return samePlace(first.place, second.place) ? 'same' : null
	const isName = first.isName || second.isName || first.place !== null || second.place !== null
	if (!isName && first.entry && second.entry) {
		const known = relateEntries(first.entry, second.entry)
		if (known !== undefined) return known
	}
	if (!isName && first.skeleton !== null && first.skeleton === second.skeleton) return 'same'
	return isMisspelling(first.stem, second.stem) ? 'same' : null
}

/** What the lists of words say of two; `undefined` when nothing. */
function relateEntries(first: WordEntry, second: WordEntry): Relation | null | undefined {
	for (const group of first.groups) if (second.groups.includes(group)) return 'same'
	for (const one of first.sides) {
		for (const other of second.sides) {
			if (one.pair === other.pair) return one.side === other.side ? 'same' : 'opposite'
		}
	}
	if (first.ordinal === undefined || second.ordinal === undefined) return undefined
	return first.ordinal === second.ordinal ? 'same' : null
}

/** Two cities are two places; a country and its capital may be one, as in «واشنطن» for the United States. */
function samePlace(first: Place, second: Place): boolean {
	if (first.seat !== null && second.seat !== null) return first.seat === second.seat
	if (first.seat !== null && !first.standsForCountry) return false
	if (second.seat !== null && !second.standsForCountry) return false
	return first.countries.some((country) => second.countries.includes(country))
}

/** One letter more, less or other, in words long enough that this makes no other word. */
function isMisspelling(first: string, second: string): boolean {
	if (first.charCodeAt(0) !== second.charCodeAt(0)) return false
	const [short, long] = first.length <= second.length ? [first, second] : [second, first]
	if (long.length < 5 || long.length - short.length > 1) return false
	let at = 0
	while (at < short.length && short[at] === long[at]) at++
	return short.slice(at + (short.length === long.length ? 1 : 0)) === long.slice(at + 1)
}

/** Words of two claims that stand for each other. */
export type Pair = { first: ClaimWord; second: ClaimWord; relation: Relation }

export type Alignment = {
	pairs: Pair[]
	/** Places where each has words of its own between words that both have. */
	replaced: { first: ClaimWord[]; second: ClaimWord[] }[]
	/** Words that the other has not, replaced or added. */
	onlyFirst: ClaimWord[]
	onlySecond: ClaimWord[]
	/** Whether what both have comes in one order. */
	inOrder: boolean
	/** The share of its words that each has in common with the other, from 0 to 1; 1 for one without words. */
	coverFirst: number
	coverSecond: number
}

/** The words that carry content and are no figures. */
export function contentOf(words: ClaimWord[], taken: Set<number>): ClaimWord[] {
	return words.filter((word) => !taken.has(word.index) && !isFrame(word))
}

/** Words of two claims that are related, by their places in the lists. */
type Cell = { row: number; column: number; relation: Relation }

/** Lay two claims beside each other: the longest common sequence, then what was moved. */
export function align(first: ClaimWord[], second: ClaimWord[]): Alignment {
	const cells: Cell[] = []
	for (const [row, one] of first.entries()) {
		for (const [column, other] of second.entries()) {
			const relation = relate(one, other)
			if (relation) cells.push({ row, column, relation })
		}
	}
	const usedFirst = new Set<number>()
	const usedSecond = new Set<number>()
	const pairs: Pair[] = []
	const take = ({ row, column, relation }: Cell) => {
		const [one, other] = [first[row], second[column]]
		if (!one || !other || usedFirst.has(row) || usedSecond.has(column)) return
		usedFirst.add(row)
		usedSecond.add(column)
		pairs.push({ first: one, second: other, relation })
	}
	for (const cell of longestCommon(cells)) take(cell)
	const steps = [...pairs]
	for (const cell of cells) take(cell)
	const onlyFirst = first.filter((_, row) => !usedFirst.has(row))
	const onlySecond = second.filter((_, column) => !usedSecond.has(column))
	return {
		pairs,
		replaced: findReplaced(steps, onlyFirst, onlySecond),
		onlyFirst,
		onlySecond,
		inOrder: pairs.length === steps.length,
		coverFirst: first.length === 0 ? 1 : pairs.length / first.length,
		coverSecond: second.length === 0 ? 1 : pairs.length / second.length,
	}
}

/** The longest chain of cells that goes on in both claims; of chains equally long, the one with fewer opposites. */
function longestCommon(cells: Cell[]): Cell[] {
	const best = new Float64Array(cells.length)
	const next = new Int32Array(cells.length).fill(-1)
	let start = -1
	for (let index = cells.length - 1; index >= 0; index--) {
		const cell = cells[index]
		if (!cell) continue
		let rest = 0
		for (let later = index + 1; later < cells.length; later++) {
			const other = cells[later]
			if (!other || other.row <= cell.row || other.column <= cell.column) continue
			const length = best[later] ?? 0
			if (length <= rest) continue
			rest = length
			next[index] = later
		}
		best[index] = rest + (cell.relation === 'same' ? 1 : 0.99)
		if (start === -1 || (best[index] ?? 0) >= (best[start] ?? 0)) start = index
	}
	const chain: Cell[] = []
	for (let index = start; index !== -1; index = next[index] ?? -1) {
		const cell = cells[index]
		if (cell) chain.push(cell)
	}
	return chain
}

function findReplaced(steps: Pair[], onlyFirst: ClaimWord[], onlySecond: ClaimWord[]): Alignment['replaced'] {
	const replaced: Alignment['replaced'] = []
	for (let step = 0; step <= steps.length; step++) {
		const opening = steps[step - 1]
		const closing = steps[step]
		const between = (from: ClaimWord | undefined, to: ClaimWord | undefined) => (word: ClaimWord) =>
			word.index > (from?.index ?? -1) && word.index < (to?.index ?? Infinity)
		const gap = {
			first: onlyFirst.filter(between(opening?.first, closing?.first)),
			second: onlySecond.filter(between(opening?.second, closing?.second)),
		}
		if (gap.first.length > 0 && gap.second.length > 0) replaced.push(gap)
	}
	return replaced
}
