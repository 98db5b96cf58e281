import { describe, expect, test } from 'vitest'
import { snapToWords, wordSpans } from '#app/domain/words.ts'

const words = (text: string) => wordSpans(text).map((span) => text.slice(span.start, span.end))

describe('the words of a text', () => {
	test.each([
		['a figure stays whole', 'بنسبة (40.27%) من', ['بنسبة', '40.27%', 'من']],
		['in Arabic digits too', 'بنسبة ٤٠٫٢٧٪ من', ['بنسبة', '٤٠٫٢٧٪', 'من']],
		['with thousands', 'نال 1,479,822 صوتا', ['نال', '1,479,822', 'صوتا']],
		['diacritics stay with their letters', 'مُؤكّدًا أنّ', ['مُؤكّدًا', 'أنّ']],
		['punctuation is no word', '«قال»، ثم… سكت؟', ['قال', 'ثم', 'سكت']],
		['two scripts', 'قناة Fox News قالت', ['قناة', 'Fox', 'News', 'قالت']],
		['nothing has none', ' …، ', []],
	])('%s', (_, text, expected) => {
		expect(words(text)).toEqual(expected)
	})
})

describe('a selection snaps to whole words', () => {
	const text = 'حصل على (40.27%) من الأصوات\nفي مُؤتمرٍ صحفي'
	test.each([
		['from inside two words', 'صل عل', 'حصل على'],
		['from inside a figure', '0.2', '40.27%'],
		['without the blanks round it', ' من ', 'من'],
		['keeping brackets that were selected', '(40.27%)', '(40.27%)'],
		['and its diacritics', 'ؤتمر', 'مُؤتمرٍ'],
		['over a line end', 'صوات\nفي', 'الأصوات\nفي'],
	])('%s', (_, selected, snapped) => {
		const start = text.indexOf(selected)
		const span = snapToWords(text, start, start + selected.length)
		expect(text.slice(span.start, span.end)).toBe(snapped)
		expect(snapToWords(text, span.start, span.end)).toEqual(span)
	})

	test('a selection made backwards is the same one, and a blank one is empty', () => {
		expect(snapToWords(text, 6, 1)).toEqual(snapToWords(text, 1, 6))
		const { start, end } = snapToWords(text, 3, 4)
		expect(end).toBe(start)
	})
})
