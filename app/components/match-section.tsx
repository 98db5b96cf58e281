import { Link, useLocation } from '@remix-run/react'
import { directionOf, preferText } from '#app/domain/language.ts'
import type { DeskMatch, OtherClaim } from '#app/domain/match-view.ts'
import type { Rating } from '#app/domain/rating.ts'
import { useDeskWords } from './desk-words.ts'
import { MatchCard } from './match-card.tsx'

type Props = {
	claimId: string
	matches: DeskMatch[]
	ratings: Rating[]
}

/** What a claim repeats, narrows or contradicts: first what waits for a decision, then what was decided, folded. */
export function MatchSection({ claimId, matches, ratings }: Props) {
	const own = useDeskWords().words.matches
	const suggested = matches.filter(({ state }) => state === 'suggested')
	const decided = matches.filter(({ state }) => state !== 'suggested')
	return (
		<section id="matches" className="matches" aria-labelledby="matches-heading">
			<h2 id="matches-heading">
				{own.heading}{' '}
				{suggested.length > 0 ? <span className="count">{own.suggested(suggested.length)}</span> : null}
			</h2>
			<MatchDone />
			{matches.length === 0 ? <p className="soft">{own.none}</p> : null}
			{suggested.length > 0 ? <p className="hint">{own.lead}</p> : null}
			<MatchCards {...{ claimId, ratings }} matches={suggested} />
			{decided.length > 0 ? (
				<details className="matches-decided">
					<summary>{own.decided(decided.length)}</summary>
					<MatchCards {...{ claimId, ratings }} matches={decided} />
				</details>
			) : null}
			<p className="small">
				<Link to={`/desk/claims/${claimId}/matches`}>{own.byHand.link}</Link>
			</p>
		</section>
	)
}

export function MatchCards({ claimId, matches, ratings }: Props) {
	return matches.map((match) => (
		// A match that was decided, or came to say something else, is another card.
		<MatchCard key={`${match.other.id} ${match.revision}`} {...{ claimId, match, ratings }} />
	))
}

/** What was just decided, announced. */
function MatchDone() {
	const own = useDeskWords().words.matches.done
	const done = new URLSearchParams(useLocation().search).get('matched') ?? ''
	const [, joined] = /^joined-(\d{1,6})$/.exec(done) ?? []
	const sentence =
		joined !== undefined
			? own.joined(Number(joined))
			: done === 'confirmed' || done === 'rejected'
				? own[done]
				: null
	return <div role="status">{sentence ? <p className="notice">{sentence}</p> : null}</div>
}

/** Where a claim went that was joined to another. */
export function JoinedTo({ claim }: { claim: OtherClaim | null }) {
	const { language, words } = useDeskWords()
	if (!claim) return null
	const statement = preferText(claim.statement, language)
	return (
		<p className="notice joined-to">
			{words.matches.joinedTo}{' '}
			<Link
				to={`/desk/claims/${claim.id}`}
				lang={statement?.language}
				dir={directionOf(statement?.language ?? null)}
			>
				{statement?.text}
			</Link>
		</p>
	)
}
