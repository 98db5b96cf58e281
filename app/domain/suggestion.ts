import { attribute, type Attribution } from './attribution.ts'
import { parseFigures, type ParsedFigure } from './figure-parsing.ts'
import { findFurniture } from './furniture.ts'
import { countriesIn, type CountryMention, rankCountries } from './gazetteer.ts'
import { findClauses, findSentences } from './sentences.ts'
import { firstFrom, within } from './span-search.ts'
import type { Feature } from './suggestion-features.ts'
import { readSigns, type Sign, signsWithin } from './suggestion-signs.ts'
import { type Token, tokenise } from './suggestion-tokens.ts'
import { again, aside, base, cut, weights } from './suggestion-weights.ts'
import type { Span } from './words.ts'

/** Why a span has its score: a sign, what it counts, and the words that show it, half-open in UTF-16 code units of the text. */
export type Reason = Span & { feature: Feature; weight: number; words: string }

/**
 * A span of an article that may be a claim: half-open, in UTF-16 code units of the text. `score` is between 0 and 1, for ordering
 * within and across articles; `suggested` whether it is above the default cut. Of a sentence and its parts that overlap only
 * one side is suggested; the other has the reason `covered`.
 */
export type Suggestion = Span & {
	score: number
	suggested: boolean
	quote: string
	reasons: Reason[]
	claimant: Attribution | null
	countries: string[]
	figures: ParsedFigure[]
}

type Candidate = Span & {
	sum: number
	reasons: Reason[]
	words: number
	claimant: Attribution | null
	own: boolean
}

/**
 * Every sentence of an article, and every part of one that may be a claim by itself, the most worth checking first. Furniture is
 * none of them. Deterministic; what the words are is in the lists of `suggestion-words.*.ts`, what they count in
 * `suggestion-weights.ts`.
 * @param furniture what is set aside, in order; found by itself unless a person had a say in it
 */
export function suggestClaims(text: string, furniture: readonly Span[] = findFurniture(text)): Suggestion[] {
	const tokens = tokenise(text)
	const figures = parseFigures(text)
	const countries = countriesIn(text, tokens)
	const sentences = findSentences(text, furniture)
	const claimants = attribute(text, sentences, tokens, countries)
	const signs = readSigns(text, tokens, figures, countries, sentences, claimants)
	const found: Candidate[] = []
	for (const [index, sentence] of sentences.entries()) {
		const claimant = claimants[index] ?? null
		const clauses = findClauses(text, sentence)
		const judge = (span: Span, whole: boolean) =>
			weigh(text, tokens, signs, span, whole ? clauses : null, claimant)
		const whole = judge(sentence, true)
		const parts = clauses.map((span) => judge(span, false)).filter(({ own }) => own)
		found.push(...choose(text, whole, parts))
	}
	return found
		.map((candidate) => describe(text, candidate, figures, countries))
		.sort((a, b) => b.score - a.score || a.start - b.start || b.end - a.end)
}

/** Everything that speaks for and against a span, and its sum. */
function weigh(
	text: string,
	tokens: readonly Token[],
	signs: readonly Sign[],
	span: Span,
	clauses: readonly Span[] | null,
	claimant: Attribution | null,
): Candidate {
	const words = firstFrom(tokens, span.end) - firstFrom(tokens, span.start)
	const inside = signsWithin(text, signs, span, { whole: clauses !== null, words })
	const later = clauses ? laterClause(text, span, clauses, inside) : span.end
	const dated = inside.some(({ feature }) => isFigure(feature))
	const times = new Map<Feature, number>()
	const reasons: Reason[] = []
	for (const { feature, start, end } of inside) {
		const time = times.get(feature) ?? 0
		times.set(feature, time + 1)
		if (time > 1) continue
		// Stock words beside a figure or date are the wrapping of a statement that can be checked.
		let share = (time === 0 ? 1 : again) * (feature === 'diplomacy' && dated ? 0.5 : 1)
		if (weights[feature] < 0 && start >= later && end - start < span.end - span.start) share *= aside
		const weight = Math.round(weights[feature] * share * 100) / 100
		if (weight !== 0) reasons.push({ feature, weight, words: onOneLine(text, { start, end }), start, end })
	}
	const sum = reasons.reduce((total, { weight }) => total + weight, base)
	const own =
		!open.test(text.slice(span.start, span.end)) &&
		inside.some(({ feature, verb }) => verb || feature === 'practice' || isFigure(feature))
	return { ...span, sum, reasons, words, claimant, own }
}

