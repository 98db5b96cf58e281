import type { secondFactor as arabic } from '#app/i18n/ar/second-factor.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

const seconds = (count: number) => plural('en', count, { one: '# second', other: '# seconds' })
const minutes = (count: number) => plural('en', count, { one: '# minute', other: '# minutes' })

export const secondFactor: typeof arabic = {
	title: 'Second factor',
	lead: 'A password can be stolen without your noticing. When something in your hand is asked for as well, it is not enough to get into your account.',
	needed:
		'Your role on the desk takes a second factor. Set up one of the two below to reach the other pages.',
	code: 'Code',
	codeHint: 'Six digits that your authenticator app shows now.',
	tooMany: (wait) =>
		`Too many tries in a short time. Wait ${wait < 90 ? seconds(wait) : minutes(Math.ceil(wait / 60))}, then try again.`,
	step: {
		title: 'Second step',
		lead: 'Your password is right. Show that it is you.',
		submit: 'Continue',
		passkeyOnly: 'The second step of your account is a passkey, which needs JavaScript in the browser.',
		lost: 'Don’t have your phone?',
		recovery: 'Recovery code',
		recoveryHint: 'One of the codes you kept when you set up the second factor. Each works once.',
		recoverySubmit: 'Sign in with the recovery code',
		noRecovery:
			'You have no recovery codes left. Ask an administrator of the desk to remove the second factor of your account.',
		wrongRecovery: 'The recovery code is not right, or has been used already.',
		spentTitle: 'Sign-in has timed out',
		spent: 'You typed your password too long ago. Start again.',
		again: 'To the sign-in page',
	},
	app: {
		title: 'Authenticator app',
		lead: 'An app on your phone that shows a new code every thirty seconds. It needs no network.',
		begin: 'Set up an authenticator app',
		scan: 'Scan this picture with the app.',
		qr: 'A QR code for an authenticator app. What it says is written below it.',
		type: 'Or type this key into the app:',
		open: 'Or open the app on this device',
		confirm: 'Then type the code that the app shows. The second factor is on once you have.',
		submit: 'Turn on',
		abandon: 'Cancel',
		since: (day) => `On since ${day}.`,
		remove: 'Remove the authenticator app',
		removeHint:
			'Type a code from the app, or a recovery code if you no longer have it. Your sessions on other devices end.',
		removeCode: 'A code from the app, or a recovery code',
		removeSubmit: 'Remove',
	},
	passkeys: {
		title: 'Passkeys',
		lead: 'Your device keeps the key, and your finger, face or PIN opens it. It takes the place of the password, and no fake site can trick it.',
		none: 'Your account has no passkey yet.',
		list: 'Passkeys of your account',
		added: 'Added',
		used: 'Last used',
		unused: 'Not used yet',
		remove: 'Delete',
		removeNamed: (name) => `Delete the passkey ${isolate(name)}`,
		name: 'Name of the passkey',
		nameHint: 'By which you know it in the list, such as “work phone”.',
		add: 'Add a passkey',
		needsScript: 'Passkeys need JavaScript in the browser.',
		signIn: 'Sign in with a passkey',
		step: 'Use a passkey',
		confirm: 'Confirm with a passkey',
		or: 'or',
		waiting: 'Waiting for your device…',
		problems: {
			cancelled: 'It was not completed on your device. Try again when you like.',
			known: 'This device has a passkey of your account already.',
			unsupported: 'This device or browser keeps no passkeys.',
			late: 'It took too long. Reload the page, then try again.',
			failed: 'That did not work. Try again; if it keeps failing, use another way.',
			refused: 'This passkey was not accepted. Try another, or another way.',
			'too-many-keys': 'Your account has as many passkeys as are accepted. Delete one you do not use first.',
		},
	},
	codes: {
		title: 'Recovery codes',
		lead: 'With one of them you get in when your phone or passkey is lost. Each works once.',
		left: (count) =>
			count === 0
				? 'None are left.'
				: plural('en', count, { one: '# code is left.', other: '# codes are left.' }),
		remake: 'Make new codes',
		remakeHint: 'New codes take the place of all earlier ones.',
		shown: 'Keep your recovery codes now',
		shownLead: 'They are not shown again. Print them, or copy them to a safe place that is not your phone.',
		list: 'The codes',
		download: 'Download them as a file',
		fileName: 'tadqiq-recovery-codes.txt',
		fileHead: (email) => `Tadqiq: recovery codes for ${email}\nEach works once.`,
	},
	done: {
		added: 'The second factor is on. Your sessions on other devices have ended.',
		removed: 'The authenticator app is removed. Your sessions on other devices have ended.',
		'passkey-added': 'The passkey is added. Your sessions on other devices have ended.',
		'passkey-removed':
			'The passkey is deleted, and your sessions on other devices have ended. Delete it on your device too.',
		remade: 'New codes are made, and the earlier ones no longer work.',
	},
	settings: {
		title: 'Settings of the desk',
		from: 'A second factor is required',
		hint: 'Whoever is covered and has none is asked for it on the first page they open, and reaches no other until it is set up.',
		choices: {
			reviewer: 'of everyone',
			editor: 'of editors and administrators',
			admin: 'of administrators only',
			nobody: 'of nobody',
		},
		lacking: (count, of) =>
			of === 0
				? 'Nobody has these roles.'
				: count === 0
					? 'Everyone covered has one.'
					: plural('en', count, {
							one: `# person of ${of} has none yet.`,
							other: `# people of ${of} have none yet.`,
						}),
		voluntary: (count, of) =>
			count === 0
				? `None of ${of} have set one up.`
				: plural('en', count, {
						one: `# person of ${of} has set one up by choice.`,
						other: `# people of ${of} have set one up by choice.`,
					}),
		yourself:
			'You have not set up a second factor yet. If your choice covers you, you are asked for it as soon as it is saved.',
		submit: 'Save',
		saved: 'The choice is saved.',
	},
}
