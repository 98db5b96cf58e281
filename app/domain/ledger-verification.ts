import type { KeyObject } from 'node:crypto'
import { canonicalJson } from './canonical-json.ts'
import {
	kindOfEntry,
	ledgerFormat,
	noEntry,
	type LedgerBody,
	type LedgerEntry,
	type LedgerHead,
} from './ledger.ts'
import type { LedgerLine } from './ledger-export.ts'
import { hashEntry, hashNode, leafOf } from './ledger-hash.ts'
import { isSignedBy, readKey } from './ledger-head.ts'
import { foldNodes } from './ledger-tree.ts'

/** What can be wrong with a ledger. */
export type LedgerFaultCode =
	| 'line'
	| 'missing'
	| 'repeated'
	| 'chain'
	| 'hash'
	| 'time'
	| 'canonical'
	| 'body'
	| 'version'
	| 'head-place'
	| 'head-root'
	| 'head-chain'
	| 'head-key'
	| 'head-signature'
	| 'unsigned'
	| 'fork'
	| 'shorter'
	| 'table'

/** The first thing that is wrong, and at which entry. */
export type LedgerFault = { entry: number; code: LedgerFaultCode; message: string }

export type LedgerReport = {
	entries: number
	heads: number
	/** The newest head that was met. */
	head: LedgerHead | null
	fault: LedgerFault | null
}

export type Trust = {
	/** The id of the key that the newest head must be signed with. Without it any key that the ledger names will do. */
	keyId?: string
	/** A head that was seen earlier: the ledger must have passed through it. */
	saved?: LedgerHead
}

/**
 * Checks a ledger line by line, in order and without keeping it: the numbers, the chain, the canonical form and hash of each
 * entry, that each verdict's versions follow one another, and each head's root, end of chain, time and signature. As every
 * root is worked out from the same entries, heads that pass are consistent with one another.
 *
 * After the first fault the rest is not looked at.
 */
