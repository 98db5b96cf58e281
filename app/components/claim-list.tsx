import { Link } from '@remix-run/react'
import { dueOf } from '#app/domain/due.ts'
import { directionOf, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { type Listed, turnOf } from '#app/domain/turn.ts'
import type { CountryNames } from '#app/i18n/country-names.ts'
import type { Words } from '#app/i18n/words.ts'
import { DeskAge } from './desk-age.tsx'
import { useDeskWords } from './desk-words.ts'
import { DueMark } from './due-mark.tsx'
import { RatingMark } from './rating-mark.tsx'

/** A claim as lists of the desk show it; times as ISO 8601. */
export type ListedClaim = Listed & {
	id: string
	statementAr: string | null
	statementEn: string | null
	rating: string | null
	statusSince: string
	/** `YYYY-MM-DD`. */
	dueOn?: string | null
	/** When the proposal that waits was made. */
	proposedAt?: string | null
	claimantAr: string | null
	claimantEn: string | null
	countries: string[]
}

type Props = {
	claims: ListedClaim[]
	ratings: Rating[]
	countries: CountryNames
	actorId: string
	now: string
	/** Within how many days a proposal is to be decided on; nothing is said of due dates without it. */
	reviewDays?: number
	/** Alone on its page, a row spreads over the whole width. */
	wide?: boolean
}

/** Claims, each with who says it, where it stands since when, and whose turn it is. */
export function ClaimList({ claims, ratings, countries, actorId, now, reviewDays, wide = false }: Props) {
	return (
		<ul className="claim-list" data-wide={wide || undefined}>
			{claims.map((claim) => (
				<ClaimRow key={claim.id} {...{ claim, ratings, countries, actorId, now, reviewDays }} />
			))}
		</ul>
	)
}

function ClaimRow({
	claim,
	ratings,
	countries,
	actorId,
	now,
	reviewDays,
}: Omit<Props, 'claims' | 'wide'> & { claim: ListedClaim }) {
	const { language, words } = useDeskWords()
	const statement = preferText({ ar: claim.statementAr, en: claim.statementEn }, language)
	const claimant = preferText({ ar: claim.claimantAr, en: claim.claimantEn }, language)
	const rating = ratings.find(({ key }) => key === claim.rating)
	const turn = turnOf(claim, actorId)
	const timed = { status: claim.status, dueOn: claim.dueOn ?? null, proposedAt: claim.proposedAt ?? null }
	const due = reviewDays === undefined ? null : dueOf(timed, reviewDays, now.slice(0, 10))
	return (
		<li className="claim-row">
			<p className="claim-row-statement">
				<Link
					to={`/desk/claims/${claim.id}`}
					data-row
					lang={statement?.language}
					dir={directionOf(statement?.language ?? null)}
				>
					{statement?.text}
				</Link>
			</p>
			<p className="claim-row-facts">
				<bdi>{claimant?.text ?? words.unknownClaimant}</bdi>
				<span>{claim.countries.map((code) => countries[code] ?? code).join(words.desk.comma)}</span>
			</p>
			<p className="claim-row-standing">
				<span className="status" data-status={claim.status}>
					{words.statuses[claim.status]}
				</span>
				{rating ? <RatingMark rating={rating} language={language} /> : null}
				<DeskAge at={claim.statusSince} now={now} language={language} />
				{due ? <DueMark due={due} /> : null}
			</p>
			{turn ? (
				<p className="claim-row-turn" data-turn={turn.turn}>
					{sayTurn(turn, words)}
				</p>
			) : null}
		</li>
	)
}

function sayTurn(turn: NonNullable<ReturnType<typeof turnOf>>, words: Words): string {
	const { turns } = words.desk
	return 'name' in turn ? turns[turn.turn](turn.name) : turns[turn.turn]
}
