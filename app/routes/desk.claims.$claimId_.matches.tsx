import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { FormRefusal } from '#app/components/form-refusal.tsx'
import { MatchCard } from '#app/components/match-card.tsx'
import { JoinedTo, MatchCards } from '#app/components/match-section.tsx'
import { db } from '#app/db.server.ts'
import { directionOf, preferText } from '#app/domain/language.ts'
import type { RefusalCode } from '#app/errors.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { matchSchema } from '#app/forms/matches.ts'
import { attempt, orNotFound, refuse } from '#app/http.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { findClaimsToMatch, findPair, listDeskMatches } from '#app/services/desk-matches.server.ts'
import { confirmAndJoin, decideMatch } from '#app/services/matching.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import matchStyles from '#app/styles/matches.css?url'
import workbenchStyles from '#app/styles/workbench.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[workbenchStyles, matchStyles].map((href) => ({ rel: 'stylesheet', href }))

export async function loader({ request, context, params: { claimId = '' } }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.claims.$claimId_.matches', 'read')
	const search = new URL(request.url).searchParams
	const words = (search.get('q') ?? '').trim().slice(0, 500)
	const otherId = search.get('other')
	const [workbench, { matches, joinedTo }, found, pair, ratings] = await Promise.all([
		findWorkbench(db, actor, claimId),
		listDeskMatches(db, actor, claimId),
		words ? findClaimsToMatch(db, words.normalize('NFC'), claimId) : null,
		otherId ? findPair(db, actor, claimId, otherId) : null,
		listRatings(db),
	])
	const { claim } = orNotFound(workbench)
	return json({ claim, matches, joinedTo, words, found, pair, ratings })
}

const intents = ['confirm', 'reject', 'join'] as const
type Answer = { refusal: RefusalCode; otherId: string }

export async function action({ request, context, params: { claimId = '' } }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = intents.find((known) => known === form?.get('intent'))
	if (!form || !intent) throw refuse(400, 'invalid')
	const actor = await admit({ request, context }, 'desk.claims.$claimId_.matches', intent)
	const submission = parseForm(form, matchSchema)
	if (!submission || submission.status !== 'success') throw refuse(422, 'invalid')
	const { keptId, kind, ...decision } = { claimId, ...submission.value }
	const attempted = await attempt(decide())
	if (attempted.refused) {
		const answer = { refusal: attempted.refused.code, otherId: decision.otherId }
		return json<Answer>(answer, { status: attempted.status })
	}
	const { shownOn, done } = attempted.done
	return redirect(`/desk/claims/${shownOn}?matched=${done}#matches`, 303)

	async function decide(): Promise<{ shownOn: string; done: string }> {
		if (intent === 'join') {
			const { given } = await confirmAndJoin(db, actor, { ...decision, keptId: keptId ?? '' })
			return { shownOn: keptId ?? claimId, done: `joined-${given}` }
		}
		const state = intent === 'confirm' ? 'confirmed' : 'rejected'
		await decideMatch(db, actor, { ...decision, kind, state })
		return { shownOn: claimId, done: state }
	}
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ matches }) => matches.byHand.heading)

export default function ClaimMatches() {
	const { claim, matches, joinedTo, words: typed, found, pair, ratings } = useLoaderData<typeof loader>()
	const answer = useActionData<Answer>()
	const { language, words } = useDeskWords()
	const own = words.matches
	const statement = preferText(claim.statement, language)
	const path = `/desk/claims/${claim.id}/matches`
	// What was decided on comes first, as it is now.
	const asked = answer ? matches.find(({ other }) => other.id === answer.otherId) : undefined
	const others = matches.filter((match) => match !== asked && match.other.id !== pair?.other.id)
	return (
		<div className="workbench matches-page">
			<p className="label-soft">
				<Link to={`/desk/claims/${claim.id}`}>{own.byHand.back}</Link>
			</p>
			<h1>{own.byHand.heading}</h1>
			<p className="matches-of" lang={statement?.language} dir={directionOf(statement?.language ?? null)}>
				{statement?.text}
			</p>
			<JoinedTo claim={joinedTo} />
			{answer ? (
				<FormRefusal cause={answer}>
					<p>{answer.refusal === 'stale' ? own.stale : words.refusals[answer.refusal]}</p>
				</FormRefusal>
			) : null}
			{asked ? <MatchCard claimId={claim.id} match={asked} ratings={ratings} /> : null}
			{pair ? <MatchCard claimId={claim.id} match={pair} ratings={ratings} /> : null}
			<Form method="get" action={path} className="match-search" role="search" aria-label={own.byHand.search}>
				<label htmlFor="match-words">{own.byHand.search}</label>
				<p className="hint" id="match-words-hint">
					{own.byHand.lead}
				</p>
				<input
					key={typed}
					id="match-words"
					name="q"
					type="search"
					defaultValue={typed}
					dir="auto"
					maxLength={500}
					aria-describedby="match-words-hint"
				/>
				<button type="submit">{own.byHand.find}</button>
			</Form>
			{found && found.length === 0 ? <p className="desk-empty">{own.byHand.nothing}</p> : null}
			{found && found.length > 0 ? (
				<ul className="match-found">
					{found.map((other) => {
						const text = preferText(other.statement, language)
						return (
							<li key={other.id}>
								<span className="status" data-status={other.status}>
									{words.statuses[other.status]}
								</span>{' '}
								<Link
									to={`${path}?${new URLSearchParams({ q: typed, other: other.id }).toString()}`}
									lang={text?.language}
									dir={directionOf(text?.language ?? null)}
								>
									{text?.text}
								</Link>
							</li>
						)
					})}
				</ul>
			) : null}
			{others.length > 0 ? (
				<section aria-labelledby="matches-heading">
					<h2 id="matches-heading">{own.heading}</h2>
					<MatchCards claimId={claim.id} matches={others} ratings={ratings} />
				</section>
			) : null}
		</div>
	)
}
