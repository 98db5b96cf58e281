import type { FigureToken } from './figure-tokens.ts'
import { readNumber } from './figure-value.ts'
import {
	addedParts,
	englishTens,
	englishUnits,
	hundreds,
	isHundred,
	joinedMoneyScales,
	joinedScales,
	lonelyScales,
	scales,
	teenFirsts,
	tens,
	twos,
	units,
	unitsInCompounds,
} from './number-words.ts'

/**
 * A number in a text. `from` is where it begins in the folded line, behind the letters written onto it; `end` is the index
 * of the token behind it.
 */
export type ReadNumber = {
	from: number
	end: number
	/** A plain decimal; empty when it may be read in two ways (`1,23,456`). */
	value: string
	/** One unit of its last digit as written. */
	rounding: string | null
	/** Before its multiplier, with the zeros of that. */
	count: number
	zeros: number
	inWords: boolean
}

type Options = {
	/** Behind «بين», where what «و» adds may be the other end. */
	alone?: boolean
	/** Behind a sign of money. */
	money?: boolean
}

/** The number that begins at a token; `null` when none does. */
export function readNumberAt(
	tokens: readonly FigureToken[],
	at: number,
	options: Options = {},
): ReadNumber | null {
	const token = tokens[at]
	if (!token) return null
	if (token.kind === 'digits') return readDigits(tokens, at, options)
	if (token.kind !== 'word') return null
	return /^[a-z]/.test(token.text) ? readEnglish(tokens, at) : readArabic(tokens, at, options)
}

/** The word at a place, when nothing parts it from the one before it. */
function wordAt(tokens: readonly FigureToken[], at: number): string | undefined {
	const token = tokens[at]
	return token?.kind === 'word' && token.gap !== 'wide' ? token.text : undefined
}

function readDigits(
	tokens: readonly FigureToken[],
	at: number,
	{ alone, money }: Options,
): ReadNumber | null {
	const token = tokens[at]
	if (!token || isPartOfName(tokens, at)) return null
	const written = token.text
	// Three numbers with points between them are a version, an address or a clause.
	if (/^\d+(?:\.\d+){2,}$/.test(written) && readNumber(written) === null) return null
	const value = readNumber(written)
	let end = at + 1
	let zeros = 0
	const next = tokens[end]
	if (next?.kind === 'word' && next.gap === 'none' && /^[a-z]/.test(next.text)) {
		const joined = (money ? joinedMoneyScales : joinedScales).get(next.text)
		if (joined === undefined) {
			if (!unitLetters.has(next.text)) return null
		} else {
			zeros = joined
			end++
		}
	}
	for (let scale = scaleAt(tokens, end); scale !== undefined; scale = scaleAt(tokens, end)) {
		zeros += scale
		end++
	}
	if (value === null)
		return { from: token.from, end, value: '', rounding: null, count: 0, zeros, inWords: false }
	const count = Number(value)
	const decimals = decimalsOf(written)
	const number: ReadNumber = {
		from: token.from,
		end,
		value: shift(value, zeros),
		rounding: shift('1', zeros - decimals),
		count,
		zeros,
		inWords: false,
	}
	return alone ? number : addRest(tokens, number)
}

/** What is written onto digits and is a unit of them; other Latin letters make a name of them (16th, 5G). */
const unitLetters = new Set('km m cm mm km2 m2 m3 kg mw gw kwh kmh ft lb lbs oz mi usd eur gbp'.split(' '))

