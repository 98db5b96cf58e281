import type { letters as arabic } from '#app/i18n/ar/letters.ts'
import { isolate, plural } from '#app/i18n/plural.ts'
import { desk } from './desk.ts'

const { roles } = desk

function lasting({ hours, minutes }: { hours?: number; minutes?: number }): string {
	return hours === undefined
		? plural('en', minutes ?? 0, { one: '# minute', other: '# minutes' })
		: plural('en', hours, { one: '# hour', other: '# hours' })
}

export const letters: typeof arabic = {
	sender: 'Tadqiq',
	greeting: (name) => `Hello ${isolate(name)},`,
	closing: 'The desk at Tadqiq',
	automatic: 'This message was sent automatically; nobody reads replies to it.',
	link: 'If the link does not open, copy this address into your browser:',
	once: (time) => `The link is good for ${lasting(time)} and works once.`,
	invitation: {
		subject: 'An invitation to the desk at Tadqiq',
		says: (inviter, role) =>
			`${isolate(inviter)} invites you to join the desk, where claims are checked before a verdict on them is published. Your role there: ${roles[role]}.`,
		action: 'Accept the invitation',
		unexpected:
			'If you did not expect this invitation, ignore it: no account will be opened with this address.',
	},
	passwordReset: {
		subject: 'A new password for your account at Tadqiq',
		says: 'A link was asked for by which you can choose a new password for your account on the desk.',
		action: 'Choose a new password',
		unexpected: 'If you did not ask for it, ignore this message: your password is as it was.',
	},
	emailChangeOld: {
		subject: 'A request to change your address at Tadqiq',
		says: (newEmail) =>
			`It was asked that the address of your account become ${isolate(newEmail)} instead of this one. Nothing changes until both addresses have agreed.`,
		action: 'Look at the request',
		unexpected:
			'If you did not ask for it, do not agree: change your password, and tell an administrator of the desk.',
	},
	emailChangeNew: {
		subject: 'Confirm your new address at Tadqiq',
		says: 'It was asked that this address become that of an account on the desk. Nothing changes until you confirm it here.',
		action: 'Confirm the address',
		unexpected:
			'If you did not ask for it, ignore this message: this address will not be tied to any account.',
	},
	accountChanged: {
		subject: 'A change to your account at Tadqiq',
		what: {
			password: () => 'The password of your account on the desk was changed.',
			email: () => 'This is now the address of your account on the desk.',
			'second-factor-added': () =>
				'Signing in to your account now takes a code from an authenticator application.',
			'second-factor-removed': () =>
				'Signing in to your account no longer takes a code from an authenticator application.',
			'passkey-added': () => 'A passkey was added to your account.',
			'passkey-removed': () => 'A passkey was removed from your account.',
			'recovery-code-used': () =>
				'One of your recovery codes was used to sign in to your account. It will not work again.',
			role: (role) => `Your role on the desk was changed. It is now: ${roles[role]}.`,
			disabled: () => 'Your account on the desk was disabled. It can no longer be signed in to.',
			'new-device': () => 'Your account was signed in to from a device that was not used before.',
		},
		when: (moment) => `This was on ${isolate(moment)}.`,
		notYou: 'If this was not you, choose a new password now, and tell an administrator of the desk.',
		action: 'Choose a new password',
		byOthers: 'If you think this is a mistake, speak to an administrator of the desk.',
	},
}
