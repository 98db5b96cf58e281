import type { Figure } from './figure.ts'
import type { Span } from './words.ts'

/**
 * A figure with its place in a text, if it stands there: inside the quotation, with exactly the words that it is written
 * as (but for its blanks). A place that is wrong is left out: it comes from a form and is never trusted.
 */
export function keepPlace(figure: Figure, text: string, quotation: Span): Figure {
	const { start, end, ...rest } = figure
	if (start === undefined || end === undefined) return rest
	const isInside = start >= quotation.start && end <= quotation.end && start < end
	const stands = isInside && oneBlank(text.slice(start, end)) === oneBlank(figure.asWritten)
	return stands ? figure : rest
}

function oneBlank(words: string): string {
	return words.replace(/\s+/g, ' ').trim()
}
