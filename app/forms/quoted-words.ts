import type { Span } from '#app/domain/words.ts'

/** A place where quoted words stand, with what stands round it, for a person to choose by. */
export type QuotedPlace = Span & { before: string; exact: string; after: string }

/** How much of the surroundings is shown on each side, in UTF-16 code units. */
const surroundings = 40

/**
 * Every place in a text where the words stand as they were sent, but for blanks: a browser shows the hard wraps of a
 * text as blanks, copies them so, and sends line ends in a manner of its own. Nothing else may differ.
 * @returns half-open ranges in UTF-16 code units, in order; none for blank words
 */
export function findPlaces(text: string, words: string): QuotedPlace[] {
	const parts = words.trim().split(/\s+/).filter(Boolean)
	if (parts.length === 0) return []
	const pattern = new RegExp(
		parts.map((part) => part.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('\\s+'),
		'g',
	)
	const places: QuotedPlace[] = []
	for (let match = pattern.exec(text); match; match = pattern.exec(text)) {
		const start = match.index
		const end = start + match[0].length
		places.push({
			start,
			end,
			before: text.slice(Math.max(0, start - surroundings), start),
			exact: match[0],
			after: text.slice(end, end + surroundings),
		})
		pattern.lastIndex = start + 1
	}
	return places
}

/**
 * The one place that is meant: the only one, or the one that starts where it is said to.
 * @param start where the words were selected, or `null` when they were typed or pasted
 */
export function choosePlace(places: QuotedPlace[], start: number | null): QuotedPlace | null {
	return places.find((place) => place.start === start) ?? (places.length === 1 ? (places[0] ?? null) : null)
}
