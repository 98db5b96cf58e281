import { pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** What is done again and again: whichever process comes first when it is due moves it on and asks for the work. */
export const clocks = pgTable('clocks', {
	name: text('name').primaryKey(),
	dueAt: moment('due_at').notNull(),
	lastAt: moment('last_at'),
})
