import type { MatchReason } from '#app/domain/match-kinds.ts'
import { formatNumber } from '#app/i18n/plural.ts'
import { useDeskWords } from './desk-words.ts'
import { agreementSigns, type FigureReason, sayAgreement, sayGap, sayReason } from './match-sentences.ts'

/** Why two claims were brought together: figures side by side with their gap, then the other reasons in words. */
export function MatchReasons({ reasons }: { reasons: MatchReason[] }) {
	const { language, words } = useDeskWords()
	const figures = reasons.filter((reason) => reason.kind === 'figures')
	const others = reasons.filter((reason) => reason.kind !== 'figures')
	return (
		<div className="match-reasons">
			{figures.map((reason, index) => (
				<FigurePair key={index} reason={reason} />
			))}
			{others.length > 0 ? (
				<ul>
					{others.map((reason, index) => (
						<li key={index}>{sayReason(reason, words, language)}</li>
					))}
				</ul>
			) : null}
		</div>
	)
}

/** Two figures of one quantity with what is between them. That they do not agree is said, and not by colour alone. */
export function FigurePair({ reason }: { reason: FigureReason }) {
	const { words } = useDeskWords()
	const own = words.matches.figures
	const { first, second, agree, gap } = reason
	return (
		<p className="figure-pair" data-agree={agree}>
			<span className="figure-pair-values" role="group" aria-label={own.heading}>
				<bdi>{first.asWritten}</bdi>
				<span className="figure-pair-sign" aria-hidden="true">
					{agreementSigns[agree]}
				</span>
				<bdi>{second.asWritten}</bdi>
			</span>
			<span className="figure-pair-says">
				{sayAgreement(reason, words)}
				{agree !== 'no' && Number(gap) > 0 ? (
					<span className="soft">
						{' '}
						({own.gap}:{' '}
						<bdi>{first.measure === 'count' ? formatNumber(Number(gap)) : sayGap(reason, own)}</bdi>)
					</span>
				) : null}
			</span>
		</p>
	)
}
