import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Language } from '#app/domain/language.ts'
import { type SearchKind, searchKinds } from '#app/domain/search.ts'
import type { Status } from '#app/domain/workflow.ts'
import { lexemes, moment, oneOf } from './columns.ts'

/**
 * What the search finds, one row a language; written in the transaction that writes what is found. Derived:
 * it can be written again at any time.
 */
export const searchEntries = pgTable(
	'search_entries',
	{
		kind: text('kind').$type<SearchKind>().notNull(),
		id: text('id').notNull(),
		language: text('language').$type<Language>().notNull(),
		/** Normalised words. */
		words: lexemes('words').notNull(),
		/** The order of the results: when the article came in, the claim was made, the verdict first published. */
		at: moment('at').notNull(),
		status: text('status').$type<Status>(),
		rating: text('rating'),
		countries: text('countries').array().notNull().default([]),
		claimantId: text('claimant_id'),
	},
	(t) => [
		primaryKey({ columns: [t.kind, t.id, t.language] }),
		index('search_entries_words').using('gin', t.words).with({ fastupdate: false }),
		index('search_entries_newest').on(t.kind, t.at.desc(), t.id.desc()),
		check('search_entries_kind', oneOf('kind', searchKinds)),
	],
)
