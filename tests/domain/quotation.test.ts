import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { describeQuotation, findQuotation } from '#app/domain/quotation.ts'
import { isQuotable } from '#app/domain/words.ts'

const text =
	'أعلنت اللجنة فوز المرشح بنسبة 40.27% من الأصوات. وقال المتحدث إن النسبة نهائية. وقالت اللجنة إن الفرز انتهى.'
const at = (words: string) => text.indexOf(words)

describe('describing a range', () => {
	test('keeps the exact words, up to 32 code units on each side, and the place', () => {
		const start = at('40.27%')
		expect(describeQuotation(text, start, start + 6)).toEqual({
			exact: '40.27%',
			prefix: text.slice(0, start),
			suffix: ' من الأصوات. وقال المتحدث إن الن',
			start,
			end: start + 6,
		})
	})

	test.each([
		['empty', 3, 3],
		['blank', 5, 6],
		['backwards', 9, 3],
		['outside', 0, text.length + 1],
		['negative', -1, 4],
		['not whole', 0.5, 4],
	])('refuses one that is %s', (_, start, end) => {
		expect(() => describeQuotation(text, start, end)).toThrow(RangeError)
	})

	test('refuses to tear a diacritic from its letter or a character in two', () => {
		const marked = 'كَتبَ 😀 شيئًا'
		expect(() => describeQuotation(marked, 0, 1)).toThrow(RangeError)
		expect(() => describeQuotation(marked, 6, 7)).toThrow(RangeError)
		expect(describeQuotation(marked, 0, 2).exact).toBe('كَ')
	})
})

describe('finding words in a text', () => {
	test('takes the place where they are said to start', () => {
		const second = text.lastIndexOf('اللجنة')
		expect(findQuotation(text, { exact: 'اللجنة', start: second })).toMatchObject({
			found: { start: second },
		})
	})

	test('takes the only place, wherever they were said to start', () => {
		expect(findQuotation(text, { exact: '40.27%', start: 3 })).toMatchObject({
			found: { start: at('40.27%') },
		})
	})

	test('tells two places apart by what stands around them', () => {
		const found = findQuotation(text, { exact: 'اللجنة', prefix: 'وقالت ' })
		expect(found).toMatchObject({ found: { start: text.lastIndexOf('اللجنة') } })
	})

	test('takes words whose lines were ended otherwise on the way through a form', () => {
		const wrapped = 'قال المتحدث\r\nإن الفرز\r\nانتهى'
		for (const exact of ['المتحدث\nإن', 'المتحدث\rإن', 'المتحدث\r\nإن'])
			expect(findQuotation(wrapped, { exact })).toMatchObject({
				found: { exact: 'المتحدث\r\nإن', start: 4, suffix: ' الفرز\r\nانتهى' },
			})
	})

	test('takes the only place where the words stand for themselves', () => {
		const counts = 'من بين 120 دولة وافقت 20 دولة'
		expect(findQuotation(counts, { exact: '20 دولة' })).toMatchObject({
			found: { start: counts.lastIndexOf('20') },
		})
	})

	test.each([
		['part of a figure', { exact: '0.27%' }, { problem: 'absent' }],
		['a figure without its sign', { exact: '40.27' }, { problem: 'absent' }],
		['a pattern', { exact: '4.*%' }, { problem: 'absent' }],
		['a place before the beginning', { exact: 'أعلنت', start: -5 }, { found: { start: 0 } }],
		['absent words', { exact: '40.26%' }, { problem: 'absent' }],
		['another spelling', { exact: 'اعلنت اللجنة' }, { problem: 'absent' }],
		['no words', { exact: '  ' }, { problem: 'absent' }],
		['words in two places', { exact: 'اللجنة' }, { problem: 'ambiguous', places: 2 }],
		[
			'surroundings that fit nowhere',
			{ exact: 'اللجنة', prefix: 'غير ' },
			{ problem: 'ambiguous', places: 2 },
		],
	])('never guesses: %s', (_, sought, answer) => {
		expect(findQuotation(text, sought)).toMatchObject(answer)
	})

	test('finds every range it described, in any text', () => {
		const texts = fc.string({ unit: 'grapheme', minLength: 1, maxLength: 80 })
		fc.assert(
			fc.property(texts, fc.nat(), fc.nat(), (any, a, b) => {
				const [start, end] = [a % (any.length + 1), b % (any.length + 1)].sort((x, y) => x - y) as [
					number,
					number,
				]
				fc.pre(any.slice(start, end).trim() !== '' && isQuotable(any, start) && isQuotable(any, end))
				const quotation = describeQuotation(any, start, end)
				expect(any.slice(quotation.start, quotation.end)).toBe(quotation.exact)
				expect(findQuotation(any, quotation)).toEqual({ found: quotation })
			}),
			{ seed: 20261124, numRuns: 500 },
		)
	})
})
