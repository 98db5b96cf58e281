import { randomBytes, type KeyObject } from 'node:crypto'
import { desc, max, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import {
	kindOfEntry,
	type LedgerBody,
	type LedgerCorrection,
	type LedgerHead,
	ledgerFormat,
	noEntry,
} from '#app/domain/ledger.ts'
import { hashEntry, leafOf } from '#app/domain/ledger-hash.ts'
import { describeKey, signHead } from '#app/domain/ledger-head.ts'
import { withoutPeople } from '#app/domain/ledger-people.ts'
import { extendTree, type NodeId, nodesOf, treeRoot } from '#app/domain/ledger-tree.ts'
import { ledgerKey } from '#app/ledger-key.server.ts'
import {
	type corrections,
	ledger,
	ledgerHeads,
	ledgerKeys,
	ledgerNodes,
	ledgerSalts,
} from '#drizzle/schema.ts'

/** Something that was published, as the ledger is told of it. */
export type Publication = {
	slug: string
	verdict: number
	/** The version as it is published; `null` for a note about one that was. */
	content: FactCheck | null
	correction: LedgerCorrection | null
	/** It was published before it could be written down. */
	late?: boolean
}

/**
 * Write what is published into the ledger and sign its new head, as part of the transaction that publishes it: neither
 * is there without the other. Whoever else publishes waits until that has ended.
 * @param key what the head is signed with
 */
export async function appendToLedger(
	tx: Db,
	published: readonly Publication[],
	now: Date,
	key: KeyObject = ledgerKey(),
): Promise<void> {
	if (published.length === 0) return
	await lockLedger(tx)
	const [last] = await tx
		.select({ seq: ledger.seq, hash: ledger.hash, at: ledger.at })
		.from(ledger)
		.orderBy(desc(ledger.seq))
		.limit(1)
	const [head] = await tx.select({ at: max(ledgerHeads.at) }).from(ledgerHeads)
	// Clocks of several machines differ, and one may be set back; the ledger's time only goes on.
	const at = new Date(Math.max(now.getTime(), last?.at.getTime() ?? 0, head?.at?.getTime() ?? 0))

	const nodes = await readNodes(tx, nodesOf.root(last?.seq ?? 0))
	const hashOf = (node: NodeId) => known(nodes, node)
	const rows: (typeof ledger.$inferInsert)[] = []
	const salts: (typeof ledgerSalts.$inferInsert)[] = []
	const added: (NodeId & { hash: string })[] = []
	let [seq, prev] = [last?.seq ?? 0, last?.hash ?? noEntry]
	for (const publication of published) {
		const salt = randomBytes(16)
		const body = canonicalJson(describe(publication, salt))
		const place = { prev, seq: seq + 1, at: at.toISOString(), body }
		const hash = hashEntry(place)
		for (const node of extendTree(seq, leafOf(hash), hashOf)) {
			nodes.set(nameOf(node), node.hash)
			added.push(node)
		}
		const { slug, verdict, correction, content } = publication
		rows.push({
			...place,
			at,
			hash,
			kind: kindOfEntry(correction),
			slug,
			verdict,
			correction: correction?.number ?? null,
			version: content ? verdict : null,
		})
		salts.push({ seq: place.seq, salt })
		;[seq, prev] = [place.seq, hash]
	}

	await tx.insert(ledger).values(rows)
	await tx.insert(ledgerSalts).values(salts)
	await tx.insert(ledgerNodes).values(added)
	const { id, publicKey } = describeKey(key)
	await tx.insert(ledgerKeys).values({ id, publicKey, firstUsedAt: at }).onConflictDoNothing()
	const state = { size: seq, root: treeRoot(seq, hashOf), chain: prev, at: at.toISOString() }
	await tx.insert(ledgerHeads).values({ ...signHead(state, key), at })
}

/** Writers take turns: each entry names the one before it. */
export async function lockLedger(tx: Db): Promise<void> {
	await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended('ledger', 0))`)
}

function describe({ slug, verdict, content, correction, late }: Publication, salt: Uint8Array): LedgerBody {
	return {
		format: ledgerFormat,
		kind: kindOfEntry(correction),
		slug,
		verdict,
		correction,
		content: content && withoutPeople(content, salt),
		late: late ?? false,
	}
}

/** A correction's row as readers, and the ledger, are told of it. */
export function describeCorrection(
	row: Omit<typeof corrections.$inferSelect, 'id' | 'claimId' | 'verdictNumber' | 'createdAt'>,
): LedgerCorrection {
	return {
		number: row.number,
		on: row.on,
		kind: row.kind,
		severity: row.severity,
		beforePublication: row.beforePublication,
		ratingBefore: row.ratingBefore,
		ratingAfter: row.ratingAfter,
		what: { ar: row.whatAr, en: row.whatEn },
		why: { ar: row.whyAr, en: row.whyEn },
	}
}

const nameOf = ({ level, index }: NodeId) => `${level}/${index}`

function known(nodes: ReadonlyMap<string, string>, node: NodeId): string {
	const hash = nodes.get(nameOf(node))
	if (!hash) throw new Error(`The tree of the ledger has no node ${nameOf(node)}`)
	return hash
}

/** Some of the tree's whole subtrees, in one statement. */
async function readNodes(db: Db, wanted: readonly NodeId[]): Promise<Map<string, string>> {
	if (wanted.length === 0) return new Map()
	const each = wanted.map(
		({ level, index }): SQL => sql`(${ledgerNodes.level} = ${level} and ${ledgerNodes.index} = ${index})`,
	)
	const rows = await db
		.select()
		.from(ledgerNodes)
		.where(or(...each))
	return new Map(rows.map((row) => [nameOf(row), row.hash]))
}

/** What the hashes of these nodes are. @throws Error for one that is not there */
export async function nodeReader(db: Db, wanted: readonly NodeId[]): Promise<(node: NodeId) => string> {
	const nodes = await readNodes(db, wanted)
	return (node) => known(nodes, node)
}

/** A row of heads as it was signed. */
export function readHead({ at, ...head }: typeof ledgerHeads.$inferSelect): LedgerHead {
	return { ...head, at: at.toISOString() }
}
