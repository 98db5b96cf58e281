/**
 * A letter that is to be written. It names what it is about and holds no secret: the link in it is made when it is
 * sent, so that nothing that opens an account waits in a table.
 */
export type Letter =
	| { kind: 'invitation'; invitationId: string }
	/** For an address somebody typed: if nobody has it, nothing is sent, and the asker cannot tell. */
	| { kind: 'password-reset'; email: string }
	| { kind: 'email-change'; changeId: string; end: 'old' | 'new' }
	/** Tells a person that their account was changed, in case it was not them. */
	| { kind: 'account-changed'; userId: string; what: AccountChange }
	/** Tells of one thing at once, unless it was read on the desk meanwhile. */
	| { kind: 'notification'; notificationId: string }
	/** Tells of what a digest took up at that moment (ISO 8601) and nobody has read since. */
	| { kind: 'digest'; userId: string; digestedAt: string }

export type AccountChange =
	| 'password'
	| 'email'
	| 'second-factor-added'
	| 'second-factor-removed'
	| 'passkey-added'
	| 'passkey-removed'
	| 'recovery-code-used'
	| 'role'
	| 'disabled'
	| 'new-device'
