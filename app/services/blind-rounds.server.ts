import { and, desc, eq, inArray, sql } from 'drizzle-orm'
import { alias } from 'drizzle-orm/pg-core'
import type { Db } from '#app/db.server.ts'
import { type Agreement, measureAgreement, ratingDistance } from '#app/domain/agreement.ts'
import {
	type BlindRound,
	type BlindStanding,
	type BlindStep,
	mayBeAsked,
	mayTakeBlindStep,
} from '#app/domain/blind-round.ts'
import { type Language, languages } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import type { DeskBlindRound } from '#app/domain/workbench.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { blindRatings, blindRounds, claims, ratings, users } from '#drizzle/schema.ts'
import { type ClaimRow, lockClaim, recordEvent } from './claim-history.server.ts'
import { readRating } from './drafts.server.ts'
import { findWaiting } from './proposals.server.ts'

/**
 * Ask two people to rate a claim without seeing each other, or the draft.
 * @throws Refusal `wrong-step` when a round is open or the claim is not being worked on; `invalid` naming the field
 *   for somebody who writes the verdict, left, or is named twice
 */
export async function askForBlindRatings(
	db: Db,
	actor: Actor,
	input: { claimId: string; raterIds: readonly [string, string] },
	now = new Date(),
): Promise<{ roundId: string }> {
	return db.transaction(async (tx) => {
		const { claim, standing } = await openBlindStep(tx, actor, input.claimId, 'ask')
		const [first, second] = input.raterIds
		const found = await tx
			.select({ id: users.id, name: users.name, disabledAt: users.disabledAt })
			.from(users)
			.where(inArray(users.id, [first, second]))
		const nameOf = (id: string, field: string) => {
			const person = found.find((one) => one.id === id)
			if (!person || person.disabledAt || !mayBeAsked(id, standing)) {
				throw new Refusal('invalid', 'Not somebody to ask', { field })
			}
			return person.name
		}
		const names = [nameOf(first, 'firstRaterId'), nameOf(second, 'secondRaterId')]
		if (first === second) throw new Refusal('invalid', 'The same person twice', { field: 'secondRaterId' })
		const roundId = newId()
		await tx.insert(blindRounds).values({
			id: roundId,
			claimId: claim.id,
			firstRaterId: first,
			secondRaterId: second,
			openedBy: actor.id,
			openedAt: now,
		})
		const detail = { roundId, raterIds: [first, second], raters: names }
		await recordEvent(tx, actor, { claimId: claim.id, kind: 'ask_blind', detail }, now)
		return { roundId }
	})
}

/**
 * Rate blind. When both have rated the same the round is settled; when not, it waits for a third person. What was said
 * stays out of the history until then.
 * @throws Refusal `wrong-step` unless the person is asked and has not rated; `invalid` for a rating that is none
 */
export async function rateBlind(
	db: Db,
	actor: Actor,
	input: { claimId: string; rating: string; reason: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim, round } = await openBlindStep(tx, actor, input.claimId, 'rate')
		const rating = await readRating(tx, input.rating)
		if (rating.retiredAt) throw new Refusal('invalid', 'A retired rating', { field: 'rating' })
		await tx
			.insert(blindRatings)
			.values({ roundId: round.id, raterId: actor.id, rating: rating.key, reason: input.reason, at: now })
		await recordEvent(
			tx,
			actor,
			{ claimId: claim.id, kind: 'rate_blind', detail: { roundId: round.id } },
			now,
		)
		const said = await tx.select().from(blindRatings).where(eq(blindRatings.roundId, round.id))
		if (said.length < 2) return
		const agreed = said.every((one) => one.rating === rating.key)
		await tx
			.update(blindRounds)
			.set(agreed ? { state: 'agreed', rating: rating.key, settledAt: now } : { state: 'rated' })
			.where(eq(blindRounds.id, round.id))
	})
}

/**
 * Decide between two raters who differ.
 * @throws Refusal `wrong-step` unless two ratings differ, and for the raters and whoever writes the verdict
 */
export async function settleBlindRound(
	db: Db,
	actor: Actor,
	input: { claimId: string; rating: string; reason: string },
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim, round } = await openBlindStep(tx, actor, input.claimId, 'settle')
		const rating = await readRating(tx, input.rating)
		if (rating.retiredAt) throw new Refusal('invalid', 'A retired rating', { field: 'rating' })
		await tx
			.update(blindRounds)
			.set({
				state: 'adjudicated',
				rating: rating.key,
				settledBy: actor.id,
				settledAt: now,
				reason: input.reason,
			})
			.where(eq(blindRounds.id, round.id))
		const detail = { roundId: round.id, rating: rating.key, comment: input.reason }
		await recordEvent(tx, actor, { claimId: claim.id, kind: 'settle_blind', detail }, now)
	})
}

/** Call a round off that is not settled. @throws Refusal `wrong-step` unless an editor or whoever asked for it */
export async function callOffBlindRound(
	db: Db,
	actor: Actor,
	claimId: string,
	now = new Date(),
): Promise<void> {
	await db.transaction(async (tx) => {
		const { claim, round } = await openBlindStep(tx, actor, claimId, 'call_off')
		await tx
			.update(blindRounds)
			.set({ state: 'called_off', settledBy: actor.id, settledAt: now })
			.where(eq(blindRounds.id, round.id))
		const detail = { roundId: round.id }
		await recordEvent(tx, actor, { claimId: claim.id, kind: 'call_off_blind', detail }, now)
	})
}

