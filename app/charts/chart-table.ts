import { type ChartData, mostBars, type Segment } from './chart-data.ts'
import { parseShape } from './segment-mark.ts'

/**
 * What the table under a chart says, to be drawn: a segment for each head with `data-colour`, a bar for each row of
 * the body, its counts in cells with `data-count`. The first rows only, as many as a chart can hold.
 */
export function readChartTable(table: HTMLTableElement): ChartData {
	const segments = [...table.querySelectorAll<HTMLElement>('thead th[data-colour]')].map(readSegment)
	const bars = [...(table.tBodies[0]?.rows ?? [])].slice(0, mostBars).map((row) => {
		const counts = [...row.querySelectorAll<HTMLElement>('[data-count]')].map((cell) =>
			Number(cell.dataset.count),
		)
		const name = row.querySelector('th')?.textContent?.trim() ?? ''
		return { name, counts, total: counts.reduce((sum, count) => sum + count, 0) }
	})
	return { segments, bars, sentence: table.dataset.sentence ?? '' }
}

function readSegment(head: HTMLElement): Segment {
	return {
		name: head.textContent?.trim() ?? '',
		colour: head.dataset.colour ?? '',
		shape: parseShape(head.dataset.shape),
	}
}
