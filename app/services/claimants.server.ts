import { and, eq, inArray, ne, or, sql, type SQL } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { ClaimantKind } from '#app/domain/claim.ts'
import { type AlikeClaimant, looksOf } from '#app/domain/look-alike.ts'
import { matchKey } from '#app/domain/normalise.ts'
import { makeSlug } from '#app/domain/slug.ts'
import { Refusal } from '#app/errors.ts'
import { newId } from '#app/ids.server.ts'
import { claimants } from '#drizzle/schema.ts'
import { keepEntriesOfClaimant } from './search-entries.server.ts'

export type ClaimantInput = {
	kind: ClaimantKind
	nameAr: string | null
	nameEn: string | null
	roleAr?: string | null
	roleEn?: string | null
	/** What a person answered who was shown claimants that look alike: it is this one, or none of them. */
	decided?: { sameAs: string } | 'another'
}

/**
 * The claimant of this name in either language, whatever the spelling (hamza, diacritics, digits), or a
 * new one. What was not known of the claimant before is filled in; what was known is left as it is.
 * @throws Refusal `look-alike` for a name that is new and looks like another claimant's, until a person has decided;
 *   the detail holds the `name` and the claimants it is `alike`
 */
export async function findOrAddClaimant(tx: Db, input: ClaimantInput): Promise<string> {
	const names = {
		nameKeyAr: input.nameAr ? matchKey(input.nameAr) : null,
		nameKeyEn: input.nameEn ? matchKey(input.nameEn) : null,
		looksAr: input.nameAr ? looksOf(input.nameAr) : null,
		looksEn: input.nameEn ? looksOf(input.nameEn) : null,
	}
	const [known, another] = await tx
		.select()
		.from(claimants)
		.where(
			or(
				names.nameKeyAr ? eq(claimants.nameKeyAr, names.nameKeyAr) : undefined,
				names.nameKeyEn ? eq(claimants.nameKeyEn, names.nameKeyEn) : undefined,
			),
		)
		.orderBy(claimants.id)
		.limit(2)
	// Two claimants, one for each name: nothing is known that would make them one.
	if (known && another) return known.id

	// Only a name that is written for the first time can be an impostor's.
	const first = {
		looksAr: known?.nameAr ? null : names.looksAr,
		looksEn: known?.nameEn ? null : names.looksEn,
	}
	const alike = await findAlike(tx, first, known?.id)
	const { decided } = input
	if (typeof decided === 'object' && alike.some(({ id }) => id === decided.sameAs)) return decided.sameAs
	if (alike.length > 0 && decided !== 'another') {
		throw new Refusal('look-alike', undefined, { name: input.nameAr ?? input.nameEn, alike })
	}
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
				...names,
			})
			.onConflictDoNothing()
			.returning({ id: claimants.id })
		// Somebody added the same name at this very moment: theirs is committed by now.
		return added[0]?.id ?? findOrAddClaimant(tx, input)
	}
	await tx
		.update(claimants)
		.set({
			nameAr: sql`coalesce(${claimants.nameAr}, ${input.nameAr})`,
			nameEn: sql`coalesce(${claimants.nameEn}, ${input.nameEn})`,
			roleAr: sql`coalesce(${claimants.roleAr}, ${input.roleAr ?? null})`,
			roleEn: sql`coalesce(${claimants.roleEn}, ${input.roleEn ?? null})`,
			nameKeyAr: sql`coalesce(${claimants.nameKeyAr}, ${names.nameKeyAr})`,
			nameKeyEn: sql`coalesce(${claimants.nameKeyEn}, ${names.nameKeyEn})`,
			looksAr: sql`coalesce(${claimants.looksAr}, ${names.looksAr})`,
			looksEn: sql`coalesce(${claimants.looksEn}, ${names.looksEn})`,
		})
		.where(eq(claimants.id, known.id))
	const learnt = (!known.nameAr && input.nameAr) || (!known.nameEn && input.nameEn)
	if (learnt) await keepEntriesOfClaimant(tx, known.id)
	return known.id
}

/** The claimants one of whose names looks like one of these, a few at most. */
async function findAlike(
	tx: Db,
	names: { looksAr: string | null; looksEn: string | null },
	besides: string | undefined,
): Promise<AlikeClaimant[]> {
	const looks = [...new Set([names.looksAr, names.looksEn].filter((name) => name !== null))].filter(Boolean)
	if (looks.length === 0) return []
	// One at a time for one look, so that of two impostors who come together the second is noticed.
	for (const name of looks.sort()) {
		await tx.execute(sql`select pg_advisory_xact_lock(hashtextextended(${`claimant ${name}`}, 0))`)
	}
	return tx
		.select({ id: claimants.id, kind: claimants.kind, nameAr: claimants.nameAr, nameEn: claimants.nameEn })
		.from(claimants)
		.where(
			and(
				or(inArray(claimants.looksAr, looks), inArray(claimants.looksEn, looks)),
				besides ? ne(claimants.id, besides) : undefined,
			),
		)
		.orderBy(claimants.id)
		.limit(5)
}

/**
 * Write down what every claimant's names look like, where that is missing or was found by older rules. To be called
 * when a process starts, after the migrations.
 * @returns how many claimants were written
 */
export async function refreshLooks(db: Db): Promise<number> {
	const rows = await db
		.select({
			id: claimants.id,
			nameAr: claimants.nameAr,
			nameEn: claimants.nameEn,
			looksAr: claimants.looksAr,
			looksEn: claimants.looksEn,
		})
		.from(claimants)
	const changed = rows
		.map(({ id, nameAr, nameEn, ...stored }) => ({
			id,
			stored,
			looksAr: nameAr ? looksOf(nameAr) : null,
			looksEn: nameEn ? looksOf(nameEn) : null,
		}))
		.filter(({ stored, looksAr, looksEn }) => stored.looksAr !== looksAr || stored.looksEn !== looksEn)
	for (let begin = 0; begin < changed.length; begin += 1000) {
		const rows: SQL[] = changed
			.slice(begin, begin + 1000)
			.map(({ id, looksAr, looksEn }) => sql`(${id}::text, ${looksAr}::text, ${looksEn}::text)`)
		await db.execute(sql`update claimants c set looks_ar = v.ar, looks_en = v.en
			from (values ${sql.join(rows, sql`, `)}) v (id, ar, en) where c.id = v.id`)
	}
	return changed.length
}

/** Claimants to choose from while a claim is written. */
export async function listClaimantChoices(db: Db, size = 300) {
	return db
		.select({ id: claimants.id, kind: claimants.kind, nameAr: claimants.nameAr, nameEn: claimants.nameEn })
		.from(claimants)
		.orderBy(claimants.nameAr, claimants.nameEn)
		.limit(size)
}