/** @throws Refusal `round-open` while two people are asked for their rating, or differ */
export async function refuseWhileBlind(tx: Db, claimId: string): Promise<void> {
	const round = await findRound(tx, claimId)
	if (round && ['open', 'rated'].includes(round.state)) throw new Refusal('round-open')
}

/** The latest round of a claim with what was said in it, as far as the person may see it; `null` where there is none. */
export async function findBlindRound(
	db: Db,
	actor: Actor,
	claim: { id: string; status: BlindStanding['status']; assigneeId: string | null },
	proposerId: string | null,
): Promise<{ round: BlindRound | null; shown: DeskBlindRound }> {
	const round = await findRound(db, claim.id)
	const standing = { status: claim.status, assigneeId: claim.assigneeId, proposerId, round }
	const steps = (['ask', 'rate', 'settle', 'call_off'] as const).filter((step) =>
		mayTakeBlindStep(standing, step, actor),
	)
	return { round, shown: { steps, round: round && (await describeRound(db, round)) } }
}

/** Every claim that two people rated blind, measured as a whole, by rating of the first and by the claim's language. */
export async function measureBlindRounds(db: Db): Promise<{
	all: Agreement
	byLanguage: { language: Language; agreement: Agreement }[]
	table: { first: string; second: string; count: number }[]
	open: number
}> {
	const one = alias(blindRatings, 'one')
	const other = alias(blindRatings, 'other')
	const [rows, scale, open] = await Promise.all([
		db
			.select({ first: one.rating, second: other.rating, language: claims.language })
			.from(blindRounds)
			.innerJoin(one, and(eq(one.roundId, blindRounds.id), eq(one.raterId, blindRounds.firstRaterId)))
			.innerJoin(other, and(eq(other.roundId, blindRounds.id), eq(other.raterId, blindRounds.secondRaterId)))
			.innerJoin(claims, eq(claims.id, blindRounds.claimId))
			.orderBy(blindRounds.openedAt, blindRounds.id),
		db.select({ key: ratings.key, value: ratings.value }).from(ratings),
		db.$count(blindRounds, eq(blindRounds.state, 'open')),
	])
	const distance = ratingDistance(new Map(scale.map(({ key, value }) => [key, value])))
	const counted = new Map<string, { first: string; second: string; count: number }>()
	for (const { first, second } of rows) {
		const cell = counted.get(`${first} ${second}`) ?? { first, second, count: 0 }
		counted.set(`${first} ${second}`, { ...cell, count: cell.count + 1 })
	}
	return {
		all: measureAgreement(rows, distance),
		byLanguage: languages.map((language) => ({
			language,
			agreement: measureAgreement(
				rows.filter((row) => row.language === language),
				distance,
			),
		})),
		table: [...counted.values()],
		open,
	}
}

/** Lock the claim and make sure that the step is open to the actor. @throws Refusal `not-found`, `wrong-step` */
async function openBlindStep<Step extends BlindStep>(
	tx: Db,
	actor: Actor,
	claimId: string,
	step: Step,
): Promise<{
	claim: ClaimRow
	standing: BlindStanding
	round: Step extends 'ask' ? BlindRound | null : BlindRound
}> {
	const claim = await lockClaim(tx, claimId)
	const waiting = await findWaiting(tx, claimId)
	const round = await findRound(tx, claimId)
	const { status, assigneeId } = claim
	const standing = { status, assigneeId, proposerId: waiting?.proposerId ?? null, round }
	if (!mayTakeBlindStep(standing, step, actor)) throw new Refusal('wrong-step', step)
	return { claim, standing, round: round as Step extends 'ask' ? BlindRound | null : BlindRound }
}

async function findRound(db: Db, claimId: string): Promise<BlindRound | null> {
	const [one] = await db
		.select({
			found: blindRounds,
			ratedBy: sql<
				string[]
			>`array(select b.rater_id from blind_ratings b where b.round_id = ${blindRounds.id})`,
		})
		.from(blindRounds)
		.where(eq(blindRounds.claimId, claimId))
		.orderBy(desc(blindRounds.openedAt), desc(blindRounds.id))
		.limit(1)
	if (!one) return null
	const { found, ratedBy } = one
	return {
		id: found.id,
		state: found.state,
		raterIds: [found.firstRaterId, found.secondRaterId],
		ratedBy,
		openedBy: found.openedBy,
	}
}

/** What was said is shown once both have said it. */
async function describeRound(db: Db, round: BlindRound): Promise<NonNullable<DeskBlindRound['round']>> {
	const settlers = alias(users, 'settlers')
	const [[kept], said, raters] = await Promise.all([
		db
			.select({ round: blindRounds, settler: settlers.name })
			.from(blindRounds)
			.leftJoin(settlers, eq(settlers.id, blindRounds.settledBy))
			.where(eq(blindRounds.id, round.id)),
		db.select().from(blindRatings).where(eq(blindRatings.roundId, round.id)),
		db
			.select({ id: users.id, name: users.name })
			.from(users)
			.where(inArray(users.id, [...round.raterIds])),
	])
	const isShown = ['rated', 'agreed', 'adjudicated'].includes(round.state)
	return {
		state: round.state,
		rating: kept?.round.rating ?? null,
		settler: kept?.settler ?? null,
		reason: kept?.round.reason ?? null,
		raters: round.raterIds.map((id) => {
			const own = said.find(({ raterId }) => raterId === id)
			return {
				id,
				name: raters.find((one) => one.id === id)?.name ?? '',
				hasRated: own !== undefined,
				said: own && isShown ? { rating: own.rating, reason: own.reason } : null,
			}
		}),
	}
}
