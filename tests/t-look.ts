import { openBrowser } from '#tests/support/browser.ts'
const origin = 'http://localhost:4171'
const browser = await openBrowser()
const { page, troubles } = await browser.newPage({ origin, viewport: { width: 1280, height: 900 } })
await page.goto('/sign-in'); await page.fill('[name=email]', 'admin@demo.example'); await page.fill('[name=password]', 'demo-password-1'); await page.click('form:has([name=password]) [type=submit]')
await page.waitForURL(/\/desk/)
console.log(page.url())
const shots: [string, string, number, 'light' | 'dark'][] = [['ar','/desk/activity',1280,'light'],['en','/desk/activity',390,'dark'],['ar','/desk/activity?group=verdicts',390,'light'],['en','/desk/activity?group=accounts',1280,'dark'],['ar','/desk/activity?claim=none',1280,'light']]
for (const [i,[lang, path, width, colorScheme]] of shots.entries()) {
	await page.request.post('/language', { form: { language: lang, next: '/desk' }, headers: { origin } })
	await page.emulateMedia({ colorScheme }); await page.setViewportSize({ width, height: 900 })
	const r = await page.goto(path)
	console.log(path, r?.status(), await page.evaluate(() => [document.documentElement.scrollWidth, document.documentElement.clientWidth]))
	await page.screenshot({ path: `/tmp/b3/t-${i}.png` })
}
console.log(troubles)
await browser.close()
