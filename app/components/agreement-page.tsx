import type { Agreement } from '#app/domain/agreement.ts'
import type { Language } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { languageName } from '#app/i18n/language-name.ts'
import { useDeskWords } from './desk-words.ts'
import { RatingMark } from './rating-mark.tsx'

type Props = {
	measured: {
		all: Agreement
		byLanguage: { language: Language; agreement: Agreement }[]
		table: { first: string; second: string; count: number }[]
		open: number
	}
	ratings: Rating[]
}

/** The agreement of raters as a figure with its interval, by language, and what each said of the same claims. */
export function AgreementPage({ measured, ratings }: Props) {
	const { language, words } = useDeskWords()
	const own = words.verdicts.agreement
	const { all, byLanguage, table, open } = measured
	const used = ratings.filter(({ key }) => table.some(({ first, second }) => first === key || second === key))
	const counted = (first: string, second: string) =>
		table.find((cell) => cell.first === first && cell.second === second)?.count ?? 0
	return (
		<section className="agreement" aria-labelledby="agreement-heading">
			<h1 id="agreement-heading">{own.title}</h1>
			<p className="hint">{own.note}</p>
			{all.pairs === 0 ? <p className="desk-empty">{own.none}</p> : null}
			{all.pairs > 0 ? (
				<>
					<table className="agreement-figures">
						<thead>
							<tr>
								<th scope="col">{own.language}</th>
								<th scope="col">{own.pairs}</th>
								<th scope="col">{own.same}</th>
								<th scope="col">{own.alpha}</th>
							</tr>
						</thead>
						<tbody>
							<FigureRow
								name={`${languageName('ar', language)} + ${languageName('en', language)}`}
								agreement={all}
							/>
							{byLanguage
								.filter(({ agreement }) => agreement.pairs > 0)
								.map(({ language: written, agreement }) => (
									<FigureRow key={written} name={languageName(written, language)} agreement={agreement} />
								))}
						</tbody>
					</table>
					<div className="agreement-table">
						<table>
							<caption>{own.table}</caption>
							<thead>
								<tr>
									<td />
									{used.map((rating) => (
										<th key={rating.key} scope="col">
											<RatingMark rating={rating} language={language} />
										</th>
									))}
								</tr>
							</thead>
							<tbody>
								{used.map((first) => (
									<tr key={first.key}>
										<th scope="row">
											<RatingMark rating={first} language={language} />
										</th>
										{used.map((second) => (
											<td key={second.key} data-same={first.key === second.key || undefined}>
												{counted(first.key, second.key) || '·'}
											</td>
										))}
									</tr>
								))}
							</tbody>
						</table>
					</div>
				</>
			) : null}
			{open > 0 ? (
				<p className="soft">
					{open} {own.open}
				</p>
			) : null}
		</section>
	)
}

function FigureRow({ name, agreement }: { name: string; agreement: Agreement }) {
	const own = useDeskWords().words.verdicts.agreement
	const { pairs, same, alpha, interval } = agreement
	return (
		<tr>
			<th scope="row">{name}</th>
			<td>{pairs}</td>
			<td>
				{same} <span className="soft">({Math.round((100 * same) / pairs)}%)</span>
			</td>
			<td>
				{alpha === null || interval === null ? (
					<span className="soft">{own.tooFew}</span>
				) : (
					<>
						{alpha.toFixed(2)}{' '}
						<span className="soft">{own.interval(interval.low.toFixed(2), interval.high.toFixed(2))}</span>
					</>
				)}
			</td>
		</tr>
	)
}
