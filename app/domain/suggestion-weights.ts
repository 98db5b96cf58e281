import type { Feature } from './suggestion-features.ts'

/*
 * How much each sign counts, on the scale of log-odds. Set by hand: what a fact-checker can look up counts for a span,
 * what nobody can counts against it. They were compared with public sets of labelled sentences;
 * nothing was learned from these.
 */

/** Where a span without any sign stands. */
export const base = -1.1

/** The default cut: a span is suggested from this score on. */
export const cut = 0.5

/** The sign shown a second time counts by this much of its weight; a third time not at all. */
export const again = 0.4

/** What speaks against a span counts by this much where it stands in a later clause than the first that says something. */
export const aside = 0.4

export const weights: Record<Feature, number> = {
	percent: 1.8,
	amount: 1.2,
	quantity: 0.6,
	date: 1.1,
	when: 0.5,
	comparison: 0.6,
	change: 0.7,
	speech: 0.7,
	act: 1,
	event: 1,
	happening: 0.5,
	headline: 0.8,
	biography: 0.9,
	commitment: 1.2,
	practice: 0.9,
	fact: 0.3,
	law: 0.4,
	cause: 0.5,
	source: 0.6,
	person: 0.4,
	place: 0.5,
	name: 0.45,
	quotation: 0.2,
	narration: 0.6,
	opening: 0.4,
	opinion: -1.4,
	evaluation: -0.3,
	aim: -1.1,
	purpose: -0.2,
	forecast: -0.9,
	diplomacy: -0.7,
	advice: -1.2,
	self: -1.6,
	address: -1.9,
	question: -2.2,
	exclamation: -0.6,
	short: -1.1,
	unsupported: -0.8,
	covered: -8,
	idiom: 0,
}
