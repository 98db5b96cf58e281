import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { FactCheck } from '#app/domain/fact-check.ts'
import type { LedgerCorrection } from '#app/domain/ledger.ts'
import { ledger } from '#drizzle/schema.ts'
import { appendToLedger, lockLedger, type Publication } from './ledger.server.ts'

/** How many entries are written at once, under one head. */
const batch = 200

const describedCorrection = sql`jsonb_build_object('number', c.number, 'on', c."on", 'kind', c.kind, 'severity', c.severity,
	'beforePublication', c.before_publication, 'ratingBefore', c.rating_before, 'ratingAfter', c.rating_after,
	'what', jsonb_build_object('ar', c.what_ar, 'en', c.what_en), 'why', jsonb_build_object('ar', c.why_ar, 'en', c.why_en))`

/** What is published and not in the ledger, the oldest first: versions with their correction, and notes by themselves. */
const unrecorded = (limit: number) => sql`
	with missing_versions as (
		select v.claim_id, v.number, v.published_at, k.slug, v.content
		from verdicts v join claims k on k.id = v.claim_id
		where not exists (select from ledger l where l.slug = k.slug and l.version = v.number)
	), missing_corrections as (
		select c.*, k.slug from corrections c join claims k on k.id = c.claim_id
		where not exists (select from ledger l where l.slug = k.slug and l.correction = c.number)
	)
	select slug, verdict, content, correction from (
		select m.slug, m.number as verdict, m.content, m.published_at as at, 0 as rank, m.number,
			(select ${describedCorrection} from missing_corrections c
				where c.claim_id = m.claim_id and c.verdict_number = m.number and not c.before_publication
				order by c.number limit 1) as correction
		from missing_versions m
		union all
		select c.slug, c.verdict_number, null, c.created_at, 1, c.number, ${describedCorrection}
		from missing_corrections c
		where c.before_publication or not exists (
			select from missing_versions m where m.claim_id = c.claim_id and m.number = c.verdict_number)
	) missing
	order by at, rank, number, slug limit ${limit}`

/**
 * The first time there is a ledger, write down all that was published before. Any process may ask at any time; once there is an
 * entry nothing is written: what then appears in the tables without one has not come there as it should.
 */
export async function beginLedger(db: Db, now = new Date()): Promise<void> {
	await db.transaction(async (tx) => {
		await waitForLedger(tx)
		if ((await tx.select({ seq: ledger.seq }).from(ledger).limit(1)).length === 0) await recordAll(tx, now)
	})
}

/**
 * Write down what was published and has no entry, because somebody says so.
 * @returns how many entries were written
 */
export async function recordUnrecorded(db: Db, now = new Date()): Promise<number> {
	return db.transaction(async (tx) => {
		await waitForLedger(tx)
		return recordAll(tx, now)
	})
}

/** Others may be at it, and there may be much to read. */
async function waitForLedger(tx: Db): Promise<void> {
	await tx.execute(
		sql`select set_config('lock_timeout', '0', true), set_config('statement_timeout', '60s', true)`,
	)
	await lockLedger(tx)
}

async function recordAll(tx: Db, now: Date): Promise<number> {
	for (let written = 0; ;) {
		const missing = await listUnrecorded(tx, batch)
		await appendToLedger(
			tx,
			missing.map((publication) => ({ ...publication, late: true })),
			now,
		)
		written += missing.length
		if (missing.length < batch) return written
	}
}

/** What is published and not in the ledger, the oldest first. */
export async function listUnrecorded(db: Db, limit: number): Promise<Publication[]> {
	const rows = await db.execute<{
		slug: string
		verdict: number
		content: FactCheck | null
		correction: LedgerCorrection | null
	}>(unrecorded(limit))
	return [...rows]
}
