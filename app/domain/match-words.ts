import { arabicWords } from './match-words.ar.ts'
import { englishWords } from './match-words.en.ts'

/** What comparing claims knows of one language's words. Lists are words parted by blanks. */
export type MatchWords = {
	/** Words that say nothing alone. */
	stopWords: string
	/** Words that only say that somebody said it. */
	reportWords: string
	/** Turn what follows into its opposite. */
	negations: string
	/** Do so with the next word alone. */
	wordNegations: string
	/** Before a number they make a limit or an estimate of it. */
	aboveWords: string
	belowWords: string
	aboutWords: string
	/** What may stand between such a word and its number. */
	limitLinks: string
	/** Verbs that do the same. */
	denials: string
	/** After these words behind it, a negation is none. */
	afterNegation: string
	/** Words that say the same in news. */
	synonyms: string[]
	/** Each side is words that say the same, and the other side says the opposite. */
	opposites: [string, string][]
	onceWords: string
	periodNouns: string
	rankNouns: string
	ordinals: string[]
	beforeYear: string
	ofWords: string
	/** What time is counted in: they stand behind a number like any noun. */
	timeNouns: string
	currencies: string[]
	duals: Record<string, string>
	numbers: Record<string, number>
	scales: Record<string, number>
	fractions: Record<string, number>
	pairsOfScale: Record<string, number>
	titles: string
	givenNames: string
}

/** All that is known of one word. */
export type WordEntry = {
	stop?: true
	report?: true
	negation?: true
	wordNegation?: true
	above?: true
	below?: true
	about?: true
	limitLink?: true
	denial?: true
	afterNegation?: true
	once?: true
	period?: true
	rank?: true
	beforeYear?: true
	of?: true
	time?: true
	title?: true
	given?: true
	/** From 1. */
	ordinal?: number
	/** The place in the list of currencies; dollars are 0 in every language. */
	currency?: number
	/** The thing of which there are two. */
	dual?: string
	/** Groups of words that say the same. */
	groups: string[]
	/** Sides of pairs of opposites. */
	sides: { pair: string; side: 0 | 1 }[]
}

const entries = new Map<string, WordEntry>()

function words(list: string): string[] {
	return list.split(/\s+/).filter((word) => word !== '')
}

function entry(word: string): WordEntry {
	const known = entries.get(word)
	if (known) return known
	const made: WordEntry = { groups: [], sides: [] }
	entries.set(word, made)
	return made
}

for (const [language, data] of Object.entries({ ar: arabicWords, en: englishWords })) {
	const flags = {
		stop: data.stopWords,
		report: data.reportWords,
		negation: data.negations,
		wordNegation: data.wordNegations,
		above: data.aboveWords,
		below: data.belowWords,
		about: data.aboutWords,
		limitLink: data.limitLinks,
		denial: data.denials,
		afterNegation: data.afterNegation,
		once: data.onceWords,
		period: data.periodNouns,
		rank: data.rankNouns,
		beforeYear: data.beforeYear,
		of: data.ofWords,
		time: data.timeNouns,
		title: data.titles,
		given: data.givenNames,
	}
	for (const [flag, list] of Object.entries(flags))
		for (const word of words(list)) entry(word)[flag as keyof typeof flags] = true
	for (const [index, list] of data.ordinals.entries())
		for (const word of words(list)) entry(word).ordinal = index + 1
	for (const [index, list] of data.currencies.entries())
		for (const word of words(list)) entry(word).currency = index
	for (const [word, thing] of Object.entries(data.duals)) entry(word).dual = thing
	for (const [index, list] of data.synonyms.entries())
		for (const word of words(list)) entry(word).groups.push(`${language}${index}`)
	for (const [index, sides] of data.opposites.entries())
		for (const side of [0, 1] as const)
			for (const word of words(sides[side])) entry(word).sides.push({ pair: `${language}${index}`, side })
}

/** What is known of a word exactly as it stands. */
export function entryOf(word: string): WordEntry | undefined {
	return entries.get(word)
}

export const numberWords = new Map(Object.entries({ ...arabicWords.numbers, ...englishWords.numbers }))
export const scaleWords = new Map(Object.entries({ ...arabicWords.scales, ...englishWords.scales }))
export const fractionWords = new Map(Object.entries({ ...arabicWords.fractions, ...englishWords.fractions }))
export const pairsOfScale = new Map(
	Object.entries({ ...arabicWords.pairsOfScale, ...englishWords.pairsOfScale }),
)
