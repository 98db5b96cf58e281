import { Form, Link } from '@remix-run/react'
import { longestQuery, type QueryProblem } from '#app/domain/search-query.ts'
import type { Rating } from '#app/domain/rating.ts'
import { statuses } from '#app/domain/workflow.ts'
import type { SearchFields } from '#app/forms/search.ts'
import type { CountryNames } from '#app/i18n/country-names.ts'
import { useDeskWords } from './desk-words.ts'
import { query } from './pager.tsx'

type Props = {
	fields: SearchFields
	problem: QueryProblem | null
	ratings: Rating[]
	countries: CountryNames
	claimants: { id: string; name: string }[]
}

/** One box and what narrows it; a form that asks for another address, so it needs no script and can be kept as a link. */
export function SearchForm({ fields, problem, ratings, countries, claimants }: Props) {
	const { language, words } = useDeskWords()
	const { search } = words
	const { q, kind, ...filter } = fields
	const narrowed = Object.values(filter).filter(Boolean).length
	return (
		<Form
			// Its fields start afresh from each address.
			key={Object.values(fields).join('\n')}
			className="search-form"
			role="search"
			method="get"
			action="/desk/search"
		>
			{kind ? <input type="hidden" name="kind" value={kind} /> : null}
			<div className="search-form-box">
				<label className="unseen" htmlFor="search-q">
					{search.label}
				</label>
				<input
					id="search-q"
					name="q"
					type="search"
					dir="auto"
					autoComplete="off"
					enterKeyHint="search"
					maxLength={longestQuery}
					defaultValue={q ?? ''}
					placeholder={search.label}
					aria-keyshortcuts="/"
					aria-invalid={problem !== null || undefined}
					aria-describedby={problem ? 'search-problem' : undefined}
					data-search
				/>
				<button type="submit">{search.submit}</button>
			</div>
			{problem ? (
				<p className="field-error" id="search-problem">
					{search.problems[problem]}
				</p>
			) : null}
			<details className="search-form-filter" open={narrowed > 0}>
				<summary>{search.narrowedBy(narrowed)}</summary>
				<div className="fields-in-row">
					<Choice
						name="status"
						label={search.status}
						value={filter.status}
						options={statuses.map((status) => ({ value: status, name: words.statuses[status] }))}
					/>
					<Choice
						name="rating"
						label={search.rating}
						value={filter.rating}
						options={ratings.map(({ key, label }) => ({ value: key, name: label[language] }))}
					/>
					<Choice
						name="country"
						label={search.country}
						value={filter.country}
						options={Object.entries(countries).map(([value, name]) => ({ value, name }))}
					/>
					<Choice
						name="claimant"
						label={search.claimant}
						value={filter.claimant}
						options={claimants.map(({ id, name }) => ({ value: id, name }))}
					/>
					<Day name="from" label={search.from} value={filter.from} />
					<Day name="to" label={search.to} value={filter.to} />
				</div>
				<div className="actions">
					<button className="quiet" type="submit">
						{search.apply}
					</button>
					{narrowed > 0 ? <Link to={`/desk/search${query({ q, kind })}`}>{search.clear}</Link> : null}
				</div>
			</details>
		</Form>
	)
}

function Choice({
	name,
	label,
	value,
	options,
}: {
	name: string
	label: string
	value: string | null
	options: { value: string; name: string }[]
}) {
	const { search } = useDeskWords().words
	return (
		<div className="field">
			<label htmlFor={`search-${name}`}>{label}</label>
			<select id={`search-${name}`} name={name} defaultValue={value ?? ''}>
				<option value="">{search.any}</option>
				{options.map((option) => (
					<option key={option.value} value={option.value}>
						{option.name}
					</option>
				))}
			</select>
		</div>
	)
}

function Day({ name, label, value }: { name: string; label: string; value: string | null }) {
	return (
		<div className="field">
			<label htmlFor={`search-${name}`}>{label}</label>
			<input id={`search-${name}`} name={name} type="date" defaultValue={value ?? ''} />
		</div>
	)
}
