import { parseWithZod } from '@conform-to/zod/v4'
import { describe, expect, test } from 'vitest'
import { claimSchema, toClaimInput } from '#app/forms/claim.ts'

const sound: [string, string][] = [
	['versionId', 'v1'],
	['submission', '2bcd3fgh4jkm'],
	['exact', '40.27% من باعته نساء'],
	['start', '120'],
	['statementAr', 'أربعون بالمئة من الباعة نساء'],
	['statementEn', ''],
	['type', 'statistic'],
	['claimantName', 'رامون ديلغادو'],
	['claimantKind', 'person'],
	['claimedOn', ''],
	['countries', 'HN'],
	['countries', 'US'],
	['figures[0].value', '٤٠٫٢٧٪'],
	['figures[0].unit', 'percent'],
	['figures[0].comparator', 'exactly'],
	['figures[0].base', ''],
	['figures[0].asWritten', '40.27%'],
]

/** The sound form with some fields set otherwise, as a browser would send it. */
function send(changes: [string, string][] = []) {
	const changed = new Set(changes.map(([name]) => name))
	const form = new FormData()
	for (const [name, value] of [...sound.filter(([name]) => !changed.has(name)), ...changes]) {
		form.append(name, value)
	}
	return parseWithZod(form, { schema: claimSchema })
}

/** Every complaint of the form, by field. */
function faults(changes: [string, string][]): Record<string, string[] | null> {
	const { error } = send(changes).reply()
	return error ?? {}
}

