import { expect, test } from 'vitest'
import { type Listed, type Turn, turnOf } from '#app/domain/turn.ts'
import type { Status } from '#app/domain/workflow.ts'

const claim = (status: Status, given: Partial<Listed> = {}): Listed => ({
	status,
	assigneeId: null,
	assignee: null,
	proposerId: null,
	proposer: null,
	...given,
})
const withAmal = { assigneeId: 'amal', assignee: 'أمل' }
const byAmal = { ...withAmal, proposerId: 'amal', proposer: 'أمل' }

test.for<[string, Listed, { amal: Turn | null; badr: Turn | null }]>([
	['a new claim is open to all', claim('new'), { amal: { turn: 'open' }, badr: { turn: 'open' } }],
	[
		'a claim in hand is the turn of who has it',
		claim('in_research', withAmal),
		{ amal: { turn: 'yourResearch' }, badr: { turn: 'research', name: 'أمل' } },
	],
	[
		'a reopened claim that nobody has is open',
		claim('in_research'),
		{ amal: { turn: 'open' }, badr: { turn: 'open' } },
	],
	[
		'a proposal is the turn of anyone but the proposer',
		claim('in_review', byAmal),
		{ amal: { turn: 'ownProposal' }, badr: { turn: 'yourReview', name: 'أمل' } },
	],
	[
		'so is a correction of what is published',
		claim('published', byAmal),
		{ amal: { turn: 'ownProposal' }, badr: { turn: 'yourReview', name: 'أمل' } },
	],
	['what is published is nobody’s', claim('published', withAmal), { amal: null, badr: null }],
	['nor is what was dropped', claim('dropped', withAmal), { amal: null, badr: null }],
])('%s', ([, listed, turns]) => {
	expect({ amal: turnOf(listed, 'amal'), badr: turnOf(listed, 'badr') }).toEqual(turns)
})
