/** Units the desk knows; quantities first, then the kinds of time. */
export const figureUnits = [
	'percent',
	'number',
	'country',
	'people',
	'money_usd',
	'year',
	'date',
	'month',
	'decade',
	'weekday',
	'other',
] as const
export type FigureUnit = (typeof figureUnits)[number]

export const comparators = ['exactly', 'about', 'more_than', 'less_than', 'at_least', 'at_most'] as const
export type Comparator = (typeof comparators)[number]

/**
 * A typed quantity or date inside a claim. `value` is canonical text: a plain decimal (`40.27`) for quantities and
 * years of age, `2025-12-24` for a date, `2025-12` for a month, `1940s` for a decade, `Thursday` for a weekday.
 */
export type Figure = {
	value: string
	unit: FigureUnit
	comparator: Comparator
	base: string | null
	asWritten: string
}
