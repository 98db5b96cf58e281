import { countryName } from '#app/domain/countries.ts'
import { type Bilingual, type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { longestQuery, type QueryProblem } from '#app/domain/search-query.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** What the list of verdicts is narrowed by, as its address holds it; the claimant by slug, days as `YYYY-MM-DD`. */
export type VerdictFields = Record<'q' | 'country' | 'rating' | 'claimant' | 'from' | 'to', string | null>

type Props = {
	language: Language
	fields: VerdictFields
	/** Why the words that were typed cannot be looked for. */
	problem: QueryProblem | null
	/** Countries that verdicts concern, by code; whose claims they judge; and the scale. */
	countries: string[]
	claimants: { slug: string; name: Bilingual }[]
	ratings: Rating[]
}

/** Searches and narrows the list of verdicts; a form that asks for another address, so it needs no script and can be linked to. */
export function VerdictFilter({ language, fields, problem, countries, claimants, ratings }: Props) {
	const { reading, search } = wordsFor(language)
	const words = reading.list
	const path = `/${language}/verdicts`
	const named = (list: { value: string; name: string }[]) =>
		list.sort((a, b) => a.name.localeCompare(b.name, language))
	return (
		<form className="reading-filter" method="get" action={path} aria-label={words.filter} role="search">
			<div className="field reading-filter-words">
				<label htmlFor="filter-q">{search.public.label}</label>
				<input
					id="filter-q"
					name="q"
					type="search"
					dir="auto"
					maxLength={longestQuery}
					defaultValue={fields.q ?? ''}
					enterKeyHint="search"
					aria-invalid={problem !== null || undefined}
					aria-describedby={problem ? 'filter-problem' : undefined}
				/>
				{problem ? (
					<p className="field-error" id="filter-problem">
						{search.problems[problem]}
					</p>
				) : null}
			</div>
			<Choice
				name="country"
				label={words.country}
				value={fields.country}
				any={words.any}
				options={named(countries.map((code) => ({ value: code, name: countryName(code, language) })))}
			/>
			<Choice
				name="rating"
				label={words.rating}
				value={fields.rating}
				any={words.any}
				options={ratings.map(({ key, label }) => ({ value: key, name: label[language] }))}
			/>
			<Choice
				name="claimant"
				label={search.claimant}
				value={fields.claimant}
				any={words.any}
				options={named(
					claimants.map(({ slug, name }) => ({
						value: slug,
						name: preferText(name, language)?.text ?? slug,
					})),
				)}
			/>
			<div className="field">
				<label htmlFor="filter-from">{search.from}</label>
				<input id="filter-from" name="from" type="date" defaultValue={fields.from ?? ''} />
			</div>
			<div className="field">
				<label htmlFor="filter-to">{search.to}</label>
				<input id="filter-to" name="to" type="date" defaultValue={fields.to ?? ''} />
			</div>
			<button className="quiet" type="submit">
				{words.apply}
			</button>
			{Object.values(fields).some(Boolean) ? <a href={path}>{words.clear}</a> : null}
		</form>
	)
}

type ChoiceProps = {
	name: string
	label: string
	value: string | null
	any: string
	options: { value: string; name: string }[]
}

function Choice({ name, label, value, any, options }: ChoiceProps) {
	return (
		<div className="field">
			<label htmlFor={`filter-${name}`}>{label}</label>
			<select id={`filter-${name}`} name={name} defaultValue={value ?? ''}>
				<option value="">{any}</option>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.name}
					</option>
				))}
			</select>
		</div>
	)
}
