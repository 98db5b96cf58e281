import { asc, desc, eq, sql } from 'drizzle-orm'
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
	users,
	verdicts,
} from '#drizzle/schema.ts'
import { readFigures } from './claims.server.ts'
import { listEvidence } from './evidence.server.ts'
import { readGateSubject } from './gate.server.ts'
import { listProposals } from './proposals.server.ts'

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
 * The gate is asked as if that person approved now; where nothing waits there is no second person yet.
 * `null` for an unknown claim.
 */
export async function findWorkbench(db: Db, actor: Actor, claimId: string) {
	const [found] = await claimById(db).execute({ id: claimId })
	if (!found) return null
	const [places, figures, evidence, draft, proposed, versions, corrected, history] = await Promise.all([
		listAppearances(db, claimId),
		readFigures(db, claimId),
		listEvidence(db, claimId),
		findDraft(db, claimId),
		listProposals(db, claimId),
		listVersions(db, claimId),
		db.select().from(corrections).where(eq(corrections.claimId, claimId)).orderBy(desc(corrections.number)),
		listHistory(db, claimId),
	])
	const waiting = proposed.find((row) => row.proposal.decision === 'pending') ?? null
	const proposerId = waiting?.proposal.proposerId ?? null
	const texts = waiting?.proposal ?? draft?.draft
	const subject = await readGateSubject(db, claimId, {
		summary: { ar: texts?.summaryAr ?? null, en: texts?.summaryEn ?? null },
		rationale: { ar: texts?.rationaleAr ?? null, en: texts?.rationaleEn ?? null },
		proposerId: proposerId ?? actor.id,
		approverId: actor.id,
	})
	const { status, assigneeId } = found.claim
	return {
		...found,
		places,
		figures,
		evidence,
		draft,
		proposals: proposed,
		waiting,
		gate: checkGate(subject, subject.exceptions) satisfies GateResult[],
		versions,
		corrections: corrected,
		history,
		steps: openSteps({ status, assigneeId, proposerId }, actor),
	}
}

async function findDraft(db: Db, claimId: string) {
	const [draft = null] = await db
		.select({ draft: drafts, updatedBy: users.name })
		.from(drafts)
		.innerJoin(users, eq(users.id, drafts.updatedBy))
		.where(eq(drafts.claimId, claimId))
	return draft
}

const proposers = alias(users, 'proposers')
const approvers = alias(users, 'approvers')

async function listVersions(db: Db, claimId: string) {
	return db
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
		.innerJoin(users, eq(users.id, claimEvents.actorId))
		.where(eq(claimEvents.claimId, claimId))
		.orderBy(desc(claimEvents.id))
		.limit(200)
}

export type Workbench = NonNullable<Awaited<ReturnType<typeof findWorkbench>>>
