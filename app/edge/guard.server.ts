import { type BlockList, isIP } from 'node:net'
import { isLoopback } from '#app/env.server.ts'
import type { RefusalReason } from './refusals.ts'

const megabyte = 1024 * 1024
const longestTarget = 8_192

/** What the body of a form may have, in bytes; an article with its file, and a bundle. */
const usualBody = megabyte
const largeBodies: Record<string, number> = {
	'/desk/articles/new': 12 * megabyte,
	'/desk/bundles': 61 * megabyte,
}
/** A copy of a source that a person has: twenty megabytes, and the form round them. */
const copyBody = { path: /^\/desk\/sources\/[0-9a-z-]{1,40}\/upload$/, limit: 21 * megabyte }

/** Everything about a request that decides whether it comes in. Header names in lower case. */
export type Asked = {
	/** The major version of HTTP that it is written in. */
	version: number
	method: string
	/** As it stands in the request line. */
	target: string
	/** Every `Host` header of the request. */
	hosts: readonly string[]
	headers: Readonly<Record<string, string | string[] | undefined>>
	/** The address at the other end of the connection. */
	peer: string
}

export type Rules = {
	/** `PUBLIC_ORIGIN`. */
	origin: string
	trustedProxies: BlockList
	/** The ids of the routes that an address leads through, outermost first. */
	routesAt: (pathname: string) => readonly string[]
}

export type Admission = {
	/** Scheme from `PUBLIC_ORIGIN`, host from the list of allowed ones: nothing the client made up. */
	url: URL
	/** The client, as far as trusted proxies vouch for it. */
	address: string
	/** The most that the body may have, in bytes. */
	bodyLimit: number
	refused?: undefined
}

/**
 * Whether a request comes in, before any other code of ours sees it. Asked in this order, so that the
 * first thing wrong is the one that is said: address, host, method, size, origin, kind of body, route.
 */
export function decide(asked: Asked, rules: Rules): Admission | { refused: RefusalReason } {
	if (asked.target.length > longestTarget) return { refused: 'too-long' }
	if (asked.version !== 1 || !isWellFormed(asked.target)) return { refused: 'malformed' }
	// The parser lets others through, whose end it cannot know.
	const coding = asked.headers['transfer-encoding']
	if (coding !== undefined && !/^chunked$/i.test(String(coding).trim())) return { refused: 'malformed' }

	const { protocol } = new URL(rules.origin)
	const host = allowedHost(asked.hosts, rules.origin)
	if (!host) return { refused: asked.hosts.length > 1 ? 'malformed' : 'wrong-host' }
	const url = new URL(`${protocol}//${host}${asked.target}`)

	if (!['GET', 'HEAD', 'POST'].includes(asked.method)) return { refused: 'method' }

	const bodyLimit =
		largeBodies[url.pathname] ?? (copyBody.path.test(url.pathname) ? copyBody.limit : usualBody)
	if (Number(asked.headers['content-length'] ?? 0) > bodyLimit) return { refused: 'too-large' }

	if (asked.method === 'POST' && !isSameOrigin(asked.headers, url.origin)) return { refused: 'foreign' }
	if (asked.method === 'POST' && !isForm(asked.headers)) return { refused: 'media-type' }

	// Remix runs the loader or action of whatever route is named here, at any address.
	const named = url.searchParams.getAll('_data')
	if (named.length > 1 || named.some((id) => !rules.routesAt(url.pathname).includes(id))) {
		return { refused: 'wrong-route' }
	}
	return { url, address: clientAddress(asked, rules.trustedProxies), bodyLimit }
}

/**
 * A path with its query, in the characters addresses are made of, and without NUL, which cannot be stored. No control
 * and no backslash in the path, escaped or not: some programs drop the one and take the other for a slash.
 */
function isWellFormed(target: string): boolean {
	if (!/^\/(?!\/)[\x21-\x7e]*$/.test(target) || /[\\#]|%00/.test(target)) return false
	const path = target.split('?', 1)[0] ?? ''
	try {
		decodeURIComponent(path)
	} catch {
		return false
	}
	return !/%(?:[01][0-9a-f]|7f|5c)/i.test(path)
}

/** The host the request is for, as `URL.host` spells it, or `null` when it is not one of ours. */
function allowedHost(hosts: readonly string[], origin: string): string | null {
	const [given] = hosts
	if (hosts.length !== 1 || !given || !/^[\w.\-[\]:]+$/.test(given)) return null
	const own = new URL(origin)
	const asked = URL.canParse(`${own.protocol}//${given}`) ? new URL(`${own.protocol}//${given}`) : null
	if (!asked || asked.port !== own.port) return null
	const aliases = isLoopback(own.hostname) ? ['localhost', '127.0.0.1', '[::1]'] : []
	return [own.hostname, ...aliases].includes(asked.hostname) ? asked.host : null
}

/**
 * Whether a form was sent from our own pages: the browser says so (Fetch Metadata), or, from one too old
 * for that, its `Origin` is ours to the letter. Both are checked when both are there; neither is a no.
 * Source: OWASP, Cross-Site Request Forgery Prevention Cheat Sheet.
 */
function isSameOrigin(headers: Asked['headers'], ours: string): boolean {
	const site = headers['sec-fetch-site']
	const origin = headers['origin']
	if (site !== undefined && site !== 'same-origin') return false
	return origin === undefined ? site !== undefined : origin === ours
}

/**
 * Whether a body is of the two kinds that a browser sends a form as, in clear; or there is none. Compressed ones are
 * not read: nobody's form is, and what a few bytes unpack to would count against no limit.
 */
function isForm(headers: Asked['headers']): boolean {
	const encoding = headers['content-encoding']
	if (encoding !== undefined && encoding !== 'identity') return false
	const type = [headers['content-type'] ?? ''].flat().join(',').split(';', 1)[0]?.trim().toLowerCase()
	if (type === 'application/x-www-form-urlencoded' || type === 'multipart/form-data') return true
	return !type && headers['transfer-encoding'] === undefined && Number(headers['content-length'] ?? 0) === 0
}

/** The last address in the chain that no proxy of ours stands behind. */
function clientAddress({ peer, headers }: Asked, trusted: BlockList): string {
	let address = plainAddress(peer)
	const forwarded = [headers['x-forwarded-for'] ?? []].flat().join(',').split(',')
	for (const entry of forwarded.reverse()) {
		const next = plainAddress(entry.trim())
		if (!isTrusted(address, trusted) || !isIP(next)) break
		address = next
	}
	return address
}

function isTrusted(address: string, trusted: BlockList): boolean {
	const version = isIP(address)
	return version !== 0 && trusted.check(address, version === 4 ? 'ipv4' : 'ipv6')
}

/** IPv4 that arrives on an IPv6 socket is written as IPv4. */
function plainAddress(address: string): string {
	return address.replace(/^::ffff:(?=\d+\.\d+\.\d+\.\d+$)/i, '')
}

/** Headers by which a client could speak for a proxy, or ask for another method or address than it does. */
export const droppedHeaders: ReadonlySet<string> = new Set([
	'forwarded',
	'x-forwarded-for',
	'x-forwarded-host',
	'x-forwarded-port',
	'x-forwarded-prefix',
	'x-forwarded-proto',
	'x-forwarded-protocol',
	'x-forwarded-scheme',
	'x-forwarded-server',
	'x-forwarded-ssl',
	'x-real-ip',
	'x-client-ip',
	'x-host',
	'x-original-host',
	'x-original-url',
	'x-rewrite-url',
	'x-http-method',
	'x-http-method-override',
	'x-method-override',
])
