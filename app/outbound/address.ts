import ipaddr from 'ipaddr.js'

/** Why an address on the web is not asked: a word for the log, never for the person who typed it. */
export type Forbidden =
	'length' | 'characters' | 'address' | 'scheme' | 'user' | 'port' | 'name' | 'network' | 'no-such-name'

const longestUrl = 2048

/**
 * Read an address as a request would be sent to it, without its fragment. What is refused here never gets as far as
 * the network: other schemes and ports, users and passwords, names that only an inner network knows, and anything that
 * different programs read differently. Numbers are a matter for `isPublic`.
 * @param otherPort a port that is allowed besides the two of the web; tests have their own server there
 */
export function readTarget(typed: string, otherPort?: number): { url: URL } | { forbidden: Forbidden } {
	const text = typed.trim()
	if (text.length > longestUrl) return { forbidden: 'length' }
	// Some programs drop these, others take the backslash for a slash.
	// eslint-disable-next-line no-control-regex
	if (/[\u0000-\u0020\u007f-\u00a0\u00ad\u200b-\u200f\u2028-\u202e\u2060-\u206f\ufeff\\]/.test(text)) {
		return { forbidden: 'characters' }
	}
	if (!/^[a-z][a-z0-9+.-]*:\/\/[^/]/i.test(text) || !URL.canParse(text)) return { forbidden: 'address' }
	const url = new URL(text)
	if (url.protocol !== 'http:' && url.protocol !== 'https:') return { forbidden: 'scheme' }
	if (url.username || url.password || /^[^/]*\/\/[^/?#]*@/.test(text)) return { forbidden: 'user' }
	if (url.port !== '' && url.port !== String(otherPort) && !isPortOfTheWeb(url)) return { forbidden: 'port' }
	if (!addressIn(url.hostname) && isInnerName(url.hostname)) return { forbidden: 'name' }
	url.hash = ''
	return { url }
}

/** Each of the two, whatever the scheme. */
function isPortOfTheWeb({ port }: URL): boolean {
	return port === '80' || port === '443'
}

/** Names that no public page has: RFC 6761, 6762, 7686, 8375, 9476, and what inner networks use. */
const innerEndings =
	/(?:^|\.)(?:localhost|localdomain|local|internal|intranet|private|corp|home|lan|test|example|invalid|onion|alt|arpa|i2p|workgroup)$/

function isInnerName(host: string): boolean {
	// A name that ends in a dot is the same to the network and another one to most lists.
	return !host.includes('.') || host.endsWith('.') || innerEndings.test(host)
}

/** The number that a host of an address is, without the brackets; `null` for a name. */
export function addressIn(host: string): string | null {
	const bare = host.replace(/^\[(.*)\]$/, '$1')
	return ipaddr.isValid(bare) ? bare : null
}

/** Networks that `ipaddr.js` takes for public or may take for it: those of platforms, protocols and documentation. */
const alsoForbidden = [
	'168.63.129.16/32',
	'192.0.0.0/24',
	'192.88.99.0/24',
	'2001::/23',
	'2001:db8::/32',
	'3fff::/20',
	'5f00::/16',
	'fec0::/10',
	'::/8',
	'64:ff9b::/96',
	'64:ff9b:1::/48',
	'2002::/16',
].map((range) => ipaddr.parseCIDR(range))

/** Whether a number is an ordinary host of the public network. Fail-safe: what cannot be read is none. */
export function isPublic(address: string): boolean {
	if (address.includes('%') || !ipaddr.isValid(address)) return false
	const parsed = ipaddr.parse(address)
	if (parsed.range() !== 'unicast') return false
	return !alsoForbidden.some(([network, bits]) => {
		return network.kind() === parsed.kind() && parsed.match([network, bits])
	})
}
