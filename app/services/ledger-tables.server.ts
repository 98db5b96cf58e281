import { and, asc, eq, gt, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { canonicalJson } from '#app/domain/canonical-json.ts'
import type { LedgerBody } from '#app/domain/ledger.ts'
import { leaveOutPeople, withoutPeople } from '#app/domain/ledger-people.ts'
import type { LedgerFault } from '#app/domain/ledger-verification.ts'
import { claims, corrections, factChecks, ledger, ledgerSalts, verdicts } from '#drizzle/schema.ts'
import { describeCorrection } from './ledger.server.ts'
import { listUnrecorded } from './ledger-catch-up.server.ts'

const batch = 200

/**
 * Whether the tables that pages are made of say what the ledger says: each version and correction, that none is there
 * without an entry, and which version of each verdict is in force.
 * @returns the first entry that differs; `null` when none does
 */
export async function compareTables(db: Db): Promise<LedgerFault | null> {
	return (await compareEntries(db)) ?? (await findUnrecorded(db)) ?? (await compareInForce(db))
}

const fault = (entry: number, message: string): LedgerFault => ({ entry, code: 'table', message })

async function compareEntries(db: Db): Promise<LedgerFault | null> {
	for (let done = 0; ;) {
		const rows = await db
			.select({ entry: ledger, salt: ledgerSalts.salt, content: verdicts.content, correction: corrections })
			.from(ledger)
			.leftJoin(ledgerSalts, eq(ledgerSalts.seq, ledger.seq))
			.leftJoin(claims, eq(claims.slug, ledger.slug))
			.leftJoin(verdicts, and(eq(verdicts.claimId, claims.id), eq(verdicts.number, ledger.version)))
			.leftJoin(
				corrections,
				and(eq(corrections.claimId, claims.id), eq(corrections.number, ledger.correction)),
			)
			.where(gt(ledger.seq, done))
			.orderBy(asc(ledger.seq))
			.limit(batch)
		for (const { entry, salt, content, correction } of rows) {
			const body = JSON.parse(entry.body) as LedgerBody
			const which = `version ${entry.verdict} of ${entry.slug}`
			if (body.content !== null) {
				if (!content) return fault(entry.seq, `${which} is not in the table of verdicts`)
				if (!isSameContent(body.content, content, salt)) {
					return fault(entry.seq, `${which} says something else in the table of verdicts`)
				}
			}
			if (body.correction !== null) {
				if (!correction)
					return fault(entry.seq, `its correction of ${which} is not in the table of corrections`)
				const same =
					correction.verdictNumber === entry.verdict &&
					canonicalJson(describeCorrection(correction)) === canonicalJson(body.correction)
				if (!same) return fault(entry.seq, `its correction of ${which} says something else in the table`)
			}
		}
		const last = rows.at(-1)
		if (!last || rows.length < batch) return null
		done = last.entry.seq
	}
}

function isSameContent(recorded: unknown, stored: unknown, salt: Uint8Array | null): boolean {
	// Once their salt is gone, people cannot be compared.
	return salt
		? canonicalJson(withoutPeople(stored, salt)) === canonicalJson(recorded)
		: canonicalJson(leaveOutPeople(stored)) === canonicalJson(leaveOutPeople(recorded))
}

async function findUnrecorded(db: Db): Promise<LedgerFault | null> {
	const [missing] = await listUnrecorded(db, 1)
	if (!missing) return null
	const what = missing.content ? 'version' : 'a note on version'
	const size = await db.$count(ledger)
	return fault(size + 1, `${what} ${missing.verdict} of ${missing.slug} is published and has no entry`)
}

/** In force is the version published last, with its own rating; none of a verdict that has no entry. */
async function compareInForce(db: Db): Promise<LedgerFault | null> {
	const [wrong] = await db
		.select({ seq: ledger.seq, slug: ledger.slug, verdict: ledger.verdict })
		.from(ledger)
		.leftJoin(factChecks, eq(factChecks.slug, ledger.slug))
		.leftJoin(verdicts, eq(verdicts.id, factChecks.verdictId))
		.where(
			sql`${ledger.version} is not null
				and not exists (select from ledger newer where newer.slug = ${ledger.slug} and newer.version > ${ledger.version})
				and (${verdicts.number} is distinct from ${ledger.version}
					or ${factChecks.rating} is distinct from ${verdicts.content}->'rating'->>'key'
					or ${factChecks.retracted} is distinct from (${verdicts.content}->>'retracted')::boolean)`,
		)
		.orderBy(asc(ledger.seq))
		.limit(1)
	return wrong
		? fault(wrong.seq, `version ${wrong.verdict} of ${wrong.slug} is the last, and another one is in force`)
		: null
}
