import { sentences } from '#app/domain/paragraphs.ts'
import { type Span, wordSpans } from '#app/domain/words.ts'
import type { Block } from './blocks.ts'

/** What a text is walked by: its words, and for each word the sentence it stands in. */
export type Walk = { words: Span[]; sentenceOf: number[]; sentences: { first: number; last: number }[] }

/** Where the hand is: the word a selection began at and the word it has come to, which are one while nothing is selected. */
export type Cursor = { anchor: number; focus: number }

export type Move = 'forward' | 'back' | 'down' | 'up' | 'first' | 'last'

/** Read a text's words and sentences, once for as long as it is shown. */
export function readWalk(text: string, blocks: Block[]): Walk {
	const walk: Walk = { words: [], sentenceOf: [], sentences: [] }
	for (const block of blocks) {
		if (block.kind !== 'text') continue
		const words = wordSpans(text.slice(block.start, block.end)).map(({ start, end }) => ({
			start: start + block.start,
			end: end + block.start,
		}))
		let index = 0
		for (const sentence of sentences(text, block)) {
			const first = walk.words.length
			for (let word = words[index]; word && word.start < sentence.end; word = words[++index]) {
				walk.words.push(word)
				walk.sentenceOf.push(walk.sentences.length)
			}
			if (walk.words.length > first) walk.sentences.push({ first, last: walk.words.length - 1 })
		}
	}
	return walk
}

/**
 * The cursor after a move in reading direction; it stays within the text.
 * @param extend whether the selection grows or shrinks, instead of being left behind
 */
export function moveCursor(walk: Walk, cursor: Cursor, move: Move, extend: boolean): Cursor {
	const focus = target(walk, cursor.focus, move, extend)
	return { anchor: extend ? cursor.anchor : focus, focus }
}

function target(walk: Walk, focus: number, move: Move, extend: boolean): number {
	const at = walk.sentenceOf[focus] ?? 0
	const here = walk.sentences[at] ?? { first: 0, last: 0 }
	switch (move) {
		case 'forward':
			return Math.min(focus + 1, walk.words.length - 1)
		case 'back':
			return Math.max(focus - 1, 0)
		case 'first':
			return here.first
		case 'last':
			return here.last
		case 'down':
			// To select sentences one first comes to the end of this one.
			if (extend) return focus < here.last ? here.last : (walk.sentences[at + 1]?.last ?? focus)
			return walk.sentences[at + 1]?.first ?? focus
		case 'up':
			return focus > here.first ? here.first : (walk.sentences[at - 1]?.first ?? focus)
	}
}

/** The cursor with its ends changed over, so that the other one moves. */
export function swapEnds({ anchor, focus }: Cursor): Cursor {
	return { anchor: focus, focus: anchor }
}

/** The words a cursor stands on, from the first to the last of them; `null` for a text without words. */
export function cursorSpan({ words }: Walk, { anchor, focus }: Cursor): Span | null {
	const first = words[Math.min(anchor, focus)]
	const last = words[Math.max(anchor, focus)]
	return first && last ? { start: first.start, end: last.end } : null
}

/** The cursor that stands on the words of a range, or on the first word behind it where it has none. */
export function cursorAt({ words }: Walk, { start, end }: Span): Cursor | null {
	if (words.length === 0) return null
	const after = words.findIndex((word) => word.end > start)
	const first = after < 0 ? words.length - 1 : after
	let last = first
	while ((words[last + 1]?.start ?? Infinity) < end) last++
	return { anchor: first, focus: last }
}

/** How many words of the text a range has, whole or in part. */
export function countWords({ words }: Walk, { start, end }: Span): number {
	return words.filter((word) => word.start < end && word.end > start).length
}

/** What a key means in a text of this direction; `null` for keys that are not the reader's. */
export function readMove(key: string, direction: 'rtl' | 'ltr'): Move | null {
	switch (key) {
		case 'ArrowLeft':
			return direction === 'rtl' ? 'forward' : 'back'
		case 'ArrowRight':
			return direction === 'rtl' ? 'back' : 'forward'
		case 'ArrowDown':
			return 'down'
		case 'ArrowUp':
			return 'up'
		case 'Home':
			return 'first'
		case 'End':
			return 'last'
		default:
			return null
	}
}
