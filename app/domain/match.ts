import { align, type Alignment } from './match-alignment.ts'
import { isArabic } from './match-affixes.ts'
import type { ClaimWord } from './match-claim.ts'
import { compareFigures, type ComparedQuantities } from './match-figures.ts'
import type { MatchKind, MatchReason, Side } from './match-kinds.ts'
import { comparePeriods, type ComparedPeriods } from './match-periods.ts'
import { type Negation, readStatement, shareOfTrigrams, type Statement } from './match-statement.ts'

/** How two claims stand to each other, and why. A suggestion: a person decides. */
export type Comparison = {
	/** From 0 to 1, of the words; a figure's difference counts for nothing in it. For the order of candidates. */
	similarity: number
	sameFingerprint: boolean
	/** `null` when neither says anything of the other. */
	kind: MatchKind | null
	/** For `narrows`: the one that says more. */
	narrower: Side | null
	reasons: MatchReason[]
}

/** How telling a stem is; of all words alike where nothing is known. */
export type StemWeight = (stem: string) => number

export function compareTexts(first: string, second: string): Comparison {
	return compareStatements(readStatement(first), readStatement(second))
}

/**
 * Compare two claims of one language. Nearly the same words are as often a contradiction as a repeat, so likeness
 * alone decides nothing: the same country, people, time, figures and what they are figures of must be given, and then
 * a figure, a negation or an opposite word on one side makes a contradiction.
 */
export function compareStatements(
	first: Statement,
	second: Statement,
	weight: StemWeight = () => 1,
): Comparison {
	const sameFingerprint = first.fingerprint !== '' && first.fingerprint === second.fingerprint
	if (sameFingerprint)
		return {
			similarity: 1,
			sameFingerprint,
			kind: 'repeats',
			narrower: null,
			reasons: [{ kind: 'same_fingerprint' }],
		}
	const alignment = align(first.content, second.content)
	const figures = compareFigures(first, second, alignment)
	const periods = comparePeriods(first.periods, second.periods)
	const compared: Compared = { first, second, alignment, figures, periods }
	const similarity = Math.min(0.999, likeness(compared, weight))
	return { similarity, sameFingerprint, ...decide(compared) }
}

type Compared = {
	first: Statement
	second: Statement
	alignment: Alignment
	figures: ComparedQuantities
	periods: ComparedPeriods
}

type Decision = Pick<Comparison, 'kind' | 'narrower' | 'reasons'>

/** Below these shares of common words two claims are about different things. */
const contradictionCover = 0.6
const figureCover = 0.76
const repeatCover = 0.7
const narrowCover = 0.85

function decide(compared: Compared): Decision {
	const { figures, periods } = compared
	const apart = findOthers(compared)
	if (apart.length > 0) return { kind: null, narrower: null, reasons: [...apart, ...figures.agreeing] }
	const against = findContradiction(compared)
	if (against.length > 0)
		return { kind: 'contradicts', narrower: null, reasons: [...against, ...figures.agreeing] }
	const otherWords = findOtherWords(compared, namesThing)
	if (otherWords.length > 0)
		return { kind: null, narrower: null, reasons: [...otherWords, ...figures.agreeing] }
	const unlike = [...(periods.reason ? [periods.reason] : []), ...figures.otherBase, ...figures.conflicting]
	if (unlike.length > 0) return { kind: null, narrower: null, reasons: unlike }
	return decideRepeat(compared)
}

/** Another country or another name: then nothing follows from the rest. */
function findOthers({ first, second, alignment }: Compared): MatchReason[] {
	const reasons: MatchReason[] = []
	const own = (these: string[][], others: string[][]) =>
		these.filter((codes) => !codes.some((code) => others.some((other) => other.includes(code)))).flat()
	const ownFirst = own(first.countries, second.countries)
	const ownSecond = own(second.countries, first.countries)
	if (ownFirst.length > 0 && ownSecond.length > 0)
		reasons.push({ kind: 'other_country', first: [...new Set(ownFirst)], second: [...new Set(ownSecond)] })
	const named = (words: ClaimWord[]) => words.filter((word) => word.isName)
	const names = { first: named(alignment.onlyFirst), second: named(alignment.onlySecond) }
	if (names.first.length > 0 && names.second.length > 0)
		reasons.push({
			kind: 'other_name',
			first: asWritten(first, names.first),
			second: asWritten(second, names.second),
		})
	return reasons
}

