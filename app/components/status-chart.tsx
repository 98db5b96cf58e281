import { Link } from '@remix-run/react'
import { useEffect, useId, useRef } from 'react'
import { bucketKey, chartHeight, colourOf, mostBars } from '#app/charts/chart-data.ts'
import { readChartTable } from '#app/charts/chart-table.ts'
import { countryName } from '#app/domain/countries.ts'
import type { Language } from '#app/domain/language.ts'
import { type Rating, shapeOf } from '#app/domain/rating.ts'
import type { Bucket, CountryRow } from '#app/domain/tally.ts'
import type { CountryNames } from '#app/i18n/country-names.ts'
import { formatNumber } from '#app/i18n/plural.ts'
import type { Words } from '#app/i18n/words.ts'
import { RatingDisc } from './rating-mark.tsx'

type Props = {
	/** The numbers; `claims` counts each claim once, whatever countries it concerns. */
	data: { buckets: Bucket[]; rows: CountryRow[]; ratings: Rating[]; claims: number }
	language: Language
	words: Words
	/** Whether React runs on the page and draws the chart; other pages bring the chart's own script. */
	hydrated: boolean
	caption: string
	/** Country names as the server spells them, where React runs. */
	countries?: CountryNames
}

/**
 * Verification status by country: the chart and, under it, the table it is drawn from. Without a script there is
 * the table alone.
 */
export function StatusChart({ data, language, words, hydrated, caption, countries }: Props) {
	const { chart } = words.desk
	const id = useId()
	const figure = useChart(data, hydrated)
	const columns = data.buckets.map((bucket) => describeBucket(bucket, data.ratings, language, words))
	if (data.rows.length === 0) return <p className="chart-nothing">{chart.nothing}</p>

	return (
		<figure className="status-chart" ref={figure}>
			<figcaption>
				<strong>{caption}</strong>
				<span>
					{chart.lookedAt(data.claims)} {chart.howCounted}
				</span>
				{data.rows.length > mostBars ? <span>{chart.drawnOf(mostBars, data.rows.length)}</span> : null}
			</figcaption>
			<ul className="chart-legend" aria-label={chart.legend}>
				{columns.map((column) => (
					<li key={column.key}>
						<span className="chart-key" data-bucket={column.key}>
							{column.shape ? <RatingDisc shape={column.shape} /> : null}
						</span>
						{column.name}
					</li>
				))}
			</ul>
			<div className="chart-frame">
				{/* The height stands in the markup, so that the page is laid out before the script comes. */}
				<canvas
					role="img"
					aria-label={chart.drawing(caption)}
					aria-describedby={`${id}keys`}
					aria-details={`${id}table`}
					height={chartHeight(data.rows.length)}
				/>
			</div>
			<p className="chart-keys" id={`${id}keys`}>
				{chart.keys}
			</p>
			<p className="unseen" aria-live="polite" />
			<div className="scroll-x">
				<table id={`${id}table`} data-status-chart data-sentence={chart.sentence}>
					<caption className="unseen">{`${chart.table}: ${caption}`}</caption>
					<thead>
						<tr>
							<th scope="col">{chart.country}</th>
							{columns.map((column) => (
								<th
									key={column.key}
									scope="col"
									className="number"
									data-colour={column.colour}
									data-shape={column.shape ?? undefined}
								>
									{column.name}
								</th>
							))}
							<th scope="col" className="number">
								{chart.total}
							</th>
						</tr>
					</thead>
					<tbody>
						{data.rows.map((row) => (
							<tr key={row.country}>
								<th scope="row">
									<Link
										to={
											hydrated
												? `/desk/queue?country=${row.country}`
												: `/${language}/countries/${row.country}`
										}
									>
										{countries?.[row.country] ?? countryName(row.country, language)}
									</Link>
								</th>
								{row.counts.map((count, index) => (
									<td key={columns[index]?.key} className="number" data-count={count}>
										{formatNumber(count)}
									</td>
								))}
								<td className="number chart-total">{formatNumber(row.total)}</td>
							</tr>
						))}
					</tbody>
				</table>
			</div>
			{hydrated ? null : <script type="module" src={`/assets/status-chart.js?v=${__BUILD_ID__}`} />}
		</figure>
	)
}

type Column = { key: string; name: string; colour: string; shape: ReturnType<typeof shapeOf> | null }

function describeBucket(bucket: Bucket, ratings: Rating[], language: Language, words: Words): Column {
	const look = { key: bucketKey(bucket), colour: colourOf(bucket) }
	if ('status' in bucket) return { ...look, name: words.statuses[bucket.status], shape: null }
	const rating = ratings.find((candidate) => candidate.key === bucket.rating)
	return rating
		? { ...look, name: rating.label[language], shape: shapeOf(rating) }
		: { ...look, name: words.retracted, shape: 'bar' }
}

/** Where React runs, draw what the table says, and again when its numbers change. */
function useChart(data: Props['data'], hydrated: boolean) {
	const figure = useRef<HTMLElement>(null)
	useEffect(() => {
		const canvas = figure.current?.querySelector('canvas')
		const table = figure.current?.querySelector('table')
		const said = figure.current?.querySelector<HTMLElement>('[aria-live]') ?? null
		if (!hydrated || !canvas || !table) return
		let left = false
		let erase = () => {}
		// Chart.js comes after the page is in use.
		void import('#app/charts/status-chart.ts').then(({ drawStatusChart }) => {
			if (!left) erase = drawStatusChart(canvas, readChartTable(table), said)
		})
		return () => {
			left = true
			erase()
		}
	}, [data, hydrated])
	return figure
}
