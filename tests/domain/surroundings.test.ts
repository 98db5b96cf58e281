import { describe, expect, test } from 'vitest'
import { paragraphAround, wholeSurroundings } from '#app/domain/surroundings.ts'

test.each([
	[
		'half a word at either end goes, and the text goes on',
		{ prefix: 'رئيس البلدية أمس إن السوق الجديد ', suffix: '، وأوضحت وزارة الصيد في بيان لها' },
		{ before: 'البلدية أمس إن السوق الجديد ', after: '، وأوضحت وزارة الصيد في بيان', on: [true, true] },
	],
	[
		'a side that is short was not cut',
		{ prefix: 'وقال إن ', suffix: '.' },
		{ before: 'وقال إن ', after: '.', on: [false, false] },
	],
	[
		'a letter joined to the quotation stays joined',
		{ prefix: 'وقال رئيس البلدية أمس في المدينة و', suffix: '' },
		{ before: 'رئيس البلدية أمس في المدينة و', after: '', on: [true, false] },
	],
	[
		'a side that begins between words keeps all of them',
		{ prefix: ' قال رئيس البلدية أمس في المدينة ', suffix: ' قال رئيس البلدية أمس في المدينة ' },
		{
			before: 'قال رئيس البلدية أمس في المدينة ',
			after: ' قال رئيس البلدية أمس في المدينة',
			on: [true, true],
		},
	],
	[
		'one long word is left as it is',
		{ prefix: 'https://a.example/very/long', suffix: 'https://a.example/very/long' },
		{ before: 'https://a.example/very/long', after: 'https://a.example/very/long', on: [true, true] },
	],
])('%s', (_, quotation, { before, after, on }) => {
	expect(wholeSurroundings(quotation)).toEqual({
		before,
		after,
		goesOnBefore: on[0],
		goesOnAfter: on[1],
	})
})

describe('the paragraph round a quotation', () => {
	const text = 'عنوان المقال\nأعلنت الهيئة النتيجة. وبلغت النسبة 40.27% من الأصوات.\nثم انفضّ الجمع.'
	const around = (words: string, within = text) =>
		paragraphAround(within, { start: within.indexOf(words), end: within.indexOf(words) + words.length })

	test('is the rest of it and nothing of its neighbours', () => {
		expect(around('40.27%')).toEqual({
			before: 'أعلنت الهيئة النتيجة. وبلغت النسبة ',
			after: ' من الأصوات.',
			goesOnBefore: false,
			goesOnAfter: false,
		})
	})

	test('is nothing where the quotation is all of it', () => {
		expect(around('ثم انفضّ الجمع.')).toMatchObject({ before: '', after: '' })
	})

	test('spans paragraphs where the quotation does', () => {
		expect(around('الأصوات.\nثم')).toMatchObject({ after: ' انفضّ الجمع.' })
	})

	test('is cut at a word where it is long', () => {
		const long = `${'كلمة '.repeat(200)}المقتبس ${'كلمة '.repeat(200)}`.trim()
		const { before, after, goesOnBefore, goesOnAfter } = around('المقتبس', long)
		expect([goesOnBefore, goesOnAfter]).toEqual([true, true])
		expect(before.length).toBeLessThanOrEqual(420)
		expect(before.startsWith('كلمة ')).toBe(true)
		expect(after.endsWith(' كلمة')).toBe(true)
	})
})
