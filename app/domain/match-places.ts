import { findCountries } from './gazetteer.ts'
import { arabicCountryNames, englishCountryNames } from './gazetteer-names.ts'
import { matchKey } from './normalise.ts'
import type { Span } from './words.ts'

/** A place that a claim names. `seat` is its own name where it is a city or a house, which is not all of the country. */
export type Place = Span & { country: string; seat: string | null }

const seats = new Map<string, string>()
for (const line of `${arabicCountryNames}\n${englishCountryNames}`.split('\n')) {
	for (const name of line.split('|')[2]?.split(/[،,]/) ?? []) {
		const key = matchKey(name)
		if (key !== '') seats.set(key, key)
	}
}
const firstWords = new Set([...seats.keys()].map((name) => name.split(' ')[0]))

/** Whether a word begins the name of a city that stands for its country: its first letter belongs to it. */
export function beginsSeat(word: string): boolean {
	return firstWords.has(word)
}

/** The places that a text names, in order. */
export function findPlaces(text: string): Place[] {
	return findCountries(text).map(({ start, end, code }) => ({
		start,
		end,
		country: code,
		seat: seatNamed(matchKey(text.slice(start, end))),
	}))
}

/** The name as it is in the list, whatever is written onto it: «ببيروت» is «بيروت». */
function seatNamed(key: string): string | null {
	for (const form of [
		key,
		key.replace(/^[وف]/u, ''),
		key.replace(/^[وف]?[بلك]/u, ''),
		key.replace(/^[وف]?لل/u, 'ال'),
	]) {
		const seat = seats.get(form)
		if (seat) return seat
	}
	return null
}
