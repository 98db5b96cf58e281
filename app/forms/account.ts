import type { Submission, SubmissionResult } from '@conform-to/react'
import { z } from 'zod'
import { languages } from '#app/domain/language.ts'
import {
	type NotificationKind,
	notificationKinds,
	type NotificationWay,
	notificationWays,
} from '#app/domain/notification.ts'
import { readMailAddress } from '#app/domain/mail-address.ts'
import { checkPasswordLength, readPassword } from '#app/domain/password.ts'
import type { Refusal, RefusalCode } from '#app/errors.ts'
import { choice, fault, line } from './text-fields.ts'

/** A new password as it was typed. Whether it is a common one, or little more than one's name, is for the service to say. */
export function newPassword() {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string => {
			if (typed === '') return fault(context, 'required')
			const problem = checkPasswordLength(typed)
			return problem ? fault(context, problem) : typed
		})
}

/** The password one has: any that could be somebody's. */
export function presentPassword() {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string => {
			if (typed === '') return fault(context, 'required')
			return readPassword(typed) === null ? fault(context, 'too-long') : typed
		})
}

/** A mail address, as it is stored. */
export function mailAddress() {
	return z
		.string()
		.optional()
		.transform((typed = '', context): string => {
			if (typed.trim() === '') return fault(context, 'required')
			return readMailAddress(typed) ?? fault(context, 'bad-email')
		})
}

/** A person's name, as it is stored: it has a letter. */
export function personName() {
	return line(100).transform((name, context): string =>
		/\p{L}/u.test(name) ? name : fault(context, 'required'),
	)
}

export const profileSchema = z.object({ name: personName(), language: choice(languages) })
/** How a person is told of each kind, by fields of their names. */
export const notificationsSchema = z.object(
	Object.fromEntries(notificationKinds.map((kind) => [kind, choice(notificationWays)])) as Record<
		NotificationKind,
		ReturnType<typeof choice<NotificationWay>>
	>,
)
export const passwordSchema = z.object({ current: presentPassword(), password: newPassword() })
export const emailSchema = z.object({ email: mailAddress() })
export const sessionSchema = z.object({
	session: z.string({ error: 'required' }).min(1, 'required').max(40, 'bad-choice'),
})
/** A step that needs nothing but to be asked for. */
export const bareSchema = z.object({})

/** A password that proves who one is. */
export const proofSchema = z.object({ password: presentPassword() })
/** What a browser says of a passkey; see `readShownPasskey`. */
export const passkeyProofSchema = z.object({ credential: z.string({ error: 'required' }) })

/** By what a person can prove who they are: the value of `intent`. */
export const proofIntents = ['password', 'code', 'passkey'] as const
export type ProofIntent = (typeof proofIntents)[number]

export function parseProofIntent(value: unknown): ProofIntent | null {
	return proofIntents.find((intent) => intent === value) ?? null
}

/** What the forms of the account's page ask for: the value of their `intent`. */
export const accountIntents = [
	'profile',
	'notifications',
	'password',
	'email',
	'cancel-email',
	'end-session',
	'end-sessions',
] as const
export type AccountIntent = (typeof accountIntents)[number]

export function parseAccountIntent(value: unknown): AccountIntent | null {
	return accountIntents.find((intent) => intent === value) ?? null
}

/** Why a form was not taken, if not for one of its fields: a refusal, or a session that had ended before. */
export type AccountRefusal = { code: RefusalCode | 'gone'; seconds?: number }

/** What came of sending a form that was not taken. */
export type AccountAnswer<Intent extends string = AccountIntent> = {
	intent: Intent
	result: SubmissionResult
	refusal: AccountRefusal | null
}

/** Fields whose text never travels back. */
const hideFields = ['current', 'password', 'code', 'credential']

/**
 * What a form is shown with again: all that was typed but passwords, what is wrong with which field, and why it was
 * refused as a whole.
 */
export function answerAccount<Intent extends string, Typed, Read>(
	intent: Intent,
	submission: Submission<Typed, string[], Read>,
	refused?: Refusal | AccountRefusal,
): AccountAnswer<Intent> {
	if (!refused) return { intent, result: submission.reply({ hideFields }), refusal: null }
	const { field, fault, seconds } = 'detail' in refused ? refused.detail : { seconds: refused.seconds }
	if (typeof field === 'string' && typeof fault === 'string') {
		const fieldErrors = { [field]: [fault] }
		return { intent, result: submission.reply({ hideFields, fieldErrors }), refusal: null }
	}
	const { code } = refused
	const result = submission.reply({ hideFields, formErrors: [code] })
	return { intent, result, refusal: { code, ...(typeof seconds === 'number' && { seconds }) } }
}
