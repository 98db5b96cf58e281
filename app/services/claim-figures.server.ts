import { asc, eq } from 'drizzle-orm'
import type { Db } from '#app/db.server.ts'
import { keepPlace } from '#app/domain/figure-place.ts'
import type { Figure } from '#app/domain/figure.ts'
import type { Span } from '#app/domain/words.ts'
import { appearances, articleVersions, figures } from '#drizzle/schema.ts'

/** The claim's figures in their order, without what is not known of them. */
export async function readFigures(db: Db, claimId: string): Promise<Figure[]> {
	const rows = await db
		.select()
		.from(figures)
		.where(eq(figures.claimId, claimId))
		.orderBy(asc(figures.position))
	return rows.map(describeFigure)
}

/** A stored figure without what is not known of it. */
export function describeFigure(row: typeof figures.$inferSelect): Figure {
	const { value, unit, comparator, base, asWritten } = row
	return {
		value,
		unit,
		comparator,
		base,
		asWritten,
		...(row.measuredIn !== null && { measuredIn: row.measuredIn }),
		...(row.valueTo !== null && { valueTo: row.valueTo }),
		...(row.place !== null && { place: row.place }),
		...(row.period !== null && { period: row.period }),
		...(row.countedBy !== null && { countedBy: row.countedBy }),
		...(row.rounding !== null && { rounding: row.rounding }),
		...(row.start !== null && row.end !== null && { start: row.start, end: row.end }),
	}
}

/**
 * Write the figures of a claim that has none yet. Where a figure stands is kept only if the stored text says so.
 * @param quoted the text that the claim was quoted from, and where the quotation stands in it
 */
export async function writeFigures(
	tx: Db,
	claimId: string,
	list: Figure[],
	quoted: { text: string; span: Span } | null,
): Promise<void> {
	if (list.length === 0) return
	const placed = list.map((figure) =>
		quoted ? keepPlace(figure, quoted.text, quoted.span) : keepPlace(figure, '', { start: 0, end: 0 }),
	)
	await tx
		.insert(figures)
		.values(placed.map((figure, index) => ({ claimId, position: index + 1, ...figure })))
}

/** The text that a claim was first quoted from, with the place of the quotation; `null` for one from outside. */
export async function readQuoted(tx: Db, claimId: string): Promise<{ text: string; span: Span } | null> {
	const [found] = await tx
		.select({ text: articleVersions.text, start: appearances.start, end: appearances.end })
		.from(appearances)
		.innerJoin(articleVersions, eq(articleVersions.id, appearances.articleVersionId))
		.where(eq(appearances.claimId, claimId))
		.orderBy(asc(appearances.createdAt), asc(appearances.id))
		.limit(1)
	if (!found || found.start === null || found.end === null) return null
	return { text: found.text, span: { start: found.start, end: found.end } }
}
