import { describe, expect, test } from 'vitest'
import { findCountries, rankCountries } from '#app/domain/gazetteer.ts'

const codes = (text: string) => findCountries(text).map(({ code }) => code)

describe('countries are found', () => {
	test.each([
		['الرئيس الهندوراسي', ['HN']],
		['الحكومتان الأمريكية والمكسيكية', ['US', 'MX']],
		['القوات الأميركية', ['US']],
		['لاجئون سوريون وعراقيات', ['SY', 'IQ']],
		['وللصين حصة كبيرة', ['CN']],
		['بالولايات المتحدة', ['US']],
		['اتهمت واشنطن موسكو', ['US', 'RU']],
		['للمملكة العربية السعودية', ['SA']],
		['البيرو وبيرو', ['PE', 'PE']],
		['في جنوب السودان ثم السودان', ['SS', 'SD']],
		['كوريا الشمالية والكورية الجنوبية', ['KP', 'KR']],
		['غينيا بيساو وغينيا', ['GW', 'GN']],
		['الكونغو الديمقراطية', ['CD']],
		['النيجر ونيجيريا', ['NE', 'NG']],
		['Honduran officials met in Washington', ['HN', 'US']],
		['South Korean and North Korean troops', ['KR', 'KP']],
		['the U.S. and the UK', ['US', 'GB']],
	])('%s', (text, expected) => {
		expect(codes(text)).toEqual(expected)
	})
})

describe('what only looks like a country is none', () => {
	test.each([
		'دول أمريكا اللاتينية',
		'سوق مالي كبير',
		'مدارس البنين والبنات',
		'اليد اليمنى',
		'المحيط الهندي',
		'turkey with china plates',
		'Latin America',
	])('%s', (text) => {
		expect(codes(text)).toEqual([])
	})
})

test('«عمان» is Oman, unless the text is about Jordan or doubles the letter', () => {
	expect(codes('وصل الوفد إلى عمان')).toEqual(['OM'])
	expect(codes('وصل الوفد إلى عمّان')).toEqual(['JO'])
	expect(codes('وصل ملك الأردن إلى عمان')).toEqual(['JO', 'JO'])
	expect(codes('سلطنة عمان والأردن')).toEqual(['OM', 'JO'])
})

test('places are those of the raw text', () => {
	const text = 'قال الرئيسُ الهُنْدوراسيّ'
	const [mention] = findCountries(text)
	expect(text.slice(mention?.start, mention?.end)).toBe('الهُنْدوراسيّ')
})

test('the most often named comes first', () => {
	expect(rankCountries(findCountries('من مصر إلى تونس، ثم من تونس إلى ليبيا فتونس'))).toEqual([
		'TN',
		'EG',
		'LY',
	])
})
