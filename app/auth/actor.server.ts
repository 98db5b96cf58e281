import { redirect } from '@remix-run/node'
import type { AppLoadContext } from '@remix-run/node'
import { db } from '#app/db.server.ts'
import { type Actor, hasRole, type Role } from '#app/domain/people.ts'
import { refuse } from '#app/http.server.ts'
import { readToken, writeToken } from './cookie.server.ts'
import { createLucia } from './lucia.server.ts'

/** One look-up a request, however many loaders ask: Remix hands each of them the same context. */
const askedBefore = new WeakMap<AppLoadContext, Promise<Actor | null>>()

/** Who is asking, read afresh from the database at each request; `null` for nobody signed in. */
export function findActor(request: Request, context: AppLoadContext): Promise<Actor | null> {
	const known = askedBefore.get(context)
	if (known) return known
	const asked = readActor(request)
	askedBefore.set(context, asked)
	return asked
}

async function readActor(request: Request): Promise<Actor | null> {
	const token = readToken(request)
	if (!token) return null
	const { user } = await createLucia(db).validateSession(token)
	return user
}

/**
 * Who is asking, with at least this role. Every loader and action of the desk calls it itself: Remix runs a child's
 * loader even when its parent's has refused.
 * @throws Response to the sign-in page (401 for a form, which would lose what was typed), 403 for too little a role
 */
export async function requireActor(
	request: Request,
	context: AppLoadContext,
	least: Role = 'reviewer',
): Promise<Actor> {
	const actor = await findActor(request, context)
	if (!actor) {
		if (request.method !== 'GET' && request.method !== 'HEAD') throw refuse(401, 'signed-out')
		const { pathname, search } = new URL(request.url)
		throw redirect(`/sign-in?next=${encodeURIComponent(pathname + search)}`)
	}
	if (!hasRole(actor.role, least)) throw refuse(403, 'forbidden')
	return actor
}

/** End the session the request carries. @returns the `Set-Cookie` header that takes the token back */
export async function signOut(request: Request): Promise<string> {
	const token = readToken(request)
	if (token) await createLucia(db).invalidateSession(token)
	return writeToken(null)
}
