import { type ParsedFigure, parseFigures } from './figure-parsing.ts'
import type { Comparator } from './figure.ts'
import { isArabic } from './match-affixes.ts'
import { formOf, type WordForm } from './match-forms.ts'
import { joinNumbers, type KeyWord, type Numeral, readNumeral } from './match-numbers.ts'
import { findPlaces, type Place } from './match-places.ts'
import { normaliseWithMap } from './normalise.ts'

/** A word of a claim with all that comparing asks of it. */
export type ClaimWord = KeyWord &
	WordForm & {
		/** The place among the claim's words. */
		index: number
		numeral: Numeral | null
		/** What stands round the numeral makes of it. */
		comparator: Comparator
		/** The place that the word names; a name of several words is all on the first of them. */
		place: Place | null
		/** Another word of a place's name. */
		inPlace: boolean
		/** Part of a person's name, as far as that can be told. */
		isName: boolean
		/** Makes a limit or an estimate of a number behind it. */
		isLimit: boolean
		/** Written in the Latin script with a capital, and not at the beginning. */
		isCapital: boolean
	}

/** A claim taken apart for comparing. Offsets in it are UTF-16 code units of `text`. */
export type ReadClaim = {
	text: string
	/** Equal for texts that differ in nothing but spelling. */
	fingerprint: string
	words: ClaimWord[]
	weekdays: string[]
}

/** The words of a text in the form in which texts are compared, numbers in words made digits. */
export function keyWords(text: string): KeyWord[] {
	const { key, starts, ends } = normaliseWithMap(text)
	const words: KeyWord[] = []
	for (const match of key.matchAll(/\S+/g)) {
		const last = match.index + match[0].length - 1
		words.push({ text: match[0], start: starts[match.index] ?? 0, end: ends[last] ?? 0 })
	}
	return joinNumbers(words)
}

/**
 * The strict key: the same for two texts that differ only in what the match key ignores (diacritics, hamza, digits
 * of either script, quotation marks, number words, spellings of known names), and in numbers in words beyond those it
 * knows. One digit changed changes it. Empty for a text without letters and digits.
 */
export function fingerprintOf(text: string): string {
	return keyWords(text)
		.map((word) => word.text)
		.join(' ')
}

export function readClaim(text: string): ReadClaim {
	const keys = keyWords(text)
	const figures =
		/[\d٠-٩۰-۹]/.test(text) || keys.some((word) => /\d/.test(word.text)) ? parseFigures(text) : []
	const words = keys.map((key, index) => readWord(text, key, index, figures))
	markPlaces(text, words)
	markNames(words)
	for (const word of words) if (word.numeral) markLimit(words, word)
	return {
		text,
		fingerprint: keys.map((key) => key.text).join(' '),
		words,
		weekdays: figures.filter(({ unit }) => unit === 'weekday').map(({ value }) => value),
	}
}

const numberForm: WordForm = { stem: '', skeleton: null, entry: undefined, hasArticle: false }

function readWord(text: string, key: KeyWord, index: number, figures: ParsedFigure[]): ClaimWord {
	const numeral = readNumeral(key, text)
	const form = numeral ? numberForm : formOf(key.text)
	return {
		text: key.text,
		start: key.start,
		end: key.end,
		index,
		stem: numeral ? key.text : form.stem,
		skeleton: form.skeleton,
		entry: form.entry,
		hasArticle: form.hasArticle,
		numeral,
		comparator:
			figures.find((figure) => figure.start < key.end && key.start < figure.end)?.comparator ?? 'exactly',
		place: null,
		inPlace: false,
		isName: false,
		isLimit: false,
		isCapital: index > 0 && /^\p{Lu}/u.test(text.charAt(key.start)),
	}
}

/** All names of a country have one stem: «لبنان», «اللبنانية». A city keeps its own. */
function markPlaces(text: string, words: ClaimWord[]): void {
	for (const place of findPlaces(text)) {
		const [first, ...rest] = words.filter((word) => word.start < place.end && place.start < word.end)
		if (!first || first.numeral) continue
		first.place = place
		first.stem = place.seat ?? `@${place.countries.join()}`
		first.skeleton = null
		for (const word of rest) word.inPlace = true
	}
}

/** How far before its number a limit may stand: «يقل عدد سكان المدينة عن 20 ألفًا». */
const limitReach = 6

/** «أكثر من 20», «لا يقل عن 20»: the words belong to the figure, which may be in words that no figure is read from. */
function markLimit(words: ClaimWord[], number: ClaimWord): void {
	const linked = words[number.index - 1]?.entry?.limitLink === true
	const before = words.slice(Math.max(0, number.index - (linked ? limitReach : 1)), number.index).reverse()
	const limit = before.find(
		({ entry, numeral }) => numeral !== null || entry?.above || entry?.below || entry?.about,
	)
	if (!limit?.entry) return
	limit.isLimit = true
	if (number.comparator !== 'exactly') return
	const isNegated = words[limit.index - 1]?.entry?.negation === true
	if (limit.entry.about) number.comparator = 'about'
	else if (limit.entry.above) number.comparator = isNegated ? 'at_most' : 'more_than'
	else number.comparator = isNegated ? 'at_least' : 'less_than'
}

/** A given name, and what follows a given name or a title without being a word that is known. */
function markNames(words: ClaimWord[]): void {
	for (const word of words) {
		if (word.numeral || word.place || word.inPlace) continue
		if (word.entry?.given && !word.entry.stop && !word.hasArticle) {
			word.isName = true
			continue
		}
		const before = words[word.index - 1]
		const beforeThat = words[word.index - 2]
		const inName = before?.isName === true && (before.entry?.given === true || beforeThat?.isName !== true)
		const behindTitle =
			before?.entry?.title === true || (beforeThat?.entry?.title === true && before?.place !== null)
		if (word.entry || word.text.length < 3) continue
		if (isArabic(word.text))
			word.isName = inName || (behindTitle && !word.hasArticle && !/^[يتن]...|ي.?$/u.test(word.text))
		else word.isName = word.isCapital && (inName || behindTitle)
	}
}

/** The stems a claim is found by: its words and figures without those that say nothing alone, each once. */
export function stemsOf(claim: ReadClaim): string[] {
	const telling = claim.words.filter((word) => word.numeral || (!isFrame(word) && word.stem.length > 1))
	return [...new Set((telling.length > 0 ? telling : claim.words).map((word) => word.stem))]
}

/** Words that carry no content of their own: small words, and those that only say that somebody said it. */
export function isFrame(word: ClaimWord): boolean {
	const { entry } = word
	if (word.inPlace) return true
	if (!entry || word.place) return false
	return Boolean(entry.stop ?? entry.report ?? entry.negation ?? entry.wordNegation ?? entry.of)
}
