import { answers, type AskedPhrase, type SearchQuery } from './search-query.ts'
import { type SearchWord, searchWords } from './search-words.ts'
import type { Span } from './words.ts'

/**
 * Where a text says what is asked for: half-open ranges of whole words in UTF-16 code units, in order, none inside
 * another. A phrase is marked where all its words stand side by side.
 */
export function findHits(text: string, query: SearchQuery): Span[] {
	const words = searchWords(text)
	const hits: Span[] = []
	for (const phrase of query.all) {
		for (let index = 0; index + phrase.length <= words.length; index++) {
			const stretch = words.slice(index, index + phrase.length)
			if (!saysPhrase(stretch, phrase)) continue
			hits.push({ start: stretch[0]?.start ?? 0, end: stretch.at(-1)?.end ?? 0 })
		}
	}
	return mergeTouching(hits)
}

function saysPhrase(stretch: SearchWord[], phrase: AskedPhrase): boolean {
	return phrase.every((asked, index) => {
		const word = stretch[index]
		return word !== undefined && answers(word, asked)
	})
}

function mergeTouching(spans: Span[]): Span[] {
	const merged: Span[] = []
	for (const span of [...spans].sort((a, b) => a.start - b.start || b.end - a.end)) {
		const last = merged.at(-1)
		if (last && span.start < last.end) last.end = Math.max(last.end, span.end)
		else merged.push({ ...span })
	}
	return merged
}

/** A piece of a text with what is marked in it; `before` and `behind` say whether the text goes on there. */
export type Excerpt = { parts: { text: string; hit: boolean }[]; before: boolean; behind: boolean }

/** How much is shown before the first hit, and in all unless said, in UTF-16 code units, give or take a word. */
const lead = 70
const usualLength = 260

/**
 * The part of a text round its first hits, cut between words; its beginning when there is none, and the whole of it when it
 * is short. Ends of lines become blanks.
 * @param options.prepare makes the piece fit to be shown without changing its length
 */
export function excerptOf(
	text: string,
	hits: readonly Span[],
	{
		prepare = (piece) => piece,
		length = usualLength,
	}: { prepare?: (piece: string) => string; length?: number | undefined } = {},
): Excerpt {
	const first = hits[0] ?? { start: 0, end: 0 }
	const room = Math.min(lead, Math.floor(length / 4))
	const earliest = Math.max(0, Math.min(first.start - room, text.length - length))
	const start = startBefore(text, earliest, first.start)
	const latest = Math.max(start + length, first.end)
	const end = text.length - latest < length / 8 ? text.length : endBehind(text, latest, first.end)
	const piece = prepare(text.slice(start, end)).replace(/\s/g, ' ')
	const parts: Excerpt['parts'] = []
	let at = 0
	for (const hit of hits) {
		const [from, to] = [hit.start - start, hit.end - start]
		if (from < at || to > piece.length) continue
		if (from > at) parts.push({ text: piece.slice(at, from), hit: false })
		parts.push({ text: piece.slice(from, to), hit: true })
		at = to
	}
	if (at < piece.length) parts.push({ text: piece.slice(at), hit: false })
	return { parts, before: start > 0, behind: end < text.length }
}

/** The beginning of a word at or behind `at`, no further than `latest`. */
function startBefore(text: string, at: number, latest: number): number {
	if (at === 0) return 0
	for (let place = at; place < latest; place++)
		if (/\s/.test(text.charAt(place - 1)) && /\S/.test(text.charAt(place))) return place
	return latest
}

/** The end of a word at or before `at`, behind `earliest`. */
function endBehind(text: string, at: number, earliest: number): number {
	for (let place = at; place > earliest; place--)
		if (/\s/.test(text.charAt(place)) && /\S/.test(text.charAt(place - 1))) return place
	return at
}
