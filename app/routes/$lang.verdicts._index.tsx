import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { Pager, query } from '#app/components/pager.tsx'
import { VerdictFilter } from '#app/components/verdict-filter.tsx'
import { VerdictList } from '#app/components/verdict-list.tsx'
import { db } from '#app/db.server.ts'
import { countryName, isCountry } from '#app/domain/countries.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { orNotFound, refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { listFactCheckCountries, listFactChecks } from '#app/services/fact-checks.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const search = new URL(request.url).searchParams
	const [country, rating, after] = ['country', 'rating', 'after'].map(
		(name) => search.get(name) || null,
	) as Asked
	const cursor = readCursor(after)
	const ratings = await listRatings(db)
	const known =
		(!country || isCountry(country)) &&
		(!rating || ratings.some((candidate) => candidate.key === rating)) &&
		(!after || cursor !== null)
	if (!known) throw refuse(422, 'invalid')

	const [list, countries] = await Promise.all([
		listFactChecks(db, { country, rating }, cursor),
		listFactCheckCountries(db),
	])
	return {
		language,
		filter: { country, rating },
		after,
		countries,
		ratings,
		factChecks: list.rows.map((row) => row.content),
		next: list.next,
	}
}
type Asked = [country: string | null, rating: string | null, after: string | null]

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { list } = wordsFor(data.language).reading
	const { country, rating } = data.filter
	const narrowed = [
		rating && data.ratings.find((candidate) => candidate.key === rating)?.label[data.language],
		country && countryName(country, data.language),
	].filter(Boolean)
	return publicMeta(page, {
		title: [list.title, ...narrowed].join(' · '),
		description: list.lead,
		query: query({ ...data.filter, after: data.after }),
	})
}

export default function Verdicts() {
	const { language, filter, after, countries, ratings, factChecks, next } = useLoaderData<typeof loader>()
	const { list } = wordsFor(language).reading
	return (
		<div className="column">
			<header className="page-head">
				<h1>{list.title}</h1>
				<p className="page-lead">{list.lead}</p>
			</header>
			<VerdictFilter {...{ language, filter, countries, ratings }} />
			{factChecks.length > 0 ? (
				<VerdictList factChecks={factChecks} language={language} heading="h2" />
			) : (
				<p className="nothing">{list.nothing}</p>
			)}
			<Pager
				language={language}
				path={`/${language}/verdicts`}
				filter={filter}
				next={next}
				later={after !== null}
			/>
		</div>
	)
}
