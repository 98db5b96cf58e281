import type { ComparedRow } from '#app/domain/figure-ledger.ts'
import { numberOf } from '#app/domain/quantity.ts'
import { useDeskWords } from './desk-words.ts'

const width = 320
const height = 44
const margin = 12
/** Where the line of values stands, and how far above each other values that are one stand. */
const baseline = 32
const lift = 9

/**
 * The values of a quantity on a line, where there are three or more: circles for those that agree with all, diamonds for
 * those that do not. The table beside it says the same in words.
 */
export function LedgerPlot({ rows }: { rows: ComparedRow[] }) {
	const own = useDeskWords().words.matches.ledger
	const points = rows.flatMap((row) => {
		const value = numberOf(row.figure)
		return value === null
			? []
			: [{ value, written: row.figure.asWritten, apart: row.against?.agree === 'no' }]
	})
	if (points.length < 3) return null
	const sorted = [...points].sort((a, b) => a.value - b.value)
	const [least, most] = [sorted[0], sorted.at(-1)]
	if (!least || !most || least.value === most.value) return null
	const at = (value: number) =>
		margin + ((value - least.value) / (most.value - least.value)) * (width - 2 * margin)
	const stacked = new Map<number, number>()
	return (
		<figure className="ledger-plot">
			<svg
				viewBox={`0 0 ${width} ${height}`}
				role="img"
				aria-label={own.plot(points.length, least.written, most.written)}
			>
				<path d={`M${margin} ${baseline + 6}H${width - margin}`} className="ledger-axis" />
				{sorted.map(({ value, apart }, index) => {
					const x = Math.round(at(value))
					const above = stacked.get(x) ?? 0
					stacked.set(x, above + 1)
					const y = baseline - Math.min(above, 2) * lift
					return apart ? (
						<path key={index} d={`M${x} ${y - 5}l5 5l-5 5l-5-5z`} className="ledger-apart" />
					) : (
						<circle key={index} cx={x} cy={y} r={4} className="ledger-agrees" />
					)
				})}
			</svg>
			<figcaption className="small soft">
				<span className="ledger-ends">
					<bdi>{least.written}</bdi>
					<bdi>{most.written}</bdi>
				</span>
				<span>
					{own.plotKey.agree} · {own.plotKey.apart}
				</span>
			</figcaption>
		</figure>
	)
}
