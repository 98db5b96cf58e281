import { eq, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { type Counted, type TallyCell, tallyChanges } from '#app/domain/tally.ts'
import type { EventKind } from '#app/domain/workbench.ts'
import type { Status } from '#app/domain/workflow.ts'
import { Refusal } from '#app/errors.ts'
import { claimEvents, claims, dailyStatusCounts, statusCounts } from '#drizzle/schema.ts'
import { tellOfEvent } from './claim-news.server.ts'

export type ClaimRow = typeof claims.$inferSelect

/**
 * The claim, locked until the transaction ends, so that two people's changes come one after the other.
 * @throws Refusal `not-found` for an unknown claim
 */
export async function lockClaim(tx: Db, claimId: string): Promise<ClaimRow> {
	const [claim] = await tx.select().from(claims).where(eq(claims.id, claimId)).for('update')
	if (!claim) throw new Refusal('not-found', `No claim ${claimId}`)
	return claim
}

/**
 * Two claims, locked in the order of their ids whichever is named first, so that no two transactions that need both
 * wait for each other.
 * @throws Refusal `not-found`
 */
export async function lockBothClaims(
	tx: Db,
	oneId: string,
	otherId: string,
): Promise<{ one: ClaimRow; other: ClaimRow }> {
	if (oneId < otherId) {
		const one = await lockClaim(tx, oneId)
		return { one, other: await lockClaim(tx, otherId) }
	}
	const other = await lockClaim(tx, otherId)
	return { one: await lockClaim(tx, oneId), other }
}

/** Write down what somebody did to a claim, and tell those concerned, in the transaction that does it. */
export async function recordEvent(
	tx: Db,
	actor: Actor,
	event: {
		claimId: string
		kind: EventKind
		from?: Status | null
		to?: Status | null
		detail?: Record<string, unknown>
	},
	now: Date,
): Promise<void> {
	await tx.insert(claimEvents).values({
		claimId: event.claimId,
		actorId: actor.id,
		kind: event.kind,
		fromStatus: event.from ?? null,
		toStatus: event.to ?? null,
		detail: event.detail ?? {},
		at: now,
	})
	await tellOfEvent(tx, { ...event, actorId: actor.id, detail: event.detail ?? {} }, now)
}

/** What the claim adds to the roll-up as it stands now. */
async function counted(tx: Db, claimId: string): Promise<Counted> {
	const [claim] = await tx
		.select({
			status: claims.status,
			rating: claims.rating,
			day: sql<string>`to_char(${claims.createdAt} at time zone 'UTC', 'YYYY-MM-DD')`,
			countries: sql<string[]>`array(select k.country from claim_countries k where k.claim_id = claims.id)`,
			articleIds: sql<
				string[]
			>`array(select distinct a.article_id from appearances a where a.claim_id = claims.id and a.article_id is not null)`,
		})
		.from(claims)
		.where(eq(claims.id, claimId))
	if (!claim) throw new Refusal('not-found', `No claim ${claimId}`)
	return claim
}

/**
 * Change locked claims and keep the roll-up right in the same transaction: the net difference is
 * written in one statement a table, its rows in one order, so that two changes cannot deadlock on it. For that it is
 * called once in a transaction, for all claims that it changes.
 */
export async function keepTally<Result>(
	tx: Db,
	claimIds: string[],
	change: () => Promise<Result>,
): Promise<Result> {
	const before = await countedEach(tx, claimIds)
	const result = await change()
	const after = await countedEach(tx, claimIds)
	await writeTally(
		tx,
		tallyChanges(
			claimIds.map((_, index) => ({ before: before[index] ?? null, after: after[index] ?? null })),
		),
	)
	return result
}

async function countedEach(tx: Db, claimIds: string[]): Promise<Counted[]> {
	const all: Counted[] = []
	for (const claimId of claimIds) all.push(await counted(tx, claimId))
	return all
}

/** Count a claim that was just made. */
export async function tallyNewClaim(tx: Db, claimId: string): Promise<void> {
	await writeTally(tx, tallyChanges([{ before: null, after: await counted(tx, claimId) }]))
}

async function writeTally(tx: Db, cells: TallyCell[]): Promise<void> {
	if (cells.length === 0) return
	await tx
		.insert(statusCounts)
		.values(cells.map(({ day: _, ...cell }) => cell))
		.onConflictDoUpdate({
			target: [statusCounts.articleId, statusCounts.country, statusCounts.status, statusCounts.rating],
			set: { count: sql`${statusCounts.count} + excluded.count` },
		})
	await tx
		.insert(dailyStatusCounts)
		.values(cells)
		.onConflictDoUpdate({
			target: [
				dailyStatusCounts.articleId,
				dailyStatusCounts.day,
				dailyStatusCounts.country,
				dailyStatusCounts.status,
				dailyStatusCounts.rating,
			],
			set: { count: sql`${dailyStatusCounts.count} + excluded.count` },
		})
}
