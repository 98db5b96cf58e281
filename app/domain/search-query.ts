import { hasArticle, isArabic, withoutPrefixes } from './match-affixes.ts'
import { isSmall, readingsOf, type SearchWord, searchWords } from './search-words.ts'

/** A word that is looked for: any of its readings, or any word that begins like it. */
export type AskedWord = { readings: string[]; beginnings: string[] }

/** Words that stand side by side; one word alone is a phrase of one. */
export type AskedPhrase = AskedWord[]

/** All of `all`, which is never empty, and nothing of `none`. */
export type SearchQuery = { all: AskedPhrase[]; none: AskedPhrase[] }

export type QueryProblem = 'too-long' | 'no-words' | 'only-excluded'

/** In UTF-16 code units. */
export const longestQuery = 200
/** So many words and phrases count. */
const mostPhrases = 16
/** A last word is taken for one that is only begun when it has so many letters; one that ends in `*`, from two on. */
const lettersBegun = 4

/** A phrase in quotation marks of any kind, with its closing one or without, or a word. */
const piecePattern = /(?<minus>[-\u2212\u2013])?(?:"([^"]*)"?|«([^»]*)»?|[“„]([^”“]*)[”“]?)|\S+/gu
const excludedWord = /^[-\u2212\u2013](?=[\p{L}])/u

/**
 * Read what a person typed. All of it is looked for, in any order; words in quotation marks side by side and in their
 * order; a word or phrase with a minus before it must not be there (before a figure it is the figure's sign). The last
 * word may be only begun, unless a blank ends it, and so may any that ends in `*`. Small words count in quotation marks, or
 * when nothing else is asked.
 */
export function parseQuery(typed: string): { query: SearchQuery } | { problem: QueryProblem } {
	if (typed.length > longestQuery) return { problem: 'too-long' }
	const phrases: AskedPhrase[] = []
	const none: AskedPhrase[] = []
	/** Words outside quotation marks, in runs: neighbours may be one thing («كانون الثاني»). */
	const runs: string[][] = [[]]
	for (const match of typed.matchAll(piecePattern)) {
		const quoted = match[2] ?? match[3] ?? match[4]
		if (quoted !== undefined) {
			const phrase = searchWords(quoted).map(exactly)
			if (phrase.length > 0) (match.groups?.['minus'] ? none : phrases).push(phrase)
			runs.push([])
		} else if (excludedWord.test(match[0])) {
			none.push(...searchWords(match[0].slice(1)).map((word) => [exactly(word)]))
		} else {
			runs.at(-1)?.push(match[0])
		}
	}
	const words = runs.flatMap((run, index) => readRun(run.join(' '), index === runs.length - 1, typed))
	const telling = words.filter(({ small }) => !small)
	const kept = telling.length > 0 || phrases.length > 0 ? telling : words
	const all = [...phrases, ...kept.map(({ word }) => [word])]
	if (all.length === 0) return { problem: none.length > 0 ? 'only-excluded' : 'no-words' }
	return { query: { all: all.slice(0, mostPhrases), none: none.slice(0, mostPhrases) } }
}

function readRun(run: string, isLast: boolean, typed: string): { word: AskedWord; small: boolean }[] {
	const words = searchWords(run)
	return words.map((word, index) => {
		const starred = run.charAt(word.end) === '*'
		const begun = isLast && index === words.length - 1 && typed.trimEnd().endsWith(run) && !/\s$/u.test(typed)
		const beginnings = starred ? beginningsOf(word, 2) : begun ? beginningsOf(word, lettersBegun) : []
		return { word: { readings: askedReadings(word), beginnings }, small: isSmall(word.text) }
	})
}

function exactly(word: SearchWord): AskedWord {
	return { readings: askedReadings(word), beginnings: [] }
}

/** What is asked for with a percent sign is a percentage; what is asked for without one may be one. */
function askedReadings({ text, readings }: SearchWord): string[] {
	return /\d/.test(text) ? [text] : readings
}

/** What other words may begin with if this one is only begun; none for figures, or when it has fewer than `least` letters. */
function beginningsOf({ text }: SearchWord, least: number): string[] {
	if (/\d/.test(text)) return []
	const form = (isArabic(text) && hasArticle(text) ? withoutPrefixes(text)[1] : null) ?? text
	const stem = readingsOf(form)[0] ?? form
	if (stem.length >= lettersBegun && form.startsWith(stem)) return [stem]
	return form.length >= least ? [form] : []
}

/** Whether a word of a text is one that is asked for. */
export function answers(word: { readings: readonly string[] }, asked: AskedWord): boolean {
	return word.readings.some(
		(reading) =>
			asked.readings.includes(reading) || asked.beginnings.some((beginning) => reading.startsWith(beginning)),
	)
}
