import { eq, inArray, type SQL, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { compareRows, type LedgerFigure, type LedgerQuantity, standingOf } from '#app/domain/figure-ledger.ts'
import type { FigureUnit } from '#app/domain/figure.ts'
import { keyOfClaim } from '#app/domain/match-key.ts'
import { readStatement } from '#app/domain/match-statement.ts'
import { nameQuantity } from '#app/domain/quantity.ts'
import { articles, claimants, claims, figures } from '#drizzle/schema.ts'
import { describeFigure } from './claim-figures.server.ts'
import { escapeLexeme } from './match-keys.server.ts'

/** Narrows the ledger to quantities of which some figure is so; `null` narrows nothing. */
export type LedgerFilter = { country: string | null; unit: FigureUnit | null; words: string | null }

/** Where a page of the ledger ended: its last quantity. */
export type LedgerCursor = { claims: number; values: number; key: string }

const pageSize = 15
/** So many figures of one quantity stand on a page of many, and so many on a page of its own. */
const shownOfMany = 6
const shownOfOne = 200

/** The cursor as one word for an address, and back; `null` for anything that is not one. */
export function writeLedgerCursor({ claims, values, key }: LedgerCursor): string {
	return `${claims}.${values}.${key}`
}

export function readLedgerCursor(value: string | null): LedgerCursor | null {
	const [, claims, values, key] = /^(\d{1,9})\.(\d{1,9})\.([0-9a-f]{16})$/.exec(value ?? '') ?? []
	return key ? { claims: Number(claims), values: Number(values), key } : null
}

/**
 * Quantities that claims give figures of: those with the most claims first, then those with the most values. What was
 * joined to another claim counts as that one. Two statements, whatever there is.
 */
export async function listQuantities(
	db: Db,
	filter: LedgerFilter,
	after: LedgerCursor | null,
): Promise<{ quantities: LedgerQuantity[]; next: string | null }> {
	const found = await db.execute<{ key: string; claims: number; values: number; figures: number }>(sql`
		select f.quantity as key, count(distinct f.claim_id)::int as claims, count(distinct f.value)::int as values,
			count(*)::int as figures
		from ${figures} f join ${claims} c on c.id = f.claim_id
		where f.quantity is not null and c.duplicate_of is null ${narrow(filter)}
		group by f.quantity
		${
			after
				? sql`having (count(distinct f.claim_id), count(distinct f.value), f.quantity)
					< (${after.claims}::bigint, ${after.values}::bigint, ${after.key})`
				: sql``
		}
		order by count(distinct f.claim_id) desc, count(distinct f.value) desc, f.quantity desc
		limit ${pageSize + 1}`)
	const page = found.slice(0, pageSize)
	const last = page.at(-1)
	return {
		quantities: await fillIn(db, page, shownOfMany),
		next: found.length > pageSize && last ? writeLedgerCursor(last) : null,
	}
}

/** One quantity with its figures, at most 200; `null` when no figure is of it. */
export async function findQuantity(db: Db, key: string): Promise<LedgerQuantity | null> {
	const [counted] = await db.execute<{ claims: number; figures: number }>(sql`
		select count(distinct f.claim_id)::int as claims, count(*)::int as figures
		from ${figures} f join ${claims} c on c.id = f.claim_id
		where f.quantity = ${key} and c.duplicate_of is null`)
	if (!counted || counted.figures === 0) return null
	const [quantity] = await fillIn(db, [{ key, ...counted }], shownOfOne)
	return quantity ?? null
}

function narrow({ country, unit, words }: LedgerFilter): SQL {
	const conditions: SQL[] = []
	if (country)
		conditions.push(
			sql`exists (select from claim_countries k where k.claim_id = f2.claim_id and k.country = ${country})`,
		)
	if (unit) conditions.push(sql`f2.unit = ${unit}`)
	const terms = words
		? keyOfClaim(readStatement(words))
				.stems.map((stem) => `'${escapeLexeme(stem)}'`)
				.join(' & ')
		: ''
	if (words)
		conditions.push(
			terms
				? sql`exists (select from claim_match_keys m where m.claim_id = f2.claim_id and m.stems @@ ${terms}::tsquery)`
				: sql`false`,
		)
	if (conditions.length === 0) return sql``
	return sql`and f.quantity in (select f2.quantity from ${figures} f2 where ${sql.join(conditions, sql` and `)})`
}

async function fillIn(
	db: Db,
	found: { key: string; claims: number; figures: number }[],
	shown: number,
): Promise<LedgerQuantity[]> {
	if (found.length === 0) return []
	const rows = await readRows(
		db,
		found.map(({ key }) => key),
		shown,
	)
	return found.map(({ key, claims: count, figures: total }) => {
		const own = compareRows(rows.filter((row) => row.quantity === key).map(({ row }) => row))
		const first = own[0]
		const name = (statement: string | null | undefined) =>
			statement && first ? nameQuantity(statement, first.figure) : null
		return {
			key,
			name: { ar: name(first?.claim.statement.ar), en: name(first?.claim.statement.en) },
			claims: count,
			figures: total,
			standing: standingOf(own),
			rows: own,
		}
	})
}

/** The figures of some quantities, the earliest said first. */
async function readRows(
	db: Db,
	keys: string[],
	shown: number,
): Promise<{ quantity: string; row: LedgerFigure }[]> {
	const said = sql`coalesce(${claims.claimedOn}, (${claims.createdAt} at time zone 'UTC')::date)`
	const ranked = db
		.select({
			claimId: figures.claimId,
			position: figures.position,
			rank: sql<number>`row_number() over (partition by ${figures.quantity}
				order by ${said}, ${claims.createdAt}, ${figures.claimId}, ${figures.position})`.as('rank'),
		})
		.from(figures)
		.innerJoin(claims, eq(claims.id, figures.claimId))
		.where(sql`${inArray(figures.quantity, keys)} and ${claims.duplicateOf} is null`)
		.as('ranked')
	const rows = await db
		.select({ figure: figures, claim: claims, claimant: claimants, article: articles })
		.from(ranked)
		.innerJoin(
			figures,
			sql`${figures.claimId} = ${ranked.claimId} and ${figures.position} = ${ranked.position}`,
		)
		.innerJoin(claims, eq(claims.id, figures.claimId))
		.leftJoin(claimants, eq(claimants.id, claims.claimantId))
		.leftJoin(
			articles,
			sql`${articles.id} = (select a.article_id from appearances a where a.claim_id = ${claims.id}
				and a.article_id is not null order by a.created_at, a.id limit 1)`,
		)
		.where(sql`${ranked.rank} <= ${shown}`)
		.orderBy(figures.quantity, ranked.rank)
	return rows.map(({ figure, claim, claimant, article }) => ({
		quantity: figure.quantity ?? '',
		row: {
			figure: describeFigure(figure),
			claim: {
				id: claim.id,
				statement: { ar: claim.statementAr, en: claim.statementEn },
				status: claim.status,
				rating: claim.rating,
			},
			claimant: claimant && { ar: claimant.nameAr, en: claimant.nameEn },
			claimedOn: claim.claimedOn,
			article: article && { id: article.id, title: article.title, outlet: article.outlet },
		},
	}))
}
