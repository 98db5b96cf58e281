/*
 * From the order in which letters stand on paper back to the order in which they are read: the reverse of what UAX #9
 * does for display, as far as it can be reversed. Documents such as PDF keep letters by their place.
 */

const rightToLeft = /[\p{Script=Arabic}\p{Script=Hebrew}\p{Script=Syriac}\p{Script=Thaana}\p{Script=Nko}]/u
const letter = /[\p{L}\p{M}]/u
const arabicDigit = /[\u0660-\u0669\u06f0-\u06f9\u066b\u066c]/
const digit = /[0-9]/
/** Between two digits these belong to the number (the classes CS of UAX #9). */
const separator = /^[.,:/\u060c\u00a0\u202f]$/

type Kind = 'right' | 'left' | 'digit' | 'arabic-digit' | 'separator' | 'other'

function kindOf(unit: string): Kind {
	if (arabicDigit.test(unit)) return 'arabic-digit'
	if (digit.test(unit)) return 'digit'
	if (letter.test(unit)) return rightToLeft.test(unit) ? 'right' : 'left'
	return separator.test(unit) ? 'separator' : 'other'
}

/** How most letters of some pieces of text run; `null` when there are none. One in three from the right is enough. */
export function runsRightToLeft(units: readonly string[]): boolean | null {
	let right = 0
	let left = 0
	for (const unit of units) {
		const kind = kindOf(unit)
		if (kind === 'right') right += 1
		if (kind === 'left') left += 1
	}
	return right + left === 0 ? null : right * 2 >= left
}

/**
 * A line in the order it is read. Doing it twice gives the line back, but for what nobody can tell from the paper:
 * whether a number beside a Latin name belongs to it.
 * @param units what stands on the line from left to right: letters, each with the marks it carries
 * @param rtl whether its paragraph runs from right to left
 * @param mirroring whether brackets are given as they look, so that those that are read from the right are turned
 */
export function readingOrder(units: readonly string[], rtl: boolean, mirroring = false): string[] {
	const kinds = units.map(kindOf)
	if (!rtl) {
		return piecesOfRight(kinds).flatMap(({ from, to, turned }) => {
			const part = units.slice(from, to)
			return turned ? readingOrder(part, true, mirroring) : part
		})
	}
	return piecesOfLeft(kinds)
		.reverse()
		.flatMap(({ from, to, turned }) => {
			const part = units.slice(from, to)
			return turned || !mirroring ? part : part.map(mirror)
		})
}

type Piece = { from: number; to: number; turned: boolean }

/** The runs that go from left to right in a line that does not: Latin words with what is between them, and numbers. */
function piecesOfLeft(kinds: readonly Kind[]): Piece[] {
	const pieces: Piece[] = []
	for (let at = 0; at < kinds.length;) {
		const end = endOfLatin(kinds, at) ?? endOfNumber(kinds, at)
		pieces.push({ from: at, to: end ?? at + 1, turned: end !== null })
		at = end ?? at + 1
	}
	return pieces
}

/** Where a run of Latin letters ends that begins here, numbers and signs within it; it ends in a letter or digit. */
function endOfLatin(kinds: readonly Kind[], at: number): number | null {
	let end: number | null = null
	let place = at
	// A digit that a letter follows at once, as in "3D".
	while (kinds[place] === 'digit') place += 1
	if (kinds[place] !== 'left') return null
	for (; place < kinds.length; place += 1) {
		const kind = kinds[place]
		if (kind === 'right' || kind === 'arabic-digit') break
		if (kind === 'left' || kind === 'digit') end = place + 1
	}
	return end
}

function endOfNumber(kinds: readonly Kind[], at: number): number | null {
	const kind = kinds[at]
	if (kind !== 'digit' && kind !== 'arabic-digit') return null
	let end = at + 1
	while (kinds[end] === kind || (kinds[end] === 'separator' && kinds[end + 1] === kind)) end += 1
	return end
}

/** The runs that go from right to left in a line that does not: from such a letter to the last one, all within. */
function piecesOfRight(kinds: readonly Kind[]): Piece[] {
	const pieces: Piece[] = []
	for (let at = 0; at < kinds.length;) {
		let end: number | null = null
		if (kinds[at] === 'right') {
			for (let place = at; place < kinds.length && kinds[place] !== 'left'; place += 1) {
				if (kinds[place] === 'right' || kinds[place] === 'arabic-digit') end = place + 1
			}
		}
		pieces.push({ from: at, to: end ?? at + 1, turned: end !== null })
		at = end ?? at + 1
	}
	return pieces
}

const mirrored = new Map(
	[...'()[]{}<>«»‹›⟨⟩'].map((sign, index, all) => [
		sign,
		all[index % 2 === 0 ? index + 1 : index - 1] ?? sign,
	]),
)

/** A bracket as it looks from the other side; anything else as it is. */
function mirror(unit: string): string {
	return mirrored.get(unit) ?? unit
}
