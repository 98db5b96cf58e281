/** The longest address that SMTP can carry (RFC 5321, §4.5.3.1.3, with erratum 1690), and its part before the @. */
const longestAddress = 254
const longestLocalPart = 64

/**
 * RFC 5322's dot-atom without `!`, `%`, `|` and the backtick, which relays and shells once read as routes and
 * commands. No quoted strings, comments or address literals: nobody's mailbox at a newsroom needs them.
 */
const localPart = /^[A-Za-z0-9#$&'*+/=?^_{}~-]+(?:\.[A-Za-z0-9#$&'*+/=?^_{}~-]+)*$/
const domain =
	/^(?=.{1,253}$)(?:[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?\.)+(?!\d+$)[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])$/
/** Names in any script, before they are written in ASCII. No joiners, direction marks or look-alike dots. */
const domainAsTyped = /^[\p{L}\p{M}\p{N}-]+(?:\.[\p{L}\p{M}\p{N}-]+)+$/u

/**
 * Read a mail address that somebody typed, as it is stored, compared and handed to SMTP: trimmed, in lower case, the
 * part before the @ in ASCII, a domain of another script in its ASCII form (`xn--…`, IDNA). At most 254 characters.
 * Anything else, such as a name in front, two addresses, a control or a direction mark, is `null`.
 */
export function readMailAddress(typed: string): string | null {
	const [local = '', typedDomain = '', ...rest] = typed.trim().split('@')
	if (rest.length > 0 || local.length > longestLocalPart || !localPart.test(local)) return null
	const asciiDomain = writeInAscii(typedDomain)
	if (!asciiDomain || !domain.test(asciiDomain)) return null
	const address = `${local.toLowerCase()}@${asciiDomain}`
	return address.length <= longestAddress ? address : null
}

function writeInAscii(typed: string): string | null {
	const name = typed.normalize('NFC')
	// What only compatibility makes a letter (ﬁ, ℋ, full-width forms) would be read as another name than it shows.
	if (!domainAsTyped.test(name) || name.normalize('NFKC') !== name) return null
	if (/^[A-Za-z0-9.-]+$/.test(name)) return name.toLowerCase()
	return URL.canParse(`https://${name}`) ? new URL(`https://${name}`).hostname : null
}
