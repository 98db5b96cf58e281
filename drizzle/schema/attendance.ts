import { boolean, index, jsonb, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { moment } from './columns.ts'

/** Who has a claim open, and since when nothing was heard of them. */
export const attendance = pgTable(
	'attendance',
	{
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		writing: boolean('writing').notNull().default(false),
		seenAt: moment('seen_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.claimId, t.userId] }), index('attendance_seen').on(t.seenAt)],
)

/** What somebody was typing in a form and has not sent, by the place of the form. */
export const keptForms = pgTable(
	'kept_forms',
	{
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		form: text('form').notNull(),
		fields: jsonb('fields').$type<Record<string, string>>().notNull(),
		keptAt: moment('kept_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.claimId, t.userId, t.form] }), index('kept_forms_kept').on(t.keptAt)],
)