describe('the claim form', () => {
	test('reads what was written', () => {
		const submission = send()
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(submission.value).toMatchObject({ versionId: 'v1', exact: '40.27% من باعته نساء', start: 120 })
		expect(toClaimInput(submission.value)).toEqual({
			statementAr: 'أربعون بالمئة من الباعة نساء',
			statementEn: null,
			type: 'statistic',
			claimant: { kind: 'person', nameAr: 'رامون ديلغادو', nameEn: null },
			claimedOn: null,
			claimedOnBasis: null,
			countries: ['HN', 'US'],
			figures: [{ value: '40.27', unit: 'percent', comparator: 'exactly', base: null, asWritten: '40.27%' }],
		})
	})

	test.for<[string, [string, string][], Record<string, string[]>]>([
		['needs a statement', [['statementAr', ' ']], { statementAr: ['no-statement'] }],
		['needs words of the article', [['exact', '']], { exact: ['required'] }],
		['knows the types of claim', [['type', 'rumour']], { type: ['bad-choice'] }],
		['knows the kinds of claimant', [['claimantKind', 'robot']], { claimantKind: ['bad-choice'] }],
		['knows the countries', [['countries', 'QQ']], { countries: ['bad-country'] }],
		['does not know them in small letters', [['countries', 'hn']], { countries: ['bad-country'] }],
		['knows the calendar', [['claimedOn', '2025-02-30']], { claimedOn: ['bad-date'] }],
		['reads values by their unit', [['figures[0].value', 'كثير']], { 'figures[0].value': ['bad-figure'] }],
		['knows the units', [['figures[0].unit', 'furlong']], { 'figures[0].unit': ['bad-choice'] }],
		[
			'knows the comparators',
			[['figures[0].comparator', 'ish']],
			{ 'figures[0].comparator': ['bad-choice'] },
		],
		['has an end', [['statementAr', 'ا'.repeat(601)]], { statementAr: ['too-long'] }],
	])('%s', ([, changes, expected]) => expect(faults(changes)).toEqual(expected))

	test('says everything that is wrong at once', () => {
		expect(
			faults([
				['statementAr', ''],
				['countries', 'ZZ'],
				['type', ''],
			]),
		).toEqual({ statementAr: ['no-statement'], countries: ['bad-country'], type: ['bad-choice'] })
	})

	test('needs a country', () => {
		const form = new FormData()
		for (const [name, value] of sound) if (name !== 'countries') form.append(name, value)
		expect(parseWithZod(form, { schema: claimSchema }).reply().error).toEqual({ countries: ['no-country'] })
	})

	test('gives back everything that was typed, the faulty with the sound', () => {
		const reply = send([['figures[0].value', 'كثير']]).reply()
		expect(reply.initialValue).toMatchObject({
			statementAr: 'أربعون بالمئة من الباعة نساء',
			countries: ['HN', 'US'],
			figures: [{ value: 'كثير', unit: 'percent', asWritten: '40.27%' }],
		})
	})

	test('takes a statement in English, and a claimant by the letters of the name', () => {
		const submission = send([
			['statementAr', ''],
			['statementEn', 'Four in ten stallholders are women'],
			['claimantName', 'Ramón Delgado'],
			['claimedOn', '2026-02-27'],
		])
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(toClaimInput(submission.value)).toMatchObject({
			statementAr: null,
			claimant: { nameAr: null, nameEn: 'Ramón Delgado' },
			claimedOn: '2026-02-27',
			claimedOnBasis: 'text',
		})
	})

	test('has no claimant when none is named', () => {
		const submission = send([['claimantName', '']])
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(toClaimInput(submission.value).claimant).toBeNull()
	})

	test('leaves out rows of figures in which nothing was written', () => {
		const submission = send([
			['figures[1].value', ''],
			['figures[1].unit', 'number'],
			['figures[1].comparator', 'exactly'],
		])
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(submission.value.figures).toHaveLength(1)
	})

	test('takes a value as it was written when none was typed, and the other way round', () => {
		const submission = send([
			['figures[0].value', ''],
			['figures[1].value', '20'],
			['figures[1].unit', 'country'],
			['figures[1].comparator', 'more_than'],
		])
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(submission.value.figures).toEqual([
			{ value: '40.27', unit: 'percent', comparator: 'exactly', base: null, asWritten: '40.27%' },
			{ value: '20', unit: 'country', comparator: 'more_than', base: null, asWritten: '20' },
		])
	})

	test('reads ranges, currencies, measures and the circumstances of a figure', () => {
		const submission = send([
			['figures[0].valueTo', '٤٥'],
			['figures[0].place', 'الشمال'],
			['figures[0].period', 'في 2025'],
			['figures[0].countedBy', 'هيئة الإحصاء'],
			['figures[0].rounding', '0.01'],
			['figures[0].start', '120'],
			['figures[0].end', '126'],
			['figures[1].value', '300'],
			['figures[1].unit', 'money'],
			['figures[1].comparator', 'about'],
			['figures[1].measuredIn', 'درهم مغربي'],
			['figures[2].value', '35'],
			['figures[2].unit', 'measure'],
			['figures[2].comparator', 'exactly'],
			['figures[2].measuredIn', 'كيلومتر مربع'],
			['figures[3].value', '5'],
			['figures[3].unit', 'money'],
			['figures[3].comparator', 'exactly'],
			['figures[3].measuredIn', 'usd'],
		])
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(submission.value.figures).toMatchObject([
			{
				value: '40.27',
				valueTo: '45',
				place: 'الشمال',
				period: 'في 2025',
				countedBy: 'هيئة الإحصاء',
				rounding: '0.01',
				start: 120,
				end: 126,
			},
			{ unit: 'money', measuredIn: 'MAD', comparator: 'about' },
			{ unit: 'measure', measuredIn: 'km2' },
			{ unit: 'money_usd', value: '5' },
		])
	})

	test.for<[string, [string, string][], Record<string, string[]>]>([
		[
			'a range that ends before it begins',
			[['figures[0].valueTo', '12']],
			{ 'figures[0].valueTo': ['bad-range'] },
		],
		[
			'the end of a range in words',
			[['figures[0].valueTo', 'كثير']],
			{ 'figures[0].valueTo': ['bad-figure'] },
		],
		[
			'a measure that nobody knows',
			[
				['figures[0].unit', 'measure'],
				['figures[0].measuredIn', 'ذراع'],
			],
			{ 'figures[0].measuredIn': ['bad-measure'] },
		],
		[
			'a measure without a unit',
			[['figures[0].unit', 'measure']],
			{ 'figures[0].measuredIn': ['bad-measure'] },
		],
		[
			'a currency that nobody knows',
			[
				['figures[0].unit', 'money'],
				['figures[0].measuredIn', 'صدف'],
			],
			{ 'figures[0].measuredIn': ['bad-currency'] },
		],
	])('does not take %s', ([, changes, expected]) => expect(faults(changes)).toEqual(expected))

	test('leaves quoted words as they are but for the line ends of the browser', () => {
		const words = 'Jose\u0301 قال\r\n«نعم»\u200f '
		const submission = send([['exact', words]])
		if (submission.status !== 'success') throw new Error(JSON.stringify(submission.error))
		expect(submission.value.exact).toBe('Jose\u0301 قال\n«نعم»\u200f ')
	})
})
