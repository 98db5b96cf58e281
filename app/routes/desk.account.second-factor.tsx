import {
	type ActionFunctionArgs,
	type HeadersFunction,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { renderSVG } from 'uqr'
import { admitConfirmed, findSignedIn } from '#app/auth/actor.server.ts'
import { readSecret } from '#app/auth/cookie.server.ts'
import { networkOf } from '#app/auth/network.ts'
import { addPasskey, listPasskeys, removePasskey } from '#app/auth/passkeys.server.ts'
import { countRecoveryCodes, remakeRecoveryCodes } from '#app/auth/recovery-codes.server.ts'
import {
	abandonSecondFactor,
	beginSecondFactor,
	confirmSecondFactor,
	type FactorChange,
	readSecondFactor,
	removeSecondFactor,
	secretAddress,
} from '#app/auth/second-factor.server.ts'
import { deskMeta } from '#app/components/desk-words.ts'
import { type Done, dones, type FactorAnswer, SecondFactorPage } from '#app/components/second-factor-page.tsx'
import type { PendingSecret } from '#app/components/second-factor-setup.tsx'
import { db } from '#app/db.server.ts'
import type { ActionName } from '#app/domain/access.ts'
import type { Actor } from '#app/domain/people.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { codeSchema, passkeyNameSchema, readNewPasskey } from '#app/forms/second-factor.ts'
import { answer, attempt, refuse, waitHeaders } from '#app/http.server.ts'
import secondFactorStyles from '#app/styles/second-factor.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: secondFactorStyles }]

const route = 'desk.account.second-factor'

export async function loader({ request, context }: LoaderFunctionArgs) {
	const actor = await admitConfirmed({ request, context }, route, 'read')
	const [signedIn, { secret, since }, passkeys, codesLeft] = await Promise.all([
		findSignedIn(request, context),
		readSecondFactor(db, actor.id),
		listPasskeys(db, actor.id),
		countRecoveryCodes(db, actor.id),
	])
	return json({
		email: actor.email,
		needed: Boolean(signedIn?.lacksSecondFactor) && !since && passkeys.length === 0,
		since,
		pending: secret && !since ? showSecret(secret, actor) : null,
		passkeys,
		codesLeft,
		now: new Date(),
	})
}

function showSecret(secret: string, { email }: Actor): PendingSecret {
	const address = secretAddress(secret, email)
	return {
		secret: secret.replace(/.{4}(?=.)/g, '$& '),
		address,
		picture: `data:image/svg+xml;base64,${Buffer.from(renderSVG(address, { border: 2 })).toString('base64')}`,
	}
}

type Intent = Exclude<ActionName<typeof route>, 'read'>
type Step = (actor: Actor, form: FormData, asked: ActionFunctionArgs) => Promise<Response>

/** What each form of the page does. */
const steps: Record<Intent, Step> = {
	begin: async (actor) => {
		await answer(beginSecondFactor(db, actor))
		return back(null)
	},
	abandon: async (actor) => {
		await abandonSecondFactor(db, actor)
		return back(null)
	},
	add: async (actor, form, { request }) => {
		const read = readCode(form)
		if (typeof read !== 'object') return say(422, { refused: { form: 'add', why: read } })
		const change = await confirmSecondFactor(db, actor, { ...read, request })
		return change ? changed(change, 'added') : say(422, { refused: { form: 'add', why: 'wrong-code' } })
	},
	remove: async (actor, form, { request, context }) => {
		const read = readCode(form)
		if (typeof read !== 'object') return say(422, { refused: { form: 'remove', why: read } })
		const network = networkOf(context.address)
		const removal = await answer(removeSecondFactor(db, actor, { ...read, network, request }))
		switch (removal.outcome) {
			case 'removed':
				return back('removed', removal.cookie)
			case 'wrong':
				return say(422, { refused: { form: 'remove', why: 'wrong-code' } })
			case 'wait': {
				const { seconds } = removal
				const refused = { form: 'remove', why: 'wait', seconds } as const
				return say(429, { refused }, { 'Retry-After': String(seconds) })
			}
		}
	},
	codes: async (actor) => {
		const codes = await answer(remakeRecoveryCodes(db, actor))
		return say(200, { done: 'remade', codes })
	},
	'add-passkey': async (actor, form, { request }) => {
		const named = passkeyNameSchema.safeParse({ name: form.get('name') ?? undefined })
		if (!named.success) {
			const why = named.error.issues[0]?.message === 'too-long' ? 'too-long' : 'bad-text'
			return say(422, { refused: { form: 'name', why: form.get('name') ? why : 'required' } })
		}
		const response = readNewPasskey(form.get('credential'))
		const secret = readSecret(request, 'passkey')
		if (!response || !secret) return say(422, { refused: { form: 'passkey', why: 'refused' } })
		const added = await attempt(addPasskey(db, actor, { secret, response, ...named.data, request }))
		if (added.refused) {
			const why = added.refused.code === 'taken' ? 'known' : 'too-many-keys'
			return say(added.status, { refused: { form: 'passkey', why } })
		}
		if (!added.done) return say(422, { refused: { form: 'passkey', why: 'refused' } })
		return changed(added.done, 'passkey-added')
	},
	'remove-passkey': async (actor, form, { request }) => {
		const id = String(form.get('id') ?? '')
		return back('passkey-removed', await answer(removePasskey(db, actor, { id, request })))
	},
}

export async function action(asked: ActionFunctionArgs) {
	const form = (await readForm(asked.request)) ?? new FormData()
	const intent = String(form.get('intent'))
	if (!Object.hasOwn(steps, intent)) {
		await admitConfirmed(asked, route, 'add')
		throw refuse(400, 'invalid')
	}
	const actor = await admitConfirmed(asked, route, intent as Intent)
	return steps[intent as Intent](actor, form, asked)
}

function readCode(form: FormData): { code: string } | 'required' | 'too-long' {
	const read = codeSchema.safeParse({ code: form.get('code') })
	if (read.success) return read.data
	return read.error.issues[0]?.message === 'too-long' ? 'too-long' : 'required'
}

/** Codes that were just made are in the answer itself, which is kept nowhere; without any there is nothing to show. */
function changed({ cookie, codes }: FactorChange, done: Done): Response {
	return codes ? say(200, { done, codes }, { 'Set-Cookie': cookie }) : back(done, cookie)
}

function say(status: number, said: Partial<FactorAnswer>, headers: HeadersInit = {}): Response {
	return json<FactorAnswer>({ done: null, codes: null, refused: null, ...said }, { status, headers })
}

function back(done: Done | null, cookie?: string): Response {
	return redirect(`/desk/account/second-factor${done ? `?done=${done}` : ''}`, {
		status: 303,
		headers: cookie ? { 'Set-Cookie': cookie } : {},
	})
}

export const headers: HeadersFunction = (page) => waitHeaders(page)

export const meta: MetaFunction = (page) => deskMeta(page, ({ secondFactor }) => secondFactor.title)

export default function SecondFactor() {
	const factors = useLoaderData<typeof loader>()
	const answered = useActionData<FactorAnswer>()
	const [search] = useSearchParams()
	const done = dones.find((name) => name === search.get('done')) ?? null
	return <SecondFactorPage factors={factors} answer={answered ?? null} done={done} />
}
