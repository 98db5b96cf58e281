import { looksOf, mixesScripts } from './look-alike.ts'

/**
 * What people ought to know of a host before they trust its name. `imitates`: it mixes scripts within a word, or is
 * written in other letters and looks Latin. `foreign`: it is written in letters beyond ASCII, honestly as far as one
 * can tell. `encoded`: its address came in the spelling for machines, so what it looks like is not seen.
 */
export type HostDoubt = 'imitates' | 'foreign' | 'encoded'

export type NamedHost = {
	/** As the network knows it: `xn--` where letters beyond ASCII are. */
	ascii: string
	doubt: HostDoubt | null
}

/** The host of an address as it was typed, looked at for look-alikes; `null` for what is no address. */
export function readHost(url: string): NamedHost | null {
	if (!URL.canParse(url)) return null
	const ascii = new URL(url).hostname
	if (!ascii) return null
	const labels = typedHost(url)
		.normalize('NFKC')
		.split(/[.\u3002]/)
	return { ascii, doubt: /(?:^|\.)xn--/.test(ascii) ? doubtOf(labels) : null }
}

function doubtOf(labels: string[]): HostDoubt {
	const foreign = labels.filter((label) => /[^\0-\x7f]/.test(label))
	if (foreign.some((label) => mixesScripts(label) || looksLatin(label))) return 'imitates'
	return foreign.length > 0 ? 'foreign' : 'encoded'
}

/** Cyrillic and Greek letters that pass for Latin ones in a hurry, but not in a word of nothing else. */
const tellTale = /[бвгзкмнтητκ]/u

/** Whether a label that is not Latin passes for Latin. Accents are honest: «café» is Latin itself. */
function looksLatin(label: string): boolean {
	return (
		!/\p{Script=Latin}/u.test(label) &&
		!tellTale.test(label) &&
		/^[a-z0-9 ]*[a-z][a-z0-9 ]*$/.test(looksOf(label))
	)
}

/** What stands between the scheme and the path, without a user and a port, percent signs resolved. */
function typedHost(url: string): string {
	const authority = /^\s*[a-z][a-z0-9+.-]*:[\\/]*([^\\/?#]*)/i.exec(url)?.[1] ?? ''
	const host = authority.replace(/^.*@/, '').replace(/:\d*$/, '')
	try {
		return decodeURIComponent(host)
	} catch {
		return host
	}
}
