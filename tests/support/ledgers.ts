import { createHash, createPrivateKey, type KeyObject } from 'node:crypto'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import {
	kindOfEntry,
	type LedgerBody,
	type LedgerCorrection,
	type LedgerEntry,
	ledgerFormat,
	noEntry,
} from '#app/domain/ledger.ts'
import type { LedgerLine } from '#app/domain/ledger-export.ts'
import { hashEntry, leafOf } from '#app/domain/ledger-hash.ts'
import { describeKey, signHead } from '#app/domain/ledger-head.ts'
import { extendTree, type NodeId, treeRoot } from '#app/domain/ledger-tree.ts'
import { type LedgerReport, type Trust, verifyLedger } from '#app/domain/ledger-verification.ts'

/** A key that is the same on every run, made of a word. */
export function keyFrom(word: string): KeyObject {
	const seed = createHash('sha256').update(word).digest()
	const pkcs8 = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed])
	return createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' })
}

export type Told = {
	slug: string
	verdict: number
	correction?: LedgerCorrection
	content?: Record<string, unknown> | null
}

/** A correction of that number, in words that do not matter. */
export function correctionOf(number: number, given: Partial<LedgerCorrection> = {}): LedgerCorrection {
	return {
		number,
		on: '2026-11-25',
		kind: 'correction',
		severity: 'minor',
		beforePublication: false,
		ratingBefore: 'true',
		ratingAfter: 'mostly_true',
		what: { ar: 'الرقم', en: 'The figure' },
		why: { ar: null, en: 'It was read from the wrong row' },
		...given,
	}
}

export function bodyOf({ slug, verdict, correction, content }: Told): LedgerBody {
	return {
		format: ledgerFormat,
		kind: kindOfEntry(correction ?? null),
		slug,
		verdict,
		correction: correction ?? null,
		content: content === null ? null : { slug, version: verdict, rating: 4.5, words: 'نص الحكم', ...content },
		late: false,
	}
}

const opening = Date.parse('2026-11-25T08:00:00Z')
export const minute = (number: number) => new Date(opening + number * 60_000).toISOString()

/** Entries as they would be written for these, one a minute. */
export function writeEntries(told: readonly Told[], prev = noEntry, first = 1): LedgerEntry[] {
	const entries: LedgerEntry[] = []
	for (const [index, each] of told.entries()) {
		const body = bodyOf(each)
		const place = {
			prev: entries.at(-1)?.hash ?? prev,
			seq: first + index,
			at: minute(first + index),
			body: canonicalJson(body),
		}
		entries.push({
			...place,
			hash: hashEntry(place),
			kind: body.kind,
			slug: each.slug,
			verdict: each.verdict,
			correction: each.correction?.number ?? null,
		})
	}
	return entries
}

/** Chain entries anew after one was changed: each gets the hash of the one before, and its own. */
export function chainAnew(entries: readonly LedgerEntry[]): LedgerEntry[] {
	const chained: LedgerEntry[] = []
	for (const entry of entries) {
		const place = { ...entry, prev: chained.at(-1)?.hash ?? noEntry, seq: chained.length + 1 }
		chained.push({ ...place, hash: hashEntry(place) })
	}
	return chained
}

/** The export of these entries with a head after each. */
export function exportOf(entries: readonly LedgerEntry[], key: KeyObject): LedgerLine[] {
	const nodes = new Map<string, string>()
	const hashOf = ({ level, index }: NodeId) => nodes.get(`${level}/${index}`) ?? ''
	const lines: LedgerLine[] = [{ type: 'ledger', format: ledgerFormat, keys: [describeKey(key)] }]
	for (const [index, entry] of entries.entries()) {
		for (const node of extendTree(index, leafOf(entry.hash), hashOf)) {
			nodes.set(`${node.level}/${node.index}`, node.hash)
		}
		const state = { size: index + 1, root: treeRoot(index + 1, hashOf), chain: entry.hash, at: entry.at }
		lines.push({ type: 'entry', ...entry }, { type: 'head', ...signHead(state, key) })
	}
	return lines
}

export function check(lines: readonly (LedgerLine | null)[], trust?: Trust): LedgerReport {
	const verification = verifyLedger(trust)
	for (const line of lines) verification.take(line)
	return verification.end()
}
