import { countryName } from '#app/domain/countries.ts'
import type { Language } from '#app/domain/language.ts'
import type { CountryRow } from '#app/domain/tally.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** Countries by name, each with the number of claims that concern it. */
export function CountryList({ rows, language }: { rows: CountryRow[]; language: Language }) {
	const words = wordsFor(language)
	const named = rows
		.map((row) => ({ ...row, name: countryName(row.country, language) }))
		.sort((a, b) => a.name.localeCompare(b.name, language))
	return (
		<ul className="country-list">
			{named.map(({ country, name, total }) => (
				<li key={country}>
					<a href={`/${language}/countries/${country}`}>{name}</a>{' '}
					<span className="count">{words.claimsCount(total)}</span>
				</li>
			))}
		</ul>
	)
}
