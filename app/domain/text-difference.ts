import { diffArrays } from 'diff'
import { paragraphs } from './paragraphs.ts'

/** Words that stand in both texts, only in the older, or only in the newer. */
export type DifferencePart = { kind: 'kept' | 'removed' | 'added'; text: string }

/** A paragraph of either text. One that was reworded has parts of several kinds; any other has one. */
export type ParagraphDifference = { kind: 'kept' | 'removed' | 'added' | 'changed'; parts: DifferencePart[] }

/** Paragraphs with fewer words in common than this share are two, not one reworded. */
const sameParagraph = 0.4
/** More changes than this in one paragraph are not read word by word by anybody, and take long to find. */
const mostChanges = 1_500

/**
 * What became of a text, paragraph by paragraph and in them word by word, in the order of reading: what was taken out
 * stands before what came in. Line ends within a paragraph are blanks, and blanks are not compared.
 */
export function differenceOf(before: string, after: string): ParagraphDifference[] {
	const found: ParagraphDifference[] = []
	let removed: string[] = []
	for (const change of diffArrays(readParagraphs(before), readParagraphs(after))) {
		if (change.removed) {
			removed = change.value
			continue
		}
		if (change.added) found.push(...reworded(removed, change.value))
		else found.push(...whole('removed', removed), ...whole('kept', change.value))
		removed = []
	}
	return [...found, ...whole('removed', removed)]
}

function readParagraphs(text: string): string[] {
	return paragraphs(text).map(({ start, end }) => text.slice(start, end).replace(/\s+/gu, ' ').trim())
}

function whole(kind: 'kept' | 'removed' | 'added', texts: string[]): ParagraphDifference[] {
	return texts.map((text) => ({ kind, parts: [{ kind, text }] }))
}

/** Pair what went out with what came in, in their order, where the two are one paragraph in other words. */
function reworded(removed: string[], added: string[]): ParagraphDifference[] {
	const found: ParagraphDifference[] = []
	let next = 0
	for (const old of removed) {
		const partner = added.findIndex(
			(text, index) => index >= next && wordsInCommon(old, text) >= sameParagraph,
		)
		if (partner < 0) {
			found.push(...whole('removed', [old]))
			continue
		}
		found.push(...whole('added', added.slice(next, partner)), wordByWord(old, added[partner] ?? ''))
		next = partner + 1
	}
	return [...found, ...whole('added', added.slice(next))]
}

function wordsInCommon(one: string, other: string): number {
	const [ones, others] = [new Set(one.split(' ')), new Set(other.split(' '))]
	let common = 0
	for (const word of ones) if (others.has(word)) common += 1
	return common / Math.max(ones.size, others.size)
}

function wordByWord(before: string, after: string): ParagraphDifference {
	const changes = diffArrays(before.split(' '), after.split(' '), { maxEditLength: mostChanges })
	const parts = changes?.map(({ removed, added, value }) => ({
		kind: removed ? ('removed' as const) : added ? ('added' as const) : ('kept' as const),
		text: value.join(' '),
	}))
	return {
		kind: 'changed',
		parts: parts ?? [
			{ kind: 'removed', text: before },
			{ kind: 'added', text: after },
		],
	}
}
