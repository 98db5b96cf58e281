import { foldText } from './folding.ts'
import { nameSpellings } from './spelling.ts'
import type { Span } from './words.ts'

/**
 * A word or figure of a text with its place (half-open, in UTF-16 code units of the text), folded: see `foldText`. `before` is
 * what stands between it and the word before it, folded too; `capital` whether it is written with a capital letter.
 */
export type Token = Span & { word: string; before: string; capital: boolean }

const wordPattern = /\d+(?:[.,:/]\d+)*%?|%\d+(?:[.,]\d+)*|\p{L}[\p{L}\p{M}]*(?:['’]\p{L}+)*/gu

/** The words of a text in order. A lone و is part of the next word: «و تعتبر»; so is ب before a quotation mark: بـ«الحليف». */
export function tokenise(text: string): Token[] {
	const { line, starts, ends } = foldText(text)
	const tokens: Token[] = []
	let end = 0
	let clitic: { word: string; start: number; before: string } | null = null
	for (const match of line.matchAll(wordPattern)) {
		const before = line.slice(end, match.index)
		end = match.index + match[0].length
		const start = starts[match.index] ?? 0
		if (/^[وبلك]$/.test(match[0]) && /^(?:[ \n]?|["'«“„]+)$/.test(line.slice(end, end + 1))) {
			clitic = { word: match[0], start, before }
			continue
		}
		tokens.push({
			word: oneSpelling(clitic ? clitic.word + match[0] : match[0]),
			start: clitic?.start ?? start,
			end: ends[end - 1] ?? start,
			before: clitic?.before ?? before,
			capital: /^\p{Lu}/u.test(text.charAt(start)),
		})
		clitic = null
	}
	return tokens
}

const doubtful = new RegExp(nameSpellings.map(([from]) => from).join('|'))

/** Names have one spelling here too: أميركي = أمريكي. */
function oneSpelling(word: string): string {
	if (!doubtful.test(word)) return word
	return nameSpellings.reduce((spelt, [from, to]) => spelt.replaceAll(from, to), word)
}
