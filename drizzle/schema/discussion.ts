import { sql } from 'drizzle-orm'
import { check, index, integer, pgTable, primaryKey, text } from 'drizzle-orm/pg-core'
import type { VerdictPart } from '#app/domain/discussion.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { moment, oneOf } from './columns.ts'

/** A conversation about a claim, one of its pieces of evidence or a part of its verdict. */
export const threads = pgTable(
	'threads',
	{
		id: text('id').primaryKey(),
		claimId: text('claim_id')
			.notNull()
			.references(() => claims.id),
		about: text('about').$type<'claim' | 'evidence' | 'verdict'>().notNull(),
		/** The number of the piece of evidence within its claim. */
		evidenceNumber: integer('evidence_number'),
		part: text('part').$type<VerdictPart>(),
		openedBy: text('opened_by')
			.notNull()
			.references(() => users.id),
		openedAt: moment('opened_at').notNull(),
		/** As it stands; who settled and reopened it when is in the claim's history. */
		resolvedBy: text('resolved_by').references(() => users.id),
		resolvedAt: moment('resolved_at'),
	},
	(t) => [
		index('threads_claim').on(t.claimId, t.openedAt),
		check('threads_about', oneOf('about', ['claim', 'evidence', 'verdict'])),
		check(
			'threads_subject',
			sql`(${t.about} = 'evidence') = (${t.evidenceNumber} is not null) and (${t.about} = 'verdict') = (${t.part} is not null)`,
		),
		check('threads_resolved', sql`(${t.resolvedBy} is null) = (${t.resolvedAt} is null)`),
	],
)

export const comments = pgTable(
	'comments',
	{
		id: text('id').primaryKey(),
		threadId: text('thread_id')
			.notNull()
			.references(() => threads.id),
		authorId: text('author_id')
			.notNull()
			.references(() => users.id),
		at: moment('at').notNull(),
	},
	(t) => [index('comments_thread').on(t.threadId, t.at, t.id)],
)

/** What a comment says; the latest text counts, and none means that its author took it back. */
export const commentTexts = pgTable(
	'comment_texts',
	{
		commentId: text('comment_id')
			.notNull()
			.references(() => comments.id),
		number: integer('number').notNull(),
		text: text('text'),
		at: moment('at').notNull(),
	},
	(t) => [primaryKey({ columns: [t.commentId, t.number] })],
)

/** Whom a comment calls, once for each person however often it is reworded. */
export const commentMentions = pgTable(
	'comment_mentions',
	{
		commentId: text('comment_id')
			.notNull()
			.references(() => comments.id),
		userId: text('user_id')
			.notNull()
			.references(() => users.id),
	},
	(t) => [primaryKey({ columns: [t.commentId, t.userId] })],
)
