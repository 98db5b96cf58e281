import {
	BarController,
	BarElement,
	CategoryScale,
	Chart,
	type ChartConfiguration,
	LinearScale,
	Tooltip,
} from 'chart.js'
import { formatNumber } from '#app/i18n/plural.ts'
import { breakName, type ChartData, chartHeight, moveTo, type Place, saySegment } from './chart-data.ts'
import { directLabels, sumGap } from './direct-labels.ts'

Chart.register(BarController, BarElement, CategoryScale, LinearScale, Tooltip)

/**
 * Draw verification status by country into a canvas, and keep it drawn: in the page's direction, fonts and colours,
 * again when the reader changes between light and dark. Arrow keys lead through it, and what they reach is
 * said in `said`. It does not move, so there is no motion to reduce.
 * @returns takes the drawing away
 */
export function drawStatusChart(
	canvas: HTMLCanvasElement,
	data: ChartData,
	said: HTMLElement | null,
): () => void {
	const frame = canvas.parentElement
	if (!frame || data.bars.length === 0) return () => {}
	frame.style.blockSize = `${chartHeight(data.bars.length)}px`

	let chart = new Chart(canvas, configure(canvas, data))
	let place: Place | null = null
	const redraw = () => {
		chart.destroy()
		chart = new Chart(canvas, configure(canvas, data))
		show(place)
	}
	const show = (next: Place | null) => {
		place = next
		const active = next ? [{ datasetIndex: next.segment, index: next.bar }] : []
		chart.setActiveElements(active)
		chart.tooltip?.setActiveElements(active, { x: 0, y: 0 })
		chart.update('none')
	}
	const onKey = (event: KeyboardEvent) => {
		if (event.ctrlKey || event.metaKey || event.altKey) return
		if (event.key === 'Escape') return show(null)
		const next = moveTo(data, place, event.key, isRightToLeft(canvas))
		if (!next) return
		event.preventDefault()
		show(next)
		if (said) said.textContent = saySegment(data, next)
	}
	const onBlur = () => show(null)

	// Only a canvas that answers to keys can be reached by them.
	canvas.tabIndex = 0
	canvas.addEventListener('keydown', onKey)
	canvas.addEventListener('blur', onBlur)
	const dark = matchMedia('(prefers-color-scheme: dark)')
	dark.addEventListener('change', redraw)
	let gone = false
	if (document.fonts.status !== 'loaded') void document.fonts.ready.then(() => gone || redraw())

	return () => {
		gone = true
		dark.removeEventListener('change', redraw)
		canvas.removeEventListener('keydown', onKey)
		canvas.removeEventListener('blur', onBlur)
		chart.destroy()
	}
}

function isRightToLeft(element: Element): boolean {
	return getComputedStyle(element).direction === 'rtl'
}

/** On a phone names take less room, so that bars have some. */
function isNarrow(chart: Chart): boolean {
	return chart.width < 480
}

function configure(canvas: HTMLCanvasElement, data: ChartData): ChartConfiguration<'bar'> {
	const style = getComputedStyle(canvas)
	const colour = (name: string) => style.getPropertyValue(name).trim()
	const [ink, soft, paper, hairline, edge] = (
		['--ink', '--ink-soft', '--paper', '--hairline', '--hairline-strong'] as const
	).map(colour) as [string, string, string, string, string]
	const rightToLeft = style.direction === 'rtl'
	const font = { family: style.fontFamily, size: Number.parseFloat(style.fontSize) }
	// A rating that an editor added has no colour of its own.
	const fills = data.segments.map((segment) => colour(segment.colour) || colour('--rating-opinion'))
	const longest = Math.max(...data.bars.map((bar) => bar.total))
	const roomForSums = sumGap + formatNumber(longest).length * font.size * 0.75

	return {
		type: 'bar',
		data: {
			labels: data.bars.map((bar) => bar.name),
			datasets: data.segments.map((segment, index) => ({
				label: segment.name,
				data: data.bars.map((bar) => bar.counts[index] ?? 0),
				backgroundColor: fills[index],
				// The tints of unfinished work are too pale to stand without an edge.
				borderColor: segment.shape ? paper : edge,
				borderWidth: 1,
				borderSkipped: false,
				hoverBorderColor: ink,
				hoverBorderWidth: 2,
				barThickness: 22,
			})),
		},
		options: {
			indexAxis: 'y',
			responsive: true,
			maintainAspectRatio: false,
			animation: false,
			font,
			layout: { padding: rightToLeft ? { left: roomForSums } : { right: roomForSums } },
			scales: {
				x: {
					stacked: true,
					reverse: rightToLeft,
					min: 0,
					max: longest,
					border: { display: false },
					grid: { color: hairline, drawTicks: false },
					ticks: {
						color: soft,
						font: { ...font, size: font.size - 2 },
						precision: 0,
						maxTicksLimit: 5,
						// Round numbers only; the longest bar carries its own.
						includeBounds: false,
						padding: 6,
						callback: (value) => formatNumber(Number(value)),
					},
				},
				y: {
					stacked: true,
					position: rightToLeft ? 'right' : 'left',
					border: { color: edge },
					grid: { display: false },
					ticks: {
						color: ink,
						font: ({ chart }) => (isNarrow(chart) ? { ...font, size: 13 } : font),
						autoSkip: false,
						padding: 8,
						callback(_, bar) {
							return breakName(data.bars[bar]?.name ?? '', isNarrow(this.chart) ? 11 : 20)
						},
					},
				},
			},
			plugins: {
				tooltip: {
					rtl: rightToLeft,
					textDirection: rightToLeft ? 'rtl' : 'ltr',
					backgroundColor: ink,
					titleColor: paper,
					bodyColor: paper,
					titleFont: { ...font, weight: 600 },
					bodyFont: font,
					cornerRadius: 3,
					padding: 10,
					displayColors: false,
					callbacks: {
						title: ([item]) => data.bars[item?.dataIndex ?? 0]?.name ?? '',
						label: (item) => `${item.dataset.label}: ${formatNumber(Number(item.raw))}`,
					},
				},
			},
		},
		plugins: [directLabels(data, { font: `${font.size}px ${font.family}`, ink, paper, fills, rightToLeft })],
	}
}
