import ipaddr from 'ipaddr.js'

/**
 * The network an address belongs to, as limits count it: an IPv4 address itself, of IPv6 the first 64 bits, which
 * one household or one attacker has whole. What is no address stands for itself.
 */
export function networkOf(address: string): string {
	if (!ipaddr.isValid(address)) return address
	const parsed = ipaddr.process(address)
	if (parsed.kind() === 'ipv4') return parsed.toString()
	return `${ipaddr.IPv6.networkAddressFromCIDR(`${parsed.toNormalizedString()}/64`).toString()}/64`
}
