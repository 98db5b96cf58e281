import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { entryWords } from '#app/domain/search-entry.ts'
import { excerptOf, findHits } from '#app/domain/search-hits.ts'
import { parseQuery, type SearchQuery } from '#app/domain/search-query.ts'
import { facet, readSearchCursor, writeSearchCursor } from '#app/domain/search.ts'
import { searchWords } from '#app/domain/search-words.ts'
import { isGraphemeBorder } from '#app/domain/words.ts'

function queryOf(typed: string): SearchQuery {
	const read = parseQuery(typed)
	if ('problem' in read) throw new Error(`${typed}: ${read.problem}`)
	return read.query
}

/** What of a text is marked for what was typed. */
const marked = (text: string, typed: string) =>
	findHits(text, queryOf(typed)).map(({ start, end }) => text.slice(start, end))

describe('a word that is asked for is found in the word of the text', () => {
	test.for<[typed: string, text: string]>([
		['الحكومة', 'للحكومة'],
		['الحكومة', 'حكومة'],
		['حكومة', 'والحكومة'],
		['حكومة', 'بالحكومة'],
		['حكومة', 'فالحكومة'],
		['حكومة', 'كالحكومة'],
		['حكومة', 'بحكومة'],
		['حكومة', 'ولحكومة'],
		['حكومة', 'حكومات'],
		['حكومة', 'حكومتها'],
		['الحكومة', 'وحكومته'],
		['للحكومة', 'الحُكُومَةِ'],
		['الوزارة', 'وزارة'],
		['وزارة', 'بوزارتها'],
		['تونس', 'وتونس'],
		['لبنان', 'بلبنان'],
		['لبنان', 'اللبنانية'],
		['ابن سالم', 'بن سالم'],
		['بن سالم', 'ابن سالم'],
		['أبو ظبي', 'أبي ظبي'],
		['ترمب', 'لترامب'],
		['ترامب', 'ترمب'],
		['الأمريكية', 'أميركية'],
		['إيران', 'ايران'],
		['مستشفى', 'مستشفي'],
		['مسؤول', 'مسئول'],
		['عسكريا', 'عسكريًّا'],
		['محـــمد', 'محمد'],
		['نصرالله', 'نصر الله'],
		['كانون الثاني', 'يناير'],
		['يناير', 'ويناير'],
		['40.27%', '٤٠٫٢٧٪'],
		['٤٠٫٢٧٪', '40.27 في المئة'],
		['40.27', '40.27%'],
		['40,27%', '40.27%'],
		['3786', '٣٬٧٨٦'],
		['3.4', '3.4 ملايين'],
		['3400000', '3.4 ملايين'],
		['20 دولة', 'عشرين دولة'],
		['لا يقل', 'لا يقلّ'],
		['election', 'Elections'],
		['elections', 'election'],
		['country', 'countries'],
		['Café', 'cafe'],
		['Trump', 'Trump’s'],
	])('«%s» in «%s»', ([typed, text]) => {
		expect(marked(text, typed).join(' ')).not.toBe('')
		expect(marked(`قبله ${text} بعده`, `${typed} `)).not.toEqual([])
	})

	test.for<[typed: string, text: string]>([
		['زار', 'وزارة'],
		['الرقة', 'ورقة'],
		['لبن', 'لبنان'],
		['له', 'الله'],
		['40.27%', '40.27'],
		['40.27', '40.2'],
		['40', '40.27%'],
		['مصر ', 'مصرف'],
		['مصر', 'مصرف'],
		['الدول', 'الدولار'],
		['وزير', 'وزراء'],
		['art', 'start'],
	])('but not «%s» in «%s»', ([typed, text]) => {
		expect(marked(text, typed)).toEqual([])
	})
})

