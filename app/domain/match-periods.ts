import type { MatchReason } from './match-kinds.ts'
import type { Period } from './match-quantities.ts'

type FigureReason = Extract<MatchReason, { kind: 'figures' }>

/**
 * What the times of two claims make of each other: `same` when they share what they both name, `one` when only one names
 * a time, `other` when each names one that the other does not. The reason shows the two side by side.
 */
export type ComparedPeriods = {
	standing: 'none' | 'same' | 'one' | 'other'
	/** The finest level at which they differ. */
	level: Period['level'] | null
	dates: FigureReason | null
	reason: Extract<MatchReason, { kind: 'other_period' }> | null
}

const levels: Period['level'][] = ['part', 'year', 'month', 'day', 'weekday']

export function comparePeriods(first: Period[], second: Period[]): ComparedPeriods {
	if (first.length === 0 && second.length === 0)
		return { standing: 'none', level: null, dates: null, reason: null }
	let shared = false
	for (const level of levels) {
		const [ones, others] = [at(first, level), at(second, level)]
		if (ones.length === 0 || others.length === 0) continue
		const onlyFirst = ones.filter((one) => !others.some((other) => other.value === one.value))
		const onlySecond = others.filter((other) => !ones.some((one) => one.value === other.value))
		const [one, other] = [onlyFirst[0], onlySecond[0]]
		if (!one || !other) {
			shared = true
			continue
		}
		// A day says more than the month or year it is in.
		const finest = level === 'year' || level === 'month' ? finer(first, second) : null
		return {
			standing: 'other',
			level,
			dates: datesOf(finest?.first ?? one, finest?.second ?? other),
			reason: {
				kind: 'other_period',
				first: onlyFirst.map(({ figure }) => figure.asWritten),
				second: onlySecond.map(({ figure }) => figure.asWritten),
			},
		}
	}
	return { standing: shared ? 'same' : 'one', level: null, dates: null, reason: null }
}

function at(periods: Period[], level: Period['level']): Period[] {
	return periods.filter((period) => period.level === level)
}

function finer(first: Period[], second: Period[]): { first: Period; second: Period } | null {
	const [one] = at(first, 'day')
	const [other] = at(second, 'day')
	return one && other ? { first: one, second: other } : null
}

function datesOf(first: Period, second: Period): FigureReason | null {
	if (first.level !== second.level || first.level === 'part') return null
	return {
		kind: 'figures',
		first: first.figure,
		second: second.figure,
		gap: String(gapBetween(first, second)),
		agree: 'no',
	}
}

const weekdays = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday']

/** In days, months or years, whatever both are. Without years, two days are taken to be of one. */
function gapBetween(first: Period, second: Period): number {
	switch (first.level) {
		case 'day':
			return Math.abs(
				dayNumber(first.figure.value, second.figure.value) -
					dayNumber(second.figure.value, first.figure.value),
			)
		case 'month':
			return Math.abs(monthNumber(first.figure.value) - monthNumber(second.figure.value))
		case 'weekday': {
			const days = Math.abs(weekdays.indexOf(first.value) - weekdays.indexOf(second.value))
			return Math.min(days, 7 - days)
		}
		case 'year':
		case 'part':
			return Math.abs(Number(first.value) - Number(second.value))
	}
}

/** `2026-01-03` or `01-03`, whose year is then the other's. */
function dayNumber(day: string, other: string): number {
	const year = /^\d{4}(?=-\d\d-)/.exec(day)?.[0] ?? /^\d{4}(?=-\d\d-)/.exec(other)?.[0] ?? '2000'
	const [month = 1, date = 1] = day.split('-').slice(-2).map(Number)
	return Date.UTC(Number(year), month - 1, date) / 86_400_000
}

function monthNumber(month: string): number {
	const [year, number] = month.length > 2 ? month.split('-').map(Number) : [0, Number(month)]
	return (year ?? 0) * 12 + (number ?? 0)
}
