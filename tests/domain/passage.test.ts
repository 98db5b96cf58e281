import { expect, test } from 'vitest'
import { findPassage } from '#app/domain/passage.ts'

const text = `سوق السمك

بلغت حصة النساء بين باعة السوق ٤٠٫٢٧ في المئة، وكانت الحصة في العام السابق 38.

وقالت الإدارةُ إن الباعة المسجّلين 212 بائعًا. وكانت الحصة في ازدياد.`

test.for<[string, string, string, string | null]>([
	['to the letter', 'الباعة المسجّلين 212 بائعًا', 'exact', 'الباعة المسجّلين 212 بائعًا'],
	['with blanks round it', '  وقالت الإدارةُ إن ', 'exact', 'وقالت الإدارةُ إن'],
	['without its marks', 'وقالت الاداره إن الباعة المسجلين', 'normalised', 'وقالت الإدارةُ إن الباعة المسجّلين'],
	['in other digits', 'باعة السوق 40.27 في المئة', 'normalised', 'باعة السوق ٤٠٫٢٧ في المئة'],
	['across a paragraph', 'السابق 38. وقالت الإدارة', 'normalised', 'السابق 38.\n\nوقالت الإدارةُ'],
	['at two places', 'وكانت الحصة', 'several', null],
	['at two places in another spelling', 'وَكانت الحصه', 'several', null],
	['inside a longer number', 'المسجلين 21', 'absent', null],
	['in other words', 'بلغ نصيب النساء', 'absent', null],
	['of signs alone', '—', 'absent', null],
])('a passage stands there %s', ([, passage, outcome, words]) => {
	const found = findPassage(text, passage)
	expect(found.outcome).toBe(outcome)
	expect('start' in found ? text.slice(found.start, found.end) : null).toBe(words)
})

test('a text without words has no passages', () => {
	expect(findPassage('', 'كلمة')).toEqual({ outcome: 'absent' })
})