function asWritten({ text }: Statement, words: ClaimWord[]): string[] {
	return words.map((word) => text.slice(word.start, word.end))
}

/** Words that stand in the place of others, where on both sides one of them `isThing`. */
function findOtherWords({ first, second, alignment }: Compared, isThing: IsThing): MatchReason[] {
	return alignment.replaced
		.filter(
			(gap) =>
				gap.first.some((word) => isThing(word, first)) && gap.second.some((word) => isThing(word, second)),
		)
		.map((gap) => ({
			kind: 'other_words',
			first: asWritten(first, gap.first),
			second: asWritten(second, gap.second),
		}))
}

type IsThing = (word: ClaimWord, claim: Statement) => boolean

/** Whether a word may name a thing: all may but verbs, which stand first or behind a negation, or look like one. */
function namesThing(word: ClaimWord, { content, words }: Statement): boolean {
	if (hasName(word)) return true
	if (word === content[0] || words[word.index - 1]?.entry?.negation) return false
	return !/^[يت]\p{Script=Arabic}{3,}$/u.test(word.text)
}

/** Whether it surely does: it has the article or a capital, or is the first of two nouns («صادرات القمح»). */
function surelyNamesThing(word: ClaimWord, claim: Statement): boolean {
	if (hasName(word)) return true
	const isFirstOfTwo = /^ال../u.test(claim.words[word.index + 1]?.text ?? '')
	return namesThing(word, claim) && (isFirstOfTwo || !isArabic(word.text))
}

function hasName(word: ClaimWord): boolean {
	return word.hasArticle || word.isName || word.isCapital || word.place !== null
}

function findContradiction(compared: Compared): MatchReason[] {
	const { alignment, figures, periods } = compared
	const cover = Math.min(alignment.coverFirst, alignment.coverSecond)
	const alike = Math.max(alignment.coverFirst, alignment.coverSecond)
	const samePeriod = periods.standing !== 'other'
	if (alignment.pairs.length < 2 || alike < contradictionCover || cover < contradictionCover / 1.5) return []
	if (findOtherWords(compared, surelyNamesThing).length > 0) return []
	// A figure is of the same quantity only where hardly anything else differs on both sides.
	const isOneSided = alignment.onlyFirst.length === 0 || alignment.onlySecond.length === 0
	const sameWords = findOtherWords(compared, namesThing).length === 0 && (isOneSided || cover >= figureCover)
	const reasons: MatchReason[] = []
	if (samePeriod) {
		if (sameWords) reasons.push(...figures.conflicting)
		reasons.push(...findOpposites(compared), ...findNegation(compared))
	} else if (periods.dates && figures.conflicting.length === 0 && isOnce(compared)) {
		reasons.push(periods.dates)
	}
	return reasons
}

/** Whether the claims are about an event that happens once, of which two times cannot both be right. */
function isOnce({ alignment, periods, figures }: Compared): boolean {
	if (alignment.pairs.some(({ first, second }) => first.entry?.once && second.entry?.once)) return true
	const sameYear = periods.dates?.first.value.slice(0, -3) === periods.dates?.second.value.slice(0, -3)
	const verbatim = Math.min(alignment.coverFirst, alignment.coverSecond) >= narrowCover
	return periods.level === 'day' && sameYear && verbatim && figures.agreeing.length === 0
}

function findOpposites({ first, second, alignment }: Compared): MatchReason[] {
	const [pair, ...others] = alignment.pairs.filter(({ relation }) => relation === 'opposite')
	// Two of them, or a claim with both sides, may be the same said from the other end.
	if (!pair || others.length > 0) return []
	const about = new Set(pair.first.entry?.sides.map((side) => side.pair))
	if (hasBothSides(first, about) || hasBothSides(second, about)) return []
	return [
		{
			kind: 'opposites',
			first: first.text.slice(pair.first.start, pair.first.end),
			second: second.text.slice(pair.second.start, pair.second.end),
		},
	]
}

