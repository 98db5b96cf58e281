import { describe, expect, test } from 'vitest'
import {
	breakName,
	bucketKey,
	type ChartData,
	chartHeight,
	colourOf,
	labelThatFits,
	mostBars,
	moveTo,
	type Place,
	readableOn,
	saySegment,
} from '#app/charts/chart-data.ts'

const data: ChartData = {
	segments: [
		{ name: 'قيد البحث', colour: '--status-in_research', shape: null },
		{ name: 'صحيح', colour: '--rating-true', shape: 'full' },
		{ name: 'خاطئ', colour: '--rating-false', shape: 'empty' },
	],
	bars: [
		{ name: 'هندوراس', total: 9, counts: [4, 0, 5] },
		{ name: 'بيرو', total: 2, counts: [0, 2, 0] },
		{ name: 'المغرب', total: 1, counts: [1, 0, 0] },
	],
	sentence: '{bar}، {segment}: {count} من أصل {total}',
}

describe('a bucket', () => {
	test.for([
		[{ status: 'in_review' } as const, 'status:in_review', '--status-in_review'],
		[{ rating: 'mostly_true' }, 'rating:mostly_true', '--rating-mostly_true'],
		[{ rating: '' }, 'rating:retracted', '--rating-retracted'],
	] as const)('%o has a word and a colour', ([bucket, key, colour]) => {
		expect([bucketKey(bucket), colourOf(bucket)]).toEqual([key, colour])
	})
})

describe('the height of a chart', () => {
	test('grows with its bars and stops where no more are drawn', () => {
		expect(chartHeight(4) - chartHeight(3)).toBe(chartHeight(2) - chartHeight(1))
		expect(chartHeight(mostBars + 50)).toBe(chartHeight(mostBars))
	})
})

test('a segment is said in a sentence', () => {
	expect(saySegment(data, { bar: 0, segment: 2 })).toBe('هندوراس، خاطئ: 5 من أصل 9')
})

describe('arrow keys', () => {
	const at = (bar: number, segment: number): Place => ({ bar, segment })

	test.for<[string, Place | null, string, Place | null]>([
		['the first key leads to the first bar', null, 'ArrowDown', at(0, 0)],
		['End leads to the last bar at once', null, 'End', at(2, 0)],
		['sideways leads to the first bar too', null, 'ArrowRight', at(0, 0)],
		['right goes on and skips what is empty', at(0, 0), 'ArrowRight', at(0, 2)],
		['left goes back', at(0, 2), 'ArrowLeft', at(0, 0)],
		['at the end of a bar the place stays', at(0, 2), 'ArrowRight', at(0, 2)],
		['at its beginning too', at(0, 0), 'ArrowLeft', at(0, 0)],
		['down finds the nearest filled segment before', at(0, 2), 'ArrowDown', at(1, 1)],
		['down finds the first one when none is before', at(0, 0), 'ArrowDown', at(1, 1)],
		['at the last bar the place stays', at(2, 0), 'ArrowDown', at(2, 0)],
		['up leads back', at(2, 0), 'ArrowUp', at(1, 1)],
		['Home leads to the first bar', at(2, 0), 'Home', at(0, 0)],
		['other keys lead nowhere', at(0, 0), 'Enter', null],
	])('%s', ([, place, key, expected]) => {
		expect(moveTo(data, place, key, false)).toEqual(expected)
	})

	test('sideways are mirrored where text is', () => {
		expect(moveTo(data, at(0, 0), 'ArrowLeft', true)).toEqual(at(0, 2))
		expect(moveTo(data, at(0, 2), 'ArrowRight', true)).toEqual(at(0, 0))
	})

	test('lead nowhere in an empty chart', () => {
		expect(moveTo({ bars: [] }, null, 'ArrowDown', false)).toBeNull()
	})
})

describe('the label of a segment', () => {
	test('loses its mark first, then its number, as the segment narrows', () => {
		const labels = [80, 40, 30, 16, 10, 0].map((width) => labelThatFits(width, { number: 8, mark: 12 }))
		expect(labels).toEqual(['mark-and-number', 'mark-and-number', 'number', 'number', null, null])
	})

	test('has no mark where there is none', () => {
		expect(labelThatFits(200, { number: 8, mark: 0 })).toBe('number')
	})
})

describe('a long name', () => {
	test.for([
		['هندوراس', 11, ['هندوراس']],
		['المملكة العربية السعودية', 11, ['المملكة العربية', 'السعودية']],
		['Palestinian Territories', 20, ['Palestinian', 'Territories']],
		['United States', 20, ['United States']],
		['Liechtenstein', 11, ['Liechtenstein']],
	] as const)('%s, of %i characters at most, is broken in the middle', ([name, longest, lines]) => {
		expect(breakName(name, longest)).toEqual(lines)
	})
})

describe('the ink on a fill', () => {
	test.for([
		['#0b6e63', '#fbfaf6', '#1c1f1e', '#fbfaf6'],
		['#d5d6d0', '#fbfaf6', '#1c1f1e', '#1c1f1e'],
		['#e0b64f', '#151817', '#e9e6dd', '#151817'],
		['#4a504d', '#151817', '#e9e6dd', '#e9e6dd'],
	] as const)('%s is written on in what can be read', ([fill, paper, ink, expected]) => {
		expect(readableOn(fill, [paper, ink])).toBe(expected)
	})
})
