import { countryName } from '#app/domain/countries.ts'
import type { Language } from '#app/domain/language.ts'

/** Names by code, in the order in which the language sorts them. */
export type CountryNames = Record<string, string>

/**
 * Names of countries for a page that React takes over. They are made by the server and sent along: a browser may bring
 * other spellings and another order, and the page would change under the reader's eyes.
 */
export function nameCountries(codes: Iterable<string>, language: Language): CountryNames {
	const collator = new Intl.Collator(language)
	return Object.fromEntries(
		[...new Set(codes)]
			.map((code) => [code, countryName(code, language)] as const)
			.sort(([, a], [, b]) => collator.compare(a, b)),
	)
}
