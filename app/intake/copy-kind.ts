import { decodeText } from '#app/domain/incoming-text.ts'

/** What a copy of a source can be, by its bytes. `other` is kept, and handed out as it came, and never shown. */
export const copyKinds = ['pdf', 'png', 'jpeg', 'webp', 'html', 'svg', 'csv', 'text', 'other'] as const
export type CopyKind = (typeof copyKinds)[number]

/** What is taken of a person: what can be shown without being run. */
const uploadKinds: readonly CopyKind[] = ['pdf', 'png', 'jpeg', 'webp', 'csv', 'text']

const mediaTypes: Record<CopyKind, string> = {
	pdf: 'application/pdf',
	png: 'image/png',
	jpeg: 'image/jpeg',
	webp: 'image/webp',
	html: 'text/html',
	svg: 'image/svg+xml',
	csv: 'text/csv',
	text: 'text/plain',
	other: 'application/octet-stream',
}

/** The most that a person's file may have, in bytes. */
export const largestUpload = 20 * 1024 * 1024

/** What bytes are, whatever they are called; text is a table where its name or sender says so. */
export function tellCopyKind(bytes: Uint8Array, said: { name?: string; contentType?: string }): CopyKind {
	const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1')
	if (head.startsWith('%PDF-')) return 'pdf'
	if (head.startsWith('\u0089PNG\r\n\u001a\n')) return 'png'
	if (head.startsWith('\u00ff\u00d8\u00ff')) return 'jpeg'
	if (/^RIFF[\s\S]{4}WEBP/.test(head)) return 'webp'
	if (head.includes('\0')) return 'other'
	const begins = head.replace(/^\u00ef\u00bb\u00bf/, '').trimStart()
	const marked = begins.startsWith('<') || begins.startsWith('&lt;')
	if (marked && /<svg[\s>]/i.test(begins)) return 'svg'
	if (looksLikeMarkup(begins)) return 'html'
	if (/^(?:text\/html|application\/xhtml)/.test(said.contentType ?? '')) return 'html'
	if ('problem' in decodeText(bytes)) return 'other'
	const table = /\.(?:csv|tsv)$/i.test(said.name ?? '') || /^text\/(?:csv|tab)/.test(said.contentType ?? '')
	return table ? 'csv' : 'text'
}

/** Anything that a browser which is left to guess might take for a page (WHATWG, MIME Sniffing, 7.1), and XML. */
function looksLikeMarkup(begins: string): boolean {
	return /^<(?:!--|!doctype|\?xml|html|head|body|script|iframe|h1|div|font|table|a|style|title|b|br|p)[\s>]/i.test(
		begins,
	)
}

/** How a name's end would be read by whoever opens the file. */
const endings: [RegExp, CopyKind][] = [
	[/\.pdf$/i, 'pdf'],
	[/\.png$/i, 'png'],
	[/\.jpe?g$/i, 'jpeg'],
	[/\.webp$/i, 'webp'],
	[/\.(?:csv|tsv)$/i, 'csv'],
	[/\.(?:txt|text)$/i, 'text'],
]

export type UploadProblem = 'empty' | 'too-large' | 'kind' | 'mismatch'

/** The kind of a person's file, or why it is not taken: its name and its contents have to say the same. */
export function tellUpload(name: string, bytes: Uint8Array): { kind: CopyKind } | { problem: UploadProblem } {
	if (bytes.length === 0) return { problem: 'empty' }
	if (bytes.length > largestUpload) return { problem: 'too-large' }
	const kind = tellCopyKind(bytes, { name })
	const named = endings.find(([pattern]) => pattern.test(name))?.[1]
	if (!named || !uploadKinds.includes(kind)) return { problem: named ? 'mismatch' : 'kind' }
	return named === kind ? { kind } : { problem: 'mismatch' }
}

export function mediaTypeOf(kind: CopyKind): string {
	return mediaTypes[kind]
}

/** The kind of a copy that is kept under a media type. */
export function kindOfMedia(mediaType: string): CopyKind {
	return copyKinds.find((kind) => mediaTypes[kind] === mediaType) ?? 'other'
}
