/**
 * A piece of a folded text: digits with the marks inside them, a word of letters, or one other character. `from` and `to`
 * are half-open in code units of the folded line.
 */
export type FigureToken = {
	kind: 'digits' | 'word' | 'mark'
	text: string
	from: number
	to: number
	/** What is before it: nothing, a blank or line break, or a gap that no figure goes over. */
	gap: 'none' | 'blank' | 'wide'
}

const pattern = new RegExp(
	[
		String.raw`(?<digits>\d+(?:[.,]\d+)*)`,
		String.raw`(?<arabic>(?:(?=\p{Script=Arabic})\p{L})+)`,
		// Digits behind other letters are part of a name: F16.
		String.raw`(?<word>(?:(?!\p{Script=Arabic})\p{L})(?:(?!\p{Script=Arabic})[\p{L}\p{N}])*)`,
		String.raw`(?<mark>\S)`,
	].join('|'),
	'gu',
)

export function readFigureTokens(line: string): FigureToken[] {
	const tokens: FigureToken[] = []
	let end = 0
	for (const match of line.matchAll(pattern)) {
		const from = match.index
		const to = from + match[0].length
		const kind =
			match.groups?.['digits'] !== undefined
				? 'digits'
				: match.groups?.['mark'] !== undefined
					? 'mark'
					: 'word'
		tokens.push({ kind, text: match[0], from, to, gap: gapOf(line, end, from) })
		end = to
	}
	return tokens
}

/** Blanks of up to four characters with at most one line break, and no tab, which parts the columns of a table. */
function gapOf(line: string, from: number, to: number): FigureToken['gap'] {
	if (from === to) return 'none'
	if (to - from > 4 || line.slice(from, to).includes('\t')) return 'wide'
	const first = line.indexOf('\n', from)
	return first >= 0 && first < to && line.slice(first + 1, to).includes('\n') ? 'wide' : 'blank'
}
