import { eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Bilingual, Language } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import { hasRole } from '#app/domain/people.ts'
import { staleAfter } from '#app/domain/twins.ts'
import type { DeskDraft } from '#app/domain/workbench.ts'
import { Refusal } from '#app/errors.ts'
import { drafts, ratings, users } from '#drizzle/schema.ts'
import { lockClaim } from './claim-history.server.ts'
import { refuseWhileWaiting } from './proposals.server.ts'

/** The verdict being written: every field may still be empty. */
export type DraftInput = {
	rating: string | null
	summary: Bilingual
	rationale: Bilingual
	asOf: string | null
	/** How the claim stands today where that is not how it stood when it was said, and since when that is so. */
	ratingNow?: string | null
	nowSince?: string | null
	/** When somebody has to look again. */
	reviewOn?: string | null
	/** That a person has read both languages and finds that they say the same. */
	inStep?: boolean
}

/** The verdict being written and who wrote last, or `null` when nobody began. */
export async function findDraft(db: Db, claimId: string): Promise<DeskDraft | null> {
	const [found] = await db
		.select({ draft: drafts, updatedBy: users.name })
		.from(drafts)
		.innerJoin(users, eq(users.id, drafts.updatedBy))
		.where(eq(drafts.claimId, claimId))
	if (!found) return null
	const { draft, updatedBy } = found
	return {
		rating: draft.rating,
		summary: { ar: draft.summaryAr, en: draft.summaryEn },
		rationale: { ar: draft.rationaleAr, en: draft.rationaleEn },
		asOf: draft.asOf,
		ratingNow: draft.ratingNow,
		nowSince: draft.nowSince,
		reviewOn: draft.reviewOn,
		stale: draft.stale,
		revision: draft.revision,
		updatedBy,
		updatedAt: draft.updatedAt.toISOString(),
	}
}

/**
 * Keep the verdict being written. Autosave and the save button both come here.
 * @param input.revision the draft's revision the person started from; 0 when there was none
 * @returns the new revision, and the language that is left behind
 * @throws Refusal `stale` with the stored draft when somebody else saved in between; `wrong-step` unless the
 *   claim is in research or published and nothing waits for a decision; `forbidden` unless it is the actor's
 *   claim, an editor, or a correction; `invalid` for an unknown rating
 */
export async function saveDraft(
	db: Db,
	actor: Actor,
	input: { claimId: string; revision: number; draft: DraftInput },
	now = new Date(),
): Promise<{ revision: number; stale: Language | null }> {
	return db.transaction(async (tx) => {
		const claim = await lockClaim(tx, input.claimId)
		if (claim.status !== 'in_research' && claim.status !== 'published') throw new Refusal('wrong-step')
		if (claim.status === 'in_research' && claim.assigneeId !== actor.id && !hasRole(actor.role, 'editor')) {
			throw new Refusal('forbidden')
		}
		await refuseWhileWaiting(tx, claim.id)
		if (input.draft.rating) await readRating(tx, input.draft.rating)
		if (input.draft.ratingNow) await readRating(tx, input.draft.ratingNow, 'ratingNow')
		return keepDraft(tx, actor, input, now)
	})
}

/**
 * Write the draft of a claim that is locked, unless it already says so.
 * @returns its revision from now on, and the language that it leaves behind
 * @throws Refusal `stale` when it says something else than the revision the person started from
 */
export async function keepDraft(
	tx: Db,
	actor: Actor,
	input: { claimId: string; revision?: number; draft: DraftInput },
	now: Date,
): Promise<{ revision: number; stale: Language | null }> {
	const [stored] = await tx.select().from(drafts).where(eq(drafts.claimId, input.claimId))
	const columns = { ...draftColumns(input.draft), stale: staleOf(stored ?? null, input.draft) }
	const known = stored?.revision ?? 0
	if (stored && sayTheSame(stored, columns)) return { revision: known, stale: columns.stale }
	if (input.revision !== undefined && input.revision !== known)
		throw new Refusal('stale', undefined, { stored })
	const values = { ...columns, revision: known + 1, updatedBy: actor.id, updatedAt: now }
	await tx
		.insert(drafts)
		.values({ claimId: input.claimId, ...values })
		.onConflictDoUpdate({ target: drafts.claimId, set: values })
	return { revision: known + 1, stale: columns.stale }
}

/** Which language the change leaves behind; none where a person says that both say the same. */
function staleOf(stored: typeof drafts.$inferSelect | null, draft: DraftInput): Language | null {
	if (draft.inStep) return null
	const before = stored
		? [
				{ ar: stored.summaryAr, en: stored.summaryEn },
				{ ar: stored.rationaleAr, en: stored.rationaleEn },
			]
		: []
	return staleAfter({ texts: before, stale: stored?.stale ?? null }, [draft.summary, draft.rationale])
}

/** A step of the scale, retired or not. @throws Refusal `invalid` for none */
export async function readRating(tx: Db, key: string | null, field = 'rating') {
	const [rating] = key ? await tx.select().from(ratings).where(eq(ratings.key, key)) : []
	if (!rating) throw new Refusal('invalid', 'No such rating', { field })
	return rating
}

/** The draft as the columns that drafts and proposals share. */
export function draftColumns(draft: DraftInput) {
	return {
		rating: draft.rating,
		summaryAr: draft.summary.ar,
		summaryEn: draft.summary.en,
		rationaleAr: draft.rationale.ar,
		rationaleEn: draft.rationale.en,
		asOf: draft.asOf,
		ratingNow: draft.ratingNow ?? null,
		nowSince: (draft.ratingNow && draft.nowSince) || null,
		reviewOn: draft.reviewOn ?? null,
	}
}

type DraftColumns = ReturnType<typeof draftColumns> & { stale: Language | null }

function sayTheSame(stored: DraftColumns, columns: DraftColumns): boolean {
	const names = Object.keys(columns) as (keyof DraftColumns)[]
	return names.every((name) => (stored[name] || null) === (columns[name] || null))
}
