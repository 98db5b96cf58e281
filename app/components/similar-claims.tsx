import { useFetcher } from '@remix-run/react'
import { useEffect, useState } from 'react'
import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { SimilarClaim } from '#app/domain/match-view.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { RefusalCode } from '#app/errors.ts'
import { useDeskWords } from './desk-words.ts'
import { MatchReasons } from './match-reasons.tsx'
import { RatingMark } from './rating-mark.tsx'

/** What `desk.matches` answers to a wording, and to a quotation that is to be added to a claim. */
export type SimilarAnswer = { statement: string; claims: SimilarClaim[]; ratings: Rating[] }
export type AppearanceAnswer = { refusal: RefusalCode }

type Props = {
	/** What is being written, in this language. */
	statement: string
	language: Language
	articleId: string
	versionId: string
	/** A claim that is not to be found: the one being reworded. */
	except?: string
}

/** So long nothing is typed before claims are looked for. */
const pause = 300
/** Shorter wordings are like everything. */
const leastWords = 3

/**
 * Claims that are like the one being worded, under its field. One that says the same can take the quotation of the form
 * round it, instead of a claim being made again: the form's `exact`, `start` and `submission` are sent.
 */
export function SimilarClaims({ statement, language, articleId, versionId, except }: Props) {
	const { words } = useDeskWords()
	const own = words.matches.similar
	const search = useFetcher<SimilarAnswer>()
	const { load } = search
	const text = statement.replace(/\s+/g, ' ').trim()
	const asks = text.split(' ').length >= leastWords
	useEffect(() => {
		if (!asks) return
		const timer = setTimeout(() => {
			const query = new URLSearchParams({ statement: text, ...(except ? { except } : {}) })
			load(`/desk/matches?${query.toString()}`)
		}, pause)
		return () => clearTimeout(timer)
	}, [asks, text, except, load])

	const answer = asks ? search.data : undefined
	const claims = answer?.claims ?? []
	const settled = answer?.statement === text
	return (
		<section className="similar needs-script" aria-label={own.heading} aria-busy={asks && !settled}>
			<p className="similar-count small" role="status">
				{!asks ? null : settled ? (claims.length > 0 ? own.found(claims.length) : own.none) : own.waiting}
			</p>
			{claims.length > 0 ? (
				<ul>
					{claims.map((claim) => (
						<SimilarItem
							key={claim.id}
							{...{ claim, language, articleId, versionId }}
							ratings={answer?.ratings ?? []}
						/>
					))}
				</ul>
			) : null}
		</section>
	)
}

type ItemProps = Omit<Props, 'statement' | 'except'> & { claim: SimilarClaim; ratings: Rating[] }

function SimilarItem({ claim, ratings, articleId, versionId }: ItemProps) {
	const { language, words } = useDeskWords()
	const own = words.matches
	const send = useFetcher<AppearanceAnswer>()
	const [lacksQuotation, setLacksQuotation] = useState(false)
	const wording = claim.statement[claim.language]
	const statement = wording
		? { text: wording, language: claim.language }
		: preferText(claim.statement, language)
	const rating = ratings.find(({ key }) => key === claim.rating)

	/** Reads the quotation from the form that this stands in. */
	function take(form: HTMLFormElement | null) {
		const read = (name: string) => {
			const value = form ? new FormData(form).get(name) : null
			return typeof value === 'string' ? value : ''
		}
		const exact = read('exact')
		setLacksQuotation(exact.trim() === '')
		if (exact.trim() === '') return
		send.submit(
			{
				intent: 'appearance',
				claimId: claim.id,
				articleId,
				versionId,
				exact,
				start: read('start'),
				submission: read('submission'),
			},
			{ method: 'post', action: '/desk/matches' },
		)
	}

	return (
		<li className="similar-claim" data-kind={claim.kind ?? 'similar'}>
			<p className="match-standing">
				<span className="match-kind" data-kind={claim.kind ?? 'similar'}>
					{own.kinds[claim.kind ?? 'similar']}
				</span>
				<span className="status" data-status={claim.status}>
					{words.statuses[claim.status]}
				</span>
				{rating ? <RatingMark rating={rating} language={language} /> : null}
				<span className="soft">{own.similar.places(claim.places)}</span>
			</p>
			<p className="similar-statement">
				<a
					href={`/desk/claims/${claim.id}`}
					target="_blank"
					rel="noopener"
					lang={statement?.language}
					dir={directionOf(statement?.language ?? null)}
				>
					{statement?.text}
					<span className="unseen"> ({own.similar.newTab})</span>
				</a>
			</p>
			{claim.kind === null ? null : <MatchReasons reasons={claim.reasons} />}
			{claim.kind === 'repeats' && claim.status !== 'dropped' ? (
				<>
					<button
						type="button"
						className="quiet"
						disabled={send.state !== 'idle'}
						title={own.similar.takeHint}
						onClick={(event) => take(event.currentTarget.form)}
					>
						{own.similar.take}
					</button>
					<p className="field-error" role="alert">
						{lacksQuotation
							? own.similar.needsQuotation
							: send.data
								? words.refusals[send.data.refusal]
								: null}
					</p>
				</>
			) : null}
		</li>
	)
}
