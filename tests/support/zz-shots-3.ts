import { openBrowser } from '#tests/support/browser.ts'
const origin = 'http://localhost:4103'
const [who = 'reviewer', only = ''] = process.argv.slice(2)
const paths = only ? only.split(',') : ['/desk', '/desk/queue', '/desk/articles', '/desk/sources', '/desk/people', '/ar']
const browser = await openBrowser()
for (const { lang, scheme, width } of [
	{ lang: 'ar', scheme: 'light', width: 1280 }, { lang: 'en', scheme: 'dark', width: 1280 },
	{ lang: 'ar', scheme: 'dark', width: 390 }, { lang: 'en', scheme: 'light', width: 390 },
] as const) {
	const { page, troubles } = await browser.newPage({ lang, colorScheme: scheme, viewport: { width, height: 900 }, origin })
	page.setDefaultTimeout(60000)
	await page.goto(`/sign-in?lang=${lang}`)
	await page.screenshot({ path: `/tmp/brief/s3-sign-in-${lang}-${scheme}-${width}.png`, fullPage: true })
	await page.fill('#email', `${who}@demo.example`)
	await page.fill('#password', 'demo-password-1')
	await page.click('button[type=submit]')
	await page.waitForURL('**/desk')
	if ((await page.getAttribute('html', 'lang')) !== lang) { await page.click('.desk-account form[action="/language"] button'); await page.waitForLoadState('networkidle') }
	for (const path of paths) {
		const url = path.startsWith('/ar') && lang === 'en' ? path.replace('/ar', '/en') : path
		await page.goto(url, { waitUntil: 'networkidle' })
		await page.waitForTimeout(600)
		const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth)
		if (over > 0) console.log('overflow', url, lang, width, over)
		await page.screenshot({ path: `/tmp/brief/s3${path.replaceAll('/', '-').replace(/[?=&]/g,'_')}-${lang}-${scheme}-${width}.png`, fullPage: true })
	}
	console.log(lang, scheme, width, troubles.map((t) => t.slice(0, 300)))
	await page.context().close()
}
await browser.close()
