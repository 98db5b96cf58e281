import { foldText } from './folding.ts'
import {
	beforeMonth,
	doubtfulMonths,
	joinedNames,
	monthBesideNumber,
	monthNames,
	namesWithoutArticle,
	nameSpellings,
	ordinalTens,
	ordinalWords,
	scaleWords,
	teenFirstWords,
	tensWords,
	unitWords,
	unitWordsInCompounds,
} from './spelling.ts'

/**
 * A text in the form in which texts are compared, never shown or published. `starts[i]` and `ends[i]` are the
 * half-open range, in UTF-16 code units of the raw text, of what the key's code unit `i` came from.
 */
export type Normalised = { key: string; starts: number[]; ends: number[] }

/** `own` is where its code units begin in the folded text, while they are still its own. */
type Token = { text: string; start: number; end: number; own: number | null }

/**
 * The match key: two texts have the same one when they differ only in diacritics, tatweel, invisible marks, hamza
 * seats and the like, digits of either script, quotation marks and other punctuation, month families, spellings of known
 * names, or numbers in words. One digit changed changes it.
 */
export function matchKey(text: string): string {
	return makeTokens(text)
		.tokens.map((token) => token.text)
		.join(' ')
}

/** The match key with the way back to the raw text. */
export function normaliseWithMap(text: string): Normalised {
	const { tokens, starts: ownStarts, ends: ownEnds } = makeTokens(text)
	const starts: number[] = []
	const ends: number[] = []
	for (const [index, token] of tokens.entries()) {
		if (index > 0) {
			// One character may stand for two words: then nothing is between them.
			const before = tokens[index - 1]?.end ?? token.start
			starts.push(Math.min(before, token.start))
			ends.push(Math.max(before, token.start))
		}
		for (let unit = 0; unit < token.text.length; unit++) {
			starts.push(token.own === null ? token.start : (ownStarts[token.own + unit] ?? token.start))
			ends.push(token.own === null ? token.end : (ownEnds[token.own + unit] ?? token.end))
		}
	}
	return { key: tokens.map((token) => token.text).join(' '), starts, ends }
}

function makeTokens(text: string): { tokens: Token[]; starts: number[]; ends: number[] } {
	const { line, starts, ends } = foldText(text)
	let tokens = joinClitics(tokenise(line, starts, ends))
	// What was made one may be joined once more: «ثلاثة وعشرون» is 23, and «23 ألف» is 23000.
	for (;;) {
		const joined = joinTokens(tokens)
		if (joined.length === tokens.length && joined.every((token, index) => token.text === tokens[index]?.text))
			return { tokens, starts, ends }
		tokens = joined
	}
}

const numeral = String.raw`(?<numeral>(?:(?<![\p{L}\p{N}%)\]\-])-(?=%?\d))?%?\d+(?:[.,]\d+)*(?:[\s)]*%(?!\d))?)`
const arabicWord = String.raw`(?:(?=\p{Script=Arabic})\p{L})+`
const otherWord = String.raw`(?:(?!\p{Script=Arabic})[\p{L}\p{N}])+`
const tokenPattern = new RegExp(`${numeral}|${arabicWord}|${otherWord}`, 'gu')

/** Words and numbers with what they came from; all else only parts them. A numeral parts from Arabic letters (بـ40%). */
function tokenise(line: string, starts: number[], ends: number[]): Token[] {
	const tokens: Token[] = []
	for (const match of line.matchAll(tokenPattern)) {
		const start = starts[match.index] ?? 0
		const end = ends[match.index + match[0].length - 1] ?? start
		if (match.groups?.['numeral']) tokens.push({ text: readNumeral(match[0]), start, end, own: null })
		else tokens.push({ text: match[0], start, end, own: match.index })
	}
	return tokens
}

/**
 * One numeral: marks between thousands out, a decimal comma as a point, the percent sign behind. What is
 * neither stays as it is written.
 */
function readNumeral(written: string): string {
	const sign = written.startsWith('-') ? '-' : ''
	const percent = written.includes('%') ? '%' : ''
	let number = written.replace(/[^\d.,]/g, '')
	if (/^[1-9]\d{0,2}(?:,\d{3})+(?:\.\d+)?$/.test(number)) number = number.replaceAll(',', '')
	else if (/^[1-9]\d{0,2}(?:(?:\.\d{3}){2,}|(?:\.\d{3})+,\d{1,2})$/.test(number))
		number = number.replaceAll('.', '').replace(',', '.')
	else if (/^(?:\d+,\d{1,2}|0,\d+)$/.test(number)) number = number.replace(',', '.')
	return sign + number + percent
}

const isArabicWord = (text: string | undefined) =>
	text !== undefined && /^(?:(?=\p{Script=Arabic})\p{L})+$/u.test(text)

/** One-letter words that are written onto the next, with a blank or a quotation mark between: «و تعتبر», لـ«الهيئة». */
function joinClitics(tokens: Token[]): Token[] {
	const joined: Token[] = []
	for (let index = 0; index < tokens.length; index++) {
		const token = tokens[index]
		const next = tokens[index + 1]
		if (!token) break
		if (next && /^[وفبكل]$/.test(token.text) && isArabicWord(next.text)) {
			const text = token.text === 'ل' ? `ل${next.text.replace(/^ال/, 'ل')}` : token.text + next.text
			joined.push({ text, start: token.start, end: next.end, own: null })
			index++
		} else {
			joined.push(token)
		}
	}
	return joined
}

