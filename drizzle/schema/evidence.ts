import { check, index, integer, pgTable, text, unique } from 'drizzle-orm/pg-core'
import type { SourceKind, Stance } from '#app/domain/claim.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { day, moment, oneOf } from './columns.ts'

export const sources = pgTable(
	'sources',
	{
		id: text('id').primaryKey(),
		url: text('url').unique(),
		publisher: text('publisher'),
		title: text('title'),
		publishedOn: day('published_on'),
		language: text('language'),
		createdAt: moment('created_at').notNull(),
	},
	(t) => [index('sources_newest').on(t.createdAt.desc(), t.id.desc())],
)

export const evidence = pgTable(
	'evidence',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		/** What `[n]` in a rationale points at. Never reused within a claim. */
		number: integer('number').notNull(),
		sourceId: text('source_id')
			.notNull()
			.references(() => sources.id),
		stance: text('stance').$type<Stance>().notNull(),
		kind: text('kind').$type<SourceKind>().notNull(),
		passage: text('passage'),
		labelAr: text('label_ar'),
		labelEn: text('label_en'),
		showsAr: text('shows_ar'),
		showsEn: text('shows_en'),
		/** The query or the path by which it was found, for the next person who looks. */
		foundBy: text('found_by'),
		addedBy: text('added_by')
			.notNull()
			.references(() => users.id),
		addedAt: moment('added_at').notNull(),
		/** Set when it is taken off the claim; published versions keep their own copy. */
		removedAt: moment('removed_at'),
	},
	(t) => [
		unique('evidence_number').on(t.claimId, t.number),
		index('evidence_source').on(t.sourceId),
		check('evidence_stance', oneOf('stance', ['supports', 'refutes', 'context'])),
		check('evidence_kind', oneOf('kind', ['primary', 'secondary'])),
	],
)
