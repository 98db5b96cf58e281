import { and, eq, isNull, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { dueDay, type TaskKind, type TaskOutcome } from '#app/domain/task.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { claims, sources, tasks, users } from '#drizzle/schema.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'

export type NewTask = {
	kind: TaskKind
	claimId?: string | null
	sourceId?: string | null
	detail?: Record<string, unknown>
	/** While a task of this key is open, no other of it is opened. */
	key?: string
	/** `YYYY-MM-DD`; by its kind when it is not said. */
	dueOn?: string | null
	assigneeId?: string | null
	/** Who opens it; nobody for what the desk found out by itself, or a reader told. */
	openedBy?: string | null
}

/**
 * Open a task, in the transaction that gave rise to it.
 * @returns its id; that of the open one where a task of its key is open already
 */
export async function openTask(
	tx: Db,
	task: NewTask,
	now = new Date(),
): Promise<{ id: string; made: boolean }> {
	const [opened] = await tx
		.insert(tasks)
		.values({
			id: newId(),
			kind: task.kind,
			claimId: task.claimId ?? null,
			sourceId: task.sourceId ?? null,
			detail: task.detail ?? {},
			key: task.key ?? null,
			dueOn: task.dueOn === undefined ? dueDay(task.kind, now) : task.dueOn,
			assigneeId: task.assigneeId ?? null,
			openedAt: now,
			openedBy: task.openedBy ?? null,
		})
		.onConflictDoNothing()
		.returning({ id: tasks.id })
	if (opened) return { id: opened.id, made: true }
	const [open] = await tx
		.select({ id: tasks.id })
		.from(tasks)
		.where(and(eq(tasks.key, task.key ?? ''), isNull(tasks.closedAt)))
	// It was closed in this very moment.
	return open ? { id: open.id, made: false } : openTask(tx, task, now)
}

/**
 * Give a task to somebody, or lay it down for whoever takes it.
 * @param input.to the person's id; `null` for nobody
 * @throws Refusal `not-found`; `wrong-step` for one that is closed; `invalid` for nobody who works here
 */
export async function assignTask(
	db: Db,
	actor: Actor,
	input: { taskId: string; to: string | null },
): Promise<void> {
	await db.transaction(async (tx) => {
		await requireColleague(tx, actor.id)
		const task = await lockTask(tx, input.taskId)
		if (task.closedAt) throw new Refusal('wrong-step')
		if (input.to !== null) await requireColleague(tx, input.to)
		await tx.update(tasks).set({ assigneeId: input.to }).where(eq(tasks.id, task.id))
	})
}

/**
 * Close a task with what came of it.
 * @throws Refusal `not-found`; `wrong-step` for one that is closed
 */
export async function closeTask(
	db: Db,
	actor: Actor,
	input: { taskId: string; outcome: TaskOutcome; note?: string | null },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		await requireColleague(tx, actor.id)
		const task = await lockTask(tx, input.taskId)
		if (task.closedAt) throw new Refusal('wrong-step')
		await tx
			.update(tasks)
			.set({ closedAt: now, closedBy: actor.id, outcome: input.outcome, note: input.note ?? null })
			.where(eq(tasks.id, task.id))
	})
}

async function lockTask(tx: Db, id: string) {
	const [task] = await tx.select().from(tasks).where(eq(tasks.id, id)).for('update')
	if (!task) throw new Refusal('not-found', `No task ${id}`)
	return task
}

async function requireColleague(tx: Db, id: string): Promise<void> {
	const here = await tx.$count(users, and(eq(users.id, id), isNull(users.disabledAt)))
	if (here === 0) throw new Refusal('invalid', 'Nobody to assign to', { field: 'to' })
}

export type TaskFilter = {
	kind?: TaskKind
	claimId?: string
	sourceId?: string
	assigneeId?: string
	/** Those that are closed as well. */
	closed?: boolean
}

/** Tasks with what they are about and whose they are, the newest first: those that are open, unless asked for more. */
export async function listTasks(db: Db, filter: TaskFilter, cursor: Cursor | null = null, size = 40) {
	const conditions: (SQL | undefined)[] = [
		filter.closed ? undefined : isNull(tasks.closedAt),
		filter.kind && eq(tasks.kind, filter.kind),
		filter.claimId ? eq(tasks.claimId, filter.claimId) : undefined,
		filter.sourceId ? eq(tasks.sourceId, filter.sourceId) : undefined,
		filter.assigneeId ? eq(tasks.assigneeId, filter.assigneeId) : undefined,
		after(cursor, tasks.openedAt, tasks.id),
	]
	const rows = await db
		.select({
			task: tasks,
			assignee: users.name,
			claim: { id: claims.id, ar: claims.statementAr, en: claims.statementEn },
			source: { id: sources.id, title: sql<string | null>`coalesce(${sources.title}, ${sources.publisher})` },
		})
		.from(tasks)
		.leftJoin(users, eq(users.id, tasks.assigneeId))
		.leftJoin(claims, eq(claims.id, tasks.claimId))
		.leftJoin(sources, eq(sources.id, tasks.sourceId))
		.where(and(...conditions))
		.orderBy(...newestFirst(tasks.openedAt, tasks.id))
		.limit(size + 1)
	return pageOf(rows, size, ({ task }) => ({ at: task.openedAt, id: task.id }))
}
