/**
 * The text of a page from its bytes. Its encoding is told by its byte order mark, else by how it was sent, else by what
 * it declares within its first four kilobytes (HTML Standard, "encoding sniffing algorithm"), else it is UTF-8 where
 * that can be read and Windows-1256 where it cannot: the old pages of our languages are in that.
 * @param contentType how it was sent; empty for a file
 */
export function decodePage(bytes: Uint8Array, contentType = ''): string {
	const marked = byMark(bytes)
	if (marked) return new TextDecoder(marked).decode(bytes)
	const said = labelIn(contentType) ?? declaredIn(bytes)
	if (said) return new TextDecoder(said).decode(bytes)
	try {
		return new TextDecoder('utf-8', { fatal: true }).decode(bytes)
	} catch {
		return new TextDecoder('windows-1256').decode(bytes)
	}
}

function byMark([first, second, third]: Uint8Array): string | null {
	if (first === 0xef && second === 0xbb && third === 0xbf) return 'utf-8'
	if (first === 0xff && second === 0xfe) return 'utf-16le'
	return first === 0xfe && second === 0xff ? 'utf-16be' : null
}

function declaredIn(bytes: Uint8Array): string | null {
	const head = new TextDecoder('latin1').decode(bytes.subarray(0, 4096))
	for (const [tag] of head.matchAll(/<(?:meta|\?xml)\s[^>]{0,500}>/gi)) {
		const label = labelIn(tag)
		// Whoever could read this much of it is not reading UTF-16.
		if (label) return label.startsWith('utf-16') ? 'utf-8' : label
	}
	return null
}

/** The encoding that is named behind `charset=` or `encoding=`, if there is one of this name. */
function labelIn(text: string): string | null {
	const label = /(?:charset|encoding)\s*=\s*["']?\s*([\w.:-]{1,40})/i.exec(text)?.[1]
	if (!label) return null
	try {
		return new TextDecoder(label).encoding
	} catch {
		return null
	}
}
