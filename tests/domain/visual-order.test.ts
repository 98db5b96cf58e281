import { describe, expect, test } from 'vitest'
import { readingOrder } from '#app/domain/visual-order.ts'

const read = (line: string, rtl = true, mirroring = false) =>
	readingOrder(line.match(/\P{M}\p{M}*/gu) ?? [], rtl, mirroring).join('')

/** A line as it stands on paper from left to right, and as it is read. */
const lines: [string, string][] = [
	['ملاس', 'سالم'],
	['%40.3 ةبسنب', 'بنسبة 40.3%'],
	['٪٤٠ ةبسنب', 'بنسبة ٤٠٪'],
	['١٬٢٥٠ غلب', 'بلغ ١٬٢٥٠'],
	['2024-2019 نيب', 'بين 2019-2024'],
	['7/10 نع', 'عن 7/10'],
	['.12:30 ةعاسلا يف', 'في الساعة 12:30.'],
	['رشن Harbour Watch 2025 ريرقت', 'تقرير Harbour Watch 2025 نشر'],
	['زمرلا 3D-x مث', 'ثم 3D-x الرمز'],
]

describe('a line from the right', () => {
	test.for(lines)('«%s» reads «%s»', ([paper, text]) => expect(read(paper)).toBe(text))

	test('comes back when it is turned twice', () => {
		for (const [, text] of lines) expect(read(read(text))).toBe(text)
	})

	test('turns brackets that are given as they look', () => {
		expect(read('«قوس» (Watch 2025)', true, true)).toBe('(Watch 2025) «سوق»')
	})
})

describe('a line from the left', () => {
	test('stays as it is', () => expect(read('Spending rose by 40.3%.', false)).toBe('Spending rose by 40.3%.'))
	test('turns the words in it that run from the right', () => {
		expect(read('The word قوس كمس means it', false)).toBe('The word سمك سوق means it')
	})
})
