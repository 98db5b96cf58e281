import { and, desc, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { tidyFileName } from '#app/domain/incoming-text.ts'
import { findPassage } from '#app/domain/passage.ts'
import type { Actor } from '#app/domain/people.ts'
import type { CopyFailure, CopyWay } from '#app/domain/source.ts'
import { Refusal } from '#app/errors.ts'
import { newId, sha256 } from '#app/ids.server.ts'
import { mediaTypeOf, tellUpload } from '#app/intake/copy-kind.ts'
import { readCopyText } from '#app/intake/copy-text.server.ts'
import { redrawPicture } from '#app/intake/picture.server.ts'
import { addJob } from '#app/jobs/queue.server.ts'
import { blobs, evidence, evidencePassages, sourceCopies, sourceEvents, sources } from '#drizzle/schema.ts'

export type CopyRow = typeof sourceCopies.$inferSelect

const day = 24 * 60 * 60 * 1000
/** A copy that is no older is the copy of the day. */
const fresh = day
/** One that has been under way for longer has lost its job. */
const lost = 1.5 * day

/**
 * Ask for a copy of a source, in the transaction that cites it. Nothing is asked of a source without an address, or while
 * a copy is under way; and nothing where there is one of the day, unless it is asked for `again`.
 * @returns whether a copy was asked for
 */
export async function askForCopy(
	tx: Db,
	actor: Actor,
	{ sourceId, again = false }: { sourceId: string; again?: boolean },
	now: Date,
): Promise<boolean> {
	const [source] = await tx
		.select({ url: sources.url })
		.from(sources)
		.where(eq(sources.id, sourceId))
		.for('update')
	if (!source?.url) return false
	const latest = await latestCopies(tx, sourceId)
	const underWay = latest.find(({ status }) => status === 'fetching')
	if (underWay) {
		if (now.getTime() - underWay.askedAt.getTime() < lost) return false
		await settleFailed(
			tx,
			underWay.id,
			underWay.reason === null ? 'other' : (underWay.reason as CopyFailure),
			now,
		)
	}
	const kept = latest.find(({ status, way }) => status === 'kept' && way !== 'upload')
	if (!again && kept?.settledAt && now.getTime() - kept.settledAt.getTime() < fresh) return false
	const id = newId()
	await tx.insert(sourceCopies).values({
		id,
		sourceId,
		status: 'fetching',
		way: 'fetch',
		askedBy: actor.id,
		askedAt: now,
	})
	await addJob(tx, 'copies', { copyId: id }, now)
	return true
}

/** The last copies of a source, the newest first, without what can be read in them. */
async function latestCopies(db: Db, sourceId: string, size = 10) {
	return db
		.select({
			id: sourceCopies.id,
			status: sourceCopies.status,
			way: sourceCopies.way,
			askedAt: sourceCopies.askedAt,
			settledAt: sourceCopies.settledAt,
			reason: sourceCopies.reason,
		})
		.from(sourceCopies)
		.where(eq(sourceCopies.sourceId, sourceId))
		.orderBy(desc(sourceCopies.askedAt), desc(sourceCopies.id))
		.limit(size)
}

/**
 * Ask for a copy of a source once more, as a person does.
 * @throws Refusal `not-found`; `wrong-step` for a source without an address, or while a copy is under way
 */
export async function askForCopyAgain(
	db: Db,
	actor: Actor,
	sourceId: string,
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		await requireSource(tx, sourceId)
		if (!(await askForCopy(tx, actor, { sourceId, again: true }, now))) throw new Refusal('wrong-step')
		await tx.insert(sourceEvents).values({ sourceId, actorId: actor.id, kind: 'ask_copy', at: now })
	})
}

/** Write down that no copy of a source could be kept, and why. */
export async function recordNoCopy(
	tx: Db,
	actor: Actor,
	{ sourceId, reason }: { sourceId: string; reason: CopyFailure },
	now: Date,
): Promise<void> {
	await tx.insert(sourceCopies).values({
		id: newId(),
		sourceId,
		status: 'failed',
		way: 'fetch',
		askedBy: actor.id,
		askedAt: now,
		reason,
		settledAt: now,
	})
}

/**
 * Keep a person's file as a copy of a source: its bytes as they came, by their hash.
 * @throws Refusal `not-found`; `too-large`; `invalid` with a `problem` of `UploadProblem` for what is not taken
 */
export async function keepUpload(
	db: Db,
	actor: Actor,
	{ sourceId, name, bytes }: { sourceId: string; name: string; bytes: Uint8Array },
	now = new Date(),
): Promise<{ sha256: string }> {
	await requireSource(db, sourceId)
	const told = tellUpload(name, bytes)
	if ('problem' in told) {
		const { problem } = told
		throw new Refusal(problem === 'too-large' ? 'too-large' : 'invalid', `Not taken: ${problem}`, { problem })
	}
	const picture = told.kind === 'png' || told.kind === 'jpeg' || told.kind === 'webp'
	if (picture && !(await redrawPicture(bytes))) {
		throw new Refusal('invalid', 'Not a picture', { problem: 'mismatch' })
	}
	const text = await readCopyText(told.kind, bytes, { contentType: '', address: null })
	return db.transaction(async (tx) => {
		const hash = await keepBlob(tx, bytes)
		const [copy] = await tx
			.insert(sourceCopies)
			.values({
				id: newId(),
				sourceId,
				status: 'kept',
				way: 'upload',
				askedBy: actor.id,
				askedAt: now,
				settledAt: now,
				sha256: hash,
				mediaType: mediaTypeOf(told.kind),
				fileName: tidyFileName(name),
				text,
			})
			.returning()
		if (copy) await afterKeeping(tx, copy, now)
		await tx
			.insert(sourceEvents)
			.values({ sourceId, actorId: actor.id, kind: 'upload_copy', detail: { sha256: hash }, at: now })
		return { sha256: hash }
	})
}

