import { index, pgTable, text } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { moment } from './columns.ts'
import { blobs } from './evidence.ts'

/** Bundles of other newsrooms that were taken in, byte for byte, and the claim each became. Only grows. */
export const importedBundles = pgTable(
	'imported_bundles',
	{
		sha256: text('sha256')
			.primaryKey()
			.references(() => blobs.sha256),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		/** Where it was made, and what the verdict is called there. */
		origin: text('origin').notNull(),
		slug: text('slug').notNull(),
		importedBy: text('imported_by')
			.notNull()
			.references(() => users.id),
		importedAt: moment('imported_at').notNull(),
	},
	(t) => [index('imported_bundles_claim').on(t.claimId)],
)
