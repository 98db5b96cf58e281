import { getFormProps, useForm } from '@conform-to/react'
import {
	type ActionFunctionArgs,
	type HeadersFunction,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { LanguageField, NameField, PasswordField } from '#app/components/join-fields.tsx'
import { JoinDeadEnd, JoinFrame } from '#app/components/join-frame.tsx'
import { JoinRefusal } from '#app/components/join-refusal.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { answerAccount } from '#app/forms/account.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { joinSchema } from '#app/forms/people.ts'
import { readSecretParameter, secretPageHeaders } from '#app/forms/secret-link.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { acceptInvitation, findInvitation } from '#app/services/invitations.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[deskStyles, peopleStyles].map((href) => ({ rel: 'stylesheet', href }))

export const headers: HeadersFunction = secretPageHeaders

/** Shows what the link invites to, and spends nothing. */
export async function loader({ request }: LoaderFunctionArgs) {
	const invitation = await findInvitation(db, readSecretParameter(request))
	return json({ invitation }, { status: invitation ? 200 : 410 })
}

export async function action({ request }: ActionFunctionArgs) {
	const form = await readForm(request)
	const submission = form && parseForm(form, joinSchema)
	if (!submission) throw refuse(400, 'invalid')
	if (submission.status !== 'success') return json(answerAccount('send', submission), { status: 422 })
	const secret = readSecretParameter(request)
	const outcome = await attempt(acceptInvitation(db, { secret, ...submission.value }))
	if (outcome.refused) {
		return json(answerAccount('send', submission, outcome.refused), { status: outcome.status })
	}
	const { email } = outcome.done
	return redirect(`/sign-in${query({ arrived: 'joined', email, lang: submission.value.language })}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ people }) => people.join.invitation.title)

export default function Invitation() {
	const { invitation } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	const { language, words } = useDeskWords()
	const { join, roleNotes } = words.people
	const [form, fields] = useForm<z.input<typeof joinSchema>>({
		id: 'join',
		lastResult: answer?.result,
		defaultValue: { language },
	})
	if (!invitation) {
		const { spentTitle, spent } = join.invitation
		return (
			<JoinDeadEnd
				title={spentTitle}
				text={spent}
				way={<a href={`/sign-in${query({ lang: language })}`}>{join.toSignIn}</a>}
			/>
		)
	}
	return (
		<JoinFrame title={join.invitation.title}>
			<p>{join.invitation.lead(invitation.inviter, words.desk.roles[invitation.role])}</p>
			<p className="hint">{roleNotes[invitation.role]}</p>
			<p className="join-address">
				{join.invitation.address} <bdi>{invitation.email}</bdi>
			</p>
			<JoinRefusal answer={answer} />
			<Form method="post" className="sign-in-form" {...getFormProps(form)}>
				{/* For password managers: which account the new password belongs to. */}
				<input type="hidden" autoComplete="username" value={invitation.email} readOnly />
				<NameField field={fields.name} />
				<PasswordField field={fields.password} label={join.password} />
				<LanguageField field={fields.language} label={join.language} />
				<button type="submit">{join.invitation.submit}</button>
			</Form>
		</JoinFrame>
	)
}
