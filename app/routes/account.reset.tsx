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
import { PasswordField } from '#app/components/join-fields.tsx'
import { JoinDeadEnd, JoinFrame } from '#app/components/join-frame.tsx'
import { JoinRefusal } from '#app/components/join-refusal.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { answerAccount } from '#app/forms/account.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { resetSchema } from '#app/forms/people.ts'
import { readSecretParameter, secretPageHeaders } from '#app/forms/secret-link.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { findReset, resetPassword } from '#app/services/password-reset.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[deskStyles, peopleStyles].map((href) => ({ rel: 'stylesheet', href }))

export const headers: HeadersFunction = secretPageHeaders

/** Shows whose password it is, and spends nothing: mail scanners open links. */
export async function loader({ request }: LoaderFunctionArgs) {
	const found = await findReset(db, readSecretParameter(request))
	return json({ email: found?.email ?? null }, { status: found ? 200 : 410 })
}

export async function action({ request }: ActionFunctionArgs) {
	const form = await readForm(request)
	const submission = form && parseForm(form, resetSchema)
	if (!submission) throw refuse(400, 'invalid')
	if (submission.status !== 'success') return json(answerAccount('send', submission), { status: 422 })
	const { password } = submission.value
	const outcome = await attempt(resetPassword(db, { secret: readSecretParameter(request), password }))
	if (outcome.refused) {
		return json(answerAccount('send', submission, outcome.refused), { status: outcome.status })
	}
	const lang = parseLanguage(new URL(request.url).searchParams.get('lang'))
	return redirect(`/sign-in${query({ arrived: 'reset', email: outcome.done.email, lang })}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ people }) => people.join.reset.title)

export default function Reset() {
	const { email } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	const { language, words } = useDeskWords()
	const { join } = words.people
	const [form, fields] = useForm<z.input<typeof resetSchema>>({ id: 'reset', lastResult: answer?.result })
	if (email === null) {
		const { spentTitle, spent, again } = join.reset
		return (
			<JoinDeadEnd
				title={spentTitle}
				text={spent}
				way={<a href={`/account/forgot${query({ lang: language })}`}>{again}</a>}
			/>
		)
	}
	return (
		<JoinFrame title={join.reset.title}>
			<p>{join.reset.lead(email)}</p>
			<p className="hint">{join.reset.note}</p>
			<JoinRefusal answer={answer} />
			<Form method="post" className="sign-in-form" {...getFormProps(form)}>
				<input type="hidden" autoComplete="username" value={email} readOnly />
				<PasswordField field={fields.password} label={join.newPassword} />
				<button type="submit">{join.reset.submit}</button>
			</Form>
		</JoinFrame>
	)
}
