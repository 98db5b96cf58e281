import { and, eq, isNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { checkGate, gateIsOpen } from '#app/domain/gate.ts'
import type { Bilingual } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import type { ChangeReason, CorrectionKind, DropReason, Severity } from '#app/domain/workflow.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { evidence, factChecks, proposals, users } from '#drizzle/schema.ts'
import { refuseWhileBlind } from './blind-rounds.server.ts'
import { type ClaimRow, lockClaim } from './claim-history.server.ts'
import { moveClaim, openStep } from './claim-steps.server.ts'
import { type DraftInput, draftColumns, keepDraft, readRating } from './drafts.server.ts'
import { readGateSubject } from './gate.server.ts'
import type { Proposal } from './proposals.server.ts'
import { publishVerdict } from './publication.server.ts'

/** What a new version changes, for readers. */
export type CorrectionInput = {
	kind: Exclude<CorrectionKind, 'reassessment'>
	severity: Severity
	what: Bilingual
	why: Bilingual
}

/** Take a new claim on oneself. @throws Refusal `not-found`, `wrong-step` */
export async function takeClaim(db: Db, actor: Actor, claimId: string, now = new Date()): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim } = await openStep(tx, actor, claimId, 'take')
		await moveClaim(tx, actor, claim, 'take', now, { set: { assigneeId: actor.id } })
	})
}

/** Give a claim to somebody. @throws Refusal `forbidden` unless an editor; `invalid` for nobody who works here */
export async function assignClaim(
	db: Db,
	actor: Actor,
	input: { claimId: string; assigneeId: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim } = await openStep(tx, actor, input.claimId, 'assign')
		const [assignee] = await tx.select().from(users).where(eq(users.id, input.assigneeId))
		if (!assignee || assignee.disabledAt) {
			throw new Refusal('invalid', 'Nobody to assign to', { field: 'assignee' })
		}
		await moveClaim(tx, actor, claim, 'assign', now, {
			set: { assigneeId: assignee.id },
			detail: { assigneeId: assignee.id, assignee: assignee.name },
		})
	})
}

/** Set a claim aside for a typed reason. @throws Refusal `forbidden`, `wrong-step`, `not-found` */
export async function dropClaim(
	db: Db,
	actor: Actor,
	input: { claimId: string; reason: DropReason },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim } = await openStep(tx, actor, input.claimId, 'drop')
		await moveClaim(tx, actor, claim, 'drop', now, {
			set: { dropReason: input.reason },
			detail: { reason: input.reason },
		})
	})
}

/**
 * Open a published or dropped claim again. A published verdict stays public until a new version
 * replaces it. The editor who reopens takes the claim unless somebody already has it.
 */
export async function reopenClaim(db: Db, actor: Actor, claimId: string, now = new Date()): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim } = await openStep(tx, actor, claimId, 'reopen')
		await moveClaim(tx, actor, claim, 'reopen', now, { set: { assigneeId: claim.assigneeId ?? actor.id } })
	})
}

/**
 * Put a verdict before a second person. It needs a rating of the scale in force, an as-of date, a summary and
 * a rationale in the claim's language, and evidence; where a verdict is public already, what changes and why.
 * What is proposed is also what the draft says from now on, so that it is there when it comes back.
 * @param input.revision the draft's revision the person started from; whoever writes no draft leaves it out
 * @throws Refusal `invalid` naming the field that is missing; `stale` with the stored draft when somebody else
 *   wrote something else in between; or as `openStep`
 */
export async function proposeVerdict(
	db: Db,
	actor: Actor,
	input: { claimId: string; draft: DraftInput; correction: CorrectionInput | null; revision?: number },
	now = new Date(),
): Promise<{ proposalId: string }> {
	return db.transaction(async (tx) => {
		const locked = await lockClaim(tx, input.claimId)
		const step = locked.status === 'published' ? 'propose_correction' : 'propose'
		const { claim } = await openStep(tx, actor, input.claimId, step)
		const complete = await requireComplete(tx, claim, input.draft, now)
		const replaces = (await tx.$count(factChecks, eq(factChecks.claimId, claim.id))) > 0
		const correction = replaces ? requireCorrection(input.correction) : null
		const { stale } = await keepDraft(tx, actor, input, now)

		const proposalId = newId()
		await tx.insert(proposals).values({
			id: proposalId,
			claimId: claim.id,
			...draftColumns(input.draft),
			...complete,
			stale,
			correction,
			proposerId: actor.id,
			proposedAt: now,
		})
		await moveClaim(tx, actor, claim, step, now, { detail: { proposalId, rating: complete.rating } })
		return { proposalId }
	})
}

/** @throws Refusal `invalid` unless it says, in either language, what changes and why */
function requireCorrection(correction: CorrectionInput | null) {
	const says = ({ ar, en }: Bilingual) => Boolean(ar?.trim() || en?.trim())
	if (!correction || !says(correction.what) || !says(correction.why)) {
		throw new Refusal('invalid', 'Say what changes and why', { field: 'correction' })
	}
	const { kind, severity, what, why } = correction
	return { kind, severity, whatAr: what.ar, whatEn: what.en, whyAr: why.ar, whyEn: why.en }
}

