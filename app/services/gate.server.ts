import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { GateException, GateSubject } from '#app/domain/gate.ts'
import type { Bilingual } from '#app/domain/language.ts'
import { Refusal } from '#app/errors.ts'
import { claims, evidence, figures, gateExceptions } from '#drizzle/schema.ts'

/** What the publish gate looks at, and the exceptions on record. @throws Refusal `not-found` */
export async function readGateSubject(
	db: Db,
	claimId: string,
	verdict: { summary: Bilingual; rationale: Bilingual; proposerId: string; approverId: string | null },
): Promise<GateSubject & { exceptions: GateException[] }> {
	const [claim] = await db
		.select({ language: claims.language, contactAr: claims.contactNoteAr, contactEn: claims.contactNoteEn })
		.from(claims)
		.where(eq(claims.id, claimId))
	if (!claim) throw new Refusal('not-found', `No claim ${claimId}`)
	const exceptions = await db.select().from(gateExceptions).where(eq(gateExceptions.claimId, claimId))
	return {
		evidence: await db
			.select({ kind: evidence.kind })
			.from(evidence)
			.where(and(eq(evidence.claimId, claimId), isNull(evidence.removedAt))),
		figures: await db
			.select({ unit: figures.unit, base: figures.base })
			.from(figures)
			.where(eq(figures.claimId, claimId)),
		summary: verdict.summary,
		rationale: verdict.rationale,
		language: claim.language,
		claimantContacted: Boolean(claim.contactAr ?? claim.contactEn),
		proposerId: verdict.proposerId,
		approverId: verdict.approverId,
		exceptions: exceptions.map(({ rule, reasonAr, reasonEn }) => ({
			rule,
			reason: { ar: reasonAr, en: reasonEn },
		})),
	}
}
