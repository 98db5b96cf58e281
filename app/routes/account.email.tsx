import {
	type ActionFunctionArgs,
	type HeadersFunction,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
} from '@remix-run/node'
import { Form, useActionData, useLoaderData } from '@remix-run/react'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { JoinDeadEnd, JoinFrame } from '#app/components/join-frame.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { readSecretParameter, secretPageHeaders } from '#app/forms/secret-link.ts'
import { attempt, refuse } from '#app/http.server.ts'
import {
	type Confirmation,
	confirmEmailChange,
	findEmailChange,
	parseChangeEnd,
} from '#app/services/email-changes.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import peopleStyles from '#app/styles/people.css?url'

export const links: LinksFunction = () =>
	[deskStyles, peopleStyles].map((href) => ({ rel: 'stylesheet', href }))

export const headers: HeadersFunction = secretPageHeaders

/** Which mailbox the letter with this link went to, and the secret in it. */
function readLink(request: Request) {
	const end = parseChangeEnd(new URL(request.url).searchParams.get('end'))
	return { end: end ?? 'new', secret: readSecretParameter(request) }
}

/** Shows what would be confirmed, and spends nothing: mail scanners open links. */
export async function loader({ request }: LoaderFunctionArgs) {
	const link = readLink(request)
	const change = await findEmailChange(db, link)
	return json({ end: link.end, change }, { status: change ? 200 : 410 })
}

type Answer = { came: Confirmation | 'spent' }

export async function action({ request }: ActionFunctionArgs) {
	if (!(await readForm(request))) throw refuse(400, 'invalid')
	const { refused, status, done } = {
		status: 200,
		done: 'spent' as const,
		...(await attempt(confirmEmailChange(db, readLink(request)))),
	}
	if (refused) return json<Answer>({ came: 'spent' }, { status })
	return json<Answer>({ came: done }, { status: done === 'taken' ? 409 : 200 })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ account }) => account.emailChange.title)

export default function AccountEmailChange() {
	const { end, change } = useLoaderData<typeof loader>()
	const came = useActionData<typeof action>()?.came
	const { language, words } = useDeskWords()
	const text = words.account.emailChange
	const toAccount = <a href="/desk/account">{text.toAccount}</a>
	if (came === 'spent' || (!came && !change)) {
		return <JoinDeadEnd title={text.spentTitle} text={text.spent} way={toAccount} />
	}
	if (came) {
		const toSignIn = <a href={`/sign-in${query({ lang: language })}`}>{text.toSignIn}</a>
		return (
			<JoinDeadEnd title={text.title} text={text[came]} way={came === 'changed' ? toSignIn : toAccount} />
		)
	}
	if (!change) return null
	return (
		<JoinFrame title={text.title}>
			<p>{text[end](change.name, change.newEmail)}</p>
			<p>{text.after}</p>
			<p className="soft">{end === 'old' ? text.notYou : text.notYours}</p>
			<Form method="post">
				<button type="submit">{text.submit}</button>
			</Form>
		</JoinFrame>
	)
}
