import type { people as arabic } from '#app/i18n/ar/people.ts'
import { isolate, plural } from '#app/i18n/plural.ts'

export const people: typeof arabic = {
	title: 'People',
	lead: 'Everyone who has an account on the desk, and the work they have open. Open a name to change a role, disable an account or hand work to a colleague.',
	you: 'you',
	disabledTitle: 'Disabled accounts',
	none: 'Nothing',
	never: 'Not yet',
	columns: {
		name: 'Name',
		role: 'Role',
		secondFactor: 'Second factor',
		lastSignedIn: 'Last signed in',
		work: 'Open work',
		since: 'Disabled',
	},
	secondFactor: { yes: 'On', no: 'Off' },
	proposalsCount: (count) => plural('en', count, { one: '# proposal waiting', other: '# proposals waiting' }),
	sessionsCount: (count) =>
		count === 0
			? 'No open session'
			: plural('en', count, { one: '# open session', other: '# open sessions' }),
	roleNotes: {
		reviewer: 'Extracts claims, researches them, proposes verdicts and approves what others have proposed.',
		editor: 'All that a reviewer does, and assigns work and reopens claims.',
		admin: 'All that an editor does, and looks after people, security and settings.',
	},
	languages: { ar: 'Arabic', en: 'English' },
	refusals: {
		accountTaken: 'This address has an account on the team already.',
		invitationTaken:
			'This address has been invited, and the invitation still stands. If it did not arrive, send it again from the list of invitations.',
		invitationOver: 'This invitation is open no longer: it was accepted, or withdrawn.',
		letters: (minutes) =>
			`This address has had enough letters for one hour. Try again in ${plural('en', minutes, { one: 'a minute', other: '# minutes' })}.`,
		stale: 'This person’s role was changed after you opened the page. See what it is now, then choose again.',
		forbidden: 'You are an administrator no longer, so nothing was changed.',
		ownAccount: 'Nobody disables their own account. Ask another administrator.',
		lastAdmin: 'This is the team’s last administrator. Make somebody else one first.',
		disabledAccount: 'This account is disabled. Enable it first.',
		noClaims: 'Choose at least one claim.',
		noColleague: 'Choose a colleague whose account is active.',
		confirmFirst:
			'It is a while since you proved who you are. Do so again in another window, then send this once more.',
		toConfirm: 'Prove who you are',
		toAccount: 'Open the account',
		nameTaken:
			'Somebody on the team has a name that reads like this. Add something that tells you apart, such as a middle or family name.',
		addressTaken:
			'This address has an account already. Sign in with it, or ask for a link to a new password.',
	},
	invitations: {
		title: 'Invitations not yet accepted',
		email: 'E-mail',
		inviter: 'Invited by',
		sent: 'Sent',
		until: 'Good until',
		expired: 'Expired',
		actions: 'What can be done',
		resend: 'Send again',
		resendOf: (email) => `Send the invitation to ${isolate(email)} again`,
		revoke: 'Withdraw',
		revokeOf: (email) => `Withdraw the invitation to ${isolate(email)}`,
	},
	invite: {
		title: 'Invite somebody',
		lead: 'They get a letter with a link that works once, for 72 hours, and choose their own name and password.',
		email: 'Their e-mail',
		role: 'Their role',
		language: 'Language of the letter',
		submit: 'Send the invitation',
	},
	done: {
		invite: 'The invitation has been sent.',
		resend: 'The invitation has been sent again. Earlier links no longer work.',
		revoke: 'The invitation has been withdrawn, and its link no longer works.',
		role: 'The role has been changed and the person’s sessions have ended. They sign in again with the new role.',
		disable: 'The account has been disabled and its sessions have ended.',
		enable: 'The account is active again.',
		'end-sessions': 'All of this person’s sessions have ended.',
		'remove-second-factor':
			'The second factor has been removed and the person’s sessions have ended. They sign in with the password and set up a new one.',
		'send-reset': 'A link to a new password has been sent. It is good for 30 minutes.',
		reassign: (count) =>
			count === 0
				? 'Nothing was handed over: these claims are with this person no longer.'
				: plural('en', count, {
						one: '# claim has been handed over.',
						other: '# claims have been handed over.',
					}),
	},
	person: {
		back: 'Everyone',
		active: 'Active',
		disabled: 'Disabled',
		email: 'E-mail',
		state: 'Account',
		since: 'On the team since',
		passkeys: (count) => plural('en', count, { one: '# passkey', other: '# passkeys' }),
		codes: 'Authenticator app',
		sessions: 'Sessions',
		disabledNote: (since) =>
			`This account has been disabled since ${isolate(since)}. What this person wrote and proposed stays on record under their name.`,
		roleTitle: 'Role',
		roleNote:
			'Their sessions end at once, they sign in again with the new role, and a letter tells them of the change.',
		ownRoleNote:
			'This is your own account: your sessions end at once, and you sign in again with the new role. Once you are no administrator you cannot open this page, and another administrator has to remain.',
		roleSubmit: 'Change the role',
		workTitle: 'Open work',
		noWork: 'No claim in hand, and no proposal waiting.',
		disabledWork:
			'This account is disabled and has work in hand. Hand it to a colleague, or lay it down for whoever takes it.',
		researchTitle: 'Claims in hand',
		reassignNote:
			'What stays ticked is handed over. Everything written in a claim stays there, and its history records the change.',
		to: 'To',
		choose: 'Choose a colleague',
		nobody: 'Nobody: it waits for whoever takes it',
		reassignSubmit: 'Hand over what is ticked',
		waitingTitle: 'Proposals waiting for a second person',
		waitingNote:
			'A proposal stays on record under its proposer’s name and is not handed over: nobody approves a verdict they proposed. Sent back to research, it appears here among the claims in hand and can be handed over then.',
		accessTitle: 'Getting in',
		sendReset: 'Send a link to a new password',
		sendResetNote: (email) =>
			`To ${isolate(email)}. The present password stays until another has been chosen.`,
		endSessions: 'End all sessions',
		endSessionsNote: 'Signs this person out of every device at once. They can sign in again.',
		removeSecondFactor: 'Remove the second factor',
		removeSecondFactorNote:
			'For somebody whose telephone or key is lost. Make sure it is really them, by voice or face to face: whoever steals an account asks for this too.',
		ownAccess: 'Your password, sessions and second factor are on the page',
		ownAccessLink: 'Your account',
		disableTitle: 'Disable the account',
		disableNote:
			'The person is out at once and stays out, and invitations they sent that were not accepted are withdrawn. What they wrote stays under their name, and the account can be enabled again.',
		disable: 'Disable the account',
		disableInvitations: (count) =>
			plural('en', count, {
				one: 'One invitation they sent will be withdrawn.',
				other: '# invitations they sent will be withdrawn.',
			}),
		disableWork: 'They have work in hand. It stays with them until you hand it over on this page.',
		enableTitle: 'Enable the account',
		enableNote: 'The person can sign in again with their password and role.',
		enable: 'Enable the account',
	},
	join: {
		toSignIn: 'To the sign-in page',
		name: 'Your name',
		nameHint: 'As colleagues on the desk see it.',
		email: 'Your e-mail',
		password: 'Password',
		newPassword: 'New password',
		passwordHint: (least) =>
			`At least ${plural('en', least, { other: '# characters' })}. A sentence you will remember beats a complicated word.`,
		show: 'Show the password',
		language: 'Language of the desk',
		invitation: {
			title: 'Join the desk',
			lead: (inviter, role) =>
				`${isolate(inviter)} has invited you to the team. Your role: ${isolate(role)}.`,
			address: 'You sign in with this address:',
			submit: 'Create my account',
			spentTitle: 'This invitation opens nothing',
			spent:
				'Its link was used, its time is up, it was withdrawn, or a newer one took its place. Ask whoever invited you for a new one.',
		},
		setUp: {
			title: 'Set up the desk',
			lead: 'You are the first to come in. Your account is an administrator’s: from it you invite the rest of the team.',
			submit: 'Create the administrator’s account',
			closedTitle: 'The set-up link is needed',
			closed:
				'It was printed in the terminal when the server started: look there for “Set up the first account”. It works once, for 24 hours, and only the newest one printed works. If you cannot find it, restart the server and it prints another.',
			doneTitle: 'Set-up is complete',
			done: 'The desk has its team. Whoever has no account asks an administrator for an invitation.',
		},
		forgot: {
			title: 'Forgotten your password?',
			lead: 'Type the address of your account, and we send it a link by which you choose a new password.',
			submit: 'Send the link',
			sentTitle: 'Look into your mail',
			sent: 'If this address has an account, a letter is on its way to it. Its link works once, for 30 minutes.',
			notArrived:
				'Nothing there? Look among the junk mail, and make sure it is the address you sign in with. Failing that, ask an administrator.',
			again: 'Another address',
		},
		reset: {
			title: 'A new password',
			lead: (email) => `For the account ${isolate(email)}.`,
			note: 'All your sessions end, on every device; then you sign in with the new password. Your second factor stays as it is.',
			submit: 'Save the password',
			spentTitle: 'This link opens nothing',
			spent: 'It was used already, its time is up, or another was asked for since. Ask for a new one.',
			again: 'Ask for a new link',
		},
		arrived: {
			joined: 'Your account is ready. Sign in with your e-mail and the password you chose.',
			'set-up': 'The administrator’s account is ready. Sign in with your e-mail and the password you chose.',
			reset: 'The new password is saved, and your earlier sessions have ended. Sign in with it now.',
		},
	},
}
