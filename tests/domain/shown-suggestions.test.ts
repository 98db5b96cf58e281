import { describe, expect, test } from 'vitest'
import { decideFurniture } from '#app/domain/furniture-decisions.ts'
import type { Furniture } from '#app/domain/furniture.ts'
import type { Feature } from '#app/domain/suggestion-features.ts'
import { guessType } from '#app/domain/suggestion-type.ts'
import { suggestClaims } from '#app/domain/suggestion.ts'
import { readTake } from '#app/forms/reading.ts'
import { findOverlaps } from '#app/reader/overlaps.ts'
import { showSuggestions } from '#app/reader/shown-suggestions.ts'

const text = [
	'افتتح الوزير سالم الرملي ثلاثة موانئ في تشيلي عام 2023.',
	'وقال إن الصادرات ارتفعت بنسبة 12.5% خلال العام نفسه.',
	'اللهم احفظ الصيادين.',
].join('\n\n')

describe('the suggestions of a text', () => {
	const suggestions = suggestClaims(text)
	const percent = text.indexOf('وقال')
	const quoteOf = (start: number) => text.slice(start, text.indexOf('\n', start))

	test('are open until somebody takes or dismisses them', () => {
		const shown = showSuggestions(text, suggestions, [], [])
		expect(shown.filter(({ standing }) => standing === 'open').map(({ start }) => start)).toContain(percent)
		expect(shown.every(({ quote, start, end }) => quote === text.slice(start, end).replace(/\n/g, ' '))).toBe(
			true,
		)
	})

	test('say who dismissed them, by their words', () => {
		const exact = quoteOf(percent)
		const shown = showSuggestions(text, suggestions, [{ exact, by: 'هدى' }], [])
		const found = shown.find(({ start, end }) => text.slice(start, end) === exact)
		expect(found).toMatchObject({ standing: 'dismissed', dismissedBy: 'هدى' })
		expect(shown.at(-1)).toBe(found)
	})

	test('are gone once a quotation covers most of them, and stay beside a shorter one', () => {
		const starts = (quotation: { start: number; end: number }) =>
			showSuggestions(text, suggestions, [], [quotation]).map(({ start }) => start)
		expect(starts({ start: percent, end: text.indexOf('\n', percent) })).not.toContain(percent)
		const figure = text.indexOf('12.5%')
		expect(starts({ start: figure, end: figure + 5 })).toContain(percent)
	})

	test('come with their reasons, the weightiest first, and the words of each', () => {
		for (const { reasons } of showSuggestions(text, suggestions, [], [])) {
			const weights = reasons.map(({ weight }) => Math.abs(weight))
			expect(weights).toEqual([...weights].sort((a, b) => b - a))
		}
		const shown = showSuggestions(text, suggestions, [], []).find(({ start }) => start === percent)
		const reason = shown?.reasons.find(({ feature }) => feature === 'percent')
		expect(text.slice(reason?.start, reason?.end)).toBe('12.5%')
	})
})

test.for<[Feature[], string | null]>([
	[['percent', 'speech'], 'statistic'],
	[['amount', 'event'], 'statistic'],
	[['comparison', 'amount'], 'comparison'],
	[['forecast', 'percent'], 'prediction'],
	[['commitment', 'amount'], 'commitment'],
	[['cause', 'event'], 'causal'],
	[['date', 'event'], 'event'],
	[['date', 'fact'], 'date'],
	[['biography', 'date'], 'biography'],
	[['speech', 'quotation'], 'attribution'],
	[['opinion'], 'characterisation'],
	[['idiom'], null],
])('signs of %s make a claim of type %s', ([features, type]) => {
	const reasons = features.map((feature) => ({ feature, weight: 1, words: '', start: 0, end: 1 }))
	expect(guessType({ reasons })).toBe(type)
})

describe('what is set aside', () => {
	const footer: Furniture = { start: 50, end: 60, kind: 'sharing', rule: 'words' }
	const heading: Furniture = { start: 10, end: 20, kind: 'heading', rule: 'shape' }

	test('comes back when a person says so', () => {
		expect(decideFurniture([heading, footer], [{ start: 10, end: 20, setAside: false }])).toEqual([footer])
	})

	test('grows by what a person sets aside, in order', () => {
		const found = decideFurniture([heading, footer], [{ start: 30, end: 40, setAside: true }])
		expect(found.map(({ start, kind }) => [start, kind])).toEqual([
			[10, 'heading'],
			[30, 'other'],
			[50, 'sharing'],
		])
	})

	test('is as the last decision about a place has it, and pieces never overlap', () => {
		const decisions = [
			{ start: 10, end: 20, setAside: false },
			{ start: 15, end: 55, setAside: true },
			{ start: 15, end: 55, setAside: false },
			{ start: 12, end: 18, setAside: true },
		]
		expect(decideFurniture([heading, footer], decisions)).toEqual([
			{ start: 12, end: 18, kind: 'other', rule: 'person' },
		])
	})
})

test('pieces taken back into the text are suggested from, and pieces set aside are not', () => {
	const all = { start: 0, end: text.indexOf('\n') }
	const aside: Furniture[] = [{ ...all, kind: 'other', rule: 'person' }]
	expect(suggestClaims(text, []).some(({ start }) => start === 0)).toBe(true)
	expect(suggestClaims(text, aside).some(({ start }) => start === 0)).toBe(false)
})

test.for<[[number, number][], [number, number][]]>([
	[[], []],
	[[[0, 5]], []],
	[
		[
			[0, 10],
			[5, 15],
		],
		[[5, 10]],
	],
	[
		[
			[0, 30],
			[5, 10],
			[10, 20],
		],
		[[5, 20]],
	],
	[
		[
			[0, 5],
			[5, 10],
		],
		[],
	],
	[
		[
			[0, 9],
			[0, 9],
			[0, 9],
		],
		[[0, 9]],
	],
])('of %j the parts that lie over one another are %j', ([spans, overlaps]) => {
	const found = findOverlaps(spans.map(([start, end]) => ({ start, end })))
	expect(found.map(({ start, end }) => [start, end])).toEqual(overlaps)
})

test.for([
	['take=3-9', { start: 3, end: 9 }],
	['take=9-3', null],
	['take=3', null],
	['take=-1-5', null],
	['take=1-9999999999', null],
	['', null],
] as const)('an address with ?%s asks for %j', ([search, take]) => {
	expect(readTake(new URLSearchParams(search))).toEqual(take)
})