/** Whether a claim says both that one thing rises and another falls, or the like; of some pairs or of any. */
function hasBothSides({ content }: Statement, about: Set<string> | null = null): boolean {
	const sides = content.flatMap(({ entry }) => entry?.sides ?? [])
	return sides.some(
		(one) =>
			(about?.has(one.pair) ?? true) &&
			sides.some((other) => other.pair === one.pair && other.side !== one.side),
	)
}

function findNegation({ first, second, alignment }: Compared): MatchReason[] {
	if (first.negations.length % 2 === second.negations.length % 2) return []
	const both = new Set(alignment.pairs.flatMap((pair) => [pair.first, pair.second]))
	const negates = ({ scope }: Negation) => scope.some((word) => both.has(word))
	const side: Side = first.negations.length > second.negations.length ? 'first' : 'second'
	const claim = side === 'first' ? first : second
	const negation = claim.negations.find(negates)
	if (!negation) return []
	return [{ kind: 'negation', side, word: claim.text.slice(negation.word.start, negation.word.end) }]
}

function decideRepeat({ first, second, alignment, figures, periods }: Compared): Decision {
	const none: Decision = { kind: null, narrower: null, reasons: figures.agreeing }
	const { coverFirst, coverSecond } = alignment
	if (alignment.pairs.length < 2 && figures.agreeing.length === 0) return none
	if (figures.onlyFirst.length > 0 && figures.onlySecond.length > 0) return none
	if (first.negations.length % 2 !== second.negations.length % 2) return none
	if (alignment.pairs.some(({ relation }) => relation === 'opposite')) return none
	if (!alignment.inOrder && (hasBothSides(first) || hasBothSides(second))) return none
	const limit = figures.agreeing.find(({ agree }) => agree === 'within_limit')
	const moreFirst = figures.onlyFirst.length > 0 || (periods.standing === 'one' && first.periods.length > 0)
	const moreSecond =
		figures.onlySecond.length > 0 || (periods.standing === 'one' && second.periods.length > 0)
	if (!moreFirst && !moreSecond && !limit && isRepeat(alignment))
		return { kind: 'repeats', narrower: null, reasons: figures.agreeing }
	if (moreFirst && moreSecond) return none
	// The one that says more has all that the other says.
	const narrower: Side | null =
		coverSecond >= narrowCover && !moreSecond && (moreFirst || coverFirst <= coverSecond)
			? 'first'
			: coverFirst >= narrowCover && !moreFirst
				? 'second'
				: null
	if (!narrower || alignment.pairs.length < 2) return none
	return {
		kind: 'narrows',
		narrower,
		reasons: [{ kind: 'more_detail', side: narrower }, ...figures.agreeing],
	}
}

function isRepeat({ coverFirst, coverSecond, replaced, pairs }: Alignment): boolean {
	const cover = Math.min(coverFirst, coverSecond)
	if (replaced.length === 0) return cover >= repeatCover
	return replaced.length === 1 && pairs.length >= 4 && cover >= repeatCover
}

function likeness({ first, second, alignment, figures }: Compared, weight: StemWeight): number {
	const sum = (words: ClaimWord[]) => words.reduce((total, word) => total + weight(word.stem), 0)
	const common =
		sum(alignment.pairs.map((pair) => pair.first)) + sum(alignment.pairs.map((pair) => pair.second))
	const all = sum(first.content) + sum(second.content)
	const words = all === 0 ? 0 : common / all
	const contained = Math.max(alignment.coverFirst, alignment.coverSecond)
	const letters = shareOfTrigrams(first.trigrams, second.trigrams)
	const figure = figures.agreeing.length > 0 ? 0.05 : 0
	return 0.5 * words + 0.15 * contained + 0.3 * letters + figure
}
