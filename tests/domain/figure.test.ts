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
		['decade', 'القرن الماضي', null],
		['weekday', 'الخميس', 'Thursday'],
		['weekday', 'يوم الأربعاء', 'Wednesday'],
		['weekday', 'friday', 'Friday'],
		['weekday', 'غدا', null],
		['year', '67', '67'],
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
		['an age', 'عمره 67 عامًا', [['year', '67', 'exactly', '67 عامًا']]],
		['a day without its year stays open', 'يوم 24 ديسمبر', [['date', '', 'exactly', '24 ديسمبر']]],
		['a full date', 'في 24 ديسمبر 2025 أعلن', [['date', '2025-12-24', 'exactly', '24 ديسمبر 2025']]],
		['a month', 'انتخابات كانون الأول 2025', [['month', '2025-12', 'exactly', 'كانون الأول 2025']]],
		['a decade', 'في أربعينيات القرن الماضي', [['decade', '1940s', 'exactly', 'أربعينيات القرن الماضي']]],
		['a plain number with a limit', 'لا يقل عن 1,200 شخص', [['number', '1200', 'at_least', '1,200']]],
		[
			'English',
			'more than 20 other countries and 40.27% of votes',
			[
				['country', '20', 'more_than', '20 other countries'],
				['percent', '40.27', 'exactly', '40.27%'],
			],
		],
		['no figure at all', 'قال المتحدث إن الأمر انتهى', []],
	])('%s', (_, text, expected) => {
		expect(found(text)).toEqual(expected)
	})

	test('stand where they say they stand', () => {
		const text = 'من 40.27% إلى ٤١٪ في 3 يناير 2026'
		for (const { start, end, asWritten } of parseFigures(text)) expect(text.slice(start, end)).toBe(asWritten)
		expect(parseFigures(text)).toHaveLength(3)
	})
})
