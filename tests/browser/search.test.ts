import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { addArticle, signIn } from './desk.ts'

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

const text = {
	ar: {
		typed: 'الميناء',
		found: 'لِلْمِينَاءِ',
		body: 'وقالت الإدارة إن الرصيف الجديد لِلْمِينَاءِ يتسع لعشر سفن.',
		nothing: 'زرافة',
	},
	en: {
		typed: 'harbours',
		found: 'harbour',
		body: 'The new quay of the harbour holds ten ships, the owners said.',
		nothing: 'giraffe',
	},
}

describe.for(['ar', 'en'] as const)('in %s', (lang) => {
	test('a reviewer finds an article from anywhere by key, and is led to the words', async () => {
		const { typed, found, body, nothing } = text[lang]
		const { page, troubles } = await browser.newPage({ lang, origin: server.origin })
		await signIn(page, 'reviewer')
		await page.request.post('/language', {
			form: { language: lang, next: '/desk' },
			headers: { origin: server.origin },
		})
		const filler = Array.from(
			{ length: 60 },
			(_, index) => `${lang === 'ar' ? 'فقرة' : 'Paragraph'} ${index}.`,
		).join('\n\n')
		await addArticle(page, { fileName: `${lang}.txt`, text: `${filler}\n\n${body}` })

		await page.goto('/desk/sources')
		// The key works once the page is alive.
		await expect
			.poll(async () => {
				await page.keyboard.press('Slash')
				return page.evaluate(() => document.activeElement?.id)
			})
			.toBe('desk-search')
		await page.fill('#desk-search', typed)
		await page.keyboard.press('Enter')
		await page.waitForURL(/\/desk\/search\?q=/)
		const mark = page.locator('.search-results mark').first()
		await mark.waitFor()
		expect(await mark.textContent()).toBe(found)
		expect(await page.inputValue('#search-q')).toBe(typed)

		await page.locator('.search-results a[data-row]').first().click()
		await page.waitForURL(/\/desk\/articles\/[a-z0-9]{12}/)
		await page.locator('#text p').first().waitFor()

		await page.goto(`/desk/search?q=${encodeURIComponent(nothing)}`)
		expect(await page.locator('[role=status]').count()).toBe(1)
		expect(await page.locator('.search-help dt a').count()).toBe(6)
		await page.keyboard.press('Slash')
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('search-q')
		expect(troubles).toEqual([])
		await page.context().close()
	})

	test('a reader without script searches the verdicts and narrows them', async () => {
		const { page, troubles } = await browser.newPage({ lang, origin: server.origin, script: false })
		await page.goto(`/${lang}/verdicts`)
		await page.fill('[name=q]', lang === 'ar' ? 'رئيس' : 'election')
		await page.click('.reading-filter [type=submit]')
		await page.waitForURL(/[?&]q=/)
		const all = await page.locator('.entries > li').count()
		expect(all).toBeGreaterThan(0)
		expect(await page.locator('.entries mark').count()).toBeGreaterThanOrEqual(all)
		expect(await page.getAttribute('meta[name=robots]', 'content')).toBe('noindex')

		await page.selectOption('[name=country]', 'HN')
		await page.fill('[name=from]', '2030-01-01')
		await page.click('.reading-filter [type=submit]')
		await page.waitForURL(/from=2030/)
		expect(await page.locator('.entries > li').count()).toBe(0)
		expect(await page.locator('.nothing').count()).toBe(1)
		expect(await page.inputValue('[name=country]')).toBe('HN')
		expect(troubles).toEqual([])
		await page.context().close()
	})
})
