import { readChartTable } from './chart-table.ts'
import { drawStatusChart } from './status-chart.ts'

/** The whole script of a public page with a chart: draw each table that asks for it into the canvas beside it. */
for (const table of document.querySelectorAll<HTMLTableElement>('table[data-status-chart]')) {
	const figure = table.closest('figure')
	const canvas = figure?.querySelector('canvas')
	if (canvas)
		drawStatusChart(canvas, readChartTable(table), figure?.querySelector<HTMLElement>('[aria-live]') ?? null)
}
