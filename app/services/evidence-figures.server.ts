import type { Db } from '#app/db.server.ts'
import type { Figure } from '#app/domain/figure.ts'
import { evidenceFigures } from '#drizzle/schema.ts'

/** Keep the figures of a piece of evidence that has none yet, in their order. */
export async function keepEvidenceFigures(
	tx: Db,
	evidenceId: string,
	figures: readonly Figure[],
): Promise<void> {
	if (figures.length === 0) return
	await tx.insert(evidenceFigures).values(
		figures.map(({ value, unit, comparator, measuredIn, valueTo, base, rounding, asWritten }, index) => ({
			evidenceId,
			position: index + 1,
			value,
			unit,
			comparator,
			measuredIn: measuredIn ?? null,
			valueTo: valueTo ?? null,
			base,
			rounding: rounding ?? null,
			asWritten,
		})),
	)
}

/** A stored figure without what is not known of it. */
export function describeEvidenceFigure(
	row: Omit<typeof evidenceFigures.$inferSelect, 'evidenceId' | 'position'>,
): Figure {
	const { value, unit, comparator, base, asWritten } = row
	return {
		value,
		unit,
		comparator,
		base,
		asWritten,
		...(row.measuredIn !== null && { measuredIn: row.measuredIn }),
		...(row.valueTo !== null && { valueTo: row.valueTo }),
		...(row.rounding !== null && { rounding: row.rounding }),
	}
}
