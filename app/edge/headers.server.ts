import type { IncomingMessage, ServerResponse } from 'node:http'
import helmet from 'helmet'

/** What the policy of a response depends on. */
export type Page = {
	pathname: string
	nonce: string
	/** Vite serves the application: it adds inline styles and scripts of its own, and a socket. */
	development: boolean
}

const permissions = [
	...['accelerometer', 'autoplay', 'browsing-topics', 'camera', 'display-capture', 'encrypted-media'],
	...['fullscreen', 'geolocation', 'gyroscope', 'hid', 'identity-credentials-get', 'idle-detection'],
	...['magnetometer', 'microphone', 'midi', 'otp-credentials', 'payment', 'screen-wake-lock', 'serial'],
	...['storage-access', 'sync-xhr', 'usb', 'window-management', 'xr-spatial-tracking'],
]
	.map((feature) => `${feature}=()`)
	.join(', ')

const year = 365 * 24 * 60 * 60
const common = {
	// Written by hand below: it differs from page to page.
	contentSecurityPolicy: false,
	referrerPolicy: { policy: 'strict-origin-when-cross-origin' },
	xFrameOptions: { action: 'deny' },
} as const
const overHttps = helmet({ ...common, strictTransportSecurity: { maxAge: year, includeSubDomains: true } })
const overHttp = helmet({ ...common, strictTransportSecurity: false })

/**
 * Set what every answer says, whoever makes it: a page, a file, a probe, a refusal. HSTS only where the site is
 * reached over https, as a browser keeps it for the host with all its ports.
 */
export function setFixedHeaders(
	incoming: IncomingMessage,
	outgoing: ServerResponse,
	{ secure }: { secure: boolean },
): void {
	const set = secure ? overHttps : overHttp
	set(incoming, outgoing, () => {})
	outgoing.setHeader('Permissions-Policy', permissions)
}

/**
 * Add to a response what it says about scripts and keeping. A policy or a rule for keeping that the route has set
 * itself stays, but nothing personal, no error of ours and nothing with a cookie may ever be kept.
 */
export function protect(response: Response, page: Page): void {
	const { headers } = response
	const isPage = headers.get('Content-Type')?.startsWith('text/html')
	setIfAbsent(
		headers,
		'Content-Security-Policy',
		isPage ? pagePolicy(page) : "default-src 'none'; frame-ancestors 'none'",
	)
	const personal = isPersonal(page.pathname)
	if (personal || headers.has('Set-Cookie') || response.status >= 500)
		headers.set('Cache-Control', 'no-store')
	// Pages whose address says no language are written in the reader's, and redirects lead to such.
	const isForReader = isPage || (response.status >= 300 && response.status < 400)
	if (isForReader && !/^\/(?:ar|en)(?:\/|$)/.test(page.pathname))
		addToList(headers, 'Vary', 'Accept-Language')
	if (personal) addToList(headers, 'Vary', 'Cookie')
	// Addresses under here hold secrets. `no-referrer` would take the origin from their forms.
	if (/^\/account(?:[/.]|$)/.test(page.pathname)) headers.set('Referrer-Policy', 'same-origin')
}

/** Whether a route lets other sites show its page in a frame; the older header, which knows no list, has to go then. */
export function mayBeFramed(headers: Headers): boolean {
	const ancestors = /(?:^|;)\s*frame-ancestors\s+([^;]*)/.exec(
		headers.get('Content-Security-Policy') ?? '',
	)?.[1]
	return ancestors !== undefined && ancestors.trim() !== "'none'"
}

/** The desk and the way into it: pages that differ from person to person, and the only ones with scripts in them. */
export function isPersonal(pathname: string): boolean {
	return /^\/(?:desk|account|sign-in|sign-out|language)(?:[/.]|$)/.test(pathname)
}

/** The policy of a page. Public pages have no script in their text, so a kept copy needs no nonce. */
export function pagePolicy({ pathname, nonce, development }: Page): string {
	const own = development || isPersonal(pathname) ? `'self' 'nonce-${nonce}'` : "'self'"
	return [
		"default-src 'none'",
		`script-src ${own}`,
		`style-src 'self'${development ? " 'unsafe-inline'" : ''}`,
		"img-src 'self' data:",
		"font-src 'self'",
		`connect-src 'self'${development ? ' ws:' : ''}`,
		"manifest-src 'self'",
		"form-action 'self'",
		"base-uri 'none'",
		"object-src 'none'",
		"frame-ancestors 'none'",
	].join('; ')
}

function setIfAbsent(headers: Headers, name: string, value: string): void {
	if (!headers.has(name)) headers.set(name, value)
}

function addToList(headers: Headers, name: string, value: string): void {
	const listed = headers.get(name)
	if (!listed?.toLowerCase().includes(value.toLowerCase())) {
		headers.set(name, listed ? `${listed}, ${value}` : value)
	}
}