const monthTokens = new Map(
	monthNames.flatMap((names, index) => names.map((name) => [name, month(index + 1)] as const)),
)

function month(number: number): string {
	return `m${String(number).padStart(2, '0')}`
}

const isMonth = (text: string) => /^m\d\d$/.test(text) || monthTokens.has(text)
const percentWords = new Set(['بالميه', 'بالمايه', 'percent'])
const isNumber = (text: string | undefined) => text !== undefined && /^-?\d+(?:\.\d+)?$/.test(text)

/** Make one token of what is one thing in several words: percents, months, numbers in words, names in two words. */
function joinTokens(tokens: Token[]): Token[] {
	const joined: Token[] = []
	for (let index = 0; index < tokens.length;) {
		const { text, length } = readTogether(tokens, index, joined.at(-1)?.text)
		const first = tokens[index]
		const last = tokens[index + length - 1]
		if (!first || !last) break
		const before = joined.at(-1)
		// A month named in two families is one month: «ديسمبر/كانون الأول».
		if (before && before.text === text && /^m\d\d$/.test(text)) before.end = last.end
		else if (length === 1 && text === first.text) joined.push(first)
		else joined.push({ text, start: first.start, end: last.end, own: null })
		index += length
	}
	return joined
}

/** The tokens from `index` on as one token, and how many of them it takes. */
function readTogether(
	tokens: Token[],
	index: number,
	before: string | undefined,
): { text: string; length: number } {
	const first = tokens[index]?.text ?? ''
	const second = tokens[index + 1]?.text ?? ''
	const third = tokens[index + 2]?.text ?? ''
	if (isNumber(first)) return readNumberAndUnit(first, second, third)
	const teen = teenFirstWords[first]
	if (teen !== undefined && teen < 10 && (second === 'عشر' || second === 'عشره'))
		return { text: String(teen + 10), length: 2 }
	const unit = unitWordsInCompounds[first]
	const tens = second.startsWith('و') ? tensWords[second.slice(1)] : undefined
	if (unit !== undefined && unit < 10 && tens !== undefined) return { text: String(unit + tens), length: 2 }
	const plain = tensWords[first] ?? unitWords[first]
	if (plain !== undefined) return readNumberAndUnit(String(plain), second, third)

	const pair = monthTokens.get(`${first} ${second}`)
	if (pair) return { text: pair, length: 2 }
	const ordinal = ordinalWords[first]
	if (ordinal !== undefined && second === 'من' && isMonth(third)) return { text: String(ordinal), length: 2 }
	const ordinalTen = ordinalTens[second]
	if (ordinal !== undefined && ordinal < 10 && ordinalTen !== undefined) {
		if (ordinalTen === 10) return { text: String(ordinal + 10), length: 2 }
		const fourth = tokens[index + 3]?.text ?? ''
		if (third === 'من' && isMonth(fourth)) return { text: String(ordinal + ordinalTen), length: 2 }
	}
	const single = monthTokens.get(first)
	const isVerb =
		doubtfulMonths.includes(first) &&
		!isNumber(before) &&
		!isNumber(second) &&
		!beforeMonth.includes(before ?? '')
	if (single && !isVerb) return { text: single, length: 1 }
	const doubtful = monthBesideNumber[first]
	if (doubtful !== undefined && (isNumber(before) || isNumber(second)))
		return { text: month(doubtful), length: 1 }
	if (joinedNames.some(([one, two]) => first.endsWith(one) && second === two))
		return { text: respell(first + second), length: 2 }
	return { text: respell(first), length: 1 }
}

/** A number with the percent word, the multiplier or the month that follows it. */
function readNumberAndUnit(number: string, second: string, third: string): { text: string; length: number } {
	if (percentWords.has(second)) return { text: `${number}%`, length: 2 }
	if (second === 'في' && (third === 'الميه' || third === 'المايه')) return { text: `${number}%`, length: 3 }
	if (second === 'per' && third === 'cent') return { text: `${number}%`, length: 3 }
	if (second === 'من' && isMonth(third) && /^\d{1,2}$/.test(number)) return { text: number, length: 2 }
	const scale = scaleWords[second]
	// Fifteen figures are all that a number keeps exactly.
	if (scale !== undefined && number.length <= 6)
		return { text: String(Math.round(Number(number) * scale * 1e6) / 1e6), length: 2 }
	return { text: number, length: 1 }
}

const withArticle = new RegExp(`^(?:([وفبك]?)ال|(ل)ل)(${namesWithoutArticle.join('|')})$`)

/** A word in the spelling that stands for all; what is longer than words are is left alone. */
function respell(word: string): string {
	let result = word
	if (word.length > 40) return word
	for (const [from, to] of nameSpellings) result = result.replaceAll(from, to)
	return result.replace(withArticle, '$1$2$3')
}
