import {
	type ActionFunctionArgs,
	type HeadersFunction,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { cookieHeaders, readSecret } from '#app/auth/cookie.server.ts'
import { findSecondStep, type Proof, readVisitor, takeSecondStep } from '#app/auth/sign-in.server.ts'
import { SignInFrame } from '#app/components/desk-sign-in.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { query } from '#app/components/pager.tsx'
import { SecondStep, type StepProps } from '#app/components/second-factor-step.tsx'
import { db } from '#app/db.server.ts'
import { otherLanguage, parseLanguage } from '#app/domain/language.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { readNextPage } from '#app/forms/next-page.ts'
import { codeSchema, readShownPasskey } from '#app/forms/second-factor.ts'
import { answer, waitHeaders } from '#app/http.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import secondFactorStyles from '#app/styles/second-factor.css?url'

/** For the button of passkeys alone: the forms themselves need no script. */
export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[deskStyles, secondFactorStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request }: LoaderFunctionArgs) {
	const search = new URL(request.url).searchParams
	const awaited = await findSecondStep(db, readSecret(request, 'second-step'))
	return json(
		{
			methods: awaited?.methods ?? null,
			next: readNextPage(search.get('next')),
			lang: parseLanguage(search.get('lang')),
		},
		{ status: awaited ? 200 : 410 },
	)
}

type Refused = Pick<StepProps, 'wrong' | 'wait'> & { spent: boolean }

export async function action({ request, context }: ActionFunctionArgs) {
	const proof = readProof((await readForm(request)) ?? new FormData(), readSecret(request, 'passkey'))
	const refuse = (status: number, why: Partial<Refused>, headers: HeadersInit = {}) =>
		json<Refused>({ wrong: null, wait: null, spent: false, ...why }, { status, headers })
	if ('wrong' in proof) return refuse(422, proof)

	const secret = readSecret(request, 'second-step')
	const said = await answer(takeSecondStep(db, { secret, proof, ...readVisitor({ request, context }) }))
	switch (said.outcome) {
		case 'wait':
			return refuse(429, { wait: said.seconds }, { 'Retry-After': String(said.seconds) })
		case 'wrong':
			return refuse(401, { wrong: proof.kind })
		case 'spent':
		case 'second-step':
			return refuse(410, { spent: true })
		case 'in': {
			const next = readNextPage(new URL(request.url).searchParams.get('next'))
			return redirect(next, { status: 303, headers: cookieHeaders(said.cookies) })
		}
	}
}

/** What the form shows as proof, or which of its fields holds none. */
function readProof(form: FormData, secret: string | null): Proof | { wrong: Proof['kind'] } {
	const intent = form.get('intent')
	if (intent === 'passkey') {
		const response = readShownPasskey(form.get('credential'))
		return response ? { kind: 'passkey', secret, response } : { wrong: 'passkey' }
	}
	const kind = intent === 'recovery' ? 'recovery' : 'code'
	const read = codeSchema.safeParse({ code: form.get('code') })
	return read.success ? { kind, code: read.data.code } : { wrong: kind }
}

export const headers: HeadersFunction = (page) => waitHeaders(page)

export const meta: MetaFunction = (page) => deskMeta(page, ({ secondFactor }) => secondFactor.step.title)

export default function SecondStepPage() {
	const { methods, next, lang } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()
	const { language, words } = useDeskWords()
	const { step } = words.secondFactor
	const onwards = next === '/desk' ? null : next
	const spent = !methods || refused?.spent
	return (
		<SignInFrame
			title={spent ? step.spentTitle : step.title}
			hrefOther={`/sign-in/second-step${query({ lang: otherLanguage(language), next: onwards })}`}
		>
			{spent ? (
				<>
					<p>{step.spent}</p>
					<p>
						<a href={`/sign-in${query({ lang, next: onwards })}`}>{step.again}</a>
					</p>
				</>
			) : (
				<SecondStep methods={methods} wrong={refused?.wrong ?? null} wait={refused?.wait ?? null} />
			)}
		</SignInFrame>
	)
}
