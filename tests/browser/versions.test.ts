import { mkdir } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { addArticle, addClaim } from '#tests/support/factories.ts'
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
	expect(await server.stop()).toBe(0)
})

const unchanged = [
	'وحضر الافتتاح صيادون من القرى المجاورة مع عائلاتهم.',
	'وقالت البلدية إن العمل في السوق سيبدأ مع الفجر كل يوم.',
	'وأضافت أن باعة الخضار سينتقلون إلى مبنى آخر في الربيع.',
	'وتولت شركة محلية بناء مخازن التبريد في الميناء.',
	'ولم تذكر البلدية موعد افتتاح الجزء الثاني من السوق.',
]
const [share, villages, cost] = ['40.27% من باعته نساء', '12 قرية ساحلية', 'كلفته بلغت 3.4 ملايين دولار']

/** An article with three quotations; `mark` makes the text another for each test. */
function texts(mark: string) {
	const first = [
		`افتُتح سوق السمك في ${mark} أمس، وقال رئيس البلدية إن ${share}.`,
		...unchanged,
		`وتخدم السوق ${villages}.`,
		`وذكر تقرير البلدية أن ${cost}.`,
	].join('\n\n')
	const second = first
		.replace('وقال رئيس البلدية', 'ونفى رئيس البلدية')
		.replace(villages, '١٢ قريةً ساحليّة')
		.replace(cost, 'كلفته بلغت 4.3 ملايين دولار')
	return { first, second }
}

/** Pictures for a person to look at, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['PICTURES_DIR']
	if (!folder) return
	await mkdir(folder, { recursive: true })
	await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

describe('an article that was changed where it was published', () => {
	test.each(['ar', 'en'] as const)(
		'is read as a difference, and what of its quotations was lost is placed by hand (%s)',
		async (lang) => {
			const { db } = server.database
			const { first, second } = texts(lang === 'ar' ? 'لا سيبا' : 'تيلا')
			const article = await addArticle(db, { text: first, title: 'سوق السمك' })
			const claims = {
				share: await addClaim(db, { article, exact: share }),
				villages: await addClaim(db, { article, exact: villages }),
				cost: await addClaim(db, { article, exact: cost }),
			}
			const { page, troubles } = await browser.newPage({ lang, origin: server.origin })
			await desk.signIn(page, lang === 'ar' ? 'reviewer' : 'reviewer2')
			await page.goto(`/desk/articles/${article.id}/versions`)
			expect(await page.locator('html').getAttribute('dir')).toBe(lang === 'ar' ? 'rtl' : 'ltr')
			expect(await page.locator('#changes').count()).toBe(0)

			await page.fill('#add [name=text]', second)
			await page.click('#add form [type=submit]')
			await page.waitForURL(/added=2/)
			await page.locator('[role=status]').waitFor()
			// The article's direction is its own, whatever the page's.
			const difference = page.locator('.difference')
			expect(await difference.getAttribute('dir')).toBe('rtl')
			const marked = (element: 'ins' | 'del') => difference.locator(`${element} bdi`).allTextContents()
			expect(await marked('del')).toEqual(['وقال', '12 قرية ساحلية.', '3.4'])
			expect(await marked('ins')).toEqual(['ونفى', '١٢ قريةً ساحليّة.', '4.3'])
			for (const [element, line] of [
				['ins', 'underline'],
				['del', 'line-through'],
			] as const)
				expect(
					await difference
						.locator(element)
						.first()
						.evaluate((node) => getComputedStyle(node).textDecorationLine),
				).toBe(line)
			const folded = difference.locator('details')
			expect(await folded.count()).toBe(1)
			expect(await folded.locator('p').count()).toBe(3)
			expect(await folded.locator('p').first().isVisible()).toBe(false)
			await folded.locator('summary').click()
			expect(await folded.locator('p').first().isVisible()).toBe(true)
			await picture(page, `versions-${lang}`)

			const lost = page.locator('#lost li')
			expect(await lost.count()).toBe(1)
			expect(await lost.locator('mark').textContent()).toBe(cost)
			await lost.locator('[name=exact]').fill('كلفته بلغت 9 ملايين')
			await lost.locator('[value=place]').click()
			await lost.locator('[role=alert]').waitFor()
			expect(await lost.locator('[name=exact]').inputValue()).toBe('كلفته بلغت 9 ملايين')
			await picture(page, `versions-refused-${lang}`)
			await lost.locator('[name=exact]').fill('كلفته بلغت 4.3 ملايين دولار')
			await lost.locator('[value=place]').click()
			await page.waitForURL(/settled=place/)
			await expect.poll(() => lost.count()).toBe(0)

			await page.goto(`/desk/claims/${claims.share.id}`)
			await page.locator('.edited-mark[data-kind=changed]').waitFor()
			await picture(page, `claim-${lang}`)
			await page.goto(`/desk/claims/${claims.villages.id}`)
			await page.locator('#claim').waitFor()
			expect(await page.locator('.edited-mark').count()).toBe(0)
			await page.goto(`/desk/claims/${claims.cost.id}`)
			await page.locator('.edited-mark[data-kind=changed]').waitFor()
			expect(await page.locator('#history q').allTextContents()).toEqual([
				cost,
				'كلفته بلغت 4.3 ملايين دولار',
			])
			expect(troubles).toEqual([])
		},
	)

	test.each([
		['ar', 'light'],
		['en', 'dark'],
	] as const)('has a page that fits a telephone without a script (%s, %s)', async (lang, colorScheme) => {
		const { db } = server.database
		const { first, second } = texts(lang === 'ar' ? 'بويرتو' : 'أوموا')
		const article = await addArticle(db, { text: first, title: 'سوق السمك' })
		await addClaim(db, { article, exact: cost })
		const { page } = await browser.newPage({
			lang,
			colorScheme,
			origin: server.origin,
			script: false,
			viewport: { width: 390, height: 844 },
		})
		await desk.signIn(page, lang === 'ar' ? 'reviewer' : 'reviewer2')
		await page.goto(`/desk/articles/${article.id}/versions`)
		await page.fill('#add [name=text]', second)
		await page.click('#add form [type=submit]')
		await page.waitForURL(/added=2/)
		await picture(page, `telephone-${lang}-${colorScheme}`)
		expect(await page.locator('.difference').count()).toBe(1)
		await page.locator('#lost [value=gone]').click()
		await page.waitForURL(/settled=gone/)
		expect(await page.locator('#lost [value=gone]').count()).toBe(0)
		expect(await page.locator('#lost li').count()).toBe(1)
		expect(
			await page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth'),
		).toBe(0)
	})
})
