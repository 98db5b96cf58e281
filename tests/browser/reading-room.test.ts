import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import * as desk from './desk.ts'

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

const dated = 'افتتح الوزير سالم الرملي ثلاثة موانئ جديدة في تشيلي يوم 4 مارس 2023.'
const share = 'وقال الرملي إن صادرات الموانئ ارتفعت بنسبة 12.5% خلال عام 2023.'
const arabic = [
	'موانئ تشيلي تستقبل سفنًا أكثر',
	`${dated} ${share}`,
	'اللهم احفظ الصيادين في كل بحر.',
	'ووقّعت تشيلي مع بيرو اتفاقًا لتبادل بيانات السفن في 9 مايو 2024، يشمل 7 موانئ.',
	'شارك هذا الخبر على فيسبوك',
].join('\n\n')
const english = [
	'Harbours of Chile receive more ships',
	'Minister Salem Ramli opened three new harbours in Chile on 4 March 2023. He said exports through them rose by 12.5% in 2023.',
	'Share this article on Facebook',
].join('\n\n')

const active = (page: Page) => page.locator('.reader-suggestions li[aria-current]')
const openCount = (page: Page) => page.locator('.reader-suggestions > ol > li').count()
const markCount = (page: Page, name: string) =>
	page.evaluate((mark) => CSS.highlights.get(mark)?.size ?? 0, name)
/** The words that a mark is drawn over. */
const marked = (page: Page, name: string) =>
	page.evaluate((mark) => [...(CSS.highlights.get(mark) ?? [])].map((range) => String(range)), name)

