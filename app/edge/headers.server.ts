/** What the policy of a response depends on. */
export type Page = {
	pathname: string
	nonce: string
	/** Whether the site is reached over https. */
	secure: boolean
	/** Vite serves the application: it adds inline styles and scripts of its own, and a socket. */
	development: boolean
}

const fixedHeaders = {
	'X-Content-Type-Options': 'nosniff',
	'Referrer-Policy': 'strict-origin-when-cross-origin',
	'Cross-Origin-Opener-Policy': 'same-origin',
	'Cross-Origin-Resource-Policy': 'same-origin',
	'Permissions-Policy': 'camera=(), microphone=(), geolocation=(), payment=(), usb=(), browsing-topics=()',
}

/**
 * Add what every response says about safety and keeping. A policy, a rule for keeping or any other of
 * these that the route has set itself stays, but nothing personal may ever be kept.
 */
export function protect(headers: Headers, page: Page): void {
	for (const [name, value] of Object.entries(fixedHeaders)) setIfAbsent(headers, name, value)
	if (page.secure) setIfAbsent(headers, 'Strict-Transport-Security', 'max-age=31536000; includeSubDomains')
	const isPage = headers.get('Content-Type')?.startsWith('text/html')
	setIfAbsent(
		headers,
		'Content-Security-Policy',
		isPage ? pagePolicy(page) : "default-src 'none'; frame-ancestors 'none'",
	)
	if (isPersonal(page.pathname) || headers.has('Set-Cookie')) headers.set('Cache-Control', 'no-store')
}

/** The desk and the way into it: pages that differ from person to person, and the only ones with scripts in them. */
export function isPersonal(pathname: string): boolean {
	return /^\/(?:desk|account|sign-in|sign-out|language)(?:[/.]|$)/.test(pathname)
}

/** The policy of a page. Public pages have no script in their text, so a kept copy needs no nonce. */
export function pagePolicy({
	pathname,
	nonce,
	development,
}: Pick<Page, 'pathname' | 'nonce' | 'development'>): string {
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