export function verifyLedger({ keyId, saved }: Trust = {}): {
	/** @param line `null` for a line that is none */
	take: (line: LedgerLine | null) => LedgerFault | null
	end: () => LedgerReport
} {
	const keys = new Map<string, KeyObject>()
	/** Whole subtrees side by side, the largest first: all that is needed of a tree to go on. */
	const subtrees: { width: number; hash: string }[] = []
	const versions = new Map<string, { verdict: number; correction: number }>()
	let begun = false
	let [size, heads] = [0, 0]
	let [chain, at] = [noEntry, '']
	let head: LedgerHead | null = null
	/** How many entries the last head covers that the trusted key signed. */
	let trusted = 0
	let fault: LedgerFault | null = null

	const fail = (code: LedgerFaultCode, entry: number, message: string) => {
		fault ??= { entry, code, message }
	}

	function take(line: LedgerLine | null): LedgerFault | null {
		if (fault) return fault
		if (!line || begun === (line.type === 'ledger')) fail('line', size + 1, 'the line cannot be read')
		else if (line.type === 'ledger') begin(line.keys)
		else if (line.type === 'entry') takeEntry(line)
		else {
			const { type: _, ...given } = line
			takeHead(given)
		}
		return fault
	}

	function begin(given: { id: string; publicKey: string }[]): void {
		begun = true
		for (const key of given) {
			const ready = readKey(key)
			if (!ready) fail('head-key', 1, `the key ${key.id} is no Ed25519 key of that name`)
			else keys.set(key.id, ready)
		}
	}

	function takeEntry(entry: LedgerEntry): void {
		const { seq } = entry
		if (seq <= size) return fail('repeated', seq, 'a second entry has this number')
		if (seq > size + 1) return fail('missing', size + 1, `the entry is missing; the next one is ${seq}`)
		if (entry.prev !== chain) return fail('chain', seq, 'it does not name the hash of the entry before it')
		if (!isMoment(entry.at)) return fail('time', seq, `its time is none: ${entry.at}`)
		if (entry.at < at) return fail('time', seq, `its time, ${entry.at}, is earlier than ${at} before it`)
		if (hashEntry(entry) !== entry.hash)
			return fail('hash', seq, 'what it says does not have the hash it gives')
		const body = checkBody(entry)
		if (!body || !checkVersion(entry, body)) return

		size = seq
		chain = entry.hash
		at = entry.at
		grow(leafOf(entry.hash))
		if (saved?.size === size && saved.chain !== chain) {
			fail('fork', size, 'the history up to here is not the one whose head was saved')
		}
	}

	function checkBody(entry: LedgerEntry): LedgerBody | null {
		let body: LedgerBody
		try {
			body = JSON.parse(entry.body) as LedgerBody
			if (canonicalJson(body) !== entry.body) {
				fail('canonical', entry.seq, 'its body is not written as canonical JSON (RFC 8785)')
				return null
			}
		} catch (error) {
			fail('canonical', entry.seq, `its body is no JSON: ${(error as Error).message}`)
			return null
		}
		const content = body.content as { slug?: unknown; version?: unknown } | null
		const agrees =
			body.format === ledgerFormat &&
			body.slug === entry.slug &&
			body.verdict === entry.verdict &&
			body.kind === entry.kind &&
			body.kind === kindOfEntry(body.correction) &&
			(body.correction?.number ?? null) === entry.correction &&
			(content ? content.slug === body.slug && content.version === body.verdict : body.correction !== null)
		if (agrees) return body
		fail('body', entry.seq, 'its body says something else than the entry it stands in')
		return null
	}

	/** Versions and corrections of a verdict are numbered from 1 up, without gaps. */
	function checkVersion({ seq, slug, verdict, correction }: LedgerEntry, { content }: LedgerBody): boolean {
		const known = versions.get(slug) ?? { verdict: 0, correction: 0 }
		const next = content ? known.verdict + 1 : known.verdict
		if (content ? verdict !== next : verdict > next) {
			fail('version', seq, `version ${verdict} of ${slug} cannot follow version ${known.verdict}`)
		} else if (correction !== null && correction !== known.correction + 1) {
			fail('version', seq, `correction ${correction} of ${slug} cannot follow correction ${known.correction}`)
		}
		versions.set(slug, { verdict: next, correction: correction ?? known.correction })
		return !fault
	}

	function grow(leaf: string): void {
		let [width, hash] = [1, leaf]
		for (let last = subtrees.at(-1); last?.width === width; last = subtrees.at(-1)) {
			subtrees.pop()
			hash = hashNode(last.hash, hash)
			width *= 2
		}
		subtrees.push({ width, hash })
	}

	function takeHead(given: LedgerHead): void {
		if (given.size !== size) {
			return fail('head-place', given.size, `a head of ${given.size} entries stands after entry ${size}`)
		}
		if (head && given.size <= head.size)
			return fail('head-place', size, 'a second head covers as many entries')
		if (given.chain !== chain) return fail('head-chain', size, 'its signed head ends on another hash')
		if (given.root !== foldNodes(subtrees.map(({ hash }) => hash))) {
			return fail('head-root', size, 'its signed head has another root: an entry up to here was changed')
		}
		if (!isMoment(given.at) || given.at < at) {
			return fail('time', size, `its head was signed at ${given.at}, before the entry was written`)
		}
		const key = keys.get(given.keyId)
		if (!key)
			return fail('head-key', size, `its head is signed with the key ${given.keyId}, which is not named`)
		if (!isSignedBy(given, key)) return fail('head-signature', size, 'the signature of its head is not valid')
		heads += 1
		at = given.at
		head = given
		if (given.keyId === keyId) trusted = size
		if (saved?.size === size && saved.root !== given.root) {
			fail('fork', size, 'the history up to here is not the one whose head was saved')
		}
	}

	function end(): LedgerReport {
		if (!begun) fail('line', 1, 'there is no ledger')
		else if ((head?.size ?? 0) < size) fail('unsigned', (head?.size ?? 0) + 1, 'no signed head covers it')
		else if (keyId && trusted < size) {
			fail('head-key', trusted + 1, `from here on nothing is signed with the key ${keyId}`)
		}
		if (saved && saved.size > size) {
			fail('shorter', size + 1, `the head that was saved covers ${saved.size} entries, and here are ${size}`)
		}
		return { entries: size, heads, head, fault }
	}

	return { take, end }
}

/** Whether a time is written as all times of a ledger are, and exists. */
function isMoment(text: string): boolean {
	const moment = new Date(text)
	return !Number.isNaN(moment.getTime()) && moment.toISOString() === text
}
