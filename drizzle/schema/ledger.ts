import { sql } from 'drizzle-orm'
import { bigint, check, index, integer, pgTable, primaryKey, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { type LedgerKind, ledgerKinds } from '#app/domain/ledger.ts'
import { bytes, moment, oneOf } from './columns.ts'

/*
 * The ledger, of which everything only grows. Hashes are lower-case hexadecimal; triggers hold the numbers together and the
 * chain. See app/domain/ledger*.ts.
 */

export const ledger = pgTable(
	'ledger',
	{
		seq: bigint('seq', { mode: 'number' }).primaryKey(),
		prev: text('prev').notNull(),
		hash: text('hash').notNull().unique(),
		at: moment('at').notNull(),
		kind: text('kind').$type<LedgerKind>().notNull(),
		slug: text('slug').notNull(),
		/** The number of the verdict's version. */
		verdict: integer('verdict').notNull(),
		correction: integer('correction'),
		/** Whether it publishes a version, or is a note by itself. */
		version: integer('version'),
		/** The canonical bytes. */
		body: text('body').notNull(),
	},
	(t) => [
		uniqueIndex('ledger_version').on(t.slug, t.version),
		uniqueIndex('ledger_correction').on(t.slug, t.correction),
		check('ledger_kind', oneOf('kind', ledgerKinds)),
		check('ledger_hashes', sql`${t.prev} ~ '^[0-9a-f]{64}$' and ${t.hash} ~ '^[0-9a-f]{64}$'`),
		check('ledger_says', sql`coalesce(${t.version}, ${t.correction}) is not null`),
		check('ledger_version_is_verdict', sql`${t.version} = ${t.verdict}`),
	],
)

/** What makes the digests of an entry's people readable; to forget them the owner of the database deletes it. */
export const ledgerSalts = pgTable('ledger_salts', {
	seq: bigint('seq', { mode: 'number' })
		.primaryKey()
		.references(() => ledger.seq),
	salt: bytes('salt').notNull(),
})

/** Whole subtrees of the Merkle tree: 2^level leaves, the index-th of its level. A proof reads some twenty of a million. */
export const ledgerNodes = pgTable(
	'ledger_nodes',
	{
		level: integer('level').notNull(),
		index: bigint('index', { mode: 'number' }).notNull(),
		hash: text('hash').notNull(),
	},
	(t) => [primaryKey({ columns: [t.level, t.index] })],
)

export const ledgerKeys = pgTable('ledger_keys', {
	id: text('id').primaryKey(),
	/** 32 bytes in Base64. */
	publicKey: text('public_key').notNull(),
	firstUsedAt: moment('first_used_at').notNull(),
})

/** Signed heads: one for each transaction that wrote entries. */
export const ledgerHeads = pgTable(
	'ledger_heads',
	{
		size: bigint('size', { mode: 'number' })
			.primaryKey()
			.references(() => ledger.seq),
		root: text('root').notNull(),
		chain: text('chain').notNull(),
		at: moment('at').notNull(),
		keyId: text('key_id')
			.notNull()
			.references(() => ledgerKeys.id),
		signature: text('signature').notNull(),
	},
	(t) => [index('ledger_heads_key').on(t.keyId)],
)
