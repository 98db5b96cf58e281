import type { Correction } from './fact-check.ts'

/*
 * The ledger: every published verdict, correction and retraction, in the order in which they were published, each entry
 * bound to the one before it by a hash. What is hashed is described in ledger-hash.ts, and in docs/decisions for readers.
 */

/** The version of all rules by which an entry is written and hashed; it stands inside each entry. */
export const ledgerFormat = 'tadqiq-ledger/1'

export const ledgerKinds = ['verdict', 'correction', 'retraction'] as const
export type LedgerKind = (typeof ledgerKinds)[number]

/** What an entry says. Canonical JSON of it is the entry's body. */
export type LedgerBody = {
	format: typeof ledgerFormat
	kind: LedgerKind
	slug: string
	/** The number of the verdict's version that is published, or that the note concerns. */
	verdict: number
	/** What changed and why, where a version was published as a change, or a note was published by itself. */
	correction: LedgerCorrection | null
	/** All that readers see of the version, its people as digests; `null` for a note by itself. */
	content: unknown
	/** Written down after the fact: it was published before there was a ledger. */
	late: boolean
}

export type LedgerCorrection = Omit<Correction, 'version'>

/** An entry as it is kept and exported. Hashes are lower-case hexadecimal. */
export type LedgerEntry = {
	/** From 1 up, without gaps. */
	seq: number
	/** The hash of the entry before; 64 zeros for the first. */
	prev: string
	hash: string
	/** When it was written: UTC as `2026-11-25T08:30:00.000Z`; never earlier than the entry before. */
	at: string
	kind: LedgerKind
	slug: string
	verdict: number
	/** The number of its correction among those of the verdict. */
	correction: number | null
	/** Canonical JSON of a `LedgerBody`. */
	body: string
}

/** The state of the whole ledger after `size` entries, signed. */
export type LedgerHead = {
	size: number
	/** Of the Merkle tree (RFC 9162) whose leaves are the entries' hashes. */
	root: string
	/** The hash of the last entry. */
	chain: string
	at: string
	keyId: string
	/** Ed25519 over `headText`, in Base64. */
	signature: string
}

export type LedgerKey = {
	id: string
	/** The 32 bytes of an Ed25519 public key, in Base64. */
	publicKey: string
}

/** What stands in place of the entry before the first. */
export const noEntry = '0'.repeat(64)

/** The kind of entry that a version makes when it is published with this correction, or with none. */
export function kindOfEntry(correction: Pick<LedgerCorrection, 'kind'> | null): LedgerKind {
	if (!correction) return 'verdict'
	return correction.kind === 'retraction' ? 'retraction' : 'correction'
}
