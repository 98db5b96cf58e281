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
import { networkOf } from '#app/auth/network.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { AddressField } from '#app/components/join-fields.tsx'
import { JoinFrame } from '#app/components/join-frame.tsx'
import { JoinRefusal } from '#app/components/join-refusal.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { answerAccount } from '#app/forms/account.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { forgotSchema } from '#app/forms/people.ts'
import { attempt, refuse, waitHeaders } from '#app/http.server.ts'
import { askForReset } from '#app/services/password-reset.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import peopleStyles from '#app/styles/people.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[deskStyles, peopleStyles].map((href) => ({ rel: 'stylesheet', href }))

export const headers: HeadersFunction = (page) => waitHeaders(page)

export function loader({ request }: LoaderFunctionArgs) {
	return json({ sent: new URL(request.url).searchParams.has('sent') })
}

/** The answer is the same whether the address is anybody's or not. */
export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request)
	const submission = form && parseForm(form, forgotSchema)
	if (!submission) throw refuse(400, 'invalid')
	if (submission.status !== 'success') return json(answerAccount('send', submission), { status: 422 })
	const { email } = submission.value
	const outcome = await attempt(askForReset(db, { email, network: networkOf(context.address) }))
	if (outcome.refused) {
		const seconds = outcome.refused.detail['seconds']
		const headers = typeof seconds === 'number' ? { 'Retry-After': String(seconds) } : undefined
		return json(answerAccount('send', submission, outcome.refused), { status: outcome.status, headers })
	}
	const lang = parseLanguage(new URL(request.url).searchParams.get('lang'))
	return redirect(`/account/forgot${query({ sent: '1', lang })}`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ people }) => people.join.forgot.title)

export default function Forgot() {
	const { sent } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	const { language, words } = useDeskWords()
	const { join } = words.people
	const [form, fields] = useForm<z.input<typeof forgotSchema>>({ id: 'forgot', lastResult: answer?.result })
	const signIn = <a href={`/sign-in${query({ lang: language })}`}>{join.toSignIn}</a>
	if (sent) {
		return (
			<JoinFrame title={join.forgot.sentTitle}>
				<p role="status">{join.forgot.sent}</p>
				<p className="soft">{join.forgot.notArrived}</p>
				<ul className="join-ways">
					<li>{signIn}</li>
					<li>
						<a href={`/account/forgot${query({ lang: language })}`}>{join.forgot.again}</a>
					</li>
				</ul>
			</JoinFrame>
		)
	}
	return (
		<JoinFrame title={join.forgot.title}>
			<p>{join.forgot.lead}</p>
			<JoinRefusal answer={answer} />
			<Form method="post" className="sign-in-form" {...getFormProps(form)}>
				<AddressField field={fields.email} label={join.email} />
				<button type="submit">{join.forgot.submit}</button>
			</Form>
			<p className="join-ways">{signIn}</p>
		</JoinFrame>
	)
}
