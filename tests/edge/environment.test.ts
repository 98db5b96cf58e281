import { describe, expect, test } from 'vitest'
import { readEnvironment } from '#app/env.server.ts'

const read = (record: Record<string, string | undefined>) => {
	const result = readEnvironment(record)
	if ('problems' in result) throw new Error(result.problems.join('\n'))
	return result.env
}
const problems = (record: Record<string, string | undefined>) => {
	const result = readEnvironment(record)
	return 'problems' in result ? result.problems : []
}

test('nothing set is a demonstration on this machine', () => {
	expect(read({})).toEqual({
		PORT: 3000,
		HOST: '127.0.0.1',
		PUBLIC_ORIGIN: 'http://localhost:3000',
		TRUSTED_PROXIES: [],
		DATA_DIR: '.data',
		DEMO: true,
		LOG_LEVEL: 'info',
	})
})

test('a variable set to nothing, or to spaces, is not set', () => {
	expect(read({ PORT: '', PUBLIC_ORIGIN: '  ', DEMO: '' })).toEqual(read({}))
})

test('the address follows the port unless it is given', () => {
	expect(read({ PORT: '8080' }).PUBLIC_ORIGIN).toBe('http://localhost:8080')
	expect(read({ PORT: '8080', PUBLIC_ORIGIN: 'https://Tadqiq.Example:443/' }).PUBLIC_ORIGIN).toBe(
		'https://tadqiq.example',
	)
})

test.each([
	[undefined, undefined, true],
	[undefined, '0', false],
	['postgres://db/tadqiq', undefined, false],
	['postgres://db/tadqiq', '1', true],
])('DATABASE_URL %s with DEMO %s: demonstration %s', (DATABASE_URL, DEMO, expected) => {
	expect(read({ DATABASE_URL, DEMO }).DEMO).toBe(expected)
})

test('proxies are a list of addresses and networks', () => {
	expect(read({ TRUSTED_PROXIES: '10.0.0.0/8, ::1,192.0.2.1' }).TRUSTED_PROXIES).toEqual([
		'10.0.0.0/8',
		'::1',
		'192.0.2.1',
	])
})

describe('a value that cannot be used is named', () => {
	test.each([
		['PORT', '0'],
		['PORT', '65536'],
		['PORT', '80a'],
		['PORT', '-1'],
		['PORT', '3000.5'],
		['HOST', 'a host'],
		['PUBLIC_ORIGIN', 'tadqiq.example'],
		['PUBLIC_ORIGIN', 'ftp://tadqiq.example'],
		['PUBLIC_ORIGIN', 'http://tadqiq.example'],
		['PUBLIC_ORIGIN', 'https://tadqiq.example/ar'],
		['PUBLIC_ORIGIN', 'https://tadqiq.example?x'],
		['PUBLIC_ORIGIN', 'https://user:word@tadqiq.example'],
		['TRUSTED_PROXIES', '10.0.0.0/33'],
		['TRUSTED_PROXIES', '10.0.0.0/'],
		['TRUSTED_PROXIES', '10.0.0.1, proxy.example'],
		['DATABASE_URL', 'mysql://db/tadqiq'],
		['DATABASE_URL', 'tadqiq'],
		['DATABASE_REPLICA_URL', 'http://db/'],
		['SMTP_URL', 'mail.example:25'],
		['MAIL_FROM', 'newsroom'],
		['MAIL_FROM', 'News\r\nBcc: x@y.example <a@b.example>'],
		['DEMO', 'yes'],
		['DEMO_PASSWORD', 'too short'],
		['LOG_LEVEL', 'loud'],
	])('%s=%j', (name, value) => {
		expect(problems({ [name]: value })).toEqual([expect.stringMatching(new RegExp(`^${name} must `))])
	})

	test('all at once', () => {
		expect(problems({ PORT: 'x', DEMO: 'x', LOG_LEVEL: 'x' }).map((line) => line.split(' ')[0])).toEqual([
			'PORT',
			'DEMO',
			'LOG_LEVEL',
		])
	})

	test('without repeating what may hold a password', () => {
		const lines = problems({
			DATABASE_URL: 'mysql://u:hunter2@db/x',
			SMTP_URL: 'hunter2',
			DEMO_PASSWORD: 'hunter2',
		})
		expect(lines).toHaveLength(3)
		expect(lines.join()).not.toContain('hunter2')
	})
})

describe('a value that can be used is taken', () => {
	test.each([
		['PUBLIC_ORIGIN', 'http://127.0.0.1:8080'],
		['PUBLIC_ORIGIN', 'http://[::1]:3000'],
		['PUBLIC_ORIGIN', 'https://tadqiq.example:8443'],
		['DATABASE_URL', 'postgresql://u:p@db:5432/tadqiq?sslmode=require'],
		['SMTP_URL', 'smtps://mail.example:465'],
		['MAIL_FROM', 'غرفة التحقق <desk@tadqiq.example>'],
		['MAIL_FROM', 'desk@tadqiq.example'],
		['DEMO_PASSWORD', 'long enough now'],
	] as const)('%s=%s', (name, value) => {
		expect(read({ [name]: value })[name]).toBe(value)
	})
})
