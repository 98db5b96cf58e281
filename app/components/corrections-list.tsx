import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import { directionOf, type Language, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { CorrectionNote } from './correction-note.tsx'

type Props = {
	entries: { correction: Correction; factCheck: Pick<FactCheck, 'slug' | 'statement'> }[]
	ratings: Rating[]
	language: Language
}

/** Corrections of all verdicts, each under the claim it concerns. */
export function CorrectionsList({ entries, ratings, language }: Props) {
	const words = wordsFor(language).reading
	return (
		<ol className="corrections">
			{entries.map(({ correction, factCheck }) => {
				const statement = preferText(factCheck.statement, language)
				return (
					<li key={`${factCheck.slug} ${correction.number}`}>
						<h2 lang={statement?.language} dir={directionOf(statement?.language ?? null)}>
							<a href={`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}#versions`}>
								{statement?.text}
							</a>
						</h2>
						{correction.beforePublication ? (
							<p className="section-note">{words.verdict.beforePublicationNote}</p>
						) : null}
						<CorrectionNote {...{ correction, ratings, language }} />
					</li>
				)
			})}
		</ol>
	)
}
