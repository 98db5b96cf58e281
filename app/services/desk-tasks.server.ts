import { and, asc, desc, eq, gte, isNotNull, isNull, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { complaintOutcomes, otherOutcomes } from '#app/domain/complaint.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import type { TaskOutcome } from '#app/domain/task.ts'
import { Refusal } from '#app/errors.ts'
import { claims, complaints, corrections, factChecks, sources, tasks, users } from '#drizzle/schema.ts'
import { type Cursor, newestFirst, writeCursor } from './keyset.server.ts'
import { settleNotifications } from './notifications.server.ts'
import { closeTask } from './tasks.server.ts'

const never = '3000-01-01'

/**
 * Tasks of the desk, what is due first; those that are closed the latest closed first, one page of them. A complaint comes with
 * the reader's words; their address only for editors.
 */
export async function listDeskTasks(
	db: Db,
	actor: Actor,
	{ closed, cursor, size = 30 }: { closed: boolean; cursor: Cursor | null; size?: number },
) {
	const dueOn = sql<string>`coalesce(${tasks.dueOn}, ${never}::date)`
	const rows = await db
		.select({
			task: tasks,
			assignee: users.name,
			claim: { id: claims.id, ar: claims.statementAr, en: claims.statementEn },
			slug: factChecks.slug,
			source: { id: sources.id, title: sources.title, publisher: sources.publisher },
			complaint: complaints,
		})
		.from(tasks)
		.leftJoin(users, eq(users.id, tasks.assigneeId))
		.leftJoin(claims, eq(claims.id, tasks.claimId))
		.leftJoin(factChecks, eq(factChecks.claimId, tasks.claimId))
		.leftJoin(sources, eq(sources.id, tasks.sourceId))
		.leftJoin(complaints, eq(complaints.taskId, tasks.id))
		.where(
			closed
				? and(
						isNotNull(tasks.closedAt),
						cursor
							? sql`(${tasks.closedAt}, ${tasks.id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`
							: undefined,
					)
				: and(
						isNull(tasks.closedAt),
						cursor
							? sql`(${dueOn}, ${tasks.id}) > (${cursor.at.toISOString().slice(0, 10)}::date, ${cursor.id})`
							: undefined,
					),
		)
		.orderBy(...(closed ? newestFirst(tasks.closedAt, tasks.id) : [asc(dueOn), asc(tasks.id)]))
		.limit(size + 1)
	const page = rows.slice(0, size)
	const last = rows.length > size ? page.at(-1)?.task : undefined
	const at = last && (closed ? last.closedAt : new Date(`${last.dueOn ?? never}T00:00:00Z`))
	const seesAddress = hasRole(actor.role, 'editor')
	return {
		next: last && at ? writeCursor({ at, id: last.id }) : null,
		rows: page.map(({ task, assignee, claim, slug, source, complaint }) => ({
			id: task.id,
			kind: task.kind,
			dueOn: task.dueOn,
			openedAt: task.openedAt.toISOString(),
			assignee: task.assigneeId === null ? null : { id: task.assigneeId, name: assignee ?? '' },
			claim: claim && { id: claim.id, slug, statement: { ar: claim.ar, en: claim.en } },
			source: source && { id: source.id, title: source.title ?? source.publisher },
			complaint: complaint && {
				number: complaint.id,
				text: complaint.text,
				url: complaint.url,
				version: complaint.version,
				hasAddress: complaint.email !== null,
				email: seesAddress ? complaint.email : null,
			},
			closed: task.closedAt && {
				at: task.closedAt.toISOString(),
				outcome: task.outcome,
				note: task.note,
				correction: typeof task.detail['correction'] === 'number' ? task.detail['correction'] : null,
			},
		})),
	}
}
export type DeskTask = Awaited<ReturnType<typeof listDeskTasks>>['rows'][number]

/**
 * Close a task with what came of it. A complaint is closed by an editor or by whoever took it: as corrected when a correction was
 * published since it came, without a change for a reason, as a duplicate or as spam; the reader's address is deleted then.
 * @throws Refusal `not-found`; `wrong-step` for one that is closed; `forbidden`; `invalid` naming the field: an outcome that
 *   tasks of this kind do not have, no reason, or no correction since
 */
export async function settleTask(
	db: Db,
	actor: Actor,
	input: { taskId: string; outcome: TaskOutcome; note: string | null },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const [task] = await tx.select().from(tasks).where(eq(tasks.id, input.taskId)).for('update')
		if (!task) throw new Refusal('not-found', `No task ${input.taskId}`)
		const isComplaint = task.kind === 'complaint'
		if (isComplaint && !hasRole(actor.role, 'editor') && task.assigneeId !== actor.id) {
			throw new Refusal('forbidden')
		}
		const outcomes: readonly TaskOutcome[] = isComplaint ? complaintOutcomes : otherOutcomes
		if (!outcomes.includes(input.outcome))
			throw new Refusal('invalid', 'No such outcome', { field: 'outcome' })
		if (input.outcome === 'no_change' && !input.note) {
			throw new Refusal('invalid', 'No reason', { field: 'reason' })
		}
		if (isComplaint && input.outcome === 'acted') {
			const [since] = await tx
				.select({ number: corrections.number })
				.from(corrections)
				.where(and(eq(corrections.claimId, task.claimId ?? ''), gte(corrections.createdAt, task.openedAt)))
				.orderBy(desc(corrections.number))
				.limit(1)
			if (!since) throw new Refusal('invalid', 'No correction since', { field: 'outcome' })
			await tx
				.update(tasks)
				.set({ detail: { ...task.detail, correction: since.number } })
				.where(eq(tasks.id, task.id))
		}
		await closeTask(tx, actor, input, now)
		await tx.update(complaints).set({ email: null }).where(eq(complaints.taskId, task.id))
		await settleNotifications(tx, 'task_opened', task.id, now)
	})
}
