import { matchKey, normaliseWithMap } from './normalise.ts'
import { findQuotation } from './quotation.ts'
import type { PassageOutcome } from './source.ts'

/** Where a passage stands in the text of a copy: half-open, in UTF-16 code units; or why no one place is meant. */
export type FoundPassage =
	| { outcome: Extract<PassageOutcome, 'exact' | 'normalised'>; start: number; end: number }
	| { outcome: Extract<PassageOutcome, 'several' | 'absent'> }

/**
 * Look for the passage of a piece of evidence in the text of a copy: to the letter, else in another spelling (marks,
 * forms of letters, blanks and line ends aside). Where it stands at more than one place, none of them is taken; something
 * like it is never taken.
 */
export function findPassage(text: string, passage: string): FoundPassage {
	const sought = passage.trim()
	const exactly = findQuotation(text, { exact: sought })
	if ('found' in exactly) {
		return { outcome: 'exact', start: exactly.found.start, end: exactly.found.end }
	}
	if (exactly.problem === 'ambiguous') return { outcome: 'several' }
	const key = matchKey(sought)
	if (key === '') return { outcome: 'absent' }
	const { key: line, starts, ends } = normaliseWithMap(text)
	const first = indexOfWords(line, key, 0)
	if (first < 0) return { outcome: 'absent' }
	if (indexOfWords(line, key, first + 1) >= 0) return { outcome: 'several' }
	const [start, end] = [starts[first], ends[first + key.length - 1]]
	return start === undefined || end === undefined
		? { outcome: 'absent' }
		: { outcome: 'normalised', start, end }
}

/** Where whole words stand in a line of words, at or behind a place; -1 where they do not. */
function indexOfWords(line: string, words: string, from: number): number {
	const place = ` ${line} `.indexOf(` ${words} `, from)
	return place
}
