import type { FoundFigure } from './figure-parsing.ts'
import { figureOf, type FigureText, type Quantity, readQuantityAt } from './figure-quantities.ts'
import { shift } from './figure-numbers.ts'
import type { FigureToken } from './figure-tokens.ts'

type Opener = 'between' | 'from' | null
type Connector = { kind: 'dash' | 'to' | 'and'; at: number }

/** What moves from one number to another is no range: «ارتفع من 10 إلى 15 في المئة». */
const change =
	/(?:ارتف|زاد|زياد|انخف|تراجع|قفز|صعد|هبط|نما|نمو|تقلص|رفع|خفض|تحسن|تدهور|انتقل|rose|rise|fell|fall|increas|decreas|climb|drop|jump|grew|grow|cut|rais|declin|surg|soar|slump|went|moved|up from|down from)/
const ranging = /(?:تراوح|يتراوح|تتراوح|rang(?:e|es|ed|ing)|vary|varies|varied)/

/**
 * The range or the two figures that begin with a quantity: «بين 10 و15 في المئة», "10–15%", «من 10 إلى 15 مليون دولار».
 * `null` when the quantity stands alone.
 */
export function readRangeAt(
	text: FigureText,
	at: number,
	first: Quantity,
): { figures: FoundFigure[]; end: number } | null {
	const { tokens, line } = text
	const opener = openerBefore(tokens, at)
	const whole = pairUp(text, first, opener)
	// «بين خمسة وعشرين»: behind «بين», what «و» adds may be the other end.
	const short = whole || opener !== 'between' ? null : readQuantityAt(text, at, true)
	const start = whole ? first : (short ?? first)
	const pair = whole ?? (short ? pairUp(text, short, opener) : null)
	if (!pair) return null
	const { second, connector } = pair
	const from = scaled(start, second)
	const sentence =
		line
			.slice(Math.max(0, first.from - 60), first.from)
			.split(/[.؟!;؛\n]/)
			.at(-1) ?? ''
	const both = start.unit !== null && !start.isSigned && second.unit !== null
	const moves =
		connector.kind === 'to' &&
		opener === 'from' &&
		(change.test(sentence) || (both && !ranging.test(sentence)))
	const measured = second.unit !== null ? second : start
	const ends: [Quantity, Quantity] = [
		{
			...from,
			unit: measured.unit,
			...(measured.measuredIn !== undefined && { measuredIn: measured.measuredIn }),
		},
		{
			...second,
			unit: measured.unit,
			...(measured.measuredIn !== undefined && { measuredIn: measured.measuredIn }),
		},
	]
	const secondAt = connector.at
	const firstFigure = figureOf(line, tokens, at, ends[0])
	const secondFigure = figureOf(line, tokens, secondAt, ends[1])
	if (moves) return { figures: [firstFigure, secondFigure], end: ends[1].end }
	if (Number(secondFigure.value) <= Number(firstFigure.value)) return null
	const { to, rounding } = secondFigure
	return {
		figures: [
			{
				...firstFigure,
				to,
				...(secondFigure.unit === 'age' && { unit: 'age' }),
				valueTo: secondFigure.value,
				...(rounding !== undefined && { rounding: coarser(rounding, firstFigure.rounding) }),
			},
		],
		end: ends[1].end,
	}
}

function coarser(one: string, other: string | undefined): string {
	return other === undefined || Number(one) <= Number(other) ? one : other
}

function pairUp(
	text: FigureText,
	first: Quantity,
	opener: Opener,
): { second: Quantity; connector: Connector } | null {
	const connector = connectorAt(text.tokens, first.end, opener)
	if (!connector) return null
	const second = readQuantityAt(text, secondStart(text.tokens, connector), opener === 'between')
	if (!second || first.number.value === '' || second.number.value === '') return null
	const sameUnit =
		first.unit === null ||
		(first.unit === second.unit && first.measuredIn === second.measuredIn) ||
		(first.isSigned && second.unit === null)
	if (!sameUnit) return null
	const counted = second.unit !== null || first.isSigned || second.number.zeros > 0
	if (connector.kind === 'dash' && !counted) return null
	if (connector.kind === 'to' && opener === null && !counted) return null
	return { second, connector: { ...connector, at: secondStart(text.tokens, connector) } }
}

/** The number behind a sign of money. */
function secondStart(tokens: readonly FigureToken[], { at }: Connector): number {
	const token = tokens[at]
	if (token?.kind !== 'mark') return at
	return tokens[at + 1]?.kind === 'digits' ? at + 1 : at
}

/** «بين», "between" and the like, up to two words before a number: «بين سن 18 و24». */
function openerBefore(tokens: readonly FigureToken[], at: number): Opener {
	let seen = 0
	for (let index = at - 1; index >= 0 && seen < 2; index--) {
		const token = tokens[index]
		if (!token || tokens[index + 1]?.gap === 'wide') return null
		if (token.kind === 'mark') {
			if (/[$€£¥(«“"-]/.test(token.text)) continue
			return null
		}
		if (token.kind === 'digits') return null
		if (/^[وفبل]?بين$|^between$/.test(token.text)) return 'between'
		if (/^[وف]?من$|^from$/.test(token.text)) return 'from'
		seen++
	}
	return null
}

/** What joins two numbers, and the token that the second begins with. */
function connectorAt(tokens: readonly FigureToken[], at: number, opener: Opener): Connector | null {
	const token = tokens[at]
	const next = tokens[at + 1]
	if (!token || token.gap === 'wide') return null
	if (token.kind === 'mark') {
		if (!/^[-\u2010-\u2015]$/.test(token.text) || !next || next.gap !== token.gap) return null
		return { kind: 'dash', at: at + 1 }
	}
	if (token.kind !== 'word' || !next || next.gap === 'wide') {
		const lastWord = token.kind === 'word' && opener === 'between' && /^و../u.test(token.text)
		return lastWord ? { kind: 'and', at } : null
	}
	if (/^(?:الي|حتي|to)$/.test(token.text)) return { kind: 'to', at: at + 1 }
	if (opener !== 'between') return null
	if (token.text === 'و' || token.text === 'and') return { kind: 'and', at: at + 1 }
	return /^و../u.test(token.text) ? { kind: 'and', at } : null
}

/** «بين 10 و15 مليون»: the first counts millions too, unless it is the greater. */
function scaled(first: Quantity, second: Quantity): Quantity {
	const { number } = first
	if (number.zeros > 0 || second.number.zeros === 0 || (first.unit !== null && !first.isSigned)) return first
	if (number.count >= second.number.count) return first
	const zeros = second.number.zeros
	return {
		...first,
		number: {
			...number,
			value: shift(number.value, zeros),
			rounding: number.rounding === null ? null : shift(number.rounding, zeros),
			zeros,
		},
	}
}
