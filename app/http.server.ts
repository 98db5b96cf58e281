import { json } from '@remix-run/node'
import { Refusal, type RefusalCode } from './errors.ts'
import { securityEvent } from './log.server.ts'

/** The status each refusal travels under. */
const statusOf: Record<RefusalCode, number> = {
	forbidden: 403,
	'same-person': 403,
	'confirm-first': 403,
	'second-factor-first': 403,
	'not-found': 404,
	'wrong-step': 409,
	stale: 409,
	gate: 409,
	'round-open': 409,
	taken: 409,
	'look-alike': 409,
	'last-admin': 409,
	spent: 410,
	'too-large': 413,
	'quotation-absent': 422,
	'quotation-ambiguous': 422,
	'invalid-text': 422,
	invalid: 422,
	'too-many': 429,
}

/** What a refused request is told: a code that `i18n` has a sentence for, and facts for that sentence. */
export type RefusalBody = { refusal: RefusalCode | 'signed-out'; detail: Record<string, unknown> }

/** A response that says no; the nearest error boundary puts it into words. */
export function refuse(
	status: number,
	refusal: RefusalBody['refusal'],
	detail: Record<string, unknown> = {},
): Response {
	if (refusal === 'forbidden') securityEvent('forbidden', {})
	const headers = new Headers({ 'Cache-Control': 'no-store' })
	if (refusal === 'too-many' && typeof detail['seconds'] === 'number') {
		headers.set('Retry-After', String(detail['seconds']))
	}
	return json<RefusalBody>({ refusal, detail }, { status, headers })
}

/** Do the work of a loader or action; a refusal becomes the page's response, a surprise flies on. */
export async function answer<Result>(work: Promise<Result>): Promise<Result> {
	try {
		return await work
	} catch (error) {
		if (error instanceof Refusal) throw refuse(statusOf[error.code], error.code, error.detail)
		throw error
	}
}

/**
 * Do the work behind a form. A refusal that the form can show beside its fields comes back as a value with
 * its status, so that what was typed stays; "not found" is for the whole page and is thrown as `answer` does.
 */
export async function attempt<Result>(
	work: Promise<Result>,
): Promise<{ done: Result; refused?: undefined } | { refused: Refusal; status: number }> {
	try {
		return { done: await work }
	} catch (error) {
		if (!(error instanceof Refusal)) throw error
		if (error.code === 'not-found') throw refuse(404, 'not-found', error.detail)
		if (error.code === 'forbidden') securityEvent('forbidden', {})
		return { refused: error, status: statusOf[error.code] }
	}
}

/** What a page asked for that is not there. */
export function orNotFound<Value>(value: Value | null | undefined): Value {
	if (value === null || value === undefined) throw refuse(404, 'not-found')
	return value
}

/** The `headers` of a page whose form may be told to wait. Remix hands on nothing of what an action says but cookies. */
export function waitHeaders({ actionHeaders }: { actionHeaders: Headers }): Headers {
	const wait = actionHeaders.get('Retry-After')
	return new Headers(wait ? { 'Retry-After': wait } : {})
}

/** An answer for machines, the same for everyone, which whoever stands between may keep for a minute. */
export function publicData(data: object): Response {
	return json(data, {
		headers: { 'Cache-Control': 'public, max-age=0, s-maxage=60', 'Access-Control-Allow-Origin': '*' },
	})
}
