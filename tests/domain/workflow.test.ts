import { describe, expect, test } from 'vitest'
import type { Actor, Role } from '#app/domain/people.ts'
import {
	advance,
	hindrance,
	openSteps,
	parseStatus,
	parseStep,
	type Standing,
	type Status,
	statuses,
	type Step,
	stepNames,
} from '#app/domain/workflow.ts'

const person = (id: string, role: Role = 'reviewer'): Actor => ({
	id,
	role,
	name: id,
	email: '',
	language: 'ar',
})
const amal = person('amal')
const badr = person('badr')
const chief = person('chief', 'editor')
const admin = person('admin', 'admin')

const standing = (status: Status, given: Partial<Standing> = {}): Standing => ({
	status,
	assigneeId: null,
	proposerId: null,
	...given,
})

describe('where a step leads', () => {
	test.for<[Step, Partial<Record<Status, Status>>]>([
		['take', { new: 'in_research', in_research: 'in_research' }],
		['assign', { new: 'in_research', in_research: 'in_research' }],
		['propose', { in_research: 'in_review' }],
		['request_changes', { in_review: 'in_research' }],
		['approve', { in_review: 'published' }],
		['propose_correction', { published: 'published' }],
		['decline_correction', { published: 'published' }],
		['correct', { published: 'published' }],
		['reopen', { published: 'in_research', dropped: 'in_research' }],
		['drop', { new: 'dropped', in_research: 'dropped' }],
	])('%s', ([step, leads]) => {
		for (const status of statuses)
			expect([status, advance(status, step)]).toEqual([status, leads[status] ?? null])
	})

	test('is asked of every step there is', () => {
		expect(stepNames).toHaveLength(10)
	})
})

describe('who may take a step', () => {
	const inHand = standing('in_research', { assigneeId: 'amal' })
	const proposed = standing('in_review', { assigneeId: 'amal', proposerId: 'amal' })
	const correction = standing('published', { assigneeId: 'amal', proposerId: 'amal' })

	test.for<[string, Standing, Step, Actor, ReturnType<typeof hindrance>]>([
		['anyone takes a new claim', standing('new'), 'take', badr, null],
		['anyone takes research that was laid down', standing('in_research'), 'take', badr, null],
		['nobody takes a claim twice', inHand, 'take', badr, 'wrong-step'],
		['a reviewer assigns nobody', standing('new'), 'assign', badr, 'forbidden'],
		['an editor assigns a new claim', standing('new'), 'assign', chief, null],
		['an editor passes a claim on', inHand, 'assign', chief, null],
		['an admin may do what an editor may', inHand, 'assign', admin, null],
		['who has the claim proposes', inHand, 'propose', amal, null],
		['nobody proposes for somebody else', inHand, 'propose', badr, 'forbidden'],
		['nor does an editor', inHand, 'propose', chief, 'forbidden'],
		['nobody approves their own proposal', proposed, 'approve', amal, 'same-person'],
		['another reviewer approves', proposed, 'approve', badr, null],
		[
			'an editor does not approve their own',
			{ ...proposed, proposerId: 'chief' },
			'approve',
			chief,
			'same-person',
		],
		['nobody sends their own back', proposed, 'request_changes', amal, 'same-person'],
		['anyone else does', proposed, 'request_changes', badr, null],
		['without a proposal nothing is approved', standing('in_review'), 'approve', badr, 'wrong-step'],
		['a reviewer reopens nothing', standing('published'), 'reopen', amal, 'forbidden'],
		['an editor reopens what was published', standing('published'), 'reopen', chief, null],
		[
			'nobody reopens under a correction that waits',
			standing('published', { proposerId: amal.id }),
			'reopen',
			chief,
			'wrong-step',
		],
		['an editor reopens what was dropped', standing('dropped'), 'reopen', chief, null],
		['who has the claim drops it', inHand, 'drop', amal, null],
		['a colleague does not', inHand, 'drop', badr, 'forbidden'],
		['an editor drops a claim nobody has', standing('new'), 'drop', chief, null],
		['a claim in review is not dropped', proposed, 'drop', chief, 'wrong-step'],
		['anyone proposes a correction', standing('published'), 'propose_correction', badr, null],
		['but not while one waits', correction, 'propose_correction', badr, 'wrong-step'],
		['nobody decides on their own correction', correction, 'correct', amal, 'same-person'],
		['nor declines it', correction, 'decline_correction', amal, 'same-person'],
		['another person does', correction, 'correct', badr, null],
		['without one there is none to decide', standing('published'), 'correct', badr, 'wrong-step'],
	])('%s', ([, claim, step, actor, expected]) => {
		expect(hindrance(claim, step, actor)).toBe(expected)
	})

	test('the open steps are those that nothing stands in the way of', () => {
		expect(openSteps(inHand, amal)).toEqual(['propose', 'drop'])
		expect(openSteps(inHand, badr)).toEqual([])
		expect(openSteps(proposed, badr)).toEqual(['request_changes', 'approve'])
		expect(openSteps(standing('published'), chief)).toEqual(['propose_correction', 'reopen'])
	})
})

describe('words from outside', () => {
	test('are a step or a status only if they are spelt like one', () => {
		expect(parseStep('approve')).toBe('approve')
		expect(parseStatus('in_review')).toBe('in_review')
		for (const word of ['Approve', '', 'toString', null, 7, ['approve']]) {
			expect(parseStep(word)).toBeNull()
			expect(parseStatus(word)).toBeNull()
		}
	})
})
