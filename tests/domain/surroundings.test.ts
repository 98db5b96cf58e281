import { expect, test } from 'vitest'
import { wholeSurroundings } from '#app/domain/surroundings.ts'

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
