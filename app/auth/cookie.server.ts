import { env } from '#app/env.server.ts'

/** Browsers take the `__Host-` prefix over https only; plain http is allowed for this machine alone. */
function cookieName(name: CookieName): string {
	return isSecure() ? `__Host-${name}` : name
}

function isSecure(): boolean {
	return env().PUBLIC_ORIGIN.startsWith('https:')
}

/**
 * `session`: who is signed in. `second-step`: whose password was right and whose second factor is awaited.
 * `device`: that somebody has signed in from here before. `passkey`: which challenge was set.
 */
export type CookieName = 'session' | 'second-step' | 'device' | 'passkey'

/** The secret of this name that a request carries, whatever else its cookies hold; `null` when it carries none that could be one. */
export function readSecret(request: Request, cookie: CookieName): string | null {
	const name = cookieName(cookie)
	for (const part of (request.headers.get('cookie') ?? '').split(';')) {
		const [key, value] = part.trim().split('=', 2)
		if (key === name && value && /^[a-z0-9]{40,64}$/.test(value)) return value
	}
	return null
}

/** The `Set-Cookie` header that hands a secret to the browser for so many seconds, or takes it away with `null`. */
export function writeSecret(cookie: CookieName, secret: string | null, seconds = 0): string {
	const age = secret ? Math.round(seconds) : 0
	return `${cookieName(cookie)}=${secret ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${isSecure() ? '; Secure' : ''}`
}

/** The session token a request carries, or `null`. */
export function readToken(request: Request): string | null {
	return readSecret(request, 'session')
}

/** The `Set-Cookie` header that hands a session token to the browser, or takes it away with `null`. */
export function writeToken(token: string | null, hours = 0): string {
	return writeSecret('session', token, hours * 3600)
}

/** Headers that hand out several cookies at once. */
export function cookieHeaders(cookies: readonly string[]): Headers {
	return new Headers(cookies.map((cookie): [string, string] => ['Set-Cookie', cookie]))
}