/** A clause that leaves its matter open states nothing. */
const open = /^(?:وما إذا|ما إذا|عما إذا|إذا|وإذا|لو|ولو|ما لم|if|whether|unless)(?!\p{L})/iu

/** Where the second clause of a sentence begins that has a first one before it which says something. */
function laterClause(text: string, span: Span, clauses: readonly Span[], signs: readonly Sign[]): number {
	const first = signs
		.filter(({ verb, feature }) => verb || isFigure(feature) || feature === 'happening')
		.reduce((end, sign) => Math.min(end, sign.end), span.end)
	return clauses
		.filter(({ start }) => start > first && /[،,؛;][\s"”»’]*$/.test(text.slice(span.start, start)))
		.reduce((begin, { start }) => Math.min(begin, start), span.end)
}

const isFigure = (feature: Feature) => feature === 'percent' || feature === 'amount' || feature === 'date'
const overlap = (a: Span, b: Span) => a.start < b.end && b.start < a.end

/** Sentences of more words are offered in parts, if two parts or more are claims by themselves. */
const longSentence = 34
const leastPart = 7
/** What a part must have above the cut, in log-odds, to stand for its sentence. */
const clearly = 0.3

function holdsTwo(part: Span, others: readonly Span[]): boolean {
	const held = others.filter((other) => other !== part && other.start >= part.start && other.end <= part.end)
	return held.some((one) => held.some((other) => !overlap(one, other)))
}

/** Which of a sentence and its parts stand for it; the rest is marked as covered by these. */
function choose(text: string, whole: Candidate, parts: Candidate[]): Candidate[] {
	const limit = logit(cut)
	const chosen: Candidate[] = []
	const strong = parts.filter(({ sum, words }) => sum >= limit + clearly && words >= leastPart)
	if (whole.words > longSentence) {
		// One claim each: not what holds two others, and with the words of who says it.
		const single = strong.filter((part) => !holdsTwo(part, strong))
		for (const part of single.sort((a, b) => b.words - a.words || a.start - b.start))
			if (!chosen.some((other) => overlap(other, part))) chosen.push(part)
	}
	if (whole.sum < limit) {
		const [best] = [...strong].sort(bySum)
		if (best && chosen.length < 2) chosen.splice(0, chosen.length, best)
	}
	const covering = chosen.length > 1 || (chosen.length > 0 && whole.sum < limit) ? chosen : [whole]
	return [whole, ...parts].map((candidate) => {
		const cover = covering.includes(candidate) ? null : covering.find((other) => overlap(other, candidate))
		if (!cover) return candidate
		// However much speaks for it, it comes behind everything that is not covered.
		const weight = Math.round((weights.covered - Math.max(0, candidate.sum) * 0.9) * 100) / 100
		const reason: Reason = {
			feature: 'covered',
			weight,
			words: onOneLine(text, cover),
			start: cover.start,
			end: cover.end,
		}
		return { ...candidate, sum: candidate.sum + weight, reasons: [...candidate.reasons, reason] }
	})
}

const bySum = (a: Candidate, b: Candidate) => b.sum - a.sum || a.start - b.start
const logit = (score: number) => Math.log(score / (1 - score))

function describe(
	text: string,
	{ start, end, sum, reasons, claimant }: Candidate,
	figures: readonly ParsedFigure[],
	countries: readonly CountryMention[],
): Suggestion {
	const score = Math.round(1e4 / (1 + Math.exp(-sum))) / 1e4
	return {
		start,
		end,
		score,
		suggested: score >= cut,
		quote: onOneLine(text, { start, end }),
		reasons,
		claimant,
		countries: rankCountries(within(countries, { start, end })),
		figures: within(figures, { start, end }),
	}
}

/** The words of a span with each line end as one blank. */
function onOneLine(text: string, { start, end }: Span): string {
	return text.slice(start, end).replace(/\r\n|[\r\n\u2028\u2029]/g, ' ')
}
