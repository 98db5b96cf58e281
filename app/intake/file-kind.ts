import { listEntries } from './zip.ts'
import type { FileKind, FileProblem } from './problem.ts'

/** How the end of a name tells the kind. */
const endings: [RegExp, FileKind][] = [
	[/\.(?:txt|text)$/i, 'text'],
	[/\.(?:md|markdown)$/i, 'markdown'],
	[/\.json$/i, 'json'],
	[/\.(?:html?|xhtml)$/i, 'html'],
	[/\.pdf$/i, 'pdf'],
	[/\.docx$/i, 'docx'],
]

/** The most that a file of each kind may have, in bytes. Letters of an article would be too many beyond it. */
const largest: Record<FileKind, number> = {
	text: 16 * 1024 * 1024,
	markdown: 16 * 1024 * 1024,
	json: 16 * 1024 * 1024,
	html: 5 * 1024 * 1024,
	pdf: 12 * 1024 * 1024,
	docx: 12 * 1024 * 1024,
}

/** The kind of a file, by its name and by what it holds: both have to say the same. */
export function tellKind(name: string, bytes: Uint8Array): { kind: FileKind } | { problem: FileProblem } {
	const named = endings.find(([pattern]) => pattern.test(name))?.[1]
	const found = lookInside(bytes)
	if (!named) return { problem: found === 'other' || found === 'zip' ? { code: 'binary' } : { code: 'kind' } }
	if (bytes.length > largest[named]) {
		return { problem: { code: 'too-large', megabytes: largest[named] / 1024 / 1024 } }
	}
	if (named === 'pdf' || named === 'docx') {
		if (found === named) return { kind: named }
		const other = found === 'pdf' || found === 'docx' || found === 'zip' || found === 'html'
		return { problem: other ? { code: 'mismatch', named, found } : { code: 'damaged', kind: named } }
	}
	if (found === 'pdf' || found === 'docx' || found === 'zip')
		return { problem: { code: 'mismatch', named, found } }
	if (found === 'html' && named !== 'html' && named !== 'markdown') {
		return { problem: { code: 'mismatch', named, found } }
	}
	return { kind: named }
}

/** What the first bytes of a file say. `text` is anything that may be one; what is in no list is `other`. */
function lookInside(bytes: Uint8Array): FileKind | 'zip' | 'other' {
	const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
	if (/^(?:\u00ef\u00bb\u00bf)?\s*%PDF-/.test(head)) return 'pdf'
	if (head.startsWith('PK\u0003\u0004') || head.startsWith('PK\u0005\u0006')) {
		return listEntries(bytes)?.some(({ name }) => name === 'word/document.xml') ? 'docx' : 'zip'
	}
	const utf16 = head.startsWith('\u00ff\u00fe') || head.startsWith('\u00fe\u00ff')
	if (head.includes('\0') && !utf16) return 'other'
	const letters = utf16 ? head.replaceAll('\0', '') : head
	if (/^<(?:!doctype\s+html|html|head|body)[\s>]/i.test(withoutPreamble(letters))) return 'html'
	return 'text'
}

/** The beginning of a page without what may stand before it: marks, declarations, comments. */
function withoutPreamble(head: string): string {
	let rest = head.replace(/^[^<]{0,3}/, '')
	for (let end = preambleEnd(rest); end > 0; end = preambleEnd(rest)) rest = rest.slice(end).trimStart()
	return rest
}

function preambleEnd(text: string): number {
	if (text.startsWith('<!--')) return closedAt(text, '-->')
	return text.startsWith('<?xml') ? closedAt(text, '>') : 0
}

function closedAt(text: string, sign: string): number {
	const at = text.indexOf(sign)
	return at < 0 ? 0 : at + sign.length
}
