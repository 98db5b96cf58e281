import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'

/** What every claim counts for, counted afresh: once in all countries and articles, and in each of its own. */
const recount = sql`
	select places.article as article_id, to_char(c.created_at at time zone 'UTC', 'YYYY-MM-DD') as day,
		cc.country, c.status, coalesce(c.rating, '') as rating, count(distinct c.id)::int as count
	from claims c
	join lateral (
		select '' as country union select k.country from claim_countries k where k.claim_id = c.id
	) cc on true
	join lateral (
		select '' as article union select a.article_id from appearances a
		where a.claim_id = c.id and a.article_id is not null
	) places on true
	group by 1, 2, 3, 4, 5`

/** The cells in which the roll-up says something else than the claims themselves; none, if all is well. */
export async function findRollUpFaults(db: Db): Promise<Record<string, unknown>[]> {
	const byDay = await db.execute(sql`
		with counted as (${recount}), kept as (
			select article_id, day::text, country, status, rating, count from daily_status_counts where count <> 0
		)
		(select 'not kept' as fault, * from (table counted except table kept) a)
		union all (select 'not counted', * from (table kept except table counted) b)`)
	const inAll = await db.execute(sql`
		with counted as (
			select article_id, country, status, rating, sum(count)::int as count from (${recount}) c group by 1, 2, 3, 4
		), kept as (select article_id, country, status, rating, count from status_counts where count <> 0)
		(select 'not kept' as fault, * from (table counted except table kept) a)
		union all (select 'not counted', * from (table kept except table counted) b)`)
	return [...byDay, ...inAll]
}
