import { asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, preparedQuery } from '#app/db.server.ts'
import type { Correction } from '#app/domain/fact-check.ts'
import { isKeptBlind } from '#app/domain/blind-round.ts'
import { reviewDueOn } from '#app/domain/due.ts'
import { checkGate } from '#app/domain/gate.ts'
import { missingForGate } from '#app/domain/gate-missing.ts'
import type { Actor } from '#app/domain/people.ts'
import { parseCopyFailure } from '#app/domain/source.ts'
import type {
	DeskClaim,
	DeskEvent,
	DeskEvidence,
	DeskPlace,
	DeskVersion,
	EventKind,
	Workbench,
	WrittenVerdict,
} from '#app/domain/workbench.ts'
import { compareVerdictTwins, type TwinState } from '#app/domain/twins.ts'
import { openSteps, type Step } from '#app/domain/workflow.ts'
import {
	appearances,
	articles,
	claimants,
	claimCountries,
	claimEvents,
	claims,
	corrections,
	factChecks,
	users,
	verdicts,
} from '#drizzle/schema.ts'
import { findBlindRound } from './blind-rounds.server.ts'
import { readFigures } from './claim-figures.server.ts'
import { listContacts } from './contacts.server.ts'
import { listThreads } from './discussion.server.ts'
import { findDraft } from './drafts.server.ts'
import { describeEvidence, type ListedEvidence, listEvidence } from './evidence.server.ts'
import { readGateSubject } from './gate.server.ts'
import { readSettings } from './settings.server.ts'
import { listProposals } from './proposals.server.ts'

/**
 * Everything the workbench shows of one claim, and the steps open to the person who looks. Where nothing
 * waits for a decision the gate looks at the draft, and there is no second person yet.
 * `null` for an unknown claim.
 */
export async function findWorkbench(db: Db, actor: Actor, claimId: string): Promise<Workbench | null> {
	const [found] = await claimById(db).execute({ id: claimId })
	if (!found) return null
	const [
		figures,
		places,
		evidence,
		draft,
		proposals,
		versions,
		corrected,
		history,
		contacts,
		threads,
		settings,
	] = await Promise.all([
		readFigures(db, claimId),
		listPlaces(db, claimId),
		listEvidence(db, claimId),
		findDraft(db, claimId),
		listProposals(db, claimId),
		listVersions(db, claimId),
		listCorrections(db, claimId),
		listHistory(db, claimId),
		listContacts(db, claimId),
		listThreads(db, claimId),
		readSettings(db),
	])
	const waiting = proposals.find(({ decision }) => decision === 'pending') ?? null
	const texts = waiting ?? draft
	const {
		exceptions,
		traced: origins,
		...subject
	} = await readGateSubject(db, claimId, {
		summary: texts?.summary ?? nothing,
		rationale: texts?.rationale ?? nothing,
		proposerId: waiting?.proposer.id ?? actor.id,
		approverId: actor.id,
	})
	const { status, assigneeId } = found.claim
	const standing = { status, assigneeId, proposerId: waiting?.proposer.id ?? null }
	const { round, shown } = await findBlindRound(
		db,
		actor,
		{ id: claimId, status, assigneeId },
		standing.proposerId,
	)
	const workbench: Workbench = {
		claim: describeClaim(found, figures),
		places,
		origins: {
			sources: origins.sources,
			count: origins.count,
			circles: origins.circles.map((circle) => circle.map((node) => origins.names[node]?.name ?? node)),
		},
		evidence: evidence.map((row) => describeDeskEvidence(row, figures)),
		draft,
		proposals,
		waiting,
		twins: twinsOf(waiting ?? draft ?? proposals[0] ?? null),
		gate: checkGate(subject, exceptions),
		versions,
		corrections: corrected,
		history,
		contacts,
		threads,
		missing: missingForGate(subject),
		reviewDueOn: waiting && reviewDueOn(waiting.proposedAt, settings['review-days']),
		steps: openSteps(standing, actor),
		blind: shown,
		keptBlind: false,
	}
	return isKeptBlind(round, actor.id) ? keepBlind(workbench) : workbench
}

/** Without what others make of the claim: for somebody who is to rate it by the evidence alone. */
function keepBlind(workbench: Workbench): Workbench {
	const telling: readonly EventKind[] = [
		'propose',
		'propose_correction',
		'request_changes',
		'decline_correction',
	]
	const deciding: readonly Step[] = ['approve', 'correct', 'request_changes', 'decline_correction']
	return {
		...workbench,
		draft: null,
		proposals: [],
		waiting: null,
		twins: twinsOf(null),
		history: workbench.history.filter(({ kind }) => !telling.includes(kind)),
		steps: workbench.steps.filter((step) => !deciding.includes(step)),
		keptBlind: true,
	}
}

const nothing = { ar: null, en: null }

function twinsOf(written: WrittenVerdict | null): TwinState {
	return written ? { stale: written.stale, gaps: compareVerdictTwins(written) } : { stale: null, gaps: [] }
}

const assignees = alias(users, 'assignees')

