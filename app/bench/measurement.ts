/**
 * One measured figure. `vs` is what it is compared with (a target, or what a simpler way reaches), `ratio` how the two relate:
 * value to `vs`. Both are `null` where there is nothing to compare with.
 */
export type Measurement = {
	name: string
	value: number
	unit: string
	vs: number | null
	ratio: number | null
}

/** A measurement beside what it is compared with, rounded to four digits behind the point. */
export function measurement(
	name: string,
	value: number,
	unit: string,
	vs: number | null = null,
): Measurement {
	const round = (figure: number) => Math.round(figure * 1e4) / 1e4
	return {
		name,
		value: round(value),
		unit,
		vs: vs === null ? null : round(vs),
		ratio: vs ? round(value / vs) : null,
	}
}

/** A bench measures and says what it cannot measure with `remark`, on standard error. */
export type Bench = (remark: (sentence: string) => void) => AsyncIterable<Measurement>
