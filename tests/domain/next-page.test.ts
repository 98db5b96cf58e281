import { expect, test } from 'vitest'
import { readNextPage } from '#app/forms/next-page.ts'

test.for([
	['/desk', '/desk'],
	['/desk/queue?status=new&after=k3.a', '/desk/queue?status=new&after=k3.a'],
	['/desk/claims/c01#gate', '/desk/claims/c01'],
	['/desk/./queue', '/desk/queue'],
	['/ar', '/desk'],
	['/deskbound', '/desk'],
	['/desk/../ar', '/desk'],
	['/desk/%2e%2e/ar', '/desk'],
	['/desk/..%2f..', '/desk/..%2f..'],
	['//evil.example/desk', '/desk'],
	['/\\evil.example/desk', '/desk'],
	['/desk//evil.example', '/desk'],
	['/desk\\\\evil.example', '/desk'],
	['https://evil.example/desk', '/desk'],
	['javascript:alert(1)', '/desk'],
	['\n//evil.example/desk', '/desk'],
	['desk', '/desk'],
	['', '/desk'],
	[null, '/desk'],
] as const)('%j leads to %s', ([value, expected]) => {
	expect(readNextPage(value)).toBe(expected)
})
