import { json, type LinksFunction, type LoaderFunctionArgs, type MetaFunction } from '@remix-run/node'
import { useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { AgreementPage } from '#app/components/agreement-page.tsx'
import { deskMeta } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { measureBlindRounds } from '#app/services/blind-rounds.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import verdictStyles from '#app/styles/verdicts.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: verdictStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.agreement', 'read')
	const [measured, ratings] = await Promise.all([measureBlindRounds(db), listRatings(db)])
	return json({ measured, ratings })
}

export const meta: MetaFunction<typeof loader> = (page) =>
	deskMeta(page, ({ verdicts }) => verdicts.agreement.title)

/** How far people agree who rated the same claims without seeing each other. */
export default function AgreementOfRaters() {
	return <AgreementPage {...useLoaderData<typeof loader>()} />
}
