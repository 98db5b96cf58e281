import { eq, inArray, isNull, ne, and, or, sql } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import type { Figure } from '#app/domain/figure.ts'
import type { MatchReason } from '#app/domain/match-kinds.ts'
import { readStatement } from '#app/domain/match-statement.ts'
import { describeQuantity, familyOf, isSameFigure } from '#app/domain/quantity.ts'
import { sha256 } from '#app/ids.server.ts'
import { claims, figures, matches } from '#drizzle/schema.ts'
import { describeFigure } from './claim-figures.server.ts'

/**
 * Keep of which quantity each figure of a claim is. A figure is of the quantity of another claim's figure when a match
 * of the two that nobody rejected lays them side by side, of the oldest such claim; else of the one that its own words
 * describe (`describeQuantity`). Call it after `suggestMatches`, and when a match was decided. Four statements,
 * however many figures and matches there are.
 */
export async function keepQuantities(tx: Db, claimId: string): Promise<void> {
	const own = await tx
		.select({ figure: figures, ar: claims.statementAr, en: claims.statementEn })
		.from(figures)
		.innerJoin(claims, eq(claims.id, figures.claimId))
		.where(eq(figures.claimId, claimId))
	const text = own[0]?.ar ?? own[0]?.en
	if (!text) return
	const sameAs = await findSame(tx, claimId)
	const statement = readStatement(text)
	const kept = own.map(({ figure: row }) => {
		const figure = describeFigure(row)
		const same = sameAs.find(({ mine, theirs }) => isSameFigure(figure, mine) && isOfFamily(figure, theirs))
		const quantity = same?.quantity ?? sha256(describeQuantity(statement, figure)).slice(0, 16)
		return { position: row.position, quantity }
	})
	await tx.execute(sql`
		update ${figures} set quantity = kept.quantity
		from jsonb_to_recordset(${JSON.stringify(kept)}::jsonb) as kept(position int, quantity text)
		where ${figures.claimId} = ${claimId} and ${figures.position} = kept.position`)
}

const isOfFamily = (one: Figure, other: Figure) => familyOf(one) === familyOf(other)

type FigureReason = Extract<MatchReason, { kind: 'figures' }>
type Same = { mine: FigureReason['first']; theirs: Figure; quantity: string }

/** Figures of other claims that matches lay beside this claim's, those of the oldest claim first. */
async function findSame(tx: Db, claimId: string): Promise<Same[]> {
	const found = await tx
		.select({ firstId: matches.firstId, secondId: matches.secondId, reasons: matches.reasons })
		.from(matches)
		.where(
			and(ne(matches.state, 'rejected'), or(eq(matches.firstId, claimId), eq(matches.secondId, claimId))),
		)
	const pairs = found.flatMap(({ firstId, secondId, reasons }) =>
		reasons
			.filter((reason) => reason.kind === 'figures')
			.map(({ first, second }) =>
				firstId === claimId
					? { otherId: secondId, mine: first, other: second }
					: { otherId: firstId, mine: second, other: first },
			),
	)
	if (pairs.length === 0) return []
	const others = await tx
		.select({ figure: figures })
		.from(figures)
		.innerJoin(claims, eq(claims.id, figures.claimId))
		.where(
			inArray(
				figures.claimId,
				pairs.map(({ otherId }) => otherId),
			),
		)
		.orderBy(claims.createdAt, claims.id, figures.position)
	return others.flatMap(({ figure: row }) => {
		const { quantity } = row
		if (quantity === null) return []
		const theirs = describeFigure(row)
		return pairs
			.filter(({ otherId, other }) => otherId === row.claimId && isSameFigure(theirs, other))
			.map(({ mine }) => ({ mine, theirs, quantity }))
	})
}

/** So many claims are read at once. */
const batchSize = 200

/** The same for all claims whose figures are older than the ledger. @returns how many claims were read */
export async function keepMissingQuantities(db: Db): Promise<number> {
	let count = 0
	for (;;) {
		const missing = await db.transaction(async (tx) => {
			const rows = await tx
				.selectDistinct({ id: figures.claimId })
				.from(figures)
				.where(isNull(figures.quantity))
				.orderBy(figures.claimId)
				.limit(batchSize)
			for (const { id } of rows) await keepQuantities(tx, id)
			return rows.length
		})
		count += missing
		if (missing < batchSize) return count
	}
}
