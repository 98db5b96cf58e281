import { describe, expect, test } from 'vitest'
import { type Asked, decide, type Rules } from '#app/edge/guard.server.ts'
import { addressList } from '#app/env.server.ts'

const home = 'https://tadqiq.example'
const local = 'http://localhost:3000'

function rules(origin = home, proxies: string[] = []): Rules {
	return {
		origin,
		trustedProxies: addressList(proxies),
		routesAt: (pathname) =>
			pathname === '/desk/claims/c1' ? ['root', 'routes/desk', 'routes/desk.claims.$id'] : [],
	}
}

function ask(asked: Partial<Asked> = {}, by = rules()) {
	return decide(
		{
			version: 1,
			method: 'GET',
			target: '/ar',
			hosts: [new URL(by.origin).host],
			headers: {},
			peer: '192.0.2.7',
			...asked,
		},
		by,
	)
}

/** The reason for a refusal, or `in`. */
const outcome = (...given: Parameters<typeof ask>) => ask(...given).refused ?? 'in'

describe('a request comes in for a host of ours only', () => {
	test.each([
		[home, ['tadqiq.example'], 'in'],
		[home, ['TADQIQ.example:443'], 'in'],
		[home, ['tadqiq.example:80'], 'wrong-host'],
		[home, ['tadqiq.example.'], 'wrong-host'],
		[home, ['tadqiq.example.evil.example'], 'wrong-host'],
		[home, ['localhost'], 'wrong-host'],
		[home, ['user@tadqiq.example'], 'wrong-host'],
		[home, ['tadqiq.example/evil'], 'wrong-host'],
		[home, [''], 'wrong-host'],
		[home, [], 'wrong-host'],
		[home, ['tadqiq.example', 'evil.example'], 'malformed'],
		[local, ['localhost:3000'], 'in'],
		[local, ['127.0.0.1:3000'], 'in'],
		[local, ['[::1]:3000'], 'in'],
		[local, ['localhost:3001'], 'wrong-host'],
		[local, ['localhost'], 'wrong-host'],
		[local, ['192.168.1.10:3000'], 'wrong-host'],
		['http://127.0.0.1:3000', ['localhost:3000'], 'in'],
	])('%s asked as %j: %s', (origin, hosts, expected) => {
		expect(outcome({ hosts }, rules(origin))).toBe(expected)
	})
})

describe('the address is a path that everybody reads alike', () => {
	test.each([
		['/', 'in'],
		['/ar/verdicts?q=%D8%A7%D9%84%D8%AD%D9%83%D9%88%D9%85%D8%A9', 'in'],
		['/ar/verdicts?q=100%', 'in'],
		['/ar/%D8%A7%D9%84%D8%AD%D9%83%D9%88%D9%85%D8%A9', 'in'],
		['//evil.example/', 'malformed'],
		['/\\evil.example/', 'malformed'],
		['http://tadqiq.example/ar', 'malformed'],
		['*', 'malformed'],
		['', 'malformed'],
		['/ar#top', 'malformed'],
		['/ar/%E0%A4%A', 'malformed'],
		['/ar/%00', 'malformed'],
		['/ar?q=%00', 'malformed'],
		['/%5C', 'malformed'],
		['/ar/%5c..%5cdesk', 'malformed'],
		['/%0A', 'malformed'],
		['/ar/%1f', 'malformed'],
		['/ar/%7F', 'malformed'],
		['/ar?q=%5C%0A', 'in'],
		['/ar/ü', 'malformed'],
		[`/ar?q=${'a'.repeat(8_192)}`, 'too-long'],
	])('%s: %s', (target, expected) => {
		expect(outcome({ target })).toBe(expected)
	})

	test('dots are resolved before anyone looks', () => {
		expect(ask({ target: '/ar/../desk?x=1' })).toMatchObject({ url: new URL(`${home}/desk?x=1`) })
	})
})

