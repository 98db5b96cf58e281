import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { DeskPrecedent } from '#app/domain/workbench.ts'

/** So many of each kind are worth reading before deciding. */
const shown = 5

/**
 * Verdicts in force on other claims that bear on this one, the latest first: about the same quantity, by the same
 * claimant, or where people hesitated between the rating being written and another (a correction changed it, two blind
 * raters differed, or a proposal came back because of it). At most five of each kind.
 * @param rating the rating being written; `null` finds no borders
 */
export async function listPrecedents(
	db: Db,
	claimId: string,
	rating: string | null,
): Promise<DeskPrecedent[]> {
	const rows = await db.execute<{
		kind: DeskPrecedent['kind']
		claimId: string
		slug: string
		ar: string | null
		en: string | null
		rating: string
		publishedAt: string
		between: [string, string] | null
	}>(sql`
		with own as (select id, claimant_id from claims where id = ${claimId}),
		same_figure as (
			select distinct f.claim_id from figures f
			where f.quantity in (select quantity from figures where claim_id = ${claimId} and quantity is not null)
				and f.claim_id <> ${claimId}
		),
		same_claimant as (
			select c.id as claim_id from claims c join own on c.claimant_id = own.claimant_id
				join claimants p on p.id = own.claimant_id and p.kind <> 'unnamed'
			where c.id <> own.id
		),
		borders as (
			select claim_id, rating_before as one, rating_after as other from corrections
			where ${rating}::text in (rating_before, rating_after) and rating_before <> rating_after
			union
			select r.claim_id, a.rating, b.rating from blind_rounds r
				join blind_ratings a on a.round_id = r.id and a.rater_id = r.first_rater_id
				join blind_ratings b on b.round_id = r.id and b.rater_id = r.second_rater_id
			where ${rating}::text in (a.rating, b.rating) and a.rating <> b.rating
			union
			select p.claim_id, p.rating, f.rating from proposals p join fact_checks f on f.claim_id = p.claim_id
			where p.decision = 'returned' and p.reason = 'rating_disputed' and p.rating <> f.rating
				and ${rating}::text in (p.rating, f.rating)
		),
		found as (
			select 'figure' as kind, claim_id, null::jsonb as between from same_figure
			union all
			select 'claimant', claim_id, null from same_claimant
			union all
			select distinct on (claim_id) 'border', claim_id, jsonb_build_array(one, other) from borders
			where claim_id <> ${claimId}
		),
		ranked as (
			select found.kind, found.between, f.claim_id, f.slug, f.rating, f.published_at,
				row_number() over (partition by found.kind order by f.published_at desc, f.claim_id) as place
			from found join fact_checks f on f.claim_id = found.claim_id and not f.retracted
		)
		select r.kind, r.claim_id as "claimId", r.slug, c.statement_ar as ar, c.statement_en as en, r.rating,
			to_char(r.published_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') as "publishedAt", r.between
		from ranked r join claims c on c.id = r.claim_id
		where r.place <= ${shown}
		order by array_position(array['figure', 'claimant', 'border'], r.kind), r.place`)
	return [...rows].map(({ ar, en, ...row }) => ({ ...row, statement: { ar, en } }))
}
