import type { RatingShape } from '#app/domain/rating.ts'
import type { Bucket } from '#app/domain/tally.ts'

/** A part that every bar may have: its name, the custom property of its colour, and the mark beside its number. */
export type Segment = { name: string; colour: string; shape: RatingShape | null }

/** A bar: what it stands for, the sum, and one count for each segment, in their order. */
export type Bar = { name: string; total: number; counts: number[] }

/** All that is drawn. `sentence` says one segment aloud, with `{bar}`, `{segment}`, `{count}` and `{total}` in it. */
export type ChartData = { segments: Segment[]; bars: Bar[]; sentence: string }

/** How many bars a chart has at most; the table under it has them all. */
export const mostBars = 24

const rowHeight = 34
const axisHeight = 34

/** Height of the drawing, in CSS pixels: set in the markup before the script runs, so that nothing moves after. */
export function chartHeight(bars: number): number {
	return Math.min(bars, mostBars) * rowHeight + axisHeight
}

/** A bucket as one word for markup: `status:new`, `rating:false`, and `rating:retracted` for a verdict taken back. */
export function bucketKey(bucket: Bucket): string {
	return 'status' in bucket ? `status:${bucket.status}` : `rating:${bucket.rating || 'retracted'}`
}

/** The custom property that colours a bucket. */
export function colourOf(bucket: Bucket): string {
	return `--${bucketKey(bucket).replace(':', '-')}`
}

/** Fill the places of a chart's sentence. */
export function saySegment({ segments, bars, sentence }: ChartData, { bar, segment }: Place): string {
	const facts: Record<string, string | number | undefined> = {
		bar: bars[bar]?.name,
		segment: segments[segment]?.name,
		count: bars[bar]?.counts[segment],
		total: bars[bar]?.total,
	}
	return sentence.replace(/\{(\w+)\}/g, (_, name: string) => String(facts[name] ?? ''))
}

/** One segment of one bar, by their places in the data. */
export type Place = { bar: number; segment: number }

/**
 * Where an arrow key leads: up and down to the next bar, sideways to the next segment that is not empty, Home and End
 * to the first and the last bar. At an edge the place stays. Bars grow towards the reading direction, so
 * in right-to-left text the left arrow goes on.
 * @param place where one is; `null` before the first key, which leads to the first bar
 * @returns `null` for a key that does not move, or when nothing is drawn
 */
export function moveTo(
	{ bars }: Pick<ChartData, 'bars'>,
	place: Place | null,
	key: string,
	rightToLeft: boolean,
): Place | null {
	const onwards = rightToLeft ? 'ArrowLeft' : 'ArrowRight'
	const back = rightToLeft ? 'ArrowRight' : 'ArrowLeft'
	if (!['ArrowUp', 'ArrowDown', 'Home', 'End', onwards, back].includes(key) || bars.length === 0) return null

	const filled = (bar: number) =>
		(bars[bar]?.counts ?? []).flatMap((count, index) => (count > 0 ? [index] : []))
	const inBar = (bar: number, wished: number): Place => ({
		bar,
		// The same segment where the other bar has it, else the nearest before it, else its first.
		segment: filled(bar).findLast((index) => index <= wished) ?? filled(bar)[0] ?? 0,
	})
	if (!place) return inBar(key === 'End' ? bars.length - 1 : 0, 0)
	switch (key) {
		case 'ArrowUp':
			return inBar(Math.max(place.bar - 1, 0), place.segment)
		case 'ArrowDown':
			return inBar(Math.min(place.bar + 1, bars.length - 1), place.segment)
		case 'Home':
			return inBar(0, place.segment)
		case 'End':
			return inBar(bars.length - 1, place.segment)
		case onwards:
			return { ...place, segment: filled(place.bar).find((index) => index > place.segment) ?? place.segment }
		default:
			return {
				...place,
				segment: filled(place.bar).findLast((index) => index < place.segment) ?? place.segment,
			}
	}
}

/** How a segment of this width is labelled: its mark and number, the number alone, or nothing. All in CSS pixels. */
export function labelThatFits(
	width: number,
	{ number, mark }: { number: number; mark: number },
): 'mark-and-number' | 'number' | null {
	const padding = 6
	const between = 4
	if (mark > 0 && width >= mark + between + number + 2 * padding) return 'mark-and-number'
	return width >= number + padding ? 'number' : null
}

/** A long name in two lines, broken at the blank that leaves them most alike; one line up to `longest` characters. */
export function breakName(name: string, longest: number): string[] {
	if (name.length <= longest) return [name]
	const blanks = [...name.matchAll(/ /g)].map((blank) => blank.index)
	if (blanks.length === 0) return [name]
	const middle = blanks.reduce((best, at) =>
		Math.abs(at - name.length / 2) < Math.abs(best - name.length / 2) ? at : best,
	)
	return [name.slice(0, middle), name.slice(middle + 1)]
}

/** The candidate that stands out most on a fill (WCAG 2 contrast); the first of equals. Colours as `#rrggbb`. */
export function readableOn(fill: string, candidates: [string, ...string[]]): string {
	return candidates.reduce((best, next) => (contrast(fill, next) > contrast(fill, best) ? next : best))
}

function contrast(one: string, other: string): number {
	const [darker, lighter] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number]
	return (lighter + 0.05) / (darker + 0.05)
}

/** Relative luminance of `#rrggbb` (WCAG 2). */
function luminance(colour: string): number {
	const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
		const channel = Number.parseInt(colour.slice(at, at + 2), 16) / 255
		return channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4
	})
	return 0.2126 * red + 0.7152 * green + 0.0722 * blue
}
