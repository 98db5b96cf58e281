import { Link } from '@remix-run/react'
import { directionOf, preferText } from '#app/domain/language.ts'
import type { DeskMatch } from '#app/domain/match-view.ts'
import type { Rating } from '#app/domain/rating.ts'
import { formatMoment } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { MarkedWording } from './match-marked.tsx'
import { MatchDecision } from './match-decision.tsx'
import { MatchReasons } from './match-reasons.tsx'
import { RatingMark } from './rating-mark.tsx'

type Props = { claimId: string; match: DeskMatch; ratings: Rating[] }

/** Two claims beside each other: how they stand, why, and what a person makes of it. */
export function MatchCard({ claimId, match, ratings }: Props) {
	const { language, words } = useDeskWords()
	const own = words.matches
	const { other, kind, decision, state } = match
	const rating = ratings.find(({ key }) => key === other.rating)
	const statement = preferText(other.statement, language)
	const label = statement?.text ?? other.id
	return (
		<article className="match" data-kind={kind ?? 'similar'} data-state={state} aria-label={label}>
			<p className="match-standing">
				<span className="match-kind" data-kind={kind ?? 'similar'}>
					{own.kinds[kind ?? 'similar']}
				</span>
				{decision ? <span className="match-state">{own.states[state]}</span> : null}
				<span className="status" data-status={other.status}>
					{words.statuses[other.status]}
				</span>
				{rating ? <RatingMark rating={rating} language={language} /> : null}
			</p>
			<h3>
				<Link
					to={`/desk/claims/${other.id}`}
					lang={statement?.language}
					dir={directionOf(statement?.language ?? null)}
				>
					{statement?.text}
				</Link>
			</h3>
			<MatchReasons reasons={match.reasons} />
			{match.wordings.length === 0 ? <p className="soft small">{own.otherLanguages}</p> : null}
			{match.wordings.map((wording) => (
				<div key={wording.language} className="match-wordings">
					<MarkedWording label={own.thisClaim} language={wording.language} parts={wording.this} />
					<MarkedWording label={own.otherClaim} language={wording.language} parts={wording.other} />
				</div>
			))}
			{decision ? (
				<div className="match-decided small">
					<p className="soft">{own.decidedBy(decision.by, formatMoment(decision.at, language))}</p>
					{decision.comment ? <blockquote dir="auto">{decision.comment}</blockquote> : null}
				</div>
			) : null}
			{match.open ? (
				decision ? (
					<details className="match-again">
						<summary>{own.decide.again}</summary>
						<MatchDecision claimId={claimId} match={match} label={label} />
					</details>
				) : (
					<MatchDecision claimId={claimId} match={match} label={label} />
				)
			) : (
				<p className="soft small">{own.decide.editorOnly}</p>
			)}
		</article>
	)
}
