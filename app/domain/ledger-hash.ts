import { createHash } from 'node:crypto'
import type { LedgerEntry } from './ledger.ts'

const entryMark = Buffer.of(0x01)
const leafMark = Buffer.of(0x00)
const nodeMark = Buffer.of(0x01)

/**
 * SHA-256 over 0x01, the 32 bytes of the hash before, the number of the entry as 8 bytes (big-endian), its time
 * as 24 bytes of ASCII, and its body as UTF-8. Such a text is longer than the 65 bytes of a tree's inner node, and an
 * empty body, which would be as long, is none.
 */
export function hashEntry({
	prev,
	seq,
	at,
	body,
}: Pick<LedgerEntry, 'prev' | 'seq' | 'at' | 'body'>): string {
	const number = Buffer.alloc(8)
	number.writeBigUInt64BE(BigInt(seq))
	return createHash('sha256')
		.update(entryMark)
		.update(Buffer.from(prev, 'hex'))
		.update(number)
		.update(at, 'latin1')
		.update(body, 'utf8')
		.digest('hex')
}

/** A leaf of the tree (RFC 9162 §2.1.1): SHA-256 over 0x00 and what it holds. */
export function hashLeaf(data: Uint8Array): string {
	return createHash('sha256').update(leafMark).update(data).digest('hex')
}

/** The leaf of an entry holds the 32 bytes of its hash. */
export function leafOf(entryHash: string): string {
	return hashLeaf(Buffer.from(entryHash, 'hex'))
}

/** An inner node of the tree: SHA-256 over 0x01 and the two below. */
export function hashNode(left: string, right: string): string {
	return createHash('sha256')
		.update(Buffer.concat([nodeMark, Buffer.from(left, 'hex'), Buffer.from(right, 'hex')]))
		.digest('hex')
}

/** The root of a tree without leaves. */
export const emptyRoot = createHash('sha256').digest('hex')

export const isHash = (text: string): boolean => /^[0-9a-f]{64}$/.test(text)
