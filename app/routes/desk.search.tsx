import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { DeskListKeys } from '#app/components/desk-list-keys.tsx'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { SearchForm } from '#app/components/search-form.tsx'
import { SearchHelp } from '#app/components/search-help.tsx'
import { SearchKinds } from '#app/components/search-kinds.tsx'
import { SearchResults } from '#app/components/search-results.tsx'
import { db } from '#app/db.server.ts'
import { preferText } from '#app/domain/language.ts'
import { readSearchCursor } from '#app/domain/search.ts'
import { readSearch } from '#app/forms/search.ts'
import { nameCountries } from '#app/i18n/country-names.ts'
import { listClaimantChoices } from '#app/services/claimants.server.ts'
import { listRatings, statusByCountry } from '#app/services/dashboard.server.ts'
import { search } from '#app/services/search.server.ts'
import searchStyles from '#app/styles/search.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: searchStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.search', 'read')
	const address = new URL(request.url).searchParams
	const [ratings, claimants, { rows }] = await Promise.all([
		listRatings(db),
		listClaimantChoices(db),
		statusByCountry(db, { articleId: null, from: null, to: null }, true),
	])
	const { typed, kinds, filter, fields } = readSearch(address, { ratings, claimants })
	const cursor = readSearchCursor(address.get('after'))
	const narrowed = Object.values(filter).some(Boolean)
	const asked = typed.problem === null && (typed.query !== null || narrowed)
	const { results, next } = asked
		? await search(db, { query: typed.query, kinds, filter }, cursor, actor.language)
		: { results: [], next: null }
	const codes = [
		...rows.map(({ country }) => country),
		...results.flatMap((result) => (result.kind === 'article' ? [] : result.countries)),
		...(filter.country ? [filter.country] : []),
	]
	return json({
		fields,
		problem: typed.problem,
		asked,
		narrowed,
		results,
		next,
		later: cursor !== null,
		ratings,
		countries: nameCountries(codes, actor.language),
		claimants: claimants.map(({ id, nameAr, nameEn }) => ({
			id,
			name: preferText({ ar: nameAr, en: nameEn }, actor.language)?.text ?? '',
		})),
	})
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) =>
	deskMeta(page, ({ search: words }) => (data?.fields.q ? `${data.fields.q} · ${words.title}` : words.title))

export default function DeskSearch() {
	const { fields, problem, asked, narrowed, results, next, later, ...choices } =
		useLoaderData<typeof loader>()
	const { search: words } = useDeskWords().words
	return (
		<div className="search">
			<h1>{words.title}</h1>
			<SearchForm {...{ fields, problem }} {...choices} />
			{asked ? <SearchKinds fields={fields} /> : null}
			{results.length > 0 ? (
				<section aria-label={words.results}>
					<DeskListKeys>
						<SearchResults results={results} {...choices} />
					</DeskListKeys>
				</section>
			) : null}
			{asked && results.length === 0 ? (
				<p className="desk-empty" role="status">
					{narrowed ? words.nothingNarrowed : words.nothing} {words.mend}
				</p>
			) : null}
			{asked && results.length > 0 ? null : <SearchHelp />}
			<DeskPager path="/desk/search" filter={fields} next={next} later={later} />
		</div>
	)
}
