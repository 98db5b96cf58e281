import AxeBuilder from '@axe-core/playwright'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { signIn } from './desk.ts'

let server: TestServer
let browser: TestBrowser
let slug = ''
let articleId = ''

beforeAll(async () => {
	server = await startServer()
	browser = await openBrowser()
	const [verdict] = await server.database.db.execute<{ slug: string }>(
		"select slug from fact_checks where claim_id = 'c06'",
	)
	const [article] = await server.database.db.execute<{ article_id: string }>(
		"select article_id from appearances where claim_id = 'c06'",
	)
	slug = verdict?.slug ?? ''
	articleId = article?.article_id ?? ''
})

afterAll(async () => {
	await browser.close()
	await server.stop()
})

const publicPages = () => [
	'',
	'/verdicts',
	'/verdicts?country=US&rating=unproven',
	'/verdicts?q=%D8%B1%D8%A6%D9%8A%D8%B3&from=2026-01-01',
	'/verdicts?q=-x',
	`/verdicts?q=${encodeURIComponent('دولة')}`,
	`/verdicts/${slug}`,
	`/verdicts/${slug}/versions/1`,
	'/countries',
	'/countries/HN',
	'/corrections',
	'/methodology',
]
/** Pages that a letter leads to, opened without the secret of a letter: they say so with a 410, which the browser logs. */
const spentLinks = ['/account/invitation', '/account/reset', '/account/email']
const deskPages = () => [
	'/desk',
	'/desk/queue',
	'/desk/queue?status=in_review',
	'/desk/queue?q=%D8%B1%D8%A6%D9%8A%D8%B3',
	'/desk/search',
	'/desk/search?q=%D8%B1%D8%A6%D9%8A%D8%B3&country=HN',
	'/desk/search?q=-x',
	'/desk/articles',
	'/desk/articles/new',
	`/desk/articles/${articleId}`,
	`/desk/articles/${articleId}/versions`,
	'/desk/claims/c06',
	'/desk/claims/c07',
	'/desk/claims/c04',
	'/desk/claims/c06/matches',
	'/desk/figures',
	`/desk/search?q=${encodeURIComponent('دولة')}`,
	'/desk/sources',
	'/desk/people',
	'/desk/people/demo-reviewer',
	'/desk/activity',
	'/desk/settings',
	'/desk/account',
	'/desk/account/second-factor',
	'/desk/confirm',
	'/account/forgot',
	'/account/setup',
	...spentLinks,
]

/** What is wrong with the page as it stands, beyond what the browser complained of. axe takes its time, and each colour once. */
async function faultsOf(page: Page, axe: boolean): Promise<string[]> {
	await page.evaluate(() => document.fonts.ready)
	const faults = await page.evaluate(() => {
		const { scrollWidth, clientWidth } = document.documentElement
		return [
			...(scrollWidth > clientWidth ? [`wider than the screen: ${scrollWidth} > ${clientWidth}`] : []),
			...(document.querySelectorAll('h1').length === 1 ? [] : ['not one h1']),
			...(document.title === '' ? ['no title'] : []),
		]
	})
	if (!axe) return faults
	const { violations } = await new AxeBuilder({ page }).analyze()
	return [...faults, ...violations.map(({ id, nodes }) => `${id}: ${nodes[0]?.html ?? ''}`)]
}

describe.for([
	['ar', 1280, 'light', true],
	['en', 390, 'dark', true],
	['ar', 390, 'light', false],
	['en', 1280, 'light', false],
] as const)('in %s, %i wide, %s', ([lang, width, colorScheme, axe]) => {
	const view = { lang, colorScheme, viewport: { width, height: 900 } }

	test('every public page is whole: accessible, no wider than the screen, without complaint', async () => {
		const { page, troubles } = await browser.newPage({ ...view, origin: server.origin })
		const found: Record<string, string[]> = {}
		for (const path of publicPages()) {
			const response = await page.goto(`/${lang}${path}`)
			expect(response?.status(), path).toBe(200)
			expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
			const faults = await faultsOf(page, axe)
			if (faults.length > 0) found[path] = faults
		}
		expect({ found, troubles }).toEqual({ found: {}, troubles: [] })
		await page.context().close()
	})

	test('every page of the desk is whole', async () => {
		const { page, troubles } = await browser.newPage({ ...view, origin: server.origin })
		await signIn(page, 'admin')
		await page.request.post('/language', {
			form: { language: lang, next: '/desk' },
			headers: { origin: server.origin },
		})
		const found: Record<string, string[]> = {}
		for (const path of deskPages()) {
			const response = await page.goto(path)
			expect(response?.status(), path).toBe(spentLinks.includes(path) ? 410 : 200)
			expect(await page.locator('html').getAttribute('lang'), path).toBe(lang)
			const faults = await faultsOf(page, axe)
			if (faults.length > 0) found[path] = faults
		}
		const unexpected = troubles.filter((trouble) => !/status of 410/.test(trouble))
		expect({ found, troubles: unexpected }).toEqual({ found: {}, troubles: [] })
		await page.context().close()
	})
})

test('what is not there says so in the language of its address, and leads on', async () => {
	const { page } = await browser.newPage({ origin: server.origin })
	for (const [path, words] of [
		['/ar/verdicts/none', 'لا'],
		['/en/verdicts/none', 'nothing'],
	] as const) {
		const response = await page.goto(path)
		expect(response?.status()).toBe(404)
		const text = await page.locator('main').innerText()
		expect(text.toLowerCase()).toContain(words)
		expect(await page.locator('main a').count()).toBeGreaterThan(0)
	}
})

test('the chart draws the numbers of its table, and arrow keys read them out', async () => {
	const { page, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
	await page.goto('/ar/countries')
	const canvas = page.locator('figure canvas')
	await canvas.focus()
	await page.keyboard.press('ArrowDown')
	const said = page.locator('figure [aria-live]')
	await expect.poll(() => said.innerText()).toMatch(/\d/)
	const drawn = await canvas.evaluate((element: HTMLCanvasElement) => {
		const pixels = element.getContext('2d')?.getImageData(0, 0, element.width, element.height).data ?? []
		return new Set(Array.from(pixels).filter((_, index) => index % 4 === 0)).size
	})
	expect(drawn).toBeGreaterThan(10)
	expect(troubles).toEqual([])
})
