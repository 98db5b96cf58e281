/**
 * Units the desk knows; quantities first, then the kinds of time. `money_usd` are US dollars and `money` is every other
 * currency; `share` is a part of a whole; `year` counts years or names one of the calendar, and `age` are the years of a
 * person; `hijri` is a day, month or year of the Islamic calendar, which is never converted.
 */
export const figureUnits = [
	'percent',
	'share',
	'number',
	'people',
	'country',
	'money_usd',
	'money',
	'measure',
	'age',
	'year',
	'date',
	'month',
	'decade',
	'weekday',
	'hijri',
	'other',
] as const
export type FigureUnit = (typeof figureUnits)[number]

export const comparators = ['exactly', 'about', 'more_than', 'less_than', 'at_least', 'at_most'] as const
export type Comparator = (typeof comparators)[number]

/**
 * A typed quantity or date inside a claim. `value` is canonical text: a plain decimal (`40.27`) for quantities and
 * years of age, `1/3` for a share, `2025-12-24` for a date, `2025-12` for a month, `1940s` for a decade, `Thursday` for a
 * weekday, `1445-09-15`, `1445-09` or `1445` for the Islamic calendar. What is optional is left out when it is not known.
 */
export type Figure = {
	value: string
	unit: FigureUnit
	comparator: Comparator
	/** Of what. */
	base: string | null
	asWritten: string
	/** The currency of `money` by ISO 4217; the unit of a `measure` by `measures`. */
	measuredIn?: string
	/** The end of a range whose beginning is `value`, canonical too. */
	valueTo?: string
	/** Where, when and by whose count, in the words of a person. */
	place?: string
	period?: string
	countedBy?: string
	/** One unit of the last digit as written: `0.01` for 40.27, `100000` for "3.5 million". Dates have none. */
	rounding?: string
	/** Where `asWritten` stands in the text of the quoted version: half-open, in UTF-16 code units. Both or none. */
	start?: number
	end?: number
}

/** What a percentage or share is asked for: without it nobody can tell what it is a part of. */
export function needsBase(unit: string): boolean {
	return unit === 'percent' || unit === 'share'
}
