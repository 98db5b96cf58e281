import { describe, expect, test } from 'vitest'
import {
	checkGate,
	type GateRule,
	gateIsOpen,
	gateRules,
	type GateSubject,
	isExcusable,
	parseGateRule,
} from '#app/domain/gate.ts'

/** Passes every rule. */
const sound: GateSubject = {
	evidence: [
		{ kind: 'primary', copy: 'kept' },
		{ kind: 'secondary', copy: 'failed' },
		{ kind: 'secondary', copy: 'none' },
	],
	origins: 2,
	figures: [{ unit: 'percent', base: 'الأصوات المدلى بها' }],
	summary: { ar: 'الخلاصة', en: null },
	rationale: { ar: 'التعليل', en: null },
	language: 'ar',
	claimantContacted: true,
	proposerId: 'huda',
	approverId: 'samir',
}

const failing = (subject: GateSubject) =>
	checkGate(subject, [])
		.filter(({ outcome }) => outcome === 'failed')
		.map(({ rule }) => rule)

describe('each rule asks one thing', () => {
	test.for<[string, Partial<GateSubject>, GateRule[]]>([
		['a sound verdict', {}, []],
		[
			'more evidence than is needed',
			{ evidence: Array(20).fill({ kind: 'primary', copy: 'kept' }), origins: 20 },
			[],
		],
		['one origin', { origins: 1 }, ['two_pieces_of_evidence']],
		['no evidence', { evidence: [], origins: 0 }, ['two_pieces_of_evidence', 'primary_source']],
		[
			'only secondary sources',
			{ evidence: Array(2).fill({ kind: 'secondary', copy: 'kept' }) },
			['primary_source'],
		],
		[
			'one page of which there is no copy yet',
			{
				evidence: [
					{ kind: 'primary', copy: 'kept' },
					{ kind: 'secondary', copy: 'missing' },
				],
			},
			['stored_copies'],
		],
		['a percentage of nothing', { figures: [{ unit: 'percent', base: null }] }, ['percentage_base']],
		['a percentage of blanks', { figures: [{ unit: 'percent', base: '  ' }] }, ['percentage_base']],
		['a third of nothing', { figures: [{ unit: 'share', base: null }] }, ['percentage_base']],
		['a third of something', { figures: [{ unit: 'share', base: 'المدارس' }] }, []],
		[
			'a second percentage without a base',
			{
				figures: [
					{ unit: 'percent', base: 'الناخبون' },
					{ unit: 'percent', base: null },
				],
			},
			['percentage_base'],
		],
		['a figure that is no percentage needs no base', { figures: [{ unit: 'people', base: null }] }, []],
		['no figures', { figures: [] }, []],
		['a claimant nobody asked', { claimantContacted: false }, ['claimant_contacted']],
		['no summary', { summary: { ar: null, en: null } }, ['own_language']],
		['a rationale in the other language only', { rationale: { ar: null, en: 'Why' } }, ['own_language']],
		['a summary of blanks', { summary: { ar: ' \n', en: null } }, ['own_language']],
		['an English claim judged in Arabic', { language: 'en' }, ['own_language']],
		['one person in both parts', { approverId: 'huda' }, ['second_person']],
	])('%s', ([, change, rules]) => {
		expect(failing({ ...sound, ...change })).toEqual(rules)
	})

	test('and the answers come in the order of the table, one for each rule', () => {
		expect(checkGate(sound, []).map(({ rule }) => rule)).toEqual(gateRules)
	})
})

describe('a recorded exception', () => {
	const reason = { ar: 'لا توجد وثيقة منشورة.', en: null }

	test.for(gateRules.filter(isExcusable))('excuses %s, with its reason', (rule) => {
		const nothing: GateSubject = {
			...sound,
			evidence: [{ kind: 'secondary', copy: 'missing' }],
			origins: 1,
			figures: [{ unit: 'percent', base: null }],
			claimantContacted: false,
		}
		const result = checkGate(nothing, [{ rule, reason }]).find((candidate) => candidate.rule === rule)
		expect(result).toEqual({ rule, outcome: 'excused', reason })
	})

	test.for<[GateRule, Partial<GateSubject>]>([
		['own_language', { summary: { ar: null, en: null } }],
		['second_person', { approverId: 'huda' }],
	])('does not excuse %s', ([rule, change]) => {
		const results = checkGate({ ...sound, ...change }, [{ rule, reason }])
		expect(results.find((candidate) => candidate.rule === rule)?.outcome).toBe('failed')
		expect(gateIsOpen(results)).toBe(false)
	})

	test('counts for nothing where the rule itself passes', () => {
		const results = checkGate(sound, [{ rule: 'primary_source', reason }])
		expect(results.every(({ outcome, reason }) => outcome === 'passed' && reason === null)).toBe(true)
	})
})

test('the gate is open when nothing has failed', () => {
	const excused = checkGate({ ...sound, claimantContacted: false }, [
		{ rule: 'claimant_contacted', reason: { ar: 'لا عنوان له.', en: null } },
	])
	expect(gateIsOpen(excused)).toBe(true)
	expect(gateIsOpen(checkGate({ ...sound, claimantContacted: false }, []))).toBe(false)
})

test.for<[unknown, GateRule | null]>([
	['primary_source', 'primary_source'],
	['Primary_source', null],
	['toString', null],
	['', null],
	[null, null],
	[['primary_source'], null],
])('a rule from outside: %j', ([value, rule]) => {
	expect(parseGateRule(value)).toBe(rule)
})
