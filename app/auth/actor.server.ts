import type { AppLoadContext } from '@remix-run/node'
import { redirect } from '@remix-run/node'
import { db } from '#app/db.server.ts'
import { accessTo, type ActionName, mayEnter, type RouteName } from '#app/domain/access.ts'
import { confirmedMinutes } from '#app/domain/account.ts'
import type { Actor } from '#app/domain/people.ts'
import { refuse } from '#app/http.server.ts'
import { recordAccountEvent } from '#app/services/account-events.server.ts'
import { readToken, writeToken } from './cookie.server.ts'
import { createLucia } from './lucia.server.ts'
import { askSecondStep } from './sign-in.server.ts'

type Asking = { request: Request; context: AppLoadContext }

/** Somebody signed in, and the session by which we know. */
export type SignedIn = {
	actor: Actor
	/** Whether the person has set up a second factor, used here or not. */
	hasSecondFactor: boolean
	/** Whether the person's role takes a second factor and this session has not shown one: then little is open. */
	lacksSecondFactor: boolean
	session: {
		publicId: string
		/** Whether a second factor was shown in this session. */
		secondFactor: boolean
		/** When the person last proved who they are. */
		confirmedAt: Date
	}
}

/** One look-up a request, however many loaders ask: Remix hands each of them the same context. */
const askedBefore = new WeakMap<AppLoadContext, Promise<SignedIn | null>>()

/** Who is asking and by which session, read afresh from the database at each request; `null` for nobody signed in. */
export function findSignedIn(request: Request, context: AppLoadContext): Promise<SignedIn | null> {
	const known = askedBefore.get(context)
	if (known) return known
	const asked = readSession(request)
	askedBefore.set(context, asked)
	return asked
}

async function readSession(request: Request): Promise<SignedIn | null> {
	const token = readToken(request)
	if (!token) return null
	const { user, session } = await createLucia(db).validateSession(token)
	if (!user) return null
	const { hasSecondFactor, needsSecondFactor, ...actor } = user
	const { publicId, secondFactor, confirmedAt } = session
	return {
		actor,
		hasSecondFactor,
		lacksSecondFactor: needsSecondFactor && !secondFactor,
		session: { publicId, secondFactor, confirmedAt },
	}
}

/** Who is asking; `null` for nobody signed in. */
export async function findActor(request: Request, context: AppLoadContext): Promise<Actor | null> {
	return (await findSignedIn(request, context))?.actor ?? null
}

/**
 * Who is asking, if the table of access lets them do this here. Every loader and action of the desk calls it
 * itself: Remix runs a child's loader even when its parent's has refused.
 * @throws Response to the sign-in page (401 for a form, which would lose what was typed), 403 for too little a role;
 *   to the second factor that the role takes and the session lacks (403 `second-factor-first` for what is no page)
 */
export async function admit<Route extends RouteName>(
	{ request, context }: Asking,
	route: Route,
	action: ActionName<Route>,
): Promise<Actor> {
	const signedIn = await findSignedIn(request, context)
	if (!signedIn) {
		if (request.method !== 'GET' && request.method !== 'HEAD') throw refuse(401, 'signed-out')
		const { pathname, search } = new URL(request.url)
		throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
	}
	if (lacksProof(signedIn, route, request)) {
		throw await askForSecondFactor({ request, context }, signedIn)
	}
	if (!mayEnter(signedIn.actor.role, accessTo(route, action))) throw refuse(403, 'forbidden')
	return signedIn.actor
}

/**
 * Whether this takes a second factor that the session has not shown. Before they have shown the one that their role
 * takes, a person reaches their account, where it is set up, and the frame round it; and nobody changes a second factor
 * they have without having shown it.
 */
function lacksProof(
	{ lacksSecondFactor, hasSecondFactor, session }: SignedIn,
	route: RouteName,
	request: Request,
): boolean {
	if (route === 'desk.account.second-factor') return hasSecondFactor && !session.secondFactor
	if (!lacksSecondFactor || route === 'language') return false
	if (route !== 'desk') return !/^desk\.(?:account(?:\.|$)|confirm$)/.test(route)
	return !/^\/desk\/(?:account|confirm)(?:\/|$)/.test(new URL(request.url).pathname)
}

/** Where a page leads instead: to where a second factor is set up, or shown by whoever has one. */
async function askForSecondFactor(
	{ request, context }: Asking,
	{ actor, hasSecondFactor }: SignedIn,
): Promise<Response> {
	const isPage = (request.method === 'GET' || request.method === 'HEAD') && !context.isData
	if (!isPage) return refuse(403, 'second-factor-first')
	const { pathname, search } = new URL(request.url)
	if (!hasSecondFactor) return redirect('/desk/account/second-factor')
	return redirect(`/sign-in/second-step?next=${encodeURIComponent(pathname + search)}`, {
		headers: { 'Set-Cookie': await askSecondStep(db, actor.id) },
	})
}

/**
 * The same, for steps that can do harm: the person must have proved who they are in the last minutes. A page with
 * such forms asks for it when it is opened, so that nothing typed is lost.
 * @throws Response to the page that asks for it, and for a form that came too late 403 `confirm-first`
 */
export async function admitConfirmed<Route extends RouteName>(
	asking: Asking,
	route: Route,
	action: ActionName<Route>,
	now = new Date(),
): Promise<Actor> {
	const actor = await admit(asking, route, action)
	const { request, context } = asking
	const signedIn = await findSignedIn(request, context)
	const age = now.getTime() - (signedIn?.session.confirmedAt.getTime() ?? 0)
	if (age <= confirmedMinutes * 60_000) return actor
	if (request.method !== 'GET' && request.method !== 'HEAD') throw refuse(403, 'confirm-first')
	const { pathname, search } = new URL(request.url)
	throw redirect(`/desk/confirm?next=${encodeURIComponent(pathname + search)}`)
}

/** End the session the request carries. @returns the `Set-Cookie` header that takes the token back */
export async function signOut(request: Request, context: AppLoadContext): Promise<string> {
	const token = readToken(request)
	const actor = await findActor(request, context)
	if (token && actor) {
		await createLucia(db).invalidateSession(token)
		await recordAccountEvent(db, { actorId: actor.id, subjectId: actor.id, kind: 'signed-out' })
	}
	return writeToken(null)
}
