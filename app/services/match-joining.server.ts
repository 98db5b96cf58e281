import { and, eq, inArray, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import { advance } from '#app/domain/workflow.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { appearanceAnchors, appearances, claims, matches } from '#drizzle/schema.ts'
import { type ClaimRow, keepTally, lockBothClaims, recordEvent } from './claim-history.server.ts'
import { moveUncounted } from './claim-steps.server.ts'
import { keepClaimEntry } from './search-entries.server.ts'

/**
 * Make one claim of two that were confirmed to say the same: the kept one gets the other's appearances, and the other
 * is dropped as its duplicate. Appearances are copied, so that nothing is lost of the dropped one, and so are
 * their places in newer versions. What was published does not change: a verdict has the new appearances from its next
 * version on.
 * @returns how many appearances the kept claim was given
 * @throws Refusal `not-found`; `invalid` for a claim and itself; `wrong-step` when no repeat is confirmed, when the kept
 *   claim is dropped, or when the other is past its research; `forbidden` when somebody else has the other in hand
 */
export async function joinClaims(
	db: Db,
	actor: Actor,
	{ keptId, joinedId }: { keptId: string; joinedId: string },
	now = new Date(),
): Promise<{ given: number }> {
	if (keptId === joinedId) throw new Refusal('invalid', 'A claim is not joined to itself')
	return db.transaction(async (tx) => {
		const { one: kept, other: joined } = await lockBothClaims(tx, keptId, joinedId)
		await requireConfirmedRepeat(tx, keptId, joinedId)
		if (kept.status === 'dropped') throw new Refusal('wrong-step', 'A dropped claim is not kept')
		if (advance(joined.status, 'drop') === null) throw new Refusal('wrong-step', 'It is past its research')
		if (!mayJoin(joined, actor)) throw new Refusal('forbidden', 'Somebody else has that claim in hand')
		return keepTally(tx, [keptId, joinedId], async () => {
			const given = await copyAppearances(tx, joined, kept)
			await keepClaimEntry(tx, keptId)
			await moveUncounted(tx, actor, joined, 'drop', now, {
				set: { dropReason: 'duplicate', duplicateOf: keptId },
				detail: { reason: 'duplicate', ...sayClaim('duplicateOf', kept) },
			})
			// What was joined to it before follows it.
			await tx.update(claims).set({ duplicateOf: keptId }).where(eq(claims.duplicateOf, joinedId))
			await takeBackSuggestions(tx, joinedId)
			await recordEvent(
				tx,
				actor,
				{ claimId: keptId, kind: 'join', detail: { ...sayClaim('joined', joined), given } },
				now,
			)
			return { given }
		})
	})
}

/**
 * Whether somebody may join a claim to another: as they may drop it, and one that nobody has in hand is anybody's, since
 * they could take it first.
 */
export function mayJoin(claim: Pick<ClaimRow, 'assigneeId'>, actor: Pick<Actor, 'id' | 'role'>): boolean {
	return claim.assigneeId === null || claim.assigneeId === actor.id || hasRole(actor.role, 'editor')
}

async function requireConfirmedRepeat(tx: Db, keptId: string, joinedId: string): Promise<void> {
	const confirmed = await tx.$count(
		matches,
		and(
			eq(matches.state, 'confirmed'),
			eq(matches.kind, 'repeats'),
			inArray(matches.firstId, [keptId, joinedId]),
			inArray(matches.secondId, [keptId, joinedId]),
		),
	)
	if (confirmed === 0) throw new Refusal('wrong-step', 'No repeat was confirmed of the two')
}

/** What the history of one claim says of another. */
function sayClaim(name: 'duplicateOf' | 'joined', claim: ClaimRow): Record<string, unknown> {
	return { [name]: claim.id, statement: { ar: claim.statementAr, en: claim.statementEn } }
}

/** Those at places where the kept claim has none yet. */
async function copyAppearances(tx: Db, joined: ClaimRow, kept: ClaimRow): Promise<number> {
	const place = ({ articleVersionId, start, end, url }: typeof appearances.$inferSelect) =>
		JSON.stringify([articleVersionId, start, end, url])
	const rows = await tx
		.select()
		.from(appearances)
		.where(inArray(appearances.claimId, [joined.id, kept.id]))
		.orderBy(appearances.createdAt, appearances.id)
	const taken = new Set(rows.filter(({ claimId }) => claimId === kept.id).map(place))
	const copies = rows
		.filter((row) => row.claimId === joined.id && !taken.has(place(row)))
		.map((row) => ({ from: row.id, row: { ...row, id: newId(), claimId: kept.id } }))
	if (copies.length === 0) return 0
	await tx.insert(appearances).values(copies.map(({ row }) => row))
	const pairs = JSON.stringify(copies.map(({ from, row }) => ({ from, to: row.id })))
	await tx.execute(sql`
		insert into ${appearanceAnchors} (appearance_id, version_id, outcome, start, "end", sentence_changed, placed_by, at)
		select p.to, a.version_id, a.outcome, a.start, a."end", a.sentence_changed, a.placed_by, a.at
		from jsonb_to_recordset(${pairs}::jsonb) as p("from" text, "to" text)
		join ${appearanceAnchors} a on a.appearance_id = p.from`)
	return copies.length
}

async function takeBackSuggestions(tx: Db, claimId: string): Promise<void> {
	await tx
		.delete(matches)
		.where(and(eq(matches.state, 'suggested'), sql`${claimId} in (${matches.firstId}, ${matches.secondId})`))
}
