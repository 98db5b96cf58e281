import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { Form, Link, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { NotificationList } from '#app/components/notification-list.tsx'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { refuse } from '#app/http.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'
import { listNotifications, markRead } from '#app/services/notifications.server.ts'
import notificationStyles from '#app/styles/notifications.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: notificationStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.notifications', 'read')
	const cursor = readCursor(new URL(request.url).searchParams.get('after'))
	const page = await listNotifications(db, actor.id, cursor)
	return json({ ...page, later: cursor !== null, now: new Date() })
}

const intents = ['open', 'read_one', 'read_all'] as const

export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = intents.find((known) => known === form?.get('intent'))
	if (!form || !intent) {
		await admit({ request, context }, 'desk.notifications', 'read')
		throw refuse(form ? 422 : 400, 'invalid')
	}
	const actor = await admit({ request, context }, 'desk.notifications', intent)
	if (intent === 'read_all') {
		await markRead(db, actor, null)
		return redirect('/desk/notifications', 303)
	}
	const path = await markRead(db, actor, String(form.get('id')).slice(0, 40))
	if (path === null) throw refuse(404, 'not-found')
	return redirect(intent === 'open' ? path : '/desk/notifications', 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ notifications }) => notifications.title)

export default function Notifications() {
	const { rows, next, later, now } = useLoaderData<typeof loader>()
	const { notifications: own } = useDeskWords().words
	return (
		<>
			<div className="desk-head">
				<h1>{own.title}</h1>
				{rows.some(({ isRead }) => !isRead) ? (
					<Form method="post">
						<button type="submit" className="quiet" name="intent" value="read_all">
							{own.markAll}
						</button>
					</Form>
				) : null}
			</div>
			<p className="hint">
				{own.lead} <Link to="/desk/account#notifications">{own.choose}</Link>
			</p>
			{rows.length > 0 ? (
				<NotificationList {...{ rows, now }} />
			) : (
				<p className="desk-empty">{own.nothing}</p>
			)}
			<DeskPager path="/desk/notifications" next={next} later={later} />
		</>
	)
}
