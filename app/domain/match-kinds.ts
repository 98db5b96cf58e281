import type { Comparator } from './figure.ts'

/** How two claims stand to each other: the words of the house, from `docs` and the interface. */
export const matchKinds = ['repeats', 'narrows', 'contradicts'] as const
export type MatchKind = (typeof matchKinds)[number]

/** Suggested by the comparison until a person decides. */
export const matchStates = ['suggested', 'confirmed', 'rejected'] as const
export type MatchState = (typeof matchStates)[number]

/** Of the two claims compared. */
export type Side = 'first' | 'second'

export const figureMeasures = [
	'percent',
	'count',
	'money',
	'rank',
	'day',
	'month',
	'year',
	'weekday',
	'part',
] as const
export type FigureMeasure = (typeof figureMeasures)[number]

/** A figure as a reason shows it: `start` and `end` are half-open, in UTF-16 code units of that claim's text. */
export type ComparedFigure = {
	/** What the figure measures; unknown of reasons that were stored before it was kept. */
	measure?: FigureMeasure
	asWritten: string
	/** A plain decimal; a day as `2026-01-03`, a month as `2026-01`, a year as `2026`. */
	value: string
	comparator: Comparator
	start: number
	end: number
}

/**
 * Why two claims were brought together or kept apart. In `figures`, `gap` is the difference as a plain decimal (in
 * percentage points for percentages, days for days, years for years), and `agree` says how they agree: `equal`,
 * `rounded` (the gap is explained by how finely they are written, or by words such as "about"), `within_limit` (one is
 * "more than" the other), or `no`.
 */
export type MatchReason =
	| { kind: 'same_fingerprint' }
	| { kind: 'figures'; first: ComparedFigure; second: ComparedFigure; gap: string; agree: FigureAgreement }
	| { kind: 'negation'; side: Side; word: string }
	| { kind: 'opposites'; first: string; second: string }
	| { kind: 'more_detail'; side: Side }
	| { kind: 'other_country'; first: string[]; second: string[] }
	| { kind: 'other_name'; first: string[]; second: string[] }
	| { kind: 'other_period'; first: string[]; second: string[] }
	| { kind: 'other_base'; first: string; second: string }
	| { kind: 'other_words'; first: string[]; second: string[] }

export type FigureAgreement = 'equal' | 'rounded' | 'within_limit' | 'no'
