import type { FieldError } from './text-fields.ts'

/** What is wrong with which field, by the names that fields have in the form. */
export type Faults = Record<string, FieldError>

/** The first complaint of each field, as a schema gave them. */
export function firstFaults(errors: Record<string, string[] | null> | null | undefined): Faults {
	const faults: Faults = {}
	for (const [field, messages] of Object.entries(errors ?? {})) {
		if (messages?.[0]) faults[field] = messages[0] as FieldError
	}
	return faults
}

/** Which field of a form a service means, and what to say beside it. */
const fields: Record<string, [field: string, message: FieldError]> = {
	rating: ['rating', 'no-rating'],
	asOf: ['asOf', 'no-as-of'],
	summary: ['summary', 'no-summary'],
	rationale: ['rationale', 'no-rationale'],
	evidence: ['evidence', 'no-evidence'],
	correction: ['correction', 'no-correction'],
	source: ['url', 'no-source'],
	assignee: ['assigneeId', 'bad-choice'],
	reason: ['reason', 'no-reason'],
	note: ['note', 'required'],
	comment: ['comment', 'no-words'],
	subject: ['subject', 'bad-choice'],
	channel: ['channel', 'required'],
	asked: ['asked', 'required'],
	answer: ['answer', 'required'],
	on: ['contactOn', 'bad-date'],
	statement: ['statementAr', 'no-statement'],
	countries: ['countries', 'bad-country'],
}

/** The field that a refusal of a service names in its detail, if it names one. */
export function faultsOfRefusal({ detail }: { detail: Record<string, unknown> }): Faults {
	const [field, message] = fields[String(detail['field'])] ?? []
	return field && message ? { [field]: message } : {}
}

/** Everything that was typed, as text, so that the form can be shown again with it. */
export function typedTexts(form: FormData): Record<string, string> {
	return Object.fromEntries(
		[...form].filter((entry): entry is [string, string] => typeof entry[1] === 'string'),
	)
}
