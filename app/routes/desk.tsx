import { json, type LinksFunction, type LoaderFunctionArgs } from '@remix-run/node'
import {
	isRouteErrorResponse,
	Outlet,
	type ShouldRevalidateFunctionArgs,
	useLoaderData,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { DeskFrame } from '#app/components/desk-frame.tsx'
import { useDeskWords } from '#app/components/desk-words.ts'
import { explain, ProblemPage } from '#app/components/problem-page.tsx'
import { db } from '#app/db.server.ts'
import { hasRole } from '#app/domain/people.ts'
import { env } from '#app/env.server.ts'
import { countUnread } from '#app/services/notifications.server.ts'
import deskStyles from '#app/styles/desk.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const { id, name, role } = await admit({ request, context }, 'desk', 'read')
	const mailToFiles = hasRole(role, 'admin') && !env().SMTP_URL
	return json({ actor: { name, role }, mailToFiles, unread: await countUnread(db, id) })
}

/** Somebody whose session has ended keeps the page with what they typed, and signs in beside it. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
	return actionStatus === 401 ? false : defaultShouldRevalidate
}

export default function Desk() {
	const { actor, mailToFiles, unread } = useLoaderData<typeof loader>()
	return (
		<DeskFrame actor={actor} mailToFiles={mailToFiles} unread={unread}>
			<Outlet />
		</DeskFrame>
	)
}

/** What went wrong, inside the frame where it is known who is asking. */
export function ErrorBoundary() {
	const { language, words } = useDeskWords()
	const thrown = useRouteError()
	const error = isRouteErrorResponse(thrown) ? thrown : null
	const known = useRouteLoaderData<typeof loader>('routes/desk')
	if (!known) return <ProblemPage error={error} language={language} />

	const { title, sentence } = explain(error, words)
	return (
		<DeskFrame {...known}>
			<p className="label-soft">{words.reading.problems.eyebrow(error?.status ?? 500)}</p>
			<h1>{words.reading.problems.titles[title]}</h1>
			<p>{sentence}</p>
		</DeskFrame>
	)
}
