import { readFractionAt, readShareAt, share } from './figure-fractions.ts'
import { limitBefore } from './figure-limits.ts'
import { namingNouns } from './figure-nouns.ts'
import { readNumberAt, type ReadNumber, shift } from './figure-numbers.ts'
import type { FoundFigure } from './figure-parsing.ts'
import { isAgeBefore, readAgeOrdinal } from './figure-ages.ts'
import { readRangeAt } from './figure-ranges.ts'
import type { FigureToken } from './figure-tokens.ts'
import { pairWords, readMoneyBefore, readPair, readUnitAt } from './figure-units.ts'
import type { FigureUnit } from './figure.ts'
import {
	englishTens,
	englishUnits,
	feminineOrdinals,
	fractionNames,
	fractionPairs,
	hundreds,
	lonelyScales,
	scales,
	teenFirsts,
	tens,
	twos,
	units,
	unitsInCompounds,
	vagueAmounts,
	vagueEnglish,
} from './number-words.ts'

/** The text that figures are read from: its folded line and tokens, and the raw letters of a place. */
export type FigureText = {
	line: string
	tokens: readonly FigureToken[]
	raw: (token: FigureToken) => string
	/** Whether something else has letters of this place already. */
	isTaken: (from: number, to: number) => boolean
}

/** A number with what it counts; `from` and `to` are its place, `end` the token behind it. */
export type Quantity = {
	number: ReadNumber
	unit: FigureUnit | null
	measuredIn?: string
	/** Whether the unit stands before the number. */
	isSigned: boolean
	from: number
	to: number
	end: number
}

/** The quantities of a text in order. Letters marked in `taken` belong to others. */
export function readQuantities(
	line: string,
	tokens: readonly FigureToken[],
	taken: Uint8Array,
	written: (from: number, to: number) => string,
): FoundFigure[] {
	const text: FigureText = {
		line,
		tokens,
		raw: (token) => written(token.from, token.to),
		isTaken: (from, to) => taken.subarray(from, to).includes(1),
	}
	const found: FoundFigure[] = []
	for (let at = 0; at < tokens.length;) {
		const token = tokens[at]
		if (!token) break
		const read = taken[token.from] === 1 ? null : readFigureAt(text, at)
		const figures = read?.figures.filter(({ from, to }) => !text.isTaken(from, to)) ?? []
		for (const { from, to } of figures) taken.fill(1, from, to)
		found.push(...figures)
		at = read && read.end > at ? read.end : at + 1
	}
	return found
}

type Reading = { figures: FoundFigure[]; end: number }

function readFigureAt(text: FigureText, at: number): Reading | null {
	const { tokens, line } = text
	const token = tokens[at]
	if (!token) return null
	if (token.kind === 'word') {
		if (!beginsFigure(token.text)) return null
		const word = readWords(text, at, token)
		if (word) return word
	} else if (token.kind === 'digits') {
		const part = readShareAt(tokens, at, () => false)
		if (part) return shareOf(text, part)
	} else if (token.text !== '%') {
		return null
	}
	const percent = readPercentBefore(text, at)
	if (percent) return percent
	const first = readQuantityAt(text, at)
	if (!first) return null
	const range = readRangeAt(text, at, first)
	if (range) return range
	if (first.unit === null && (isNamed(tokens, at) || isBareThousand(text, first)))
		return { figures: [], end: first.end }
	return { figures: [figureOf(line, tokens, at, first)], end: first.end }
}

/** Every word that a figure may begin with: most words are none of them. */
const firstWords = new Set([
	...[
		units,
		unitsInCompounds,
		teenFirsts,
		tens,
		hundreds,
		lonelyScales,
		fractionNames,
		fractionPairs,
	].flatMap((words) => [...words.keys()]),
	...[twos, vagueAmounts, vagueEnglish, pairWords].flatMap((words) => [...words]),
	...[englishUnits, englishTens, feminineOrdinals].flatMap((words) => [...words.keys()]),
	...['واحد', 'واحده', 'بضع', 'بضعه', 'a', 'an', 'half', 'في', 'بالميه', 'بالمايه'],
])
const pronouns = /(?:هم|هن|ها)$/u

