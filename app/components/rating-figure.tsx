import type { FactCheck } from '#app/domain/fact-check.ts'
import type { Language } from '#app/domain/language.ts'
import { shapeOf } from '#app/domain/rating.ts'
import { formatDay } from '#app/i18n/dates.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { RatingDisc, RatingMark } from './rating-mark.tsx'

/** The steps of truth from the least to the most; a rating without a value has no place among them. */
const steps = [1, 2, 3, 4, 5]

/** The rating as a verdict opens with it: large, with its place on the scale and its meaning in a sentence. */
export function RatingFigure({ factCheck, language }: { factCheck: FactCheck; language: Language }) {
	const { clocks } = wordsFor(language).verdicts
	const words = wordsFor(language).reading.verdict
	const { rating, retracted, today } = factCheck
	return (
		<div className="rating-figure" data-rating={retracted ? 'retracted' : rating.key}>
			<p className="rating-figure-word">
				<span className="label-soft">{today && !retracted ? clocks.onTheDay : words.verdict}</span>{' '}
				<RatingMark {...{ rating, language, retracted }} size="large" />
				{rating.value !== null && !retracted ? (
					<span className="rating-steps">
						<span className="unseen">{words.step(rating.value, steps.length)}</span>
						{steps.map((value) => (
							<span key={value} className="rating-step" data-here={value === rating.value}>
								<RatingDisc shape={shapeOf({ key: rating.key, value })} />
							</span>
						))}
					</span>
				) : null}
			</p>
			<p className="rating-meaning">
				{retracted ? (
					<>
						{words.wasRated}: <strong>{rating.label[language]}</strong>
					</>
				) : (
					rating.meaning[language]
				)}{' '}
				<a href={`/${language}/methodology#scale`}>{words.howWeRate}</a>
			</p>
			{today && !retracted ? (
				<p className="rating-today">
					<span className="label-soft">{clocks.today}</span>{' '}
					<RatingMark rating={today.rating} language={language} />
					{today.since ? (
						<span className="soft"> {clocks.since(formatDay(today.since, language))}</span>
					) : null}
				</p>
			) : null}
		</div>
	)
}