test.each([
	['GET', 'in'],
	['HEAD', 'in'],
	['OPTIONS', 'method'],
	['PUT', 'method'],
	['PATCH', 'method'],
	['DELETE', 'method'],
	['TRACE', 'method'],
	['get', 'method'],
	['PROPFIND', 'method'],
])('%s: %s', (method, expected) => {
	expect(outcome({ method })).toBe(expected)
})

describe('a form is accepted from our own pages only', () => {
	test.each<[string | undefined, string | undefined, string]>([
		// Sec-Fetch-Site, Origin
		['same-origin', home, 'in'],
		['same-origin', undefined, 'in'],
		[undefined, home, 'in'],
		[undefined, undefined, 'foreign'],
		['same-origin', 'https://evil.example', 'foreign'],
		['same-origin', 'null', 'foreign'],
		['same-site', home, 'foreign'],
		['cross-site', home, 'foreign'],
		['cross-site', undefined, 'foreign'],
		['none', undefined, 'foreign'],
		['none', home, 'foreign'],
		['', home, 'foreign'],
		['same-origin, cross-site', home, 'foreign'],
		['SAME-ORIGIN', home, 'foreign'],
		[undefined, 'null', 'foreign'],
		[undefined, '', 'foreign'],
		[undefined, 'http://tadqiq.example', 'foreign'],
		[undefined, 'https://tadqiq.example:8443', 'foreign'],
		[undefined, 'https://tadqiq.example/', 'foreign'],
		[undefined, 'https://www.tadqiq.example', 'foreign'],
		[undefined, 'https://tadqiq.example.evil.example', 'foreign'],
		[undefined, 'https://tadqiq.example, https://evil.example', 'foreign'],
		[undefined, 'https:tadqiq.example', 'foreign'],
		[undefined, 'not an origin', 'foreign'],
	])('Sec-Fetch-Site %s, Origin %s: %s', (site, origin, expected) => {
		const headers = { 'sec-fetch-site': site, origin }
		expect(outcome({ method: 'POST', target: '/sign-in', headers })).toBe(expected)
	})

	test.each([
		['localhost:3000', 'http://localhost:3000', 'in'],
		['127.0.0.1:3000', 'http://127.0.0.1:3000', 'in'],
		['[::1]:3000', 'http://[::1]:3000', 'in'],
		['127.0.0.1:3000', 'http://localhost:3000', 'foreign'],
		['localhost:3000', 'http://localhost:3001', 'foreign'],
		['localhost:3000', 'https://localhost:3000', 'foreign'],
	])('on this machine, host %s with Origin %s: %s', (host, origin, expected) => {
		expect(outcome({ method: 'POST', hosts: [host], headers: { origin } }, rules(local))).toBe(expected)
	})

	test('reading needs no origin, as links come from anywhere', () => {
		expect(outcome({ headers: { 'sec-fetch-site': 'cross-site' } })).toBe('in')
	})

	test('no header of a proxy, trusted or not, moves the origin', () => {
		const headers = {
			origin: 'https://evil.example',
			'x-forwarded-host': 'evil.example',
			forwarded: 'host=evil.example',
		}
		expect(outcome({ method: 'POST', headers, peer: '10.0.0.1' }, rules(home, ['10.0.0.0/8']))).toBe(
			'foreign',
		)
	})
})

describe('a body has a limit', () => {
	const headers = (length: number) => ({
		'sec-fetch-site': 'same-origin',
		'content-type': 'multipart/form-data; boundary=x',
		'content-length': String(length),
	})

	test.each([
		['/sign-in', 1_048_576, 'in'],
		['/sign-in', 1_048_577, 'too-large'],
		['/desk/articles/new', 12 * 1_048_576, 'in'],
		['/desk/articles/new?_data=x', 12 * 1_048_576 + 1, 'too-large'],
		['/desk/articles/newer', 1_048_577, 'too-large'],
	])('%s with %i bytes: %s', (target, length, expected) => {
		expect(outcome({ method: 'POST', target, headers: headers(length) })).toBe(expected)
	})

	test('one that does not say its length is let in with the limit', () => {
		expect(ask({ method: 'POST', target: '/desk/articles/new', headers: { origin: home } })).toMatchObject({
			bodyLimit: 12 * 1_048_576,
		})
	})
})

