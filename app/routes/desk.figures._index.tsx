import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { LedgerEntry } from '#app/components/figure-ledger.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { isCountry, listCountries } from '#app/domain/countries.ts'
import { figureUnits } from '#app/domain/figure.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { listQuantities, readLedgerCursor } from '#app/services/figure-ledger.server.ts'
import ledgerStyles from '#app/styles/ledger.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ledgerStyles }]

/** What an address narrows the ledger by; a value that is not known narrows nothing. */
function readFilter(search: URLSearchParams) {
	const country = search.get('country')
	const words = (search.get('words') ?? '').trim().slice(0, 200)
	return {
		country: isCountry(country) ? country : null,
		unit: figureUnits.find((unit) => unit === search.get('unit')) ?? null,
		words: words.normalize('NFC') || null,
	}
}

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.figures._index', 'read')
	const search = new URL(request.url).searchParams
	const filter = readFilter(search)
	const cursor = readLedgerCursor(search.get('after'))
	const [page, ratings] = await Promise.all([listQuantities(db, filter, cursor), listRatings(db)])
	return json({
		...page,
		filter,
		later: cursor !== null,
		ratings,
		countries: listCountries(actor.language),
	})
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ matches }) => matches.ledger.title)

export default function FigureLedger() {
	const { quantities, next, later, filter, ratings, countries } = useLoaderData<typeof loader>()
	const { words } = useDeskWords()
	const own = words.matches.ledger
	const narrowed = Object.values(filter).some(Boolean)
	const path = '/desk/figures'
	return (
		<div className="ledger">
			<h1>{own.title}</h1>
			<p className="hint">{own.lead}</p>
			<Form method="get" action={path} className="ledger-filter" aria-label={own.filter}>
				<div className="field">
					<label htmlFor="ledger-words">{own.words}</label>
					<input
						id="ledger-words"
						name="words"
						type="search"
						dir="auto"
						maxLength={200}
						defaultValue={filter.words ?? ''}
					/>
				</div>
				<div className="field">
					<label htmlFor="ledger-country">{own.country}</label>
					<select id="ledger-country" name="country" defaultValue={filter.country ?? ''}>
						<option value="">{own.anyCountry}</option>
						{countries.map(({ code, name }) => (
							<option key={code} value={code}>
								{name}
							</option>
						))}
					</select>
				</div>
				<div className="field">
					<label htmlFor="ledger-unit">{own.unit}</label>
					<select id="ledger-unit" name="unit" defaultValue={filter.unit ?? ''}>
						<option value="">{own.anyUnit}</option>
						{figureUnits.map((unit) => (
							<option key={unit} value={unit}>
								{words.units[unit]}
							</option>
						))}
					</select>
				</div>
				<button type="submit">{own.apply}</button>
				{narrowed ? <Link to={path}>{own.clear}</Link> : null}
			</Form>
			{quantities.length === 0 ? (
				<p className="desk-empty">{narrowed || later ? own.nothing : own.none}</p>
			) : (
				quantities.map((quantity) => (
					<LedgerEntry key={quantity.key} quantity={quantity} ratings={ratings} level="h2" />
				))
			)}
			{next || later ? (
				<nav className="desk-pager" aria-label={words.desk.pages}>
					{later ? <Link to={path + query(filter)}>{own.first}</Link> : null}
					{next ? (
						<Link to={path + query({ ...filter, after: next })} rel="next">
							{own.next}
						</Link>
					) : null}
				</nav>
			) : null}
		</div>
	)
}
