import { expect, test } from 'vitest'
import { readStatusFilter } from '#app/charts/status-filter.ts'

const none = { articleId: null, from: null, to: null, problem: null }

test.for<[string, string, Omit<ReturnType<typeof readStatusFilter>, 'typed'>]>([
	['nothing', '', none],
	['empty fields', 'from=&to=&article=', none],
	['a span of days', 'from=2026-03-01&to=2026-03-31', { ...none, from: '2026-03-01', to: '2026-03-31' }],
	['one day', 'from=2026-03-01&to=2026-03-01', { ...none, from: '2026-03-01', to: '2026-03-01' }],
	['an open end', 'from=2024-02-29', { ...none, from: '2024-02-29' }],
	['an article', 'article=k3m9x2', { ...none, articleId: 'k3m9x2' }],
	['a day that no calendar has', 'from=2025-02-29', { ...none, problem: 'bad-date' }],
	['a word', 'to=yesterday', { ...none, problem: 'bad-date' }],
	['the year 0', 'from=0000-01-01', { ...none, problem: 'bad-date' }],
	[
		'a day that is right beside one that is not',
		'from=2026-03-01&to=2026-99-01',
		{ ...none, from: '2026-03-01', problem: 'bad-date' },
	],
	['an end before the beginning', 'from=2026-03-02&to=2026-03-01', { ...none, problem: 'order' }],
	['an article that no id is like', 'article=%00', none],
])('an address with %s is read', ([, query, expected]) => {
	const { typed: _, ...read } = readStatusFilter(new URLSearchParams(query))
	expect(read).toEqual(expected)
})

test('what was typed stays, also when it is left out of account', () => {
	const read = readStatusFilter(new URLSearchParams('from=2026-03-02&to=2026-03-01'))
	expect(read.typed).toEqual({ from: '2026-03-02', to: '2026-03-01' })
})
