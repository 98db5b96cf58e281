import { describe, expect, test } from 'vitest'
import { publishContacts, withoutAddresses } from '#app/domain/contact.ts'
import { dueOf } from '#app/domain/due.ts'
import { readSubject, writeSubject } from '#app/domain/discussion.ts'
import { findMentions, mentionBeingTyped, whoFits } from '#app/domain/mentions.ts'

const people = [
	{ id: 'omar', name: 'عمر' },
	{ id: 'omar-s', name: 'عمر السيد' },
	{ id: 'sara', name: 'Sara Haddad' },
]

describe('mentions', () => {
	test.for([
		['@عمر، انظر', ['omar']],
		['يا @عمر السيد', ['omar-s']],
		['@عمرو ليس هو', []],
		['(@sara haddad) and @SARA HADDAD', ['sara']],
		['write to info@عمر.example', []],
		['@Sara alone is nobody', []],
		['@@عمر', ['omar']],
		['', []],
	] as const)('%j calls %j', ([text, called]) => {
		expect(findMentions(text, people)).toEqual(called)
	})

	test.for([
		['نظر @', ''],
		['نظر @عم', 'عم'],
		['@Sara Ha', 'Sara Ha'],
		['mail@host', null],
		['@done with it', null],
	] as const)('after %j the name %j is being typed', ([before, typed]) => {
		expect(mentionBeingTyped(before)).toBe(typed)
	})

	test('people are found by any word of their name', () => {
		expect(whoFits('had', people).map(({ id }) => id)).toEqual(['sara'])
		expect(whoFits('', people)).toHaveLength(3)
	})
})

test.for(['claim', 'evidence-7', 'rating', 'summary', 'rationale'])(
	'the subject %s is read as written',
	(word) => {
		const subject = readSubject(word)
		expect(subject && writeSubject(subject)).toBe(word)
	},
)
test.for(['', 'evidence-0', 'evidence-', 'toString', null])('%j is no subject', (word) => {
	expect(readSubject(word)).toBeNull()
})

describe('what is due', () => {
	const at = '2026-03-02T23:00:00Z'
	test.for([
		['in_research', '2026-03-05', null, { what: 'claim', on: '2026-03-05', state: 'soon', days: 1 }],
		['in_research', '2026-03-04', null, { what: 'claim', on: '2026-03-04', state: 'soon', days: 0 }],
		['in_research', '2026-03-03', null, { what: 'claim', on: '2026-03-03', state: 'overdue', days: 1 }],
		['in_research', '2026-04-01', null, { what: 'claim', on: '2026-04-01', state: 'later', days: 28 }],
		['published', '2026-03-03', null, null],
		['dropped', '2026-03-03', null, null],
		['in_review', null, at, { what: 'review', on: '2026-03-05', state: 'soon', days: 1 }],
		['in_review', '2026-03-03', at, { what: 'claim', on: '2026-03-03', state: 'overdue', days: 1 }],
		['published', '2026-03-03', at, { what: 'review', on: '2026-03-05', state: 'soon', days: 1 }],
		['new', null, null, null],
	] as const)('with %s, day %s, proposed %s is %j', ([status, dueOn, proposedAt, due]) => {
		expect(dueOf({ status, dueOn, proposedAt }, 3, '2026-03-04')).toEqual(due)
	})
})

describe('a published contact', () => {
	test.for([
		['راسلوا press@ministry.example غدًا', 'راسلوا […] غدًا'],
		['Call +964 770 123 4567 today', 'Call […] today'],
		['بلغت 27.4 في المئة من 1,234,567', 'بلغت 27.4 في المئة من 1,234,567'],
		['In 2024 and 2025', 'In 2024 and 2025'],
	])('%j reads %j', ([text, published]) => {
		expect(withoutAddresses(text ?? '')).toBe(published)
	})

	test('names neither whom we reached nor who recorded it', () => {
		const [published] = publishContacts([
			{
				id: 'c1',
				kind: 'answered',
				on: '2026-03-02',
				channel: 'email',
				toWhom: 'المكتب الصحفي',
				asked: 'ما مصدر الرقم؟',
				answer: 'المسح.',
				note: { ar: null, en: null },
				deadline: null,
				recordedBy: 'هدى',
				recordedAt: '2026-03-02T12:00:00Z',
			},
		])
		expect(JSON.stringify(published)).not.toMatch(/هدى|المكتب/)
		expect(published).toMatchObject({ asked: 'ما مصدر الرقم؟', answer: 'المسح.', on: '2026-03-02' })
	})
})
