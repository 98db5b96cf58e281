import type { Language } from './language.ts'

/** Letters of Persian, Urdu and Kurdish that Arabic does not have. */
const neighbours = /[پچژگکیےۀەڕڵۆێھںٹڈڑ]/u
/** Words without which no English page is written. */
const english = new Set(['the', 'of', 'and', 'to', 'in', 'a', 'is', 'for', 'that', 'on', 'with', 'was'])

/**
 * The language a text seems to be in, to propose and never to decide: Arabic when three letters of five are
 * of its alphabet, English when three of five are Latin and one word of twenty is an English particle. `null`
 * for anything else, such as Persian, Spanish, an even mixture or no letters.
 */
export function languageByScript(text: string): Language | null {
	const sample = text.slice(0, 20_000)
	const arabic = count(sample, /\p{Script=Arabic}(?<=\p{L})/gu)
	const latin = count(sample, /\p{Script=Latin}(?<=\p{L})/gu)
	const letters = count(sample, /\p{L}/gu)
	if (letters === 0) return null
	if (arabic / letters >= 0.6)
		return count(sample, new RegExp(neighbours, 'gu')) / arabic < 0.02 ? 'ar' : null
	if (latin / letters < 0.6) return null
	const words = sample.toLowerCase().match(/[\p{L}’']+/gu) ?? []
	return words.filter((word) => english.has(word)).length / words.length >= 0.05 ? 'en' : null
}

function count(text: string, pattern: RegExp): number {
	return text.match(pattern)?.length ?? 0
}
