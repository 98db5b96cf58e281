import { entryOf, type WordEntry } from './match-words.ts'

/*
 * What Arabic writes onto a word and English hangs behind it. All in folded letters, as the match key has them.
 */

const arabicLetters = /^\p{Script=Arabic}/u

export function isArabic(word: string): boolean {
	return arabicLetters.test(word)
}

/** The word without what is written before it: itself first, then without the article, then without one letter or two. */
export function withoutPrefixes(word: string): string[] {
	if (!isArabic(word)) return [word]
	const forms = [word]
	const article = /^[وف]?(?:[بك]?ال|لل)(.{2,})$/u.exec(word)
	if (article?.[1]) forms.push(article[1])
	const clitic = /^[وفبلك](.{3,})$/u.exec(word)
	if (clitic?.[1]) forms.push(clitic[1])
	const clitics = /^[وف](?:[بلكس])(.{3,})$/u.exec(word)
	if (clitics?.[1]) forms.push(clitics[1])
	const future = /^س([ينتا].{3,})$/u.exec(word)
	if (future?.[1]) forms.push(future[1])
	return forms
}

const endings = /^(.{3,}?)(?:تها|ته|ها|هم|هن|ه|ت|وا|ون|ين|ان|تين|تان|ات|نا|ا)$/u

/** What is known of a word, whatever is written onto it. */
export function lookUp(word: string): WordEntry | undefined {
	const forms = withoutPrefixes(word)
	for (const form of forms) {
		const known = entryOf(form)
		if (known) return known
	}
	for (const form of isArabic(word) ? forms : []) {
		const known = entryOf(endings.exec(form)?.[1] ?? '')
		// Names take no endings, and small words with one are other words.
		if (known && !known.given && !known.stop && !known.negation && !known.wordNegation && !known.title)
			return known
	}
	return undefined
}

/** Whether a word carries the Arabic article. */
export function hasArticle(word: string): boolean {
	return /^[وف]?(?:[بك]?ال|لل).{2,}$/u.test(word)
}

/**
 * The light stem under which a word is found: without وال بال فال كال لل ال or one leading letter, and without one
 * ending. `isName` says of a word that its first letter belongs to it («بريطانيا», «لبنان»). Rule: the house's, for
 * news; made for finding, not for grammar.
 */
export function stemWord(word: string, isName: (word: string) => boolean): string {
	if (/\d/.test(word)) return word
	return isArabic(word) ? stemArabic(word, isName) : stemEnglish(word)
}

function stemArabic(word: string, isName: (word: string) => boolean): string {
	const known = withoutPrefixes(word).find((form) => entryOf(form) !== undefined || isName(form))
	const base = known ?? stripPrefix(word)
	return base.replace(/^(.{3,}?)(?:يين|يات|تين|تان|ات|ين|ون|وا|يه|يا|ها|هم|ه|ي|ا|ت)$/u, '$1')
}

function stripPrefix(word: string): string {
	const article = /^[وف]?(?:[بك]?ال|لل)(.{3,})$/u.exec(word)
	if (article?.[1]) return article[1]
	return word.length >= 5 ? word.replace(/^[وبلف]/u, '') : word
}

function stemEnglish(word: string): string {
	if (word.length <= 3) return word
	const stem = word
		.replace(/ies$/, 'y')
		.replace(/(?<=[^s])s$/, '')
		.replace(/(?<=..[^aeiou])(?:ed|ing|er)$/, '')
	return stem.replace(/(?<=...)e$/, '')
}

/**
 * The letters that the forms of one Arabic word share: «ارتفع», «ارتفاع» and «يرتفع» all have رفع. `null` when fewer
 * than three are left, which many words share. English words have none.
 */
export function skeletonOf(stem: string): string | null {
	if (!isArabic(stem)) return null
	let letters = stem
	if (letters.length >= 5) letters = letters.replace(/^[است]?است/u, '')
	if (letters.length >= 4) letters = letters.replace(/^[ايتمن]/u, '')
	if (letters.length >= 4) letters = letters.replace(/^(.)ت/u, '$1')
	letters = letters.replace(/[اوي]/gu, '')
	return letters.length >= 3 ? letters : null
}
