import { type AnyColumn, sql, type SQL } from 'drizzle-orm'

/** Where a page ended: the time and id of its last row. Pages go on from there, at any depth for the same price. */
export type Cursor = { at: Date; id: string }

/** The cursor as one word for an address, and back; `null` for anything that is not one. */
export function writeCursor({ at, id }: Cursor): string {
	return `${at.getTime().toString(36)}.${id}`
}

export function readCursor(value: string | null): Cursor | null {
	const [, time, id] = /^([0-9a-z]{1,9})\.([0-9a-z-]{1,40})$/.exec(value ?? '') ?? []
	if (!time || !id) return null
	const at = new Date(Number.parseInt(time, 36))
	return Number.isNaN(at.getTime()) ? null : { at, id }
}

/**
 * Rows that come after the cursor, newest first. Compared to the millisecond, which is what a cursor
 * keeps; times are written by this application with no finer grain.
 */
export function after(cursor: Cursor | null, at: AnyColumn, id: AnyColumn): SQL | undefined {
	if (!cursor) return undefined
	return sql`(${at}, ${id}) < (${cursor.at.toISOString()}::timestamptz, ${cursor.id})`
}

/**
 * The order of lists that pages of the keyset go through, as their indexes keep it: said without "nulls last", Postgres would
 * sort all rows instead of reading the index, although none of them is null.
 */
export function newestFirst(at: AnyColumn, id: AnyColumn): [SQL, SQL] {
	return [sql`${at} desc nulls last`, sql`${id} desc nulls last`]
}

/** One page of `size` from rows of which one more was asked for, and where the next begins. */
export function pageOf<Row>(rows: Row[], size: number, cursorOf: (row: Row) => Cursor) {
	const page = rows.slice(0, size)
	const last = page.at(-1)
	return { rows: page, next: rows.length > size && last ? writeCursor(cursorOf(last)) : null }
}
