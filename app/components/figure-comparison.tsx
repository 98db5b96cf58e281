import type { FigurePair } from '#app/domain/figure-comparison.ts'
import type { Language } from '#app/domain/language.ts'
import { formatFigure } from '#app/i18n/figures.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** The figures of a source beside those of the claim. */
export function FigureComparison({ pairs, language }: { pairs: FigurePair[]; language: Language }) {
	const own = wordsFor(language).evidence.figures
	if (pairs.length === 0) return null
	return (
		<table className="figure-comparison">
			<caption className="unseen">{own.title}</caption>
			<thead>
				<tr>
					<th scope="col">{own.inClaim}</th>
					<th scope="col">{own.inSource}</th>
					<th scope="col">{own.result}</th>
				</tr>
			</thead>
			<tbody>
				{pairs.map(({ claimed, found, outcome, gap }, index) => (
					<tr key={index} data-outcome={outcome}>
						<td>
							<bdi>{formatFigure(claimed, language)}</bdi>
						</td>
						<td>
							<bdi>{formatFigure(found, language)}</bdi>
						</td>
						<td>{gap === null ? own.outcomes[outcome] : own.outsideBy(gap)}</td>
					</tr>
				))}
			</tbody>
		</table>
	)
}
