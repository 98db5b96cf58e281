import type { BarElement, Plugin } from 'chart.js'
import { formatNumber } from '#app/i18n/plural.ts'
import { type ChartData, labelThatFits, readableOn } from './chart-data.ts'
import { drawMark, markSize } from './segment-mark.ts'

type Look = { font: string; ink: string; paper: string; fills: string[]; rightToLeft: boolean }

/** Space between a bar's end and its sum, in CSS pixels. */
export const sumGap = 8

/** Writes each count into its segment where it fits, with the rating's mark where that fits too, and the sum beside the bar. */
export function directLabels(data: ChartData, look: Look): Plugin<'bar'> {
	return {
		id: 'directLabels',
		afterDatasetsDraw(chart) {
			const context = chart.ctx
			context.save()
			context.textBaseline = 'middle'
			data.segments.forEach((segment, index) => {
				const ink = readableOn(look.fills[index] ?? look.paper, [look.paper, look.ink])
				context.font = look.font
				context.fillStyle = ink
				chart.getDatasetMeta(index).data.forEach((element, bar) => {
					const count = data.bars[bar]?.counts[index] ?? 0
					if (count === 0) return
					const { x, y, base } = (element as BarElement).getProps(['x', 'y', 'base'], true)
					if (x === null || y === null || base === null) return
					const text = formatNumber(count)
					const width = context.measureText(text).width
					const label = labelThatFits(Math.abs(x - base), {
						number: width,
						mark: segment.shape ? markSize : 0,
					})
					const middle = (x + base) / 2
					context.textAlign = 'center'
					if (label === 'number') context.fillText(text, middle, y)
					if (label === 'mark-and-number' && segment.shape) {
						// The mark comes first in the reading direction.
						const towards = look.rightToLeft ? -1 : 1
						drawMark(context, segment.shape, middle - (towards * (width + 4)) / 2, y, ink)
						context.fillText(text, middle + (towards * (markSize + 4)) / 2, y)
					}
				})
			})
			drawSums()
			context.restore()

			function drawSums() {
				context.font = `600 ${look.font}`
				context.fillStyle = look.ink
				context.textAlign = look.rightToLeft ? 'right' : 'left'
				data.bars.forEach((bar, index) => {
					const scale = chart.scales.x
					const element = chart.getDatasetMeta(0).data[index]
					if (!scale || !element) return
					const end = scale.getPixelForValue(bar.total)
					context.fillText(formatNumber(bar.total), end + (look.rightToLeft ? -sumGap : sumGap), element.y)
				})
			}
		},
	}
}
