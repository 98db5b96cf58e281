import type { discussion as arabic } from '#app/i18n/ar/discussion.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

const days = (count: number) => plural('en', count, { one: '# day', other: '# days' })

export const discussion: typeof arabic = {
	heading: 'Discussion',
	nothing:
		'No discussion yet. Ask a colleague about a piece of evidence or a part of the verdict; name them after @ and they are notified.',
	open: (count) =>
		count === 0
			? 'Nothing is open'
			: plural('en', count, { one: '# open discussion', other: '# open discussions' }),
	settled: (count) => plural('en', count, { one: '# resolved discussion', other: '# resolved discussions' }),
	subject: {
		label: 'About',
		claim: 'The claim as a whole',
		evidence: (number) => `Evidence ${number}`,
		parts: { rating: 'The rating', summary: 'The summary', rationale: 'The rationale' },
	},
	begin: 'Begin a discussion',
	text: 'What you want to say',
	textHint: 'Markdown. Write @ and a colleague’s name to notify them, [1] to point at evidence 1.',
	pick: 'Colleagues of this name',
	call: 'Notify as well',
	send: 'Send',
	reply: 'Reply',
	replyLabel: (subject) => `Reply in the discussion: ${subject}`,
	reword: 'Edit',
	rewordSave: 'Save the edit',
	takeBack: 'Remove what you wrote',
	resolve: 'Resolve',
	resolveLabel: (subject) => `Resolve the discussion: ${subject}`,
	reopen: 'Reopen',
	resolved: (name, age) => `Resolved by ${isolate(name)} ${age}`,
	edited: 'edited',
	takenBack: 'Removed by its author.',
	called: 'Mentions:',
	reopensNote: 'A reply to a resolved discussion opens it again.',
	changesAsked: (name, age) => `${isolate(name)} requested changes ${age}`,
	done: {
		open_thread: 'The discussion has begun.',
		reply: 'Your reply has been sent.',
		reword_comment: 'The edit has been saved. What it said before stays on record.',
		resolve_thread: 'The discussion has been changed.',
		set_due: 'The due date has been saved.',
		log_contact: 'It has been added to the contact log.',
	},
	events: {
		open_thread: (subject) => `Discussion begun: ${subject}`,
		resolve_thread: (subject) => `Discussion resolved: ${subject}`,
		reopen_thread: (subject) => `Discussion reopened: ${subject}`,
		set_due: (day) => `Due date set: ${day}`,
		unset_due: 'Due date taken away',
	},
	due: {
		heading: 'Due date',
		set: 'Set a due date',
		change: 'Change the due date',
		on: 'To be published by the end of',
		onHint: 'Leave it empty for no due date.',
		save: 'Save the due date',
		none: 'No due date',
		what: { claim: 'Due', review: 'Review due' },
		overdue: (count) => `${days(count)} overdue`,
		soon: (count) => (count === 0 ? 'today' : `in ${days(count)}`),
		days: {
			heading: 'Due dates',
			review: 'Days for the review of a proposed verdict',
			complaint: 'Days for the answer to a reader’s report',
			save: 'Save the due dates',
		},
		badDays: 'Write a number from 1 to 90.',
		onlyOverdue: 'Only what is overdue',
	},
	contacts: {
		heading: 'Contact with the claimant',
		note: 'The right of reply: who was asked when, and what they answered. The log is published with the verdict, without addresses, names of our staff or whom we reached. What is recorded stays; put it right with another entry.',
		nothing: 'No contact on record. Record every attempt, or say why nobody can be asked.',
		add: 'Add to the log',
		kind: 'What happened',
		kinds: {
			attempted: 'We asked',
			answered: 'They answered',
			declined: 'They declined to answer',
			not_possible: 'They cannot be asked',
			noted: 'Note',
		},
		kindHints: {
			attempted: 'Say what you asked, and until when you wait for an answer.',
			answered: 'Copy the answer letter for letter, in its language.',
			declined: 'They said that they will not answer.',
			not_possible: 'Tell readers why.',
		},
		channel: 'By which channel',
		channels: {
			email: 'E-mail',
			phone: 'Telephone',
			letter: 'Letter',
			form: 'A form on their site',
			in_person: 'In person',
			social: 'Social media',
			other: 'Another channel',
		},
		on: 'Date',
		toWhom: 'To whom',
		toWhomHint: 'Their position or office. It stays on the desk.',
		asked: 'What was asked',
		answer: 'The answer, letter for letter',
		noteIn: { ar: 'Note for readers in Arabic', en: 'Note for readers in English' },
		deadline: 'Answer awaited until',
		submit: 'Record it',
		recorded: (name) => `Recorded by ${isolate(name)}`,
		public: {
			heading: 'What we asked the claimant',
			asked: 'Question',
			answer: 'Answer as received',
			until: (day) => `We waited for an answer until ${day}`,
			note: 'Addresses, and the names of those who wrote on the claimant’s behalf, are not published here.',
		},
	},
	gate: {
		toLog: 'To the contact log',
		evidence: (missing) =>
			plural('en', missing, {
				one: '# piece of evidence is missing.',
				other: '# pieces of evidence are missing.',
			}),
		noEvidence: 'There is no evidence yet.',
		secondary: (count) =>
			plural('en', count, {
				one: 'The only piece of evidence is secondary.',
				other: 'All # pieces of evidence are secondary.',
			}),
		noBase: (figures) => `Without a base: ${figures.map((figure) => isolate(figure)).join(', ')}`,
		noContact: 'Neither an attempt is on record nor a reason why none is possible.',
		noText: {
			summary: { ar: 'No summary in Arabic.', en: 'No summary in English.' },
			rationale: { ar: 'No rationale in Arabic.', en: 'No rationale in English.' },
		},
		granted: {
			editor: (day) => `Granted by an editor on ${day}`,
			reviewer: (day) => `Granted by a reviewer other than the author on ${day}`,
		},
		withApproval:
			'Recorded by whoever proposes the verdict; it holds only if the person who approves grants it.',
	},
}
