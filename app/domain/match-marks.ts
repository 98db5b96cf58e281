import { align } from './match-alignment.ts'
import type { ClaimWord } from './match-claim.ts'
import { compareFigures } from './match-figures.ts'
import { comparePeriods } from './match-periods.ts'
import { readStatement, type Statement } from './match-statement.ts'

/** A piece of a wording: what both have, words that only this one has, or a figure that the other has not. */
export type MarkedPart = { text: string; mark: 'word' | 'figure' | null }

type Span = { start: number; end: number; mark: 'word' | 'figure' }

/** Two wordings of one language with what differs in them marked. The parts of each make up its text. */
export function markDifferences(
	first: string,
	second: string,
): { first: MarkedPart[]; second: MarkedPart[] } {
	const [one, other] = [readStatement(first), readStatement(second)]
	const alignment = align(one.content, other.content)
	const figures = compareFigures(one, other, alignment)
	const periods = comparePeriods(one.periods, other.periods)
	const conflicting = periods.dates ? [...figures.conflicting, periods.dates] : figures.conflicting
	const opposites = alignment.pairs.filter(({ relation }) => relation === 'opposite')
	const spansOf = (side: 'first' | 'second', claim: Statement, only: ClaimWord[]): Span[] =>
		[
			...only.map(asSpan('word')),
			...opposites.map((pair) => pair[side]).map(asSpan('word')),
			...unpaired(one, other, side).map(asSpan('word')),
			...conflicting.map((reason) => reason[side]).map(asSpan('figure')),
			...(side === 'first' ? figures.onlyFirst : figures.onlySecond)
				.map(({ figure }) => figure)
				.map(asSpan('figure')),
		].filter(({ start, end }) => start < end && end <= claim.text.length)
	return {
		first: cut(first, spansOf('first', one, alignment.onlyFirst)),
		second: cut(second, spansOf('second', other, alignment.onlySecond)),
	}
}

const asSpan =
	(mark: Span['mark']) =>
	({ start, end }: { start: number; end: number }): Span => ({ start, end, mark })

/** The negations of a wording when the other has not as many. */
function unpaired(one: Statement, other: Statement, side: 'first' | 'second'): ClaimWord[] {
	const [own, others] = side === 'first' ? [one, other] : [other, one]
	return own.negations.length > others.negations.length ? own.negations.map(({ word }) => word) : []
}

/** Cut a text at its spans. Where two overlap, the figure counts; what has only a blank between is one. */
function cut(text: string, spans: Span[]): MarkedPart[] {
	const marks = new Array<Span['mark'] | null>(text.length).fill(null)
	for (const mark of ['word', 'figure'] as const)
		for (const span of spans) if (span.mark === mark) marks.fill(mark, span.start, span.end)
	for (let at = 1; at < text.length - 1; at++) {
		const before = marks[at - 1]
		if (marks[at] === null && before && before === marks[at + 1] && /\s/.test(text.charAt(at)))
			marks[at] = before
	}
	const parts: MarkedPart[] = []
	for (let at = 0; at < text.length; at++) {
		const mark = marks[at] ?? null
		const last = parts.at(-1)
		if (last && last.mark === mark) last.text += text.charAt(at)
		else parts.push({ text: text.charAt(at), mark })
	}
	return parts
}
