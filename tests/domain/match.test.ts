import { describe, expect, test } from 'vitest'
import { compareTexts } from '#app/domain/match.ts'
import { contradictingPairs, plainPairs, repeatingPairs, unrelatedPairs } from '#tests/support/match-pairs.ts'

describe('the same claim in other words', () => {
	test.each(repeatingPairs)('$about', ({ first, second }) => {
		expect(compareTexts(first, second).kind).toBe('repeats')
	})
	test.each(plainPairs.repeating)('%s', (first, second) => {
		expect(compareTexts(first, second).kind).toBe('repeats')
	})
})

describe('claims that cannot both be right', () => {
	test.each(contradictingPairs)('$about', ({ first, second }) => {
		expect(compareTexts(first, second).kind).toBe('contradicts')
	})
	test.each(plainPairs.contradicting)('%s', (first, second) => {
		expect(compareTexts(first, second).kind).toBe('contradicts')
	})
})

describe('claims that are neither', () => {
	test.each(unrelatedPairs)('$about', ({ first, second }) => {
		expect([null, 'narrows']).toContain(compareTexts(first, second).kind)
	})
	test.each(plainPairs.unrelated)('%s', (first, second) => {
		expect([null, 'narrows']).toContain(compareTexts(first, second).kind)
	})
})

test('it makes no difference which of two claims is asked about', () => {
	for (const { first, second } of [...repeatingPairs, ...contradictingPairs, ...unrelatedPairs])
		expect(compareTexts(second, first).kind, first).toBe(compareTexts(first, second).kind)
})
