import { findDeceptiveBidi, findOverride, neutraliseBidi } from './bidi.ts'

/** The longest article, in UTF-16 code units: some two hundred pages of print. */
export const MAX_ARTICLE_LENGTH = 400_000

/** Why a text cannot be kept as it is. `at` counts UTF-16 code units from its beginning. */
export type TextProblem =
	| { code: 'empty' }
	| { code: 'too-long'; limit: number }
	| { code: 'binary' }
	| { code: 'not-utf8' }
	| { code: 'lone-surrogate'; at: number }
	| { code: 'control-character'; at: number; codePoint: string }
	| { code: 'bidi-override'; at: number; codePoint: string }
	| { code: 'line-break'; at: number }

/**
 * Read a file's bytes as text: UTF-8 and nothing else. A byte order mark at the beginning belongs to the
 * file and not to the text. What is no text in any encoding is called binary.
 */
export function decodeText(bytes: Uint8Array): { text: string } | { problem: TextProblem } {
	const utf16 = (bytes[0] === 0xff && bytes[1] === 0xfe) || (bytes[0] === 0xfe && bytes[1] === 0xff)
	if (utf16) return { problem: { code: 'not-utf8' } }
	if (bytes.subarray(0, 8192).includes(0)) return { problem: { code: 'binary' } }
	try {
		return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes) }
	} catch {
		// Texts in other encodings have letters that are wrong here, but no controls.
		const controls = bytes.some((byte) => byte < 0x20 && ![0x09, 0x0a, 0x0c, 0x0d].includes(byte))
		return { problem: { code: controls ? 'binary' : 'not-utf8' } }
	}
}

/**
 * What keeps an article from being stored as it is, or `null`. Nothing is ever repaired silently: what is kept is what
 * was captured, to the last byte.
 */
export function checkText(text: string, limit = MAX_ARTICLE_LENGTH): TextProblem | null {
	const problem = checkExtent(text, limit) ?? checkCharacters(text)
	if (problem) return problem
	const deceptive = findDeceptiveBidi(text)
	return deceptive ? { code: 'bidi-override', ...deceptive } : null
}

/**
 * The same for what a person wrote or copied into a form. Embeddings and isolates without a partner, which copying
 * leaves behind, are no reason to refuse it: see `tidyProse`.
 */
export function checkProse(text: string, limit: number): TextProblem | null {
	return checkExtent(text, limit) ?? checkCharacters(text) ?? checkOverrides(text)
}

/** The same for a field of one line (a name, a title), where nothing at all is allowed too. */
export function checkLine(text: string, { max }: { max: number }): TextProblem | null {
	if (text.length > max) return { code: 'too-long', limit: max }
	const lineBreak = text.search(/[\n\r\u2028\u2029]/)
	if (lineBreak >= 0) return { code: 'line-break', at: lineBreak }
	return checkCharacters(text) ?? checkOverrides(text)
}

function checkExtent(text: string, limit: number): TextProblem | null {
	if (!/[\p{L}\p{N}]/u.test(text)) return { code: 'empty' }
	return text.length > limit ? { code: 'too-long', limit } : null
}

function checkOverrides(text: string): TextProblem | null {
	const override = findOverride(text)
	return override ? { code: 'bidi-override', ...override } : null
}

/** The first character that no text can hold: half a character, or a control that is no tab and no line end. */
export function checkCharacters(text: string): TextProblem | null {
	const surrogate = text.search(/[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/)
	if (surrogate >= 0) return { code: 'lone-surrogate', at: surrogate }
	// Tab, line feed and carriage return are the only controls that people write.
	// eslint-disable-next-line no-control-regex
	const control = text.search(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]/)
	if (control < 0) return null
	const codePoint = `U+${text.charCodeAt(control).toString(16).toUpperCase().padStart(4, '0')}`
	return { code: 'control-character', at: control, codePoint }
}

/** Anything that leaves ink: fillers are letters by their category, and blank. */
const seen = /[^\p{Z}\p{C}\p{M}\u115f\u1160\u2800\u3164\uffa0]/u

/**
 * A name or title as it is kept: NFC, one line, single blanks, no direction marks and nothing of no width but joiners.
 * Empty when there is nothing to be seen in it.
 */
export function tidyLine(text: string): string {
	const tidy = text
		.replace(
			/[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u206f\ufeff\u{e0000}-\u{e007f}]/gu,
			'',
		)
		.normalize('NFC')
		.replace(/\s+/g, ' ')
		.trim()
	return seen.test(tidy) ? tidy : ''
}

/** What a person wrote as it is kept: NFC, nothing round it, no control of direction that has no partner. */
export function tidyProse(text: string): string {
	return neutraliseBidi(text).normalize('NFC').trim()
}

/** The longest name of a file that is kept, in UTF-16 code units. */
const longestFileName = 200

/** A file's name as it is kept: its last part, in one line and without controls; `null` when nothing is left of it. */
export function tidyFileName(name: string): string | null {
	const tidy = tidyLine(
		(name.split(/[\\/]/).at(-1) ?? '').replace(/\p{Cc}/gu, ' ').replace(/\p{Surrogate}/gu, '\ufffd'),
	)
	return tidy.slice(0, longestFileName).replace(/[\ud800-\udbff]$/, '') || null
}
