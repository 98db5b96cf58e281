/**
 * A text with its letters folded. The code unit `i` of `line` came from the half-open range `starts[i]`–`ends[i]` of
 * the raw text, in UTF-16 code units; diacritics and the like belong to the letter before them.
 */
export type Folded = { line: string; starts: number[]; ends: number[] }

/**
 * What is part of the word it stands in and does not count: diacritics of Arabic and Latin, lone hamza, tatweel, small
 * letters above the line, joiners, variation selectors.
 */
const partOfWord =
	/^(?:(?=[\p{Script=Arabic}\p{Script=Inherited}])[\p{M}\u200c\u200d]|[\u0621\u0640\u06e5\u06e6])$/u
/** What has no width and no meaning: soft hyphens, direction marks, byte order marks. */
const invisible = /^[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]$/

const lookalikes: Record<string, string> = {
	أ: 'ا',
	إ: 'ا',
	آ: 'ا',
	ٱ: 'ا',
	ى: 'ي',
	ة: 'ه',
	ؤ: 'و',
	ئ: 'ي',
	ک: 'ك',
	ی: 'ي',
	گ: 'ك',
	ڤ: 'ف',
	'٪': '%',
	'٫': '.',
	'٬': ',',
	'\u2212': '-',
}

/** Fold one character; the result may be empty or several. */
function fold(character: string): string {
	let result = ''
	for (const part of character.normalize('NFKC').normalize('NFKD').toLowerCase()) {
		if (partOfWord.test(part) || invisible.test(part)) continue
		const code = part.charCodeAt(0)
		if (code >= 0x660 && code <= 0x669) result += String(code - 0x660)
		else if (code >= 0x6f0 && code <= 0x6f9) result += String(code - 0x6f0)
		else result += lookalikes[part] ?? part
	}
	return result
}

type FoldedCharacter = { result: string; letter: boolean }

function look(character: string): FoldedCharacter {
	const result = fold(character)
	return { result, letter: /[\p{L}\p{N}]/u.test(result) }
}

/** The letters that articles are made of, looked at once. */
const known = Array.from({ length: 0x700 }, (_, code) => look(String.fromCharCode(code)))

/**
 * Fold a text for comparing and searching: compatibility forms (NFKC), diacritics, tatweel and invisible marks
 * away, one form for each family of letters, Western digits, small Latin letters without accents.
 */
export function foldText(text: string): Folded {
	const parts: string[] = []
	const starts: number[] = []
	const ends: number[] = []
	let offset = 0
	let afterLetter = false
	// Where a word begins that opens with a letter that is dropped.
	let opening: number | null = null
	for (const character of text) {
		const start = offset
		offset += character.length
		const { result, letter } = known[character.charCodeAt(0)] ?? look(character)
		if (result === '') {
			if (!partOfWord.test(character)) continue
			if (afterLetter) ends[ends.length - 1] = offset
			else opening ??= start
			continue
		}
		afterLetter = letter
		parts.push(result)
		for (let unit = 0; unit < result.length; unit++) {
			starts.push(afterLetter ? (opening ?? start) : start)
			ends.push(offset)
		}
		opening = null
	}
	return { line: parts.join(''), starts, ends }
}
