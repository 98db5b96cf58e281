import { describe, expect, test } from 'vitest'
import { parseFigures } from '#app/domain/figure-parsing.ts'
import { readFigureValue, readNumber } from '#app/domain/figure-value.ts'
import type { FigureUnit } from '#app/domain/figure.ts'
import { readClaims } from '#seeds/corpus.ts'

describe('a number as written', () => {
	test.each([
		['40.27', '40.27'],
		['40.27%', '40.27'],
		['٤٠٫٢٧٪', '40.27'],
		['40,27', '40.27'],
		['1,479,822', '1479822'],
		['١٬٤٧٩٬٨٢٢', '1479822'],
		['۲۰', '20'],
		['عشرين', '20'],
		['20 ألف', '20000'],
		['3.5 مليون', '3500000'],
		['007', '7'],
		['-3', '-3'],
		['−3.50%', '-3.5'],
		['0.0', '0'],
		['0,275', '0.275'],
		['1.479.822', '1479822'],
		['1.234,5', '1234.5'],
		['1 479 822', '1479822'],
		['1,23,456', null],
		['', null],
		['كثير', null],
		['40.27.3', null],
		['12 34', null],
		['1e5', null],
	])('%s is %s', (written, value) => {
		expect(readNumber(written)).toBe(value)
	})
})

describe('a value in its unit', () => {
	test.each<[FigureUnit, string, string | null]>([
		['percent', '٤٠٫٢٧', '40.27'],
		['percent', 'أربعون', '40'],
		['percent', 'نحو النصف', null],
		['date', '2025-12-24', '2025-12-24'],
		['date', '24 ديسمبر 2025', '2025-12-24'],
		['date', '٢٤ كانون الأول ٢٠٢٥', '2025-12-24'],
		['date', '24/12/2025', '2025-12-24'],
		['date', '24 ديسمبر/كانون الأول 2025', '2025-12-24'],
		['date', 'الأربعاء 24 من ديسمبر عام 2025', '2025-12-24'],
		['date', 'الرابع والعشرين من ديسمبر 2025', '2025-12-24'],
		['date', 'December 24, 2025', '2025-12-24'],
		['date', '3 January 2026', '2026-01-03'],
		['date', '24 ديسمبر', null],
		['date', '2025-02-30', null],
		['date', '2025-13-01', null],
		['month', 'ديسمبر 2025', '2025-12'],
		['month', '2025-12', '2025-12'],
		['month', 'تشرين الأول 2025', '2025-10'],
		['month', '2025-00', null],
		['decade', 'أربعينيات القرن الماضي', '1940s'],
		['decade', '1940s', '1940s'],
		['decade', '2010', '2010s'],
		['decade', 'الأربعينات من القرن العشرين', '1940s'],
		['decade', 'عشرينيات القرن الحالي', '2020s'],
		['decade', 'تسعينيات القرن التاسع عشر', '1890s'],
		['decade', 'العشرينيات', null],
		['decade', 'القرن الماضي', null],
		['weekday', 'الخميس', 'Thursday'],
		['weekday', 'يوم الأربعاء', 'Wednesday'],
		['weekday', 'friday', 'Friday'],
		['weekday', 'غدا', null],
		['year', '67', '67'],
		['year', '-4', null],
		['country', '٢٠', '20'],
		['country', '2.5', null],
		['people', '3.5 مليون', '3500000'],
		['people', '-3', null],
		['other', ' نصف الإنتاج ', 'نصف الإنتاج'],
		['other', '  ', null],
	])('%s: %s is %s', (unit, typed, value) => {
		expect(readFigureValue(unit, typed)).toBe(value)
	})

	test('what the corpus holds is canonical already', () => {
		for (const claim of readClaims()) {
			for (const figure of claim.figures)
				expect(readFigureValue(figure.unit, figure.value), claim.id).toBe(figure.value)
		}
	})
})

