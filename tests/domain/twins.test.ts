import { describe, expect, test } from 'vitest'
import { compareTwins, compareVerdictTwins, staleAfter } from '#app/domain/twins.ts'

const gaps = (ar: string, en: string) =>
	compareTwins({ ar, en }).map((gap) => `${gap.in} ${gap.kind} ${gap.asWritten}`)

describe('what one language has and the other lacks', () => {
	test.each([
		[
			'digits of both scripts are one number',
			'بلغت النسبة ٤٠٫٢٧٪ يوم الجمعة.',
			'It came to 40.27% on Friday.',
			[],
		],
		[
			'another percentage stands out on both sides',
			'بلغت النسبة 40.27%.',
			'It came to 40.72%.',
			['ar figure 40.27%', 'en figure 40.72%'],
		],
		['a month has its names', 'في 24 شباط 2026.', 'On 24 February 2026.', []],
		[
			'another day does not',
			'في 24 فبراير 2026.',
			'On 25 February 2026.',
			['ar figure 24 فبراير 2026', 'en figure 25 February 2026'],
		],
		[
			'a month that the other text gives to the day is there',
			'في فبراير 2026.',
			'On 24 February 2026.',
			['en figure 24 February 2026'],
		],
		['small numbers in words are grammar', 'صوّتت الدولتان معًا.', 'The two countries voted together.', []],
		[
			'in digits they are numbers',
			'شاركت 3 دول.',
			'Four states and 5 islands took part.',
			['ar figure 3 دول', 'en figure 5'],
		],
		['a citation that was lost', 'ثبت ذلك [1][2].', 'It is proven [1].', ['ar citation [2]']],
		['citations in either digits are the same', 'ثبت ذلك [١].', 'It is proven [1].', []],
		['an empty side is not compared', '', 'It came to 40.27%.', []],
	])('%s', (_, ar, en, expected) => {
		expect(gaps(ar, en)).toEqual(expected)
	})

	test('summary and rationale are compared together', () => {
		const verdict = {
			summary: { ar: 'نسبة 12% صحيحة.', en: 'The share is right.' },
			rationale: { ar: 'كما في الجدول [1].', en: 'The table gives 12% [1].' },
		}
		expect(compareVerdictTwins(verdict)).toEqual([])
	})
})

describe('which language a change leaves behind', () => {
	const texts = (ar: string | null, en: string | null) => [{ ar, en }]
	test.each([
		['only Arabic changed', texts('قديم', 'old'), null, texts('جديد', 'old'), 'en'],
		['only English changed', texts('قديم', 'old'), null, texts('قديم', 'new'), 'ar'],
		['both changed', texts('قديم', 'old'), null, texts('جديد', 'new'), null],
		['neither changed', texts('قديم', 'old'), 'en', texts('قديم', 'old'), 'en'],
		['English catches up', texts('جديد', 'old'), 'en', texts('جديد', 'new'), null],
		['Arabic runs further ahead', texts('جديد', 'old'), 'en', texts('أجدّ', 'old'), 'en'],
		[
			'a first translation is written after the original',
			texts('قديم', null),
			null,
			texts('قديم', 'old'),
			null,
		],
		[
			'a translation that is taken out leaves nothing behind',
			texts('قديم', 'old'),
			'en',
			texts('قديم', ''),
			null,
		],
		['spaces at the ends are no change', texts('قديم', 'old'), null, texts('قديم ', 'old'), null],
	] as const)('%s', (_, before, stale, after, expected) => {
		expect(staleAfter({ texts: [...before], stale }, [...after])).toBe(expected)
	})
})
