import { check, index, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { type SearchKind, searchKinds } from '#app/domain/search.ts'
import { moment, oneOf, placedLexemes } from './columns.ts'

/**
 * What the search finds, one row a thing, in whatever languages it is written; kept in the transaction that writes what
 * is found. Derived: it can be written again at any time.
 */
export const searchEntries = pgTable(
	'search_entries',
	{
		kind: text('kind').$type<SearchKind>().notNull(),
		/** Of the article or claim; a verdict has its claim's. */
		id: text('id').notNull(),
		/** Its words and where they stand, for phrases; and what it can be filtered by (`facet` of the domain). */
		words: placedLexemes('words').notNull(),
		/** The order of the results: when the article came in, the claim was made, the verdict first published. */
		at: moment('at').notNull(),
	},
	(t) => [
		primaryKey({ columns: [t.kind, t.id] }),
		index('search_entries_words').using('gin', t.words).with({ fastupdate: false }),
		index('search_entries_newest').on(t.kind, t.at.desc(), t.id.desc()),
		check('search_entries_kind', oneOf('kind', searchKinds)),
	],
)
