import { countryName } from '#app/domain/countries.ts'
import type { Language } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Props = {
	language: Language
	filter: { country: string | null; rating: string | null }
	/** Countries that verdicts concern, by code, and the scale. */
	countries: string[]
	ratings: Rating[]
}

/** Narrows the list of verdicts; a form that asks for another address, so it needs no script and can be linked to. */
export function VerdictFilter({ language, filter, countries, ratings }: Props) {
	const words = wordsFor(language).reading.list
	const path = `/${language}/verdicts`
	const named = countries
		.map((code) => ({ code, name: countryName(code, language) }))
		.sort((a, b) => a.name.localeCompare(b.name, language))
	return (
		<form className="reading-filter" method="get" action={path} aria-label={words.filter}>
			<div className="field">
				<label htmlFor="filter-country">{words.country}</label>
				<select id="filter-country" name="country" defaultValue={filter.country ?? ''}>
					<option value="">{words.any}</option>
					{named.map(({ code, name }) => (
						<option key={code} value={code}>
							{name}
						</option>
					))}
				</select>
			</div>
			<div className="field">
				<label htmlFor="filter-rating">{words.rating}</label>
				<select id="filter-rating" name="rating" defaultValue={filter.rating ?? ''}>
					<option value="">{words.any}</option>
					{ratings.map((rating) => (
						<option key={rating.key} value={rating.key}>
							{rating.label[language]}
						</option>
					))}
				</select>
			</div>
			<button className="quiet" type="submit">
				{words.apply}
			</button>
			{filter.country || filter.rating ? <a href={path}>{words.clear}</a> : null}
		</form>
	)
}
