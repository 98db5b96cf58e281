import {
	currencyNames,
	currencySigns,
	type CurrencyCode,
	isCurrencyCode,
	lettersBeforeDollar,
} from './currencies.ts'
import {
	betweenNouns,
	countryNouns,
	countryPairs,
	peopleNouns,
	peoplePairs,
	yearNouns,
	yearPairs,
} from './figure-nouns.ts'
import { type FigureToken, readFigureTokens } from './figure-tokens.ts'
import type { FigureUnit } from './figure.ts'
import { foldText } from './folding.ts'
import { isMeasureCode, measures, type MeasureCode, measureCodes, pairsOfMeasure } from './measures.ts'

/** What a number counts or is measured in. */
export type ReadUnit = { unit: FigureUnit; measuredIn?: string; /** The token behind it. */ end: number }

const percentWords = new Set(['بالميه', 'بالمايه', 'percent', 'pct'])

const currencyByWord = new Map(
	currencyNames.flatMap((name) => name.words.split(' ').map((word) => [word, name] as const)),
)

/** The phrases of measures by their first word, the longest first. */
const measureByWord = new Map<string, { words: string[]; code: MeasureCode }[]>()
for (const code of measureCodes) {
	for (const phrase of measures[code].split('|')) {
		const words = phrase.split(/[ /-]|(?<=[ء-ي])(?=\d)|(?<=°)/)
		const first = words[0] ?? ''
		const all = [...(measureByWord.get(first) ?? []), { words, code }]
		measureByWord.set(
			first,
			all.sort((a, b) => b.words.length - a.words.length),
		)
	}
}

/**
 * The unit that stands at a token, right behind a number; `null` for a bare number. `text` gives the raw letters of a
 * token: codes of currencies are in capitals.
 */
export function readUnitAt(
	tokens: readonly FigureToken[],
	at: number,
	text: (token: FigureToken) => string,
): ReadUnit | null {
	const token = tokens[at]
	if (!token || token.gap === 'wide') return null
	if (token.kind === 'digits') return null
	const next = tokens[at + 1]
	const second = next?.kind === 'word' && next.gap !== 'wide' ? next.text : ''
	if (token.text === '%')
		return next?.kind === 'digits' && next.gap === 'none' ? null : { unit: 'percent', end: at + 1 }
	if (percentWords.has(token.text)) return { unit: 'percent', end: at + 1 }
	if (token.text === 'في' && (second === 'الميه' || second === 'المايه'))
		return { unit: 'percent', end: at + 2 }
	if (token.text === 'per' && second === 'cent') return { unit: 'percent', end: at + 2 }
	const sign = currencySigns[token.text]
	// "24 $10": the sign is of the number behind it.
	const isOfNext = token.gap !== 'none' && next?.kind === 'digits' && next.gap === 'none'
	if (sign) return isOfNext ? null : money(sign, at + 1)
	const measure = readMeasure(tokens, at)
	if (measure) return { unit: 'measure', measuredIn: measure.code, end: measure.end }
	if (token.kind !== 'word') return null
	const named = readCurrency(tokens, at, text)
	if (named) return named
	const noun = betweenNouns.has(token.text) && second !== '' ? at + 1 : at
	const word = tokens[noun]?.text ?? ''
	if (countryNouns.has(word)) return { unit: 'country', end: noun + 1 }
	if (peopleNouns.has(word)) return { unit: 'people', end: noun + 1 }
	if (yearNouns.has(token.text)) return { unit: 'year', end: at + 1 }
	return null
}

function money(code: CurrencyCode | null, end: number): ReadUnit {
	if (code === 'USD') return { unit: 'money_usd', end }
	return code === null ? { unit: 'money', end } : { unit: 'money', measuredIn: code, end }
}

/** «دولار», «درهم مغربي», "Mexican pesos", "EUR". */
function readCurrency(
	tokens: readonly FigureToken[],
	at: number,
	text: (token: FigureToken) => string,
): ReadUnit | null {
	const token = tokens[at]
	const next = tokens[at + 1]
	if (!token) return null
	const written = text(token)
	if (/^[A-Z]{3}$/.test(written) && isCurrencyCode(written)) return money(written, at + 1)
	const second = next?.kind === 'word' && next.gap !== 'wide' ? next.text : ''
	const name = currencyByWord.get(token.text)
	if (name) {
		const code = adjectiveOf(name, second)
		return code ? money(code, at + 2) : money(name.alone, at + 1)
	}
	const behind = currencyByWord.get(second)
	const code = behind && /^[a-z]/.test(second) ? adjectiveOf(behind, token.text) : null
	return code ? money(code, at + 2) : null
}

