/** Where in a text something stands, for eyes: its line, counted from one, and what can be read round it. */
export type TextPlace = { line: number; near: string }

/** @param at in UTF-16 code units from the beginning */
export function describePlace(text: string, at: number): TextPlace {
	const near = text
		.slice(Math.max(0, at - 30), at + 20)
		.replace(/[\p{Cc}\p{Cf}\p{Cs}]/gu, ' ')
		.replace(/\s+/g, ' ')
		.trim()
	return { line: text.slice(0, at).split('\n').length, near }
}
