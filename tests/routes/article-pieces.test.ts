import type { AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase } from '#app/db.server.ts'
import { action } from '#app/routes/desk.articles.$articleId_.pieces.tsx'
import { suggestionDismissals } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addArticle, addPerson, openSession } from '#tests/support/factories.ts'

const test = base.extend<{
	send: (fields: Record<string, string>, headers?: HeadersInit) => Promise<Response>
}>({
	send: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 3 })
		const person = await addPerson(db)
		const article = await addArticle(db, { by: person, text: 'بلغت الحصة 40.27% من الباعة في 12 قرية.' })
		const cookie = await openSession(db, person)
		await use(async (fields, headers = {}) => {
			const answer: unknown = await action({
				request: new Request(`http://localhost:3000/desk/articles/${article.id}/pieces`, {
					method: 'POST',
					headers: { cookie, ...headers },
					body: new URLSearchParams({ versionId: article.versionId, start: '0', end: '21', ...fields }),
				}),
				params: { articleId: article.id },
				context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
			}).catch((error: unknown) => error)
			if (!(answer instanceof Response)) throw answer
			return answer
		})
		await close()
	},
})

describe('a piece of an article', () => {
	test('is dismissed by a form, which leads back to the article', async ({ send, fresh }) => {
		const answer = await send({ intent: 'dismiss' })
		expect(answer.status).toBe(303)
		expect(answer.headers.get('Location')).toMatch(/^\/desk\/articles\/[^/]+#text$/)
		expect(await fresh.db.select().from(suggestionDismissals)).toHaveLength(1)
	})

	test('is dismissed by a script, which is told so', async ({ send, fresh }) => {
		const answer = await send({ intent: 'dismiss' }, { Accept: 'application/json' })
		expect(answer.status).toBe(200)
		expect(await answer.json()).toEqual({ done: true })
		expect(await fresh.db.select().from(suggestionDismissals)).toHaveLength(1)
	})

	test.for([
		[{ intent: 'burn' }, 400],
		[{ intent: 'dismiss', start: '-1' }, 422],
		[{ intent: 'dismiss', start: '30', end: '20' }, 422],
		[{ intent: 'dismiss', end: '4000' }, 422],
		[{ intent: 'dismiss', versionId: 'none' }, 404],
	] as const)('that is asked for as %j is refused with %i', async ([fields, status], { send }) => {
		expect((await send(fields)).status).toBe(status)
	})
})
