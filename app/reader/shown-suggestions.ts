import type { ClaimantKind, ClaimType } from '#app/domain/claim.ts'
import type { Feature } from '#app/domain/suggestion-features.ts'
import { guessType } from '#app/domain/suggestion-type.ts'
import type { Suggestion } from '#app/domain/suggestion.ts'
import type { Span } from '#app/domain/words.ts'

/** Where a suggestion stands: to be decided, too weak to be offered at once, or put aside by somebody. */
export type Standing = 'open' | 'weak' | 'dismissed'

/** A suggestion as the reader shows it; places are half-open, in UTF-16 code units of the article's text. */
export type ShownSuggestion = Span & {
	standing: Standing
	quote: string
	/** What speaks for it and, with a negative weight, against it; the weightiest first. */
	reasons: (Span & { feature: Feature; weight: number })[]
	claimant: { name: string; kind: ClaimantKind } | null
	countries: string[]
	type: ClaimType | null
	figures: number
	/** Who put it aside. */
	dismissedBy: string | null
}

/** Of those below the cut, no more are shown. */
const mostWeak = 20
/** A suggestion is taken once more than this share of it lies in one quotation. */
const takenShare = 0.6

/**
 * The suggestions of an article that nobody has taken yet, the most worth checking first: the open ones, then the weak, then
 * the dismissed.
 */
export function showSuggestions(
	text: string,
	suggestions: readonly Suggestion[],
	dismissals: readonly { exact: string; by: string }[],
	quotations: readonly Span[],
): ShownSuggestion[] {
	const dismissedBy = new Map(dismissals.map(({ exact, by }) => [exact, by]))
	const shown = suggestions
		.filter((suggestion) => !quotations.some((quotation) => isTaken(suggestion, quotation)))
		.map((suggestion): ShownSuggestion => {
			const by = dismissedBy.get(text.slice(suggestion.start, suggestion.end)) ?? null
			return {
				...describe(suggestion),
				standing: by ? 'dismissed' : suggestion.suggested ? 'open' : 'weak',
				dismissedBy: by,
			}
		})
	const of = (standing: Standing) => shown.filter((suggestion) => suggestion.standing === standing)
	const weak = of('weak').filter(({ reasons }) => !reasons.some(({ feature }) => feature === 'covered'))
	return [...of('open'), ...weak.slice(0, mostWeak), ...of('dismissed')]
}

function describe({ start, end, quote, reasons, claimant, countries, figures }: Suggestion) {
	return {
		start,
		end,
		quote,
		reasons: reasons
			.map(({ feature, weight, start, end }) => ({ feature, weight, start, end }))
			.sort((a, b) => Math.abs(b.weight) - Math.abs(a.weight)),
		claimant: claimant && { name: claimant.name, kind: claimant.kind },
		countries,
		type: guessType({ reasons }),
		figures: figures.length,
	}
}

function isTaken(suggestion: Span, quotation: Span): boolean {
	const shared = Math.min(suggestion.end, quotation.end) - Math.max(suggestion.start, quotation.start)
	return shared > takenShare * (suggestion.end - suggestion.start)
}
