import { and, eq, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { checkGate, gateIsOpen } from '#app/domain/gate.ts'
import type { GateRule } from '#app/domain/gate.ts'
import { isExcusable } from '#app/domain/gate.ts'
import type { Bilingual } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { advance, hindrance } from '#app/domain/workflow.ts'
import type {
	ChangeReason,
	CorrectionKind,
	DropReason,
	Severity,
	Status,
	Step,
} from '#app/domain/workflow.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { claims, drafts, gateExceptions, proposals, ratings, users } from '#drizzle/schema.ts'
import { type ClaimRow, keepTally, lockClaim, recordEvent } from './claim-history.server.ts'
import { publishVerdict } from './publication.server.ts'
import { readGateSubject } from './gate.server.ts'

/** The verdict being written: every field may still be empty. */
export type DraftInput = {
	rating: string | null
	summary: Bilingual
	rationale: Bilingual
	asOf: string | null
}

/** What a new version changes, for readers. */
export type CorrectionInput = {
	kind: Exclude<CorrectionKind, 'reassessment'>
	severity: Severity
	what: Bilingual
	why: Bilingual
}

type Proposal = typeof proposals.$inferSelect

/**
 * Lock the claim and make sure the actor may take the step now: every change of standing goes through here.
 * @throws Refusal `not-found`, `wrong-step`, `forbidden` or `same-person`
 */
async function openStep(
	tx: Db,
	actor: Actor,
	claimId: string,
	step: Step,
): Promise<{ claim: ClaimRow; waiting: Proposal | null }> {
	const claim = await lockClaim(tx, claimId)
	const [waiting = null] = await tx
		.select()
		.from(proposals)
		.where(and(eq(proposals.claimId, claimId), eq(proposals.decision, 'pending')))
	const standing = {
		status: claim.status,
		assigneeId: claim.assigneeId,
		proposerId: waiting?.proposerId ?? null,
	}
	const problem = hindrance(standing, step, actor)
	if (problem) throw new Refusal(problem, `${step} from ${claim.status}`, { step, status: claim.status })
	return { claim, waiting }
}

/** Move the claim to where the step leads, with its history and its place in the roll-up. */
async function moveClaim(
	tx: Db,
	actor: Actor,
	claim: ClaimRow,
	step: Step,
	now: Date,
	change: { set?: Partial<typeof claims.$inferInsert>; detail?: Record<string, unknown> } = {},
): Promise<Status> {
	const to = advance(claim.status, step)
	if (!to) throw new Refusal('wrong-step')
	await keepTally(tx, claim.id, () =>
		tx
			.update(claims)
			.set({
				status: to,
				dropReason: null,
				...(to === claim.status ? {} : { statusSince: now }),
				...change.set,
				revision: claim.revision + 1,
			})
			.where(eq(claims.id, claim.id)),
	)
	await recordEvent(
		tx,
		actor,
		{ claimId: claim.id, kind: step, from: claim.status, to, detail: change.detail },
		now,
	)
	return to
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
		if (!assignee || assignee.disabledAt)
			throw new Refusal('invalid', 'Nobody to assign to', { field: 'assignee' })
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
		const { claim, waiting } = await openStep(tx, actor, claimId, 'reopen')
		if (waiting) throw new Refusal('wrong-step', 'A correction waits for its decision')
		await moveClaim(tx, actor, claim, 'reopen', now, { set: { assigneeId: claim.assigneeId ?? actor.id } })
	})
}

/**
 * Keep the verdict being written. Autosave and the save button both come here.
 * @param input.revision the draft's revision the person started from; 0 when there was none
 * @returns the new revision
 * @throws Refusal `stale` with the stored draft when somebody else saved in between; `wrong-step` unless the
 *   claim is in research or published; `forbidden` unless it is the actor's claim, an editor, or a correction
 */
export async function saveDraft(
	db: Db,
	actor: Actor,
	input: { claimId: string; revision: number; draft: DraftInput },
	now = new Date(),
): Promise<{ revision: number }> {
	return db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status !== 'in_research' && claim.status !== 'published') throw new Refusal('wrong-step')
		if (claim.status === 'in_research' && claim.assigneeId !== actor.id && actor.role === 'reviewer') {
			throw new Refusal('forbidden')
		}
		const [stored] = await tx.select().from(drafts).where(eq(drafts.claimId, claim.id))
		if ((stored?.revision ?? 0) !== input.revision) throw new Refusal('stale', undefined, { stored })
		const revision = input.revision + 1
		const values = { ...draftColumns(input.draft), revision, updatedBy: actor.id, updatedAt: now }
		await tx
			.insert(drafts)
			.values({ claimId: claim.id, ...values })
			.onConflictDoUpdate({ target: drafts.claimId, set: values })
		return { revision }
	})
}

function draftColumns(draft: DraftInput) {
	return {
		rating: draft.rating,
		summaryAr: draft.summary.ar,
		summaryEn: draft.summary.en,
		rationaleAr: draft.rationale.ar,
		rationaleEn: draft.rationale.en,
		asOf: draft.asOf,
	}
}

