import { sql } from 'drizzle-orm'
import { check, index, jsonb, pgTable, text, uniqueIndex } from 'drizzle-orm/pg-core'
import { type TaskKind, taskKinds, type TaskOutcome, taskOutcomes } from '#app/domain/task.ts'
import { users } from './accounts.ts'
import { claims } from './claims.ts'
import { day, moment, oneOf } from './columns.ts'
import { sources } from './evidence.ts'

/** Work that waits for somebody: a source that changed, a complaint. It is closed once, with what came of it. */
export const tasks = pgTable(
	'tasks',
	{
		id: text('id').primaryKey(),
		kind: text('kind').$type<TaskKind>().notNull(),
		claimId: text('claim_id').references(() => claims.id),
		sourceId: text('source_id').references(() => sources.id),
		/** What it is about beyond that, by its kind: the words of a complaint, what was found at an address. */
		detail: jsonb('detail').$type<Record<string, unknown>>().notNull().default({}),
		/** While a task of a key is open no other of that key is opened. */
		key: text('key'),
		dueOn: day('due_on'),
		openedAt: moment('opened_at').notNull(),
		/** Who opened it; nobody for what the desk found out by itself, or a reader told. */
		openedBy: text('opened_by').references(() => users.id),
		assigneeId: text('assignee_id').references(() => users.id),
		closedAt: moment('closed_at'),
		closedBy: text('closed_by').references(() => users.id),
		outcome: text('outcome').$type<TaskOutcome>(),
		/** What came of it, in words. */
		note: text('note'),
	},
	(t) => [
		uniqueIndex('tasks_open_key')
			.on(t.key)
			.where(sql`${t.closedAt} is null`),
		index('tasks_open')
			.on(t.openedAt.desc(), t.id.desc())
			.where(sql`${t.closedAt} is null`),
		index('tasks_due')
			.on(sql`coalesce(due_on, '3000-01-01'::date)`, t.id)
			.where(sql`${t.closedAt} is null`),
		index('tasks_closed_newest')
			.on(t.closedAt.desc(), t.id.desc())
			.where(sql`${t.closedAt} is not null`),
		index('tasks_newest').on(t.openedAt.desc(), t.id.desc()),
		index('tasks_claim').on(t.claimId),
		index('tasks_source').on(t.sourceId),
		check('tasks_kind', oneOf('kind', taskKinds)),
		check('tasks_outcome', oneOf('outcome', taskOutcomes)),
		check(
			'tasks_closed',
			sql`(${t.closedAt} is null) = (${t.outcome} is null) and (${t.closedBy} is null or ${t.closedAt} is not null)`,
		),
	],
)
