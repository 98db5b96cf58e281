import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import type { ActionName } from '#app/domain/access.ts'
import type { Actor } from '#app/domain/people.ts'
import type { Span } from '#app/domain/words.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { pieceSchema } from '#app/forms/reading.ts'
import { answer, refuse } from '#app/http.server.ts'
import { decideAboutPiece, dismissSuggestion, restoreSuggestion } from '#app/services/reading.server.ts'

const route = 'desk.articles.$articleId_.pieces'
type Intent = Exclude<ActionName<typeof route>, 'read'>
type Piece = Span & { versionId: string }

/** What can be said of a piece of an article's text: that it is no claim, that it is no part of the article. */
const steps: Record<Intent, (actor: Actor, piece: Piece) => Promise<void>> = {
	dismiss: (actor, piece) => dismissSuggestion(db, actor, piece),
	restore: (actor, piece) => restoreSuggestion(db, actor, piece),
	'set-aside': (actor, piece) => decideAboutPiece(db, actor, { ...piece, setAside: true }),
	'bring-back': (actor, piece) => decideAboutPiece(db, actor, { ...piece, setAside: false }),
}

/** There is nothing to see here: forms and the reader's script send to it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, route, 'read')
	throw refuse(404, 'not-found')
}

/** A script is told so in JSON; a form goes back to the article. */
export async function action({ request, context, params: { articleId = '' } }: ActionFunctionArgs) {
	const form = (await readForm(request)) ?? new FormData()
	const intent = String(form.get('intent'))
	if (!isIntent(intent)) {
		await admit({ request, context }, route, 'read')
		throw refuse(400, 'invalid')
	}
	const actor = await admit({ request, context }, route, intent)
	const piece = pieceSchema.safeParse(Object.fromEntries(form))
	if (!piece.success) throw refuse(422, 'invalid')
	await answer(steps[intent](actor, piece.data))
	const isScript = request.headers.get('Accept')?.includes('application/json')
	return isScript
		? json({ done: true })
		: redirect(`/desk/articles/${encodeURIComponent(articleId)}#text`, 303)
}

function isIntent(intent: string): intent is Intent {
	return Object.hasOwn(steps, intent)
}
