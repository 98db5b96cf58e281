const anywhere = 'http://desk.invalid'

/**
 * The page of the desk that a form or an address names, in its normal spelling; the desk's first page for anything
 * else. Whoever writes the link decides where it leads, so it leads nowhere but to the desk.
 */
export function readNextPage(value: unknown): string {
	const home = '/desk'
	if (typeof value !== 'string' || !URL.canParse(value, anywhere)) return home
	const { origin, pathname, search } = new URL(value, anywhere)
	if (origin !== anywhere || !/^\/desk(?:\/|$)/.test(pathname) || pathname.includes('//')) return home
	return pathname + search
}
