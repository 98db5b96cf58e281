import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { NavLink, useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { DeskPager } from '#app/components/desk-pager.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { TaskList } from '#app/components/task-list.tsx'
import { db } from '#app/db.server.ts'
import { hasRole } from '#app/domain/people.ts'
import { closedTaskSchema, takenTaskSchema } from '#app/forms/complaint.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { listDeskTasks, settleTask } from '#app/services/desk-tasks.server.ts'
import { readCursor } from '#app/services/keyset.server.ts'
import { assignTask } from '#app/services/tasks.server.ts'
import notificationStyles from '#app/styles/notifications.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: notificationStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.tasks', 'read')
	const search = new URL(request.url).searchParams
	const cursor = readCursor(search.get('after'))
	const closed = search.get('closed') === '1'
	const page = await listDeskTasks(db, actor, { closed, cursor })
	const isEditor = hasRole(actor.role, 'editor')
	return json({ ...page, closed, later: cursor !== null, actorId: actor.id, isEditor, now: new Date() })
}

/** A task that could not be taken or closed: which, why, and what was typed. */
export type RefusedTask = {
	taskId: string
	code: 'invalid' | 'forbidden' | 'wrong-step'
	/** The field at fault. */
	field: string | null
	typed: { outcome: string; note: string }
}

export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = form?.get('intent')
	if (!form || (intent !== 'take' && intent !== 'close')) {
		await admit({ request, context }, 'desk.tasks', 'read')
		throw refuse(form ? 422 : 400, 'invalid')
	}
	const actor = await admit({ request, context }, 'desk.tasks', intent)
	const text = (name: string) => {
		const value = form.get(name)
		return typeof value === 'string' ? value : ''
	}
	const say = (status: number, code: RefusedTask['code'], field: string | null) => {
		const typed = { outcome: text('outcome'), note: text('note') }
		return json<RefusedTask>({ taskId: text('taskId'), code, field, typed }, { status })
	}
	const read = parseForm<typeof closedTaskSchema | typeof takenTaskSchema>(
		form,
		intent === 'take' ? takenTaskSchema : closedTaskSchema,
	)
	if (!read) throw refuse(400, 'invalid')
	if (read.status !== 'success') return say(422, 'invalid', Object.keys(read.error ?? {})[0] ?? null)
	const asked = read.value
	const work =
		'outcome' in asked
			? settleTask(db, actor, asked)
			: assignTask(db, actor, { taskId: asked.taskId, to: actor.id })
	const done = await attempt(work)
	if (done.refused) {
		const { code, detail } = done.refused
		const known = code === 'forbidden' || code === 'wrong-step' ? code : 'invalid'
		return say(done.status, known, typeof detail['field'] === 'string' ? detail['field'] : null)
	}
	return redirect(`/desk/tasks?done=${intent}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ complaints }) => complaints.tasks.title)

export default function Tasks() {
	const { rows, next, later, closed, ...shared } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>() ?? null
	const [search] = useSearchParams()
	const own = useDeskWords().words.complaints.tasks
	const done = search.get('done')
	return (
		<>
			<h1>{own.title}</h1>
			<p className="hint">{own.lead}</p>
			{!refused && (done === 'take' || done === 'close') ? (
				<p className="notice" role="status">
					{own.done[done]}
				</p>
			) : null}
			<p className="task-head">
				<NavLink to="/desk/tasks" aria-current={closed ? false : 'page'}>
					{own.open}
				</NavLink>
				<NavLink to="/desk/tasks?closed=1" aria-current={closed ? 'page' : false}>
					{own.closed}
				</NavLink>
			</p>
			{rows.length > 0 ? (
				<TaskList rows={rows} refused={refused} {...shared} />
			) : (
				<p className="desk-empty">{closed ? own.nothingClosed : own.nothing}</p>
			)}
			<DeskPager path="/desk/tasks" filter={{ closed: closed ? '1' : null }} next={next} later={later} />
		</>
	)
}
