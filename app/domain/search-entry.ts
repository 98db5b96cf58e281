import { searchWords } from './search-words.ts'

/** So many bytes of words and places are kept of one text; Postgres takes no tsvector beyond a mebibyte. */
const mostBytes = 700_000
/** So many places of one word are kept, as Postgres does. */
const mostPlaces = 255
/** Between two texts of one entry, so that no phrase reaches from one into the other. */
const gap = 8

/**
 * The words that something is found by, each with the places it stands at from 1 on, over all its texts; words of the
 * same place are readings of one word. What is too long for the index is kept from its beginning.
 */
export function entryWords(
	texts: readonly (string | null)[],
	facets: readonly string[],
): Map<string, number[]> {
	const words = new Map<string, number[]>(facets.map((name) => [name, []]))
	let place = 0
	let bytes = 0
	for (const text of texts) {
		if (!text) continue
		for (const { readings } of searchWords(text)) {
			place++
			for (const reading of readings) {
				const places = words.get(reading)
				if (places && places.length >= mostPlaces) continue
				bytes += places ? 2 : 12 + 2 * reading.length
				if (bytes > mostBytes) return words
				// Nobody searches for what is longer than words are.
				if (reading.length > 100) continue
				if (places) places.push(place)
				else words.set(reading, [place])
			}
		}
		place += gap
	}
	return words
}
