import { directionOf, type Language } from '#app/domain/language.ts'
import { type RatingShape, shapeOf } from '#app/domain/rating.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Props = {
	rating: { key: string; value: number | null; label: { ar: string; en: string } }
	language: Language
	/** A verdict that was taken back shows that instead of its rating. */
	retracted?: boolean
	/** `large` for the head of a verdict. */
	size?: 'small' | 'large'
}

/** A rating: its word, its shape and its colour, in that order of weight. */
export function RatingMark({ rating, language, retracted = false, size = 'small' }: Props) {
	return (
		<span className="rating" data-rating={retracted ? 'retracted' : rating.key} data-size={size}>
			<RatingDisc shape={retracted ? 'bar' : shapeOf(rating)} />
			<span className="rating-word" lang={language} dir={directionOf(language)}>
				{retracted ? wordsFor(language).retracted : rating.label[language]}
			</span>
		</span>
	)
}

/** Filled sectors of a disc of radius 5 round (8, 8), clockwise from the top. */
const sectors: Record<RatingShape, string | null> = {
	full: 'M8 3a5 5 0 1 1 0 10a5 5 0 1 1 0-10z',
	'three-quarter': 'M8 8V3a5 5 0 1 1-5 5z',
	half: 'M8 3a5 5 0 0 1 0 10z',
	quarter: 'M8 8V3a5 5 0 0 1 5 5z',
	empty: null,
	question: null,
	bar: null,
}

/** The disc alone, for where its word stands beside it. */
export function RatingDisc({ shape }: { shape: RatingShape }) {
	const sector = sectors[shape]
	return (
		<svg className="rating-disc" viewBox="0 0 16 16" aria-hidden="true" focusable="false">
			<circle cx="8" cy="8" r="7" fill="none" stroke="currentColor" strokeWidth="1.5" />
			{sector ? <path d={sector} fill="currentColor" /> : null}
			{shape === 'bar' ? <path d="M4.5 8h7" stroke="currentColor" strokeWidth="1.75" fill="none" /> : null}
			{shape === 'question' ? (
				<>
					<path
						d="M5.9 6.4a2.1 2.1 0 1 1 3.2 1.8c-.7.45-1.1.8-1.1 1.6"
						stroke="currentColor"
						strokeWidth="1.4"
						strokeLinecap="round"
						fill="none"
					/>
					<circle cx="8" cy="11.7" r=".9" fill="currentColor" />
				</>
			) : null}
		</svg>
	)
}
