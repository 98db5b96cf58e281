import { type ActionFunctionArgs, json, type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import type { AppearanceAnswer, SimilarAnswer } from '#app/components/similar-claims.tsx'
import { db } from '#app/db.server.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { appearanceSchema } from '#app/forms/matches.ts'
import { choosePlace, findPlaces } from '#app/forms/quoted-words.ts'
import { attempt, orNotFound, refuse } from '#app/http.server.ts'
import { addAppearance } from '#app/services/appearances.server.ts'
import { findArticle } from '#app/services/articles.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { findSimilarClaims } from '#app/services/desk-matches.server.ts'

/** Longer wordings are no claims. */
const longestStatement = 2000

/** Claims that are like the one being worded, as JSON. The edge bounds how often it is asked. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.matches', 'read')
	const search = new URL(request.url).searchParams
	const statement = (search.get('statement') ?? '').slice(0, longestStatement)
	const except = search.get('except')?.slice(0, 40)
	const [claims, ratings] = await Promise.all([
		findSimilarClaims(db, statement.normalize('NFC'), { except }),
		listRatings(db),
	])
	return json<SimilarAnswer>({ statement, claims, ratings }, { headers: { 'Cache-Control': 'no-store' } })
}

/** The quotation of a claim form, added to a claim that is there already. */
export async function action({ request, context }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.matches', 'appearance')
	const form = await readForm(request)
	const submission = form && parseForm(form, appearanceSchema)
	if (!submission || submission.status !== 'success') throw refuse(400, 'invalid')
	const { articleId, claimId, versionId, exact, start, submission: key } = submission.value
	const { version } = orNotFound(await findArticle(db, articleId))
	if (version.id !== versionId) throw refuse(404, 'not-found')
	// What a browser shows of a text's line ends is not what stands there.
	const place = choosePlace(findPlaces(version.text, exact), start)
	const attempted = await attempt(
		addAppearance(db, actor, {
			claimId,
			submission: key,
			quotation: { versionId, exact: place?.exact ?? exact, start: place?.start ?? null },
		}),
	)
	if (attempted.refused)
		return json<AppearanceAnswer>({ refusal: attempted.refused.code }, { status: attempted.status })
	return redirect(`/desk/articles/${articleId}?claim=${claimId}`, 303)
}
