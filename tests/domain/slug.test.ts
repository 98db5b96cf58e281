import { describe, expect, test } from 'vitest'
import { makeSlug } from '#app/domain/slug.ts'

describe('a slug is made of the words, then the id', () => {
	test.for<[string, string, string]>([
		['English words in small letters', 'The council declared a Winner', 'the-council-declared-a-winner-x7k2'],
		['Arabic words as they are', 'أعلن المجلس فوز المرشح', 'أعلن-المجلس-فوز-المرشح-x7k2'],
		['diacritics go, letters stay', 'أُعْلِنَ الفَوْزُ رسميًّا', 'أعلن-الفوز-رسميا-x7k2'],
		['tatweel goes', 'خبـــر عاجـل', 'خبر-عاجل-x7k2'],
		['accents of Latin letters go', 'José Jerí à São Tomé', 'jose-jeri-a-sao-tome-x7k2'],
		['a decimal keeps its digits apart', 'won 40.27% of votes', 'won-40-27-of-votes-x7k2'],
		['thousands too', 'some 3,786 people', 'some-3-786-people-x7k2'],
		['Arabic-Indic digits are letters of the script', 'عام ٢٠٢٥', 'عام-٢٠٢٥-x7k2'],
		['punctuation and signs separate', '«نعم»، قال: لا/ربما؟', 'نعم-قال-لا-ربما-x7k2'],
		['both scripts in one', 'شركة Acme تنفي', 'شركة-acme-تنفي-x7k2'],
		['direction marks leave no trace', '\u2067سوق\u2069 السمك\u200f', 'سوق-السمك-x7k2'],
		['nothing but signs leaves the id', '…؟!', 'x7k2'],
		['nothing at all too', '', 'x7k2'],
	])('%s', ([, text, slug]) => {
		expect(makeSlug(text, 'x7k2')).toBe(slug)
	})
})

describe('a long text', () => {
	const words = 'كلمة '.repeat(200)

	test('is cut at a word, and the words are no longer than was asked', () => {
		const slug = makeSlug(words, 'x7k2', 30)
		expect(slug).toMatch(/^(?:كلمة-)+x7k2$/)
		expect(slug.length - '-x7k2'.length).toBeLessThanOrEqual(30)
	})

	test('of one endless word leaves the id', () => {
		expect(makeSlug('a'.repeat(500), 'x7k2')).toBe('x7k2')
	})
})

test('the same words in composed and decomposed letters make the same slug', () => {
	for (const text of ['أعلن الفوز', 'آخر خبر مؤكد', 'José']) {
		expect(makeSlug(text.normalize('NFD'), 'x7k2')).toBe(makeSlug(text.normalize('NFC'), 'x7k2'))
	}
})

test('what comes out is an address: it survives being written into one and read again', () => {
	const slug = makeSlug('أعلن المجلس، في 24 ديسمبر، فوزه بـ40.27%', 'x7k2')
	expect(
		new URL(`https://desk.example/ar/verdicts/${slug}`).pathname.split('/').map(decodeURIComponent)[3],
	).toBe(slug)
})
