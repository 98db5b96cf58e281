import { describe, expect, test } from 'vitest'
import {
	directionOf,
	negotiateLanguage,
	otherLanguage,
	parseLanguage,
	preferText,
} from '#app/domain/language.ts'

describe('the language a reader asks for', () => {
	test.for<[string | null, 'ar' | 'en']>([
		[null, 'ar'],
		['', 'ar'],
		['en', 'en'],
		['ar', 'ar'],
		['en-GB', 'en'],
		['ar-EG,ar;q=0.9', 'ar'],
		['AR-eg', 'ar'],
		['fr,en;q=0.8,ar;q=0.9', 'ar'],
		['fr-FR,fr;q=0.9,en;q=0.8', 'en'],
		['en;q=0.5, ar;q=0.5', 'en'],
		['ar;q=0.5,en;q=0.5', 'ar'],
		['ar;q=0,en;q=0.1', 'en'],
		['en;q=0', 'ar'],
		['fr, de;q=0.9', 'ar'],
		['*', 'ar'],
		['en ; q=0.9 , ar ; q=1.0', 'ar'],
		[';;;,,,q=', 'ar'],
	])('%j: %s', ([header, language]) => {
		expect(negotiateLanguage(header)).toBe(language)
	})

	test('is found at the end of a long list', () => {
		expect(negotiateLanguage(`${'fr,'.repeat(500)}en`)).toBe('en')
	})

	test.for<[string, string]>([
		['a language whose name begins alike', 'arn'],
		['and another', 'enm;q=1'],
	])('%s is not taken for it: %s', ([, header]) => {
		expect(negotiateLanguage(`${header},en;q=0.1`)).toBe('en')
		expect(negotiateLanguage(`${header},ar;q=0.1`)).toBe('ar')
	})
})

describe('a text in two languages', () => {
	test.for<[{ ar: string | null; en: string | null }, 'ar' | 'en', ReturnType<typeof preferText>]>([
		[{ ar: 'نص', en: 'text' }, 'ar', { text: 'نص', language: 'ar' }],
		[{ ar: 'نص', en: 'text' }, 'en', { text: 'text', language: 'en' }],
		[{ ar: null, en: 'text' }, 'ar', { text: 'text', language: 'en' }],
		[{ ar: 'نص', en: '' }, 'en', { text: 'نص', language: 'ar' }],
		[{ ar: null, en: null }, 'en', null],
		[{ ar: '', en: '' }, 'ar', null],
	])('%j for a reader of %s', ([text, language, found]) => {
		expect(preferText(text, language)).toEqual(found)
	})
})

test.for<[string | null, 'rtl' | 'ltr' | 'auto']>([
	['ar', 'rtl'],
	['en', 'ltr'],
	['es', 'ltr'],
	[null, 'auto'],
])('%j is written %s', ([language, direction]) => {
	expect(directionOf(language)).toBe(direction)
})

test('there are two languages, and each has the other', () => {
	expect([otherLanguage('ar'), otherLanguage('en')]).toEqual(['en', 'ar'])
	expect(['ar', 'en', 'AR', 'fr', '', null].map(parseLanguage)).toEqual(['ar', 'en', null, null, null, null])
})
