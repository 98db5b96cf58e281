import { directionOf } from '#app/domain/language.ts'
import type { WrittenVerdict } from '#app/domain/workbench.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { Markdown } from './markdown.tsx'
import { RatingMark } from './rating-mark.tsx'
import { useLanguages, useWorkbench } from './workbench-context.ts'

type Props = {
	verdict: WrittenVerdict
	evidence: readonly number[]
	/** The rating that readers see now, where this one would take its place. */
	instead?: string | null
}

/** A verdict to read: its rating, and summary and rationale in both languages, the claim's own first. */
export function ProposalText({ verdict, evidence, instead = null }: Props) {
	const { language, words } = useDeskWords()
	const { ratings } = useWorkbench()
	const own = words.desk.workbench.proposal
	const rating = ratings.find(({ key }) => key === verdict.rating)
	const now = ratings.find(({ key }) => key === verdict.ratingNow)
	const { clocks } = words.verdicts
	const before = instead === verdict.rating ? undefined : ratings.find(({ key }) => key === instead)
	return (
		<div className="proposal-text">
			<p className="proposal-rating">
				{rating ? <RatingMark rating={rating} language={language} size="large" /> : null}
				{rating && before ? (
					<span className="soft">
						{own.ratingFrom} <RatingMark rating={before} language={language} />
					</span>
				) : null}
				{verdict.asOf ? (
					<span className="soft">
						{own.asOf} <Day on={verdict.asOf} language={language} />
					</span>
				) : null}
				{now ? (
					<span className="proposal-today">
						{clocks.today}: <RatingMark rating={now} language={language} />
						{verdict.nowSince ? (
							<span className="soft"> {clocks.since(formatDay(verdict.nowSince, language))}</span>
						) : null}
					</span>
				) : null}
				{verdict.reviewOn ? (
					<span className="soft">{clocks.reviewDue(formatDay(verdict.reviewOn, language))}</span>
				) : null}
			</p>
			<div className="beside">
				{useLanguages().map((written) => {
					const summary = verdict.summary[written]
					const rationale = verdict.rationale[written]
					return (
						<div key={written}>
							{summary || rationale ? null : <p className="soft">{own.missingIn[written]}</p>}
							<div className="written" lang={written} dir={directionOf(written)}>
								{summary ? <p className="proposal-summary">{summary}</p> : null}
								{rationale ? (
									<div className="rationale">
										<Markdown text={rationale} evidence={evidence} />
									</div>
								) : null}
							</div>
						</div>
					)
				})}
			</div>
		</div>
	)
}
