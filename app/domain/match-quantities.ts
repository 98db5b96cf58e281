import { lookUp } from './match-affixes.ts'
import { type ClaimWord, isFrame, type ReadClaim } from './match-claim.ts'
import type { ComparedFigure, FigureMeasure } from './match-kinds.ts'
import type { Numeral } from './match-numbers.ts'

/** A figure that says how much or how many. */
export type Quantity = {
	kind: string
	numeral: Numeral
	figure: ComparedFigure
	/** Its word, or the last of them. */
	word: ClaimWord
	/** What is counted, as far as the words beside it say so. */
	noun: ClaimWord | null
	/** For a percentage: the words behind "of". */
	base: ClaimWord[]
}

/** A time that the claim is about. Parts are «الربع الأول» and the like. */
export type Period = {
	level: 'day' | 'month' | 'year' | 'weekday' | 'part'
	value: string
	figure: ComparedFigure
}

/** `taken` are the places of the words that are figures or parts of one. */
export type Measures = { quantities: Quantity[]; periods: Period[]; taken: Set<number> }

/** The quantities and times of a claim, in its order. */
export function readMeasures(claim: ReadClaim): Measures {
	const taken = new Set<number>()
	const periods = [...readDates(claim, taken), ...readParts(claim, taken)]
	for (const weekday of claim.weekdays)
		periods.push({ level: 'weekday', value: weekday, figure: figureAt(claim, [], weekday, 'weekday') })
	return { quantities: readQuantities(claim, taken), periods, taken }
}

function figureAt(
	claim: ReadClaim,
	words: (ClaimWord | undefined)[],
	value: string,
	measure: FigureMeasure,
): ComparedFigure {
	const present = words.filter((word) => word !== undefined)
	const start = Math.min(...present.map((word) => word.start), claim.text.length)
	const end = Math.max(...present.map((word) => word.end), 0)
	return {
		measure,
		asWritten: present.length > 0 ? claim.text.slice(start, end) : value,
		value,
		comparator: present.find((word) => word.comparator !== 'exactly')?.comparator ?? 'exactly',
		start: present.length > 0 ? start : 0,
		end,
	}
}

function wholeNumber(word: ClaimWord | undefined, from: number, to: number): number | null {
	const numeral = word?.numeral
	if (!numeral || numeral.percent || !Number.isInteger(numeral.value) || numeral.step !== 1) return null
	return numeral.value >= from && numeral.value <= to ? numeral.value : null
}

function readDates(claim: ReadClaim, taken: Set<number>): Period[] {
	const { words, text } = claim
	const periods: Period[] = []
	for (const word of words) {
		const [, month] = /^m(\d\d)$/.exec(word.text) ?? []
		// "May" and "march" with small letters are verbs.
		if (!month || /^(?:may|march)/.test(text.slice(word.start, word.end))) continue
		const before = words[word.index - 1]
		const behind = words[word.index + 1]
		const day =
			wholeNumber(before, 1, 31) !== null ? before : wholeNumber(behind, 1, 31) !== null ? behind : undefined
		const year = [1, 2, 3]
			.map((offset) => words[word.index + offset])
			.find(
				(other, offset, all) =>
					wholeNumber(other, 1000, 2100) !== null &&
					all.slice(0, offset).every((skipped) => skipped === day || skipped?.entry?.beforeYear),
			)
		const number = wholeNumber(year, 1000, 2100)
		for (const part of [word, day, year]) if (part) taken.add(part.index)
		if (number !== null)
			periods.push({
				level: 'year',
				value: String(number),
				figure: figureAt(claim, [year], String(number), 'year'),
			})
		const monthValue = number === null ? month : `${number}-${month}`
		periods.push({ level: 'month', value: month, figure: figureAt(claim, [word, year], monthValue, 'month') })
		if (day) {
			const dayValue = String(day.numeral?.value).padStart(2, '0')
			periods.push({
				level: 'day',
				value: `${month}-${dayValue}`,
				figure: figureAt(claim, [day, word, year], `${monthValue}-${dayValue}`, 'day'),
			})
		}
	}
	for (const word of words) {
		if (taken.has(word.index) || !isYear(claim, word)) continue
		taken.add(word.index)
		periods.push({ level: 'year', value: word.text, figure: figureAt(claim, [word], word.text, 'year') })
	}
	return periods
}

/** Four digits without marks, behind a word that years stand behind or with nothing that they could count. */
function isYear({ words, text }: ReadClaim, word: ClaimWord): boolean {
	const number = wholeNumber(word, 1000, 2100)
	if (number === null || !/^[\d٠-٩۰-۹]{4}$/.test(text.slice(word.start, word.end).replace(/^\D+/, '')))
		return false
	const before = words[word.index - 1]
	const behind = words[word.index + 1]
	if (before?.entry?.time) return true
	if (behind?.entry?.currency !== undefined || behind?.entry?.groups.length) return false
	if (!behind || isFrame(behind)) return number >= 1800
	return number >= 1800 && before?.entry?.beforeYear === true
}

