import {
	joinedNames,
	monthBesideNumber,
	monthNames,
	nameSpellings,
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

type Token = {
	text: string
	start: number
	end: number
	/** Where its code units came from, while they are still its own. */ units: [number, number][] | null
}

/**
 * The match key: two texts have the same one when they differ only in diacritics, tatweel, invisible marks, hamza
 * seats and the like, digits of either script, quotation marks and other punctuation, month families, spellings of known
 * names, or numbers in words. One digit changed changes it.
 */
export function matchKey(text: string): string {
	return normaliseWithMap(text).key
}

/** The match key with the way back to the raw text. */
export function normaliseWithMap(text: string): Normalised {
	const tokens = joinTokens(tokenise(text))
	const key: string[] = []
	const starts: number[] = []
	const ends: number[] = []
	for (const [index, token] of tokens.entries()) {
		if (index > 0) {
			key.push(' ')
			// One character may unfold into two words, which then begin and end together.
			starts.push(Math.min(tokens[index - 1]?.end ?? token.start, token.start))
			ends.push(token.start)
		}
		for (let unit = 0; unit < token.text.length; unit++) {
			const [start, end] = token.units?.[unit] ?? [token.start, token.end]
			key.push(token.text.charAt(unit))
			starts.push(start)
			ends.push(end)
		}
	}
	return { key: key.join(''), starts, ends }
}

/** Diacritics, tatweel, lone hamza, joiners, direction marks, combining marks of Latin. */
const dropped =
	/[\u0610-\u061a\u0621\u0640\u064b-\u065f\u0670\u06d6-\u06dc\u06df-\u06e8\u06ea-\u06ed\u061c\u200b-\u200f\u202a-\u202e\u2060-\u2069\ufeff\u0300-\u036f]/

const folded: Record<string, string> = {
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ى: 'ي',
	ة: 'ه',
	ؤ: 'و',
	ئ: 'ي',
	ک: 'ك',
	ی: 'ي',
	گ: 'ك',
	ڤ: 'ف',
	'٪': '%',
	'٫': '.',
	'٬': ',',
}

/** Fold one character; the result may be empty or several. */
function fold(character: string): string {
	let result = ''
	for (const part of character.normalize('NFKC').normalize('NFKD').toLowerCase()) {
		if (dropped.test(part)) continue
		const code = part.charCodeAt(0)
		if (code >= 0x660 && code <= 0x669) result += String(code - 0x660)
		else if (code >= 0x6f0 && code <= 0x6f9) result += String(code - 0x6f0)
		else result += folded[part] ?? part
	}
	return result
}

/** Words and numbers with what they came from; all else only parts them. */
function tokenise(text: string): Token[] {
	const units: { text: string; at: [number, number] }[] = []
	let offset = 0
	for (const character of text) {
		const at: [number, number] = [offset, offset + character.length]
		offset = at[1]
		for (const part of fold(character)) units.push({ text: part, at })
	}
	const line = units.map((unit) => unit.text).join('')
	// Astral letters take two code units: one entry each.
	const places = units.flatMap((unit) => Array.from({ length: unit.text.length }, () => unit.at))
	const tokens: Token[] = []
	for (const match of line.matchAll(/(?<numeral>%?\d+(?:[.,]\d+)*\s*%?)(?!\p{L})|[\p{L}\p{N}]+/gu)) {
		const own = places.slice(match.index, match.index + match[0].length)
		const first = own[0]
		const last = own.at(-1)
		if (!first || !last) continue
		const token = { start: first[0], end: last[1] }
		if (match.groups?.numeral) tokens.push({ ...token, ...readNumeral(match[0], own) })
		else tokens.push({ ...token, text: match[0], units: own })
	}
	return tokens
}

/** One numeral: thousands commas out, a comma before one or two digits is a point, the sign behind. */
function readNumeral(written: string, own: [number, number][]): Pick<Token, 'text' | 'units'> {
	const percent = written.includes('%')
	let text = ''
	const units: [number, number][] = []
	for (const [index, character] of [...written].entries()) {
		const place = own[index]
		if (!place || character === '%' || /\s/.test(character)) continue
		const digitsAfter = /^\d+/.exec(written.slice(index + 1))?.[0].length ?? 0
		if (character === ',' && digitsAfter === 3) continue
		text += character === ',' && digitsAfter <= 2 ? '.' : character
		units.push(place)
	}
	const last = units.at(-1)
	if (percent && last) {
		text += '%'
		units.push(own[written.indexOf('%')] ?? last)
	}
	return { text, units }
}

const monthTokens = new Map(
	monthNames.flatMap((names, index) => names.map((name) => [name, month(index + 1)] as const)),
)

function month(number: number): string {
	return `m${String(number).padStart(2, '0')}`
}

const percentWords = new Set(['بالميه', 'بالمايه', 'percent'])
const isNumber = (text: string | undefined) => text !== undefined && /^\d+(?:\.\d+)?$/.test(text)

/** Make one token of what is one thing in several words: percents, months, numbers in words, names in two words. */
function joinTokens(tokens: Token[]): Token[] {
	const joined: Token[] = []
	for (let index = 0; index < tokens.length;) {
		const { text, length } = readTogether(
			tokens.slice(index, index + 4).map((token) => token.text),
			joined.at(-1)?.text,
		)
		const first = tokens[index]
		const last = tokens[index + length - 1]
		if (!first || !last) break
		joined.push(
			length === 1 && text === first.text ? first : { text, start: first.start, end: last.end, units: null },
		)
		index += length
	}
	return joined
}

/** The first words as one token, and how many of them it takes. */
function readTogether(words: string[], before: string | undefined): { text: string; length: number } {
	const [first = '', second = '', third = ''] = words
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
	if (ordinal !== undefined && second === 'من' && monthTokens.has(third))
		return { text: String(ordinal), length: 2 }
	const single = monthTokens.get(first)
	if (single) return { text: single, length: 1 }
	const doubtful = monthBesideNumber[first]
	if (doubtful !== undefined && (isNumber(before) || isNumber(second)))
		return { text: month(doubtful), length: 1 }
	if (joinedNames.some(([one, two]) => first.endsWith(one) && second === two))
		return { text: respell(first + second), length: 2 }
	return { text: respell(first), length: 1 }
}

/** A number with the percent word or the multiplier that follows it. */
function readNumberAndUnit(number: string, second: string, third: string): { text: string; length: number } {
	if (percentWords.has(second)) return { text: `${number}%`, length: 2 }
	if (second === 'في' && (third === 'الميه' || third === 'المايه')) return { text: `${number}%`, length: 3 }
	if (second === 'per' && third === 'cent') return { text: `${number}%`, length: 3 }
	const scale = scaleWords[second]
	// Fifteen figures are all that a number keeps exactly.
	if (scale !== undefined && number.length <= 6)
		return { text: String(Math.round(Number(number) * scale * 1e6) / 1e6), length: 2 }
	return { text: number, length: 1 }
}

function respell(word: string): string {
	let result = word
	for (const [from, to] of nameSpellings) result = result.replace(from, to)
	return result
}
