import { hasRole, type Role } from './people.ts'

/** What a secret in a link or a short-lived cookie is good for. A token made for one is nothing to another. */
export const tokenPurposes = [
	'first-admin',
	'invitation',
	'password-reset',
	'email-change-old',
	'email-change-new',
	'second-step',
	'passkey-sign-in',
	'passkey-add',
] as const
export type TokenPurpose = (typeof tokenPurposes)[number]

const minute = 60

/** How long each is good for, in seconds. OWASP advises short lives for what travels by mail. */
export const tokenLifetime: Record<TokenPurpose, number> = {
	'first-admin': 24 * 60 * minute,
	invitation: 72 * 60 * minute,
	'password-reset': 30 * minute,
	'email-change-old': 24 * 60 * minute,
	'email-change-new': 24 * 60 * minute,
	'second-step': 10 * minute,
	'passkey-sign-in': 5 * minute,
	'passkey-add': 5 * minute,
}

/** What happens to accounts and settings, as the activity page tells it. */
export const accountEventKinds = [
	'first-admin',
	'invited',
	'invitation-resent',
	'invitation-revoked',
	'joined',
	'signed-in',
	'signed-out',
	'session-ended',
	'sessions-ended',
	'password-changed',
	'password-reset-asked',
	'password-reset',
	'second-factor-added',
	'second-factor-removed',
	'recovery-codes-made',
	'recovery-code-used',
	'passkey-added',
	'passkey-removed',
	'name-changed',
	'email-change-asked',
	'email-changed',
	'role-changed',
	'disabled',
	'enabled',
	'work-reassigned',
	'setting-changed',
	'activity-exported',
] as const
export type AccountEventKind = (typeof accountEventKinds)[number]

/** What a desk decides about itself, and what holds until it does. */
export const settingDefaults = {
	/** The least role that has to show a second factor. `nobody`: it is everyone's own choice. */
	'second-factor-from': 'admin' as 'reviewer' | 'editor' | 'admin' | 'nobody',
	/** Within how many days a second person is to decide on a proposal. */
	'review-days': 3,
	/** Within how many days a reader's complaint is to be answered. */
	'complaint-days': 7,
}
export type SettingKey = keyof typeof settingDefaults
export type Settings = typeof settingDefaults

/** Whom a desk may ask for a second factor, from the most people to the fewest. */
export const secondFactorChoices = [
	'reviewer',
	'editor',
	'admin',
	'nobody',
] as const satisfies readonly Settings['second-factor-from'][]

/** Whether somebody of this role has to show a second factor, as the desk has decided. */
export function needsSecondFactor(role: Role, from: Settings['second-factor-from']): boolean {
	return from !== 'nobody' && hasRole(role, from)
}

/** How long after proving who they are a person may take steps that can do harm, in minutes. */
export const confirmedMinutes = 15
