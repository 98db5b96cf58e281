import type { ClaimType } from './claim.ts'
import type { Feature } from './suggestion-features.ts'
import type { Suggestion } from './suggestion.ts'

/** Which signs make which type of claim, the most telling first. Amounts come late: most types have some. */
const signs: [ClaimType, Feature[]][] = [
	['prediction', ['forecast']],
	['commitment', ['commitment']],
	['causal', ['cause']],
	['statistic', ['percent']],
	['comparison', ['comparison']],
	['statistic', ['amount', 'quantity', 'change']],
	['biography', ['biography']],
	['date', ['date', 'when']],
	['event', ['event', 'happening', 'headline', 'act']],
	['role', ['person']],
	['characterisation', ['opinion', 'evaluation']],
	['attribution', ['speech', 'quotation', 'source']],
]

/** The type of claim that a suggestion would make, to propose and never to decide; `null` where nothing speaks for one. */
export function guessType({ reasons }: Pick<Suggestion, 'reasons'>): ClaimType | null {
	const seen = new Set(reasons.map(({ feature }) => feature))
	// An event that is only dated is an event: its day is looked up with it.
	const isEvent = seen.has('event') || seen.has('happening')
	const found = signs.find(
		([type, features]) => !(type === 'date' && isEvent) && features.some((feature) => seen.has(feature)),
	)
	return found?.[0] ?? null
}
