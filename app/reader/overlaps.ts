import type { Span } from '#app/domain/words.ts'

/** The parts of a text that two or more ranges cover, in order and joined where they touch. */
export function findOverlaps(spans: readonly Span[]): Span[] {
	const edges = spans
		.flatMap(({ start, end }) => [
			{ at: start, step: 1 },
			{ at: end, step: -1 },
		])
		.sort((a, b) => a.at - b.at || a.step - b.step)
	const found: Span[] = []
	let depth = 0
	for (const { at, step } of edges) {
		const before = depth
		depth += step
		if (before < 2 && depth >= 2) {
			const last = found.at(-1)
			if (last?.end === at) last.end = -1
			else found.push({ start: at, end: -1 })
		} else if (before >= 2 && depth < 2) {
			const open = found.at(-1)
			if (open) open.end = at
		}
	}
	return found
}