function beginsFigure(word: string): boolean {
	if (firstWords.has(word)) return true
	if (/^[a-z]/.test(word)) return false
	const bare = /^[وفبكل]../u.test(word) ? word.slice(1) : word
	return [word, bare].some(
		(each) =>
			firstWords.has(each) ||
			(each.startsWith('ال') && firstWords.has(each.slice(2))) ||
			(pronouns.test(each) && firstWords.has(each.replace(pronouns, ''))),
	)
}

/** Vague amounts, parts, pairs and ages in words. */
function readWords(text: FigureText, at: number, token: FigureToken): Reading | null {
	const { tokens, line } = text
	const vague = readVague(tokens, at)
	if (vague) return vague
	const age = readAgeOrdinal(tokens, at)
	if (age) return age
	const ofScale = readPartOfScale(text, at)
	if (ofScale) return ofScale
	const part = readShareAt(
		tokens,
		at,
		() => limitBefore(line.slice(Math.max(0, token.from - 30), token.from)) !== null,
	)
	if (part) return shareOf(text, part)
	for (const letters of /^[وفبكل]../u.test(token.text) ? [0, 1] : [0]) {
		const pair = readPair(token.text.slice(letters))
		if (pair)
			return {
				figures: [{ from: token.from + letters, to: token.to, value: '2', rounding: '1', ...pair }],
				end: at + 1,
			}
	}
	return null
}

function shareOf({ tokens }: FigureText, part: NonNullable<ReturnType<typeof readShareAt>>): Reading {
	const to = tokens[part.end - 1]?.to ?? part.from
	return {
		figures: [{ from: part.from, to, unit: 'share', value: share(part.parts, part.of) ?? '' }],
		end: part.end,
	}
}

/** «عشرات الآلاف», «بضعة ملايين», "tens of thousands": how many is not said. */
function readVague(tokens: readonly FigureToken[], at: number): Reading | null {
	const token = tokens[at]
	if (!token) return null
	const few = /^[وفبكل]?بضعه?$/u.test(token.text)
	const word = few ? (tokens[at + 1]?.text ?? '') : token.text
	const [, letters = '', bare = ''] = /^([وفبكل]?(?=..)|)(.+)$/u.exec(word) ?? []
	const name = vagueAmounts.has(word) ? word : vagueAmounts.has(bare.replace(/^ال/u, '')) ? bare : null
	const offset = few || name === word ? 0 : letters.length
	let end = at + (few ? 2 : 1)
	if (name !== null) {
		const next = tokens[end]
		if (next?.gap === 'blank' && vagueAmounts.has(next.text.replace(/^(?:من\s)?ال/u, ''))) end++
	} else if (vagueEnglish.has(token.text)) {
		const behind = tokens[end + 1]
		if (tokens[end]?.text === 'of' && behind && vagueEnglish.has(behind.text)) end += 2
		// "Tens" and "scores" alone are other words.
		else if (token.text === 'tens' || (token.text === 'scores' && tokens[end]?.text !== 'of')) return null
	} else return null
	const last = tokens[end - 1]
	if (!last) return null
	return { figures: [{ from: token.from + offset, to: last.to, unit: 'other', value: '' }], end }
}

/** «نصف مليون ناخب», «ثلاثة أرباع المليون». */
function readPartOfScale(text: FigureText, at: number): Reading | null {
	const { tokens } = text
	const fraction = readFractionAt(tokens, at)
	const next = fraction ? tokens[fraction.end] : undefined
	if (!fraction || next?.kind !== 'word' || next.gap === 'wide' || /^[a-z]/.test(next.text)) return null
	const zeros = scales.get(next.text.replace(/^ال/u, ''))
	if (zeros === undefined || (fraction.parts * 100) % fraction.of !== 0) return null
	const hundredths = (fraction.parts * 100) / fraction.of
	const value = shift(String(hundredths), zeros - 2)
	const number: ReadNumber = {
		from: fraction.from,
		end: fraction.end + 1,
		value,
		rounding: shift('1', zeros - (hundredths % 10 === 0 ? 1 : 2)),
		count: hundredths / 100,
		zeros,
		inWords: true,
	}
	const quantity = withUnit(text, number)
	return { figures: [figureOf(text.line, tokens, at, quantity)], end: quantity.end }
}

