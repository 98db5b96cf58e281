import { contentOf } from './match-alignment.ts'
import { type ClaimWord, isFrame, type ReadClaim, readClaim } from './match-claim.ts'
import { type Measures, readMeasures } from './match-quantities.ts'

/** A negation and the next words that carry content, which it turns into their opposite. */
export type Negation = { word: ClaimWord; scope: ClaimWord[] }

/** A claim ready to be compared with many others. */
export type Statement = ReadClaim &
	Measures & {
		/** Its words that carry content and are no figures or denials. */
		content: ClaimWord[]
		negations: Negation[]
		/** The countries that each of its places is or is in. */
		countries: string[][]
		/** Hashes of its runs of three letters, sorted, each once; for words that are written in another way. */
		trigrams: Int32Array
	}

/** Take a claim apart for comparing. */
export function readStatement(text: string): Statement {
	const claim = readClaim(text)
	const measures = readMeasures(claim)
	const content = contentOf(claim.words, measures.taken).filter(
		(word) => !word.entry?.denial && !word.isLimit,
	)
	return {
		...claim,
		...measures,
		content,
		negations: findNegations(claim.words, measures.taken),
		countries: claim.words.flatMap(({ place }) => (place ? [place.countries] : [])),
		trigrams: trigramsOf(claim.words),
	}
}

/** How far a negation reaches, in words that carry content. */
const reach = 3

function findNegations(words: ClaimWord[], taken: Set<number>): Negation[] {
	const negations: Negation[] = []
	for (const word of words) {
		const next = words[word.index + 1]
		const isNegation =
			word.entry?.denial === true ||
			((word.entry?.negation ?? word.entry?.wordNegation) === true &&
				next?.entry?.afterNegation !== true &&
				!next?.numeral &&
				!next?.isLimit)
		if (!isNegation || !next || isPlaceName(word, next)) continue
		const scope = words.slice(word.index + 1).filter((other) => !isFrame(other) && !taken.has(other.index))
		negations.push({ word, scope: scope.slice(0, word.entry?.wordNegation ? 1 : reach) })
	}
	return negations
}

/** «لا باز», «لا سيبا»: the word belongs to a name. */
function isPlaceName(word: ClaimWord, next: ClaimWord): boolean {
	return word.place !== null && next.inPlace
}

function trigramsOf(words: ClaimWord[]): Int32Array {
	const text = words.map(({ numeral, text }) => (numeral ? '' : ` ${text} `)).join(' ')
	const trigrams = new Int32Array(Math.max(0, text.length - 2))
	for (let at = 0; at < trigrams.length; at++)
		trigrams[at] = (text.charCodeAt(at) << 20) ^ (text.charCodeAt(at + 1) << 10) ^ text.charCodeAt(at + 2)
	trigrams.sort()
	return trigrams.filter((trigram, at) => at === 0 || trigram !== trigrams[at - 1])
}

/** Dice's coefficient of two sorted sets: twice what they share by what they have, from 0 to 1. */
export function shareOfTrigrams(first: Int32Array, second: Int32Array): number {
	let shared = 0
	for (let row = 0, column = 0; row < first.length && column < second.length;) {
		const one = first[row] ?? 0
		const other = second[column] ?? 0
		if (one === other) shared++
		if (one <= other) row++
		if (other <= one) column++
	}
	return (2 * shared) / Math.max(1, first.length + second.length)
}
