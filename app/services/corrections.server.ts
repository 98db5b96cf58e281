import { and, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import type { CorrectionKind } from '#app/domain/workflow.ts'
import { corrections, factChecks, verdicts } from '#drizzle/schema.ts'
import { after, type Cursor, newestFirst, pageOf } from './keyset.server.ts'

/** A public change, under its permanent id, and the verdict that it concerns as it is in force. */
export type PublicCorrection = {
	id: string
	/** ISO 8601. */
	at: string
	correction: Correction
	factCheck: Pick<FactCheck, 'slug' | 'statement' | 'retracted'>
}

/** Public corrections, the latest first, of one kind or of all. */
export async function listPublicCorrections(
	db: Db,
	kind: CorrectionKind | null,
	cursor: Cursor | null,
	size = 30,
): Promise<{ rows: PublicCorrection[]; next: string | null }> {
	const rows = await db
		.select({ correction: corrections, content: verdicts.content })
		.from(corrections)
		.innerJoin(factChecks, eq(factChecks.claimId, corrections.claimId))
		.innerJoin(verdicts, eq(verdicts.id, factChecks.verdictId))
		.where(
			and(
				kind ? eq(corrections.kind, kind) : undefined,
				after(cursor, corrections.createdAt, corrections.id),
			),
		)
		.orderBy(...newestFirst(corrections.createdAt, corrections.id))
		.limit(size + 1)
	const page = pageOf(rows, size, (row) => ({ at: row.correction.createdAt, id: row.correction.id }))
	return {
		next: page.next,
		rows: page.rows.map(({ correction, content }) => ({
			id: correction.id,
			at: correction.createdAt.toISOString(),
			factCheck: { slug: content.slug, statement: content.statement, retracted: content.retracted },
			correction: {
				number: correction.number,
				version: correction.verdictNumber,
				on: correction.on,
				kind: correction.kind,
				severity: correction.severity,
				beforePublication: correction.beforePublication,
				ratingBefore: correction.ratingBefore,
				ratingAfter: correction.ratingAfter,
				what: { ar: correction.whatAr, en: correction.whatEn },
				why: { ar: correction.whyAr, en: correction.whyEn },
			},
		})),
	}
}
