import { expect, test } from 'vitest'
import type { FigureUnit } from '#app/domain/figure.ts'
import { formatFigure } from '#app/i18n/figures.ts'

test.each<[value: string, unit: FigureUnit, ar: string, en: string]>([
	['40.27', 'percent', '40.27%', '40.27%'],
	['1479822', 'number', '1,479,822', '1,479,822'],
	['1', 'country', 'دولة واحدة', '1 country'],
	['2', 'country', 'دولتان', '2 countries'],
	['20', 'country', '20 دولة', '20 countries'],
	['7', 'people', '7 أشخاص', '7 people'],
	['1500000', 'money_usd', '1,500,000 دولار أمريكي', 'US$1,500,000'],
	['67', 'year', '67 سنة', '67 years'],
	['2025', 'year', '2025', '2025'],
	['2025-12-24', 'date', '24 ديسمبر 2025', '24 December 2025'],
	['2025-12', 'month', 'ديسمبر 2025', 'December 2025'],
	['1940s', 'decade', 'عقد 1940–1949', '1940s'],
	['Thursday', 'weekday', 'الخميس', 'Thursday'],
	['Sunday', 'weekday', 'الأحد', 'Sunday'],
	['ثلث', 'other', 'ثلث', 'ثلث'],
	['a lot', 'people', 'a lot', 'a lot'],
])('%s as %s', (value, unit, ar, en) => {
	expect(formatFigure({ value, unit }, 'ar')).toBe(ar)
	expect(formatFigure({ value, unit }, 'en')).toBe(en)
})

test.each<[figure: Parameters<typeof formatFigure>[0], ar: string, en: string]>([
	[{ value: '1/3', unit: 'share' }, 'ثلث', 'one third'],
	[{ value: '5/7', unit: 'share' }, '5/7', '5/7'],
	[{ value: '10', valueTo: '15', unit: 'percent' }, 'من 10% إلى 15%', '10% to 15%'],
	[{ value: '3', valueTo: '12', unit: 'country' }, 'من 3 إلى 12 دولة', '3 to 12 countries'],
	[{ value: '2019', valueTo: '2023', unit: 'year' }, 'من 2019 إلى 2023', '2019 to 2023'],
	[{ value: '52', unit: 'age' }, '52 سنة من العمر', '52 years old'],
	[{ value: '3', unit: 'measure', measuredIn: 'km' }, '3 كيلومترات', '3 kilometres'],
	[{ value: '11', unit: 'measure', measuredIn: 'km' }, '11 كيلومترًا', '11 kilometres'],
	[{ value: '100', unit: 'measure', measuredIn: 'km2' }, '100 كيلومتر مربع', '100 square kilometres'],
	[{ value: '2', unit: 'measure', measuredIn: 'd' }, 'يومان', '2 days'],
	[{ value: '5', unit: 'measure', measuredIn: 'pp' }, '5 نقاط مئوية', '5 percentage points'],
	[{ value: '300', unit: 'money' }, '300', '300'],
	[{ value: '1445-09-15', unit: 'hijri' }, '15 رمضان 1445 هـ', '15 Ramadan 1445 AH'],
	[{ value: '1445', unit: 'hijri' }, '1445 هـ', '1445 AH'],
])('%o', (figure, ar, en) => {
	expect(formatFigure(figure, 'ar')).toBe(ar)
	expect(formatFigure(figure, 'en')).toBe(en)
})

test('money in another currency is named by it', () => {
	const dirhams = { value: '300', unit: 'money', measuredIn: 'MAD' } as const
	expect(formatFigure(dirhams, 'en')).toBe('300 Moroccan dirhams')
	expect(formatFigure(dirhams, 'ar')).toMatch(/^300 درهم مغربي$/)
})
