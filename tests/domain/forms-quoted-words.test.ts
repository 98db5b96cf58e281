import { describe, expect, test } from 'vitest'
import { choosePlace, findPlaces } from '#app/forms/quoted-words.ts'

const text = 'قال رئيس البلدية إن الكلفة\nبلغت 3.4 ملايين\r\nدولار. وبلغت 3.4 ملايين دولار (تقريبًا).'

describe('quoted words', () => {
	test.for<[string, string, string[]]>([
		['as they stand', 'رئيس البلدية', ['رئيس البلدية']],
		['copied from a page that shows line ends as blanks', 'الكلفة بلغت', ['الكلفة\nبلغت']],
		['sent with the line ends of a browser', 'الكلفة\r\nبلغت', ['الكلفة\nبلغت']],
		['with blanks round them', '  رئيس \u00a0 البلدية\n', ['رئيس البلدية']],
		['that stand twice', 'بلغت 3.4 ملايين دولار', ['بلغت 3.4 ملايين\r\nدولار', 'بلغت 3.4 ملايين دولار']],
		['with signs that mean something elsewhere', '(تقريبًا).', ['(تقريبًا).']],
		['with another diacritic', '(تقريبا)', []],
		['with another digit', '3.5 ملايين', []],
		['with a blank too many', '3. 4 ملايين', []],
		['of which there are none', ' \n', []],
	])('%s', ([, words, found]) => {
		const places = findPlaces(text, words)
		expect(places.map(({ exact }) => exact)).toEqual(found)
		for (const { start, end, before, exact, after } of places) {
			expect(text.slice(start, end)).toBe(exact)
			expect(text).toContain(before + exact + after)
		}
	})

	test('that overlap themselves are found in every place', () => {
		expect(findPlaces('ها ها ها', 'ها ها').map(({ start }) => start)).toEqual([0, 3])
	})

	test('are meant where they were selected, or where they stand alone', () => {
		const [first, second] = findPlaces(text, 'بلغت 3.4 ملايين دولار')
		if (!first || !second) throw new Error('two places')
		expect(choosePlace([first, second], second.start)).toBe(second)
		expect(choosePlace([first, second], null)).toBeNull()
		expect(choosePlace([first, second], first.start + 1)).toBeNull()
		expect(choosePlace([first], 7)).toBe(first)
		expect(choosePlace([], null)).toBeNull()
	})
})
