import { eq, or, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { ClaimantKind } from '#app/domain/claim.ts'
import { matchKey } from '#app/domain/normalise.ts'
import { makeSlug } from '#app/domain/slug.ts'
import { newId } from '#app/ids.server.ts'
import { claimants } from '#drizzle/schema.ts'

export type ClaimantInput = {
	kind: ClaimantKind
	nameAr: string | null
	nameEn: string | null
	roleAr?: string | null
	roleEn?: string | null
}

/**
 * The claimant of this name in either language, whatever the spelling (hamza, diacritics, digits), or a
 * new one. What was not known of the claimant before is filled in; what was known is left as it is.
 */
export async function findOrAddClaimant(tx: Db, input: ClaimantInput): Promise<string> {
	const nameKeyAr = input.nameAr ? matchKey(input.nameAr) : null
	const nameKeyEn = input.nameEn ? matchKey(input.nameEn) : null
	const [known, another] = await tx
		.select()
		.from(claimants)
		.where(
			or(
				nameKeyAr ? eq(claimants.nameKeyAr, nameKeyAr) : undefined,
				nameKeyEn ? eq(claimants.nameKeyEn, nameKeyEn) : undefined,
			),
		)
		.orderBy(claimants.id)
		.limit(2)
	if (!known) {
		const id = newId()
		const added = await tx
			.insert(claimants)
			.values({
				id,
				slug: makeSlug(input.nameEn ?? input.nameAr ?? '', id.slice(0, 6)),
				kind: input.kind,
				nameAr: input.nameAr,
				nameEn: input.nameEn,
				roleAr: input.roleAr ?? null,
				roleEn: input.roleEn ?? null,
				nameKeyAr,
				nameKeyEn,
			})
			.onConflictDoNothing()
			.returning({ id: claimants.id })
		// Somebody added the same name at this very moment: theirs is committed by now.
		return added[0]?.id ?? findOrAddClaimant(tx, input)
	}
	// Two claimants, one for each name: nothing is known that would make them one.
	if (another) return known.id
	await tx
		.update(claimants)
		.set({
			nameAr: sql`coalesce(${claimants.nameAr}, ${input.nameAr})`,
			nameEn: sql`coalesce(${claimants.nameEn}, ${input.nameEn})`,
			roleAr: sql`coalesce(${claimants.roleAr}, ${input.roleAr ?? null})`,
			roleEn: sql`coalesce(${claimants.roleEn}, ${input.roleEn ?? null})`,
			nameKeyAr: sql`coalesce(${claimants.nameKeyAr}, ${nameKeyAr})`,
			nameKeyEn: sql`coalesce(${claimants.nameKeyEn}, ${nameKeyEn})`,
		})
		.where(eq(claimants.id, known.id))
	return known.id
}

/** Claimants to choose from while a claim is written. */
export async function listClaimantChoices(db: Db, size = 300) {
	return db
		.select({ id: claimants.id, kind: claimants.kind, nameAr: claimants.nameAr, nameEn: claimants.nameEn })
		.from(claimants)
		.orderBy(claimants.nameAr, claimants.nameEn)
		.limit(size)
}
