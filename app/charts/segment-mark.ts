import type { RatingShape } from '#app/domain/rating.ts'

/** How much of the disc is filled, from the top and clockwise; `null` for discs with a sign in them. */
const filled: Record<RatingShape, number | null> = {
	full: 1,
	'three-quarter': 0.75,
	half: 0.5,
	quarter: 0.25,
	empty: 0,
	question: null,
	bar: null,
}

/** Read a shape from markup; `null` when it is not one. */
export function parseShape(value: string | undefined): RatingShape | null {
	return value !== undefined && value in filled ? (value as RatingShape) : null
}

/** Width and height of a mark, in CSS pixels. */
export const markSize = 12

/** Draw a rating's disc, as `RatingDisc` does in markup, in one colour with its middle at (x, y). */
export function drawMark(
	context: CanvasRenderingContext2D,
	shape: RatingShape,
	x: number,
	y: number,
	colour: string,
) {
	const radius = markSize / 2 - 0.75
	context.save()
	context.strokeStyle = colour
	context.fillStyle = colour
	context.lineWidth = 1.25
	context.beginPath()
	context.arc(x, y, radius, 0, 2 * Math.PI)
	context.stroke()

	const share = filled[shape]
	context.beginPath()
	if (share) {
		const top = -Math.PI / 2
		context.moveTo(x, y)
		context.arc(x, y, radius - 1.75, top, top + share * 2 * Math.PI)
		context.fill()
	} else if (shape === 'bar') {
		context.moveTo(x - 2.5, y)
		context.lineTo(x + 2.5, y)
		context.stroke()
	} else if (shape === 'question') {
		context.font = `600 ${markSize - 3}px sans-serif`
		context.textAlign = 'center'
		context.textBaseline = 'middle'
		context.fillText('?', x, y + 0.5)
	}
	context.restore()
}
