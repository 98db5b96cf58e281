import { describe, expect, test } from 'vitest'
import { checkLine, checkText, decodeText, MAX_ARTICLE_LENGTH, tidyLine } from '#app/domain/incoming-text.ts'

const bytes = (...values: number[]) => Uint8Array.from(values)
const sentence = 'أعلنت اللجنة النتيجة يوم الأحد.'

describe('reading the bytes of a file', () => {
	test.each([
		['plain UTF-8', new TextEncoder().encode(sentence), { text: sentence }],
		['a byte order mark belongs to the file', bytes(0xef, 0xbb, 0xbf, 0xd8, 0xa3), { text: 'أ' }],
		['an empty file is an empty text', bytes(), { text: '' }],
		['a picture is binary', bytes(0x89, 0x50, 0x4e, 0x47, 0x00, 0x1a), { problem: { code: 'binary' } }],
		['Windows Arabic is not UTF-8', bytes(0xc7, 0xe1, 0xcf), { problem: { code: 'not-utf8' } }],
		['UTF-16 is not UTF-8', bytes(0xff, 0xfe, 0x23, 0x06), { problem: { code: 'not-utf8' } }],
		[
			'nor is UTF-16 with its blanks',
			bytes(0xff, 0xfe, 0x23, 0x06, 0x20, 0x00),
			{ problem: { code: 'not-utf8' } },
		],
		[
			'a PDF is binary',
			bytes(0x25, 0x50, 0x44, 0x46, 0x0a, 0xe2, 0x03, 0xff),
			{ problem: { code: 'binary' } },
		],
		['half a letter at the end is not UTF-8', bytes(0x41, 0xd8), { problem: { code: 'not-utf8' } }],
	])('%s', (_, file, expected) => {
		expect(decodeText(file)).toEqual(expected)
	})
})

describe('a text is kept as it is or refused with the place of what is wrong', () => {
	test.each([
		['a sentence', sentence, null],
		['line ends of three kinds and tabs', `${sentence}\r\n\t${sentence}\r${sentence}\n`, null],
		['direction marks, joiners and balanced isolates', `قال: \u200f«نعم»\u200e و\u2068USA\u2069 و‌و‍`, null],
		['nothing', '', { code: 'empty' }],
		['blanks', ' \n\t\u00a0\u3000', { code: 'empty' }],
		['punctuation alone', '… ، ؟', { code: 'empty' }],
		[
			'one code unit too many',
			'ا'.repeat(MAX_ARTICLE_LENGTH + 1),
			{ code: 'too-long', limit: MAX_ARTICLE_LENGTH },
		],
		['the longest that is taken', 'ا'.repeat(MAX_ARTICLE_LENGTH), null],
		['NUL', 'نص\u0000', { code: 'control-character', at: 2, codePoint: 'U+0000' }],
		['an escape sequence', 'نص \u001b[31m', { code: 'control-character', at: 3, codePoint: 'U+001B' }],
		['a control of the second set', 'نص\u0085', { code: 'control-character', at: 2, codePoint: 'U+0085' }],
		['the first half of a character', 'نص \ud83d', { code: 'lone-surrogate', at: 3 }],
		['the second half of a character', '\ude00 نص', { code: 'lone-surrogate', at: 0 }],
		['a whole astral character', 'نص 😀', null],
		['an override', 'نص \u202eعكس\u202c', { code: 'bidi-override', at: 3, codePoint: 'U+202E' }],
		['an isolate left open', 'نص \u2067عكس', { code: 'bidi-override', at: 3, codePoint: 'U+2067' }],
		[
			'an isolate closed in the next line',
			'\u2067نص\n\u2069',
			{ code: 'bidi-override', at: 0, codePoint: 'U+2067' },
		],
		[
			'an isolate closed behind another kind of line end',
			'\u2067نص\r\u2069',
			{ code: 'bidi-override', at: 0, codePoint: 'U+2067' },
		],
		['a closing without an opening', 'نص\u202c', { code: 'bidi-override', at: 2, codePoint: 'U+202C' }],
		['crossed pairs', '\u202a\u2066نص\u202c\u2069', { code: 'bidi-override', at: 4, codePoint: 'U+202C' }],
	])('%s', (_, text, problem) => {
		expect(checkText(text)).toEqual(problem)
	})
})

describe('a field of one line', () => {
	test.each([
		['takes nothing', '', null],
		['takes a name', 'مجلس الانتخابات', null],
		['takes no second line', 'سطر\nآخر', { code: 'line-break', at: 3 }],
		['takes as much as its limit', 'ا'.repeat(100), null],
		['takes no more', 'ا'.repeat(101), { code: 'too-long', limit: 100 }],
		['takes no override', 'اسم\u202e', { code: 'bidi-override', at: 3, codePoint: 'U+202E' }],
	])('%s', (_, text, problem) => {
		expect(checkLine(text, { max: 100 })).toEqual(problem)
	})

	test.each([
		['composes letters', 'أحمد', 'أحمد'],
		['drops what turns direction', 'أحمد\u202eيلع\u202c\u200f', 'أحمديلع'],
		['makes blanks one', '  أحمد \u00a0  علي ', 'أحمد علي'],
		['composes letters that a direction mark parted', 'e\u200f\u0301', '\u00e9'],
		['drops what has no width', 'أحمد\u200b\u00ad', 'أحمد'],
		['keeps the joiner that Persian needs', 'می\u200cخواهم', 'می\u200cخواهم'],
	])('is kept tidy: it %s', (_, typed, kept) => {
		expect(tidyLine(typed)).toBe(kept)
	})
})
