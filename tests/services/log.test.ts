import { DrizzleQueryError } from 'drizzle-orm'
import { describe, expect, test as plain } from 'vitest'
import { createLogger, currentRequest } from '#app/log.server.ts'
import { test } from '#tests/support/database.ts'
import { addPerson } from '#tests/support/factories.ts'

/** A log whose lines can be read. */
function listen() {
	const lines: string[] = []
	const logger = createLogger('info', { write: (line: string) => void lines.push(line) })
	return {
		logger,
		text: () => lines.join(''),
		last: () => JSON.parse(lines.at(-1) ?? '{}') as Record<string, unknown>,
	}
}

describe('a line', () => {
	plain('is one JSON object, in UTC, with the id of the request it belongs to', () => {
		const { logger, text, last } = listen()
		currentRequest.run({ requestId: 'abc234' }, () => logger.info({ path: '/ar\nX' }, 'request'))
		expect(text().trim().split('\n')).toHaveLength(1)
		expect(last()).toMatchObject({ requestId: 'abc234', path: '/ar\nX', msg: 'request' })
		expect(last()['time']).toMatch(/Z$/)
	})

	plain.each([
		['password'],
		['newPassword'],
		['token'],
		['resetToken'],
		['cookie'],
		['set-cookie'],
		['authorization'],
		['email'],
		['Email'],
		['secret'],
		['secondFactorSecret'],
		['params'],
		['search'],
		['query'],
		['body'],
		['address'],
		['recoveryCode'],
	])('keeps no %s, however deep it lies', (name) => {
		const { logger, text } = listen()
		logger.info({ [name]: 'canary-1', a: { [name]: 'canary-2', b: [{ [name]: 'canary-3' }] } }, 'x')
		expect(text()).not.toContain('canary')
	})

	plain('keeps what is no secret', () => {
		const { logger, last } = listen()
		logger.info({ security: 'role-changed', detail: { from: 'reviewer', to: 'admin' }, code: '42703' }, 'x')
		expect(last()).toMatchObject({
			security: 'role-changed',
			detail: { from: 'reviewer', to: 'admin' },
			code: '42703',
		})
	})

	plain.each([
		['a mail address', 'sent to canary.bird+x@aviary.example now', 'canary'],
		['a mail address of another script', 'sent to كناري@قفص.example now', 'كناري'],
		['a query string', 'GET https://tadqiq.example/account/reset?token=canary failed', 'canary'],
		['a secret of ours', `token ${'canary2'.padEnd(52, 'k')} is spent`, 'canary2'],
	])('keeps no %s that stands in its words', (_name, words, secret) => {
		const { logger, text } = listen()
		logger.warn({ err: new Error(words) }, words)
		expect(text()).not.toContain(secret)
	})

	plain('ends where an object goes round in a circle', () => {
		const { logger, last } = listen()
		const circle: Record<string, unknown> = { name: 'x' }
		circle['again'] = circle
		logger.info({ circle }, 'x')
		expect(JSON.stringify(last())).toContain('[deeper]')
	})
})

describe('an error', () => {
	plain('keeps its type, code, words, stack and cause', () => {
		const { logger, last } = listen()
		const cause = Object.assign(new Error('no way through'), { code: 'ECONNREFUSED' })
		logger.error({ err: new TypeError('not asked', { cause }) }, 'request failed')
		expect(last()['err']).toMatchObject({
			type: 'TypeError',
			message: 'not asked',
			stack: expect.stringMatching(/^ {4}at /),
			cause: { code: 'ECONNREFUSED', message: 'no way through' },
		})
	})

	test('of a query keeps the statement and the name of what was violated, and no value', async ({ db }) => {
		const person = await addPerson(db, { email: 'canary@aviary.example' })
		const { logger, text, last } = listen()
		const again = db.transaction((tx) =>
			addPerson(tx, { id: 'another', name: 'canary-name', email: person.email }),
		)
		await again.catch((error: unknown) => logger.error({ err: error }, 'request failed'))
		expect(last()['err']).toMatchObject({
			message: 'A query failed',
			statement: expect.stringContaining('insert into "users"'),
			cause: { code: '23505', constraint_name: 'users_email_unique' },
		})
		expect(text()).not.toContain('canary')
	})

	plain('of a query whose values look like a stack keeps none of it', () => {
		const { logger, text } = listen()
		const hostile = 'x\n    at canary (file.js:1:1)'
		logger.error(
			{ err: new DrizzleQueryError('select $1', [hostile], new Error('closed')) },
			'request failed',
		)
		expect(text()).not.toContain('canary')
	})

	plain('of a parser does not repeat what it read', () => {
		const { logger, text } = listen()
		try {
			JSON.parse('canary-password')
		} catch (error) {
			logger.error({ err: error }, 'request failed')
		}
		expect(text()).toContain('SyntaxError')
		expect(text()).not.toContain('canary')
	})
})
