import { foldText } from './folding.ts'
import { fractionWords, numberWords, pairsOfScale, scaleWords } from './match-words.ts'
import { matchKey } from './normalise.ts'
import { tensWords, unitWords } from './spelling.ts'

/** A word of a key and where it came from: half-open, in UTF-16 code units of the raw text. */
export type KeyWord = { text: string; start: number; end: number }

const digits = /^-?\d+(?:\.\d+)?$/

/**
 * Join numbers in words that the match key leaves apart: hundreds («ثلاثمئة وخمسون»), what is added to thousands
 * («خمسة آلاف ومئتان»), twos of a scale («مليونين»), and English numbers ("three hundred and fifty").
 */
export function joinNumbers(words: KeyWord[]): KeyWord[] {
	const joined: KeyWord[] = []
	for (let index = 0; index < words.length;) {
		const number = readNumber(words, index)
		const first = words[index]
		const last = words[index + (number?.length ?? 1) - 1]
		if (!first || !last) break
		joined.push(number ? { text: number.text, start: first.start, end: last.end } : first)
		index += number?.length ?? 1
	}
	return joined
}

/** The number that begins at `index` and how many words it takes; `null` when none does that is not digits already. */
function readNumber(words: KeyWord[], index: number): { text: string; length: number } | null {
	let total = 0
	let group = 0
	let lastScale = 1
	let length = 0
	for (; ; length++) {
		const text = words[index + length]?.text ?? ''
		const next = words[index + length + 1]?.text ?? ''
		if (length > 0 && text === 'and' && numberWords.has(next)) continue
		const part = length > 0 && /^و./u.test(text) ? text.slice(1) : text
		const added = length > 0 && part !== text
		const english = /^[a-z]/.test(text)
		const scale = scaleWords.get(part)
		if (scale !== undefined && !(length > 0 && total > 0 && group === 0 && total <= scale)) {
			if (length === 0 && english) break
			total += (group === 0 ? 1 : group) * scale
			group = 0
			lastScale = scale
			continue
		}
		const fraction = added && group === 0 ? fractionWords.get(part) : undefined
		if (fraction !== undefined && lastScale > 1) {
			total += fraction * lastScale
			// «ونصف المليون» names the scale once more.
			if (scaleWords.get(next.replace(/^ال/u, '')) === lastScale) length++
			continue
		}
		const value = valueOf(part, next)
		if (value === undefined) break
		if (value >= 1e3) {
			if (length > 0) break
			total += value
			lastScale = [1e9, 1e6, 1e3].find((scale) => value % scale === 0) ?? 1
			continue
		}
		const sum = group + total
		const fits = length === 0 || added || english || (sum >= 1 && value === 100)
		if (!fits) break
		if (value === 100 && group > 0 && group < 10 && !added) group *= 100
		else if (length > 0 && (group === 0 ? total : group) <= value) break
		else group += value
	}
	if (length === 0) return null
	const first = words[index]?.text ?? ''
	if (length === 1 && digits.test(first)) return null
	const percent = /^(?:percent|بالميه|بالمايه)$/.test(words[index + length]?.text ?? '')
	return { text: `${total + group}${percent ? '%' : ''}`, length: percent ? length + 1 : length }
}

/** Digits count only as the round number to which something is added, or before a hundred («ثلاث مئة»). */
function valueOf(word: string, next: string): number | undefined {
	if (digits.test(word)) {
		const value = Number(word)
		if (/^[1-9]$/.test(word)) return numberWords.get(next) === 100 ? value : undefined
		return value >= 100 && value % 100 === 0 ? value : undefined
	}
	return pairsOfScale.get(word) ?? numberWords.get(word) ?? tensWords[word] ?? unitWords[word]
}

/** A number of a claim. `step` is the place of the last figure that was written: 0.01 of `40.27`, 100000 of `3.4 million`. */
export type Numeral = { value: number; percent: boolean; step: number }

const scaledNumber = new RegExp(
	`^(.*?)\\s*(?:و|ب|ل)?(${[...scaleWords.keys(), ...pairsOfScale.keys()].join('|')})(?!\\p{L})`,
	'u',
)

/** Read a word of a key as a number; `null` when it is none. */
export function readNumeral(word: KeyWord, text: string): Numeral | null {
	if (!/^-?\d/.test(word.text)) return null
	const [, number = '', fraction = '', percent] = /^(-?\d+(?:\.(\d+))?)(%?)$/.exec(word.text) ?? []
	if (number === '') return null
	const value = Number(number)
	const written = foldText(text.slice(word.start, word.end)).line
	const scaled = scaledNumber.exec(written)
	const scale = scaled?.[2] === undefined ? undefined : (scaleWords.get(scaled[2]) ?? 1e3)
	const decimals = scaled ? (/\.(\d+)$/.exec(matchKey(scaled[1] ?? ''))?.[1] ?? '') : fraction
	return {
		value,
		percent: percent === '%',
		step: (value % (scale ?? 1) === 0 || decimals !== '' ? (scale ?? 1) : 1) / 10 ** decimals.length,
	}
}