describe('what a person types', () => {
	test('words are all asked for, in any order; small ones only where nothing else is asked', () => {
		expect(queryOf('في سوق من السمك').all).toHaveLength(2)
		expect(queryOf('في').all).toHaveLength(1)
		expect(queryOf('"في السوق"').all[0]).toHaveLength(2)
		expect(queryOf('the fish of the market').all).toHaveLength(2)
	})

	test.for(['"سوق السمك"', '«سوق السمك»', '“سوق السمك”', '„سوق السمك“', '"سوق السمك', '«سوق السمك'])(
		'%s is a phrase',
		(typed) => {
			expect(marked('في سوق السمك الكبير', typed)).toEqual(['سوق السمك'])
			expect(marked('في السمك سوق', typed)).toEqual([])
			expect(marked('سوق بيع السمك', typed)).toEqual([])
		},
	)

	test('a phrase is found across spellings, diacritics and ends of lines', () => {
		expect(marked('قال إن بسُوقِ\nالسَّمَكِ باعة', '"سوق السمك"')).toEqual(['بسُوقِ\nالسَّمَكِ'])
	})

	test.for([
		['انتخابات -بلدية', 1, 1],
		['انتخابات -"مجلس البلدية"', 1, 1],
		['انتخابات −بلدية', 1, 1],
		['كوفيد-19', 2, 0],
		['الحرارة -5', 2, 0],
		['سوق - السمك', 2, 0],
	] as const)('%s asks for %i and leaves out %i', ([typed, all, none]) => {
		const query = queryOf(typed)
		expect([query.all.length, query.none.length]).toEqual([all, none])
	})

	test.for([
		['المفاوض', 'المفاوضات', true],
		['المفاوض ', 'مفاوضة', true],
		['كهربا', 'كهربائية', true],
		['democ', 'democracy', true],
		['democ ', 'democracy', false],
		['democ party', 'democracy', false],
		['dem', 'democracy', false],
		['dem*', 'democracy', true],
		['dem* vote', 'democracy', true],
		['جمه*', 'الجمهور', true],
		['"democ"', 'democracy', false],
		['d*', 'democracy', false],
	] as const)('«%s» may begin «%s»: %s', ([typed, text, found]) => {
		expect(marked(text, typed).length > 0).toBe(found)
	})

	test.for<[typed: string, problem: string]>([
		['', 'no-words'],
		['  ', 'no-words'],
		['؟!… « »', 'no-words'],
		['-بلدية', 'only-excluded'],
		['كلمة '.repeat(41), 'too-long'],
	])('«%s» asks for nothing: %s', ([typed, problem]) => {
		expect(parseQuery(typed)).toEqual({ problem })
	})

	test('whatever is typed is read, and asks for words that exist', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (typed) => {
				const read = parseQuery(typed)
				if ('problem' in read) return
				expect(read.query.all.length).toBeGreaterThan(0)
				for (const phrase of [...read.query.all, ...read.query.none]) {
					expect(phrase.length).toBeGreaterThan(0)
					for (const { readings } of phrase) expect(readings.every((reading) => reading !== '')).toBe(true)
				}
			}),
		)
	})
})

/** Texts of the kinds of characters that news has, and of those that break things. */
const texts = fc
	.array(
		fc.constantFrom(
			...[
				'الحكومة',
				'سُوق',
				'«',
				'»',
				'40.27%',
				'٤٠٫٢٧٪',
				'الس\u0651مك',
				'لا',
				'\u202e',
				'\u2067',
				'\u2069',
				'👨‍👩‍👧',
				'🇱🇧',
			],
			...[
				'e\u0301lite',
				'نصر الله',
				'كانون الثاني',
				'ﷺ',
				'بـ',
				'\n',
				'،',
				'ـــ',
				'\u064e',
				'G20',
				'-',
				'*',
				'ثلاثة وعشرون',
			],
		),
		{ maxLength: 40 },
	)
	.map((parts) => parts.join(' '))

