import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { action as article } from '#app/routes/desk.articles.$articleId.tsx'
import { action as edit } from '#app/routes/desk.claims.$claimId_.edit.tsx'
import { claimants, claims } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addArticle, addClaim, addPerson, openSession } from '#tests/support/factories.ts'

const test = base.extend<{ desk: Db; cookie: string }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	cookie: async ({ desk }, use) => use(await openSession(desk, await addPerson(desk))),
})

type Action = (args: ActionFunctionArgs) => Promise<Response>

async function send(
	action: Action,
	params: Record<string, string>,
	cookie: string,
	fields: Record<string, string>,
): Promise<Response> {
	const answer: unknown = await action({
		request: new Request('http://localhost:3000/desk', {
			method: 'POST',
			headers: { cookie },
			body: new URLSearchParams(fields),
		}),
		params,
		context: { nonce: 'n', requestId: 'r', address: '127.0.0.1' } satisfies AppLoadContext,
	}).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const impostor = 'Ramón DeIgado'
const known = { kind: 'person', nameAr: null, nameEn: 'Ramón Delgado' } as const
const written = {
	statementAr: 'أربعون بالمئة من الباعة نساء',
	statementEn: '',
	type: 'statistic',
	claimantName: impostor,
	claimantKind: 'person',
	countries: 'HN',
}

describe('a claimant’s name that looks like another’s', () => {
	test('is asked about with all that was typed, and then taken as answered', async ({ desk, cookie }) => {
		const source = await addArticle(desk)
		await addClaim(desk, { article: source, claimant: known })
		const [claimant] = await desk.select().from(claimants)
		const form = {
			...written,
			intent: 'claim',
			versionId: source.versionId,
			submission: 'a-form-shown-once',
			exact: '40.27% من باعته نساء',
		}
		const params = { articleId: source.id }
		const asked = await send(article, params, cookie, form)
		expect(asked.status).toBe(409)
		const { claim } = await asked.json()
		expect(claim).toMatchObject({
			refusal: 'look-alike',
			held: { name: impostor, alike: [{ id: claimant?.id, nameEn: 'Ramón Delgado' }] },
			result: {
				initialValue: { statementAr: written.statementAr, claimantName: impostor, exact: form.exact },
			},
		})
		expect(await desk.$count(claims)).toBe(1)

		const answered = { ...form, claimantAsked: impostor, claimantDecision: claimant?.id ?? '' }
		expect((await send(article, params, cookie, answered)).status).toBe(303)
		expect(await desk.$count(claimants)).toBe(1)
	})

	test('may be somebody else’s', async ({ desk, cookie }) => {
		const { id } = await addClaim(desk, { claimant: known })
		const form = { ...written, revision: '1' }
		const asked = await send(edit, { claimId: id }, cookie, form)
		expect([asked.status, (await asked.json()).held.name]).toEqual([409, impostor])
		const other = { ...form, claimantAsked: impostor, claimantDecision: 'another' }
		expect((await send(edit, { claimId: id }, cookie, other)).status).toBe(303)
		expect((await desk.select().from(claimants)).map(({ nameEn }) => nameEn)).toEqual(
			expect.arrayContaining(['Ramón Delgado', impostor]),
		)
	})

	test('is asked about afresh when the name has changed since the answer', async ({ desk, cookie }) => {
		const { id } = await addClaim(desk, { claimant: known })
		const form = { ...written, revision: '1', claimantAsked: 'Ram0n', claimantDecision: 'another' }
		expect((await send(edit, { claimId: id }, cookie, form)).status).toBe(409)
	})
})
