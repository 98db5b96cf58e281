import { and, eq, isNotNull } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { readForAnchors, reanchor, sentenceReadsOtherwise } from '#app/domain/anchoring.ts'
import { type Actor, hasRole } from '#app/domain/people.ts'
import { describeQuotation, type Quotation } from '#app/domain/quotation.ts'
import type { Span } from '#app/domain/words.ts'
import { Refusal } from '#app/errors.ts'
import { appearanceAnchors, appearances, articleVersions, figures } from '#drizzle/schema.ts'
import { anchorQuotations, lockVersions } from './anchors.server.ts'
import { type ClaimRow, lockClaim, recordEvent } from './claim-history.server.ts'
import { keepClaimEntry } from './search-entries.server.ts'

/**
 * Move the borders of a quotation: it consists of other words from now on, of the version in which they were chosen,
 * and is carried over anew to the versions after that. What it was stays in the claim's history. Figures of the claim
 * keep their places, or get those that they have in that version, or none.
 * @param input.start half-open with `end`, in UTF-16 code units of the version's text
 * @param input.was where it stood in this version when the person looked; a move made from elsewhere is refused
 * @throws Refusal `not-found` for an unknown quotation or a version of another article; `forbidden` for anybody but
 *   the assignee, an editor, or the claim's maker while it is new; `wrong-step` in review or after it was dropped;
 *   `stale` with where it stands now (`stored`); `invalid` for a range that tears a letter or a figure
 */
export async function moveQuotation(
	db: Db,
	actor: Actor,
	input: Span & { appearanceId: string; versionId: string; was: Span },
	now = new Date(),
): Promise<{ claimId: string; moved: boolean }> {
	return db.transaction(async (tx) => {
		const { appearance, articleId, made, version, claim, anchor } = await openQuotation(tx, input)
		requireQuoter(claim, actor)
		const stood = made.id === version.id ? appearance : anchor
		if (stood?.start !== input.was.start || stood.end !== input.was.end) {
			throw new Refusal('stale', undefined, { stored: stood && { start: stood.start, end: stood.end } })
		}
		const quotation = describe(version.text, input)
		if (quotation.start === stood.start && quotation.end === stood.end)
			return { claimId: claim.id, moved: false }

		await tx.delete(appearanceAnchors).where(eq(appearanceAnchors.appearanceId, appearance.id))
		await tx
			.update(appearances)
			.set({ articleVersionId: version.id, ...quotation })
			.where(eq(appearances.id, appearance.id))
		if (made.id !== version.id) await moveFigures(tx, claim.id, made.text, version.text)
		await anchorQuotations(tx, articleId, now, appearance.id)
		await keepClaimEntry(tx, claim.id)
		await recordEvent(
			tx,
			actor,
			{
				claimId: claim.id,
				kind: 'move_quotation',
				detail: {
					appearanceId: appearance.id,
					articleId,
					before: {
						version: made.number,
						start: appearance.start,
						end: appearance.end,
						exact: appearance.exact,
					},
					after: {
						version: version.number,
						start: quotation.start,
						end: quotation.end,
						exact: quotation.exact,
					},
				},
			},
			now,
		)
		return { claimId: claim.id, moved: true }
	})
}

/**
 * Settle what became of a quotation that the newest version of its article lost: put it where its words stand now, in
 * whatever wording, or say that they are gone for good. What was quoted stays as it was.
 * @param input.place half-open, in UTF-16 code units of the version's text; `null` when they are gone
 * @throws Refusal `not-found`; `stale` when a newer version came in or somebody settled it otherwise meanwhile;
 *   `invalid` for a range that tears a letter or a figure
 */
