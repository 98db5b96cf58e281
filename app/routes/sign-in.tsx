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
import { z } from 'zod'
import { findActor } from '#app/auth/actor.server.ts'
import { cookieHeaders, readSecret } from '#app/auth/cookie.server.ts'
import { readVisitor, signIn, type SignInAnswer, signInByPasskey } from '#app/auth/sign-in.server.ts'
import { SignInForm, SignInFrame, type SignInProps } from '#app/components/desk-sign-in.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { JoinArrival } from '#app/components/join-arrival.tsx'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { otherLanguage, parseLanguage } from '#app/domain/language.ts'
import { env } from '#app/env.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { readNextPage } from '#app/forms/next-page.ts'
import { readShownPasskey } from '#app/forms/second-factor.ts'
import { signInForm } from '#app/forms/sign-in.ts'
import { answer, waitHeaders } from '#app/http.server.ts'
import { listPeople } from '#app/services/people.server.ts'
import deskStyles from '#app/styles/desk.css?url'
import secondFactorStyles from '#app/styles/second-factor.css?url'

/** For the button of passkeys alone: the form itself needs no script. */
export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[deskStyles, secondFactorStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request, context }: LoaderFunctionArgs) {
	const search = new URL(request.url).searchParams
	const next = readNextPage(search.get('next'))
	if (await findActor(request, context)) throw redirect(next)
	return json({
		email: (search.get('email') ?? '').slice(0, 254),
		next,
		lang: parseLanguage(search.get('lang')),
		demo: env().DEMO ? await listDemoAccounts() : [],
	})
}

async function listDemoAccounts() {
	const people = await listPeople(db)
	return people
		.filter(({ email, disabledAt }) => email.endsWith('@demo.example') && !disabledAt)
		.map(({ email, name, role }) => ({ email, name, role }))
}

type Refused = Pick<SignInProps, 'email' | 'errors' | 'wrong' | 'wait'>
/** The form held nothing that could be tried. */
type Unread = { outcome: 'unread'; why: Partial<Refused> }

export async function action({ request, context }: ActionFunctionArgs) {
	const typed = Object.fromEntries((await readForm(request)) ?? [])
	const byPasskey = typed['intent'] === 'passkey'
	const email = typeof typed['email'] === 'string' ? typed['email'].slice(0, 254) : ''
	const refuse = (status: number, why: Partial<Refused>, headers: HeadersInit = {}) =>
		json<Refused>({ email, errors: {}, wrong: null, wait: null, ...why }, { status, headers })

	const visitor = readVisitor({ request, context })
	const said = await (byPasskey ? tryPasskey() : tryPassword())
	switch (said.outcome) {
		case 'unread':
			return refuse(422, said.why)
		case 'wait':
			return refuse(429, { wait: said.seconds }, { 'Retry-After': String(said.seconds) })
		case 'wrong':
		case 'spent':
			return refuse(401, { wrong: byPasskey ? 'passkey' : 'pair' })
		case 'in':
		case 'second-step':
			return redirect(onwards(said.outcome), { status: 303, headers: cookieHeaders(said.cookies) })
	}

	async function tryPassword(): Promise<SignInAnswer | Unread> {
		const read = signInForm.safeParse(typed)
		if (read.success) return answer(signIn(db, { ...read.data, ...visitor }))
		const { fieldErrors } = z.flattenError(read.error)
		const errors = { email: fieldErrors.email?.[0], password: fieldErrors.password?.[0] } as Refused['errors']
		return { outcome: 'unread', why: { errors } }
	}

	async function tryPasskey(): Promise<SignInAnswer | Unread> {
		const response = readShownPasskey(typed['credential'])
		if (!response) return { outcome: 'unread', why: { wrong: 'passkey' } }
		const secret = readSecret(request, 'passkey')
		return answer(signInByPasskey(db, { secret, response, ...visitor }))
	}

	/** The page that was asked for, or the second step on the way to it, in the language of this page. */
	function onwards(outcome: 'in' | 'second-step'): string {
		const search = new URL(request.url).searchParams
		const next = readNextPage(search.get('next'))
		if (outcome === 'in') return next
		const lang = parseLanguage(search.get('lang'))
		return `/sign-in/second-step${query({ lang, next: next === '/desk' ? null : next })}`
	}
}

export const headers: HeadersFunction = (page) => waitHeaders(page)

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.signIn.title)

export default function SignIn() {
	const { email, next, lang, demo } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()
	const { language, words } = useDeskWords()
	const onwards = next === '/desk' ? null : next
	return (
		<SignInFrame
			title={words.desk.signIn.title}
			hrefOther={`/sign-in${query({ lang: otherLanguage(language), next: onwards })}`}
		>
			{refused ? null : <JoinArrival />}
			<SignInForm
				email={refused?.email || email}
				errors={refused?.errors ?? {}}
				wrong={refused?.wrong ?? null}
				wait={refused?.wait ?? null}
				demo={demo.map((account) => ({
					...account,
					href: `/sign-in${query({ lang, next: onwards, email: account.email })}`,
				}))}
			/>
		</SignInFrame>
	)
}
