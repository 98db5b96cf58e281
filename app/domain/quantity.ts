import { compareQuantities } from './match-agreement.ts'
import type { ClaimWord } from './match-claim.ts'
import type { ComparedFigure, FigureMeasure, MatchReason } from './match-kinds.ts'
import { decimal } from './match-quantities.ts'
import { readStatement, type Statement } from './match-statement.ts'
import type { Figure } from './figure.ts'

/** What sort of quantity a figure is of. Percentages and shares are one, and so are all times. */
export function familyOf({ unit, value, measuredIn }: Figure): string {
	switch (unit) {
		case 'percent':
		case 'share':
			return 'part'
		case 'number':
		case 'people':
		case 'country':
		case 'other':
			return 'count'
		case 'money_usd':
			return 'money USD'
		case 'money':
			return `money ${measuredIn ?? ''}`
		case 'measure':
			return `measure ${measuredIn ?? ''}`
		case 'age':
			return 'age'
		case 'year':
			// Nobody counts a thousand years: four digits are a year of the calendar.
			return /^[12]\d{3}$/.test(value) ? 'time' : 'years'
		case 'date':
		case 'month':
		case 'decade':
		case 'weekday':
			return 'time'
		case 'hijri':
			return 'hijri'
	}
}

/**
 * What a figure of a claim is a figure of, as a text that is equal for figures of one quantity: its family, and the words
 * of the statement that carry content (synonyms and inflections of the lists count as one, a country's names too), with
 * those of its base, and the times it is about. Values and spelling play no part, and neither does the order of
 * the words. Claims worded otherwise have other texts: they are brought together by their matches.
 */
export function describeQuantity(statement: Statement, figure: Figure): string {
	const family = familyOf(figure)
	const about = new Set(statement.content.map(nameOf))
	const told = [figure.base, figure.place, figure.period, figure.countedBy].filter(
		(text) => text !== null && text !== undefined,
	)
	for (const text of told) for (const word of readStatement(text).content) about.add(nameOf(word))
	const times = family === 'time' ? [] : statement.periods.map(({ level, value }) => `${level} ${value}`)
	return [family, [...about].sort().join(' '), [...new Set(times)].sort().join(' ')].join(' | ')
}

/** The word that stands for a word and all that mean the same. */
function nameOf(word: ClaimWord): string {
	const group = word.place || word.isName ? undefined : word.entry?.groups[0]
	return group === undefined ? (word.skeleton ?? word.stem) : `#${group}`
}

/** Whether a figure that was typed is the one that a comparison of the claims speaks of. */
export function isSameFigure(typed: Figure, compared: ComparedFigure): boolean {
	const isPercent = compared.measure === 'percent' || /[%٪]/.test(compared.asWritten)
	return typed.value === compared.value && (typed.unit === 'percent') === isPercent
}

/** Two figures of one quantity, as a match shows them; `null` where the two cannot be compared. */
export function compareTyped(
	first: Figure,
	second: Figure,
): Extract<MatchReason, { kind: 'figures' }> | null {
	const family = familyOf(first)
	if (family !== familyOf(second)) return null
	const sides = { first: asCompared(first), second: asCompared(second) }
	const [one, other] = [numberOf(first), numberOf(second)]
	if (family === 'time' || family === 'hijri' || one === null || other === null) {
		const agree = agreeOfTimes(first.value, second.value)
		return { kind: 'figures', ...sides, gap: String(gapOfTimes(first.value, second.value)), agree }
	}
	if (isWithin(first, other) || isWithin(second, one))
		return { kind: 'figures', ...sides, gap: decimal(Math.abs(one - other)), agree: 'within_limit' }
	const quantity = (figure: Figure, value: number) => ({
		numeral: { value, step: stepOf(figure) },
		figure: { comparator: figure.comparator },
	})
	return { kind: 'figures', ...sides, ...compareQuantities(quantity(first, one), quantity(second, other)) }
}

/** A value as a number, shares in percent; `null` for times and words. */
export function numberOf({ value, unit }: Pick<Figure, 'value' | 'unit'>): number | null {
	const [, above, below] = /^(\d+)\/(\d+)$/.exec(value) ?? []
	const number = unit === 'share' && below ? (Number(above) / Number(below)) * 100 : Number(value)
	return ['date', 'month', 'decade', 'weekday', 'hijri'].includes(unit) || !Number.isFinite(number)
		? null
		: number
}

function stepOf({ unit, value, rounding }: Figure): number {
	if (rounding !== undefined && Number(rounding) > 0) return Number(rounding)
	// A part in words is meant roughly.
	if (unit === 'share') return 1
	return 10 ** -(/\.(\d+)$/.exec(value)?.[1]?.length ?? 0)
}

function isWithin({ value, valueTo }: Figure, number: number): boolean {
	return valueTo !== undefined && number >= Number(value) && number <= Number(valueTo)
}

function asCompared(figure: Figure): ComparedFigure {
	const { asWritten, value, comparator } = figure
	return { measure: measureOf(figure), asWritten, value, comparator, start: 0, end: 0 }
}

function measureOf(figure: Figure): FigureMeasure {
	const family = familyOf(figure)
	if (family === 'part') return 'percent'
	if (family.startsWith('money')) return 'money'
	if (family !== 'time') return 'count'
	const { unit } = figure
	return unit === 'date' ? 'day' : unit === 'month' || unit === 'weekday' ? unit : 'year'
}

/** A month is said of each of its days, and a year of each of its months. */
function agreeOfTimes(first: string, second: string): 'equal' | 'within_limit' | 'no' {
	if (first === second) return 'equal'
	return first.startsWith(`${second}-`) || second.startsWith(`${first}-`) ? 'within_limit' : 'no'
}

/** In the unit of the coarser of two times: days, months or years; 0 where it cannot be told. */
function gapOfTimes(first: string, second: string): number {
	const parts = (time: string) => time.split('-').map(Number)
	const [one, other] = [parts(first), parts(second)]
	if (one.length !== other.length || [...one, ...other].some(Number.isNaN)) return 0
	const [year = 0, month = 1, day = 1] = one
	const [otherYear = 0, otherMonth = 1, otherDay = 1] = other
	if (one.length === 3)
		return (
			Math.abs(Date.UTC(year, month - 1, day) - Date.UTC(otherYear, otherMonth - 1, otherDay)) / 86_400_000
		)
	return Math.abs(one.length === 2 ? (year - otherYear) * 12 + month - otherMonth : year - otherYear)
}

/** A statement with its figure left out: «حصل المرشح على … من الأصوات». */
export function nameQuantity(statement: string, figure: Figure): string {
	const { quantities, periods } = readStatement(statement)
	const found = [...quantities, ...periods].find((each) => isSameFigure(figure, each.figure))?.figure
	const at = statement.indexOf(figure.asWritten)
	const [start, end] = found ? [found.start, found.end] : [at, at + figure.asWritten.length]
	if (start < 0 || start >= end) return statement
	// At the end, the point would be one more of three.
	return `${statement.slice(0, start)}…${statement.slice(end)}`.replace(/…[.\s]+$/u, '…')
}
