import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import {
	type ShouldRevalidateFunctionArgs,
	useActionData,
	useLoaderData,
	useLocation,
} from '@remix-run/react'
import { admitConfirmed } from '#app/auth/actor.server.ts'
import { admitForm } from '#app/auth/late-form.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { PeopleInvitations } from '#app/components/people-invitations.tsx'
import { InviteForm } from '#app/components/people-invite-form.tsx'
import { PeopleRefusal } from '#app/components/people-refusal.tsx'
import { PeopleTable } from '#app/components/people-table.tsx'
import { db } from '#app/db.server.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { invitationSchema, inviteSchema, parseTeamIntent } from '#app/forms/people.ts'
import { type TeamAnswer, teamRefusal } from '#app/forms/people-answer.ts'
import { attempt, refuse } from '#app/http.server.ts'
import {
	invite,
	listInvitations,
	resendInvitation,
	revokeInvitation,
} from '#app/services/invitations.server.ts'
import { listTeam } from '#app/services/people.server.ts'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: peopleStyles }]

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admitConfirmed({ request, context }, 'desk.people._index', 'read')
	const [people, invitations] = await Promise.all([listTeam(db), listInvitations(db)])
	const { compare } = new Intl.Collator(actor.language)
	return json({
		people: people.toSorted((one, other) => compare(one.name, other.name)),
		invitations,
		actorId: actor.id,
		now: new Date(),
	})
}

/** Whoever came too late keeps the page with what they typed. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
	return actionStatus === 401 || actionStatus === 403 ? false : defaultShouldRevalidate
}

export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = parseTeamIntent(form?.get('intent'))
	if (!form || !intent) throw refuse(form ? 422 : 400, 'invalid')
	const say = (status: number, answer: Omit<TeamAnswer, 'intent'>) =>
		json<TeamAnswer>({ intent, ...answer }, { status })

	const invited = intent === 'invite' ? parseForm(form, inviteSchema) : null
	const chosen = intent === 'invite' ? null : parseForm(form, invitationSchema)
	if (!invited && !chosen) throw refuse(400, 'invalid')
	const admitted = await admitForm({ request, context }, 'desk.people._index', intent)
	if (admitted.late) {
		return say(admitted.status, { result: invited?.reply() ?? null, refusal: { code: admitted.late } })
	}
	const { actor } = admitted
	if (invited && invited.status !== 'success') return say(422, { result: invited.reply(), refusal: null })
	if (chosen && chosen.status !== 'success') throw refuse(422, 'invalid')

	const invitationId = chosen?.value.invitationId ?? ''
	const work: Promise<unknown> = invited
		? invite(db, actor, invited.value)
		: intent === 'resend'
			? resendInvitation(db, actor, invitationId)
			: revokeInvitation(db, actor, invitationId)
	const outcome = await attempt(work)
	if (outcome.refused) {
		const refusal = teamRefusal(outcome.refused)
		return say(outcome.status, { result: invited?.reply({ formErrors: [refusal.code] }) ?? null, refusal })
	}
	return redirect(`/desk/people?done=${intent}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ people }) => people.title)

export default function DeskPeople() {
	const { people, invitations, actorId, now } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	const { search } = useLocation()
	const words = useDeskWords().words.people
	const done = answer ? null : parseTeamIntent(new URLSearchParams(search).get('done'))
	const [active, disabled] = [
		people.filter(({ disabledAt }) => !disabledAt),
		people.filter(({ disabledAt }) => disabledAt),
	]
	return (
		<>
			<div className="desk-head">
				<h1>{words.title}</h1>
				<a className="button" href="#invite">
					{words.invite.title}
				</a>
			</div>
			{done ? (
				<p className="notice" role="status">
					{words.done[done]}
				</p>
			) : null}
			{answer?.refusal && answer.intent !== 'invite' ? (
				<PeopleRefusal cause={answer} intent={answer.intent} refusal={answer.refusal} />
			) : null}
			<p className="soft people-lead">{words.lead}</p>
			<PeopleTable people={active} actorId={actorId} now={now} />
			{invitations.length > 0 ? (
				<section aria-labelledby="invitations">
					<h2 id="invitations">{words.invitations.title}</h2>
					<PeopleInvitations invitations={invitations} now={now} />
				</section>
			) : null}
			<section aria-labelledby="invite">
				<h2 id="invite">{words.invite.title}</h2>
				<p className="hint people-lead">{words.invite.lead}</p>
				<InviteForm key={done ?? ''} answer={answer} />
			</section>
			{disabled.length > 0 ? (
				<section aria-labelledby="disabled">
					<h2 id="disabled">{words.disabledTitle}</h2>
					<PeopleTable people={disabled} actorId={actorId} now={now} disabled />
				</section>
			) : null}
		</>
	)
}
