import { and, eq, isNull, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { dayOf } from '#app/domain/due.ts'
import {
	type CopyStanding,
	type GateException,
	type GateRule,
	type GateSubject,
	isExcusable,
} from '#app/domain/gate.ts'
import type { Bilingual } from '#app/domain/language.ts'
import { type Actor, hasRole, type Role } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { claims, evidence, figures, gateExceptions, sources, users } from '#drizzle/schema.ts'
import { lockClaim, recordEvent } from './claim-history.server.ts'
import { type ClaimOrigins, readOrigins } from './origins.server.ts'

export { recordContact } from './contacts.server.ts'

type FullSubject = Omit<GateSubject, 'figures'> & {
	figures: { unit: string; base: string | null; asWritten: string }[]
}

/** What the publish gate looks at, and the exceptions on record. @throws Refusal `not-found` */
export async function readGateSubject(
	db: Db,
	claimId: string,
	verdict: { summary: Bilingual; rationale: Bilingual; proposerId: string; approverId: string | null },
	now = new Date(),
): Promise<FullSubject & { exceptions: GateException[]; traced: ClaimOrigins }> {
	const [[claim], items, quantities, exceptions, traced] = await Promise.all([
		db
			.select({
				language: claims.language,
				contacted: sql<boolean>`exists (select from contacts n where n.claim_id = ${claimId})`,
			})
			.from(claims)
			.where(eq(claims.id, claimId)),
		db
			.select({
				kind: evidence.kind,
				copy: sql<CopyStanding>`case
					when ${sources.url} is null then 'none'
					when exists (select from source_copies c where c.source_id = ${sources.id} and c.status = 'kept') then 'kept'
					when exists (select from source_copies c where c.source_id = ${sources.id} and c.status = 'failed') then 'failed'
					else 'missing' end`,
			})
			.from(evidence)
			.innerJoin(sources, eq(sources.id, evidence.sourceId))
			.where(and(eq(evidence.claimId, claimId), isNull(evidence.removedAt))),
		db
			.select({ unit: figures.unit, base: figures.base, asWritten: figures.asWritten })
			.from(figures)
			.where(eq(figures.claimId, claimId)),
		db
			.select({
				exception: gateExceptions,
				role: users.role,
				approver: sql<Role | null>`(select a.role from users a where a.id = ${verdict.approverId ?? ''})`,
			})
			.from(gateExceptions)
			.innerJoin(users, eq(users.id, gateExceptions.grantedBy))
			.where(eq(gateExceptions.claimId, claimId)),
		readOrigins(db, claimId),
	])
	if (!claim) throw new Refusal('not-found', `No claim ${claimId}`)
	return {
		evidence: items,
		origins: traced.count,
		traced,
		figures: quantities,
		summary: verdict.summary,
		rationale: verdict.rationale,
		language: claim.language,
		claimantContacted: claim.contacted,
		proposerId: verdict.proposerId,
		approverId: verdict.approverId,
		exceptions: exceptions.map(
			({ exception: { rule, reasonAr, reasonEn, grantedBy, grantedAt }, role, approver }) => {
				// Nobody grants an exception to their own verdict: what its proposer wrote down is granted by whoever approves.
				const withApproval = grantedBy === verdict.proposerId
				const by = hasRole(withApproval ? (approver ?? 'reviewer') : role, 'editor') ? 'editor' : 'reviewer'
				const on = dayOf(withApproval ? now : grantedAt)
				return {
					rule,
					reason: { ar: reasonAr, en: reasonEn },
					granted: { by, on, ...(withApproval && { withApproval }) },
				}
			},
		),
	}
}

/**
 * Record why a rule of the publish gate may be passed over for this claim; readers will see it. A later
 * reason for the same rule takes the place of an earlier one, which stays in the history.
 * @throws Refusal `forbidden` for a rule that knows no exception; `invalid` without a reason; `wrong-step`
 *   for a claim that is new or dropped
 */
export async function grantException(
	db: Db,
	actor: Actor,
	input: { claimId: string; rule: GateRule; reason: Bilingual },
	now = new Date(),
): Promise<void> {
	if (!isExcusable(input.rule)) throw new Refusal('forbidden', `No exception to ${input.rule}`)
	requireWords(input.reason, 'reason')
	await db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status === 'new' || claim.status === 'dropped') throw new Refusal('wrong-step')
		const values = {
			reasonAr: input.reason.ar,
			reasonEn: input.reason.en,
			grantedBy: actor.id,
			grantedAt: now,
		}
		await tx
			.insert(gateExceptions)
			.values({ claimId: claim.id, rule: input.rule, ...values })
			.onConflictDoUpdate({ target: [gateExceptions.claimId, gateExceptions.rule], set: values })
		await recordEvent(
			tx,
			actor,
			{ claimId: claim.id, kind: 'grant_exception', detail: { rule: input.rule, ...input.reason } },
			now,
		)
	})
}

function requireWords(text: Bilingual, field: string): void {
	if (!text.ar?.trim() && !text.en?.trim()) throw new Refusal('invalid', `No ${field}`, { field })
}
