import type { FoundFigure } from './figure-parsing.ts'
import type { FigureToken } from './figure-tokens.ts'
import { feminineOrdinals, tens } from './number-words.ts'

/** What may stand between «عمره» and its number. */
const between = String.raw`(?:(?:لا|يناهز|تناهز|ناهز|نحو|حوالي|قرابه|بين|من|علي|عن|الي|ال|يزيد|تزيد|يقل|تقل|يتجاوز|تتجاوز|تجاوز|اكثر|اقل|فوق|دون|تحت|over|under|between|about|around|just|only|of|from|above|below)\s{1,4}){0,4}`
const ageBefore = new RegExp(
	String.raw`(?<!\p{L})[وفبل]?(?:(?:ال)?عمر|عمره|عمرها|عمرهما|عمري|اعمارهم|اعمارهن|اعمارهما|سن|السن|aged|ages|age)\s{1,4}${between}(?:ال)?$`,
	'u',
)

/** Whether a number that begins at `from` in a folded line is somebody's age, as what stands before it tells. */
export function isAgeBefore(line: string, from: number): boolean {
	return ageBefore.test(line.slice(Math.max(0, from - 60), from))
}

/** «في الثانية والخمسين من عمره»: an age by an ordinal. */
export function readAgeOrdinal(
	tokens: readonly FigureToken[],
	at: number,
): { figures: FoundFigure[]; end: number } | null {
	const token = tokens[at]
	if (!token) return null
	const unit = feminineOrdinals.get(token.text)
	const second = tokens[at + 1]?.text ?? ''
	let end = at + 1
	let value = unit ?? tens.get(token.text.replace(/^ال/u, '')) ?? 0
	if (value === 0 || !/^ال/u.test(token.text)) return null
	if (unit !== undefined && second === 'عشره') {
		value += 10
		end++
	} else if (unit !== undefined && /^وال/u.test(second)) {
		const ten = tens.get(second.slice(3))
		if (ten === undefined) return null
		value += ten
		end++
	}
	const isBehind =
		tokens[end]?.text === 'من' && /^(?:العمر|عمره|عمرها|عمري|عمرهم)$/u.test(tokens[end + 1]?.text ?? '')
	const isBefore = /^[بفل]?(?:سن|عمر)$/u.test(tokens[at - 1]?.text ?? '')
	if (!isBehind && !isBefore) return null
	if (isBehind) end += 2
	const to = tokens[end - 1]?.to ?? token.to
	return { figures: [{ from: token.from, to, unit: 'age', value: String(value), rounding: '1' }], end }
}