export async function placeQuotation(
	db: Db,
	actor: Actor,
	input: { appearanceId: string; versionId: string; place: Span | null },
	now = new Date(),
): Promise<{ claimId: string }> {
	return db.transaction(async (tx) => {
		const { appearance, articleId, made, version, claim, anchor } = await openQuotation(tx, input)
		const newer = await tx.$count(
			articleVersions,
			and(eq(articleVersions.articleId, articleId), eq(articleVersions.number, version.number + 1)),
		)
		if (newer > 0 || anchor?.outcome !== 'lost') throw new Refusal('stale')
		const quotation = input.place && describe(version.text, input.place)
		const changed =
			!quotation ||
			sentenceReadsOtherwise(
				readForAnchors(made.text),
				{ start: appearance.start ?? 0, end: appearance.end ?? 0 },
				readForAnchors(version.text),
				quotation,
			)
		await tx
			.update(appearanceAnchors)
			.set({
				outcome: quotation ? 'placed' : 'lost',
				start: quotation?.start ?? null,
				end: quotation?.end ?? null,
				sentenceChanged: changed,
				placedBy: actor.id,
				at: now,
			})
			.where(
				and(eq(appearanceAnchors.appearanceId, appearance.id), eq(appearanceAnchors.versionId, version.id)),
			)
		await recordEvent(
			tx,
			actor,
			{
				claimId: claim.id,
				kind: 'place_quotation',
				detail: {
					appearanceId: appearance.id,
					articleId,
					outcome: quotation ? 'placed' : 'lost',
					before: {
						version: made.number,
						start: appearance.start,
						end: appearance.end,
						exact: appearance.exact,
					},
					...(quotation && {
						after: {
							version: version.number,
							start: quotation.start,
							end: quotation.end,
							exact: quotation.exact,
						},
					}),
				},
			},
			now,
		)
		return { claimId: claim.id }
	})
}

/** A quotation with its claim, locked, and a version of its article that nobody makes a newer one beside. */
async function openQuotation(
	tx: Db,
	{ appearanceId, versionId }: { appearanceId: string; versionId: string },
) {
	const [found] = await tx
		.select({ claimId: appearances.claimId, articleId: appearances.articleId })
		.from(appearances)
		.where(and(eq(appearances.id, appearanceId), isNotNull(appearances.articleVersionId)))
	if (!found?.articleId) throw new Refusal('not-found', `No quotation ${appearanceId}`)
	await lockVersions(tx, found.articleId, 'quotation')
	const claim = await lockClaim(tx, found.claimId)
	const [[quoted], [version], [anchor]] = [
		await tx
			.select({ appearance: appearances, made: articleVersions })
			.from(appearances)
			.innerJoin(articleVersions, eq(articleVersions.id, appearances.articleVersionId))
			.where(eq(appearances.id, appearanceId)),
		await tx
			.select()
			.from(articleVersions)
			.where(and(eq(articleVersions.id, versionId), eq(articleVersions.articleId, found.articleId))),
		await tx
			.select()
			.from(appearanceAnchors)
			.where(
				and(eq(appearanceAnchors.appearanceId, appearanceId), eq(appearanceAnchors.versionId, versionId)),
			),
	]
	if (!quoted || !version) throw new Refusal('not-found', `No version ${versionId} of ${appearanceId}`)
	return { ...quoted, articleId: found.articleId, version, claim, anchor }
}

/** Who may change which words a claim is quoted with. */
function requireQuoter(claim: ClaimRow, actor: Actor): void {
	if (claim.status === 'in_review' || claim.status === 'dropped') throw new Refusal('wrong-step')
	const editor = hasRole(actor.role, 'editor')
	const own = claim.assigneeId === actor.id || (claim.status === 'new' && claim.createdBy === actor.id)
	if (!editor && (claim.status === 'published' || !own)) throw new Refusal('forbidden')
}

function describe(text: string, { start, end }: Span): Quotation {
	try {
		return describeQuotation(text, start, end)
	} catch (error) {
		if (error instanceof RangeError) throw new Refusal('invalid', error.message, { field: 'quotation' })
		throw error
	}
}

/** Find a claim's figures in another version of the text they were read from; those that are not there have no place. */
async function moveFigures(tx: Db, claimId: string, before: string, after: string): Promise<void> {
	const placed = await tx
		.select({
			position: figures.position,
			start: figures.start,
			end: figures.end,
			asWritten: figures.asWritten,
		})
		.from(figures)
		.where(and(eq(figures.claimId, claimId), isNotNull(figures.start)))
	if (placed.length === 0) return
	const [from, to] = [readForAnchors(before), readForAnchors(after)]
	for (const { position, start, end, asWritten } of placed) {
		if (start === null || end === null || before.slice(start, end) !== asWritten) continue
		const found = reanchor(describe(before, { start, end }), from, to)
		const place = found.kind === 'exact' ? found.quotation : null
		await tx
			.update(figures)
			.set({ start: place?.start ?? null, end: place?.end ?? null })
			.where(and(eq(figures.claimId, claimId), eq(figures.position, position)))
	}
}
