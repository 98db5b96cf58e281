import { Form, Link } from '@remix-run/react'
import type { StatusFilterValues } from '#app/charts/status-filter.ts'
import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Props = {
	filter: StatusFilterValues
	/** Articles to choose from; one without a title goes by its first words. */
	articles: { id: string; title: string | null; opening: string }[]
	language: Language
	/** The path of the page the chart stands on. */
	action: string
}

/** Narrows the chart by day and article; a form that asks for another address, so it needs no script. */
export function StatusFilter({ filter, articles, language, action }: Props) {
	const words = wordsFor(language).desk.chart.filter
	const typed = filter.typed ?? { from: filter.from ?? '', to: filter.to ?? '' }
	const narrowed = Boolean(filter.articleId || typed.from || typed.to)
	const describedBy = filter.problem ? 'chart-problem' : undefined
	return (
		<Form
			// Its fields start afresh from each address.
			key={[typed.from, typed.to, filter.articleId].join()}
			className="chart-filter"
			method="get"
			action={action}
			preventScrollReset
			aria-label={words.label}
		>
			<div className="field">
				<label htmlFor="chart-from">{words.from}</label>
				<input
					id="chart-from"
					type="date"
					name="from"
					defaultValue={typed.from}
					aria-invalid={filter.problem ? true : undefined}
					aria-describedby={describedBy}
				/>
			</div>
			<div className="field">
				<label htmlFor="chart-to">{words.to}</label>
				<input
					id="chart-to"
					type="date"
					name="to"
					defaultValue={typed.to}
					aria-invalid={filter.problem ? true : undefined}
					aria-describedby={describedBy}
				/>
			</div>
			<div className="field chart-filter-article">
				<label htmlFor="chart-article">{words.article}</label>
				<select id="chart-article" name="article" defaultValue={filter.articleId ?? ''}>
					<option value="">{words.allArticles}</option>
					{articles.map(({ id, title, opening }) => (
						<option key={id} value={id}>
							{title ?? opening}
						</option>
					))}
				</select>
			</div>
			<div className="actions">
				<button className="quiet" type="submit">
					{words.apply}
				</button>
				{narrowed ? (
					<Link to={action} preventScrollReset>
						{words.clear}
					</Link>
				) : null}
			</div>
			{filter.problem ? (
				<p className="field-error" id="chart-problem" role="alert">
					{words.problems[filter.problem]}
				</p>
			) : null}
		</Form>
	)
}
