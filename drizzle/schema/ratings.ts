import { integer, pgTable, text } from 'drizzle-orm/pg-core'
import { moment } from './columns.ts'

/** The steps of the scale, as an editor has them now. */
export const ratings = pgTable('ratings', {
	key: text('key').primaryKey(),
	position: integer('position').notNull(),
	value: integer('value'),
	labelAr: text('label_ar').notNull(),
	labelEn: text('label_en').notNull(),
	meaningAr: text('meaning_ar').notNull(),
	meaningEn: text('meaning_en').notNull(),
	retiredAt: moment('retired_at'),
})
