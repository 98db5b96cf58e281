import { sql } from 'drizzle-orm'
import { customType, date, timestamp } from 'drizzle-orm/pg-core'

/** A moment in time, with its zone. */
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })

/** A day of the calendar, `YYYY-MM-DD`. */
export const day = (name: string) => date(name, { mode: 'string' })

/** Bytes as they are. */
export const bytes = customType<{ data: Uint8Array; driverData: Buffer }>({
	dataType: () => 'bytea',
	toDriver: (value) => Buffer.from(value),
	fromDriver: (value) => new Uint8Array(value),
})

/** A set of lexemes without places or weights. */
export const lexemes = customType<{ data: string[]; driverData: string }>({
	dataType: () => 'tsvector',
	toDriver: (words) => words.map(quoteLexeme).join(' '),
})

/** Lexemes with the places they stand at, from 1 up (past 16,383 all are one), or with none. */
export const placedLexemes = customType<{ data: ReadonlyMap<string, readonly number[]>; driverData: string }>(
	{
		dataType: () => 'tsvector',
		toDriver: (words) =>
			[...words]
				.map(([word, places]) => quoteLexeme(word) + (places.length > 0 ? `:${places.join(',')}` : ''))
				.join(' '),
	},
)

/** As it stands in the text of a tsvector or a tsquery. */
export function quoteLexeme(word: string): string {
	return `'${word.replaceAll('\\', '\\\\').replaceAll("'", "''")}'`
}

/** Words that come from a list in the domain; the check is written once for each column. */
export const oneOf = (column: string, values: readonly string[]) =>
	sql.raw(`${column} in (${values.map((value) => `'${value}'`).join(', ')})`)
