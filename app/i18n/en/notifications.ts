import type { notifications as arabic } from '#app/i18n/ar/notifications.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

export const notifications: typeof arabic = {
	title: 'Notifications',
	lead: 'What concerns you, the newest first.',
	unread: (count) => plural('en', count, { one: '# unread notification', other: '# unread notifications' }),
	nothing:
		'No notifications. When a colleague mentions you, a claim is assigned to you or a day is due, you find it here.',
	isNew: 'New',
	open: 'Open',
	openLabel: (sentence) => `Open: ${sentence}`,
	markRead: 'Mark as read',
	markReadLabel: (sentence) => `Mark as read: ${sentence}`,
	markAll: 'Mark all as read',
	choose: 'How you are notified',
	sentences: {
		mentioned: (who) => `${who} mentioned you in a discussion.`,
		replied: (who) => `${who} replied in a discussion you are in.`,
		assigned: (who) => `${who} assigned a claim to you.`,
		review_waits: (who) => `${who} proposed a verdict, which waits for a second person.`,
		changes_requested: (who) => `${who} requested changes to your verdict.`,
		published: (who) => `${who} approved the verdict. It is published.`,
		due_soon: (_, day) => `The claim is due on ${day}.`,
		overdue: (_, day) => `It was due on ${day} and is overdue.`,
		task_opened: (_, day) => `A task was opened${day ? `, due on ${day}` : ''}.`,
	},
	kinds: {
		mentioned: 'A colleague mentions you',
		replied: 'A reply in a discussion you are in',
		assigned: 'A claim is assigned to you',
		review_waits: 'A verdict waits for a second person',
		changes_requested: 'Changes are requested to your verdict',
		published: 'A verdict of yours is published',
		due_soon: 'Something is due soon',
		overdue: 'Something is overdue',
		task_opened: 'A task is opened',
	},
	ways: {
		desk: 'Here only',
		mail: 'Here, and by e-mail at once',
		digest: 'Here, and in one e-mail a day',
		nothing: 'Not at all',
	},
	settings: {
		heading: 'Notifications',
		note: 'You are never told of what you did yourself. The daily e-mail goes out in the morning, and not if you have read everything.',
		save: 'Save',
		saved: 'Your choice has been saved.',
	},
	letter: {
		subject: 'A notification from the desk at Tadqiq',
		digestSubject: 'What waits for you on the desk',
		digestSays: (count) =>
			plural('en', count, {
				one: 'There is # notification you have not read:',
				other: 'There are # notifications you have not read:',
			}),
		claim: (statement) => `Claim: ${isolate(statement)}`,
		action: 'Open it on the desk',
		all: 'All notifications',
		stop: 'To change what reaches you by e-mail, open the page of your account on the desk.',
	},
}
