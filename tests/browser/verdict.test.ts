import { asc, eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { claims } from '#drizzle/schema.ts'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import * as desk from './desk.ts'

let server: TestServer
let browser: TestBrowser
let newClaims: string[]

beforeAll(async () => {
	server = await startServer()
	browser = await openBrowser()
	const found = await server.database.db
		.select({ id: claims.id })
		.from(claims)
		.where(eq(claims.status, 'new'))
		.orderBy(asc(claims.id))
	newClaims = found.map(({ id }) => id)
})

afterAll(async () => {
	await browser.close()
	await server.stop()
})

test('in Arabic: what was being typed is back after a look at another page, until it is sent or discarded', async () => {
	const [claimId = ''] = newClaims
	const { page, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
	await desk.signIn(page, 'reviewer')
	await page.goto(`/desk/claims/${claimId}`)
	await page.locator('form#take [type=submit]').click()
	await page.waitForURL(/done=take/)
	const form = page.locator('form#add-evidence')
	await form.waitFor()
	const kept = page.waitForResponse((response) => response.url().endsWith('/here') && isKeeping(response))
	await form.locator('[name=publisher]').fill('دائرة الإحصاء')
	await form.locator('[name=passage]').fill('بلغت الحصة 27.4 في المئة.')
	expect((await kept).ok()).toBe(true)

	await page.goto('/desk/queue')
	await page.goto(`/desk/claims/${claimId}`)
	await form.locator('.kept-back').waitFor()
	expect(await form.locator('[name=passage]').inputValue()).toBe('بلغت الحصة 27.4 في المئة.')
	await form.locator('[name=stance][value=context]').check()
	await form.locator('[name=kind][value=secondary]').check()
	await form.locator('[name=showsAr]').fill('تذكر حصة أخرى.')
	await form.locator('button[type=submit]').click()
	await page.locator('#evidence-1').waitFor()
	await page.goto(`/desk/claims/${claimId}`)
	await page.locator('#evidence-1').waitFor()
	expect(await page.locator('.kept-back').count()).toBe(0)

	if (!(await form.isVisible())) await page.locator('details.workbench-add > summary').first().click()
	const again = page.waitForResponse((response) => response.url().endsWith('/here') && isKeeping(response))
	await form.locator('[name=publisher]').fill('مصدر آخر')
	expect((await again).ok()).toBe(true)
	await page.reload()
	const forgotten = page.waitForResponse((response) => response.url().endsWith('/here'))
	await form.locator('.kept-back button').click()
	expect((await forgotten).ok()).toBe(true)
	await expect.poll(() => form.locator('[name=publisher]').inputValue()).toBe('')
	expect(troubles).toEqual([])
})

test('in English: two people at one claim see each other, rate it blind, and see what one language lacks', async () => {
	const [, claimId = ''] = newClaims
	const { page: writer, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
	await desk.signIn(writer, 'reviewer')
	await writer.goto(`/desk/claims/${claimId}`)
	await writer.locator('form#take [type=submit]').click()
	await writer.waitForURL(/done=take/)

	const { page: rater, troubles: raterTroubles } = await browser.newPage({
		lang: 'en',
		origin: server.origin,
	})
	await desk.signIn(rater, 'reviewer2')
	await rater.goto(`/desk/claims/${claimId}`)
	await expect.poll(() => rater.locator('.attendance').innerText()).toContain('مراجع العرض')
	await writer.reload()
	await expect.poll(() => writer.locator('.attendance').innerText()).toContain('Demo Reviewer')

	await desk.writeVerdict(writer, {
		rating: 'false',
		summary: { ar: 'بلغت الحصة 40.27% لا أكثر.', en: 'The share was 40.72% and no more.' },
		rationale: { ar: 'كما يذكر الجدول.', en: 'As the table says.' },
		asOf: '2026-11-20',
	})
	await writer.locator('form#verdict-form [value=save_draft]').click()
	const gaps = writer.locator('.twins-gaps')
	await gaps.waitFor()
	expect(await gaps.innerText()).toContain('40.27%')
	expect(await gaps.innerText()).toContain('40.72%')

	const { page: editor } = await browser.newPage({ lang: 'ar', origin: server.origin })
	await desk.signIn(editor, 'editor')
	await editor.goto(`/desk/claims/${claimId}`)
	await editor.locator('details:has(> form#ask-blind) > summary').click()
	const ask = editor.locator('form#ask-blind')
	await ask.locator('[name=firstRaterId]').selectOption('demo-reviewer2')
	await ask.locator('[name=secondRaterId]').selectOption('demo-editor')
	await ask.locator('[type=submit]').click()
	await editor.waitForURL(/done=ask_blind/)
	expect(await editor.locator('main').innerText()).not.toContain('بلغت الحصة 40.27%')

	await rater.reload()
	expect(await rater.locator('main').innerText()).not.toContain('The share was 40.72%')
	for (const [page, reason] of [
		[rater, 'The table gives another share.'],
		[editor, 'الجدول يذكر غير ذلك.'],
	] as const) {
		const form = page.locator('form#rate-blind')
		await form.locator('[name=rating]').selectOption('false')
		await form.locator('[name=reason]').fill(reason)
		await form.locator('[type=submit]').click()
		await page.waitForURL(/done=rate_blind/)
	}
	await rater.reload()
	await expect.poll(() => rater.locator('#blind').innerText()).toContain('The two agree')
	expect(await rater.locator('#blind').innerText()).toContain('الجدول يذكر غير ذلك.')
	await rater.goto('/desk/agreement')
	expect(await rater.locator('main').innerText()).toContain('Agreement of raters')
	expect([...troubles, ...raterTroubles]).toEqual([])
})

function isKeeping(response: { request: () => { postData: () => string | null } }): boolean {
	return response.request().postData()?.includes('intent=keep') ?? false
}
