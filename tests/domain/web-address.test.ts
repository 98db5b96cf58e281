import { expect, test } from 'vitest'
import { canonicalAddress, readWebAddress } from '#app/domain/web-address.ts'

test.each([
	[
		'https://www.puerto.example/mercado?a=1',
		{ href: 'https://www.puerto.example/mercado?a=1', host: 'puerto.example' },
	],
	['http://puerto.example', { href: 'http://puerto.example/', host: 'puerto.example' }],
	['HTTPS://PUERTO.example:8443/x', { href: 'https://puerto.example:8443/x', host: 'puerto.example' }],
	['https://أخبار.example/', { href: 'https://xn--igbicxr.example/', host: 'xn--igbicxr.example' }],
	['javascript:alert(1)', null],
	['data:text/html,x', null],
	['ftp://puerto.example/', null],
	['puerto.example', null],
	['/desk', null],
	['', null],
	[null, null],
])('%s', (value, address) => {
	expect(readWebAddress(value)).toEqual(address)
})

test.each([
	['http://puerto.example/mercado'],
	['https://WWW.puerto.example:443/mercado/'],
	['https://puerto.example/mercado#comentarios'],
	['https://puerto.example/mercado?utm_source=x&fbclid=IwAR0'],
])('the same page: %s', (value) => {
	expect(canonicalAddress(value)).toBe('puerto.example/mercado')
})

test('an Arabic address is one whether it is escaped or not, and whatever the order of its parameters', () => {
	const written = canonicalAddress('https://puerto.example/سوق-السمك?b=2&a=1')
	expect(written).toBe('puerto.example/سوق-السمك?a=1&b=2')
	expect(canonicalAddress(`https://puerto.example/${encodeURI('سوق-السمك')}?a=1&b=2`)).toBe(written)
})

test.each([
	['https://puerto.example/mercado?id=1', 'https://puerto.example/mercado?id=2'],
	['https://puerto.example/Mercado', 'https://puerto.example/mercado'],
	['https://puerto.example/mercado', 'https://otro.example/mercado'],
	['https://puerto.example:8443/mercado', 'https://puerto.example/mercado'],
	['https://puerto.example/a%2Fb', 'https://puerto.example/a/b'],
])('%s is not %s', (one, other) => {
	expect(canonicalAddress(one)).not.toBe(canonicalAddress(other))
})

test.each([
	null,
	'',
	'javascript:alert(1)',
	'https://puerto.example',
	'https://puerto.example/?utm_source=x',
])('no article has its place at %s', (value) => {
	expect(canonicalAddress(value)).toBeNull()
})

test('an address whose escapes are none is compared as it is', () => {
	expect(canonicalAddress('https://puerto.example/%E0%A4%A')).toBe('puerto.example/%E0%A4%A')
})
