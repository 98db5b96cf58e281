import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { LedgerEntry } from '#app/components/figure-ledger.tsx'
import { db } from '#app/db.server.ts'
import { orNotFound } from '#app/http.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { findQuantity } from '#app/services/figure-ledger.server.ts'
import ledgerStyles from '#app/styles/ledger.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: ledgerStyles }]

export async function loader({ request, context, params: { key = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.figures.$key', 'read')
	const [quantity, ratings] = await Promise.all([findQuantity(db, key), listRatings(db)])
	return json({ quantity: orNotFound(quantity), ratings })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ matches }) => matches.ledger.title)

export default function OneQuantity() {
	const { quantity, ratings } = useLoaderData<typeof loader>()
	const own = useDeskWords().words.matches.ledger
	return (
		<div className="ledger">
			<p className="label-soft">
				<Link to="/desk/figures">{own.back}</Link>
			</p>
			<LedgerEntry quantity={quantity} ratings={ratings} level="h1" />
		</div>
	)
}
