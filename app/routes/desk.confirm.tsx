import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { admit } from '#app/auth/actor.server.ts'
import { readSecret, writeSecret } from '#app/auth/cookie.server.ts'
import { networkOf } from '#app/auth/network.ts'
import { findMethods } from '#app/auth/second-factor.server.ts'
import { confirmSession } from '#app/auth/sessions.server.ts'
import { AccountConfirm } from '#app/components/account-confirm.tsx'
import { deskMeta } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import {
	type AccountAnswer,
	answerAccount,
	parseProofIntent,
	passkeyProofSchema,
	type ProofIntent,
	proofSchema,
} from '#app/forms/account.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { readNextPage } from '#app/forms/next-page.ts'
import { codeSchema, readShownPasskey } from '#app/forms/second-factor.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { proveByCode, proveByPasskey, proveByPassword } from '#app/services/own-account.server.ts'
import accountStyles from '#app/styles/account.css?url'
import secondFactorStyles from '#app/styles/second-factor.css?url'

const route = 'desk.confirm'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[accountStyles, secondFactorStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, route, 'read')
	const { code, passkey } = await findMethods(db, actor.id)
	return json({ email: actor.email, methods: { code, passkey } })
}

type Asked = { actor: Actor; request: Request; network: string }
type Step = (asked: Asked, form: FormData) => Promise<Response>

/** What each form of the page does: take one kind of proof. */
const steps: Record<ProofIntent, Step> = {
	password: step('password', proofSchema, ({ actor, network }, { password }) =>
		proveByPassword(db, actor, { password, field: 'password', network }),
	),
	code: step('code', codeSchema, ({ actor, network }, { code }) =>
		proveByCode(db, actor, { code, field: 'code', network }),
	),
	passkey: step('passkey', passkeyProofSchema, ({ actor, request }, { credential }) =>
		proveByPasskey(db, actor, {
			response: readShownPasskey(credential),
			field: 'credential',
			secret: readSecret(request, 'passkey'),
		}),
	),
}

function step<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
	intent: ProofIntent,
	schema: Schema,
	prove: (asked: Asked, typed: z.output<Schema>) => Promise<unknown>,
): Step {
	return async (asked, form) => {
		const submission = parseForm(form, schema)
		if (!submission) throw refuse(400, 'invalid')
		if (submission.status !== 'success') return json(answerAccount(intent, submission), { status: 422 })
		const { refused, status } = { status: 200, ...(await attempt(prove(asked, submission.value))) }
		if (refused) return json(answerAccount(intent, submission, refused), { status })
		const headers = new Headers({
			'Set-Cookie': await confirmSession(
				db,
				asked.request,
				intent === 'password' ? {} : { secondFactor: true },
			),
		})
		if (intent === 'passkey') headers.append('Set-Cookie', writeSecret('passkey', null))
		return redirect(readNextPage(new URL(asked.request.url).searchParams.get('next')), {
			status: 303,
			headers,
		})
	}
}

export async function action({ request, context }: ActionFunctionArgs) {
	await admit({ request, context }, route, 'read')
	const form = await readForm(request)
	const intent = parseProofIntent(form?.get('intent'))
	if (!form || !intent) throw refuse(400, 'invalid')
	const actor = await admit({ request, context }, route, intent)
	return steps[intent]({ actor, request, network: networkOf(context.address) }, form)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ account }) => account.confirm.title)

export default function DeskConfirm() {
	const { email, methods } = useLoaderData<typeof loader>()
	const answer = useActionData<AccountAnswer<ProofIntent>>() ?? null
	return <AccountConfirm email={email} methods={methods} answer={answer} />
}
