/** Why a request was declined. The code picks the status and the words; see `http.server.ts` and `i18n`. */
export const refusalCodes = [
	'forbidden',
	'not-found',
	'wrong-step',
	'stale',
	'same-person',
	'gate',
	'round-open',
	'quotation-absent',
	'quotation-ambiguous',
	'invalid-text',
	'too-large',
	'invalid',
	'confirm-first',
	'second-factor-first',
	'too-many',
	'spent',
	'taken',
	'look-alike',
	'last-admin',
] as const
export type RefusalCode = (typeof refusalCodes)[number]

/**
 * A request that was understood and declined. Services throw it, `answer` in `http.server.ts`
 * turns it into a response, and anything else that is thrown is a surprise and left to fly.
 */
export class Refusal extends Error {
	readonly code: RefusalCode
	/** Facts for the message or the page: the place of a bad character, the text that is newer. */
	readonly detail: Record<string, unknown>

	constructor(code: RefusalCode, message?: string, detail: Record<string, unknown> = {}) {
		super(message ?? code)
		this.name = 'Refusal'
		this.code = code
		this.detail = detail
	}
}
