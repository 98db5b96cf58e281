import { findCountries } from './gazetteer.ts'
import { arabicCountryNames, englishCountryNames } from './gazetteer-names.ts'
import { matchKey } from './normalise.ts'
import type { Span } from './words.ts'

/** A place that a claim names. `seat` is its own name where it is a city or a house, which is not all of the country. */
export type Place = Span & {
	/** ISO 3166-1 alpha-2; several for a name of several places. */
	countries: string[]
	seat: string | null
	/** Whether the name is said for the country too, as «واشنطن» is. */
	standsForCountry: boolean
}

/** Cities and houses by name, and whether they stand first in the list of their country: that is its capital. */
const seats = new Map<string, boolean>()
for (const line of `${arabicCountryNames}\n${englishCountryNames}`.split('\n')) {
	for (const [index, name] of (line.split('|')[2]?.split(/[،,]/) ?? []).entries()) {
		const key = matchKey(name)
		if (key !== '') seats.set(key, index === 0)
	}
}
const firstWords = new Set([...seats.keys()].map((name) => name.split(' ')[0]))

/** Whether a word begins the name of a city that stands for its country: its first letter belongs to it. */
export function beginsSeat(word: string): boolean {
	return firstWords.has(word)
}

/** One name of two places; which is meant, the spelling seldom says. */
const ambiguous: Record<string, string[]> = { عمان: ['JO', 'OM'] }

/** The places that a text names, in order. */
export function findPlaces(text: string): Place[] {
	return findCountries(text).map(({ start, end, code }) => {
		const forms = formsOf(matchKey(text.slice(start, end)))
		const shared = forms.find((form) => ambiguous[form])
		if (shared)
			return { start, end, countries: ambiguous[shared] ?? [], seat: shared, standsForCountry: true }
		const seat = forms.find((form) => seats.has(form)) ?? null
		return {
			start,
			end,
			countries: [code],
			seat,
			standsForCountry: seat !== null && seats.get(seat) === true,
		}
	})
}

/** A name without what is written onto it: «ببيروت» is «بيروت». */
function formsOf(key: string): string[] {
	return [key, key.replace(/^[وف]/u, ''), key.replace(/^[وف]?[بلك]/u, ''), key.replace(/^[وف]?لل/u, 'ال')]
}
