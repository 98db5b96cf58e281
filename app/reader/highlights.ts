/*
 * Marks on the text, by the CSS Custom Highlight API: they are drawn over the text and are no part of the
 * page, so no Arabic word is torn apart and ranges may overlap. Their look is `::highlight(…)` in reader.css.
 */

/** From the lowest to the topmost. */
const names = [
	'reader-aside',
	'reader-suggested',
	'reader-new',
	'reader-in_research',
	'reader-in_review',
	'reader-published',
	'reader-rated-5',
	'reader-rated-4',
	'reader-rated-3',
	'reader-rated-2',
	'reader-rated-1',
	'reader-dropped',
	'reader-overlap',
	'reader-current',
	'reader-suggestion',
	'reader-for',
	'reader-against',
	'reader-chosen',
	'reader-selection',
	'reader-cursor',
] as const
export type HighlightName = (typeof names)[number]

/** Whether this browser can draw marks. Without it the notes beside the paragraphs say where claims are. */
export function canHighlight(): boolean {
	return typeof Highlight === 'function' && typeof CSS !== 'undefined' && 'highlights' in CSS
}

/** Draw these ranges under a name, and no others. */
export function highlight(name: HighlightName, ranges: Range[]): void {
	if (!canHighlight()) return
	if (ranges.length === 0) {
		CSS.highlights.delete(name)
		return
	}
	const drawn = new Highlight(...ranges)
	drawn.priority = names.indexOf(name)
	CSS.highlights.set(name, drawn)
}

/** Take every mark of the reader off. */
export function clearHighlights(): void {
	for (const name of names) highlight(name, [])
}
