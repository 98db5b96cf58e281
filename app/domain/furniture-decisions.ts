import type { Furniture } from './furniture.ts'
import type { Span } from './words.ts'

/** What a person said of a piece of a text: half-open, in UTF-16 code units. */
export type FurnitureDecision = Span & { setAside: boolean }

/**
 * What is set aside of a text once people have had their say: found furniture less what was taken back, and what was
 * set aside by hand. In order, and none inside another.
 * @param decisions the oldest first; the last about a place counts
 */
export function decideFurniture(
	found: readonly Furniture[],
	decisions: readonly FurnitureDecision[],
): Furniture[] {
	const pieces = decisions.reduce<Furniture[]>(
		(standing, { start, end, setAside }) => {
			const rest = standing.filter((piece) => piece.end <= start || piece.start >= end)
			return setAside ? [...rest, { start, end, kind: 'other', rule: 'person' }] : rest
		},
		[...found],
	)
	return pieces.sort((a, b) => a.start - b.start)
}
