import { type AccountEventKind, accountEventKinds } from './account.ts'
import type { Bilingual, Language } from './language.ts'
import type { EventKind } from './workbench.ts'

/*
 * Who did what when, drawn together from where it is written down: the history of claims, what happened to accounts
 * and settings, and the articles that were taken in.
 */

/** Where a line comes from, in the order in which lines of one moment stand; the last comes first. */
export const activitySources = ['account', 'article', 'claim'] as const
export type ActivitySource = (typeof activitySources)[number]

export type ActivityKind = EventKind | AccountEventKind | 'capture'

/** What a reader of the page can narrow it to. */
export const activityGroups = ['claims', 'verdicts', 'articles', 'accounts', 'settings'] as const
export type ActivityGroup = (typeof activityGroups)[number]

const claimGroups: Record<EventKind, 'claims' | 'verdicts'> = {
	create: 'claims',
	edit_claim: 'claims',
	add_evidence: 'claims',
	remove_evidence: 'claims',
	record_contact: 'claims',
	open_thread: 'claims',
	resolve_thread: 'claims',
	reopen_thread: 'claims',
	set_due: 'claims',
	add_appearance: 'claims',
	move_quotation: 'claims',
	place_quotation: 'claims',
	decide_match: 'claims',
	join: 'claims',
	take: 'claims',
	assign: 'claims',
	reopen: 'claims',
	drop: 'claims',
	grant_exception: 'verdicts',
	import_bundle: 'claims',
	ask_blind: 'verdicts',
	rate_blind: 'verdicts',
	settle_blind: 'verdicts',
	call_off_blind: 'verdicts',
	propose: 'verdicts',
	propose_correction: 'verdicts',
	request_changes: 'verdicts',
	decline_correction: 'verdicts',
	approve: 'verdicts',
	correct: 'verdicts',
}
/** What concerns the desk and nobody's account. */
const settingKinds: readonly AccountEventKind[] = ['setting-changed', 'activity-exported']

/** The kinds of a group as its source names them; empty where the source has none of it, `null` for all it has. */
export function kindsOf(source: ActivitySource, group: ActivityGroup | null): string[] | null {
	if (group === null) return null
	switch (source) {
		case 'claim':
			return Object.entries(claimGroups)
				.filter(([, groupOfKind]) => groupOfKind === group)
				.map(([kind]) => kind)
		case 'account': {
			const settings = group === 'settings'
			if (!settings && group !== 'accounts') return []
			return accountEventKinds.filter((kind) => settingKinds.includes(kind) === settings)
		}
		case 'article':
			return group === 'articles' ? null : []
	}
}

/** The group that a line belongs to; a kind that this version does not know belongs to its source's first. */
export function groupOf(source: ActivitySource, kind: string): ActivityGroup {
	if (source === 'article') return 'articles'
	const known: Record<string, ActivityGroup> = claimGroups
	if (source === 'claim') return known[kind] ?? 'claims'
	return settingKinds.some((setting) => setting === kind) ? 'settings' : 'accounts'
}

/** Narrows the list; `null` narrows nothing. Days are `YYYY-MM-DD` in UTC, and both belong to the span. */
export type ActivityFilter = {
	personId: string | null
	group: ActivityGroup | null
	from: string | null
	to: string | null
	claimId: string | null
}

export type ActivityPerson = { id: string; name: string }

/** One thing that somebody did. */
export type ActivityEntry = {
	source: ActivitySource
	id: string
	/** ISO 8601, in UTC. */
	at: string
	kind: string
	/** Nobody for what was done by somebody not signed in, or by the process. */
	actor: ActivityPerson | null
	/** Whose account it concerns, or who was given the work. */
	subject: ActivityPerson | null
	claim: { id: string; statement: Bilingual } | null
	article: { id: string; title: string | null; opening: string; language: Language | null } | null
	/** The address that an invitation went to. */
	email: string | null
	detail: Record<string, unknown>
}

/** Where a page of the list ended. */
export type ActivityCursor = { at: Date; source: ActivitySource; id: string }

/** The cursor as one word for an address, and back; `null` for anything that is not one. */
export function writeActivityCursor({ at, source, id }: ActivityCursor): string {
	return `${at.getTime().toString(36)}.${source}.${id}`
}

export function readActivityCursor(value: string | null): ActivityCursor | null {
	const [, time, name, id] = /^([0-9a-z]{1,9})\.([a-z]{1,9})\.([0-9a-zA-Z_-]{1,40})$/.exec(value ?? '') ?? []
	const source = activitySources.find((known) => known === name)
	if (!time || !source || !id) return null
	// Numbers count what articles are not: those have ids of letters.
	if (source !== 'article' && !/^[0-9]{1,15}$/.test(id)) return null
	return { at: new Date(Number.parseInt(time, 36)), source, id }
}
