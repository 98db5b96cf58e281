import { chromium, type BrowserContextOptions, type Page } from 'playwright-core'
import { findChromium } from '#tests/support/chromium.ts'

export type PageOptions = {
	/** What the reader's browser asks for. */
	lang?: 'ar' | 'en'
	viewport?: { width: number; height: number }
	colorScheme?: 'light' | 'dark'
	/** Where relative addresses lead, and the only origin the page may ask for anything. */
	origin?: string
	/** `false`: a reader whose browser runs no script. */
	script?: boolean
	/** `false`: a browser that knows no content security policy, so that nothing but the markup protects it. */
	policy?: boolean
}

/**
 * A page in a browser profile of its own, and everything that went wrong on it so far: errors in the
 * console and in scripts, violations of the content security policy, parts that could not be loaded,
 * requests to other origins. The status of the document itself is for the test to judge.
 */
export type TestPage = { page: Page; troubles: string[] }

export type TestBrowser = {
	newPage: (options?: PageOptions) => Promise<TestPage>
	close: () => Promise<void>
}

/** Launch a headless browser; see `findChromium` for which. */
export async function openBrowser(): Promise<TestBrowser> {
	const browser = await chromium.launch({
		...(await findChromium()),
		args: [
			'--disable-gpu',
			'--disable-background-networking',
			'--disable-component-update',
			'--disable-sync',
			'--no-first-run',
			// Text is laid out alike on every machine.
			'--font-render-hinting=none',
			// The shared memory of containers is small.
			'--disable-dev-shm-usage',
		],
	})
	return {
		newPage: async (options = {}) => {
			const context = await browser.newContext(contextOptions(options))
			const page = await context.newPage()
			return { page, troubles: watch(page, options.origin) }
		},
		close: () => browser.close(),
	}
}

function contextOptions({
	lang = 'ar',
	viewport,
	colorScheme,
	origin,
	script,
	policy,
}: PageOptions): BrowserContextOptions {
	return {
		locale: lang,
		viewport: viewport ?? { width: 1280, height: 800 },
		colorScheme: colorScheme ?? 'light',
		reducedMotion: 'reduce',
		timezoneId: 'UTC',
		...(origin && { baseURL: origin }),
		javaScriptEnabled: script ?? true,
		bypassCSP: policy === false,
	}
}

function watch(page: Page, origin: string | undefined): string[] {
	const troubles: string[] = []
	page.on('console', (message) => {
		const text = message.text()
		// Said again, with its status, by the response below.
		if (text.startsWith('Failed to load resource')) return
		if (message.type() === 'error' || text.includes('Content Security Policy'))
			troubles.push(`console: ${text}`)
	})
	page.on('pageerror', (error) => troubles.push(`script: ${error.stack ?? error.message}`))
	page.on('request', (request) => {
		const url = new URL(request.url())
		const leaves = origin && /^(?:https?|wss?):$/.test(url.protocol) && url.origin !== new URL(origin).origin
		if (leaves) troubles.push(`foreign request: ${request.url()}`)
	})
	page.on('response', (response) => {
		const request = response.request()
		// A form may be refused (4xx), by a document or by a fetch; nothing else may.
		const refusable = request.isNavigationRequest() || request.resourceType() === 'fetch'
		if (response.status() >= (refusable ? 500 : 400)) {
			troubles.push(`${response.status()}: ${request.method()} ${request.url()}`)
		}
	})
	page.on('requestfailed', (request) => {
		const reason = request.failure()?.errorText ?? 'no reason given'
		// A page that is left drops what it was still loading.
		if (reason !== 'net::ERR_ABORTED') troubles.push(`${reason}: ${request.url()}`)
	})
	return troubles
}