describe('with the keyboard alone, in Arabic', () => {
	test('suggestions are walked, dismissed, brought back, accepted and saved; a quotation’s borders are moved', async () => {
		const { page, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
		await desk.signIn(page, 'reviewer')
		await desk.addArticle(page, { fileName: 'ports.txt', text: arabic })
		await expect.poll(() => markCount(page, 'reader-suggested')).toBeGreaterThan(0)
		const offered = await openCount(page)
		expect(offered).toBeGreaterThanOrEqual(3)
		expect(await page.locator('.reader-suggestions > ol').innerText()).not.toContain('اللهم')
		expect(await page.locator('.reader-suggestions > ol').innerText()).not.toContain('فيسبوك')

		await page.keyboard.press('j')
		await active(page).waitFor()
		const first = await active(page).locator('.suggestion-quote').innerText()
		expect(await markCount(page, 'reader-suggestion')).toBe(1)
		expect(await markCount(page, 'reader-for')).toBeGreaterThan(0)
		await page.keyboard.press('j')
		await expect.poll(() => active(page).locator('.suggestion-quote').innerText()).not.toBe(first)
		await page.keyboard.press('k')
		await expect.poll(() => active(page).locator('.suggestion-quote').innerText()).toBe(first)

		await page.keyboard.press('d')
		await expect.poll(() => openCount(page)).toBe(offered - 1)
		await page.keyboard.press('u')
		await expect.poll(() => openCount(page)).toBe(offered)
		const kept = page.waitForResponse((response) => response.request().method() === 'POST')
		await page.keyboard.press('d')
		await expect.poll(() => openCount(page)).toBe(offered - 1)
		expect((await kept).ok()).toBe(true)
		await page.reload()
		await expect.poll(() => markCount(page, 'reader-suggested')).toBeGreaterThan(0)
		expect(await openCount(page)).toBe(offered - 1)
		await page.locator('.reader-suggestions summary', { hasText: 'مستبعدة' }).click()
		await page.locator('.reader-suggestions details button[value=restore]').click()
		await expect.poll(() => openCount(page)).toBe(offered)

		while ((await active(page).count()) === 0 || !(await active(page).innerText()).includes('12.5%')) {
			const before = await active(page).allInnerTexts()
			await page.keyboard.press('j')
			await expect.poll(() => active(page).allInnerTexts()).not.toEqual(before)
		}
		await expect.poll(() => marked(page, 'reader-for')).toContain('12.5%')
		await page.keyboard.press('a')
		const form = page.locator('form#claim')
		await expect.poll(() => form.locator('[name=exact]').inputValue()).toBe(share)
		expect(await form.locator('[name=statementAr]').inputValue()).toBe(share)
		expect(await form.locator('[name=type]').inputValue()).toBe('statistic')
		expect(await form.locator('[name=claimantName]').inputValue()).toContain('الرملي')
		expect(await form.locator('[name="figures[0].value"]').inputValue()).toBe('12.5')
		await expect
			.poll(() => page.evaluate(() => document.activeElement?.getAttribute('name')))
			.toBe('statementAr')
		await form.locator('[name=countries][value=CL]').check()
		await form.locator('[name=statementAr]').focus()
		await page.keyboard.press('Control+Enter')
		await page.waitForURL(/\?claim=/)
		await page.locator('.reader-side .notice a').waitFor()
		await expect.poll(() => openCount(page)).toBe(offered - 1)
		await expect.poll(() => marked(page, 'reader-new')).toEqual([share])
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text')

		await page.locator('.reader-claims button', { hasText: 'حدود الاقتباس' }).click()
		await expect.poll(() => page.evaluate(() => document.activeElement?.id)).toBe('text')
		// In Arabic the way back is to the right: the last three words go.
		for (let step = 0; step < 3; step++) await page.keyboard.press('Shift+ArrowRight')
		await page.keyboard.press('s')
		await page.keyboard.press('Shift+ArrowLeft')
		await page.keyboard.press('Enter')
		await page.waitForURL(/\?moved=/)
		await expect
			.poll(() => marked(page, 'reader-new'))
			.toEqual(['الرملي إن صادرات الموانئ ارتفعت بنسبة 12.5%'])
		expect(troubles).toEqual([])
	})

	test('letters do nothing once they are turned off', async () => {
		const { page } = await browser.newPage({ lang: 'ar', origin: server.origin })
		await desk.signIn(page, 'reviewer2')
		await desk.addArticle(page, { fileName: 'ports-again.txt', text: `${arabic}\n\nطبعة ثانية` })
		await expect.poll(() => markCount(page, 'reader-suggested')).toBeGreaterThan(0)
		await page.locator('.reader-keys summary').click()
		await page.locator('#reader-letters').uncheck()
		await page.locator('#text').focus()
		await page.keyboard.press('j')
		expect(await active(page).count()).toBe(0)
		await page.locator('#reader-letters').check()
		await page.locator('#text').focus()
		await page.keyboard.press('j')
		await active(page).waitFor()
	})
})

test('in English on a phone, suggestions are gone through from the bar under the text', async () => {
	const { page, troubles } = await browser.newPage({
		lang: 'en',
		viewport: { width: 390, height: 844 },
		origin: server.origin,
	})
	await desk.signIn(page, 'editor')
	await page.request.post('/language', {
		form: { language: 'en', next: '/desk' },
		headers: { origin: server.origin },
	})
	await desk.addArticle(page, { fileName: 'harbours.txt', text: english })
	const bar = page.locator('.reader-bar')
	await bar.locator('button', { hasText: 'Begin with the first' }).click()
	await expect.poll(() => bar.innerText()).toContain('1/')
	await bar.locator('button', { hasText: 'Next' }).click()
	await expect.poll(() => bar.innerText()).toContain('2/')
	await bar.locator('button', { hasText: 'Dismiss' }).click()
	await bar.locator('button', { hasText: 'Accept' }).click()
	await expect.poll(() => page.locator('form#claim [name=exact]').inputValue()).not.toBe('')
	expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
	expect(troubles).toEqual([])
})

test('furniture stands back, and is taken back into the text or set aside by hand', async () => {
	const { page, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
	await desk.signIn(page, 'editor')
	await page.request.post('/language', {
		form: { language: 'ar', next: '/desk' },
		headers: { origin: server.origin },
	})
	await desk.addArticle(page, { fileName: 'footer.txt', text: `${arabic}\n\nتعليقات` })
	const footer = page.locator('.reader-paragraph[data-aside=sharing]')
	expect(await footer.innerText()).toContain('فيسبوك')
	await footer.locator('button').click()
	await expect.poll(() => footer.count()).toBe(0)
	expect(await page.locator('#text').innerText()).toContain('شارك هذا الخبر على فيسبوك')

	await desk.selectWithMouse(page, 'اللهم احفظ الصيادين في كل بحر.')
	await page.locator('.reader-bar button', { hasText: 'ضعه جانبًا' }).click()
	const prayer = page.locator('.reader-paragraph[data-aside=other]')
	await prayer.waitFor()
	expect(await prayer.innerText()).toContain('اللهم احفظ')
	expect(troubles).toEqual([])
})

test('without a script a suggestion is taken by its link and dismissed by its form', async () => {
	const { page } = await browser.newPage({ lang: 'ar', origin: server.origin, script: false })
	await desk.signIn(page, 'editor')
	await page.goto('/desk/articles/new')
	await page.fill('[name=text]', `${arabic}\n\nنسخة بلا برامج`)
	await page.click('main form [type=submit]:not(.unseen)')
	await page.waitForURL(/\/desk\/articles\/[a-z0-9]{12}/)
	const items = page.locator('.reader-suggestions > ol > li')
	const offered = await items.count()
	await items.filter({ hasText: '12.5%' }).locator('a[href^="?take="]').click()
	expect(await page.locator('form#claim [name=exact]').inputValue()).toBe(share)
	expect(await page.locator('form#claim [name=statementAr]').inputValue()).toBe(share)
	await items.first().locator('button[value=dismiss]').click()
	await page.waitForURL(/#text$/)
	expect(await items.count()).toBe(offered - 1)
})
