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
import { AddressField, LanguageField, NameField, PasswordField } from '#app/components/join-fields.tsx'
import { JoinDeadEnd, JoinFrame } from '#app/components/join-frame.tsx'
import { JoinRefusal } from '#app/components/join-refusal.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { answerAccount } from '#app/forms/account.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { setUpSchema } from '#app/forms/people.ts'
import { readSecretParameter, secretPageHeaders } from '#app/forms/secret-link.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { findSetUp, makeFirstAdmin } from '#app/services/first-admin.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[deskStyles, peopleStyles].map((href) => ({ rel: 'stylesheet', href }))

export const headers: HeadersFunction = secretPageHeaders

export async function loader({ request }: LoaderFunctionArgs) {
	return json({ setUp: await findSetUp(db, readSecretParameter(request)) })
}

export async function action({ request }: ActionFunctionArgs) {
	const form = await readForm(request)
	const submission = form && parseForm(form, setUpSchema)
	if (!submission) throw refuse(400, 'invalid')
	if (submission.status !== 'success') return json(answerAccount('send', submission), { status: 422 })
	const { value } = submission
	const outcome = await attempt(makeFirstAdmin(db, { secret: readSecretParameter(request), ...value }))
	if (outcome.refused) {
		return json(answerAccount('send', submission, outcome.refused), { status: outcome.status })
	}
	return redirect(`/sign-in${query({ arrived: 'set-up', email: value.email, lang: value.language })}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ people }) => people.join.setUp.title)

export default function SetUp() {
	const { setUp } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	const { language, words } = useDeskWords()
	const { join } = words.people
	const [form, fields] = useForm<z.input<typeof setUpSchema>>({
		id: 'set-up',
		lastResult: answer?.result,
		defaultValue: { language },
	})
	const signIn = <a href={`/sign-in${query({ lang: language })}`}>{join.toSignIn}</a>
	if (setUp === 'done')
		return <JoinDeadEnd title={join.setUp.doneTitle} text={join.setUp.done} way={signIn} />
	if (setUp === 'closed') return <JoinDeadEnd title={join.setUp.closedTitle} text={join.setUp.closed} />
	return (
		<JoinFrame title={join.setUp.title}>
			<p>{join.setUp.lead}</p>
			<JoinRefusal answer={answer} />
			<Form method="post" className="sign-in-form" {...getFormProps(form)}>
				<NameField field={fields.name} />
				<AddressField field={fields.email} label={join.email} />
				<PasswordField field={fields.password} label={join.password} />
				<LanguageField field={fields.language} label={join.language} />
				<button type="submit">{join.setUp.submit}</button>
			</Form>
		</JoinFrame>
	)
}
