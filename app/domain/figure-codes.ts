/*
 * Runs of digits that count nothing: addresses, telephone numbers, times of day. In a folded text (see `foldText`).
 */

const host =
	/^[("'«“[]?(?:[a-z0-9-]{1,63}\.){1,6}(?:com|org|net|edu|gov|int|info|io|co|me|tv|news|hn|mx|us|uk|fr|de|ly|eg|sa|ae|jo|lb|iq|ma|dz|tn|qa|ps)(?![a-z0-9.])/

const isAddress = (piece: string) =>
	piece.includes('://') || piece.startsWith('www.') || piece.includes('@') || host.test(piece)

const clock = String.raw`\d{1,2}(?:[.:]\d{2})?`
const patterns = [
	// The prefix of a country, or a leading zero.
	String.raw`(?<![\p{L}\p{N}+])(?:\+|00)\d(?:[\s().-]{0,2}\d){6,14}(?!\d)`,
	String.raw`(?<![\p{L}\p{N}.,/:-])0\d(?:[\s-]?\d){6,10}(?!\d)`,
	String.raw`(?<![\p{N}.,-])\d{3}[-.]\d{3,4}[-.]\d{4}(?![\d-])`,
	String.raw`(?<!\p{L})(?:هاتف|الهاتف|واتساب|tel|phone|whatsapp|dial|call)[.:\s]{1,3}\d[\d\s-]{1,14}\d`,
	String.raw`(?<![\d:])\d{1,2}:\d{2}(?::\d{2})?(?![\d:])`,
	String.raw`(?<!\p{L})[وفبل]?(?:الساعه|ساعه)\s{1,4}(?:ال)?${clock}(?![\d%])`,
	String.raw`(?<![\d.,:])${clock}\s{0,2}(?:صباحا|مسا|ظهرا|عصرا|ليلا|فجرا|بعد\s{1,3}الظهر|قبل\s{1,3}الظهر|[ap]\.?\s?m(?![a-z])|o['’]clock)(?!\p{L})`,
	String.raw`(?<![\d.,:])${clock}\s{0,3}(?:بالتوقيت|بتوقيت|gmt|utc|local\s{1,3}time)(?!\p{L})`,
	// A number of a note: [12].
	String.raw`\[\d{1,3}\]`,
].map((source) => new RegExp(source, 'gu'))

/** Mark in `taken` what no figure is read from. */
export function takeCodes(line: string, taken: Uint8Array): void {
	for (const match of line.matchAll(/\S+/g))
		if (isAddress(match[0])) taken.fill(1, match.index, match.index + match[0].length)
	for (const pattern of patterns)
		for (const match of line.matchAll(pattern)) taken.fill(1, match.index, match.index + match[0].length)
}
