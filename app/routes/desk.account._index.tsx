import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import type { z } from 'zod'
import { admit, findSignedIn, type SignedIn } from '#app/auth/actor.server.ts'
import { networkOf } from '#app/auth/network.ts'
import { listSessions, renewSession } from '#app/auth/sessions.server.ts'
import { AccountPage } from '#app/components/account-page.tsx'
import { deskMeta } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { confirmedMinutes } from '#app/domain/account.ts'
import {
	type AccountAnswer,
	type AccountIntent,
	answerAccount,
	bareSchema,
	emailSchema,
	notificationsSchema,
	parseAccountIntent,
	passwordSchema,
	profileSchema,
	sessionSchema,
} from '#app/forms/account.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { askEmailChange, cancelEmailChange, findPendingChange } from '#app/services/email-changes.server.ts'
import { readWays, saveWays } from '#app/services/notifications.server.ts'
import {
	changePassword,
	endOwnOtherSessions,
	endOwnSession,
	saveProfile,
} from '#app/services/own-account.server.ts'

const route = 'desk.account._index'

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, route, 'read')
	const now = new Date()
	const [signedIn, open, pending, ways] = await Promise.all([
		findSignedIn(request, context),
		listSessions(db, actor.id, now),
		findPendingChange(db, actor, now),
		readWays(db, actor.id),
	])
	const search = new URL(request.url).searchParams
	return json({
		profile: { name: actor.name, language: actor.language },
		email: actor.email,
		typedEmail: (search.get('email') ?? '').slice(0, 254),
		pending,
		ways,
		sessions: open.map((session) => ({
			...session,
			isThis: session.publicId === signedIn?.session.publicId,
		})),
		confirmed: signedIn !== null && isConfirmed(signedIn.session, now),
		done: parseAccountIntent(search.get('done')),
		now,
	})
}

type Asked = SignedIn & { request: Request; network: string }
/** What came of a step: done, done with a new token in a cookie, or a session that had ended before. */
type Outcome = { cookie?: string; gone?: boolean } | undefined
type Step = (asked: Asked, form: FormData) => Promise<Response>

/** What each form of the page does. */
const steps: Record<AccountIntent, Step> = {
	profile: step('profile', profileSchema, async ({ actor }, profile) => {
		await saveProfile(db, actor, profile)
	}),
	notifications: step('notifications', notificationsSchema, async ({ actor }, ways) => {
		await saveWays(db, actor, ways)
	}),
	password: step('password', passwordSchema, async ({ actor, network, request }, typed) => ({
		cookie: await changePassword(db, actor, { ...typed, network }, (tx) => renewSession(tx, request)),
	})),
	email: step('email', emailSchema, async ({ actor, network }, { email }) => {
		await askEmailChange(db, actor, { email, network })
	}),
	'cancel-email': step('cancel-email', bareSchema, async ({ actor }) => {
		await cancelEmailChange(db, actor)
	}),
	'end-session': step('end-session', sessionSchema, async ({ actor }, { session }) => ({
		gone: !(await endOwnSession(db, actor, session)),
	})),
	'end-sessions': step('end-sessions', bareSchema, async ({ actor, session }) => {
		await endOwnOtherSessions(db, actor, session)
	}),
}

/** Steps that ask for a proof that is not older than some minutes (ASVS 5.0, 7.5.1 and 7.5.2). */
const sensitive: readonly AccountIntent[] = ['email', 'end-session', 'end-sessions']

function step<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
	intent: AccountIntent,
	schema: Schema,
	work: (asked: Asked, typed: z.output<Schema>) => Promise<Outcome | void>,
): Step {
	return async (asked, form) => {
		const submission = parseForm(form, schema)
		if (!submission) throw refuse(400, 'invalid')
		const reply = (status: number, refused?: Parameters<typeof answerAccount>[2]) =>
			json(answerAccount(intent, submission, refused), { status })
		if (submission.status !== 'success') return reply(422)
		if (sensitive.includes(intent) && !isConfirmed(asked.session))
			return reply(403, { code: 'confirm-first' })
		const outcome = await attempt(work(asked, submission.value))
		if (outcome.refused) return reply(outcome.status, outcome.refused)
		const { cookie, gone } = outcome.done ?? {}
		if (gone) return reply(404, { code: 'gone' })
		// The form's own fragment would outlive the redirect and lead past what is said at the top.
		return redirect(`/desk/account?done=${intent}#content`, {
			status: 303,
			...(cookie && { headers: { 'Set-Cookie': cookie } }),
		})
	}
}

function isConfirmed({ confirmedAt }: SignedIn['session'], now = new Date()): boolean {
	return now.getTime() - confirmedAt.getTime() <= confirmedMinutes * 60_000
}

export async function action({ request, context }: ActionFunctionArgs) {
	await admit({ request, context }, route, 'read')
	const form = await readForm(request)
	const intent = parseAccountIntent(form?.get('intent'))
	if (!form || !intent) throw refuse(400, 'invalid')
	await admit({ request, context }, route, intent)
	const signedIn = await findSignedIn(request, context)
	if (!signedIn) throw refuse(401, 'signed-out')
	return steps[intent]({ ...signedIn, request, network: networkOf(context.address) }, form)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ account }) => account.title)

export default function DeskAccountIndex() {
	const data = useLoaderData<typeof loader>()
	const answer = useActionData<AccountAnswer>() ?? null
	return <AccountPage {...data} answer={answer} />
}