describe('figures in a text', () => {
	const found = (text: string) =>
		parseFigures(text).map(({ unit, value, comparator, asWritten }) => [unit, value, comparator, asWritten])

	test.each([
		['a share in brackets', 'بحصوله على (40.27%) من الأصوات', [['percent', '40.27', 'exactly', '40.27%']]],
		['a share in Arabic digits', 'بلغت ٤٠٫٢٧٪', [['percent', '40.27', 'exactly', '٤٠٫٢٧٪']]],
		['a share in words', 'أكثر من 97 في المئة', [['percent', '97', 'more_than', '97 في المئة']]],
		['countries, as written', 'إلى جانب ٢٠ دولة أخرى', [['country', '20', 'exactly', '٢٠ دولة']]],
		['countries in words', 'نحو عشرين دولة', [['country', '20', 'about', 'عشرين دولة']]],
		['an age', 'عمره 67 عامًا', [['age', '67', 'exactly', '67 عامًا']]],
		['a day without its year stays open', 'يوم 24 ديسمبر', [['date', '', 'exactly', '24 ديسمبر']]],
		['a full date', 'في 24 ديسمبر 2025 أعلن', [['date', '2025-12-24', 'exactly', '24 ديسمبر 2025']]],
		['a month', 'انتخابات كانون الأول 2025', [['month', '2025-12', 'exactly', 'كانون الأول 2025']]],
		['a decade', 'في أربعينيات القرن الماضي', [['decade', '1940s', 'exactly', 'أربعينيات القرن الماضي']]],
		['people with a limit', 'لا يقل عن 1,200 شخص', [['people', '1200', 'at_least', '1,200 شخص']]],
		[
			'English',
			'more than 20 other countries and 40.27% of votes',
			[
				['country', '20', 'more_than', '20 other countries'],
				['percent', '40.27', 'exactly', '40.27%'],
			],
		],
		['a limit behind', '20 دولة على الأقل', [['country', '20', 'at_least', '20 دولة']]],
		[
			'«دون» and not «بدون»',
			'دون 18 عامًا بدون 3 وزراء',
			[
				['year', '18', 'less_than', '18 عامًا'],
				['people', '3', 'exactly', '3 وزراء'],
			],
		],
		[
			'figures on letters',
			'بـ40% وو20 مقعدًا',
			[
				['percent', '40', 'exactly', '40%'],
				['number', '20', 'exactly', '20'],
			],
		],
		['a day in figures', 'في ٢٠٢٥-١٢-٢٤ أعلن', [['date', '2025-12-24', 'exactly', '٢٠٢٥-١٢-٢٤']]],
		[
			'a day in two families',
			'في 24 ديسمبر/كانون الأول 2025',
			[['date', '2025-12-24', 'exactly', '24 ديسمبر/كانون الأول 2025']],
		],
		['a month without its year', 'في أكتوبر الماضي', [['month', '', 'exactly', 'أكتوبر']]],
		[
			'a weekday',
			'مساء الاثنين ويوم الخميس',
			[
				['weekday', 'Monday', 'exactly', 'الاثنين'],
				['weekday', 'Thursday', 'exactly', 'الخميس'],
			],
		],
		['an age and no decade', 'في الأربعينيات من عمره', []],
		['a year of the calendar', 'منذ عام 2019', [['year', '2019', 'exactly', 'عام 2019']]],
		[
			'dollars',
			'نحو 5 ملايين دولار و$3.5 million',
			[
				['money_usd', '5000000', 'about', '5 ملايين دولار'],
				['money_usd', '3500000', 'exactly', '$3.5 million'],
			],
		],
		['a share in words', 'خمسة عشر في المئة', [['percent', '15', 'exactly', 'خمسة عشر في المئة']]],
		['diacritics and all', 'عُمرُه 67 عامًا', [['age', '67', 'exactly', '67 عامًا']]],
		[
			'English days, and verbs that look like months',
			'On December 24, 2025, some 20 may march',
			[
				['date', '2025-12-24', 'exactly', 'December 24, 2025'],
				['number', '20', 'about', '20'],
			],
		],
		['names with a number in them are none', 'كوفيد-19 وCOVID-19 وF16', []],
		['no figure at all', 'قال المتحدث إن الأمر انتهى', []],
	])('%s', (_, text, expected) => {
		expect(found(text)).toEqual(expected)
	})

	test('of the corpus are found where its claims quote them', () => {
		let sought = 0
		for (const { id, quote, figures } of readClaims()) {
			const parsed = parseFigures(quote)
			for (const figure of figures) {
				if (!quote.includes(figure.as_written)) continue
				sought++
				const start = quote.indexOf(figure.as_written)
				const match = parsed.find((each) => each.start <= start && start < each.end)
				// The corpus knows no ages: it calls them years.
				expect(match?.unit === 'age' ? 'year' : match?.unit, id).toBe(figure.unit)
				// The year that a quotation leaves out is for a person to fill in.
				expect([figure.value, ''], id).toContain(match?.value)
				if (figure.unit !== 'date' && figure.unit !== 'month') expect(match?.value, id).toBe(figure.value)
			}
		}
		expect(sought).toBeGreaterThan(8)
	})

	test('are found in the longest article, however it is made', () => {
		expect(parseFigures('1 '.repeat(50_000))).toHaveLength(50_000)
		expect(parseFigures(`ديسمبر${' '.repeat(399_000)}`)).toEqual([])
	}, 30_000)

	test('stand where they say they stand', () => {
		const text = 'من 40.27% إلى ٤١٪ في 3 يناير 2026'
		for (const { start, end, asWritten } of parseFigures(text)) expect(text.slice(start, end)).toBe(asWritten)
		expect(parseFigures(text)).toHaveLength(3)
	})
})