/** «في المئة 12», «%12». */
function readPercentBefore({ tokens, isTaken }: FigureText, at: number): Reading | null {
	const token = tokens[at]
	const second = tokens[at + 1]
	if (!token || !second) return null
	const isSign = token.text === '%' && second.gap === 'none'
	const words = /^بالم(?:يه|ايه)$/u.test(token.text)
		? at + 1
		: token.text === 'في' && /^الم(?:يه|ايه)$/u.test(second.text)
			? at + 2
			: null
	const start = isSign ? at + 1 : words
	const digits = start === null ? undefined : tokens[start]
	if (start === null || digits?.kind !== 'digits' || digits.gap === 'wide') return null
	const number = readNumberAt(tokens, start, { alone: true })
	if (!number || isTaken(number.from, number.from + 1) || number.zeros > 0) return null
	const to = tokens[number.end - 1]?.to ?? number.from
	const { value, rounding } = number
	const minus = isSign ? minusBefore(tokens, at) : null
	return {
		figures: [
			{
				from: minus ?? token.from,
				to,
				unit: 'percent',
				value: minus === null || value === '0' ? value : `-${value}`,
				...(rounding !== null && { rounding }),
			},
		],
		end: number.end,
	}
}

/** The number at a token with the unit behind or before it. */
export function readQuantityAt(text: FigureText, at: number, alone = false): Quantity | null {
	const money = readMoneyBefore(text.tokens, at, text.raw)
	const number = readNumberAt(text.tokens, at, { alone, money: money !== null })
	if (!number) return null
	if (text.isTaken(number.from, text.tokens[number.end - 1]?.to ?? number.from)) return null
	if (!money || text.isTaken(money.from, number.from)) return withUnit(text, number)
	const to = text.tokens[number.end - 1]?.to ?? number.from
	const { unit, measuredIn, from } = money
	return {
		number,
		unit,
		...(measuredIn !== undefined && { measuredIn }),
		isSigned: true,
		from,
		to,
		end: number.end,
	}
}

function withUnit(text: FigureText, number: ReadNumber): Quantity {
	const { tokens } = text
	const plain: Quantity = {
		number,
		unit: null,
		isSigned: false,
		from: number.from,
		to: tokens[number.end - 1]?.to ?? number.from,
		end: number.end,
	}
	const unit = readUnitAt(tokens, number.end, text.raw) ?? readJoinedUnit(text, number.end)
	if (!unit) return plain
	const to = tokens[unit.end - 1]?.to ?? plain.to
	if (text.isTaken(plain.to, to)) return plain
	return {
		...plain,
		unit: unit.unit,
		...(unit.measuredIn !== undefined && { measuredIn: unit.measuredIn }),
		to,
		end: unit.end,
	}
}

/** "52-year-old", "20-nation": a noun behind a hyphen; the age also in three words. */
function readJoinedUnit({ tokens, raw }: FigureText, at: number) {
	const [hyphen, noun] = [tokens[at], tokens[at + 1]]
	if (hyphen?.text !== '-' || hyphen.gap !== 'none' || noun?.kind !== 'word' || noun.gap !== 'none')
		return null
	return readUnitAt(tokens, at + 1, raw)
}

/** Years behind which "old" or «من العمر» stands. */
function ageBehind(tokens: readonly FigureToken[], end: number): number | null {
	const [first, second] = [tokens[end], tokens[end + 1]]
	if (first?.text === '-' && second?.text === 'old') return end + 2
	if (first?.text === 'old') return end + 1
	const third = tokens[end + 2]
	if (first?.text === 'years' && second?.text === 'of' && third?.text === 'age') return end + 3
	if (first?.text === 'of' && second?.text === 'age') return end + 2
	return first?.text === 'من' && second && /^ال?عمره?ا?$/u.test(second.text) ? end + 2 : null
}

