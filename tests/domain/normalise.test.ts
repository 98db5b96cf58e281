import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { matchKey, normaliseWithMap } from '#app/domain/normalise.ts'

const seeded = { seed: 20261124, numRuns: 300 }

describe('spellings of one thing have one key', () => {
	test.each([
		['diacritics', 'فازَ المُرشَّحُ', 'فاز المرشح'],
		['tatweel', 'الـمرشـــح', 'المرشح'],
		['hamza seats', 'أعلن إلغاء آخر', 'اعلن الغاء اخر'],
		['tanwin on either letter', 'عسكرياً', 'عسكريًا'],
		['ta marbuta and alif maqsura', 'مدرسة على', 'مدرسه علي'],
		['presentation forms', 'ﻻ يوجد', 'لا يوجد'],
		['Persian letters', 'کتاب ایران', 'كتاب ايران'],
		['invisible marks', 'الن\u200fص\u200d', 'النص'],
		['Arabic-Indic digits', 'نسبة ٤٠٫٢٧٪', 'نسبة 40.27%'],
		['Persian digits', '۲۰ دولة', '20 دولة'],
		['a percentage in brackets', 'على (40.27%) من', 'على 40.27% من'],
		['a percent sign typed in front', '%40.27', '40.27%'],
		['a percentage in words', '40.27 في المائة', '40.27%'],
		['the other word for it', '40.27 بالمئة', '40.27%'],
		['a decimal comma', '40,27 بالمئة', '40.27%'],
		['thousands of either script', '٣٬٧٨٦ صوتا', '3,786 صوتا'],
		['quotation marks', '«النص» و”النص“', 'النص والنص'],
		['months of the Levant', '3 كانون الثاني 2026', '3 يناير 2026'],
		['months of the Maghreb', '5 يوليوز', '5 يوليو'],
		['August beside a number', '3 آب 2026', '3 أغسطس 2026'],
		['an ordinal before a month', 'الثالث من يناير', '3 يناير'],
		['tens in words', 'عشرين دولة', '20 دولة'],
		['compounds in words', 'ثلاثة وعشرون', '23'],
		['teens in words', 'خمسة عشر', '15'],
		['multipliers', '20 ألف صوت', '20,000 صوت'],
		['teens with their percent', 'خمسة عشر بالمئة', '15%'],
		['compounds with their multiplier', 'ثلاثة وعشرون ألفًا', '23,000'],
		['compound ordinals before a month', 'الرابع والعشرين من ديسمبر', '24 ديسمبر'],
		['a month named in two families', '24 ديسمبر/كانون الأول 2025', '24 ديسمبر 2025'],
		['dots between thousands', '1.479.822', '1,479,822'],
		['Persian and plain minus', '\u22123%', '-3%'],
		['seats of a hamza between wāws', 'مسئول', 'مسؤول'],
		['known names', 'دونالد ترمب الأميركي', 'دونالد ترامب الأمريكي'],
		['names in one word or two', 'نصر الله', 'نصرالله'],
	])('%s', (_, one, other) => {
		expect(matchKey(one).replace(/ /g, '')).toBe(matchKey(other).replace(/ /g, ''))
	})

	test.each([
		['another digit', 'بنسبة 40.27%', 'بنسبة 40.26%'],
		['a percentage and a number', '97', '97%'],
		['another month', '3 يناير', '3 فبراير'],
		['a percentage and a number written onto a letter', 'بـ40% من', 'بـ40 من'],
		['a rise and a fall', 'بنسبة -3%', 'بنسبة 3%'],
		['an ambiguous list and a number', '1,23,456', '123456'],
		['a father and August', 'أب لثلاثة', 'أغسطس لثلاثة'],
		['another name', 'ترامب', 'عصفورة'],
	])('but not %s', (_, one, other) => {
		expect(matchKey(one)).not.toBe(matchKey(other))
	})
})

const letters = fc.constantFrom(...'ابتثجحخدذرزسشصضطظعغفقكلمنهوي')
const word = fc.string({ unit: letters, minLength: 2, maxLength: 8 })
const number = fc.integer({ min: 11, max: 999_999 }).map(String)
const text = fc.array(fc.oneof({ weight: 4, arbitrary: word }, { weight: 1, arbitrary: number }), {
	minLength: 1,
	maxLength: 12,
})
/** Words that are joined to others, in any order. */
const joining = fc.array(
	fc.constantFrom(
		...['ثلاثة', 'وعشرون', 'عشر', 'خمسة', 'ألف', 'مليون', 'في', 'المئة', 'بالمئة', 'الثالث', 'الحادي', 'من'],
		...[
			'يناير',
			'كانون',
			'الثاني',
			'آب',
			'نصر',
			'الله',
			'و',
			'ل',
			'البيرو',
			'أميركونجرس',
			'20',
			'3.5',
			'%',
			'-',
			'، ',
		],
	),
	{ maxLength: 10 },
)