/** The furthest that clocks run ahead of UTC (Line Islands): there it is tomorrow already. */
const aheadOfUtc = 14 * 60 * 60 * 1000

/** The parts a proposal cannot do without. @throws Refusal `invalid` with the first field that is missing */
async function requireComplete(
	tx: Db,
	claim: ClaimRow,
	draft: DraftInput,
	now: Date,
): Promise<{ rating: string; asOf: string }> {
	const missing = (field: string) => new Refusal('invalid', `No ${field}`, { field })
	const rating = await readRating(tx, draft.rating)
	if (rating.retiredAt) throw missing('rating')
	const latest = new Date(now.getTime() + aheadOfUtc).toISOString().slice(0, 10)
	if (!draft.asOf || draft.asOf > latest) throw missing('asOf')
	if (draft.ratingNow) {
		if ((await readRating(tx, draft.ratingNow, 'ratingNow')).retiredAt || draft.ratingNow === rating.key)
			throw missing('ratingNow')
		if (draft.nowSince && draft.nowSince > latest) throw missing('nowSince')
	}
	if (!draft.summary[claim.language]?.trim()) throw missing('summary')
	if (!draft.rationale[claim.language]?.trim()) throw missing('rationale')
	const count = await tx.$count(evidence, and(eq(evidence.claimId, claim.id), isNull(evidence.removedAt)))
	if (count === 0) throw missing('evidence')
	return { rating: rating.key, asOf: draft.asOf }
}

/**
 * Send a proposal back to its proposer with a typed reason and a comment. A correction that is
 * sent back leaves the published verdict as it is.
 * @param input.proposalId the proposal the person read; another one that took its place is not sent back
 * @throws Refusal `same-person` for the proposer; `stale` when another proposal waits by now; or as `openStep`
 */
export async function requestChanges(
	db: Db,
	actor: Actor,
	input: { claimId: string; proposalId: string; reason: ChangeReason; comment: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const locked = await lockClaim(tx, input.claimId)
		const step = locked.status === 'published' ? 'decline_correction' : 'request_changes'
		const { claim, waiting } = await openStep(tx, actor, input.claimId, step)
		requireSame(waiting, input.proposalId)
		await tx
			.update(proposals)
			.set({
				decision: 'returned',
				decidedBy: actor.id,
				decidedAt: now,
				reason: input.reason,
				comment: input.comment,
			})
			.where(eq(proposals.id, waiting.id))
		await moveClaim(tx, actor, claim, step, now, { detail: { reason: input.reason, comment: input.comment } })
	})
}

/**
 * Approve what waits and publish it: the first verdict, or a new version with its correction.
 * The publish gate is asked inside the transaction.
 * @param input.proposalId the proposal the person read; another one that took its place is not approved
 * @throws Refusal `same-person` for the proposer; `stale` when another proposal waits by now; `gate` with the results
 */
export async function approveVerdict(
	db: Db,
	actor: Actor,
	input: { claimId: string; proposalId: string },
	now = new Date(),
): Promise<{ slug: string; version: number }> {
	return db.transaction(async (tx) => {
		const locked = await lockClaim(tx, input.claimId)
		const step = locked.status === 'published' ? 'correct' : 'approve'
		const { claim, waiting } = await openStep(tx, actor, input.claimId, step)
		requireSame(waiting, input.proposalId)
		await refuseWhileBlind(tx, claim.id)

		const subject = await readGateSubject(
			tx,
			claim.id,
			{
				summary: { ar: waiting.summaryAr, en: waiting.summaryEn },
				rationale: { ar: waiting.rationaleAr, en: waiting.rationaleEn },
				proposerId: waiting.proposerId,
				approverId: actor.id,
			},
			now,
		)
		const gate = checkGate(subject, subject.exceptions)
		if (!gateIsOpen(gate)) throw new Refusal('gate', undefined, { gate })

		await tx
			.update(proposals)
			.set({ decision: 'approved', decidedBy: actor.id, decidedAt: now })
			.where(eq(proposals.id, waiting.id))
		const published = await publishVerdict(tx, { claim, proposal: waiting, approverId: actor.id, gate }, now)
		await moveClaim(tx, actor, claim, step, now, {
			set: { rating: published.retracted ? null : waiting.rating },
			detail: { version: published.version, rating: waiting.rating, proposalId: waiting.id },
		})
		return { slug: claim.slug, version: published.version }
	})
}

/** @throws Refusal `wrong-step` when nothing waits; `stale` when it is not what the person read */
function requireSame(waiting: Proposal | null, proposalId: string): asserts waiting is Proposal {
	if (!waiting) throw new Refusal('wrong-step')
	if (waiting.id !== proposalId) throw new Refusal('stale', undefined, { stored: waiting })
}
