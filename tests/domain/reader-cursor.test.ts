import { describe, expect, test } from 'vitest'
import { readBlocks, shownText } from '#app/reader/blocks.ts'
import {
	countWords,
	type Cursor,
	cursorAt,
	cursorSpan,
	type Move,
	moveCursor,
	readMove,
	readWalk,
} from '#app/reader/word-cursor.ts'

const text = 'بلغت الحصة 40.27% هنا. وتراجع «السوق» أمس!\n\nقرية واحدة فقط.'
const walk = readWalk(text, readBlocks(text))
const words = walk.words.map(({ start, end }) => text.slice(start, end))

/** The words the cursor stands on after the moves, from the first word on. A capital letter extends. */
function after(moves: string, cursor: Cursor = { anchor: 0, focus: 0 }): string {
	const known: Record<string, Move> = { f: 'forward', b: 'back', d: 'down', u: 'up', h: 'first', e: 'last' }
	for (const letter of moves) {
		const move = known[letter.toLowerCase()]
		if (move) cursor = moveCursor(walk, cursor, move, letter !== letter.toLowerCase())
	}
	const span = cursorSpan(walk, cursor)
	return span ? text.slice(span.start, span.end) : ''
}

describe('the word cursor', () => {
	test('walks words and no punctuation; a figure is one word', () => {
		expect(words).toEqual([
			'بلغت',
			'الحصة',
			'40.27%',
			'هنا',
			'وتراجع',
			'السوق',
			'أمس',
			'قرية',
			'واحدة',
			'فقط',
		])
	})

	test.for<[string, string, string]>([
		['stands still at first', '', 'بلغت'],
		['goes forward', 'ff', '40.27%'],
		['goes back', 'ffb', 'الحصة'],
		['does not leave the text at its beginning', 'bbb', 'بلغت'],
		['does not leave it at its end', 'ffffffffffffff', 'فقط'],
		['crosses into the next paragraph', 'fffffff', 'قرية'],
		['goes to the next sentence', 'd', 'وتراجع'],
		['goes from one paragraph to the next', 'dd', 'قرية'],
		['stays where no sentence follows', 'ddd', 'قرية'],
		['goes to the beginning of its sentence and then to the one before', 'dfu', 'وتراجع'],
		['', 'dfuu', 'بلغت'],
		['goes to the ends of its sentence', 'e', 'هنا'],
		['', 'eh', 'بلغت'],
		['extends by a word', 'fFF', 'الحصة 40.27% هنا'],
		['takes a word back', 'fFFB', 'الحصة 40.27%'],
		['extends backwards', 'fffBB', 'الحصة 40.27% هنا'],
		['turns round its anchor', 'ffFBB', 'الحصة 40.27%'],
		['extends to the end of the sentence', 'E', 'بلغت الحصة 40.27% هنا'],
		['extends by sentences', 'D', 'بلغت الحصة 40.27% هنا'],
		['', 'DD', 'بلغت الحصة 40.27% هنا. وتراجع «السوق» أمس'],
		['leaves the selection when it moves on without extending', 'FFf', 'هنا'],
	])('%s %s', ([, moves, expected]) => expect(after(moves)).toBe(expected))

	test('goes on from words that were selected otherwise', () => {
		const start = text.indexOf('السوق')
		const cursor = cursorAt(walk, { start, end: start + 'السوق» أمس'.length })
		expect(cursor && after('', cursor)).toBe('السوق» أمس')
		expect(cursor && after('F', cursor)).toBe('السوق» أمس!\n\nقرية')
	})

	test('stands on the word that follows a place between words, or on the last', () => {
		const at = (place: number) => after('', cursorAt(walk, { start: place, end: place }) ?? undefined)
		expect(at(text.indexOf(' الحصة'))).toBe('الحصة')
		expect(at(text.length)).toBe('فقط')
	})

	test('has nowhere to stand in a text without words', () => {
		expect(cursorAt(readWalk('…', readBlocks('…')), { start: 0, end: 1 })).toBeNull()
	})

	test('counts the words of a range', () => {
		expect(countWords(walk, { start: 0, end: text.indexOf('هنا') })).toBe(3)
	})

	test('goes the way the text is read', () => {
		expect(readMove('ArrowLeft', 'rtl')).toBe('forward')
		expect(readMove('ArrowRight', 'rtl')).toBe('back')
		expect(readMove('ArrowLeft', 'ltr')).toBe('back')
		expect(readMove('ArrowRight', 'ltr')).toBe('forward')
		expect(readMove('a', 'rtl')).toBeNull()
	})
})

describe('the paragraphs of the reader', () => {
	test('are as long as their part of the text, carriage returns or not', () => {
		const windows = 'سطر أول\r\nيكمله ثان.\r\n\r\nفقرة.'
		for (const block of readBlocks(windows)) {
			const shown = shownText(windows, block)
			expect(shown).toHaveLength(block.end - block.start)
			expect(shown).not.toContain('\r')
		}
	})

	test('cover every word of a text, and front matter stands apart', () => {
		const markdown = '---\ntitle: سوق\n---\n\n# سوق\n\nنص.'
		expect(readBlocks(markdown).map((block) => [block.kind, markdown.slice(block.start, block.end)])).toEqual(
			[
				['front-matter', '---\ntitle: سوق\n---'],
				['text', '# سوق'],
				['text', 'نص.'],
			],
		)
	})

	test('are never so long that a browser would cut them', () => {
		for (const endless of ['كلمة '.repeat(30_000), 'جملة هنا. '.repeat(12_000), 'ا'.repeat(120_000)]) {
			const blocks = readBlocks(endless)
			expect(blocks.length).toBeGreaterThan(3)
			for (const [index, { start, end }] of blocks.entries()) {
				expect(end - start).toBeLessThan(65_536)
				const next = blocks[index + 1]
				if (next) expect(endless.slice(end, next.start).trim()).toBe('')
			}
		}
	})
})
