import { Link } from '@remix-run/react'
import { neutraliseBidi } from '#app/domain/bidi.ts'
import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Status } from '#app/domain/workflow.ts'
import { useDeskWords } from './desk-words.ts'
import { RatingMark } from './rating-mark.tsx'
import { EditedMark } from './version-notice.tsx'

/** A claim taken from the article, with the first of its places in it. */
export type TakenClaim = {
	id: string
	/** Of the quotation. */
	placeId: string
	exact: string
	statementAr: string | null
	statementEn: string | null
	status: Status
	rating: string | null
	/** The sentence round the quotation was edited after it was quoted. */
	sentenceChanged: boolean
}

type Props = {
	claims: TakenClaim[]
	ratings: Rating[]
	current: readonly string[]
	/** The language of the quotations. */
	language: Language | null
	/** Begin to move the borders of a quotation. */
	onMove: (placeId: string) => void
}

/** The claims of an article in the order of their places, each with the way to its words and to its workbench. */
export function ReaderClaims({ claims, ratings, current, language: quoted, onMove }: Props) {
	const { language, words } = useDeskWords()
	const labels = words.desk.reader.claims
	if (claims.length === 0) return <p className="desk-empty">{labels.none}</p>
	return (
		<ol className="reader-claims">
			{claims.map((claim) => {
				const statement = preferText({ ar: claim.statementAr, en: claim.statementEn }, language)
				const rating = ratings.find(({ key }) => key === claim.rating)
				return (
					<li
						key={claim.id}
						id={`c-${claim.id}`}
						aria-current={current.includes(claim.id) ? true : undefined}
					>
						<p className="reader-claim-statement">
							<Link
								to={`/desk/claims/${claim.id}`}
								lang={statement?.language}
								dir={directionOf(statement?.language ?? null)}
							>
								{statement?.text}
							</Link>
						</p>
						<p className="reader-claim-quotation" lang={quoted ?? undefined} dir={directionOf(quoted)}>
							{neutraliseBidi(claim.exact)}
						</p>
						<p className="reader-claim-facts">
							<span className="status" data-status={claim.status}>
								{words.statuses[claim.status]}
							</span>
							{rating ? <RatingMark rating={rating} language={language} /> : null}
							{claim.sentenceChanged ? <EditedMark kind="changed" /> : null}
							<a href={`#q-${claim.placeId}`}>{labels.toText}</a>
							<button type="button" className="plain needs-script" onClick={() => onMove(claim.placeId)}>
								{words.suggestions.borders.adjust}
							</button>
						</p>
					</li>
				)
			})}
		</ol>
	)
}
