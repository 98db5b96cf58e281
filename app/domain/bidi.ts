/** A character that turns the reading direction of what follows, so that a text is not shown as it is written. */
export type DeceptiveBidi = { at: number; codePoint: string }

/** Embeddings, overrides and isolates, what closes them, and the ends of paragraphs (UAX #9). */
const controls = /[\u202a-\u202e\u2066-\u2069\n\r\u2029]/g
const anyControl = /[\u202a-\u202e\u2066-\u2069]/
const [popFormatting, popIsolate] = ['\u202c', '\u2069']

const openers = new Map([
	['\u202a', popFormatting],
	['\u202b', popFormatting],
	['\u2066', popIsolate],
	['\u2067', popIsolate],
	['\u2068', popIsolate],
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
	for (const match of text.matchAll(controls)) {
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

/** The first override: people who write do not use them, and no text needs them. `null` when there is none. */
export function findOverride(text: string): DeceptiveBidi | null {
	const at = text.search(/[\u202d\u202e]/)
	return at < 0 ? null : describe({ character: text.charAt(at), at })
}

/**
 * A text as it may be shown and published: without overrides, and without embeddings and isolates that have no partner
 * in their paragraph. Everything else stays, balanced pairs and marks included.
 * @param instead takes the place of each one: nothing, or a character that has no width and no direction, so that
 *   places in the text stay what they are
 */
export function neutraliseBidi(text: string, instead: '' | '\u2060' = ''): string {
	if (!anyControl.test(text)) return text
	const dropped = new Set<number>()
	let open: { character: string; at: number }[] = []
	const drop = (found: { at: number }[]) => found.forEach(({ at }) => dropped.add(at))
	for (const match of text.matchAll(controls)) {
		const [character] = match
		const found = { character, at: match.index }
		if (/[\n\r\u2029]/.test(character)) {
			drop(open)
			open = []
		} else if (character === popFormatting) {
			// It closes the innermost embedding or override, and nothing beyond the isolate it stands in.
			const last = open.at(-1)
			if (!last || openers.get(last.character) === popIsolate) drop([found])
			else open.pop()
			if (last && !openers.has(last.character)) drop([last, found])
		} else if (character === popIsolate) {
			// It closes the innermost isolate, and with it what was left open inside.
			const isolate = open.findLastIndex((opened) => openers.get(opened.character) === popIsolate)
			if (isolate < 0) drop([found])
			else drop(open.splice(isolate).slice(1))
		} else {
			open.push(found)
		}
	}
	drop(open)
	return text.replace(controls, (character, at: number) => (dropped.has(at) ? instead : character))
}

function describe({ character, at }: { character: string; at: number }): DeceptiveBidi {
	return { at, codePoint: `U+${character.charCodeAt(0).toString(16).toUpperCase().padStart(4, '0')}` }
}
