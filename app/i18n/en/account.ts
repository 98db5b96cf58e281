import type { account as arabic } from '#app/i18n/ar/account.ts'
import { isolate } from '#app/i18n/plural.ts'

export const account: typeof arabic = {
	title: 'Your account',
	pages: 'Pages of your account',
	save: 'Save',
	confirmFirst:
		'It has been a while since you proved who you are, so nothing has changed yet. Confirm that it is you, then send this again; what you typed is kept.',
	toConfirm: 'Confirm that it is you',
	profile: {
		title: 'Name and language',
		language: 'Language of the interface and of letters',
	},
	email: {
		title: 'E-mail address',
		present: 'Your address now',
		lead: 'You sign in with it, and letters go to it. It changes only when you confirm from both mailboxes, the old one and the new one.',
		address: 'New address',
		submit: 'Send both letters',
		confirmNote: 'Changing the address is a sensitive step, so your password is asked for first.',
		change: 'Change the address',
		pending: (email) => `You asked to change your address to ${isolate(email)}.`,
		oldEnd: 'Old mailbox',
		newEnd: 'New mailbox',
		confirmed: 'Confirmed',
		awaited: 'Not confirmed yet. Open the link in the letter that was sent there.',
		until: (moment) => `Both links are good until ${moment}.`,
		cancel: 'Withdraw the request',
	},
	password: {
		title: 'Password',
		current: 'Present password',
		after: 'Your sessions on other devices end, and a letter tells you of the change.',
		submit: 'Change the password',
		changedMeanwhile: 'Your password was changed meanwhile. Sign in again with the newer one.',
	},
	sessions: {
		title: 'Open sessions',
		lead: 'Every device on which you signed in and did not sign out. If you do not know one of them, end it and change your password.',
		browsers: {
			edge: 'Edge',
			opera: 'Opera',
			samsung: 'Samsung Internet',
			vivaldi: 'Vivaldi',
			firefox: 'Firefox',
			chrome: 'Chrome',
			safari: 'Safari',
		},
		systems: {
			android: 'Android',
			iphone: 'iPhone',
			ipad: 'iPad',
			windows: 'Windows',
			chromeos: 'ChromeOS',
			mac: 'Mac',
			linux: 'Linux',
		},
		device: (browser, system) => `${browser} on ${system}`,
		unknown: 'Unknown device',
		this: 'This session',
		network: 'Network',
		began: 'Began',
		lastUsed: 'Last used',
		end: 'End',
		endNamed: (device, began) => `End the session on ${device} that began ${began}`,
		endOthers: 'End all sessions but this one',
		onlyThis: 'No session is open but this one.',
		confirmNote: 'To end a session you are asked for your password first.',
		gone: 'This session is not on the list: it had ended before.',
		limits: 'A session ends after an hour without use, and after 12 hours at most (8 hours for admins).',
	},
	done: {
		profile: 'Name and language are saved.',
		password: 'Your password is changed, and your sessions on other devices have ended.',
		email: 'A letter went to each of the two addresses. Open both links to confirm the change.',
		'cancel-email': 'The request is withdrawn and your address stays as it is. The two links no longer work.',
		'end-session': 'The session has ended.',
		'end-sessions': 'All your sessions but this one have ended.',
	},
	confirm: {
		title: 'Confirm that it is you',
		lead: 'The next step is a sensitive one. Prove that it is you; you will not be asked again for a quarter of an hour.',
		whose: (email) => `You are signed in as ${isolate(email)}.`,
		password: 'Password',
		submit: 'Confirm with the password',
		codeSubmit: 'Confirm with the code',
		or: 'or',
	},
	emailChange: {
		title: 'Confirm the change of address',
		old: (name, email) =>
			`Somebody asked for ${isolate(email)} to become the address of ${isolate(name)}’s Tadqiq account in place of this mailbox.`,
		new: (name, email) =>
			`Somebody asked for ${isolate(email)} to become the address of ${isolate(name)}’s Tadqiq account.`,
		after:
			'Once both mailboxes have confirmed, the address changes and all sessions end; you sign in again with the new address.',
		notYou: 'If you did not ask for this, do not confirm it, and change your password.',
		notYours: 'If you did not ask for this, close this page, and nothing will change.',
		submit: 'Confirm the change',
		'awaits-old':
			'The new address is confirmed. What is left is to open the link that was sent to the old mailbox.',
		'awaits-new':
			'Confirmed from the old mailbox. What is left is to open the link that was sent to the new address.',
		changed: 'Your address is changed and all your sessions have ended. Sign in again with the new address.',
		taken:
			'The address was not changed: the new one has come to belong to another account since you asked. Ask for another from the page of your account.',
		spentTitle: 'This link no longer works',
		spent:
			'It was used already, its time is up, or the request was withdrawn. If you still want the change, ask for it from the page of your account.',
		toSignIn: 'To the sign-in page',
		toAccount: 'To your account',
	},
}
