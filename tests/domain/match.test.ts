import { describe, expect, test } from 'vitest'
import { compareTexts } from '#app/domain/match.ts'
import { contradictingPairs, repeatingPairs, unrelatedPairs } from '#tests/support/match-pairs.ts'

describe('the same claim in other words', () => {
	test.each(repeatingPairs)('$about', ({ first, second }) => {
		expect(compareTexts(first, second).kind).toBe('repeats')
	})
})

describe('claims that cannot both be right', () => {
	test.each(contradictingPairs)('$about', ({ first, second }) => {
		expect(compareTexts(first, second).kind).toBe('contradicts')
	})
})

describe('claims that are neither', () => {
	test.each(unrelatedPairs)('$about', ({ first, second }) => {
		const { kind, reasons } = compareTexts(first, second)
		expect({ kind, reasons }).not.toMatchObject({ kind: 'repeats' })
		expect({ kind, reasons }).not.toMatchObject({ kind: 'contradicts' })
	})
})
