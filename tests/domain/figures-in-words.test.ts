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
