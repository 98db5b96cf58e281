import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import {
	Link,
	type ShouldRevalidateFunctionArgs,
	useActionData,
	useLoaderData,
	useLocation,
} from '@remix-run/react'
import type { z } from 'zod'
import { admitConfirmed } from '#app/auth/actor.server.ts'
import { admitForm } from '#app/auth/late-form.server.ts'
import { networkOf } from '#app/auth/network.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { canBeHelped, PeopleAccess, PeopleState } from '#app/components/people-access.tsx'
import { PeopleFacts } from '#app/components/people-facts.tsx'
import { PersonAnswerProvider, PersonForm } from '#app/components/people-form.tsx'
import { RoleChoice } from '#app/components/people-role-choice.tsx'
import { PeopleWork } from '#app/components/people-work.tsx'
import { db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { bareSchema } from '#app/forms/account.ts'
import { firstFaults } from '#app/forms/faults.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { parsePersonIntent, type PersonIntent, reassignSchema, roleSchema } from '#app/forms/people.ts'
import { type PersonAnswer, teamRefusal } from '#app/forms/people-answer.ts'
import { attempt, orNotFound, refuse } from '#app/http.server.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { listOpenWork, reassignWork } from '#app/services/open-work.server.ts'
import { sendReset } from '#app/services/password-reset.server.ts'
import { findPerson, listColleagues } from '#app/services/people.server.ts'
import {
	changeRole,
	disablePerson,
	enablePerson,
	endSessions,
	removeSecondFactor,
} from '#app/services/team.server.ts'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: peopleStyles }]

export async function loader({ request, context, params: { personId = '' } }: LoaderFunctionArgs) {
	const actor = await admitConfirmed({ request, context }, 'desk.people.$personId', 'read')
	const [person, work, colleagues] = await Promise.all([
		findPerson(db, personId),
		listOpenWork(db, personId),
		listColleagues(db),
	])
	const { compare } = new Intl.Collator(actor.language)
	return json({
		person: orNotFound(person),
		work,
		colleagues: colleagues
			.filter(({ id }) => id !== personId)
			.map(({ id, name }) => ({ id, name }))
			.toSorted((one, other) => compare(one.name, other.name)),
		self: personId === actor.id,
		now: new Date(),
	})
}

/** Whoever came too late keeps the page with what they typed. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
	return actionStatus === 401 || actionStatus === 403 ? false : defaultShouldRevalidate
}

type Work = { actor: Actor; personId: string; network: string }
type Outcome = Pick<PersonAnswer, 'refusal' | 'errors'> & { status: number }

/** Reads a form by its schema and does what it asks: gives why it was refused, or what the work gave. */
function verb<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
	schema: Schema,
	act: (work: Work, asked: z.output<Schema>) => Promise<number | void>,
): (work: Work, form: FormData) => Promise<Outcome | { done: number | void }> {
	return async (work, form) => {
		const read = parseForm(form, schema)
		if (!read) throw refuse(400, 'invalid')
		if (read.status !== 'success') {
			return { refusal: { code: 'invalid' }, errors: firstFaults(read.error), status: 422 }
		}
		const outcome = await attempt(act(work, read.value))
		if (!outcome.refused) return { done: outcome.done }
		const { refused, status } = outcome
		const errors: PersonAnswer['errors'] = refused.detail['field'] === 'to' ? { to: 'bad-choice' } : {}
		return { refusal: teamRefusal(refused), errors, status }
	}
}