describe('one-letter words and figures part in one way', () => {
	test.each([
		['a quotation mark behind the letter', 'بـ«الحليف»', 'بالحليف'],
		['an article behind لـ', 'لـ«الهيئة»', 'للهيئة'],
		['a blank behind و', 'و تعتبر', 'وتعتبر'],
		['no blank before a figure', 'بـ40.27%', 'ب 40.27%'],
		['no blank behind one', '67عامًا', '67 عامًا'],
	])('%s', (_, one, other) => {
		expect(matchKey(one)).toBe(matchKey(other))
	})
})

test('the longest article has its key in seconds, however it is made', () => {
	expect(matchKey('1'.repeat(400_000))).toHaveLength(400_000)
	expect(matchKey('و '.repeat(200_000))).toHaveLength(299_999)
	expect(matchKey(`1${' '.repeat(399_998)}1`)).toBe('1 1')
}, 30_000)

describe('for any text', () => {
	test('normalising twice is normalising once', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), text, (noise, words) => {
				const key = matchKey(`${words.join(' ')} ${noise}`)
				expect(matchKey(key)).toBe(key)
			}),
			seeded,
		)
	})

	test('so it is for words that are joined to others', () => {
		fc.assert(
			fc.property(joining, (words) => {
				const key = matchKey(words.join(' '))
				expect(matchKey(key)).toBe(key)
			}),
			{ ...seeded, numRuns: 3000 },
		)
	})

	test('diacritics, tatweel and marks anywhere never change the key', () => {
		const noise = fc.array(
			fc.tuple(fc.nat(200), fc.constantFrom('\u064e', '\u0651', '\u0652', '\u0640', '\u200f', '\u200d')),
			{ maxLength: 10 },
		)
		fc.assert(
			fc.property(text, noise, (words, marks) => {
				const plain = words.join(' ')
				let noisy = plain
				for (const [at, mark] of marks) {
					const place = at % (noisy.length + 1)
					// A mark needs a letter to stand on; between digits people write none.
					if (/\p{L}/u.test(noisy.charAt(place - 1)))
						noisy = noisy.slice(0, place) + mark + noisy.slice(place)
				}
				expect(matchKey(noisy)).toBe(matchKey(plain))
			}),
			seeded,
		)
	})

	test('digits of the other script never change the key, and one digit changed always does', () => {
		fc.assert(
			fc.property(text, number, fc.nat(5), (words, figure, at) => {
				const arabic = figure.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))
				expect(matchKey([...words, arabic].join(' '))).toBe(matchKey([...words, figure].join(' ')))
				const place = at % figure.length
				const changed = figure.slice(0, place) + ((Number(figure[place]) + 1) % 10) + figure.slice(place + 1)
				expect(matchKey([...words, changed].join(' '))).not.toBe(matchKey([...words, figure].join(' ')))
			}),
			seeded,
		)
	})

	test('quotation marks and brackets round a word never change the key', () => {
		fc.assert(
			fc.property(text, fc.nat(11), fc.constantFrom('«»', '“”', '""', '()', '‹›'), (words, at, marks) => {
				const marked = words.map((word, index) =>
					index === at % words.length ? marks[0] + word + marks[1] : word,
				)
				expect(matchKey(marked.join(' '))).toBe(matchKey(words.join(' ')))
			}),
			seeded,
		)
	})

	test('the hamza of a letter never changes the key', () => {
		fc.assert(
			fc.property(text, fc.constantFrom('أ', 'إ', 'آ', 'ٱ'), (words, seat) => {
				const plain = words.join(' ')
				expect(matchKey(plain.replaceAll('ا', seat))).toBe(matchKey(plain))
			}),
			seeded,
		)
	})

	test('every unit of the key knows where it came from', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 60 }), (raw) => {
				const { key, starts, ends } = normaliseWithMap(raw)
				expect(starts).toHaveLength(key.length)
				expect(ends).toHaveLength(key.length)
				for (const [index, start] of starts.entries()) {
					expect(start).toBeLessThanOrEqual(ends[index] ?? -1)
					expect(start).toBeGreaterThanOrEqual(starts[index - 1] ?? 0)
				}
				expect(ends.every((end) => end <= raw.length)).toBe(true)
			}),
			seeded,
		)
	})
})
