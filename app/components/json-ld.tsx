import { neutraliseBidi } from '#app/domain/bidi.ts'

/** Characters that could end the element or the line of a script, and how JSON writes them instead. */
const escapes: Record<string, string> = {
	'<': '\\u003c',
	'>': '\\u003e',
	'&': '\\u0026',
	'\u2028': '\\u2028',
	'\u2029': '\\u2029',
}

/**
 * JSON that may stand inside a `script` element whatever its texts hold: it parses to the same value. Texts are those
 * that the page shows, without controls of direction that deceive.
 */
export function writeJsonLd(value: object): string {
	return JSON.stringify(value, (_, part: unknown) =>
		typeof part === 'string' ? neutraliseBidi(part) : part,
	).replace(/[<>&\u2028\u2029]/g, (character) => escapes[character] ?? '')
}

/**
 * Structured data for machines, as a data block that no browser runs. The only place where text is set
 * as markup: everything that could be read as markup is escaped above.
 */
export function JsonLd({ value }: { value: object }) {
	return <script type="application/ld+json" dangerouslySetInnerHTML={{ __html: writeJsonLd(value) }} />
}
