import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, primaryKey, text, unique } from 'drizzle-orm/pg-core'
import { type NotificationKind, notificationKinds, type NotificationWay } from '#app/domain/notification.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { moment, oneOf } from './columns.ts'

/** What a person is told of. Written in the transaction of what it tells. */
export const notifications = pgTable(
	'notifications',
	{
		id: text('id').primaryKey(),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		kind: text('kind').$type<NotificationKind>().notNull(),
		/** What it tells of, by kind: nobody is told of the same thing twice. */
		occasion: text('occasion').notNull(),
		/** Nobody for what time brought. */
		actorId: text('actor_id').references(() => users.id),
		claimId: text('claim_id').references(() => claims.id),
		detail: jsonb('detail').$type<{ threadId?: string; dueOn?: string }>().notNull().default({}),
		at: moment('at').notNull(),
		readAt: moment('read_at'),
		/** How it travels by mail; nothing for the desk alone. */
		mail: text('mail').$type<Extract<NotificationWay, 'mail' | 'digest'>>(),
		/** When a digest took it up. */
		digestedAt: moment('digested_at'),
	},
	(t) => [
		unique('notifications_once').on(t.userId, t.kind, t.occasion),
		index('notifications_newest').on(t.userId, t.at.desc(), t.id.desc()),
		index('notifications_unread')
			.on(t.userId)
			.where(sql`read_at is null`),
		index('notifications_undigested')
			.on(t.userId, t.at)
			.where(sql`mail = 'digest' and digested_at is null and read_at is null`),
		index('notifications_occasion').on(t.kind, t.occasion),
		check('notifications_kind', oneOf('kind', notificationKinds)),
	],
)

/** How a person wants to be told of a kind; what is not here has its default. */
export const notificationChoices = pgTable(
	'notification_choices',
	{
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
		kind: text('kind').$type<NotificationKind>().notNull(),
		way: text('way').$type<NotificationWay>().notNull(),
		chosenAt: moment('chosen_at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.userId, t.kind] })],
)
