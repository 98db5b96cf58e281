import { sql } from 'drizzle-orm'
import {
	bigint,
	check,
	index,
	integer,
	jsonb,
	pgTable,
	primaryKey,
	real,
	text,
	unique,
} from 'drizzle-orm/pg-core'
import type { Language } from '#app/domain/language.ts'
import {
	matchKinds,
	matchStates,
	type MatchKind,
	type MatchReason,
	type MatchState,
} from '#app/domain/match-kinds.ts'
import { moment, lexemes, oneOf } from './columns.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'

/**
 * What a claim's wording is found by, one row a language; written in the transaction that writes the wording. Derived:
 * `keepMatchKey` can write it again at any time.
 */
export const claimMatchKeys = pgTable(
	'claim_match_keys',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		language: text('language').$type<Language>().notNull(),
		/** Equal for wordings that differ in nothing but spelling. */
		fingerprint: text('fingerprint').notNull(),
		/** MinHash bands: wordings with many words in common share one or more. */
		bands: integer('bands').array().notNull(),
		/** The stems and figures, for wordings that share only a few telling ones. */
		stems: lexemes('stems').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.claimId, t.language] }),
		index('claim_match_keys_fingerprint').using('hash', t.fingerprint),
		index('claim_match_keys_bands').using('gin', t.bands).with({ fastupdate: false }),
		index('claim_match_keys_stems').using('gin', t.stems).with({ fastupdate: false }),
	],
)

/** That two claims may say the same, or contradict each other: suggested until a person decides. The lesser id is first. */
export const matches = pgTable(
	'matches',
	{
		id: text('id').primaryKey(),
		firstId: text('first_id')
			.notNull()
			.references(() => claims.id),
		secondId: text('second_id')
			.notNull()
			.references(() => claims.id),
		kind: text('kind').$type<MatchKind>().notNull(),
		state: text('state').$type<MatchState>().notNull().default('suggested'),
		/** From 0 to 1; for the order of suggestions, and for nothing else. */
		score: real('score').notNull(),
		reasons: jsonb('reasons').$type<MatchReason[]>().notNull(),
		decidedBy: text('decided_by').references(() => users.id),
		decidedAt: moment('decided_at'),
		/** Rises with every decision; one made from an older one is refused. */
		revision: integer('revision').notNull().default(1),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [
		unique('matches_pair').on(t.firstId, t.secondId),
		index('matches_second').on(t.secondId),
		check('matches_ordered', sql`${t.firstId} < ${t.secondId} collate "C"`),
		check('matches_kind', oneOf('kind', matchKinds)),
		check('matches_state', oneOf('state', matchStates)),
		check('matches_decided', sql`(${t.state} = 'suggested') = (${t.decidedBy} is null)`),
	],
)

/** Who decided what about a match, and what was shown to them. Only grows. */
export const matchDecisions = pgTable(
	'match_decisions',
	{
		id: bigint('id', { mode: 'number' }).primaryKey().generatedAlwaysAsIdentity(),
		matchId: text('match_id')
			.notNull()
			.references(() => matches.id),
		state: text('state').$type<MatchState>().notNull(),
		kind: text('kind').$type<MatchKind>().notNull(),
		reasons: jsonb('reasons').$type<MatchReason[]>().notNull(),
		comment: text('comment'),
		decidedBy: text('decided_by')
			.notNull()
			.references(() => users.id),
		decidedAt: moment('decided_at').notNull(),
	},
	(t) => [
		index('match_decisions_match').on(t.matchId, t.id),
		check('match_decisions_state', oneOf('state', ['confirmed', 'rejected'])),
	],
)
