/** What a form of the workbench can ask for: the value of its `intent`. */
export const intents = [
	'take',
	'assign',
	'drop',
	'reopen',
	'add_evidence',
	'remove_evidence',
	'save_draft',
	'propose',
	'request_changes',
	'approve',
	'grant_exception',
	'ask_blind',
	'rate_blind',
	'settle_blind',
	'call_off_blind',
	'record_contact',
	'open_thread',
	'reply',
	'reword_comment',
	'resolve_thread',
	'set_due',
	'log_contact',
] as const
export type Intent = (typeof intents)[number]

export function parseIntent(value: unknown): Intent | null {
	return intents.find((intent) => intent === value) ?? null
}

/** What the page confirms: what its forms asked for, and a claim that was reworded on its own page. */
export type Done = Intent | 'edit_claim'

export function parseDone(value: unknown): Done | null {
	return value === 'edit_claim' ? value : parseIntent(value)
}
