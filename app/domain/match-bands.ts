/*
 * MinHash with bands (Broder 1997; Leskovec, Rajaraman, Ullman: Mining of Massive Datasets, §3.4): two sets of words that
 * have the share s of their words in common agree in one band or more with probability 1 − (1 − sʳ)ᵇ.
 */

const bandCount = 20
const rowCount = 4

/** A spread-out hash of a word, as an unsigned 32-bit integer. */
function hash(word: string, seed: number): number {
	let state = seed | 0
	for (let index = 0; index < word.length; index++) {
		state = Math.imul(state ^ word.charCodeAt(index), 0x5bd1e995)
		state ^= state >>> 15
	}
	state = Math.imul(state ^ (state >>> 13), 0xc2b2ae35)
	return (state ^ (state >>> 16)) >>> 0
}

const rows = Array.from({ length: bandCount * rowCount }, (_, row) => ({
	factor: hash(`factor ${row}`, 17) | 1,
	shift: hash(`shift ${row}`, 29),
}))

/** The 20 bands of a set of stems, as signed 32-bit integers; none for an empty set. */
export function bandsOf(stems: Iterable<string>): number[] {
	const hashes = Array.from(new Set(stems), (stem) => hash(stem, 1))
	if (hashes.length === 0) return []
	const least = rows.map(({ factor, shift }) => {
		let smallest = 0xffffffff
		for (const word of hashes) {
			const mixed = (Math.imul(word, factor) + shift) >>> 0
			smallest = Math.min(smallest, (mixed ^ (mixed >>> 15)) >>> 0)
		}
		return smallest
	})
	return Array.from({ length: bandCount }, (_, band) => {
		let key = Math.imul(band + 1, 0x9e3779b1)
		for (let row = 0; row < rowCount; row++)
			key = Math.imul(key ^ (least[band * rowCount + row] ?? 0), 0x85ebca6b) ^ (key >>> 13)
		return key | 0
	})
}
