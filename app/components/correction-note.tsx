import type { Correction } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { Day } from './day.tsx'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { RatingMark } from './rating-mark.tsx'

type Props = { correction: Correction; ratings: Rating[]; language: Language }

/** One change: of what kind, when, what it did to the rating, what changed and why. */
export function CorrectionNote({ correction, ratings, language }: Props) {
	const words = wordsFor(language)
	const { verdict } = words.reading
	const rating = (key: string | null) => ratings.find((candidate) => candidate.key === key)
	const before = rating(correction.ratingBefore)
	const after = rating(correction.ratingAfter)
	return (
		<div className="correction" data-severity={correction.severity}>
			<FactLine
				className="correction-line"
				items={[
					<strong>{words.correctionKinds[correction.kind]}</strong>,
					words.severities[correction.severity],
					<Day on={correction.on} language={language} />,
				]}
			/>
			{before && after && before.key !== after.key ? (
				<p className="correction-ratings">
					{verdict.ratingChanged} {verdict.from} <RatingMark rating={before} language={language} />{' '}
					{verdict.to} <RatingMark rating={after} language={language} />
				</p>
			) : null}
			<FactCheckText className="correction-what" text={correction.what} language={language} note />
			{(correction.why[language] ?? correction.why.ar ?? correction.why.en) ? (
				<div className="correction-why">
					<span className="label-soft">{verdict.why}</span>
					<FactCheckText text={correction.why} language={language} />
				</div>
			) : null}
		</div>
	)
}
