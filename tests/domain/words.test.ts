import { describe, expect, test } from 'vitest'
import { isQuotable, snapToWords, wordSpans } from '#app/domain/words.ts'

const words = (text: string) => wordSpans(text).map((span) => text.slice(span.start, span.end))

describe('the words of a text', () => {
	test.each([
		['a figure stays whole', 'بنسبة (40.27%) من', ['بنسبة', '40.27%', 'من']],
		['in Arabic digits too', 'بنسبة ٤٠٫٢٧٪ من', ['بنسبة', '٤٠٫٢٧٪', 'من']],
		['with thousands', 'نال 1,479,822 صوتا', ['نال', '1,479,822', 'صوتا']],
		['diacritics stay with their letters', 'مُؤكّدًا أنّ', ['مُؤكّدًا', 'أنّ']],
		['punctuation is no word', '«قال»، ثم… سكت؟', ['قال', 'ثم', 'سكت']],
		['letters and figures written together are one word', 'بـ40% و20 وG20', ['بـ40%', 'و20', 'وG20']],
		['a sign in front belongs to its figure', 'بلغ %40 فقط', ['بلغ', '%40', 'فقط']],
		['two scripts', 'قناة Fox News قالت', ['قناة', 'Fox', 'News', 'قالت']],
		['nothing has none', ' …، ', []],
	])('%s', (_, text, expected) => {
		expect(words(text)).toEqual(expected)
	})
})

test('words are the same however long the text is', () => {
	const sentence = 'قال المتحدث إن 40.27% صوتوا. '
	const spans = wordSpans(sentence.repeat(3000))
	expect(spans).toHaveLength(5 * 3000)
	expect(spans.slice(-5)).toEqual(
		wordSpans(sentence).map(({ start, end }) => ({
			start: start + sentence.length * 2999,
			end: end + sentence.length * 2999,
		})),
	)
})

describe('a selection snaps to whole words', () => {
	const text = 'حصل على (40.27%) من الأصوات\nفي مُؤتمرٍ صحفي'
	test.each([
		['from inside two words', 'صل عل', 'حصل على'],
		['from inside a figure', '0.2', '40.27%'],
		['without the blanks round it', ' من ', 'من'],
		['keeping brackets that were selected', '(40.27%)', '(40.27%)'],
		['from inside letters and figures', '(40', '(40.27%)'.slice(0, -1)],
		['and its diacritics', 'ؤتمر', 'مُؤتمرٍ'],
		['over a line end', 'صوات\nفي', 'الأصوات\nفي'],
	])('%s', (_, selected, snapped) => {
		const start = text.indexOf(selected)
		const span = snapToWords(text, start, start + selected.length)
		expect(text.slice(span.start, span.end)).toBe(snapped)
		expect(snapToWords(text, span.start, span.end)).toEqual(span)
	})

	test('a selection in a long paragraph snaps as in a short one', () => {
		const long = `${'كلمة '.repeat(20_000)}المتحدث`
		expect(snapToWords(long, long.length - 3, long.length - 2)).toEqual({
			start: long.length - 7,
			end: long.length,
		})
	})

	test('a selection made backwards is the same one, and a blank one is empty', () => {
		expect(snapToWords(text, 6, 1)).toEqual(snapToWords(text, 1, 6))
		const { start, end } = snapToWords(text, 3, 4)
		expect(end).toBe(start)
	})
})

describe('words may be quoted', () => {
	test.each([
		['from between two words', 'من |الأصوات', true],
		['from inside a word', 'من ا|لأصوات', true],
		['not from between a letter and its diacritic', 'م|ُؤتمر', false],
		['not from inside a number', '1|20 دولة', false],
		['not from before its decimals', '40|.27%', false],
		['not from behind its point', '40.|27%', false],
		['not from before its sign', '٤٠٫٢٧|٪', false],
		['from behind its sign', '40.27%| من', true],
		['from behind the stop after a number', 'عام 2025.| ثم', true],
		['from between a letter and a number', 'و|20 دولة', true],
	])('%s: %s', (_, marked, expected) => {
		expect(isQuotable(marked.replace('|', ''), marked.indexOf('|'))).toBe(expected)
	})
})
