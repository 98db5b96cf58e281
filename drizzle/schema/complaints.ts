import { index, integer, pgTable, text } from 'drizzle-orm/pg-core'
import type { Language } from '#app/domain/language.ts'
import { claims } from './claims.ts'
import { moment } from './columns.ts'

/** What a reader says is wrong with a verdict. The words only stay; the address goes when the task is closed. */
export const complaints = pgTable(
	'complaints',
	{
		/** The number on the receipt. */
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		/** The version that the reader had before them. */
		version: integer('version').notNull(),
		/** The task that it became. */
		taskId: text('task_id'),
		text: text('text').notNull(),
		/** Where the reader says it can be checked. */
		url: text('url'),
		/** Given of their own will; deleted when the task is closed. */
		email: text('email'),
		language: text('language').$type<Language>().notNull(),
		/** The one showing of the form that it was sent from: sent twice, it is one. */
		form: text('form').notNull().unique(),
		at: moment('at').notNull(),
	},
	(t) => [index('complaints_claim').on(t.claimId, t.at), index('complaints_task').on(t.taskId)],
)

/** What signs the forms of readers who are not signed in, the same for all processes. */
export const formSecrets = pgTable('form_secrets', {
	id: integer('id').primaryKey(),
	secret: text('secret').notNull(),
})
