import { z } from 'zod'
import { languages } from '#app/domain/language.ts'
import { roles } from '#app/domain/people.ts'
import { mailAddress, newPassword, personName } from './account.ts'
import { choice, type FieldError } from './text-fields.ts'

/** An id, as it stands in a form: letters, digits and hyphens. */
function id() {
	return z
		.string({ error: 'required' satisfies FieldError })
		.regex(/^[\w-]{1,40}$/, 'bad-choice' satisfies FieldError)
}

/** Somebody asked to join. */
export const inviteSchema = z.object({
	email: mailAddress(),
	role: choice(roles),
	language: choice(languages),
})

/** An invitation that is sent again or taken back. */
export const invitationSchema = z.object({ invitationId: id() })

/** Somebody who joins: their address is the one they were invited at. */
export const joinSchema = z.object({
	name: personName(),
	password: newPassword(),
	language: choice(languages),
})

/** The first admin, who says their address too. */
export const setUpSchema = joinSchema.extend({ email: mailAddress() })

export const forgotSchema = z.object({ email: mailAddress() })

export const resetSchema = z.object({ password: newPassword() })

/** Another role, and the one that was seen. */
export const roleSchema = z.object({ from: choice(roles), to: choice(roles) })

/** Where claims are laid down for whoever takes them. */
export const nobody = 'nobody'

/** Claims that change hands, and whose they become. */
export const reassignSchema = z.object({
	claimIds: z
		.array(id(), { error: 'required' satisfies FieldError })
		.min(1, 'required')
		.max(100, 'bad-choice'),
	to: id().transform((chosen) => (chosen === nobody ? null : chosen)),
})

/** What the forms of a person's page ask for: the value of their `intent`. */
export const personIntents = [
	'role',
	'disable',
	'enable',
	'reassign',
	'end-sessions',
	'send-reset',
	'remove-second-factor',
] as const
export type PersonIntent = (typeof personIntents)[number]

export function parsePersonIntent(value: unknown): PersonIntent | null {
	return personIntents.find((intent) => intent === value) ?? null
}

/** What the forms of the page about everybody ask for. */
export const teamIntents = ['invite', 'resend', 'revoke'] as const
export type TeamIntent = (typeof teamIntents)[number]

export function parseTeamIntent(value: unknown): TeamIntent | null {
	return teamIntents.find((intent) => intent === value) ?? null
}