const verbs: Record<PersonIntent, ReturnType<typeof verb>> = {
	role: verb(roleSchema, ({ actor, personId }, asked) => changeRole(db, actor, { personId, ...asked })),
	disable: verb(bareSchema, ({ actor, personId }) => disablePerson(db, actor, personId)),
	enable: verb(bareSchema, ({ actor, personId }) => enablePerson(db, actor, personId)),
	reassign: verb(reassignSchema, ({ actor, personId }, asked) =>
		reassignWork(db, actor, { personId, ...asked }),
	),
	'end-sessions': verb(bareSchema, async ({ actor, personId }) => {
		await endSessions(db, actor, personId)
	}),
	'send-reset': verb(bareSchema, ({ actor, personId, network }) =>
		sendReset(db, actor, { personId, network }),
	),
	'remove-second-factor': verb(bareSchema, ({ actor, personId }) => removeSecondFactor(db, actor, personId)),
}

export async function action({ request, context, params: { personId = '' } }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = parsePersonIntent(form?.get('intent'))
	if (!form || !intent) throw refuse(form ? 422 : 400, 'invalid')
	const say = ({ status, ...outcome }: Outcome) =>
		json<PersonAnswer>({ intent, ...outcome, typed: typedLists(form) }, { status })

	const admitted = await admitForm({ request, context }, 'desk.people.$personId', intent)
	if (admitted.late) return say({ refusal: { code: admitted.late }, errors: {}, status: admitted.status })
	const { actor } = admitted
	const outcome = await verbs[intent]({ actor, personId, network: networkOf(context.address) }, form)
	if ('refusal' in outcome) return say(outcome)
	const moved = typeof outcome.done === 'number' ? `&moved=${outcome.done}` : ''
	return redirect(`/desk/people/${personId}?done=${intent}${moved}`, 303)
}

function typedLists(form: FormData): Record<string, string[]> {
	const names = [...new Set(form.keys())]
	return Object.fromEntries(
		names.map((name) => [name, form.getAll(name).filter((value) => typeof value === 'string')]),
	)
}

export const meta: MetaFunction<typeof loader> = (page) =>
	deskMeta(page, ({ people }) => page.data?.person.name ?? people.title)

export default function Person() {
	const { person, work, colleagues, self, now } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	const { language, words } = useDeskWords()
	const own = words.people.person
	const disabled = person.disabledAt !== null
	return (
		<PersonAnswerProvider value={answer}>
			<p className="people-back">
				<Link to="/desk/people">{own.back}</Link>
			</p>
			<h1>
				<bdi>{person.name}</bdi>
				{self ? <span className="soft people-self"> ({words.people.you})</span> : null}
			</h1>
			{answer ? null : <Done />}
			{person.disabledAt ? (
				<p className="soft people-lead">
					{own.disabledNote(formatDay(person.disabledAt.slice(0, 10), language))}
				</p>
			) : null}
			<PeopleFacts person={person} now={now} />
			<PeopleWork {...work} colleagues={colleagues} disabled={disabled} now={now} />
			<section aria-labelledby="role">
				<h2 id="role">{own.roleTitle}</h2>
				<PersonForm intent="role">
					<input type="hidden" name="from" value={person.role} />
					<RoleChoice
						key={person.role}
						id="role"
						name="to"
						label={own.roleTitle}
						chosen={person.role}
						describedBy="role-note"
						headed
					/>
					<p className="hint people-lead" id="role-note">
						{self ? own.ownRoleNote : own.roleNote}
					</p>
					<button type="submit" className="quiet">
						{own.roleSubmit}
					</button>
				</PersonForm>
			</section>
			{self || canBeHelped(person) ? <PeopleAccess person={person} self={self} /> : null}
			{self ? null : (
				<PeopleState disabled={disabled} invitations={person.invitations} work={work.research.length > 0} />
			)}
		</PersonAnswerProvider>
	)
}

/** What the page confirms after a form was done. */
function Done() {
	const { done: words } = useDeskWords().words.people
	const search = new URLSearchParams(useLocation().search)
	const done = parsePersonIntent(search.get('done'))
	if (!done) return null
	const moved = search.get('moved') ?? ''
	return (
		<p className="notice" role="status">
			{done === 'reassign' ? words.reassign(/^\d{1,3}$/.test(moved) ? Number(moved) : 0) : words[done]}
		</p>
	)
}
