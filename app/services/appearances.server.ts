import { and, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Actor } from '#app/domain/people.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { appearances, articleVersions } from '#drizzle/schema.ts'
import { anchorQuotations } from './anchors.server.ts'
import { keepTally, lockClaim, recordEvent } from './claim-history.server.ts'
import { placeQuotation, type QuotedWords } from './claims.server.ts'
import { keepClaimEntry } from './search-entries.server.ts'
import { once } from './submissions.server.ts'

/**
 * Record that a claim is made in one more place, so that one verdict serves many articles. Words that are quoted for
 * the claim already are not quoted twice. A published verdict has the new place from its next version on.
 * @param input.submission the key of the form; the same form sent again adds nothing
 * @returns the claim's id and the article's, and whether a place was added now
 * @throws Refusal `not-found` for an unknown claim or article version; `quotation-absent` or `quotation-ambiguous`;
 *   `wrong-step` for a claim that was dropped
 */
export async function addAppearance(
	db: Db,
	actor: Actor,
	input: { claimId: string; quotation: QuotedWords; submission: string },
	now = new Date(),
): Promise<{ claimId: string; articleId: string; made: boolean }> {
	return db.transaction(async (tx) => {
		const [version] = await tx
			.select()
			.from(articleVersions)
			.where(eq(articleVersions.id, input.quotation.versionId))
		if (!version) throw new Refusal('not-found', `No article version ${input.quotation.versionId}`)
		let added = false
		const { id: claimId } = await once(tx, actor, input.submission, now, async () => {
			const claim = await lockClaim(tx, input.claimId)
			if (claim.status === 'dropped') throw new Refusal('wrong-step', 'The claim was dropped')
			const quotation = placeQuotation(version.text, input.quotation)
			const present = await tx.$count(
				appearances,
				and(
					eq(appearances.claimId, claim.id),
					eq(appearances.articleVersionId, version.id),
					eq(appearances.start, quotation.start),
					eq(appearances.end, quotation.end),
				),
			)
			if (present > 0) return claim.id
			added = true
			const id = newId()
			await keepTally(tx, [claim.id], () =>
				tx.insert(appearances).values({
					id,
					claimId: claim.id,
					articleId: version.articleId,
					articleVersionId: version.id,
					...quotation,
					createdBy: actor.id,
					createdAt: now,
				}),
			)
			await anchorQuotations(tx, version.articleId, now, id)
			await keepClaimEntry(tx, claim.id)
			const detail = { exact: quotation.exact, articleId: version.articleId, appearanceId: id }
			await recordEvent(tx, actor, { claimId: claim.id, kind: 'add_appearance', detail }, now)
			return claim.id
		})
		return { claimId, articleId: version.articleId, made: added }
	})
}