export async function requireSource(db: Db, id: string) {
	const [source] = await db.select().from(sources).where(eq(sources.id, id))
	if (!source) throw new Refusal('not-found', `No source ${id}`)
	return source
}

/** Keep bytes by their SHA-256, once. */
export async function keepBlob(tx: Db, bytes: Uint8Array): Promise<string> {
	const hash = sha256(bytes)
	await tx.insert(blobs).values({ sha256: hash, bytes, size: bytes.length }).onConflictDoNothing()
	return hash
}

/** What came of an address. */
export type Fetched = {
	bytes: Uint8Array
	mediaType: string
	text: string | null
	finalUrl: string
	etag: string | null
	lastModified: string | null
}

/** Settle a copy that is under way with what came. It is left as it is where it was settled meanwhile. */
export async function settleKept(tx: Db, copyId: string, fetched: Fetched, now: Date): Promise<void> {
	const { bytes, ...facts } = fetched
	const hash = await keepBlob(tx, bytes)
	const [copy] = await tx
		.update(sourceCopies)
		.set({ status: 'kept', sha256: hash, settledAt: now, reason: null, ...facts })
		.where(and(eq(sourceCopies.id, copyId), eq(sourceCopies.status, 'fetching')))
		.returning()
	if (copy) await afterKeeping(tx, copy, now)
}

/** Keep what a later look at an address found, as a copy of its own. @returns its id */
export async function keepChecked(
	tx: Db,
	sourceId: string,
	{ bytes, ...facts }: Fetched,
	now: Date,
): Promise<string> {
	const way: CopyWay = 'check'
	const hash = await keepBlob(tx, bytes)
	const [copy] = await tx
		.insert(sourceCopies)
		.values({
			id: newId(),
			sourceId,
			status: 'kept',
			way,
			askedAt: now,
			settledAt: now,
			sha256: hash,
			...facts,
		})
		.returning()
	if (!copy) throw new Error('The copy was not kept')
	await placePassages(tx, copy, now)
	return copy.id
}

/** Settle a copy that is under way as not to be had. */
export async function settleFailed(tx: Db, copyId: string, reason: CopyFailure, now: Date): Promise<void> {
	await tx
		.update(sourceCopies)
		.set({ status: 'failed', reason, settledAt: now, tries: sql`tries + 1` })
		.where(and(eq(sourceCopies.id, copyId), eq(sourceCopies.status, 'fetching')))
}

/** Note on a copy that is under way that a try failed, and why. */
export async function noteTry(db: Db, copyId: string, reason: CopyFailure): Promise<void> {
	await db
		.update(sourceCopies)
		.set({ reason, tries: sql`tries + 1` })
		.where(and(eq(sourceCopies.id, copyId), eq(sourceCopies.status, 'fetching')))
}

async function afterKeeping(tx: Db, copy: CopyRow, now: Date): Promise<void> {
	// What a person sent is not what the address answers: there is nothing to compare that with.
	if (copy.way !== 'upload') {
		await tx
			.update(sources)
			.set({
				nextCheckAt: sql`case when url is null or checked_every = 0 then null
					else ${now.toISOString()}::timestamptz + checked_every * interval '1 day' end`,
			})
			.where(eq(sources.id, copy.sourceId))
	}
	await placePassages(tx, copy, now)
}

/** Look for the passages of all evidence of a source in a copy of it. */
async function placePassages(tx: Db, copy: CopyRow, now: Date): Promise<void> {
	if (copy.text === null) return
	const cited = await tx
		.select({ id: evidence.id, passage: evidence.passage })
		.from(evidence)
		.where(and(eq(evidence.sourceId, copy.sourceId), isNull(evidence.removedAt)))
	for (const { id, passage } of cited) await placePassage(tx, copy, { id, passage }, now)
}

async function placePassage(
	tx: Db,
	copy: Pick<CopyRow, 'id' | 'text'>,
	{ id, passage }: { id: string; passage: string | null },
	now: Date,
): Promise<void> {
	if (copy.text === null || !passage?.trim()) return
	const found = findPassage(copy.text, passage)
	await tx
		.insert(evidencePassages)
		.values({ evidenceId: id, copyId: copy.id, at: now, ...found })
		.onConflictDoNothing()
}

/** Look for the passage of new evidence in the latest copy that there is of its source. */
export async function placeInLatestCopy(
	tx: Db,
	item: { id: string; sourceId: string; passage: string | null },
	now: Date,
): Promise<void> {
	const [copy] = await tx
		.select({ id: sourceCopies.id, text: sourceCopies.text })
		.from(sourceCopies)
		.where(and(eq(sourceCopies.sourceId, item.sourceId), eq(sourceCopies.status, 'kept')))
		.orderBy(desc(sourceCopies.askedAt), desc(sourceCopies.id))
		.limit(1)
	if (copy) await placePassage(tx, copy, item, now)
}

/**
 * A copy of a source by its hash, with its bytes.
 * @throws Refusal `not-found`
 */
export async function findCopy(db: Db, sourceId: string, hash: string) {
	const [found] = await db
		.select({ copy: sourceCopies, bytes: blobs.bytes })
		.from(sourceCopies)
		.innerJoin(blobs, eq(blobs.sha256, sourceCopies.sha256))
		.where(and(eq(sourceCopies.sourceId, sourceId), eq(sourceCopies.sha256, hash)))
		.orderBy(desc(sourceCopies.askedAt))
		.limit(1)
	if (!found) throw new Refusal('not-found', `No copy ${hash}`)
	return found
}