describe('a body is a form’s, in clear', () => {
	test.each<[string | undefined, Record<string, string>, string]>([
		['application/x-www-form-urlencoded', {}, 'in'],
		['application/x-www-form-urlencoded;charset=UTF-8', {}, 'in'],
		['Multipart/Form-Data; boundary=x', {}, 'in'],
		['multipart/form-data', { 'content-encoding': 'identity' }, 'in'],
		[undefined, { 'content-length': '0' }, 'in'],
		[undefined, { 'content-length': '1' }, 'media-type'],
		[undefined, { 'transfer-encoding': 'chunked' }, 'media-type'],
		['', { 'content-length': '0' }, 'in'],
		['application/json', {}, 'media-type'],
		['text/plain', {}, 'media-type'],
		['application/x-www-form-urlencoded-evil', {}, 'media-type'],
		['application/x-www-form-urlencoded, text/plain', {}, 'media-type'],
		['multipart/mixed; boundary=x', {}, 'media-type'],
		['multipart/form-data', { 'content-encoding': 'gzip' }, 'media-type'],
		['multipart/form-data', { 'content-encoding': 'br' }, 'media-type'],
	])('%s with %j: %s', (type, more, expected) => {
		const headers = { origin: home, 'content-type': type, ...more }
		expect(outcome({ method: 'POST', target: '/sign-in', headers })).toBe(expected)
	})
})

describe('data is asked for at the address it belongs to', () => {
	test.each([
		['/desk/claims/c1?_data=routes%2Fdesk.claims.%24id', 'in'],
		['/desk/claims/c1?_data=root', 'in'],
		['/ar?_data=routes%2Fdesk.claims.%24id', 'wrong-route'],
		['/ar?%5Fdata=routes%2Fdesk', 'wrong-route'],
		['/desk/claims/c1?_data=', 'wrong-route'],
		['/desk/claims/c1?_data=toString', 'wrong-route'],
		['/desk/claims/c1?_data=root&_data=routes%2Fdesk', 'wrong-route'],
	])('%s: %s', (target, expected) => {
		expect(outcome({ target })).toBe(expected)
	})
})

describe('the client’s address', () => {
	const proxies = ['10.0.0.0/8', '2001:db8::/32']

	test.each([
		['a stranger speaks for itself only', '192.0.2.7', '198.51.100.1', '192.0.2.7'],
		['a proxy of ours vouches for the one before it', '10.0.0.1', '198.51.100.1', '198.51.100.1'],
		[
			'what the client wrote in front counts for nothing',
			'10.0.0.1',
			'1.2.3.4, 198.51.100.1',
			'198.51.100.1',
		],
		['a chain of ours is followed to its end', '10.0.0.1', '198.51.100.1, 10.9.9.9', '198.51.100.1'],
		['over IPv6 too', '2001:db8::1', '2001:4860::8', '2001:4860::8'],
		['IPv4 on an IPv6 socket is IPv4', '::ffff:10.0.0.1', '::ffff:198.51.100.1', '198.51.100.1'],
		['nonsense ends the chain', '10.0.0.1', '198.51.100.1, unknown', '10.0.0.1'],
		['without the header it is the proxy’s', '10.0.0.1', undefined, '10.0.0.1'],
	])('%s', (_name, peer, forwarded, expected) => {
		expect(ask({ peer, headers: { 'x-forwarded-for': forwarded } }, rules(home, proxies))).toMatchObject({
			address: expected,
		})
	})
})
