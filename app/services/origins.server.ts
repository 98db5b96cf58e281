import { sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { type Origins, traceOrigins } from '#app/domain/origins.ts'

/** What the sources of a claim's evidence go back to, with names for whatever is an origin or of a circle. */
export type ClaimOrigins = Origins & {
	/** How many different sources are cited. */
	sources: number
	/** By node: a source with its id, or an origin that is only named. */
	names: Record<string, { name: string; sourceId: string | null }>
}

type Row = { from: string; to: string; name: string; source_id: string | null }

/** What the sources of a claim's evidence rely on, however far back it is recorded. Two statements. */
export async function readOrigins(db: Db, claimId: string): Promise<ClaimOrigins> {
	const [cited, edges] = await Promise.all([
		db.execute<{ id: string; name: string }>(sql`
			select distinct s.id, coalesce(s.title, s.publisher, s.url, s.id) as name
			from evidence e join sources s on s.id = e.source_id
			where e.claim_id = ${claimId} and e.removed_at is null`),
		db.execute<Row>(sql`
			with recursive reached(id) as (
				select e.source_id from evidence e where e.claim_id = ${claimId} and e.removed_at is null
				union
				select r.on_source_id from reached x join reliances r on r.source_id = x.id
				where r.removed_at is null and r.on_source_id is not null
			)
			select 'source ' || r.source_id as from, coalesce('source ' || r.on_source_id, 'name ' || r.on_key) as to,
				coalesce(s.title, s.publisher, s.url, r.on_name, r.on_source_id) as name, r.on_source_id as source_id
			from reached x join reliances r on r.source_id = x.id and r.removed_at is null
			left join sources s on s.id = r.on_source_id`),
	])
	const nodes = cited.map(({ id }) => `source ${id}`)
	return {
		...traceOrigins(nodes, [...edges]),
		sources: nodes.length,
		names: Object.fromEntries([
			...[...edges].map(({ to, name, source_id }) => [to, { name, sourceId: source_id }]),
			...[...cited].map(({ id, name }) => [`source ${id}`, { name, sourceId: id }]),
		]) as ClaimOrigins['names'],
	}
}
