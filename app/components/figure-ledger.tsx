import { Link } from '@remix-run/react'
import type { ComparedRow, LedgerQuantity } from '#app/domain/figure-ledger.ts'
import { directionOf, preferText } from '#app/domain/language.ts'
import type { Rating } from '#app/domain/rating.ts'
import { formatFigure } from '#app/i18n/figures.ts'
import { Day } from './day.tsx'
import { useDeskWords } from './desk-words.ts'
import { LedgerPlot } from './figure-ledger-plot.tsx'
import { agreementSigns, sayAgreement } from './match-sentences.ts'
import { RatingMark } from './rating-mark.tsx'

type Props = { quantity: LedgerQuantity; ratings: Rating[]; level: 'h1' | 'h2' }

/** What is said about one quantity: what it is, whether the figures agree, and each with who said it and where. */
export function LedgerEntry({ quantity, ratings, level: Heading }: Props) {
	const { language, words } = useDeskWords()
	const own = words.matches.ledger
	const { key, name, standing, rows } = quantity
	const shown = preferText(name, language)
	const id = `quantity-${key}`
	const path = `/desk/figures/${key}`
	return (
		<section className="ledger-entry" aria-labelledby={id}>
			<Heading id={id} lang={shown?.language} dir={directionOf(shown?.language ?? null)}>
				{Heading === 'h1' ? shown?.text : <Link to={path}>{shown?.text}</Link>}
			</Heading>
			<p className="ledger-standing small">
				<span>{words.claimsCount(quantity.claims)}</span>
				<span className="ledger-agreement" data-standing={standing.kind}>
					{standing.kind === 'apart' ? `≠ ${own.agree.apart(standing.count)}` : own.agree[standing.kind]}
				</span>
			</p>
			<LedgerPlot rows={rows} />
			<div className="ledger-table">
				<table>
					<thead>
						<tr>
							<th scope="col">{own.value}</th>
							<th scope="col">{own.agrees}</th>
							<th scope="col">{own.claimant}</th>
							<th scope="col">{own.said}</th>
							<th scope="col">{own.claim}</th>
							<th scope="col">{own.rating}</th>
						</tr>
					</thead>
					<tbody>
						{rows.map((row, index) => (
							<LedgerRow key={`${row.claim.id} ${index}`} {...{ row, ratings }} />
						))}
					</tbody>
				</table>
			</div>
			{quantity.figures > rows.length ? (
				<p className="small">
					<Link to={path}>{words.more}</Link>
				</p>
			) : null}
		</section>
	)
}

function LedgerRow({ row, ratings }: { row: ComparedRow; ratings: Rating[] }) {
	const { language, words } = useDeskWords()
	const { figure, claim, against, article } = row
	const statement = preferText(claim.statement, language)
	const claimant = row.claimant && preferText(row.claimant, language)
	const rating = ratings.find(({ key }) => key === claim.rating)
	const limit = figure.comparator === 'exactly' ? '' : `${words.comparators[figure.comparator]} `
	const read = limit + formatFigure(figure, language)
	return (
		<tr data-agree={against?.agree}>
			<th scope="row">
				<span className="ledger-value">
					<bdi>{figure.asWritten}</bdi>
				</span>
				{read === figure.asWritten ? null : (
					<span className="soft small">
						<bdi>{read}</bdi>
					</span>
				)}
				{figure.base ? <span className="soft small">{figure.base}</span> : null}
			</th>
			<td>
				{against ? (
					<span className="ledger-agreement" data-standing={against.agree === 'no' ? 'apart' : 'same'}>
						<span aria-hidden="true">{agreementSigns[against.agree]} </span>
						<bdi>{against.first.asWritten}</bdi>: {sayAgreement(against, words)}
					</span>
				) : null}
			</td>
			<td>
				{claimant ? (
					<bdi lang={claimant.language}>{claimant.text}</bdi>
				) : (
					<span className="soft">{words.unknownClaimant}</span>
				)}
			</td>
			<td>
				{row.claimedOn ? (
					<Day on={row.claimedOn} language={language} />
				) : (
					<span className="soft">{words.noDate}</span>
				)}
			</td>
			<td>
				<Link
					to={`/desk/claims/${claim.id}`}
					lang={statement?.language}
					dir={directionOf(statement?.language ?? null)}
				>
					{statement?.text}
				</Link>
				{article ? (
					<Link className="ledger-article small" to={`/desk/articles/${article.id}`}>
						<bdi>{article.title ?? words.desk.workbench.claim.untitled}</bdi>
					</Link>
				) : null}
			</td>
			<td>
				{rating ? (
					<RatingMark rating={rating} language={language} />
				) : (
					<span className="status" data-status={claim.status}>
						{words.statuses[claim.status]}
					</span>
				)}
			</td>
		</tr>
	)
}
