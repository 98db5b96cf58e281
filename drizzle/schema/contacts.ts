import { sql } from 'drizzle-orm'
import { check, index, pgTable, text } from 'drizzle-orm/pg-core'
import { type ContactChannel, contactChannels, type ContactKind, contactKinds } from '#app/domain/contact.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { day, moment, oneOf } from './columns.ts'

/** What passed between the desk and a claimant, or why nothing could. Only grows. */
export const contacts = pgTable(
	'contacts',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		kind: text('kind').$type<ContactKind>().notNull(),
		on: day('on').notNull(),
		channel: text('channel').$type<ContactChannel>(),
		/** In words; stays on the desk. */
		toWhom: text('to_whom'),
		asked: text('asked'),
		/** Letter for letter, in the language it came in. */
		answer: text('answer'),
		noteAr: text('note_ar'),
		noteEn: text('note_en'),
		/** Until when an answer was asked for. */
		deadline: day('deadline'),
		recordedBy: text('recorded_by')
			.notNull()
			.references(() => users.id),
		recordedAt: moment('recorded_at').notNull(),
	},
	(t) => [
		index('contacts_claim').on(t.claimId, t.recordedAt, t.id),
		check('contacts_kind', oneOf('kind', contactKinds)),
		check('contacts_channel', oneOf('channel', contactChannels)),
		check(
			'contacts_says',
			sql`case ${t.kind}
				when 'attempted' then ${t.asked} is not null and ${t.channel} is not null
				when 'answered' then ${t.answer} is not null and ${t.channel} is not null
				when 'declined' then ${t.channel} is not null
				else coalesce(${t.noteAr}, ${t.noteEn}) is not null end`,
		),
	],
)
