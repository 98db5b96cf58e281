import { integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { Status } from '#app/domain/workflow.ts'
import { day } from './columns.ts'

/**
 * How many claims concern a country at a status and rating (`''` when no verdict is in force), written
 * in the transaction of the change it counts. `article_id` is `''` for all articles together.
 */
export const statusCounts = pgTable(
	'status_counts',
	{
		articleId: text('article_id').notNull().default(''),
		country: text('country').notNull(),
		status: text('status').$type<Status>().notNull(),
		rating: text('rating').notNull().default(''),
		count: integer('count').notNull(),
	},
	(t) => [primaryKey({ columns: [t.articleId, t.country, t.status, t.rating] })],
)

/** The same by the day the claim was added, for charts of a span of time. */
export const dailyStatusCounts = pgTable(
	'daily_status_counts',
	{
		articleId: text('article_id').notNull().default(''),
		day: day('day').notNull(),
		country: text('country').notNull(),
		status: text('status').$type<Status>().notNull(),
		rating: text('rating').notNull().default(''),
		count: integer('count').notNull(),
	},
	(t) => [primaryKey({ columns: [t.articleId, t.day, t.country, t.status, t.rating] })],
)
