import { describe, expect, test } from 'vitest'
import type { z } from 'zod'
import {
	line,
	optionalDay,
	optionalLine,
	optionalProse,
	optionalUrl,
	prose,
	revision,
	submissionKey,
	unixLines,
} from '#app/forms/text-fields.ts'

/** What the field keeps, or the key of what it complains of. */
function read(field: z.ZodType, typed: unknown): unknown {
	const result = field.safeParse(typed)
	return result.success ? result.data : { fault: result.error.issues[0]?.message }
}
const fault = (message: string) => ({ fault: message })

describe('a field of one line', () => {
	test.for<[string, unknown, unknown]>([
		['is kept', 'سوق السمك', 'سوق السمك'],
		['is kept in NFC', 'Jose\u0301', 'José'],
		['loses blanks round it and doubled inside', '  سوق \u00a0 السمك\t', 'سوق السمك'],
		['loses direction marks that nobody sees', '\u200fسوق\u200e', 'سوق'],
		['may be left open', undefined, null],
		['is left open by blanks', ' \t ', null],
		['is as long as is allowed', 'ا'.repeat(20), 'ا'.repeat(20)],
		['is no longer', 'ا'.repeat(21), fault('too-long')],
		['has one line', 'سوق\nالسمك', fault('bad-text')],
		['has no control characters', 'سوق\u0007السمك', fault('bad-text')],
		['has no overrides', 'سوق\u202eالسمك', fault('bad-text')],
		['has no half characters', 'سوق\ud83d', fault('bad-text')],
	])('%s', ([, typed, kept]) => expect(read(optionalLine(20), typed)).toEqual(kept))

	test.for([undefined, '', '  ', '\u200f'])('that is needed is not left open by %j', (typed) => {
		expect(read(line(20), typed)).toEqual(fault('required'))
	})
})

describe('a field of several lines', () => {
	test.for<[string, unknown, unknown]>([
		['keeps its lines, which end in LF', 'سطر\r\n\r\nسطر', 'سطر\n\nسطر'],
		['is kept in NFC', 'Jose\u0301', 'José'],
		['may be left open', undefined, null],
		['is left open by blanks and line ends', ' \r\n ', null],
		['says something', '— …', fault('required')],
		['is no longer than is allowed', 'ا'.repeat(21), fault('too-long')],
		['has no NUL', 'سوق\u0000', fault('bad-text')],
	])('%s', ([, typed, kept]) => expect(read(optionalProse(20), typed)).toEqual(kept))

	test('that is needed is not left open', () => expect(read(prose(20), ' ')).toEqual(fault('required')))
})

describe('an address', () => {
	test.for<[string, unknown]>([
		['https://paper.example/a?b=1#c', 'https://paper.example/a?b=1#c'],
		[' http://paper.example ', 'http://paper.example'],
		['https://صحيفة.example/خبر', 'https://صحيفة.example/خبر'],
		['', null],
		['paper.example', fault('bad-url')],
		['//paper.example', fault('bad-url')],
		['ftp://paper.example', fault('bad-url')],
		['javascript:alert(1)', fault('bad-url')],
		['data:text/html,x', fault('bad-url')],
		['https://', fault('bad-url')],
		['https://paper.example/a b', fault('bad-url')],
		['https://paper.example/\u202egpj', fault('bad-url')],
		[`https://paper.example/${'a'.repeat(2048)}`, fault('too-long')],
	])('%s', ([typed, kept]) => expect(read(optionalUrl(), typed)).toEqual(kept))
})

describe('a day', () => {
	test.for<[string, unknown]>([
		['2025-12-24', '2025-12-24'],
		['٢٠٢٥-١٢-٢٤', '2025-12-24'],
		['2024-02-29', '2024-02-29'],
		['', null],
		['2025-02-29', fault('bad-date')],
		['2025-13-01', fault('bad-date')],
		['2025-00-10', fault('bad-date')],
		['24/12/2025', fault('bad-date')],
		['2025-12-24T10:00:00Z', fault('bad-date')],
		['0000-01-01', fault('bad-date')],
		['غدًا', fault('bad-date')],
	])('%s', ([typed, kept]) => expect(read(optionalDay(), typed)).toEqual(kept))
})

test('a revision is a whole number', () => {
	expect(read(revision(), '7')).toBe(7)
	for (const typed of ['-1', '1.5', 'x', '']) expect(read(revision(), typed)).toEqual(fault('bad-choice'))
})

test('a submission has a key', () => {
	expect(read(submissionKey(), '2bcd3fgh4jkm')).toBe('2bcd3fgh4jkm')
	expect(read(submissionKey(), undefined)).toEqual(fault('required'))
	expect(read(submissionKey(), "x'; drop")).toEqual(fault('bad-choice'))
})

test('only the browser’s CRLF is taken out of a pasted text, and nothing else', () => {
	expect(unixLines('\tأ\r\n\r\nب  \n\u00a0\rج\r\n')).toBe('\tأ\n\nب  \n\u00a0\rج\n')
})
