import { describe, expect, test } from 'vitest'
import { traceOrigins } from '#app/domain/origins.ts'

/** `a>b`: a relies on b. */
const edges = (list: string) =>
	list
		.split(' ')
		.filter(Boolean)
		.map((pair) => {
			const [from = '', to = ''] = pair.split('>')
			return { from, to }
		})
const names = (list: string) => list.split(' ').filter(Boolean)

describe('sources that share an origin count once', () => {
	test.for<[string, string, string, number]>([
		['none', '', '', 0],
		['one', 'a', '', 1],
		['two that rely on nobody', 'a b', '', 2],
		['one cited twice', 'a a', '', 1],
		['two reports of one release', 'a b', 'a>r b>r', 1],
		['a report and the release it relies on', 'a r', 'a>r', 1],
		['three of which two share an origin', 'a b c', 'a>r b>r', 2],
		['two by way of others', 'a b', 'a>x x>r b>y y>r', 1],
		['one that relies on two origins', 'a', 'a>r a>s', 1],
		['that one beside a report of each', 'a b c', 'a>r a>s b>r c>s', 2],
		['a chain of shared origins', 'a b c', 'a>r a>s b>s b>t c>t c>u', 2],
		['two that rely on each other', 'a b', 'a>b b>a', 1],
		['one that relies on a circle, and one in it', 'a c', 'a>b b>c c>b', 1],
		['a circle that leads out to an origin', 'a r', 'a>b b>a b>r', 1],
		['two circles', 'a c', 'a>b b>a c>d d>c', 2],
		['what uncited sources rely on', 'a b', 'x>r y>r', 2],
	])('%s', ([, cited, relied, count]) => {
		expect(traceOrigins(names(cited), edges(relied)).count).toBe(count)
	})

	test('also where a hundred sources rely on forty origins', () => {
		const cited = Array.from({ length: 100 }, (_, index) => `s${index}`)
		const relied = cited.map((from, index) => ({ from, to: `o${index % 40}` }))
		expect(traceOrigins(cited, relied).count).toBe(40)
	})
})

test('groups say who shares what, those with most in common first', () => {
	const { groups } = traceOrigins(names('a b c d'), edges('b>r c>r d>x'))
	expect(groups).toEqual([
		{ roots: ['r'], members: ['b', 'c'] },
		{ roots: ['a'], members: ['a'] },
		{ roots: ['x'], members: ['d'] },
	])
})

describe('circular citing is told', () => {
	test.for<[string, string, string, string[][]]>([
		['nothing', 'a b', 'a>r b>r', []],
		['a pair', 'a', 'a>b b>a', [['a', 'b']]],
		['three in a round', 'a', 'a>b b>c c>a', [['a', 'b', 'c']]],
		['a round behind a source', 'z', 'z>a a>b b>a', [['a', 'b']]],
		['a round that nothing cited leads to', 'z', 'a>b b>a', []],
		[
			'two rounds',
			'a c',
			'a>b b>a c>d d>c',
			[
				['a', 'b'],
				['c', 'd'],
			],
		],
	])('%s', ([, cited, relied, circles]) => {
		expect(traceOrigins(names(cited), edges(relied)).circles).toEqual(circles)
	})
})
