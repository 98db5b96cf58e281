import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'
import { z } from 'zod'
import { line } from './text-fields.ts'

/** A code as it was typed: of an application or from paper, in digits of either script, with blanks and hyphens. */
export const codeSchema = z.object({
	code: z.string('required').trim().min(1, 'required').max(100, 'too-long'),
})

/** What a person calls a passkey. */
export const passkeyNameSchema = z.object({ name: line(60) })

const longestAnswer = 32_768
const bytes = z
	.string()
	.max(longestAnswer)
	.regex(/^[\w-]+$/)
const credential = z.object({
	id: bytes,
	rawId: bytes,
	type: z.literal('public-key'),
	// What extensions say is not asked for.
	clientExtensionResults: z.unknown().transform(() => ({})),
})
const shownPasskey = credential.extend({
	response: z.object({
		clientDataJSON: bytes,
		authenticatorData: bytes,
		signature: bytes,
		userHandle: bytes.optional(),
	}),
})
const newPasskey = credential.extend({
	response: z.object({
		clientDataJSON: bytes,
		attestationObject: bytes,
		transports: z
			.array(z.string().regex(/^[a-z-]{1,20}$/))
			.max(10)
			.catch([]),
	}),
})

/** What a browser says of a passkey that was shown, from a field of a form; `null` when it is nothing of the kind. */
export function readShownPasskey(typed: unknown): AuthenticationResponseJSON | null {
	return readField(shownPasskey, typed)
}

/** What a browser says of a passkey that was made, from a field of a form; `null` when it is nothing of the kind. */
export function readNewPasskey(typed: unknown): RegistrationResponseJSON | null {
	return readField(newPasskey, typed)
}

function readField<Shape extends z.ZodType>(shape: Shape, typed: unknown): z.output<Shape> | null {
	if (typeof typed !== 'string' || typed.length > longestAnswer) return null
	try {
		const read = shape.safeParse(JSON.parse(typed))
		return read.success ? read.data : null
	} catch {
		return null
	}
}

/** What a challenge is asked for, by the address that sets it. */
export const passkeyUses = {
	'sign-in': '/sign-in/passkey',
	'second-step': '/sign-in/passkey',
	confirm: '/desk/account/passkey',
	add: '/desk/account/passkey',
} as const
export type PasskeyUse = keyof typeof passkeyUses
