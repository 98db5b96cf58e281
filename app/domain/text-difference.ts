import { diffArrays } from 'diff'
import { paragraphs } from './paragraphs.ts'

/** Words that stand in both texts, only in the older, or only in the newer. */
export type DifferencePart = { kind: 'kept' | 'removed' | 'added'; text: string }

/** A paragraph of either text. One that was reworded has parts of several kinds; any other has one. */
export type ParagraphDifference = { kind: 'kept' | 'removed' | 'added' | 'changed'; parts: DifferencePart[] }

/** Paragraphs with fewer words in common than this share are two, not one reworded. */
const sameParagraph = 0.4
/** How many paragraphs further on the other wording of one is looked for. */
const nearby = 30
/** More changes than this in one paragraph are not read word by word by anybody, and take long to find. */
const mostChanges = 1_500
/** A text with more paragraphs than this out of place is another text. */
const mostMoves = 1_500

/**
 * What became of a text, paragraph by paragraph and in them word by word, in the order of reading: what was taken out
 * stands before what came in. Line ends within a paragraph are blanks, and blanks are not compared.
 */
export function differenceOf(before: string, after: string): ParagraphDifference[] {
	const [olds, news] = [readParagraphs(before), readParagraphs(after)]
	const found: ParagraphDifference[] = []
	let [old, now] = [0, 0]
	for (const kept of [...keptParagraphs(olds, news), { old: olds.length, now: news.length }]) {
		found.push(...reworded(olds.slice(old, kept.old), news.slice(now, kept.now)))
		found.push(...whole('kept', olds.slice(kept.old, kept.old + 1)))
		;[old, now] = [kept.old + 1, kept.now + 1]
	}
	return found
}

/** The paragraphs that stand in both texts in one order, by their numbers in each. Only such are compared as are in both. */
function keptParagraphs(olds: string[], news: string[]): { old: number; now: number }[] {
	const [inOlds, inNews] = [new Set(olds), new Set(news)]
	const [fromOlds, fromNews] = [numbersOf(olds, inNews), numbersOf(news, inOlds)]
	const changes = diffArrays(
		fromOlds.map((number) => olds[number]),
		fromNews.map((number) => news[number]),
		{ maxEditLength: mostMoves },
	)
	const kept: { old: number; now: number }[] = []
	let [old, now] = [0, 0]
	for (const { added, removed, value } of changes ?? []) {
		for (let step = 0; step < value.length; step++) {
			const pair = { old: fromOlds[old] ?? 0, now: fromNews[now] ?? 0 }
			if (!added) old++
			if (!removed) now++
			if (!added && !removed) kept.push(pair)
		}
	}
	return kept
}

function numbersOf(texts: string[], wanted: Set<string>): number[] {
	return texts.flatMap((text, number) => (wanted.has(text) ? [number] : []))
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
	const wordsOf = added.map((text) => new Set(text.split(' ')))
	let next = 0
	for (const old of removed) {
		const words = new Set(old.split(' '))
		const ahead = wordsOf.slice(next, next + nearby)
		const partner = next + ahead.findIndex((others) => inCommon(words, others) >= sameParagraph)
		if (partner < next) {
			found.push(...whole('removed', [old]))
			continue
		}
		found.push(...whole('added', added.slice(next, partner)), wordByWord(old, added[partner] ?? ''))
		next = partner + 1
	}
	return [...found, ...whole('added', added.slice(next))]
}

/** The share of words in common, of the larger set. */
function inCommon(ones: Set<string>, others: Set<string>): number {
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
