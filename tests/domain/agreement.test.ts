import { describe, expect, test } from 'vitest'
import { fewestPairs, measureAgreement, type RatedPair, ratingDistance } from '#app/domain/agreement.ts'

const values = new Map([
	['true', 5],
	['mostly_true', 4],
	['missing_context', 3],
	['mostly_false', 2],
	['false', 1],
	['unproven', null],
])
const distance = ratingDistance(values)
const nominal = (one: string, other: string) => (one === other ? 0 : 1)
const pairs = (...written: string[]): RatedPair[] =>
	written.map((pair) => {
		const [first = '', second = ''] = pair.split(' ')
		return { first, second }
	})

describe('how far apart two ratings are', () => {
	test.each([
		['true', 'true', 0],
		['true', 'mostly_true', 1 / 16],
		['true', 'false', 1],
		['true', 'unproven', 1],
		['unproven', 'unproven', 0],
	])('%s and %s', (one, other, expected) => {
		expect(distance(one, other)).toBeCloseTo(expected)
		expect(distance(other, one)).toBeCloseTo(expected)
	})
})

describe('agreement', () => {
	// Krippendorff (2011), "Binary or dichotomous data, two observers, no missing data": Meg and Owen on ten articles.
	test('is what the paper works out', () => {
		const published = pairs('0 1', '1 1', '0 1', '0 0', '0 0', '0 1', '0 0', '0 0', '1 0', '0 0')
		expect(measureAgreement(published, nominal).alpha).toBeCloseTo(0.095, 3)
	})

	test('is full where all agree and something varies', () => {
		const all = pairs(...Array<string>(6).fill('true true'), ...Array<string>(6).fill('false false'))
		expect(measureAgreement(all, distance)).toEqual({
			pairs: 12,
			same: 12,
			alpha: 1,
			interval: { low: 1, high: 1 },
		})
	})

	test('counts a step less than the whole scale', () => {
		const base = [...Array<string>(6).fill('true true'), ...Array<string>(6).fill('false false')]
		const near = measureAgreement(pairs(...base, 'true mostly_true'), distance).alpha ?? 0
		const far = measureAgreement(pairs(...base, 'true false'), distance).alpha ?? 0
		expect(near).toBeGreaterThan(far)
	})

	test('has no figure where all ratings are one, or too few', () => {
		expect(measureAgreement(pairs(...Array<string>(12).fill('true true')), distance).alpha).toBeNull()
		expect(measureAgreement(pairs(...Array<string>(fewestPairs - 1).fill('true false')), distance)).toEqual({
			pairs: fewestPairs - 1,
			same: 0,
			alpha: null,
			interval: null,
		})
	})

	test('has an interval round it that is the same every time', () => {
		const some = pairs(
			...Array<string>(8).fill('true true'),
			...Array<string>(6).fill('false false'),
			'true false',
			'false mostly_false',
		)
		const measured = measureAgreement(some, distance)
		expect(measured.interval?.low).toBeLessThan(measured.alpha ?? 0)
		expect(measured.interval?.high).toBeGreaterThan(measured.alpha ?? 1)
		expect(measureAgreement(some, distance)).toEqual(measured)
	})
})
