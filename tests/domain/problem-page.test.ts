import { expect, test } from 'vitest'
import { translatePath } from '#app/components/page-head.ts'
import { query } from '#app/components/pager.tsx'
import { explain } from '#app/components/problem-page.tsx'
import { wordsFor } from '#app/i18n/words.ts'

const words = wordsFor('en')
const { refusals } = words
const { problems } = words.reading

test.each([
	[
		'a refusal that has a sentence',
		404,
		{ refusal: 'not-found', detail: {} },
		'not-found',
		refusals['not-found'],
	],
	['too little a role', 403, { refusal: 'forbidden' }, 'forbidden', refusals.forbidden],
	['a session that ended', 401, { refusal: 'signed-out' }, 'signed-out', refusals['signed-out']],
	['a step that is closed', 409, { refusal: 'wrong-step' }, 'conflict', refusals['wrong-step']],
	['somebody who was quicker', 409, { refusal: 'stale' }, 'conflict', refusals.stale],
	['an unknown value', 422, { refusal: 'invalid' }, 'declined', refusals.invalid],
	['an address without a route', 404, 'Error: No route matches', 'not-found', refusals['not-found']],
	['a method without an action', 405, '', 'declined', problems.declined],
	['a refusal nobody knows', 418, { refusal: 'constructor' }, 'declined', problems.declined],
	['a server that says no', 503, { refusal: 'not-found' }, 'failed', problems.failed],
] as const)('%s', (_, status, data, title, sentence) => {
	expect(explain({ status, data }, words)).toEqual({ title, sentence })
})

test('a surprise is our own fault', () => {
	expect(explain(null, words)).toEqual({ title: 'failed', sentence: problems.failed })
})

test.each([
	['/ar', '/en'],
	['/ar/', '/en'],
	['/en/verdicts/a-b', '/en/verdicts/a-b'],
	['/ar/countries/HN/', '/en/countries/HN'],
	['/', '/en'],
	['/desk/queue', '/en'],
	['/xx/verdicts', '/en'],
])('%s in English is %s', (path, english) => {
	expect(translatePath(path, 'en')).toBe(english)
})

test('a query holds what is filled', () => {
	expect(query({ country: 'HN', rating: null, after: '' })).toBe('?country=HN')
	expect(query({ country: null })).toBe('')
})