/** The figure of one quantity, as what stands round it tells. */
export function figureOf(
	line: string,
	tokens: readonly FigureToken[],
	at: number,
	quantity: Quantity,
): FoundFigure {
	const { number, unit, measuredIn, from, to } = quantity
	const minus = quantity.isSigned || number.inWords ? null : minusBefore(tokens, at)
	const value =
		minus === null || number.value === '0' || number.value === '' ? number.value : `-${number.value}`
	const kind = kindOf(line, tokens, at, quantity)
	const ageEnd = unit === 'year' ? ageBehind(tokens, quantity.end) : null
	if (ageEnd !== null) quantity.end = ageEnd
	return {
		from: minus ?? from,
		to: ageEnd === null ? to : (tokens[ageEnd - 1]?.to ?? to),
		unit: ageEnd === null ? kind : 'age',
		value,
		...(measuredIn !== undefined && { measuredIn }),
		...(number.rounding !== null && !isCalendarYear(kind, value) && { rounding: number.rounding }),
	}
}

const isCalendarYear = (unit: FigureUnit, value: string) => unit === 'year' && /^[12]\d{3}$/.test(value)

function kindOf(
	line: string,
	tokens: readonly FigureToken[],
	at: number,
	{ number, unit, end, from }: Quantity,
) {
	if (unit !== null && unit !== 'year') return unit
	if (isAgeBefore(line, from)) return 'age'
	if (unit !== null) return unit
	return isYearHere(tokens, at, end, number) ? 'year' : 'number'
}

/** A minus written onto the digits, and onto nothing else. */
function minusBefore(tokens: readonly FigureToken[], at: number): number | null {
	const [before, mark, token] = [tokens[at - 2], tokens[at - 1], tokens[at]]
	if (mark?.text !== '-' || token?.gap !== 'none') return null
	const isJoined = mark.gap === 'none' && before !== undefined && /[\p{L}\p{N}%)\]-]$/u.test(before.text)
	return isJoined ? null : mark.from
}

const beforeYears = new Set(
	'في منذ حتي خلال قبل بعد in since until till during before after by early late mid'.split(' '),
)
const behindYears = new Set(
	'و في من الي علي حتي ثم ان قال قالت ولم وقد وفي ومن كما بعد قبل عن مع بين and the a to in at when after before but by with for as he she it they that which who was were is are on of'.split(
		' ',
	),
)

/** Four digits behind a word of time, and with nothing behind them that they could count. */
function isYearHere(tokens: readonly FigureToken[], at: number, end: number, number: ReadNumber): boolean {
	if (number.inWords || number.zeros > 0 || !/^(?:19|20)\d\d$/.test(tokens[at]?.text ?? '')) return false
	const before = tokens[at - 1]
	if (!before || !beforeYears.has(before.text.replace(/^[وف](?=في|منذ|حتي|خلال|قبل|بعد)/u, ''))) return false
	const behind = tokens[end]
	return !behind || behind.kind === 'mark' || behind.gap === 'wide' || behindYears.has(behind.text)
}

/** «ألف» alone is a verb or a wish («ألف مبروك»), unless a limit or a noun makes it a number. */
function isBareThousand({ line }: FigureText, { number, from }: Quantity): boolean {
	if (!number.inWords || number.value !== '1000' || !/^الف/u.test(line.slice(from, from + 3))) return false
	return limitBefore(line.slice(Math.max(0, from - 30), from)) === null
}

/** «القرار 1701», "Article 5": the number is a name. */
function isNamed(tokens: readonly FigureToken[], at: number): boolean {
	const before = tokens[at - 1]
	const word = before?.text === '.' || before?.text === ':' ? tokens[at - 2]?.text : before?.text
	return (
		word !== undefined && namingNouns.has(word.replace(/^[وفبكل](?=.{3})/u, '').replace(/^ل(?=.{3})/u, ''))
	)
}
