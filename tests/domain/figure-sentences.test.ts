import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { parseFigures } from '#app/domain/figure-parsing.ts'
import { sentences } from './figure-sentences.ts'

const described = (text: string) =>
	parseFigures(text).map(({ unit, value, valueTo, measuredIn, comparator, asWritten }) =>
		[
			unit,
			valueTo === undefined ? value : `${value}..${valueTo}`,
			measuredIn,
			comparator === 'exactly' ? undefined : comparator,
			`«${asWritten}»`,
		]
			.filter((part) => part !== undefined)
			.join(' '),
	)

describe('a sentence', () => {
	test.each(sentences)('%s', (text, ...figures) => {
		expect(described(text)).toEqual(figures)
	})
})

describe('rounding is one unit of the last digit as written', () => {
	test.each([
		['بلغت 40.27%', '0.01'],
		['بلغت ٤٠٫٣٪', '0.1'],
		['3.5 million people', '100000'],
		['3 ملايين دولار', '1000000'],
		['1,479,822 صوتًا', '1'],
		['ثلاثمئة وخمسون ألف ناخب', '1000'],
		['نصف مليون لاجئ', '100000'],
		['$2.25bn', '10000000'],
		['20 دولة', '1'],
		['عام 2019', undefined],
		['24 ديسمبر 2025', undefined],
		['ثلث السكان', undefined],
	])('%s: %s', (text, rounding) => {
		expect(parseFigures(text).map((figure) => figure.rounding)).toEqual([rounding])
	})
})

const texts = fc.constantFrom(...sentences.map(([text]) => text))
/** Arabic written otherwise: diacritics, tatweel, hamza, digits of another script. What Latin letters say stays. */
const noises: [name: string, change: (text: string) => string][] = [
	['diacritics', (text) => text.replace(/(?<=[ء-ي])(?=[ء-ي])/g, '\u064e')],
	['tatweel', (text) => text.replace(/(?<=[بتثجحخسشصضطظعغفقكلمنهي])(?=[ء-ي])/g, '\u0640')],
	['hamza', (text) => text.replace(/[أإآ]/g, 'ا').replace(/ة/g, 'ه').replace(/ى/g, 'ي')],
	['Arabic digits', (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x660 + Number(digit)))],
	['Persian digits', (text) => text.replace(/\d/g, (digit) => String.fromCharCode(0x6f0 + Number(digit)))],
	['the Arabic percent sign', (text) => text.replaceAll('%', '٪')],
	['direction marks', (text) => text.replace(/ /g, ' \u200f')],
]
const values = (text: string) =>
	parseFigures(text).map(({ unit, value, valueTo, measuredIn, comparator, rounding }) => ({
		unit,
		value,
		valueTo,
		measuredIn,
		comparator,
		rounding,
	}))

describe('spelling noise changes no figure:', () => {
	test.each(noises)('%s', (_, change) => {
		for (const [text] of sentences) expect([text, values(change(text))]).toEqual([text, values(text)])
	})
})

describe('of any text', () => {
	const words = fc
		.array(
			fc.oneof(
				texts,
				fc.constantFrom(
					...'10 15 % و إلى بين من - – / $ € ألف مليون نصف عشر خمسة وعشرون two hundred and in of . ، ٪ \n'.split(
						' ',
					),
				),
				fc.string({ maxLength: 6, unit: 'grapheme' }),
			),
			{ maxLength: 12 },
		)
		.chain((parts) => fc.constantFrom(' ', '').map((glue) => parts.join(glue)))

	test('figures stand where they say, in order and not over one another', () => {
		fc.assert(
			fc.property(words, (text) => {
				let before = 0
				for (const { start, end, asWritten } of parseFigures(text)) {
					expect(text.slice(start, end)).toBe(asWritten)
					expect(start).toBeGreaterThanOrEqual(before)
					expect(end).toBeGreaterThan(start)
					before = end
				}
			}),
			{ seed: 4, numRuns: 300 },
		)
	})
})

describe('200 kB of one thing are read in a time that grows with their length:', () => {
	const hostile = [
		'1',
		'1,',
		'1 ',
		'1-',
		'$',
		'%',
		'و',
		'و ',
		'a.',
		'a@',
		'١/',
		'ثلاثون و',
		'بين 1 و',
		'مئة ألف ',
		'1 ألف ',
		'عام ',
		'الساعة ',
		'12 من ',
		'ربيع ',
		'aged over ',
		'thirty-',
		'five hundred ',
		'+1(',
		'ألف ألف ',
		'من 1 إلى ',
		'\u064b',
		'1\u0640',
	]
	test.each(hostile)(
		'%j',
		(piece) => {
			const timed = (length: number) => {
				const text = piece.repeat(Math.ceil(length / piece.length))
				const began = performance.now()
				parseFigures(text)
				return performance.now() - began
			}
			timed(10_000)
			const short = timed(50_000)
			// Four times as long; sixteen times would be quadratic. The machine may be busy.
			expect(timed(200_000)).toBeLessThan(Math.max(500, short * 12))
		},
		60_000,
	)
})
