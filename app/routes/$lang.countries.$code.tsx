import { type LoaderFunctionArgs, type MetaFunction, redirect } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { CountryCounts } from '#app/components/country-counts.tsx'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { Pager, query } from '#app/components/pager.tsx'
import { VerdictList } from '#app/components/verdict-list.tsx'
import { db } from '#app/db.server.ts'
import { countryName, isCountry } from '#app/domain/countries.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { orNotFound, refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { statusByCountry } from '#app/services/dashboard.server.ts'
import { listFactChecks } from '#app/services/fact-checks.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'

export async function loader({ params: { lang, code = '' }, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(lang))
	const { search, searchParams } = new URL(request.url)
	const country = code.toUpperCase()
	if (!isCountry(country)) throw refuse(404, 'not-found')
	if (country !== code) throw redirect(`/${language}/countries/${country}${search}`, 301)
	const after = searchParams.get('after') || null
	const cursor = readCursor(after)
	if (after && !cursor) throw refuse(422, 'invalid')

	const [list, { buckets, ratings, rows }] = await Promise.all([
		listFactChecks(db, { country, rating: null }, cursor),
		statusByCountry(db, { articleId: null, from: null, to: null }, false),
	])
	return {
		language,
		country,
		after,
		buckets,
		ratings,
		row: rows.find((row) => row.country === country) ?? null,
		factChecks: list.rows.map((row) => row.content),
		next: list.next,
	}
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { country } = wordsFor(data.language).reading
	const name = countryName(data.country, data.language)
	return publicMeta(page, {
		title: name,
		description: country.name(name),
		query: query({ after: data.after }),
	})
}

export default function Country() {
	const {
		language,
		country: code,
		after,
		buckets,
		ratings,
		row,
		factChecks,
		next,
	} = useLoaderData<typeof loader>()
	const { country } = wordsFor(language).reading
	return (
		<div className="country-page">
			<header className="page-head">
				<h1>{countryName(code, language)}</h1>
				<p className="page-lead">
					{country.claimsLookedAt(row?.total ?? 0)} {row ? country.note : null}
				</p>
			</header>
			{row ? (
				<section className="country-side" aria-labelledby="counts">
					<h2 id="counts" className="section-label">
						{country.counts}
					</h2>
					<CountryCounts {...{ row, buckets, ratings, language }} />
				</section>
			) : null}
			<section className="country-verdicts" aria-labelledby="verdicts">
				<h2 id="verdicts" className="section-label">
					{country.verdicts}
				</h2>
				{factChecks.length > 0 ? (
					<VerdictList factChecks={factChecks} language={language} heading="h3" />
				) : (
					<p className="nothing">{country.noVerdicts}</p>
				)}
				<Pager
					language={language}
					path={`/${language}/countries/${code}`}
					next={next}
					later={after !== null}
				/>
			</section>
		</div>
	)
}