/**
 * Put a verdict before a second person. It needs a rating of the scale in force, an as-of date, a summary and
 * a rationale in the claim's language, and evidence; where a verdict is public already, what changes and why.
 * @throws Refusal `invalid` naming the field that is missing, or as `openStep`
 */
export async function proposeVerdict(
	db: Db,
	actor: Actor,
	input: { claimId: string; draft: DraftInput; correction: CorrectionInput | null },
	now = new Date(),
): Promise<{ proposalId: string }> {
	return db.transaction(async (tx) => {
		const locked = await lockClaim(tx, input.claimId)
		const step = locked.status === 'published' ? 'propose_correction' : 'propose'
		const { claim } = await openStep(tx, actor, input.claimId, step)
		const complete = await requireComplete(tx, claim, input.draft)
		const replaces = claim.rating !== null || (await hasVerdict(tx, claim.id))
		if (replaces && !input.correction)
			throw new Refusal('invalid', 'Say what changes and why', { field: 'correction' })

		const proposalId = newId()
		await tx.insert(proposals).values({
			id: proposalId,
			claimId: claim.id,
			...draftColumns(input.draft),
			...complete,
			correction: replaces && input.correction ? correctionColumns(input.correction) : null,
			proposerId: actor.id,
			proposedAt: now,
		})
		await moveClaim(tx, actor, claim, step, now, { detail: { proposalId, rating: complete.rating } })
		return { proposalId }
	})
}

async function hasVerdict(tx: Db, claimId: string): Promise<boolean> {
	const [row] = await tx.execute<{ found: boolean }>(
		sql`select exists (select from fact_checks where claim_id = ${claimId}) as found`,
	)
	return row?.found ?? false
}

function correctionColumns({ kind, severity, what, why }: CorrectionInput) {
	return { kind, severity, whatAr: what.ar, whatEn: what.en, whyAr: why.ar, whyEn: why.en }
}

/** The parts a proposal cannot do without. @throws Refusal `invalid` with the first field that is missing */
async function requireComplete(
	tx: Db,
	claim: ClaimRow,
	draft: DraftInput,
): Promise<{ rating: string; asOf: string }> {
	const [rating] = draft.rating ? await tx.select().from(ratings).where(eq(ratings.key, draft.rating)) : []
	if (!rating || rating.retiredAt) throw new Refusal('invalid', 'No such rating', { field: 'rating' })
	if (!draft.asOf) throw new Refusal('invalid', 'No as-of date', { field: 'asOf' })
	if (!draft.summary[claim.language]) throw new Refusal('invalid', 'No summary', { field: 'summary' })
	if (!draft.rationale[claim.language]) throw new Refusal('invalid', 'No rationale', { field: 'rationale' })
	const subject = await readGateSubject(tx, claim.id, {
		proposerId: claim.assigneeId ?? '',
		approverId: null,
		...draft,
	})
	if (subject.evidence.length === 0) throw new Refusal('invalid', 'No evidence', { field: 'evidence' })
	return { rating: rating.key, asOf: draft.asOf }
}

/**
 * Send a proposal back to its proposer with a typed reason and a comment. A correction that is
 * sent back leaves the published verdict as it is.
 * @throws Refusal `same-person` for the proposer, or as `openStep`
 */
export async function requestChanges(
	db: Db,
	actor: Actor,
	input: { claimId: string; reason: ChangeReason; comment: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const locked = await lockClaim(tx, input.claimId)
		const step = locked.status === 'published' ? 'decline_correction' : 'request_changes'
		const { claim, waiting } = await openStep(tx, actor, input.claimId, step)
		if (!waiting) throw new Refusal('wrong-step')
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
		if (!waiting) throw new Refusal('wrong-step')
		if (waiting.id !== input.proposalId) throw new Refusal('stale', undefined, { stored: waiting })

		const subject = await readGateSubject(tx, claim.id, {
			summary: { ar: waiting.summaryAr, en: waiting.summaryEn },
			rationale: { ar: waiting.rationaleAr, en: waiting.rationaleEn },
			proposerId: waiting.proposerId,
			approverId: actor.id,
		})
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

/**
 * Record why a rule of the publish gate may be passed over for this claim; readers will see it.
 * @throws Refusal `forbidden` for a rule that knows no exception; `wrong-step` outside research and review
 */
export async function grantException(
	db: Db,
	actor: Actor,
	input: { claimId: string; rule: GateRule; reason: Bilingual },
	now = new Date(),
): Promise<void> {
	if (!isExcusable(input.rule)) throw new Refusal('forbidden', `No exception to ${input.rule}`)
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

/** Record that the claimant was asked, and what came of it. @throws Refusal `not-found`, `wrong-step` */
export async function recordContact(
	db: Db,
	actor: Actor,
	input: { claimId: string; note: Bilingual },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status === 'dropped') throw new Refusal('wrong-step')
		await tx
			.update(claims)
			.set({ contactNoteAr: input.note.ar, contactNoteEn: input.note.en, revision: claim.revision + 1 })
			.where(eq(claims.id, claim.id))
		await recordEvent(
			tx,
			actor,
			{ claimId: claim.id, kind: 'record_contact', detail: { ...input.note } },
			now,
		)
	})
}
