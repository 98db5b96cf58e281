import { and, asc, desc, eq, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import { type Db, preparedQuery } from '#app/db.server.ts'
import { checkGate, type GateResult } from '#app/domain/gate.ts'
import type { Actor } from '#app/domain/people.ts'
import { openSteps } from '#app/domain/workflow.ts'
import {
	appearances,
	articles,
	claimants,
	claimCountries,
	claimEvents,
	claims,
	corrections,
	drafts,
	factChecks,
	proposals,
	users,
	verdicts,
} from '#drizzle/schema.ts'
import { readFigures } from './claims.server.ts'
import { listEvidence } from './evidence.server.ts'
import { readGateSubject } from './gate.server.ts'

const assignees = alias(users, 'assignees')

const claimById = preparedQuery((db) =>
	db
		.select({
			claim: claims,
			claimant: claimants,
			assignee: { id: assignees.id, name: assignees.name },
			factCheck: factChecks,
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

/**
 * Everything the workbench shows of one claim: the claim, its places, figures, evidence, the verdict being
 * written, the proposals, what the gate says, the history, and the steps open to the person who looks.
 * `null` for an unknown claim.
 */
export async function findWorkbench(db: Db, actor: Actor, claimId: string) {
	const [found] = await claimById(db).execute({ id: claimId })
	if (!found) return null
	const [draft = null] = await db
		.select({ draft: drafts, updatedBy: users.name })
		.from(drafts)
		.innerJoin(users, eq(users.id, drafts.updatedBy))
		.where(eq(drafts.claimId, claimId))
	const proposed = await listProposals(db, claimId)
	const waiting = proposed.find((row) => row.proposal.decision === 'pending') ?? null
	const standing = {
		status: found.claim.status,
		assigneeId: found.claim.assigneeId,
		proposerId: waiting?.proposal.proposerId ?? null,
	}
	const verdictTexts = waiting?.proposal ?? draft?.draft
	const subject = await readGateSubject(db, claimId, {
		summary: { ar: verdictTexts?.summaryAr ?? null, en: verdictTexts?.summaryEn ?? null },
		rationale: { ar: verdictTexts?.rationaleAr ?? null, en: verdictTexts?.rationaleEn ?? null },
		proposerId: waiting?.proposal.proposerId ?? '',
		approverId: null,
	})
	return {
		...found,
		places: await listAppearances(db, claimId),
		figures: await readFigures(db, claimId),
		evidence: await listEvidence(db, claimId),
		draft,
		proposals: proposed,
		waiting,
		gate: checkGate(subject, subject.exceptions) satisfies GateResult[],
		versions: await db
			.select({ number: verdicts.number, rating: verdicts.rating, publishedAt: verdicts.publishedAt })
			.from(verdicts)
			.where(eq(verdicts.claimId, claimId))
			.orderBy(desc(verdicts.number)),
		corrections: await db
			.select()
			.from(corrections)
			.where(eq(corrections.claimId, claimId))
			.orderBy(asc(corrections.number)),
		history: await listHistory(db, claimId),
		steps: openSteps(standing, actor),
	}
}

const proposers = alias(users, 'proposers')
const deciders = alias(users, 'deciders')

async function listProposals(db: Db, claimId: string) {
	return db
		.select({ proposal: proposals, proposer: proposers.name, decider: deciders.name })
		.from(proposals)
		.innerJoin(proposers, eq(proposers.id, proposals.proposerId))
		.leftJoin(deciders, eq(deciders.id, proposals.decidedBy))
		.where(eq(proposals.claimId, claimId))
		.orderBy(desc(proposals.proposedAt))
}

async function listAppearances(db: Db, claimId: string) {
	return db
		.select({
			id: appearances.id,
			exact: appearances.exact,
			prefix: appearances.prefix,
			suffix: appearances.suffix,
			url: appearances.url,
			articleId: articles.id,
			articleTitle: articles.title,
			outlet: articles.outlet,
			language: articles.language,
		})
		.from(appearances)
		.leftJoin(articles, eq(articles.id, appearances.articleId))
		.where(eq(appearances.claimId, claimId))
		.orderBy(asc(appearances.createdAt), asc(appearances.id))
}

/** What people did with the claim, the latest first, at most 200. */
async function listHistory(db: Db, claimId: string) {
	return db
		.select({ event: claimEvents, actor: users.name })
		.from(claimEvents)
		.innerJoin(users, and(eq(users.id, claimEvents.actorId)))
		.where(eq(claimEvents.claimId, claimId))
		.orderBy(desc(claimEvents.id))
		.limit(200)
}

export type Workbench = NonNullable<Awaited<ReturnType<typeof findWorkbench>>>
