import { and, desc, eq, inArray, ne, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { findPassage } from '#app/domain/passage.ts'
import type { CheckOutcome } from '#app/domain/source.ts'
import { addJob } from '#app/jobs/queue.server.ts'
import { claims, evidence, sourceChecks, sourceCopies, sources } from '#drizzle/schema.ts'
import { type CopyRow, type Fetched, keepChecked } from './copies.server.ts'
import { openTask } from './tasks.server.ts'

/** How many sources are asked about in one go. */
const mostAtOnce = 50

/** Ask for a look at each source that is due and cited by a claim that is not dropped. Its next look is set at once. */
export async function askForDueChecks(tx: Db, now: Date): Promise<void> {
	const due = await tx.execute<{ id: string }>(sql`
		update sources set next_check_at =
			case when checked_every = 0 then null else ${now.toISOString()}::timestamptz + checked_every * interval '1 day' end
		where id in (
			select s.id from sources s
			where s.next_check_at <= ${now.toISOString()}::timestamptz
			order by s.next_check_at limit ${mostAtOnce} for update skip locked)
		returning id`)
	if (due.length === 0) return
	const cited = await tx
		.selectDistinct({ id: evidence.sourceId })
		.from(evidence)
		.innerJoin(claims, eq(claims.id, evidence.claimId))
		.where(
			and(
				inArray(
					evidence.sourceId,
					due.map(({ id }) => id),
				),
				sql`${evidence.removedAt} is null`,
				ne(claims.status, 'dropped'),
			),
		)
	for (const { id } of cited) await addJob(tx, 'source-checks', { sourceId: id }, now)
}

/** What a source is compared with: the newest copy from its address, and its address. `null` where there is nothing to compare. */
export async function findCheckBase(
	db: Db,
	sourceId: string,
): Promise<{ url: string; copy: CopyRow } | null> {
	const [found] = await db
		.select({ url: sources.url, copy: sourceCopies })
		.from(sourceCopies)
		.innerJoin(sources, eq(sources.id, sourceCopies.sourceId))
		.where(
			and(
				eq(sourceCopies.sourceId, sourceId),
				eq(sourceCopies.status, 'kept'),
				// A file that a person sent is not what the address answers.
				ne(sourceCopies.way, 'upload'),
			),
		)
		.orderBy(desc(sourceCopies.askedAt), desc(sourceCopies.id))
		.limit(1)
	return found?.url ? { url: found.url, copy: found.copy } : null
}

/** What a look at the address found: the page, that nothing is there any more, that it is as it was, or nothing at all. */
export type Look = { found: Fetched } | { gone: string } | { unchanged: true } | { unreachable: string }

type Cited = { id: string; claimId: string; passage: string | null; found: string | null }

/**
 * Write down what a look at a source found; where it changed at a passage that is cited, or is gone, open a task for each
 * claim that cites it.
 */
export async function recordCheck(
	db: Db,
	{ sourceId, copy, look }: { sourceId: string; copy: CopyRow; look: Look },
	now: Date,
): Promise<CheckOutcome> {
	return db.transaction(async (tx) => {
		const cited = await listCited(tx, sourceId, copy.id)
		const { outcome, lost } = compare(copy, look, cited)
		const changed = outcome === 'changed_elsewhere' || outcome === 'changed_at_passage'
		const newCopyId = changed && 'found' in look ? await keepChecked(tx, sourceId, look.found, now) : null
		await tx.insert(sourceChecks).values({
			sourceId,
			copyId: copy.id,
			outcome,
			newCopyId,
			evidenceIds: lost.map(({ id }) => id),
			reason: 'gone' in look ? look.gone : 'unreachable' in look ? look.unreachable : null,
			at: now,
		})
		const kind = outcome === 'gone' ? ('source_gone' as const) : ('source_changed' as const)
		const concerned = outcome === 'gone' ? cited : outcome === 'changed_at_passage' ? lost : []
		for (const claimId of [...new Set(concerned.map((item) => item.claimId))].sort()) {
			const detail = { copyId: copy.id, newCopyId }
			await openTask(tx, { kind, claimId, sourceId, detail, key: `${kind} ${sourceId} ${claimId}` }, now)
		}
		return outcome
	})
}

/** The evidence that cites a source, with how its passage was found in a copy. */
async function listCited(tx: Db, sourceId: string, copyId: string): Promise<Cited[]> {
	return tx.execute<Cited>(sql`
		select e.id, e.claim_id as "claimId", e.passage, p.outcome as found
		from evidence e
		join claims c on c.id = e.claim_id and c.status <> 'dropped'
		left join evidence_passages p on p.evidence_id = e.id and p.copy_id = ${copyId}
		where e.source_id = ${sourceId} and e.removed_at is null
		order by e.claim_id, e.id`) as Promise<Cited[]>
}

/** A passage that was not in the old copy either says nothing of a change. */
function compare(copy: CopyRow, look: Look, cited: Cited[]): { outcome: CheckOutcome; lost: Cited[] } {
	if ('gone' in look) return { outcome: 'gone', lost: [] }
	if ('unreachable' in look) return { outcome: 'unreachable', lost: [] }
	if ('unchanged' in look) return { outcome: 'unchanged', lost: [] }
	const { found } = look
	const isSame = copy.text !== null && copy.text === found.text
	if (isSame) return { outcome: 'unchanged', lost: [] }
	const lost = cited.filter(({ passage, found: before }) => {
		if (!passage?.trim() || before === null || before === 'absent') return false
		return found.text === null || findPassage(found.text, passage).outcome === 'absent'
	})
	return { outcome: lost.length > 0 ? 'changed_at_passage' : 'changed_elsewhere', lost }
}
