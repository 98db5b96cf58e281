import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
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

/** How long a step may take on a machine that has much to do. */
const soon = { timeout: 15_000 }

/** The page was loaded anew, and its scripts have run. */
const alive = (page: Page) => page.waitForFunction(() => '__remixRouteModules' in window)

test('in Arabic a reviewer calls an editor to a piece of evidence, who answers and settles it', async () => {
	const reviewer = await browser.newPage({ lang: 'ar', origin: server.origin })
	await signIn(reviewer.page, 'reviewer')
	await reviewer.page.goto('/desk/claims/c06')
	await alive(reviewer.page)
	await reviewer.page.click('#discussion > details > summary')
	await reviewer.page.selectOption('#open-thread-subject', 'evidence-1')
	const words = reviewer.page.locator('#open-thread-comment')
	await words.pressSequentially('هل الرقم من الجدول نفسه [1]؟ @محر')
	await reviewer.page.click('.mention-choices button')
	await expect.poll(() => words.inputValue(), soon).toMatch(/@\S+ \S+ $/)
	await reviewer.page.click('#open-thread > [type=submit]')
	const thread = reviewer.page.locator('#discussion .thread')
	await expect.poll(() => thread.count(), soon).toBe(1)
	await expect.poll(() => thread.locator('a.citation').count(), soon).toBe(1)

	const editor = await browser.newPage({ lang: 'ar', origin: server.origin })
	await signIn(editor.page, 'editor')
	await expect.poll(() => editor.page.locator('.unread-count').count(), soon).toBe(1)
	await editor.page.click('a[href="/desk/notifications"]')
	await editor.page.waitForURL(/notifications$/)
	const first = editor.page.locator('.notifications > li').first()
	await expect.poll(() => first.locator('.notification-new').count(), soon).toBe(1)
	await first.locator('[value=open]').click()
	await editor.page.waitForURL(/claims\/c06#thread-/)
	await alive(editor.page)
	const called = editor.page.locator('#discussion .thread')
	await called.locator('.thread-actions > details > summary').click()
	await called.locator('form[id^=reply] textarea').fill('نعم، من الجدول الثالث.')
	await called.locator('form[id^=reply] > [type=submit]').click()
	await expect.poll(() => called.locator('.comment').count(), soon).toBe(2)
	await called.locator('form[id^=settle] [type=submit]').click()
	await expect.poll(() => editor.page.locator('.settled-threads').count(), soon).toBe(1)
	await expect.poll(() => editor.page.locator('#discussion > .thread').count(), soon).toBe(0)

	await reviewer.page.goto('/desk/notifications')
	await expect
		.poll(() => reviewer.page.locator('.notifications > li').first().innerText(), soon)
		.toMatch(/ردّ/)
	expect([...reviewer.troubles, ...editor.troubles]).toEqual([])
})

test('in English, on a phone and without a script, a reader reports an error, and an editor closes the task', async () => {
	const reader = await browser.newPage({
		lang: 'en',
		origin: server.origin,
		viewport: { width: 390, height: 844 },
		script: false,
	})
	await reader.page.goto('/en/verdicts')
	await reader.page.locator('main a[href*="/verdicts/"]').first().click()
	await reader.page.click('.report-link a')
	await reader.page.waitForURL(/\/report$/)
	await reader.page.fill('#text', 'The year in the second paragraph is not that of the survey.')
	await reader.page.fill('#email', 'reader@mail.example')
	// Sooner than a person writes: it is said, and what was typed stays.
	await reader.page.click('main form [type=submit]')
	await expect.poll(() => reader.page.locator('[role=alert]').count(), soon).toBe(1)
	const typed = () => reader.page.inputValue('#text')
	await expect.poll(typed, soon).toBe('The year in the second paragraph is not that of the survey.')
	await expect
		.poll(
			async () => {
				await reader.page.click('main form [type=submit]', { timeout: 1_000 }).catch(() => null)
				return reader.page.url()
			},
			{ interval: 4_000, timeout: 30_000 },
		)
		.toMatch(/receipt=[0-9a-z]{12}/)
	const receipt = /receipt=([0-9a-z]{12})/.exec(reader.page.url())?.[1] ?? ''
	expect(await reader.page.locator('main').innerText()).toContain(receipt)

	const { page, troubles } = await browser.newPage({ lang: 'en', origin: server.origin })
	await signIn(page, 'editor')
	await page.goto('/desk/tasks')
	await alive(page)
	const task = page.locator('.tasks > li', { hasText: receipt })
	await expect.poll(() => task.innerText(), soon).toContain('reader@mail.example')
	await task.locator('summary').click()
	await task.locator('[name=outcome]').selectOption('no_change')
	await task.locator('[value=close]').click()
	await expect.poll(() => task.locator('[role=alert]').count(), soon).toBe(1)
	await task.locator('[name=note]').fill('The year is that of the survey; its title names the year before.')
	await task.locator('[value=close]').click()
	await expect.poll(() => task.count(), soon).toBe(0)
	await page.goto('/desk/tasks?closed=1')
	await expect.poll(() => task.innerText(), soon).toContain('The year is that of the survey')
	expect(await task.innerText()).not.toContain('reader@mail.example')
	expect([...reader.troubles, ...troubles]).toEqual([])
})
