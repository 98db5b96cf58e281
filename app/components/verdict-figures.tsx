import { type Figure, needsBase } from '#app/domain/figure.ts'
import { directionOf, type Language } from '#app/domain/language.ts'
import { formatFigure } from '#app/i18n/figures.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Props = {
	figures: Figure[]
	/** The reader's language, and the one that the claim's words are in. */
	language: Language
	claimLanguage: Language
}

/** The quantities and dates of the claim: as written, as we read them, and of what. */
export function VerdictFigures({ figures, language, claimLanguage }: Props) {
	const words = wordsFor(language)
	const { verdict } = words.reading
	if (figures.length === 0) return null
	return (
		<div className="claim-figures">
			<h3 id="figures">{verdict.figures}</h3>
			<table aria-labelledby="figures">
				<thead>
					<tr>
						<th scope="col">{verdict.asWritten}</th>
						<th scope="col">{verdict.value}</th>
						<th scope="col">{verdict.base}</th>
					</tr>
				</thead>
				<tbody>
					{figures.map((figure, index) => (
						<tr key={index}>
							<td>
								<bdi lang={claimLanguage} dir={directionOf(claimLanguage)}>
									{figure.asWritten}
								</bdi>
							</td>
							<td>
								{figure.comparator === 'exactly' ? null : `${words.comparators[figure.comparator]} `}
								<bdi>{formatFigure(figure, language)}</bdi>
							</td>
							<td>
								{figure.base ? (
									<span dir="auto">{figure.base}</span>
								) : needsBase(figure.unit) ? (
									<em>{verdict.baseNotGiven}</em>
								) : null}
								<Circumstances figure={figure} words={verdict} />
							</td>
						</tr>
					))}
				</tbody>
			</table>
		</div>
	)
}

/** Where, when and by whose count, as far as it is known. Figures published earlier do not have it. */
function Circumstances({
	figure,
	words,
}: {
	figure: Figure
	words: Record<'place' | 'period' | 'countedBy', string>
}) {
	const known = (['place', 'period', 'countedBy'] as const).filter((part) => figure[part])
	if (known.length === 0) return null
	return (
		<dl className="figure-circumstances">
			{known.map((part) => (
				<div key={part}>
					<dt>{words[part]}</dt>
					<dd>
						<bdi>{figure[part]}</bdi>
					</dd>
				</div>
			))}
		</dl>
	)
}
