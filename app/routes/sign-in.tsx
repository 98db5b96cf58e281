import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { findActor } from '#app/auth/actor.server.ts'
import { networkOf } from '#app/auth/network.ts'
import { signIn } from '#app/auth/sign-in.server.ts'
import { SignInForm, type SignInProps } from '#app/components/desk-sign-in.tsx'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { query } from '#app/components/pager.tsx'
import { db } from '#app/db.server.ts'
import { directionOf, otherLanguage, parseLanguage } from '#app/domain/language.ts'
import { env } from '#app/env.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { readNextPage } from '#app/forms/next-page.ts'
import { signInForm } from '#app/forms/sign-in.ts'
import { listPeople } from '#app/services/people.server.ts'
import deskStyles from '#app/styles/desk.css?url'

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: deskStyles }]

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

type Refused = Pick<SignInProps, 'email' | 'errors' | 'wrong'>

export async function action({ request, context }: ActionFunctionArgs) {
	const typed = Object.fromEntries((await readForm(request)) ?? [])
	const email = typeof typed['email'] === 'string' ? typed['email'].slice(0, 254) : ''
	const read = signInForm.safeParse(typed)
	if (!read.success) {
		const { fieldErrors } = z.flattenError(read.error)
		const errors = { email: fieldErrors.email?.[0], password: fieldErrors.password?.[0] } as Refused['errors']
		return json<Refused>({ email, errors, wrong: false }, { status: 422 })
	}
	const cookie = await signIn(db, {
		...read.data,
		agent: request.headers.get('user-agent'),
		network: networkOf(context.address),
	})
	if (!cookie) return json<Refused>({ email, errors: {}, wrong: true }, { status: 401 })
	const next = readNextPage(new URL(request.url).searchParams.get('next'))
	return redirect(next, { status: 303, headers: { 'Set-Cookie': cookie } })
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.signIn.title)

export default function SignIn() {
	const { email, next, lang, demo } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>()
	const { language, words } = useDeskWords()
	const other = otherLanguage(language)
	const onwards = next === '/desk' ? null : next
	return (
		<div className="sign-in">
			<header className="sign-in-head">
				<a href={`/${language}`}>{words.desk.signIn.toSite}</a>
				<a
					href={`/sign-in${query({ lang: other, next: onwards })}`}
					lang={other}
					dir={directionOf(other)}
					hrefLang={other}
				>
					{words.otherLanguage}
				</a>
			</header>
			<main id="content">
				<p className="sign-in-name">{words.product}</p>
				<h1>{words.desk.signIn.title}</h1>
				<SignInForm
					email={refused?.email ?? email}
					errors={refused?.errors ?? {}}
					wrong={refused?.wrong ?? false}
					demo={demo.map((account) => ({
						...account,
						href: `/sign-in${query({ lang, next: onwards, email: account.email })}`,
					}))}
				/>
			</main>
		</div>
	)
}
