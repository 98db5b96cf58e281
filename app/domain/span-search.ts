import type { Span } from './words.ts'

/** Of ranges in order of their beginnings, the index of the first that begins at or behind a place; their number when none does. */
export function firstFrom(sorted: readonly Span[], place: number): number {
	let low = 0
	let high = sorted.length
	while (low < high) {
		const middle = (low + high) >> 1
		if ((sorted[middle]?.start ?? 0) < place) low = middle + 1
		else high = middle
	}
	return low
}

/** Of ranges in order of their beginnings, those that lie within another, its borders included. */
export function within<T extends Span>(sorted: readonly T[], { start, end }: Span): T[] {
	const found: T[] = []
	for (let index = firstFrom(sorted, start); index < sorted.length; index++) {
		const span = sorted[index]
		if (!span || span.start >= end) break
		if (span.end <= end) found.push(span)
	}
	return found
}

/** Of ranges in order that do not overlap one another, those that share a place with another. */
export function touching<T extends Span>(sorted: readonly T[], { start, end }: Span): T[] {
	const found: T[] = []
	for (let index = Math.max(0, firstFrom(sorted, start) - 1); index < sorted.length; index++) {
		const span = sorted[index]
		if (!span || span.start >= end) break
		if (span.end > start) found.push(span)
	}
	return found
}
