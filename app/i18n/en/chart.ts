import type { chart as arabic } from '#app/i18n/ar/chart.ts'
import { plural } from '#app/i18n/plural.ts'

export const chart: typeof arabic = {
	sentence: '{bar}, {segment}: {count} of {total}',
	drawing: (caption) => `Horizontal bar chart: ${caption}`,
	keys: 'Arrow keys lead through the chart: up and down between countries, left and right between parts of a bar. The same numbers are in the table below.',
	legend: 'Key to the chart',
	lookedAt: (count) => plural('en', count, { one: '# claim looked at.', other: '# claims looked at.' }),
	howCounted:
		'A claim that concerns two countries counts in both. The numbers say what was chosen for checking, not how truthful anyone is.',
	drawnOf: (drawn, all) =>
		`The chart draws the ${drawn} countries with the most claims; the table has all ${all}.`,
	table: 'The numbers',
	country: 'Country',
	total: 'Total',
	allCountries: 'All countries',
	nothing: 'There are no claims in this span of time or from this article. Choose a wider one.',
	filter: {
		label: 'Narrow the chart',
		from: 'Added from',
		to: 'to',
		article: 'Article',
		allArticles: 'All articles',
		apply: 'Show',
		clear: 'All times and articles',
		problems: {
			'bad-date':
				'One of the dates could not be read, so the numbers leave it out. Write it like this: 2025-12-24.',
			order: 'The first day comes after the last, so the numbers are not narrowed by time.',
		},
	},
}
