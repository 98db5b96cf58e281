import { isArabic, stemWord, withoutPrefixes } from './match-affixes.ts'
import { formOf } from './match-forms.ts'
import { beginsSeat } from './match-places.ts'
import { entryOf } from './match-words.ts'
import { matchKey, normaliseWithMap } from './normalise.ts'
import { monthNames } from './spelling.ts'
import { ownFirstLetters } from './search-first-letters.ts'
import { isGraphemeBorder, type Span } from './words.ts'

/*
 * What the search takes for the same word. The house's rule:
 *
 * 1. A text is read as its match key (`normaliseWithMap`): diacritics, tatweel and invisible marks away, one form for
 *    each family of letters (hamza, alef, ya, ta marbuta), digits of either script, percents, months, numbers in words, and
 *    the spelling table of names («ترمب» is «ترامب»).
 * 2. A word has readings: itself; without the article and what is written before it («والحكومة», «للحكومة»); without one
 *    letter or two that may be written before it («بحكومة»), unless these are its own (`ownFirstLetters`, places, words
 *    that claims are compared by) or leave fewer than three letters; each without one ending («حكومات», «حكومته»). Names of
 *    places keep their endings. English loses -s, -ed, -ing and the like.
 * 3. Two words are the same when a reading of one is a reading of the other.
 *
 * What it does not know: broken plurals («وزير», «وزراء»), roots, and synonyms. A figure is found as it is worth and as it
 * is written («3.4 ملايين» as 3400000 and as 3.4), and a percentage also without its sign.
 */

/** A word of a text in the forms it is found by, and where it stands: half-open, in UTF-16 code units of the text. */
export type SearchWord = Span & { text: string; readings: string[] }

/** The words of a text in order. */
export function searchWords(text: string): SearchWord[] {
	const { key, starts, ends } = normaliseWithMap(text)
	if (key === '') return []
	const words: SearchWord[] = []
	let at = 0
	for (const word of key.split(' ')) {
		const start = borderBefore(text, starts[at] ?? 0)
		const end = borderBehind(text, ends[at + word.length - 1] ?? start)
		words.push({ text: word, start, end, readings: readingsInPlace(word, text.slice(start, end)) })
		at += word.length + 1
	}
	return words
}

function borderBefore(text: string, at: number): number {
	while (!isGraphemeBorder(text, at)) at--
	return at
}

function borderBehind(text: string, at: number): number {
	while (!isGraphemeBorder(text, at)) at++
	return at
}

const isFigure = (word: string) => /^-?%?\d/.test(word)
const isMonth = (word: string) => /^m\d\d$/.test(word)

/** The readings of a word of a match key that stands so in its text. */
function readingsInPlace(word: string, written: string): string[] {
	if (isFigure(word)) return figureReadings(word, written)
	if (isMonth(word) || !/\s/.test(written)) return readingsOf(word)
	// A name that was made one of two is also found by its parts.
	const parts = written.split(/\s+/).map(matchKey)
	return [...new Set([word, ...parts].flatMap((part) => (part.length > 1 ? readingsOf(part) : [])))]
}

function figureReadings(word: string, written: string): string[] {
	const readings = [word]
	if (word.endsWith('%')) readings.push(word.slice(0, -1))
	const numeral = /[\d٠-٩۰-۹][\d٠-٩۰-۹.,٫٬]*/.exec(written)?.[0]
	if (numeral && /\p{L}/u.test(written)) readings.push(matchKey(numeral))
	return [...new Set(readings)]
}

/** The words met last: news says the same ones again and again. */
let known = new Map<string, string[]>()
const remembered = 50_000

/** The readings of a word of a match key, itself first. */
export function readingsOf(word: string): string[] {
	const found = known.get(word)
	if (found) return found
	const made = isArabic(word) ? arabicReadings(word) : [stemOf(word)]
	if (known.size >= remembered) known = new Map()
	known.set(word, made)
	return made
}

/** Names of months that are one word: «ويناير» is «يناير», and that is what «كانون الثاني» is. */
const months = new Set(monthNames.flat().filter((name) => !name.includes(' ')))

/** Words written in two ways that no rule tells: «بن» and «ابن», «أبو» and «أبي». */
const sameWords: Record<string, string> = { ابن: 'بن', ابي: 'ابو', ابا: 'ابو' }

function arabicReadings(word: string): string[] {
	const readings = new Set<string>()
	const firstIsOwn = isKnown(word) || ownFirstLetters.has(stemOf(word))
	for (const [index, form] of withoutPrefixes(word).entries()) {
		if (index > 0 && !isReading(word, form, firstIsOwn)) continue
		readings.add(sameWords[form] ?? stemOf(form))
		// «حكومته» is «حكومة» with a pronoun.
		const owned = /^(.{3,})ت(?:ها|هم|هن|هما|نا|كم|ه)$/u.exec(form)?.[1]
		if (owned) readings.add(stemOf(`${owned}ه`))
		if (months.has(form)) readings.add(matchKey(form))
	}
	return [...readings]
}

function isKnown(word: string): boolean {
	return entryOf(word) !== undefined || beginsSeat(word)
}

/** Whether a word may be this form with something written before it. What would leave a small word («الله», «الآن») is none. */
function isReading(word: string, form: string, firstIsOwn: boolean): boolean {
	if (entryOf(form)?.stop) return false
	if (/(?:ال|لل)$/u.test(word.slice(0, word.length - form.length))) return true
	return !firstIsOwn
}

/** A form without its ending; names of places keep theirs («لبنان» is no «لبن»). */
function stemOf(form: string): string {
	return beginsSeat(form) ? form : stemWord(form, () => true)
}

/** A word that says nothing alone: «في», "the". */
export function isSmall(word: string): boolean {
	return formOf(word).entry?.stop === true
}
