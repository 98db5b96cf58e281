import type { LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { publicHeaders, publicMeta } from '#app/components/page-head.ts'
import { Pager, query } from '#app/components/pager.tsx'
import { VerdictFilter, type VerdictFields } from '#app/components/verdict-filter.tsx'
import { VerdictList } from '#app/components/verdict-list.tsx'
import { db } from '#app/db.server.ts'
import { countryName, isCountry } from '#app/domain/countries.ts'
import { parseLanguage, preferText } from '#app/domain/language.ts'
import { readSearchCursor } from '#app/domain/search.ts'
import { readDay, readTyped } from '#app/forms/search.ts'
import { orNotFound, refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { listFactCheckClaimants, listFactCheckCountries } from '#app/services/fact-checks.server.ts'
import { searchFactChecks } from '#app/services/search.server.ts'

export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const search = new URL(request.url).searchParams
	const given = (name: string) => search.get(name) || null
	const typed = readTyped(search)
	const [ratings, countries, claimants] = await Promise.all([
		listRatings(db),
		listFactCheckCountries(db),
		listFactCheckClaimants(db),
	])
	const after = given('after')
	const cursor = readSearchCursor(after)
	const claimant = claimants.find(({ slug }) => slug === given('claimant'))
	const fields: VerdictFields = {
		q: typed.q.trim() || null,
		country: given('country'),
		rating: given('rating'),
		claimant: given('claimant'),
		from: given('from'),
		to: given('to'),
	}
	const known =
		(!fields.country || isCountry(fields.country)) &&
		(!fields.rating || ratings.some(({ key }) => key === fields.rating)) &&
		(!fields.claimant || claimant) &&
		[fields.from, fields.to].every((day) => !day || readDay(day)) &&
		(!after || cursor)
	if (!known) throw refuse(422, 'invalid')

	const { country, rating, from, to } = fields
	const filter = { status: null, rating, country, claimant: claimant?.id ?? null, from, to }
	const list = typed.problem
		? { found: [], next: null }
		: await searchFactChecks(db, { query: typed.query, filter }, cursor, language)
	return {
		language,
		fields,
		problem: typed.problem,
		after,
		countries,
		claimants: claimants.map(({ slug, name }) => ({ slug, name })),
		ratings,
		factChecks: list.found.map(({ factCheck }) => factCheck),
		marked: list.found.map(({ marked }) => marked && { title: marked.title, excerpts: marked.excerpts }),
		next: list.next,
	}
}

export const headers = publicHeaders

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { reading, search } = wordsFor(data.language)
	const { q, country, rating, claimant, from, to } = data.fields
	const claimantName = data.claimants.find(({ slug }) => slug === claimant)?.name
	const narrowed = [
		rating && data.ratings.find((candidate) => candidate.key === rating)?.label[data.language],
		country && countryName(country, data.language),
		claimantName && preferText(claimantName, data.language)?.text,
	].filter(Boolean)
	return publicMeta(page, {
		title: [q ? search.public.found(q) : reading.list.title, ...narrowed].join(' · '),
		description: reading.list.lead,
		query: query({ ...data.fields, after: data.after }),
		// Pages without end, each of which says what others say: search engines are to keep the verdicts.
		hidden: Boolean(q || claimant || from || to),
	})
}

export default function Verdicts() {
	const { language, fields, problem, after, countries, claimants, ratings, factChecks, marked, next } =
		useLoaderData<typeof loader>()
	const { reading, search } = wordsFor(language)
	return (
		<div className="column">
			<header className="page-head">
				<h1>{reading.list.title}</h1>
				<p className="page-lead">{reading.list.lead}</p>
			</header>
			<VerdictFilter {...{ language, fields, problem, countries, claimants, ratings }} />
			{factChecks.length > 0 ? (
				<VerdictList factChecks={factChecks} marked={marked} language={language} heading="h2" />
			) : problem ? null : (
				<p className="nothing">{search.public.nothing}</p>
			)}
			<Pager
				language={language}
				path={`/${language}/verdicts`}
				filter={fields}
				next={next}
				later={after !== null}
			/>
		</div>
	)
}
