/** An address as a page may link to it, and the host to show in its place. */
export type WebAddress = { href: string; host: string }

/**
 * Read an address that came from outside. Only `http` and `https` pages are linked to: anything else
 * (`javascript:`, `data:`, a relative path, no address at all) is `null` and stays text.
 * The host comes without a leading `www.`.
 */
export function readWebAddress(value: string | null): WebAddress | null {
	if (!value || !URL.canParse(value)) return null
	const url = new URL(value)
	if (url.protocol !== 'https:' && url.protocol !== 'http:') return null
	return { href: url.href, host: url.hostname.replace(/^www\./, '') }
}
