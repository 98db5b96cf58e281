/**
 * A permanent, readable name for a URL: lower-case words of the text joined by hyphens, at most `length`
 * characters and cut at a word, then the id, which makes it unique. Arabic words are kept as they are:
 * browsers show them readably, and the id alone already finds the page.
 */
export function makeSlug(text: string, id: string, length = 60): string {
	const words = text
		.normalize('NFC')
		.replace(/[\u00c0-\u024f]/g, (letter) => letter.normalize('NFD').charAt(0))
		.replace(/[\p{M}\u0640]+/gu, '')
		.toLowerCase()
		.replace(/(\d)[.,](\d)/g, '$1-$2')
		.split(/[^\p{L}\p{N}]+/u)
		.filter(Boolean)
	let slug = ''
	for (const word of words) {
		if (slug.length + word.length + 1 > length) break
		slug += (slug ? '-' : '') + word
	}
	return slug ? `${slug}-${id}` : id
}
