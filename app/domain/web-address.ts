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

/** What a link carries of the way it was shared, and not of the page: campaigns, clicks and the like. */
const sharing =
	/^(?:utm_\w+|[fgdt]clid|fbclid|gclsrc|msclkid|igshid|mc_[ce]id|_ga|at_(?:medium|campaign)|cmpid|ocid)$/i

/**
 * One form for all manners in which a page's address is written, for comparing: without scheme, `www.`, default port,
 * fragment and the traces of sharing, with the parameters in one order and the path in one escaping. `null` for what is
 * no address of a page, and for the front page of a site, which is another article every day.
 */
export function canonicalAddress(value: string | null): string | null {
	const address = readWebAddress(value)
	if (!address) return null
	const { pathname, searchParams, port } = new URL(address.href)
	const asked = [...searchParams].filter(([name]) => !sharing.test(name)).sort(byNameAndValue)
	const path = unescapePath(pathname).replace(/\/+$/, '')
	if (path === '' && asked.length === 0) return null
	const query = asked.length > 0 ? `?${new URLSearchParams(asked).toString()}` : ''
	return `${address.host.toLowerCase()}${port ? `:${port}` : ''}${path}${query}`
}

function byNameAndValue(one: [string, string], other: [string, string]): number {
	const [a, b] = [one.join('='), other.join('=')]
	return a < b ? -1 : a > b ? 1 : 0
}

/** A path as it reads, where it is escaped text; addresses of Arabic pages are copied in both forms. */
function unescapePath(path: string): string {
	try {
		return decodeURI(path).normalize('NFC')
	} catch {
		return path
	}
}
