import { Secret, TOTP } from 'otpauth'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { demoPassword, startServer, type TestServer } from '#tests/support/server.ts'
import { signIn } from './desk.ts'

let server: TestServer
let browser: TestBrowser

beforeAll(async () => {
	server = await startServer()
	browser = await openBrowser()
})

afterAll(async () => {
	await browser.close()
	await server.stop()
})

/** Give the browser a device that keeps passkeys and knows its person. */
async function plugIn(page: Page): Promise<void> {
	const devtools = await page.context().newCDPSession(page)
	await devtools.send('WebAuthn.enable')
	await devtools.send('WebAuthn.addVirtualAuthenticator', {
		options: {
			protocol: 'ctap2',
			transport: 'internal',
			hasResidentKey: true,
			hasUserVerification: true,
			isUserVerified: true,
			automaticPresenceSimulation: true,
		},
	})
}

async function signOut(page: Page): Promise<void> {
	await page.click('form[action="/sign-out"] button')
	await page.waitForURL(/\/sign-in/)
}

async function givePassword(page: Page, who: string): Promise<void> {
	await page.goto('/sign-in')
	await page.fill('[name=email]', `${who}@demo.example`)
	await page.fill('[name=password]', demoPassword)
	await page.click('form:has([name=password]) [type=submit]')
}

describe('a passkey', () => {
	test('is added, and then opens the desk by itself, as the second step, and as confirmation', async () => {
		const { page, troubles } = await browser.newPage({ origin: server.origin })
		await plugIn(page)
		await signIn(page, 'reviewer')
		await page.goto('/desk/account/second-factor')
		await page.fill('#passkey-name', 'حاسوب المكتب')
		await page.click('.passkey-form [type=submit]')
		await page.locator('.recovery-codes li').nth(9).waitFor()
		expect(await page.locator('.account-list').innerText()).toContain('حاسوب المكتب')

		await signOut(page)
		await page.click('.passkey-form button')
		await page.waitForURL(/\/desk$/)

		await page.goto('/desk/confirm?next=/desk/account')
		await page.click('.passkey-form button')
		await page.waitForURL(/\/desk\/account$/)

		await signOut(page)
		await givePassword(page, 'reviewer')
		await page.waitForURL(/\/sign-in\/second-step/)
		await page.click('.passkey-form button')
		await page.waitForURL(/\/desk$/)

		await page.goto('/desk/account/second-factor')
		await page.click('.account-list button')
		await page.waitForURL(/done=passkey-removed/)
		await signOut(page)
		await page.click('.passkey-form button')
		await page.locator('.passkey-form .field-error').waitFor()
		expect(page.url()).toMatch(/\/sign-in/)
		expect(troubles).toEqual([])
	})

	test('that the person does not show leaves them where they were, and says so', async () => {
		const { page, troubles } = await browser.newPage({ origin: server.origin })
		const devtools = await page.context().newCDPSession(page)
		await devtools.send('WebAuthn.enable')
		await page.goto('/sign-in')
		// The only device there is has no passkey of ours, and no person who would choose another.
		await devtools.send('WebAuthn.addVirtualAuthenticator', {
			options: { protocol: 'ctap2', transport: 'internal', hasResidentKey: true, hasUserVerification: true },
		})
		await page.click('.passkey-form button')
		await page.locator('.passkey-form .field-error').waitFor()
		expect(troubles).toEqual([])
	})
})