function adjectiveOf(
	{ with: adjectives }: (typeof currencyNames)[number],
	word: string,
): CurrencyCode | null {
	if (word === '' || !adjectives) return null
	for (const [code, words] of Object.entries(adjectives))
		if (isCurrencyCode(code) && words.split(' ').includes(word)) return code
	return null
}

function readMeasure(tokens: readonly FigureToken[], at: number): { code: MeasureCode; end: number } | null {
	// Of one Latin letter only when it is written onto the number: "5m", not "5 m".
	const token = tokens[at]
	if (!token || (/^[a-z]$/.test(token.text) && token.gap !== 'none')) return null
	for (const { words, code } of measureByWord.get(token.text) ?? []) {
		let end = at
		let found = 0
		for (; found < words.length; end++) {
			const part = tokens[end]
			if (!part || (end > at && part.gap === 'wide')) break
			if (end > at && (part.text === '/' || part.text === '-')) continue
			if (part.text !== words[found]) break
			found++
		}
		if (found === words.length) return { code, end }
	}
	return null
}

/** A sign or code of money that ends right before a token. */
export function readMoneyBefore(
	tokens: readonly FigureToken[],
	at: number,
	text: (token: FigureToken) => string,
): { unit: FigureUnit; measuredIn?: string; from: number } | null {
	const token = tokens[at - 1]
	const number = tokens[at]
	if (!token || !number || number.gap === 'wide') return null
	const code = currencySigns[token.text]
	if (code !== undefined) {
		const letters = token.gap === 'none' ? tokens[at - 2] : undefined
		const whose = token.text === '$' && letters ? lettersBeforeDollar[letters.text] : undefined
		const { unit, measuredIn } = money(whose ?? code, at)
		return { unit, ...(measuredIn ? { measuredIn } : {}), from: (whose && letters ? letters : token).from }
	}
	const written = text(token)
	if (!/^[A-Z]{3}$/.test(written) || !isCurrencyCode(written)) return null
	const { unit, measuredIn } = money(written, at)
	return { unit, ...(measuredIn ? { measuredIn } : {}), from: token.from }
}

/** Two of something in one word: «دولتان», «دولارين», «شهرين». */
export function readPair(word: string): Omit<ReadUnit, 'end'> | null {
	if (countryPairs.has(word)) return { unit: 'country' }
	if (peoplePairs.has(word)) return { unit: 'people' }
	if (yearPairs.has(word)) return { unit: 'year' }
	if (word === 'دولاران' || word === 'دولارين') return { unit: 'money_usd' }
	const measure = pairsOfMeasure[word]
	return measure ? { unit: 'measure', measuredIn: measure } : null
}

export const pairWords: ReadonlySet<string> = new Set([
	...[countryPairs, peoplePairs, yearPairs].flatMap((words) => [...words]),
	...Object.keys(pairsOfMeasure),
	'دولاران',
	'دولارين',
])

/** The measure that a person typed, as a code or in words; `null` for an unknown one. */
export function readMeasureCode(typed: string): MeasureCode | null {
	const code = typed.trim()
	if (isMeasureCode(code)) return code
	const tokens = readFigureTokens(foldText(code).line)
	const found = readMeasure(tokens, 0)
	return found?.end === tokens.length ? found.code : null
}

/** The currency that a person typed, as a code or in words; `null` for an unknown one or one of several. */
export function readCurrencyCode(typed: string): CurrencyCode | null {
	const code = typed.trim().toUpperCase()
	if (isCurrencyCode(code)) return code
	const sign = currencySigns[typed.trim()]
	if (sign !== undefined) return sign
	const tokens = readFigureTokens(foldText(typed).line)
	const found = readCurrency(tokens, 0, () => '')
	if (found?.end !== tokens.length) return null
	if (found.unit === 'money_usd') return 'USD'
	return found.measuredIn !== undefined && isCurrencyCode(found.measuredIn) ? found.measuredIn : null
}
