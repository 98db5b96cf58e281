/** The secret that an address carries in `token`; empty without one that could be one of ours. */
export function readSecretParameter(request: Request): string {
	const secret = new URL(request.url).searchParams.get('token') ?? ''
	return /^[a-z2-7]{52}$/.test(secret) ? secret : ''
}

/**
 * For pages whose address holds a secret: no other site learns it from a link that is followed. Not `no-referrer`,
 * which would take the Origin from the page's own form as well.
 */
export function secretPageHeaders(): Record<string, string> {
	return { 'Cache-Control': 'no-store', 'Referrer-Policy': 'same-origin' }
}
