/** How it stands with a copy of a source: on its way, kept, or not to be had. */
export const copyStatuses = ['fetching', 'kept', 'failed'] as const
export type CopyStatus = (typeof copyStatuses)[number]

/** How a copy came: from its address, from a person's file, or from a later look at the address. */
export const copyWays = ['fetch', 'upload', 'check'] as const
export type CopyWay = (typeof copyWays)[number]

/** Why no copy was kept, as people of the desk are told. */
export const copyFailures = [
	'not-allowed',
	'not-found',
	'refused',
	'server',
	'unreachable',
	'too-slow',
	'too-large',
	'kind',
	'empty',
	'excerpts-only',
	'other',
] as const
export type CopyFailure = (typeof copyFailures)[number]

export function parseCopyFailure(value: string | null): CopyFailure {
	return copyFailures.find((failure) => failure === value) ?? 'other'
}

/** What a later look at a page said: as it was, changed but not where it is cited, changed there, no longer there, or nothing. */
export const checkOutcomes = [
	'unchanged',
	'changed_elsewhere',
	'changed_at_passage',
	'gone',
	'unreachable',
] as const
export type CheckOutcome = (typeof checkOutcomes)[number]

/** How a passage was found in a copy: to the letter, in another spelling, at more than one place, or not. */
export const passageOutcomes = ['exact', 'normalised', 'several', 'absent'] as const
export type PassageOutcome = (typeof passageOutcomes)[number]

/** What people do to the record of a source. */
export type SourceEventKind = 'edit' | 'rely' | 'rely_no_more' | 'upload_copy' | 'ask_copy' | 'check_every'
