import { describe, expect, test } from 'vitest'
import { compareFigures, type ComparisonOutcome, pairFigures } from '#app/domain/figure-comparison.ts'
import type { Figure } from '#app/domain/figure.ts'

const figure = (value: string, unit: Figure['unit'], more: Partial<Figure> = {}): Figure => ({
	value,
	unit,
	comparator: 'exactly',
	base: null,
	asWritten: value,
	...more,
})

describe('a figure of a source beside a claim’s', () => {
	test.for<[string, Figure, Figure, ComparisonOutcome, string | null]>([
		['the same percentage', figure('40.27', 'percent'), figure('40.27', 'percent'), 'equal', null],
		['rounded by the claim', figure('40.3', 'percent'), figure('40.27', 'percent'), 'rounded', null],
		['rounded by the source', figure('40.27', 'percent'), figure('40', 'percent'), 'rounded', null],
		['rounded wrongly', figure('40.4', 'percent'), figure('40.27', 'percent'), 'outside', '0.13'],
		['apart', figure('40.27', 'percent'), figure('27.4', 'percent'), 'outside', '12.87'],
		['a third and 33%', figure('1/3', 'share'), figure('33', 'percent'), 'rounded', null],
		[
			'millions as they are said',
			figure('3400000', 'money_usd', { rounding: '100000' }),
			figure('3412500', 'money_usd'),
			'rounded',
			null,
		],
		[
			'more than 20, and 24',
			figure('20', 'country', { comparator: 'more_than' }),
			figure('24', 'country'),
			'within',
			null,
		],
		[
			'more than 20, and 18',
			figure('20', 'country', { comparator: 'more_than' }),
			figure('18', 'country'),
			'outside',
			'2',
		],
		[
			'a range that holds it',
			figure('10', 'percent', { valueTo: '15' }),
			figure('12', 'percent'),
			'within',
			null,
		],
		[
			'a percentage of another whole',
			figure('40', 'percent', { base: 'باعة السوق' }),
			figure('40', 'percent', { base: 'سكان المدينة' }),
			'other_base',
			null,
		],
		[
			'a whole that is told more closely',
			figure('40', 'percent', { base: 'باعة السوق' }),
			figure('40', 'percent', { base: 'باعة السوق المسجلون' }),
			'equal',
			null,
		],
		[
			'a whole that only one names',
			figure('40', 'percent', { base: 'باعة السوق' }),
			figure('40', 'percent'),
			'equal',
			null,
		],
		['people and a percentage', figure('40', 'percent'), figure('40', 'people'), 'other_unit', null],
		['people and countries', figure('20', 'people'), figure('20', 'country'), 'other_unit', null],
		['people and a bare number', figure('20', 'people'), figure('20', 'number'), 'equal', null],
		[
			'dollars and dirhams',
			figure('300', 'money_usd'),
			figure('300', 'money', { measuredIn: 'MAD' }),
			'other_unit',
			null,
		],
		['the same day', figure('2025-12-24', 'date'), figure('2025-12-24', 'date'), 'equal', null],
		['a day of the month', figure('2025-12', 'month'), figure('2025-12-24', 'date'), 'within', null],
		['another day', figure('2025-12-24', 'date'), figure('2025-12-25', 'date'), 'outside', null],
	])('%s', ([, claimed, found, outcome, gap]) => {
		expect(compareFigures(claimed, found)).toEqual({ outcome, gap })
	})
})

describe('each figure of a source stands', () => {
	const claimed = [figure('40.27', 'percent'), figure('12', 'country'), figure('2020', 'year')]

	test('beside the one it agrees with, whatever their order', () => {
		const pairs = pairFigures(claimed, [figure('12', 'country'), figure('40.3', 'percent')])
		expect(pairs.map(({ claimed, outcome }) => [claimed.value, outcome])).toEqual([
			['12', 'equal'],
			['40.27', 'rounded'],
		])
	})

	test('else beside the nearest of its kind', () => {
		const two = [figure('50', 'percent'), figure('30', 'percent')]
		expect(pairFigures(two, [figure('27', 'percent')])).toMatchObject([
			{ claimed: { value: '30' }, outcome: 'outside', gap: '3' },
		])
	})

	test('nowhere where the claim has several and none of its kind', () => {
		expect(pairFigures(claimed, [figure('5', 'money_usd')])).toEqual([])
		expect(pairFigures([], [figure('5', 'percent')])).toEqual([])
	})

	test('beside the only one there is, which is of another kind', () => {
		expect(pairFigures([figure('40', 'percent')], [figure('5', 'people')])).toMatchObject([
			{ outcome: 'other_unit' },
		])
	})
})
