import { expect, test } from 'vitest'
import { readWebAddress } from '#app/domain/web-address.ts'

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
