import { mkdir, readdir, readFile } from 'node:fs/promises'
import path from 'node:path'
import { eq } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { articleVersions } from '#drizzle/schema.ts'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { makeDocx } from '#tests/support/documents.ts'
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

const looks = {
	ar: { viewport: { width: 1280, height: 900 }, colorScheme: 'light' },
	en: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const

/** Pictures for a person to look at, where a folder for them is named. */
async function picture(page: Page, name: string): Promise<void> {
	const folder = process.env['PICTURES_DIR']
	if (!folder) return
	await mkdir(folder, { recursive: true })
	await page.screenshot({ path: `${folder}/${name}.png`, fullPage: true })
}

async function open(lang: 'ar' | 'en') {
	const opened = await browser.newPage({ lang, origin: server.origin, ...looks[lang] })
	await desk.signIn(opened.page, 'reviewer')
	const search = lang === 'ar' ? '' : '?lang=en'
	const go = () => opened.page.goto(`/desk/articles/new${search}`)
	await go()
	return { ...opened, go }
}

const send = (page: Page) => page.click('form#article > [type=submit]')
const file = (name: string, buffer: Uint8Array | string) => ({
	name,
	mimeType: 'application/octet-stream',
	buffer: Buffer.from(buffer as string),
})

/** An article about a market of this name, as a page that says much of itself. */
const market = (name: string) => `<!doctype html><html lang="ar" dir="rtl"><head><meta charset="utf-8">
<title>سوق ${name} تفتح أبوابها | صحيفة الميناء</title><meta property="og:site_name" content="صحيفة الميناء">
<script type="application/ld+json">{"@type":"NewsArticle","headline":"سوق ${name} تفتح أبوابها","author":{"name":"ليلى قرداحي"},"datePublished":"2026-02-27T08:00:00+02:00"}</script>
</head><body><nav><a href="/">الرئيسية</a></nav><article><h1>سوق ${name} تفتح أبوابها</h1>
<p>افتُتحت في ${name} أمس سوق السمك الجديدة، وقال رئيس البلدية إن كلفتها بلغت 3.4 ملايين دولار، وإن 40.27% من باعتها نساء.</p>
<p>وأوضحت وزارة الصيد أن السوق تخدم 12 قرية ساحلية، وأن السمك الذي يباع فيها يُفحص مرتين في اليوم.</p></article></body></html>`

/** What is written on paper, and what has to be read from it. */
const printed = [
	'بلدية المرفأ ترفع ميزانية النظافة',
	'قالت رئيسة البلدية إن الإنفاق ارتفع بنسبة 40.3% خلال عام 2025، وإن عدد العمال بلغ ١٬٢٥٠ شخصًا، كما جاء في تقرير (Harbour Watch 2025) المنشور يوم 12 آذار/مارس 2026. وأضافت أن الخطة ستستمر لثلاث سنوات على الأقل، ولا سيما في الأحياء الشرقية.',
	'وذكر المدير المالي لشركة «ميناء-نت» أن القيمة 3,500,000 دولار صُرفت بين 2019-2024، بينما نفى الوزير ذلك قائلًا: "لا نعرف شيئًا عن ٣٥٪ أو 7/10".',
]

/** The same, printed by the browser in a font whose letters it names. */
async function print(): Promise<Uint8Array> {
	const folder = 'node_modules/@fontsource/ibm-plex-sans-arabic/files'
	const name = (await readdir(folder)).find((entry) => /arabic-400-normal\.woff2$/.test(entry)) ?? ''
	const font = (await readFile(path.join(folder, name))).toString('base64')
	const { page } = await browser.newPage({ lang: 'ar' })
	const [title = '', ...paragraphs] = printed
	await page.setContent(
		`<html lang="ar" dir="rtl"><style>@font-face{font-family:A;src:url(data:font/woff2;base64,${font})}body{font:16px/1.8 A}</style><h1>${title}</h1>${paragraphs.map((text) => `<p>${text}</p>`).join('')}`,
	)
	await page.evaluate(() => document.fonts.ready)
	const pdf = await page.pdf({ format: 'A4' })
	await page.context().close()
	return pdf
}

describe('taking in articles', () => {
	test.each(['ar', 'en'] as const)(
		'a page proposes its details, and a person confirms them (%s)',
		async (lang) => {
			const { page, troubles } = await open(lang)
			await picture(page, `new-${lang}`)
			const name = lang === 'ar' ? 'لا سيبا' : 'تيلا'
			await page.setInputFiles('[type=file]', [file('souk.html', market(name))])
			await send(page)
			await page.waitForURL(/\/desk\/articles\/[a-z0-9]{12}\?added/)
			const details = page.locator('.article-details')
			await details.locator('.proposed-mark').first().waitFor()
			expect(await details.locator('.proposed-mark').count()).toBe(4)
			expect(await page.inputValue('[name=title]')).toBe(`سوق ${name} تفتح أبوابها`)
			expect(await page.inputValue('[name=publishedOn]')).toBe('2026-02-27')
			await picture(page, `proposed-${lang}`)

			const downloading = page.waitForEvent('download')
			await details.locator('a[download]').click()
			expect((await downloading).suggestedFilename()).toBe('souk.html')

			await page.fill('[name=author]', 'ليلى القرداحي')
			await details.locator('form [type=submit]').click()
			await page.waitForURL(/saved=/)
			await expect.poll(() => details.locator('.proposed-mark').count()).toBe(0)
			expect(await details.locator('dl').innerText()).toContain('ليلى القرداحي')
			await picture(page, `confirmed-${lang}`)
			expect(troubles).toEqual([])
		},
	)

	test('a PDF is read in the order in which it is read', async () => {
		const { page, troubles } = await open('ar')
		await page.setInputFiles('[type=file]', [file('budget.pdf', await print())])
		await send(page)
		await page.waitForURL(/\/desk\/articles\/[a-z0-9]{12}\?added/)
		const [stored] = await server.database.db
			.select({ text: articleVersions.text })
			.from(articleVersions)
			.where(eq(articleVersions.fileName, 'budget.pdf'))
		expect(stored?.text.split('\n\n')).toEqual(printed)
		expect(troubles).toEqual([])
	})

	test.each(['ar', 'en'] as const)(
		'an address inside is not fetched, and what was typed stays (%s)',
		async (lang) => {
			const { page, troubles } = await open(lang)
			await page.fill('[name=address]', `${server.origin}/readyz`)
			await page.fill('[name=title]', 'عنوان مكتوب')
			await send(page)
			await page.locator('.notice.problem').waitFor()
			expect(await page.inputValue('[name=address]')).toBe(`${server.origin}/readyz`)
			expect(await page.inputValue('[name=title]')).toBe('عنوان مكتوب')
			expect(await page.locator('.notice.problem').innerText()).not.toMatch(/127|localhost|port/)
			await picture(page, `refused-${lang}`)
			expect(troubles).toEqual([])
		},
	)

	test.each([
		['ar', true],
		['en', true],
		['ar', false],
	] as const)('several files are reported one by one (%s, with a script: %s)', async (lang, script) => {
		const { page, troubles } = script
			? await open(lang)
			: await browser.newPage({ lang, origin: server.origin, script: false })
		if (!script) {
			await desk.signIn(page, 'reviewer')
			await page.goto('/desk/articles/new')
		}
		const name = `${lang} ${script}`
		await page.setInputFiles('[type=file]', [
			file('أول.txt', `${name}: أُغلقت سوق السمك في الميناء أمس بعد عام من افتتاحها.`),
			file(
				'ثان.docx',
				makeDocx([`${name}: عادت سوق السمك إلى العمل.`, 'وقالت البلدية إن 12 قرية ستبيع فيها.']),
			),
			file('مكرر.md', `${name}: أُغلقت سوق السمك في الميناء أمس بعد عام من افتتاحها.`),
			file('صورة.pdf', 'ليس مستندًا'),
		])
		await send(page)
		await page.locator('.intake-files [data-outcome=refused]').waitFor()
		await expect
			.poll(() =>
				page.locator('.intake-files li').evaluateAll((items) => items.map((item) => item.dataset['outcome'])),
			)
			.toEqual(['added', 'added', 'already', 'refused'])
		await picture(page, `report-${lang}${script ? '' : '-plain'}`)
		// Without a script the browser does not load what it would need.
		if (script) expect(troubles).toEqual([])
	})

	test('a paste from a page keeps its paragraphs and nothing else', async () => {
		const { page, troubles } = await open('ar')
		await page.locator('[name=text]').evaluate((field) => {
			const clipboardData = new DataTransfer()
			clipboardData.setData(
				'text/html',
				'<p>سوق <a href="https://x.example">السمك</a></p><p hidden>مخفي</p><p>فُتحت</p>',
			)
			clipboardData.setData('text/plain', 'سوق السمك فُتحت')
			field.dispatchEvent(new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }))
		})
		expect(await page.inputValue('[name=text]')).toBe('سوق السمك\n\nفُتحت')
		expect(troubles).toEqual([])
	})
})
