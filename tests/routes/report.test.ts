import type { ActionFunctionArgs, AppLoadContext } from '@remix-run/node'
import { describe, expect } from 'vitest'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { action, loader } from '#app/routes/$lang.verdicts.$slug_.report.tsx'
import { sealForm } from '#app/services/reader-forms.server.ts'
import { complaints } from '#drizzle/schema.ts'
import { test as base } from '#tests/support/database.ts'
import { addClaim, publishClaim } from '#tests/support/factories.ts'

const test = base.extend<{ desk: Db; slug: string }>({
	desk: async ({ fresh }, use) => {
		const { db, close } = connectDatabase(fresh.connection, { max: 2 })
		await use(db)
		await close()
	},
	slug: async ({ desk }, use) => use((await publishClaim(desk, await addClaim(desk))).slug),
})

const text = 'الرقم في الفقرة الثانية خاطئ.'
const context: AppLoadContext = { nonce: 'n', requestId: 'r', address: '192.0.2.7' }

async function send(slug: string, body: BodyInit, headers: Record<string, string> = {}): Promise<Response> {
	const request = new Request('http://localhost:3000/ar/verdicts/x/report', { method: 'POST', body, headers })
	const args: ActionFunctionArgs = { request, params: { lang: 'ar', slug }, context }
	const answer: unknown = await action(args).catch((error: unknown) => error)
	if (!(answer instanceof Response)) throw answer
	return answer
}

const form = (fields: Record<string, string>) => new URLSearchParams(fields)
/** A form that was shown a while ago. */
const sealed = (db: Db, slug: string) => sealForm(db, `report ${slug}`, new Date(Date.now() - 60_000))

describe('a report', () => {
	test('is taken once, and leads to its receipt', async ({ desk, slug }) => {
		const fields = form({ text, seal: await sealed(desk, slug) })
		const first = await send(slug, fields)
		expect(first.status).toBe(303)
		const to = first.headers.get('location') ?? ''
		expect((await send(slug, fields)).headers.get('location')).toBe(to)
		expect(await desk.$count(complaints)).toBe(1)
		const request = new Request(new URL(to, 'http://localhost:3000'))
		const page = await loader({ request, params: { lang: 'ar', slug }, context })
		expect(await page.json()).toMatchObject({ receipt: expect.any(String) as string })
	})

	test.for([
		['without words', { text: ' ' }, 422],
		['with hardly a word', { text: 'خطأ' }, 422],
		['too long', { text: 'ا'.repeat(5000) }, 422],
		['with an address of another scheme', { text, url: 'javascript:alert(1)' }, 422],
		['with half a mail address', { text, email: 'someone@' }, 422],
		['with a control of direction', { text: `${text}\u202e` }, 422],
		['with NUL', { text: `${text}\u0000` }, 422],
		['without a seal', { text, seal: '' }, 422],
		['with a seal of nothing', { text, seal: `${'a'.repeat(8)}.${'b'.repeat(12)}.${'0'.repeat(64)}` }, 422],
		['with fields that would be lists', { text, 'text[99999]': 'x' }, 400],
		['with a prototype', { text, '__proto__.x': '1' }, 400],
	] as const)('%s is refused, and what was typed stays', async ([, fields, status], { desk, slug }) => {
		const answer = await send(slug, form({ seal: await sealed(desk, slug), ...fields }))
		expect(answer.status).toBe(status)
		if (status === 422) {
			expect(await answer.json()).toMatchObject({ typed: { text: fields.text.slice(0, 20_000) } })
		}
		expect(await desk.$count(complaints)).toBe(0)
	})

	test.for([
		['no form', 'text=1', 'application/json'],
		[
			'a form that ends early',
			'--none\r\nContent-Disposition: form-data; name="text"\r\n\r\nx',
			'multipart/form-data; boundary=none',
		],
	])('that is %s is refused', async ([, body, type], { desk, slug }) => {
		expect((await send(slug, body ?? '', { 'content-type': type ?? '' })).status).toBe(400)
		expect(await desk.$count(complaints)).toBe(0)
	})

	test('of a program that fills in everything is answered like any other, and dropped', async ({
		desk,
		slug,
	}) => {
		const fields = form({ text, website: 'https://spam.example', seal: await sealed(desk, slug) })
		expect((await send(slug, fields)).status).toBe(303)
		expect(await desk.$count(complaints)).toBe(0)
	})

	test('about no verdict is not found', async ({ desk }) => {
		expect((await send('nothing', form({ text, seal: await sealed(desk, 'nothing') }))).status).toBe(404)
	})

	test('after many from one network has to wait', async ({ desk, slug }) => {
		const statuses: number[] = []
		for (let sent = 0; sent < 8; sent += 1) {
			statuses.push((await send(slug, form({ text, seal: await sealed(desk, slug) }))).status)
		}
		expect(statuses).toContain(429)
		expect(statuses.filter((status) => status === 303).length).toBeLessThanOrEqual(6)
	})
})
