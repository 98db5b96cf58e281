import { noWholes, wholeNouns } from './figure-nouns.ts'
import type { FigureToken } from './figure-tokens.ts'
import { englishUnits, fractionNames, fractionPairs, twos, units } from './number-words.ts'

/** A part of a whole: `parts` of `of`, from `from` in the folded line up to the token `end`. */
export type ReadFraction = { parts: number; of: number; from: number; end: number }

/** A share in lowest terms; `null` when it is none of a whole. */
export function share(parts: number, of: number): string | null {
	if (!Number.isInteger(parts) || !Number.isInteger(of) || parts < 1 || of < 2) return null
	const divisor = gcd(parts, of)
	return `${parts / divisor}/${of / divisor}`
}

function gcd(a: number, b: number): number {
	return b === 0 ? a : gcd(b, a % b)
}

function wordAt(tokens: readonly FigureToken[], at: number): string {
	const token = tokens[at]
	return token?.kind === 'word' && token.gap !== 'wide' ? token.text : ''
}

/** A fraction in words that begins at a token, whatever it is a part of: «ثلثا», «ثلاثة أرباع», "two-thirds", "a quarter". */
export function readFractionAt(tokens: readonly FigureToken[], at: number): ReadFraction | null {
	const token = tokens[at]
	if (token?.kind !== 'word') return null
	return /^[a-z]/.test(token.text) ? readEnglish(tokens, at) : readArabic(tokens, at)
}

function readArabic(tokens: readonly FigureToken[], at: number): ReadFraction | null {
	const token = tokens[at]
	if (!token) return null
	for (const letters of /^[وفبكل]../u.test(token.text) ? [0, 1] : [0]) {
		const word = token.text.slice(letters).replace(/^ال(?=..)/, '')
		const from = token.from + letters
		const next = wordAt(tokens, at + 1)
		const parts = units.get(word)
		const several = fractionNames.get(next)
		if (parts !== undefined && several !== undefined && /^ا.+ا.$/u.test(next))
			return { parts, of: several, from, end: at + 2 }
		const pair = fractionPairs.get(word)
		if (pair !== undefined) return { parts: 2, of: pair, from, end: at + 1 }
		const of = fractionNames.get(word)
		if (of !== undefined && !/^ا/u.test(word)) return { parts: 1, of, from, end: at + 1 }
	}
	return null
}

function readEnglish(tokens: readonly FigureToken[], at: number): ReadFraction | null {
	const token = tokens[at]
	if (!token) return null
	const { from } = token
	if (token.text === 'half') return { parts: 1, of: 2, from, end: at + 1 }
	const parts = token.text === 'a' ? 1 : englishUnits.get(token.text)
	if (parts === undefined) return null
	const name = tokens[at + 1]?.text === '-' ? at + 2 : at + 1
	const of = fractionNames.get(wordAt(tokens, name))
	return of === undefined || (of === 2 && token.text !== 'a') ? null : { parts, of, from, end: name + 1 }
}

/**
 * A share of something that begins at a token: a fraction before what it is a part of («نصف الناخبين», "a third of
 * voters"), «واحد من كل خمسة», "one in five", `1/3 of`; behind a limit also the fraction alone («أكثر من النصف»).
 * @param isLimited whether a limit stands before it
 */
export function readShareAt(
	tokens: readonly FigureToken[],
	at: number,
	isLimited: () => boolean,
): ReadFraction | null {
	const token = tokens[at]
	if (token?.kind === 'digits') return readDigitShare(tokens, at) ?? readOneOf(tokens, at)
	const oneOf = readOneOf(tokens, at)
	if (oneOf) return oneOf
	const fraction = readFractionAt(tokens, at)
	if (!fraction || !token) return readShareOfThem(tokens, at)
	const next = wordAt(tokens, fraction.end)
	if (/^[a-z]/.test(token.text)) {
		if (next === 'of') return fraction
		const half = fraction.of === 2 && /^(?:the|its|their|all|his|her|our)$/.test(next)
		// "A third candidate" is the one behind two others.
		return half || (fraction.parts > 1 && !/^(?:of)$/.test(next)) ? fraction : null
	}
	const written = token.text.slice(fraction.from - token.from)
	if (/^ال/u.test(written)) return isLimited() && !noWholes.has(next) ? fraction : null
	// «ثمن النفط» and «سبع الدول» are no parts.
	if (fraction.parts === 1 && [7, 8, 9, 10].includes(fraction.of)) return null
	if (wholeNouns.has(next)) return fraction
	return /^ال../u.test(next) && !noWholes.has(next) && !/^ال(?:مليون|مليار|الف)$/u.test(next)
		? fraction
		: null
}

/** «نصفهم», «ثلثيها». */
function readShareOfThem(tokens: readonly FigureToken[], at: number): ReadFraction | null {
	const token = tokens[at]
	const [whole, letter = '', name = ''] =
		/^([وفبكل]?)(نصف|ثلث|ثلثا|ثلثي|ربع|خمس)(?:هم|هن|ها)$/u.exec(token?.text ?? '') ?? []
	if (!token || whole === undefined) return null
	const pair = fractionPairs.get(name)
	const from = token.from + letter.length
	return { parts: pair ? 2 : 1, of: pair ?? fractionNames.get(name) ?? 2, from, end: at + 1 }
}

/** `1/3 of`, «1/3 من», and the single letters for fractions, which are folded to digits on both sides of a stroke. */
function readDigitShare(tokens: readonly FigureToken[], at: number): ReadFraction | null {
	const [first, stroke, second] = [tokens[at], tokens[at + 1], tokens[at + 2]]
	if (!first || !stroke || !second || stroke.gap !== 'none' || second.gap !== 'none') return null
	if (!/^\d{1,4}$/.test(first.text) || !/^\d{1,4}$/.test(second.text)) return null
	const of = wordAt(tokens, at + 3)
	const isShare = stroke.text === '\u2044' || (stroke.text === '/' && (of === 'of' || of === 'من'))
	if (!isShare || Number(first.text) >= Number(second.text)) return null
	return { parts: Number(first.text), of: Number(second.text), from: first.from, end: at + 3 }
}

/** «واحد من كل خمسة», "one in five", "two out of three", "3 in 10". */
function readOneOf(tokens: readonly FigureToken[], at: number): ReadFraction | null {
	const token = tokens[at]
	if (!token) return null
	const parts = smallNumber(token)
	if (parts === null) return null
	const [second, third] = [wordAt(tokens, at + 1), wordAt(tokens, at + 2)]
	const whole =
		second === 'من' && third === 'كل'
			? at + 3
			: second === 'in'
				? third === 'every'
					? at + 3
					: at + 2
				: second === 'out' && third === 'of'
					? at + 3
					: null
	const last = whole === null ? undefined : tokens[whole]
	if (whole === null || !last || last.gap === 'wide') return null
	const of = smallNumber(last)
	if (of === null || of <= parts) return null
	// "Two in three days" are no share.
	const noShare =
		second === 'in' && ((parts > 1 && of !== 10 && of !== 100) || times.has(wordAt(tokens, whole + 1)))
	return noShare ? null : { parts, of, from: token.from, end: whole + 1 }
}

const times = new Set('seconds minutes hours days weeks months years decades'.split(' '))

function smallNumber({ kind, text }: FigureToken): number | null {
	if (kind === 'digits') return /^\d{1,3}$/.test(text) ? Number(text) : null
	if (/^واحده?$/u.test(text)) return 1
	return englishUnits.get(text) ?? units.get(text) ?? (twos.has(text) ? 2 : null)
}