function readParts(claim: ReadClaim, taken: Set<number>): Period[] {
	const periods: Period[] = []
	for (const word of claim.words) {
		const quarter = /^q([1-4])$/.exec(word.text)?.[1]
		if (quarter) {
			taken.add(word.index)
			periods.push({
				level: 'part',
				value: `quarter ${quarter}`,
				figure: figureAt(claim, [word], quarter, 'part'),
			})
		}
		if (!word.entry?.period) continue
		const ordinal = [claim.words[word.index + 1], claim.words[word.index - 1]].find(
			(near) => near?.entry?.ordinal !== undefined,
		)
		if (!ordinal) continue
		taken.add(ordinal.index)
		const value = String(ordinal.entry?.ordinal)
		periods.push({
			level: 'part',
			value: `${word.stem} ${value}`,
			figure: figureAt(claim, [word, ordinal], value, 'part'),
		})
	}
	return periods
}

function readQuantities(claim: ReadClaim, taken: Set<number>): Quantity[] {
	const { words } = claim
	const quantities: Quantity[] = []
	for (const word of words) {
		if (taken.has(word.index)) continue
		const ranked = rankAt(claim, word)
		if (ranked) {
			taken.add(ranked.word.index)
			quantities.push(ranked)
		} else if (word.entry?.dual !== undefined) {
			taken.add(word.index)
			const noun = { ...word, text: word.entry.dual, entry: lookUp(word.entry.dual) }
			quantities.push(quantityOf(claim, word, 'count', { value: 2, percent: false, step: 1 }, noun))
		} else if (word.numeral) {
			taken.add(word.index)
			for (const near of [words[word.index + 1], words[word.index + 2]])
				if (near?.entry?.currency !== undefined) taken.add(near.index)
			quantities.push(quantityOf(claim, word, kindOf(claim, word), word.numeral, nounOf(claim, word)))
		}
	}
	return quantities
}

function quantityOf(
	claim: ReadClaim,
	word: ClaimWord,
	kind: string,
	numeral: Numeral,
	noun: ClaimWord | null,
): Quantity {
	const figure = figureAt(claim, [word], decimal(numeral.value), measureOf(kind))
	const base = kind === 'percent' ? baseOf(claim, word) : []
	return { kind, numeral, figure, word, noun: kind === 'count' ? noun : null, base }
}

function measureOf(kind: string): FigureMeasure {
	if (kind === 'percent' || kind === 'rank') return kind
	return kind === 'count' ? 'count' : 'money'
}

/** «المرتبة الثالثة», "third place". */
function rankAt(claim: ReadClaim, word: ClaimWord): Quantity | null {
	if (!word.entry?.rank) return null
	const ordinal = [claim.words[word.index + 1], claim.words[word.index - 1]].find(
		(near) => near?.entry?.ordinal !== undefined,
	)
	if (!ordinal) return null
	return quantityOf(
		claim,
		ordinal,
		'rank',
		{ value: ordinal.entry?.ordinal ?? 0, percent: false, step: 1 },
		null,
	)
}

function kindOf({ words, text }: ReadClaim, word: ClaimWord): string {
	if (word.numeral?.percent) return 'percent'
	const sign =
		/[$€£]\s?$/.exec(text.slice(Math.max(0, word.start - 2), word.start))?.[0].trim() ??
		/[$€£]/.exec(text.slice(word.start, word.end + 1))?.[0]
	if (sign) return `money ${['$', '€', '£'].indexOf(sign)}`
	const currency = [1, 2]
		.map((offset) => words[word.index + offset]?.entry?.currency)
		.find((found) => found !== undefined)
	return currency === undefined ? 'count' : `money ${currency}`
}

/** What a number counts: the noun behind it, else that behind «عدد» or "number of" before it. */
function nounOf({ words }: ReadClaim, word: ClaimWord): ClaimWord | null {
	const behind = words[word.index + 1]
	if (behind && !behind.numeral && !isFrame(behind) && !/^m\d\d$/.test(behind.text) && !behind.hasArticle)
		return behind
	for (let index = word.index - 1; index >= Math.max(0, word.index - 6); index--) {
		if (/^[وبل]?(?:عدد|number)$/u.test(words[index]?.text ?? ''))
			return words.slice(index + 1, word.index).find((other) => !isFrame(other)) ?? null
	}
	return null
}

/** Up to three words behind "of" that belong together. */
function baseOf({ words }: ReadClaim, word: ClaimWord): ClaimWord[] {
	const of = words[word.index + 1]
	if (!of?.entry?.of) return []
	const base: ClaimWord[] = []
	for (const next of words.slice(of.index + 1, of.index + 5)) {
		if (next.text === 'the') continue
		if (base.length === 3 || next.numeral || isFrame(next)) break
		base.push(next)
	}
	return base
}

/** A number as plain text without an exponent or trailing noise of binary fractions. */
export function decimal(value: number): string {
	return String(Number(value.toFixed(6)))
}
