import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { readStatusFilter } from '#app/charts/status-filter.ts'
import { CountryList } from '#app/components/country-list.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { query } from '#app/components/pager.tsx'
import { StatusChart } from '#app/components/status-chart.tsx'
import { StatusFilter } from '#app/components/status-filter.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listArticleChoices } from '#app/services/articles.server.ts'
import { statusByCountry } from '#app/services/dashboard.server.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const filter = readStatusFilter(new URL(request.url).searchParams)
	const [status, articles] = await Promise.all([statusByCountry(db, filter, false), listArticleChoices(db)])
	return { language, filter, status, articles }
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { country } = wordsFor(data.language).reading
	const { articleId, from, to } = data.filter
	return publicMeta(page, {
		title: country.title,
		description: country.lead,
		query: query({ from, to, article: articleId }),
	})
}

export default function Countries() {
	const { language, filter, status, articles } = useLoaderData<typeof loader>()
	const words = wordsFor(language)
	const { country, front } = words.reading
	return (
		<>
			<header className="page-head">
				<h1>{country.title}</h1>
				<p className="page-lead">{country.lead}</p>
			</header>
			<section aria-labelledby="by-country">
				<h2 id="by-country" className="section-head">
					{front.howFar}
				</h2>
				<StatusFilter {...{ filter, articles, language }} action={`/${language}/countries`} />
				<StatusChart
					data={status}
					language={language}
					words={words}
					caption={front.byCountry}
					hydrated={false}
				/>
			</section>
			{status.rows.length > 0 ? (
				<section aria-labelledby="list">
					<h2 id="list" className="section-head">
						{country.list}
					</h2>
					<CountryList rows={status.rows} language={language} />
				</section>
			) : null}
		</>
	)
}