describe('hits', () => {
	test('are whole graphemes, in order, apart, and inside the text', () => {
		fc.assert(
			fc.property(
				texts,
				fc.constantFrom('الحكومة', 'السمك', '"لا السمك"', 'elite', 'الله', '40.27', '23'),
				(text, typed) => {
					let last = 0
					for (const { start, end } of findHits(text, queryOf(typed))) {
						expect(start).toBeGreaterThanOrEqual(last)
						expect(end).toBeGreaterThan(start)
						expect(isGraphemeBorder(text, start) && isGraphemeBorder(text, end)).toBe(true)
						last = end
					}
					expect(last).toBeLessThanOrEqual(text.length)
				},
			),
		)
	})

	test('a word that is there is found by itself', () => {
		fc.assert(
			fc.property(texts, (text) => {
				// One character that is several words has no word of its own.
				fc.pre(!text.includes('ﷺ'))
				for (const { start, end } of searchWords(text)) {
					const typed = `"${text.slice(start, end).replace(/["«»“”„]/g, ' ')}"`
					if ('problem' in parseQuery(typed)) continue
					expect(findHits(text, queryOf(typed)).some((hit) => hit.start <= start && hit.end >= end)).toBe(
						true,
					)
				}
			}),
		)
	})
})

describe('an excerpt', () => {
	const long = `${'كلام سابق '.repeat(100)}سوق السمك ${'كلام لاحق '.repeat(100)}`

	test('stands round the first hit, is cut between words, and says where the text goes on', () => {
		const excerpt = excerptOf(long, findHits(long, queryOf('"سوق السمك"')))
		const text = excerpt.parts.map((part) => part.text).join('')
		expect(excerpt.before && excerpt.behind).toBe(true)
		expect(excerpt.parts.filter(({ hit }) => hit)).toEqual([{ text: 'سوق السمك', hit: true }])
		expect(text).toMatch(/^(?:كلام|سابق) .*(?:كلام|لاحق)$/)
		expect(text.length).toBeLessThan(320)
	})

	test('of a short text is the whole of it, its lines as one', () => {
		expect(excerptOf('سطر\nوسطر', [])).toEqual({
			parts: [{ text: 'سطر وسطر', hit: false }],
			before: false,
			behind: false,
		})
	})

	test('without a hit is the beginning', () => {
		expect(excerptOf(long, [])).toMatchObject({ before: false, behind: true })
	})

	test('says the same as the text, whatever is marked', () => {
		fc.assert(
			fc.property(texts, fc.integer({ min: 20, max: 200 }), (text, length) => {
				const hits = findHits(text, queryOf('الحكومة'))
				const said = excerptOf(text, hits, { length })
				expect(text.replace(/\s/g, ' ')).toContain(said.parts.map((part) => part.text).join(''))
				if (hits.length > 0) expect(said.parts.some(({ hit }) => hit)).toBe(true)
			}),
		)
	})
})

describe('an entry', () => {
	test('holds every word with its places, properties without, and a gap between texts', () => {
		const words = entryWords(['سوق السمك سوق', null, 'سوق'], [facet('country', 'HN')])
		expect(words.get('سوق')).toEqual([1, 3, 12])
		expect(words.get('سمك')).toEqual([2])
		expect(words.get('=country HN')).toEqual([])
	})

	test('of a text of any length fits into the index', () => {
		const text = Array.from({ length: 40_000 }, (_, index) => `كلمة${index.toString(36)}x`).join(' ')
		let bytes = 0
		for (const [word, places] of entryWords([text], [])) bytes += 8 + 2 * word.length + 2 * places.length
		expect(bytes).toBeLessThan(1_000_000)
	})

	test('no word of a text looks like a property', () => {
		expect([...entryWords(['=country HN ="=country HN"'], []).keys()]).toEqual(['country', 'hn'])
	})
})

test.for([
	'',
	'x',
	'1.article',
	'1.article.',
	'1.people.a',
	'zzzzzzzzzz.article.a',
	'1.claim.a b',
	"1.claim.a'",
])('«%s» is no cursor', (value) => {
	expect(readSearchCursor(value)).toBeNull()
})

test('a cursor survives its way through an address', () => {
	const cursor = { at: new Date('2026-03-02T12:00:00.123Z'), kind: 'verdict' as const, id: 'abc-123' }
	expect(readSearchCursor(writeSearchCursor(cursor))).toEqual(cursor)
})
