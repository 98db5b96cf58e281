import { expect, test } from 'vitest'
import { keptFormSchema } from '#app/forms/kept.ts'

const read = (fields: string, form = 'add-evidence') => keptFormSchema.safeParse({ form, fields })

test('what is being typed is kept as it stands, wrong or not', () => {
	const fields = { url: 'not yet an addr', passage: 'بلغت\nالحصة ', 'figures[0].value': '٤٠' }
	expect(read(JSON.stringify(fields)).data).toEqual({ form: 'add-evidence', fields })
})

test('without what no text of the database may hold', () => {
	expect(read('{"passage":"a\\u0000b\\ud800c"}').data?.fields).toEqual({ passage: 'abc' })
})

test.each([
	['no JSON', '{passage'],
	['a list', '["a"]'],
	['numbers', '{"passage":1}'],
	['names no field has', '{"__proto__ x":"a"}'],
	[
		'more fields than a form has',
		JSON.stringify(Object.fromEntries(Array.from({ length: 61 }, (_, at) => [`f${at}`, 'x']))),
	],
	['a longer text than a field takes', JSON.stringify({ passage: 'x'.repeat(25_001) })],
])('%s is refused', (_, fields) => {
	expect(read(fields).success).toBe(false)
})

test('a form has the name of one', () => {
	expect(read('{}', '../other').success).toBe(false)
})