/** The 19 of Covid-19 and كوفيد-19. */
function isPartOfName(tokens: readonly FigureToken[], at: number): boolean {
	const [before, mark, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
	if (token?.gap !== 'none' || mark?.kind !== 'mark' || mark.gap !== 'none') return false
	return before?.kind === 'word' && /[-_#]/.test(mark.text) && !/^[وفبكل]$/.test(before.text)
}

function scaleAt(tokens: readonly FigureToken[], at: number): number | undefined {
	const word = wordAt(tokens, at)
	return word === undefined ? undefined : scales.get(word)
}

/** The digits behind the point, as far as the marks tell. */
function decimalsOf(written: string): number {
	const canonical = /^\d{1,3}(?:,\d{3})+$/.test(written) || /^[1-9]\d{0,2}(?:\.\d{3}){2,}$/.test(written)
	if (canonical) return 0
	const last = /[.,](\d+)$/.exec(written)?.[1] ?? ''
	return last.length
}

/** A plain decimal with its point moved. */
export function shift(decimal: string, places: number): string {
	const [, sign = '', whole = '', fraction = ''] = /^(-?)(\d+)(?:\.(\d+))?$/.exec(decimal) ?? []
	const digits = whole + fraction
	const point = whole.length + places
	const padded = point <= 0 ? '0'.repeat(1 - point) + digits : digits.padEnd(point, '0')
	const at = Math.max(1, point)
	const moved = `${padded.slice(0, at).replace(/^0+(?=\d)/, '')}.${padded.slice(at)}`
	return sign + moved.replace(/\.0*$|(\.\d*[1-9])0+$/, '$1')
}

/** Behind a multiplier: «ونصف», and with «و» what is smaller than it («20 ألفًا و500»). */
function addRest(tokens: readonly FigureToken[], number: ReadNumber): ReadNumber {
	let { end, value, rounding, zeros } = number
	while (zeros > 2) {
		const part = addedAt(tokens, end)
		if (!part) break
		const added = addedParts.get(part.word ?? '')
		if (added !== undefined) {
			value = plus(value, shift(String(added), zeros - 2))
			rounding = shift('1', zeros - (added % 10 === 0 ? 1 : 2))
			end = part.end
			// «ونصف المليون» says the multiplier once more.
			if (scales.get((wordAt(tokens, end) ?? '').replace(/^ال/, '')) === zeros) end++
			break
		}
		const rest = part.number
		if (!rest || rest.value === '' || rest.value.length > zeros || rest.value.includes('.')) break
		value = plus(value, rest.value)
		rounding = rest.rounding
		zeros = rest.zeros
		end = rest.end
	}
	return { ...number, end, value, rounding }
}

/** What «و» adds at a place: a word, which may be a part, and the number that begins with it. */
function addedAt(
	tokens: readonly FigureToken[],
	at: number,
): { word: string | null; end: number; number: ReadNumber | null } | null {
	const token = tokens[at]
	if (token?.kind !== 'word' || token.gap === 'wide') return null
	if (token.text === 'و') {
		const next = tokens[at + 1]
		if (!next || next.gap === 'wide') return null
		return {
			word: next.kind === 'word' ? next.text : null,
			end: at + 2,
			number: readNumberAt(tokens, at + 1, { alone: true }),
		}
	}
	if (!/^و./u.test(token.text)) return null
	return { word: token.text.slice(1), end: at + 1, number: readArabic(tokens, at, { alone: true }) }
}

/** The sum of two plain decimals without a sign. */
function plus(one: string, other: string): string {
	const places = Math.max(...[one, other].map((each) => each.split('.')[1]?.length ?? 0))
	const sum = [one, other].map((each) => BigInt(shift(each, places))).reduce((a, b) => a + b)
	return shift(String(sum), -places)
}

/** «الاف» begins with the same letters and has none. */
const hasArticle = (word = '') => /^ال./u.test(word) && !scales.has(word)

/** Three verbs and a preposition that look like a number behind a letter. */
const noNumbers = new Set(['لست', 'بست', 'كست', 'فست'])

function readArabic(tokens: readonly FigureToken[], at: number, { alone }: Options): ReadNumber | null {
	const token = tokens[at]
	if (!token || noNumbers.has(token.text)) return null
	const own = readGroup(tokens, at, token.text) ?? readLonelyScale(tokens, at, token.text)
	const letters = own ? 0 : 1
	const group =
		own ??
		(/^[وفبكل]../u.test(token.text)
			? (readGroup(tokens, at, token.text.slice(1)) ?? readLonelyScale(tokens, at, token.text.slice(1)))
			: null)
	if (!group) return null
	let { end, zeros } = group
	// «خمس السكان» are a fifth of them, and «تسع القاعة» is a verb.
	if (zeros === 0 && group.count <= 10 && hasArticle(wordAt(tokens, end))) return null
	if (group.zeros === 0) {
		for (let scale = scaleAt(tokens, end); scale !== undefined; scale = scaleAt(tokens, end)) {
			zeros += scale
			end++
		}
	}
	const number: ReadNumber = {
		from: token.from + letters,
		end,
		value: shift(String(group.count), zeros),
		rounding: shift('1', zeros),
		count: group.count,
		zeros,
		inWords: true,
	}
	return alone ? number : addRest(tokens, number)
}

type Group = { count: number; zeros: number; end: number }

/** One to 999 in words, beginning with `first`, which stands at a token. */
function readGroup(tokens: readonly FigureToken[], at: number, first: string): Group | null {
	const hundred = readHundreds(tokens, at, first)
	if (!hundred) return readBelowHundred(tokens, at, first)
	const next = tokens[hundred.end]
	const joined = next?.kind === 'word' && next.gap !== 'wide' && /^و/u.test(next.text)
	if (!joined) return hundred
	const rest =
		next.text === 'و'
			? readBelowHundred(tokens, hundred.end + 1, wordAt(tokens, hundred.end + 1) ?? '', true)
			: readBelowHundred(tokens, hundred.end, next.text.slice(1), true)
	return rest ? { count: hundred.count + rest.count, zeros: 0, end: rest.end } : hundred
}

function readHundreds(tokens: readonly FigureToken[], at: number, first: string): Group | null {
	const whole = hundreds.get(first)
	if (whole !== undefined) return { count: whole, zeros: 0, end: at + 1 }
	const unit = units.get(first)
	if (unit === undefined || unit > 9 || !isHundred(wordAt(tokens, at + 1))) return null
	return { count: unit * 100, zeros: 0, end: at + 2 }
}

/** `added`: behind a hundred, where one and two are said too. */
function readBelowHundred(
	tokens: readonly FigureToken[],
	at: number,
	first: string,
	added = false,
): Group | null {
	const second = wordAt(tokens, at + 1)
	const teen = teenFirsts.get(first)
	if (teen !== undefined && teen < 10 && (second === 'عشر' || second === 'عشره'))
		return { count: teen + 10, zeros: 0, end: at + 2 }
	const compound = unitsInCompounds.get(first)
	if (compound !== undefined && compound < 10 && second !== undefined && /^و/u.test(second)) {
		const parted = second === 'و'
		const ten = tens.get(parted ? (wordAt(tokens, at + 2) ?? '') : second.slice(1))
		if (ten !== undefined) return { count: compound + ten, zeros: 0, end: at + (parted ? 3 : 2) }
	}
	const plain = tens.get(first) ?? units.get(first) ?? (twos.has(first) ? 2 : undefined)
	const count = plain ?? (added ? compound : undefined)
	return count === undefined ? null : { count, zeros: 0, end: at + 1 }
}

/** «ألف», «مليونا»: not the verb and the name that «ألف» is before an article. */
function readLonelyScale(tokens: readonly FigureToken[], at: number, first: string): Group | null {
	const scale = lonelyScales.get(first)
	if (!scale) return null
	const next = wordAt(tokens, at + 1)
	const again = next === undefined ? undefined : scales.get(next)
	if (scale[1] === 3 && hasArticle(next)) return null
	// «ألف مليون», «ألفي مليار».
	if (again !== undefined && again > 3 && scale[1] === 3)
		return { count: scale[0], zeros: scale[1] + again, end: at + 2 }
	return { count: scale[0], zeros: scale[1], end: at + 1 }
}

/** "Forty-one", "two hundred and fifty thousand", "a million", "half a million", "a dozen". */
function readEnglish(tokens: readonly FigureToken[], at: number): ReadNumber | null {
	let total = 0n
	let group = 0
	let zeros = 0
	let end = at
	const first = wordAtStart(tokens, at)
	const next = wordAt(tokens, at + 1)
	const article = first === 'a' || first === 'an'
	if (first === 'half' && next === 'a' && (scales.get(wordAt(tokens, at + 2) ?? '') ?? 0) >= 3) {
		const scale = scales.get(wordAt(tokens, at + 2) ?? '') ?? 0
		return numberOf(tokens, at, at + 3, shift('5', scale - 1), scale - 1, 0.5, scale)
	}
	if (article) {
		if (next === 'dozen') return numberOf(tokens, at, at + 2, '12', 0, 12, 0)
		if (next !== 'hundred' && scales.get(next ?? '') === undefined) return null
		group = 1
		end++
	}
	for (;;) {
		const index = nextPart(tokens, end, end > at)
		const word = end === at ? first : wordAt(tokens, index)
		if (word === undefined) break
		const ten = englishTens.get(word)
		const unit = englishUnits.get(word)
		const scale = scales.get(word)
		if (ten !== undefined && group % 100 === 0) group += ten
		else if (unit !== undefined && (unit < 10 ? group % 10 === 0 && group % 100 !== 10 : group % 100 === 0))
			group += unit
		else if (word === 'hundred' && group > 0 && group < 10) group *= 100
		else if (scale !== undefined && /^[a-z]/.test(word) && group > 0 && (zeros === 0 || scale < zeros)) {
			total += BigInt(group) * 10n ** BigInt(scale)
			group = 0
			zeros = scale
		} else break
		end = index + 1
	}
	if (end === at || (end === at + 1 && (article || first === 'one'))) return null
	// "Two-thirds", "one third": a fraction, which others read.
	if (total === 0n && isFractionName(tokens, end)) return null
	const count = zeros > 0 && group === 0 ? Number(total / 10n ** BigInt(zeros)) : group
	return numberOf(tokens, at, end, String(total + BigInt(group)), group > 0 ? 0 : zeros, count, zeros)
}

const isFractionName = (tokens: readonly FigureToken[], at: number) => {
	const token = tokens[tokens[at]?.text === '-' ? at + 1 : at]
	return /^(?:halves|thirds?|quarters?|fifths?|sixths?|sevenths?|eighths?|ninths?|tenths?)$/.test(
		token?.text ?? '',
	)
}

/** A part of a name is no number: "catch-22", "twenty" behind "-" is. */
function wordAtStart(tokens: readonly FigureToken[], at: number): string | undefined {
	const token = tokens[at]
	return token?.kind === 'word' ? token.text : undefined
}

/** The next part of an English number, over a hyphen or "and". */
function nextPart(tokens: readonly FigureToken[], at: number, inside: boolean): number {
	const token = tokens[at]
	if (!inside || !token) return at
	const next = tokens[at + 1]
	if (token.kind === 'mark' && token.text === '-' && token.gap === 'none' && next?.gap === 'none')
		return englishUnits.has(next.text) ? at + 1 : at
	const before = tokens[at - 1]?.text ?? ''
	if (token.text === 'and' && (before === 'hundred' || scales.has(before))) {
		const known = englishUnits.has(next?.text ?? '') || englishTens.has(next?.text ?? '')
		return known && next?.gap !== 'wide' ? at + 1 : at
	}
	return at
}

function numberOf(
	tokens: readonly FigureToken[],
	at: number,
	end: number,
	value: string,
	places: number,
	count: number,
	zeros: number,
): ReadNumber {
	return {
		from: tokens[at]?.from ?? 0,
		end,
		value,
		rounding: shift('1', places),
		count,
		zeros,
		inWords: true,
	}
}
