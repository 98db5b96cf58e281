import { and, asc, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { matchKey } from '#app/domain/normalise.ts'
import type { Actor } from '#app/domain/people.ts'
import { canonicalAddress, readWebAddress } from '#app/domain/web-address.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import {
	blobs,
	reliances,
	sourceChecks,
	sourceCopies,
	sourceEvents,
	sources,
	users,
} from '#drizzle/schema.ts'
import { requireSource } from './copies.server.ts'

/** A source with all that is on record of it. @throws Refusal `not-found` */
export async function readSource(db: Db, id: string) {
	const source = await requireSource(db, id)
	const [copies, checks, reliesOn, reliedOnBy, claims, history] = await Promise.all([
		db
			.select({
				id: sourceCopies.id,
				status: sourceCopies.status,
				way: sourceCopies.way,
				reason: sourceCopies.reason,
				askedAt: sourceCopies.askedAt,
				settledAt: sourceCopies.settledAt,
				sha256: sourceCopies.sha256,
				mediaType: sourceCopies.mediaType,
				fileName: sourceCopies.fileName,
				size: blobs.size,
				by: users.name,
			})
			.from(sourceCopies)
			.leftJoin(blobs, eq(blobs.sha256, sourceCopies.sha256))
			.leftJoin(users, eq(users.id, sourceCopies.askedBy))
			.where(eq(sourceCopies.sourceId, id))
			.orderBy(desc(sourceCopies.askedAt), desc(sourceCopies.id))
			.limit(100),
		db
			.select()
			.from(sourceChecks)
			.where(eq(sourceChecks.sourceId, id))
			.orderBy(desc(sourceChecks.id))
			.limit(50),
		db
			.select({
				id: reliances.id,
				sourceId: reliances.onSourceId,
				name: sql<string>`coalesce(${reliances.onName}, ${sources.title}, ${sources.publisher}, ${sources.url})`,
			})
			.from(reliances)
			.leftJoin(sources, eq(sources.id, reliances.onSourceId))
			.where(and(eq(reliances.sourceId, id), isNull(reliances.removedAt)))
			.orderBy(asc(reliances.addedAt), asc(reliances.id)),
		db
			.select({
				sourceId: sources.id,
				name: sql<string>`coalesce(${sources.title}, ${sources.publisher}, ${sources.url})`,
			})
			.from(reliances)
			.innerJoin(sources, eq(sources.id, reliances.sourceId))
			.where(and(eq(reliances.onSourceId, id), isNull(reliances.removedAt)))
			.orderBy(asc(reliances.addedAt), asc(reliances.id))
			.limit(100),
		db.execute<{ id: string; ar: string | null; en: string | null; number: number }>(sql`
			select c.id, c.statement_ar as ar, c.statement_en as en, e.number
			from evidence e join claims c on c.id = e.claim_id
			where e.source_id = ${id} and e.removed_at is null order by e.added_at desc, e.id limit 100`),
		db
			.select({ event: sourceEvents, by: users.name })
			.from(sourceEvents)
			.innerJoin(users, eq(users.id, sourceEvents.actorId))
			.where(eq(sourceEvents.sourceId, id))
			.orderBy(desc(sourceEvents.id))
			.limit(100),
	])
	return { source, copies, checks, reliesOn, reliedOnBy, claims: [...claims], history }
}

export type SourceFacts = Pick<
	typeof sources.$inferSelect,
	'title' | 'publisher' | 'publishedOn' | 'language' | 'checkedEvery'
>

/**
 * Correct what is known of a source; what stood there before stays in its history.
 * @throws Refusal `not-found`; `stale` with what is stored when somebody else was quicker; `invalid` where neither an
 *   address nor a publisher would be left
 */
export async function editSource(
	db: Db,
	actor: Actor,
	{ sourceId, revision, facts }: { sourceId: string; revision: number; facts: SourceFacts },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const [source] = await tx.select().from(sources).where(eq(sources.id, sourceId)).for('update')
		if (!source) throw new Refusal('not-found', `No source ${sourceId}`)
		if (source.revision !== revision) throw new Refusal('stale')
		if (!source.url && !facts.publisher) throw new Refusal('invalid', 'No publisher', { field: 'publisher' })
		const keys = ['title', 'publisher', 'publishedOn', 'language', 'checkedEvery'] as const
		const changed = keys.filter((key) => source[key] !== facts[key])
		if (changed.length === 0) return
		const before = Object.fromEntries(changed.map((key) => [key, source[key]]))
		const after = Object.fromEntries(changed.map((key) => [key, facts[key]]))
		await tx
			.update(sources)
			.set({
				...facts,
				revision: revision + 1,
				...(changed.includes('checkedEvery') && {
					nextCheckAt: sql`case when ${facts.checkedEvery}::int = 0 or not exists (
						select from source_copies c where c.source_id = ${sourceId} and c.status = 'kept' and c.way <> 'upload') or url is null then null
						else ${now.toISOString()}::timestamptz + ${facts.checkedEvery}::int * interval '1 day' end`,
				}),
			})
			.where(eq(sources.id, sourceId))
		await tx
			.insert(sourceEvents)
			.values({ sourceId, actorId: actor.id, kind: 'edit', detail: { before, after }, at: now })
	})
}

/**
 * Record that a source relies on another, which is named by its address or page here, or on an origin by its name.
 * @throws Refusal `not-found`; `invalid` for itself; `taken` where that is on record
 */
export async function recordReliance(
	db: Db,
	actor: Actor,
	{ sourceId, on }: { sourceId: string; on: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		await requireSource(tx, sourceId)
		const other = await findNamed(tx, on)
		if (other === sourceId) throw new Refusal('invalid', 'Itself', { field: 'on' })
		const onKey = matchKey(on)
		if (!other && onKey === '') throw new Refusal('invalid', 'No name', { field: 'on' })
		const [added] = await tx
			.insert(reliances)
			.values({
				id: newId(),
				sourceId,
				...(other ? { onSourceId: other } : { onName: on, onKey }),
				addedBy: actor.id,
				addedAt: now,
			})
			.onConflictDoNothing()
			.returning({ id: reliances.id })
		if (!added) throw new Refusal('taken')
		await tx
			.insert(sourceEvents)
			.values({ sourceId, actorId: actor.id, kind: 'rely', detail: { on, sourceId: other }, at: now })
	})
}

/** The source at an address, of ours or of the web; `null` for a name. */
async function findNamed(tx: Db, on: string): Promise<string | null> {
	const own = /\/desk\/sources\/([0-9a-z-]{1,40})$/.exec(on)?.[1]
	const key = canonicalAddress(on)
	if (!own && !readWebAddress(on)) return null
	const [found] = await tx
		.select({ id: sources.id })
		.from(sources)
		.where(own ? eq(sources.id, own) : sql`${sources.url} = ${on} or ${sources.addressKey} = ${key}`)
		.limit(1)
	return found?.id ?? null
}

/** Take a reliance back; it stays in the history. @throws Refusal `not-found` */
export async function removeReliance(
	db: Db,
	actor: Actor,
	{ sourceId, relianceId }: { sourceId: string; relianceId: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const [removed] = await tx
			.update(reliances)
			.set({ removedAt: now })
			.where(and(eq(reliances.id, relianceId), eq(reliances.sourceId, sourceId), isNull(reliances.removedAt)))
			.returning()
		if (!removed) throw new Refusal('not-found', `No reliance ${relianceId}`)
		const detail = { on: removed.onName, sourceId: removed.onSourceId }
		await tx
			.insert(sourceEvents)
			.values({ sourceId, actorId: actor.id, kind: 'rely_no_more', detail, at: now })
	})
}
