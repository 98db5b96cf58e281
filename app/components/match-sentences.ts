import { countryName } from '#app/domain/countries.ts'
import type { Language } from '#app/domain/language.ts'
import type { ComparedFigure, MatchReason } from '#app/domain/match-kinds.ts'
import { formatNumber } from '#app/i18n/plural.ts'
import type { Words } from '#app/i18n/words.ts'

export type FigureReason = Extract<MatchReason, { kind: 'figures' }>

/** What stands between two figures, for eyes only: the sentence beside it says the same. */
export const agreementSigns = { equal: '=', rounded: '≈', within_limit: '⊂', no: '≠' }

/** What two figures of one quantity make of each other: "0.01 percentage points apart, rounding does not explain it". */
export function sayAgreement(reason: FigureReason, { matches: { figures } }: Words): string {
	const { first, second, agree } = reason
	switch (agree) {
		case 'equal':
			return figures.equal
		case 'rounded': {
			if (first.comparator === 'about' || second.comparator === 'about') return figures.about
			const decimals = Math.min(decimalsOf(first), decimalsOf(second))
			const coarse = decimals === 0 && Math.abs(Number(reason.gap)) > 0.5
			return coarse ? figures.roundedCoarsely : figures.rounded(decimals)
		}
		case 'within_limit':
			return figures.within_limit
		case 'no':
			if (Number(reason.gap) === 0) return figures.opposed
			return isTime(first)
				? figures.apart(sayGap(reason, figures))
				: figures.unexplained(sayGap(reason, figures))
	}
}

/** The gap with its unit, as far as the figures say what they measure. */
export function sayGap({ first, second, gap }: FigureReason, figures: Words['matches']['figures']): string {
	const measure = first.measure ?? second.measure ?? (/[%٪]/.test(first.asWritten) ? 'percent' : 'count')
	const words = Object.entries(figures.gaps).find(([name]) => name === measure)?.[1]
	return words ? words(Number(gap)) : formatNumber(Number(gap))
}

function isTime({ measure }: ComparedFigure): boolean {
	return measure !== undefined && ['day', 'month', 'year', 'weekday', 'part'].includes(measure)
}

function decimalsOf({ value }: ComparedFigure): number {
	return /\.(\d+)$/.exec(value)?.[1]?.length ?? 0
}

/** Any reason but that of figures, which are shown side by side. */
export function sayReason(
	reason: Exclude<MatchReason, FigureReason>,
	{ matches: { reasons } }: Words,
	language: Language,
): string {
	switch (reason.kind) {
		case 'same_fingerprint':
			return reasons.same_fingerprint
		case 'negation':
			return reasons.negation(reason.word)
		case 'opposites':
			return reasons.opposites(reason.first, reason.second)
		case 'more_detail':
			return reasons.more_detail[reason.side === 'first' ? 'this' : 'other']
		case 'other_country': {
			const names = [reason.first, reason.second].map((codes) =>
				codes.map((code) => countryName(code, language)).join(' · '),
			)
			return `${reasons.other_country} ${names.join(' / ')}`
		}
		case 'other_base':
			return reasons.other_base(reason.first, reason.second)
		case 'other_name':
		case 'other_period':
		case 'other_words':
			return reasons[reason.kind](reason.first.join(' '), reason.second.join(' '))
	}
}
