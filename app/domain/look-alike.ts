import type { ClaimantKind } from './claim.ts'
import { lookAlikeLetters, lookAlikesAmongArabic, scripts, writtenTogether } from './look-alike-letters.ts'
import { matchKey } from './normalise.ts'

/** A claimant whose name a new one can be taken for. */
export type AlikeClaimant = { id: string; kind: ClaimantKind; nameAr: string | null; nameEn: string | null }

/** Marks that sit on a letter of these scripts; elsewhere a mark is a vowel, and part of the word. */
const marks =
	/(?=[\p{Script=Inherited}\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Cyrillic}\p{Script=Syriac}])\p{M}/gu
/** What takes no room or does not count: joiners, fillers, selectors; tatweel, lone hamza, small letters above the line. */
const nothing = /[\p{Default_Ignorable_Code_Point}\u0621\u0640\u06e5\u06e6]/gu
/** Letters by their category that are seen as an apostrophe: al-Qurʾān, Qurʼan. */
const apostrophes = /[\u02b9-\u02bf\u02c8\u02ca\u02cb\ua78b\ua78c]/g

/**
 * What a name looks like to somebody who reads quickly, after the skeleton of UTS #39 §4: names that look the same
 * give the same. Letters of other scripts, figures (0 and O; 1, l and I), marks, joiners and everything invisible are
 * read as what they pass for; case, punctuation and doubled blanks do not count. For comparing and never to be shown;
 * whatever `matchKey` takes for a spelling looks the same here too. Empty for a name without letters and figures.
 */
export function looksOf(name: string): string {
	const shown = [...name]
		.map((character) => lookAlikeLetters.get(character) ?? decompose(character))
		.join('')
		.replace(nothing, '')
		.replace(marks, '')
		.replace(apostrophes, ' ')
		.replace(/\p{Nd}/gu, westernDigit)
	return (shown.match(/[\p{L}\p{N}\p{M}|]+/gu) ?? []).map(looksOfWord).join(' ')
}

/** Whether two names can be taken for each other although they are not spellings of one name. */
export function looksAlike(one: string, other: string): boolean {
	const looks = looksOf(one)
	return looks !== '' && looks === looksOf(other) && matchKey(one) !== matchKey(other)
}

/**
 * The characters of a name that another does not have, each once, as `U+0430`: what tells apart names that the eye
 * does not. Empty when all of them are in the other too.
 */
export function strangeCharacters(name: string, other: string): string[] {
	const known = new Set(other)
	return [...new Set(name)]
		.filter((character) => !known.has(character))
		.map((character) => `U+${(character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0')}`)
}

/** Whether a word mixes letters of scripts that nobody writes in one word, as impostors do. */
export function mixesScripts(word: string): boolean {
	const found = scripts.filter((script) => scriptPatterns[script].test(word))
	return found.length > 1 && !found.every((script) => writtenTogether.includes(script))
}

const scriptPatterns = Object.fromEntries(
	scripts.map((script) => [script, new RegExp(`(?=\\p{L})\\p{Script=${script}}`, 'u')]),
) as Record<(typeof scripts)[number], RegExp>

function decompose(character: string): string {
	return [...character.normalize('NFKD')].map((part) => lookAlikeLetters.get(part) ?? part).join('')
}

/** The figure's value, whatever the script: blocks of decimal digits begin at zero and have ten. */
function westernDigit(digit: string): string {
	if (/[0-9]/.test(digit)) return digit
	const code = digit.codePointAt(0) ?? 0
	let zero = code
	while (code - zero < 9 && /\p{Nd}/u.test(String.fromCodePoint(zero - 1))) zero -= 1
	return String((code - zero) % 10)
}

function looksOfWord(word: string): string {
	if (/^\p{N}+$/u.test(word)) return word
	if (/\p{Script=Arabic}/u.test(word)) {
		return [...word].map((letter) => lookAlikesAmongArabic.get(letter) ?? letter).join('')
	}
	return [...levelStrokes(word)]
		.join('')
		.toLowerCase()
		.replaceAll('0', 'o')
		.replaceAll('rn', 'm')
		.replaceAll('vv', 'w')
}

/**
 * Upright strokes read as the letter that stands there in an honest name: at the beginning of a name, and among
 * capitals, a capital I; behind small letters a small l. So «AIi» is Ali and «lran» is Iran, and Ian is not Lan.
 */
function levelStrokes(word: string): string {
	const small = /\p{Ll}/u.test(word.replaceAll('l', ''))
	return word.replace(/[Il1|]/g, (_, at: number) => (at === 0 || !small ? 'i' : 'l'))
}
