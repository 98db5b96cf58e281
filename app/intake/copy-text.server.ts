import { decodePage } from './page-decoding.ts'
import type { CopyKind } from './copy-kind.ts'
import { readInThread } from './reading-thread.server.ts'

/** The longest text that is kept of a copy, in UTF-16 code units. */
const longest = 2_000_000

/** What can be read in a copy, in a thread with limits; `null` where nothing can, as of a picture. */
export async function readCopyText(
	kind: CopyKind,
	bytes: Uint8Array,
	sent: { contentType: string; address: string | null },
): Promise<string | null> {
	switch (kind) {
		case 'html':
		case 'pdf': {
			const read = await readInThread(kind === 'html' ? { kind, bytes, ...sent } : { kind, bytes })
			return 'problem' in read ? null : storable(read.text)
		}
		case 'csv':
		case 'text':
			return storable(decodePage(bytes, sent.contentType))
		case 'png':
		case 'jpeg':
		case 'webp':
		case 'svg':
		case 'other':
			return null
	}
}

/** What Postgres can hold. */
function storable(text: string): string | null {
	const kept = text
		.slice(0, longest)
		.replaceAll('\0', '')
		.replace(/\p{Surrogate}/gu, '\ufffd')
	return /[\p{L}\p{N}]/u.test(kept) ? kept : null
}
