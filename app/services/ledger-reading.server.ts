import { and, asc, desc, eq, gt, lt, lte, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Bilingual } from '#app/domain/language.ts'
import { type LedgerEntry, ledgerFormat, type LedgerHead, type LedgerKey } from '#app/domain/ledger.ts'
import { leafOf } from '#app/domain/ledger-hash.ts'
import type { LedgerLine } from '#app/domain/ledger-export.ts'
import { nodesOf, proveConsistency, proveInclusion, treeRoot } from '#app/domain/ledger-tree.ts'
import { Refusal } from '#app/errors.ts'
import { claims, ledger, ledgerHeads, ledgerKeys, ledgerSalts, verdicts } from '#drizzle/schema.ts'
import { nodeReader, readHead } from './ledger.server.ts'

/** How many entries are read at once for an export: each holds a whole verdict. */
const batch = 200

/** The newest signed head and the key it can be checked with; `null` while nothing is published. */
export async function findHead(db: Db): Promise<{ head: LedgerHead; key: LedgerKey } | null> {
	const [found] = await db
		.select({ head: ledgerHeads, key: { id: ledgerKeys.id, publicKey: ledgerKeys.publicKey } })
		.from(ledgerHeads)
		.innerJoin(ledgerKeys, eq(ledgerKeys.id, ledgerHeads.keyId))
		.orderBy(desc(ledgerHeads.size))
		.limit(1)
	return found ? { head: readHead(found.head), key: found.key } : null
}

/** Entries without their bodies, the newest first, from before `before` on. */
export async function listEntries(db: Db, before: number | null, size = 30) {
	const rows = await db
		.select({
			seq: ledger.seq,
			hash: ledger.hash,
			at: ledger.at,
			kind: ledger.kind,
			slug: ledger.slug,
			verdict: ledger.verdict,
			/** As the version says it. */
			statement: sql<Bilingual | null>`${verdicts.content}->'statement'`,
		})
		.from(ledger)
		.leftJoin(claims, eq(claims.slug, ledger.slug))
		.leftJoin(verdicts, and(eq(verdicts.claimId, claims.id), eq(verdicts.number, ledger.verdict)))
		.where(before === null ? undefined : lt(ledger.seq, before))
		.orderBy(desc(ledger.seq))
		.limit(size + 1)
	const page = rows.slice(0, size)
	return { rows: page, next: rows.length > size ? (page.at(-1)?.seq ?? null) : null }
}

/**
 * An entry with what proves that it is in the tree of the newest head.
 * @returns `path` from the leaf up (RFC 9162 §2.1.3); the salt is `null` when its people were forgotten
 * @throws Refusal `not-found` for a number that is none
 */
export async function proveEntry(db: Db, seq: number) {
	const [found] = await db
		.select({ entry: ledger, salt: ledgerSalts.salt })
		.from(ledger)
		.leftJoin(ledgerSalts, eq(ledgerSalts.seq, ledger.seq))
		.where(eq(ledger.seq, seq))
	const signed = await findHead(db)
	if (!found || !signed) throw new Refusal('not-found', `No entry ${seq}`)
	const { size } = signed.head
	const hashOf = await nodeReader(db, nodesOf.inclusion(seq - 1, size))
	return {
		entry: readEntry(found.entry),
		salt: found.salt && Buffer.from(found.salt).toString('hex'),
		...signed,
		proof: {
			index: seq - 1,
			size,
			leaf: leafOf(found.entry.hash),
			path: proveInclusion(seq - 1, size, hashOf),
		},
	}
}

/**
 * What proves that the ledger of `to` entries begins with the ledger of `from` entries (RFC 9162 §2.1.4).
 * @throws Refusal `not-found` unless 0 < from ≤ to ≤ the size of the ledger
 */
export async function proveGrowth(db: Db, from: number, to: number) {
	const signed = await findHead(db)
	if (!signed || !(from > 0 && from <= to && to <= signed.head.size)) {
		throw new Refusal('not-found', `No proof from ${from} to ${to}`)
	}
	const wanted = [nodesOf.root(from), nodesOf.root(to), nodesOf.consistency(from, to)]
	const hashOf = await nodeReader(db, wanted.flat())
	return {
		from: { size: from, root: treeRoot(from, hashOf) },
		to: { size: to, root: treeRoot(to, hashOf) },
		path: proveConsistency(from, to, hashOf),
	}
}

/** The root of the first `size` entries, from the stored tree. @throws Error when there are fewer */
export async function findRoot(db: Db, size: number): Promise<string> {
	const nodes = nodesOf.root(size)
	return treeRoot(size, await nodeReader(db, nodes))
}

/**
 * The whole ledger up to its newest head, as the lines of an export in batches. It is read as it is asked for,
 * each batch by itself: entries never change, so they fit together all the same.
 */
export async function* exportLedger(db: Db): AsyncGenerator<LedgerLine[]> {
	const signed = await findHead(db)
	const keys = await db
		.select({ id: ledgerKeys.id, publicKey: ledgerKeys.publicKey })
		.from(ledgerKeys)
		.orderBy(asc(ledgerKeys.firstUsedAt), asc(ledgerKeys.id))
	yield [{ type: 'ledger', format: ledgerFormat, keys }]
	const size = signed?.head.size ?? 0
	for (let done = 0; done < size;) {
		const entries = await db
			.select()
			.from(ledger)
			.where(and(gt(ledger.seq, done), lte(ledger.seq, size)))
			.orderBy(asc(ledger.seq))
			.limit(batch)
		const last = entries.at(-1)?.seq ?? size
		const heads = await db
			.select()
			.from(ledgerHeads)
			.where(and(gt(ledgerHeads.size, done), lte(ledgerHeads.size, last)))
			.orderBy(asc(ledgerHeads.size))
		yield interleave(entries, heads)
		done = last
	}
}

function interleave(
	entries: (typeof ledger.$inferSelect)[],
	heads: (typeof ledgerHeads.$inferSelect)[],
): LedgerLine[] {
	const lines: { at: number; line: LedgerLine }[] = [
		...entries.map((row) => ({ at: row.seq, line: { type: 'entry' as const, ...readEntry(row) } })),
		...heads.map((row) => ({ at: row.size + 0.5, line: { type: 'head' as const, ...readHead(row) } })),
	]
	return lines.sort((one, other) => one.at - other.at).map(({ line }) => line)
}

function readEntry({ version: _, at, ...row }: typeof ledger.$inferSelect): LedgerEntry {
	return { ...row, at: at.toISOString() }
}

/** Whether the ledger, when it was as long as that head says, ended as it says. */
export async function passesThrough(db: Db, head: LedgerHead): Promise<boolean> {
	const [entry] = await db.select({ hash: ledger.hash }).from(ledger).where(eq(ledger.seq, head.size))
	return entry?.hash === head.chain && (await findRoot(db, head.size)) === head.root
}
