import { and, asc, desc, eq, inArray, or, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { MatchKind, MatchReason, MatchState, Side } from '#app/domain/match-kinds.ts'
import { compareTexts, type Comparison } from '#app/domain/match.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import type { Status } from '#app/domain/workflow.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { claims, matchDecisions, matches, users } from '#drizzle/schema.ts'
import { lockBothClaims, recordEvent } from './claim-history.server.ts'
import { keepQuantities } from './figure-quantities.server.ts'
import { findCandidatesOfClaim } from './match-candidates.server.ts'
import { joinClaims } from './match-joining.server.ts'
import { readWordings } from './match-keys.server.ts'

export {
	type Candidate,
	findCandidates,
	findCandidatesOfClaim,
	findCandidatesOfMany,
} from './match-candidates.server.ts'
export { joinClaims, mayJoin } from './match-joining.server.ts'
export { keepMatchKey, keepMissingMatchKeys } from './match-keys.server.ts'

/** A match as one of its two claims sees it: in the reasons, `first` is this claim and `second` the other. */
export type ListedMatch = {
	id: string
	kind: MatchKind
	state: MatchState
	score: number
	reasons: MatchReason[]
	revision: number
	decidedBy: string | null
	decidedById: string | null
	decidedAt: Date | null
	comment: string | null
	other: {
		id: string
		slug: string
		status: Status
		duplicateOf: string | null
		assigneeId: string | null
		createdAt: Date
		rating: string | null
		ar: string | null
		en: string | null
	}
}

/**
 * Suggest what a claim repeats, narrows or contradicts. Suggestions that no longer hold are taken back; what a person
 * decided is left alone. Call it after `keepMatchKey`, in the same transaction or later. @returns how many are suggested
 * @throws Refusal `not-found`
 */
export async function suggestMatches(db: Db, claimId: string, now = new Date()): Promise<number> {
	const candidates = await findCandidatesOfClaim(db, claimId)
	const rows = candidates.flatMap(({ claimId: otherId, duplicateOf, comparison }) => {
		const { kind, similarity, reasons } = comparison
		// What was joined to another claim is decided.
		if (kind === null || duplicateOf !== null) return []
		const pair = orderPair(claimId, otherId)
		const ordered = pair.turned ? reasons.map(turnReason) : reasons
		return [
			{
				id: newId(),
				firstId: pair.firstId,
				secondId: pair.secondId,
				kind,
				score: similarity,
				reasons: ordered,
				createdAt: now,
			},
		]
	})
	await db.transaction((tx) => replaceSuggestions(tx, claimId, rows))
	return rows.length
}

type Suggestion = Omit<typeof matches.$inferInsert, 'state' | 'revision' | 'decidedBy' | 'decidedAt'>

/** A suggestion that stays as it was keeps its revision, and one that says something else now is another one. */
async function replaceSuggestions(tx: Db, claimId: string, rows: Suggestion[]): Promise<void> {
	// Claims first and then matches, each in the order of their ids, as everything here locks them.
	await tx
		.select({ id: claims.id })
		.from(claims)
		.where(inArray(claims.id, [claimId, ...rows.flatMap(({ firstId, secondId }) => [firstId, secondId])]))
		.orderBy(asc(claims.id))
		.for('key share')
	const stored = await tx
		.select()
		.from(matches)
		.where(and(eq(matches.state, 'suggested'), isOf(claimId)))
		.orderBy(asc(matches.id))
		.for('update')
	const pairOf = (match: { firstId: string; secondId: string }) => `${match.firstId} ${match.secondId}`
	const held = new Map(rows.map((row) => [pairOf(row), row]))
	const gone = stored.filter((match) => !held.has(pairOf(match)))
	if (gone.length > 0)
		await tx.delete(matches).where(
			inArray(
				matches.id,
				gone.map(({ id }) => id),
			),
		)
	if (rows.length === 0) return
	await tx
		.insert(matches)
		.values(rows)
		.onConflictDoUpdate({
			target: [matches.firstId, matches.secondId],
			set: {
				kind: sql`excluded.kind`,
				score: sql`excluded.score`,
				reasons: sql`excluded.reasons`,
				revision: sql`${matches.revision} + 1`,
			},
			setWhere: sql`${matches.state} = 'suggested' and (${matches.kind}, ${matches.reasons}) <> (excluded.kind, excluded.reasons)`,
		})
}

const isOf = (claimId: string) => or(eq(matches.firstId, claimId), eq(matches.secondId, claimId))

/** The matches of a claim: suggestions first, the likeliest first among each. Empty for an unknown claim. */
export async function listMatches(db: Db, claimId: string): Promise<ListedMatch[]> {
	const rows = await db
		.select({
			match: matches,
			other: claims,
			decidedBy: users.name,
			comment: sql<string | null>`(select d.comment from match_decisions d
				where d.match_id = ${matches.id} order by d.id desc limit 1)`,
		})
		.from(matches)
		.innerJoin(
			claims,
			sql`${claims.id} = case when ${matches.firstId} = ${claimId} then ${matches.secondId} else ${matches.firstId} end`,
		)
		.leftJoin(users, eq(users.id, matches.decidedBy))
		.where(isOf(claimId))
		.orderBy(
			sql`array_position(array['suggested', 'confirmed', 'rejected'], ${matches.state})`,
			desc(matches.score),
			asc(matches.id),
		)
	return rows.map(({ match, other, decidedBy, comment }) => ({
		id: match.id,
		kind: match.kind,
		state: match.state,
		score: match.score,
		reasons: match.firstId === claimId ? match.reasons : match.reasons.map(turnReason),
		revision: match.revision,
		decidedBy,
		decidedById: match.decidedBy,
		decidedAt: match.decidedAt,
		comment,
		other: {
			id: other.id,
			slug: other.slug,
			status: other.status,
			duplicateOf: other.duplicateOf,
			assigneeId: other.assigneeId,
			createdAt: other.createdAt,
			rating: other.rating,
			ar: other.statementAr,
			en: other.statementEn,
		},
	}))
}

/**
 * What a person says of two claims. `revision` is of the match they were looking at; 0 when none was suggested.
 * `matchId` tells apart a suggestion that was taken back and made anew while they looked.
 */
export type MatchDecision = {
	claimId: string
	otherId: string
	matchId?: string | null
	state: Exclude<MatchState, 'suggested'>
	kind: MatchKind
	revision: number
	comment?: string | null
}

/**
 * Confirm or reject a match, or mark one that nobody suggested. Recorded with the reasons that were shown.
 * @throws Refusal `not-found` for an unknown claim; `invalid` for a claim and itself; `stale` with the stored match when
 *   somebody else was quicker; `forbidden` for changing another person's decision without being an editor
 */
export async function decideMatch(
	db: Db,
	actor: Actor,
	input: MatchDecision,
	now = new Date(),
): Promise<{ id: string; revision: number }> {
	if (input.claimId === input.otherId) throw new Refusal('invalid', 'A claim does not match itself')
	const pair = orderPair(input.claimId, input.otherId)
	return db.transaction(async (tx) => {
		const { one: claim, other } = await lockBothClaims(tx, input.claimId, input.otherId)
		const [stored] = await tx
			.select()
			.from(matches)
			.where(and(eq(matches.firstId, pair.firstId), eq(matches.secondId, pair.secondId)))
			.for('update')
		const isSame = !input.matchId || input.matchId === stored?.id
		if (!isSame || (stored?.revision ?? 0) !== input.revision)
			throw new Refusal('stale', undefined, { stored: stored ?? null })
		if (stored?.decidedBy && stored.decidedBy !== actor.id && !hasRole(actor.role, 'editor'))
			throw new Refusal('forbidden', "Another person's decision is an editor's to change")
		const match = stored ?? (await addMatch(tx, pair, input.kind, now))
		const { state, kind } = input
		const revision = input.revision + 1
		await tx
			.update(matches)
			.set({ state, kind, decidedBy: actor.id, decidedAt: now, revision })
			.where(eq(matches.id, match.id))
		await tx.insert(matchDecisions).values({
			matchId: match.id,
			state,
			kind,
			reasons: match.reasons,
			comment: input.comment ?? null,
			decidedBy: actor.id,
			decidedAt: now,
		})
		for (const [self, them] of [
			[claim, other],
			[other, claim],
		] as const) {
			const statement = { ar: them.statementAr, en: them.statementEn }
			const detail = { state, kind, otherId: them.id, statement, comment: input.comment ?? null }
			await recordEvent(tx, actor, { claimId: self.id, kind: 'decide_match', detail }, now)
		}
		for (const { id } of [claim, other]) await keepQuantities(tx, id)
		return { id: match.id, revision }
	})
}

/**
 * Confirm that two claims say the same and make one of them, in one transaction.
 * @param input.keptId the one of the two that stays
 * @returns how many appearances it was given
 * @throws Refusal as `decideMatch` and `joinClaims`
 */
export async function confirmAndJoin(
	db: Db,
	actor: Actor,
	input: Omit<MatchDecision, 'state' | 'kind'> & { keptId: string },
	now = new Date(),
): Promise<{ given: number }> {
	const { keptId, ...decision } = input
	if (keptId !== input.claimId && keptId !== input.otherId)
		throw new Refusal('invalid', 'One of the two is kept', { field: 'keptId' })
	const joinedId = keptId === input.claimId ? input.otherId : input.claimId
	return db.transaction(async (tx) => {
		await decideMatch(tx, actor, { ...decision, state: 'confirmed', kind: 'repeats' }, now)
		return joinClaims(tx, actor, { keptId, joinedId }, now)
	})
}

type OrderedPair = { firstId: string; secondId: string; turned: boolean }

/** The lesser id first, by code points, as the table has it. */
function orderPair(claimId: string, otherId: string): OrderedPair {
	return claimId < otherId
		? { firstId: claimId, secondId: otherId, turned: false }
		: { firstId: otherId, secondId: claimId, turned: true }
}

async function addMatch(tx: Db, pair: OrderedPair, kind: MatchKind, now: Date) {
	const wordings = await readWordings(tx, [pair.firstId, pair.secondId])
	const [first, second] = [wordings.get(pair.firstId), wordings.get(pair.secondId)]
	if (!first || !second) throw new Refusal('not-found', `No claims ${pair.firstId} and ${pair.secondId}`)
	const compared: Comparison | null =
		first.ar !== null && second.ar !== null
			? compareTexts(first.ar, second.ar)
			: first.en !== null && second.en !== null
				? compareTexts(first.en, second.en)
				: null
	const values = {
		id: newId(),
		firstId: pair.firstId,
		secondId: pair.secondId,
		kind,
		score: compared?.similarity ?? 0,
		reasons: compared?.reasons ?? [],
		createdAt: now,
	}
	const added = await tx.insert(matches).values(values).onConflictDoNothing().returning({ id: matches.id })
	if (added.length === 0) throw new Refusal('stale', undefined, { stored: null })
	return values
}

/** A reason as the other claim sees it. */
function turnReason(reason: MatchReason): MatchReason {
	if ('side' in reason) {
		const side: Side = reason.side === 'first' ? 'second' : 'first'
		return { ...reason, side }
	}
	if ('first' in reason) return { ...reason, first: reason.second, second: reason.first } as MatchReason
	return reason
}