const claimById = preparedQuery((db) =>
	db
		.select({
			claim: claims,
			claimant: claimants,
			assignee: { id: assignees.id, name: assignees.name },
			published: { rating: factChecks.rating, retracted: factChecks.retracted },
			countries: sql<string[]>`array(select ${claimCountries.country} from ${claimCountries}
				where ${claimCountries.claimId} = ${claims.id} order by 1)`,
		})
		.from(claims)
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.leftJoin(assignees, eq(assignees.id, claims.assigneeId))
		.leftJoin(factChecks, eq(factChecks.claimId, claims.id))
		.where(eq(claims.id, sql.placeholder('id')))
		.prepare('claim_by_id'),
)
type FoundClaim = Awaited<ReturnType<ReturnType<typeof claimById>['execute']>>[number]

function describeClaim(
	{ claim, claimant, assignee, published, countries }: FoundClaim,
	figures: DeskClaim['figures'],
): DeskClaim {
	return {
		id: claim.id,
		slug: claim.slug,
		revision: claim.revision,
		language: claim.language,
		statement: { ar: claim.statementAr, en: claim.statementEn },
		type: claim.type,
		claimant: claimant && {
			kind: claimant.kind,
			name: { ar: claimant.nameAr, en: claimant.nameEn },
			role: { ar: claimant.roleAr, en: claimant.roleEn },
		},
		claimedOn: claim.claimedOn,
		claimedOnBasis: claim.claimedOnBasis,
		countries,
		figures,
		tags: claim.tags,
		note: { ar: claim.noteAr, en: claim.noteEn },
		dueOn: claim.dueOn,
		status: claim.status,
		statusSince: claim.statusSince.toISOString(),
		dropReason: claim.dropReason,
		assignee,
		published,
	}
}

function describeDeskEvidence(row: ListedEvidence, claimed: DeskClaim['figures']): DeskEvidence {
	const { id, sourceId, foundBy, addedAt } = row.evidence
	return {
		...describeEvidence(row, claimed),
		id,
		sourceId,
		foundBy,
		addedAt: addedAt.toISOString(),
		latestCopy: row.latest && {
			...row.latest,
			reason: row.latest.reason === null ? null : parseCopyFailure(row.latest.reason),
		},
	}
}

async function listPlaces(db: Db, claimId: string): Promise<DeskPlace[]> {
	return db
		.select({
			id: appearances.id,
			exact: appearances.exact,
			prefix: appearances.prefix,
			suffix: appearances.suffix,
			url: appearances.url,
			article: {
				id: articles.id,
				title: articles.title,
				outlet: articles.outlet,
				language: articles.language,
			},
			edited: sql<DeskPlace['edited']>`(
				select case when n.sentence_changed then json_build_object(
					'kind', case when n.outcome = 'lost' then 'lost' else 'changed' end, 'version', v.number) end
				from appearance_anchors n join article_versions v on v.id = n.version_id
				where n.appearance_id = ${appearances.id}
				order by v.number desc limit 1)`,
		})
		.from(appearances)
		.leftJoin(articles, eq(articles.id, appearances.articleId))
		.where(eq(appearances.claimId, claimId))
		.orderBy(asc(appearances.createdAt), asc(appearances.id))
}

const proposers = alias(users, 'proposers')
const approvers = alias(users, 'approvers')

/** Published versions, the newest first. */
async function listVersions(db: Db, claimId: string): Promise<DeskVersion[]> {
	const rows = await db
		.select({
			number: verdicts.number,
			rating: verdicts.rating,
			retracted: sql<boolean>`(${verdicts.content}->>'retracted')::boolean`,
			publishedAt: verdicts.publishedAt,
			proposer: proposers.name,
			approver: approvers.name,
		})
		.from(verdicts)
		.innerJoin(proposers, eq(proposers.id, verdicts.proposerId))
		.innerJoin(approvers, eq(approvers.id, verdicts.approverId))
		.where(eq(verdicts.claimId, claimId))
		.orderBy(desc(verdicts.number))
	return rows.map((row) => ({ ...row, publishedAt: row.publishedAt.toISOString() }))
}

/** What was changed after publication, and while drafting, the latest first. */
async function listCorrections(db: Db, claimId: string): Promise<Correction[]> {
	const rows = await db
		.select()
		.from(corrections)
		.where(eq(corrections.claimId, claimId))
		.orderBy(desc(corrections.number))
	return rows.map((row) => ({
		number: row.number,
		version: row.verdictNumber,
		on: row.on,
		kind: row.kind,
		severity: row.severity,
		beforePublication: row.beforePublication,
		ratingBefore: row.ratingBefore,
		ratingAfter: row.ratingAfter,
		what: { ar: row.whatAr, en: row.whatEn },
		why: { ar: row.whyAr, en: row.whyEn },
	}))
}

/** What people did with the claim, the latest first, at most 200. */
async function listHistory(db: Db, claimId: string): Promise<DeskEvent[]> {
	const rows = await db
		.select({ event: claimEvents, actor: users.name })
		.from(claimEvents)
		.innerJoin(users, eq(users.id, claimEvents.actorId))
		.where(eq(claimEvents.claimId, claimId))
		.orderBy(desc(claimEvents.id))
		.limit(200)
	return rows.map(({ event, actor }) => ({
		id: event.id,
		kind: event.kind,
		actor,
		from: event.fromStatus,
		to: event.toStatus,
		detail: event.detail,
		at: event.at.toISOString(),
	}))
}
