import { once } from 'node:events'
import fs from 'node:fs/promises'
import http from 'node:http'
import type net from 'node:net'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'

const font = createRequire(import.meta.url).resolve(
	'@fontsource/ibm-plex-sans-arabic/files/ibm-plex-sans-arabic-arabic-400-normal.woff2',
)
const policy =
	"default-src 'none'; script-src 'nonce-good'; style-src 'nonce-good'; font-src data:; img-src 'self' data:"

const pages: Record<string, string> = {
	'/clean': '<p>لا شيء هنا يستدعي الشكوى</p><script nonce="good">document.title = "ran"</script>',
	'/console': '<script nonce="good">console.error("the cupboard is bare")</script>',
	'/throws': '<script nonce="good">throw new Error("out of ink")</script>',
	'/blocked-script': '<script>document.title = "ran"</script>',
	'/blocked-style': '<p style="color: red">أحمر</p>',
	'/missing-image': '<img src="/nowhere.png" alt="">',
	'/elsewhere':
		'<a href="https://elsewhere.example/">خارج الموقع</a><img src="http://127.0.0.1:9/x.png" alt="">',
}

let browser: TestBrowser
let origin: string
const server = http.createServer((request, response) => {
	const body = pages[request.url ?? '']
	response.writeHead(body ? 200 : 404, {
		'content-type': 'text/html; charset=utf-8',
		'content-security-policy': policy,
	})
	response.end(
		`<!doctype html><html dir="rtl" lang="ar"><link rel="icon" href="data:,"><body>${body ?? 'لا صفحة هنا'}`,
	)
})

beforeAll(async () => {
	server.listen(0, '127.0.0.1')
	await once(server, 'listening')
	origin = `http://127.0.0.1:${(server.address() as net.AddressInfo).port}`
	browser = await openBrowser()
})

afterAll(async () => {
	await browser?.close()
	server.close()
})

/** What is found wrong with one of the pages above. */
async function visit(path: string, options: Parameters<TestBrowser['newPage']>[0] = {}) {
	const { page, troubles } = await browser.newPage({ origin, ...options })
	await page.goto(path)
	const title = await page.title()
	await page.context().close()
	return { title, troubles }
}

describe('the browser of the tests', () => {
	test('finds nothing wrong with a page that is right', async () => {
		expect(await visit('/clean')).toEqual({ title: 'ran', troubles: [] })
	})

	test.for([
		['/console', /the cupboard is bare/],
		['/throws', /out of ink/],
		['/blocked-script', /inline script violates .*Content Security Policy/],
		['/blocked-style', /inline style violates .*Content Security Policy/],
		['/missing-image', /^404: GET .*nowhere\.png/],
		['/elsewhere', /^foreign request: http:..127\.0\.0\.1:9/],
	] as const)('finds what is wrong with %s', async ([path, trouble]) => {
		expect((await visit(path)).troubles).toContainEqual(expect.stringMatching(trouble))
	})

	test('leaves the status of the page itself to the test', async () => {
		expect((await visit('/no-such-page')).troubles).toEqual([])
	})

	test('can be one that runs no script', async () => {
		expect(await visit('/clean', { script: false })).toEqual({ title: '', troubles: [] })
	})

	test('asks in the language, colours and size it was given', async () => {
		const { page } = await browser.newPage({
			lang: 'en',
			colorScheme: 'dark',
			viewport: { width: 390, height: 844 },
		})
		const found = await page.evaluate(() => ({
			language: navigator.language,
			dark: matchMedia('(prefers-color-scheme: dark)').matches,
			width: innerWidth,
		}))
		expect(found).toEqual({ language: 'en', dark: true, width: 390 })
	})

	test('draws joined Arabic from a font of the page, from the right', async () => {
		const { page } = await browser.newPage()
		const face = `data:font/woff2;base64,${(await fs.readFile(font)).toString('base64')}`
		await page.setContent(
			`<!doctype html><html dir="rtl" lang="ar"><style>
				@font-face { font-family: Plex; src: url(${face}) }
				body { font: 40px Plex; margin: 0 }
			</style><span id="joined">تدقيق</span><br><span id="apart">ت د ق ي ق</span>`,
		)
		expect(await page.evaluate(async () => (await document.fonts.load('40px Plex', 'تدقيق')).length)).toBe(1)
		const [joined, apart] = await Promise.all(
			['#joined', '#apart'].map((id) => page.locator(id).boundingBox()),
		)
		expect(joined!.width).toBeLessThan(apart!.width - 40)
		expect(joined!.x + joined!.width).toBeCloseTo(1280, 0)
		const picture = await page.screenshot()
		expect(picture.subarray(1, 4).toString()).toBe('PNG')
	})
})
