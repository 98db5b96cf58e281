import { drizzle } from 'drizzle-orm/postgres-js'
import postgres from 'postgres'
import type { Connection, Db } from '#app/db.server.ts'
import * as schema from '#drizzle/schema.ts'

/** A step of how Postgres answers a query, as EXPLAIN (FORMAT JSON) gives it. */
export type Plan = { 'Node Type': string; 'Plan Rows': number; 'Relation Name'?: string; Plans?: Plan[] }

export type Planned = { query: string; plan: Plan }

/** A database whose queries are explained with the very values they were asked with. */
export function watchPlans(connection: Connection) {
	let sent: { query: string; parameters: unknown[] }[] = []
	const settings = {
		max: 1,
		prepare: false,
		onnotice: () => {},
		debug: (_connection: number, query: string, parameters: unknown[]) => sent.push({ query, parameters }),
	}
	const client =
		typeof connection === 'string' ? postgres(connection, settings) : postgres({ ...settings, ...connection })
	const db: Db = drizzle(client, { schema })
	return {
		db,
		/** How each query of this work is answered. */
		async plansOf(work: (db: Db) => Promise<unknown>): Promise<Planned[]> {
			await client`select 1`
			sent = []
			await work(db)
			const asked = sent.filter(({ query }) => /^\s*(?:select|with|\()/i.test(query))
			const plans: Planned[] = []
			for (const { query, parameters } of asked) {
				const [row] = await client.unsafe<{ 'QUERY PLAN': [{ Plan: Plan }] }[]>(
					`explain (format json) ${query}`,
					parameters as postgres.ParameterOrJSON<never>[],
				)
				if (row) plans.push({ query, plan: row['QUERY PLAN'][0].Plan })
			}
			return plans
		},
		close: () => client.end({ timeout: 5 }),
	}
}

/** More than any page has, and far less than the big tables of a test. */
const pages = 500

/**
 * What of a plan grows with the tables: every big table that is read from end to end, and every sort of more than some
 * pages. Tables that stay small may be read as Postgres likes.
 */
export function growing(plan: Plan, big: readonly string[]): string[] {
	const { 'Node Type': step, 'Relation Name': table, 'Plan Rows': rows } = plan
	return [
		...(step === 'Seq Scan' && table && big.includes(table) ? [`Seq Scan on ${table}`] : []),
		...(step.endsWith('Sort') && rows > pages ? [`${step} of ${rows} rows`] : []),
		...(plan.Plans ?? []).flatMap((part) => growing(part, big)),
	]
}
