import type { Span } from '#app/domain/words.ts'

/*
 * Between the page and the text. Every paragraph of the reader is an element with `data-start` and one text node as
 * long as its part of the article, so a place in the node is a place in the article. Offsets are UTF-16 code units.
 */

/** A paragraph's text node and where it begins in the article. */
type Piece = { node: Text; start: number; end: number }

function pieces(root: Element): Piece[] {
	return [...root.querySelectorAll<HTMLElement>('[data-start]')].flatMap((element) => {
		const node = element.firstChild
		if (!(node instanceof Text)) return []
		const start = Number(element.dataset['start'])
		return [{ node, start, end: start + node.length }]
	})
}

/** The part of the article that a range of the page covers; `null` when it covers none of its words. */
export function spanOf(root: Element, range: Range): Span | null {
	let span: Span | null = null
	for (const { node, start, end } of pieces(root)) {
		if (!range.intersectsNode(node)) continue
		const from = range.startContainer === node ? start + range.startOffset : start
		const to = range.endContainer === node ? start + range.endOffset : end
		if (from >= to) continue
		span = { start: span ? Math.min(span.start, from) : from, end: span ? Math.max(span.end, to) : to }
	}
	return span
}

/** Ranges of the page that show a part of the article: one a paragraph, so that nothing between them is marked. */
export function rangesOf(root: Element, span: Span): Range[] {
	return pieces(root).flatMap(({ node, start, end }) => {
		const from = Math.max(span.start, start)
		const to = Math.min(span.end, end)
		if (from >= to) return []
		const range = document.createRange()
		range.setStart(node, from - start)
		range.setEnd(node, to - start)
		return [range]
	})
}

/** The place in the article under a point of the window; `null` when there is no text. */
export function placeAt(root: Element, x: number, y: number): number | null {
	const [node, offset] = caretAt(x, y)
	const piece = pieces(root).find((candidate) => candidate.node === node)
	return piece ? piece.start + offset : null
}

function caretAt(x: number, y: number): [Node | null, number] {
	if ('caretPositionFromPoint' in document) {
		const position = document.caretPositionFromPoint(x, y)
		return [position?.offsetNode ?? null, position?.offset ?? 0]
	}
	// Safari has the older name only.
	const old = document as unknown as { caretRangeFromPoint?: (x: number, y: number) => Range | null }
	const range = old.caretRangeFromPoint?.(x, y)
	return [range?.startContainer ?? null, range?.startOffset ?? 0]
}

/** The direction in which the paragraph at a place is read. */
export function directionAt(root: Element, place: number): 'rtl' | 'ltr' {
	const here = pieces(root).find(({ end }) => end > place)
	const element = here?.node.parentElement ?? root
	return getComputedStyle(element).direction === 'ltr' ? 'ltr' : 'rtl'
}

/** Bring a part of the article into sight, if it is not, clear of what lies over the page's edges. */
export function show(root: Element, span: Span): void {
	const [first] = rangesOf(root, span)
	const box = first?.getBoundingClientRect()
	if (!box) return
	const margin = 96
	const above = box.top - margin
	const below = box.bottom - (window.innerHeight - margin)
	if (above < 0) window.scrollBy({ top: above })
	else if (below > 0) window.scrollBy({ top: Math.min(below, above) })
}
