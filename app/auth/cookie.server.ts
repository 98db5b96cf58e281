import { env } from '#app/env.server.ts'
import { sessionHours } from './lucia.server.ts'

/** Browsers take the `__Host-` prefix over https only; plain http is allowed for this machine alone. */
function cookieName(): string {
	return isSecure() ? '__Host-session' : 'session'
}

function isSecure(): boolean {
	return env().PUBLIC_ORIGIN.startsWith('https:')
}

/** The session token a request carries, whatever else its cookies hold; `null` when it carries none that could be one. */
export function readToken(request: Request): string | null {
	const name = cookieName()
	for (const part of (request.headers.get('cookie') ?? '').split(';')) {
		const [key, value] = part.trim().split('=', 2)
		if (key === name && value && /^[a-z0-9]{40,64}$/.test(value)) return value
	}
	return null
}

/** The `Set-Cookie` header that hands a token to the browser, or takes it away with `null`. */
export function writeToken(token: string | null): string {
	const age = token ? sessionHours * 3600 : 0
	return `${cookieName()}=${token ?? ''}; Path=/; HttpOnly; SameSite=Lax; Max-Age=${age}${isSecure() ? '; Secure' : ''}`
}