describe('without a script', () => {
	test('an application is set up and asked for, and no button of passkeys is there', async () => {
		const { page, troubles } = await browser.newPage({ origin: server.origin, script: false })
		await signIn(page, 'editor')
		await page.goto('/desk/account/second-factor')
		expect(await page.locator('.passkey-form').count()).toBe(0)
		await page.click('[value=begin]')
		const written = await page.locator('.factor-secret').innerText()
		const secret = Secret.fromBase32(written.replace(/\s/g, ''))
		await page.fill('#add-code', TOTP.generate({ secret }))
		await page.click('form:has(#add-code) [type=submit]')
		const codes = await page.locator('.recovery-codes li').allInnerTexts()
		expect(codes).toHaveLength(10)
		const [file] = await Promise.all([
			page.waitForEvent('download'),
			page.click('.recovery-codes-shown a[download]'),
		])
		expect(file.suggestedFilename()).toBe('tadqiq-recovery-codes.txt')

		await signOut(page)
		expect(await page.locator('.passkey-form').count()).toBe(0)
		await givePassword(page, 'editor')
		await page.waitForURL(/\/sign-in\/second-step/)
		await page.fill('#code', '000 000')
		await page.click('form:has(#code) [type=submit]')
		await page.locator('#code-error').waitFor()
		await page.click('.second-step-lost summary')
		await page.fill('#recovery', codes[0] ?? '')
		await page.click('form:has(#recovery) [type=submit]')
		await page.waitForURL(/\/desk$/)
		// That scripts are not loaded is what this browser was told.
		expect(troubles.filter((trouble) => !/^csp: .*\/assets\/[^/]+\.js$/.test(trouble))).toEqual([])
	})
})

describe('over HTTP', () => {
	const form = (fields: Record<string, string>, cookie = '') => ({
		method: 'POST',
		redirect: 'manual' as const,
		headers: { cookie, origin: server.origin, 'sec-fetch-site': 'same-origin' },
		body: new URLSearchParams(fields),
	})

	/** The desk by every way to ask: which of them showed it. */
	async function opened(cookie: string): Promise<string[]> {
		const asked: [string, RequestInit][] = [
			['/desk/queue', {}],
			['/desk/queue?_data=routes%2Fdesk.queue', {}],
			['/desk/queue?_data=routes%2Fdesk', {}],
			['/desk/queue.data', {}],
			['/desk/queue', { method: 'HEAD' }],
			['/desk/queue', { headers: { accept: 'application/json' } }],
		]
		const shown = await Promise.all(
			asked.map(async ([path, init]) => {
				const headers = { cookie, ...(init.headers as Record<string, string> | undefined) }
				const response = await fetch(`${server.origin}${path}`, { redirect: 'manual', ...init, headers })
				const leads = response.headers.get('x-remix-redirect') ?? ''
				return response.status < 300 && !leads ? `${init.method ?? 'GET'} ${path}` : null
			}),
		)
		return shown.filter((path) => path !== null)
	}

	test('a right password without the second step opens nothing', async () => {
		const first = await fetch(
			`${server.origin}/sign-in`,
			form({ email: 'editor@demo.example', password: demoPassword }),
		)
		expect(first.headers.get('location')).toMatch(/^\/sign-in\/second-step/)
		const cookie = first.headers.getSetCookie()[0]?.split(';')[0] ?? ''
		expect(cookie).toMatch(/^second-step=/)
		expect(await opened(cookie)).toEqual([])
		expect(await opened(`session=${cookie.split('=')[1]}`)).toEqual([])
	})

	test('a role that takes a second factor reaches nothing without it, by any way to ask', async () => {
		const first = await fetch(
			`${server.origin}/sign-in`,
			form({ email: 'reviewer2@demo.example', password: demoPassword }),
		)
		const cookie = first.headers
			.getSetCookie()
			.map((line) => line.split(';')[0])
			.join('; ')
		expect(await opened(cookie)).toHaveLength(5)
		await server.database.db.execute(
			`update settings set value = '"reviewer"' where key = 'second-factor-from'`,
		)
		expect(await opened(cookie)).toEqual([])
		const data = await fetch(`${server.origin}/desk/queue?_data=routes%2Fdesk.queue`, { headers: { cookie } })
		expect(data.status).toBe(403)
		const page = await fetch(`${server.origin}/desk/queue`, { headers: { cookie }, redirect: 'manual' })
		expect(page.headers.get('location')).toBe('/desk/account/second-factor')
		const setUp = await fetch(`${server.origin}/desk/account/second-factor`, { headers: { cookie } })
		expect(setUp.status).toBe(200)
		const sent = await fetch(`${server.origin}/desk/articles/new`, form({ text: 'x' }, cookie))
		expect(sent.status).toBe(403)
	})
})
