import { OPS } from 'pdfjs-dist/legacy/build/pdf.mjs'

/** A letter as its font draws it, and where its baseline runs: in points from the lower left corner of the page. */
export type Glyph = { text: string; from: number; to: number; y: number; size: number }

/** What a page draws, as `pdfjs` lists it: numbers of operations and what each is given. */
export type Operations = { fnArray: number[]; argsArray: unknown[] }

type Matrix = readonly [number, number, number, number, number, number]
const identity: Matrix = [1, 0, 0, 1, 0, 0]

type State = {
	matrix: Matrix
	scale: number
	size: number
	spacing: number
	wordSpacing: number
	leading: number
	rise: number
	/** Of one unit of a letter's width, in the size of the letter. */
	unit: number
}

/**
 * The letters of a page in the order in which they are drawn, one by one: with a ligature's letters still together and
 * in the order they are read, which is lost where a library puts pieces of text together. Letters that do not stand
 * upright are passed over: they are stamps and marginal notes.
 * @param unitOf the width unit of a font by its name; most have a thousandth
 */
export function readGlyphs({ fnArray, argsArray }: Operations, unitOf: (font: string) => number): Glyph[] {
	const glyphs: Glyph[] = []
	const kept: State[] = []
	let state: State = {
		matrix: identity,
		scale: 1,
		size: 0,
		spacing: 0,
		wordSpacing: 0,
		leading: 0,
		rise: 0,
		unit: 0.001,
	}
	let text: Matrix = identity
	let [x, y, lineX, lineY] = [0, 0, 0, 0]
	const move = (right: number, up: number) => {
		x = lineX += right
		y = lineY += up
	}
	const place = (matrix: Matrix) => {
		text = matrix
		x = y = lineX = lineY = 0
	}
	for (const [index, operation] of fnArray.entries()) {
		const given = listOf(argsArray[index])
		const [first, second] = given
		switch (operation) {
			case OPS.save:
				kept.push({ ...state })
				break
			case OPS.restore:
			case OPS.paintFormXObjectEnd:
				state = kept.pop() ?? state
				break
			case OPS.paintFormXObjectBegin:
				kept.push({ ...state })
				state.matrix = times(state.matrix, matrixOf(listOf(first)) ?? identity)
				break
			case OPS.transform:
				state.matrix = times(state.matrix, matrixOf(given) ?? identity)
				break
			case OPS.beginText:
				place(identity)
				break
			case OPS.setTextMatrix:
				place(matrixOf(given) ?? matrixOf(listOf(first)) ?? identity)
				break
			case OPS.setFont:
				state.size = numberOf(second)
				state.unit = typeof first === 'string' ? unitOf(first) : 0.001
				break
			case OPS.setCharSpacing:
				state.spacing = numberOf(first)
				break
			case OPS.setWordSpacing:
				state.wordSpacing = numberOf(first)
				break
			case OPS.setHScale:
				state.scale = numberOf(first) / 100
				break
			case OPS.setLeading:
				state.leading = -numberOf(first)
				break
			case OPS.setTextRise:
				state.rise = numberOf(first)
				break
			case OPS.moveText:
				move(numberOf(first), numberOf(second))
				break
			case OPS.setLeadingMoveText:
				state.leading = numberOf(second)
				move(numberOf(first), numberOf(second))
				break
			case OPS.nextLine:
				move(0, state.leading)
				break
			case OPS.showText:
				show(listOf(first))
				break
		}
	}
	return glyphs

	function show(shown: unknown[]) {
		const on = times(state.matrix, text)
		const [right, slant] = on
		const upright = Math.abs(slant) < Math.abs(right) * 0.05
		for (const glyph of shown) {
			if (typeof glyph === 'number') {
				x -= (glyph / 1000) * state.size * state.scale
				continue
			}
			const { unicode, width, isSpace } = readGlyph(glyph)
			const drawn = width * state.unit * state.size * state.scale
			if (upright && unicode !== '') {
				const at = (along: number) => right * along + (on[2] ?? 0) * (y + state.rise) + on[4]
				const ends = [at(x), at(x + drawn)].sort((a, b) => a - b)
				glyphs.push({
					text: unicode,
					from: ends[0] ?? 0,
					to: ends[1] ?? 0,
					y: on[1] * x + on[3] * (y + state.rise) + on[5],
					size: Math.abs(state.size * on[3]),
				})
			}
			x += drawn + (state.spacing + (isSpace ? state.wordSpacing : 0)) * state.scale
		}
	}
}

function readGlyph(glyph: unknown): { unicode: string; width: number; isSpace: boolean } {
	const { unicode, width, isSpace } = (glyph ?? {}) as Record<string, unknown>
	return {
		unicode: typeof unicode === 'string' ? unicode : '',
		width: numberOf(width),
		isSpace: isSpace === true,
	}
}

function times([a, b, c, d, e, f]: Matrix, [g, h, i, j, k, l]: Matrix): Matrix {
	return [a * g + c * h, b * g + d * h, a * i + c * j, b * i + d * j, a * k + c * l + e, b * k + d * l + f]
}

function listOf(value: unknown): unknown[] {
	if (Array.isArray(value)) return value
	return ArrayBuffer.isView(value) && !(value instanceof DataView) ? [...(value as Float32Array)] : []
}

function matrixOf(values: unknown[]): Matrix | null {
	if (values.length !== 6 || !values.every((value) => typeof value === 'number')) return null
	return values as unknown as Matrix
}

function numberOf(value: unknown): number {
	return typeof value === 'number' && Number.isFinite(value) ? value : 0
}
