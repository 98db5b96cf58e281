/** A character that turns the reading direction of what follows, so that a text is not shown as it is written. */
export type DeceptiveBidi = { at: number; codePoint: string }

const openers = new Map([
	['\u202a', '\u202c'],
	['\u202b', '\u202c'],
	['\u2066', '\u2069'],
	['\u2067', '\u2069'],
	['\u2068', '\u2069'],
])
const closers = new Set(openers.values())

/**
 * The first override, or the first embedding or isolate that is not closed in its own paragraph as the Unicode
 * Bidirectional Algorithm parts them (or closed without being open, or in another order): with these a text can be made to read otherwise than it is stored (CVE-2021-42574).
 * Marks (LRM, RLM, ALM), joiners and balanced pairs are honest and pass. `null` when there is none.
 * @returns its place in UTF-16 code units
 */
export function findDeceptiveBidi(text: string): DeceptiveBidi | null {
	let open: { character: string; at: number }[] = []
	for (const match of text.matchAll(/[\u202a-\u202e\u2066-\u2069\n\r\u2029]/g)) {
		const [character] = match
		const found = { character, at: match.index }
		if (/[\n\r\u2029]/.test(character)) {
			if (open[0]) return describe(open[0])
			open = []
		} else if (openers.has(character)) {
			open.push(found)
		} else if (closers.has(character)) {
			const last = open.pop()
			if (!last || openers.get(last.character) !== character) return describe(found)
		} else {
			return describe(found)
		}
	}
	return open[0] ? describe(open[0]) : null
}

function describe({ character, at }: { character: string; at: number }): DeceptiveBidi {
	return { at, codePoint: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }
}
