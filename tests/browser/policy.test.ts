import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor } from '#app/domain/people.ts'
import { articleVersions } from '#drizzle/schema.ts'
import { runningPayloads } from '#tests/support/attacks.ts'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { addArticle, addClaim, addEvidence, addPerson, publishClaim } from '#tests/support/factories.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { signIn } from './desk.ts'

/*
 * Text that would run were it taken for markup, in everything that people type; and every page in a browser, first
 * with our policy, whose every violation counts, and then without it, so that the markup has to hold by itself.
 */

let server: TestServer
let browser: TestBrowser
/** The pages that show the texts, public ones without their language. */
let publicPages: string[]
let deskPages: string[]

const asText = runningPayloads.join(' ')
const typed = encodeURIComponent(asText)
/** Pages for people who are not signed in, asked for with what somebody else may have put into the link. */
const waysIn = [
	...[
		`/sign-in?email=${typed}`,
		`/sign-in?next=${typed}`,
		`/sign-in?arrived=${typed}`,
		`/sign-in/second-step?next=${typed}`,
	],
	...['forgot', 'reset', 'invitation', 'setup', 'email'].map((page) => `/account/${page}?token=${typed}`),
]
/** Those that leave a mark, and do not lead away from the page. */
const marking = runningPayloads.filter((payload) => payload.includes('marker'))

beforeAll(async () => {
	server = await startServer()
	browser = await openBrowser()
	const { db } = server.database
	const writer = await addPerson(db, { id: 'payload-writer', name: runningPayloads[3], role: 'editor' })
	const approver = await addPerson(db, { id: 'payload-approver', name: runningPayloads[1], role: 'editor' })
	const texts = [runningPayloads.slice(0, 10), runningPayloads.slice(10, 20), runningPayloads.slice(20)]
	const slugs: string[] = []
	const claims: string[] = []
	const articles: string[] = []
	for (const [index, payloads] of texts.entries()) {
		const { claim, article, slug } = await publish(
			payloads.join(' '),
			`${payloads[index]} ${index}`,
			writer,
			approver,
		)
		slugs.push(slug)
		claims.push(claim)
		articles.push(article)
	}
	publicPages = [
		...[
			'',
			'/verdicts',
			'/verdicts?country=HN',
			'/countries',
			'/countries/HN',
			'/corrections',
			'/methodology',
		],
		...slugs.flatMap((slug) => [`/verdicts/${slug}`, `/verdicts/${slug}/versions/1`]),
		`/${encodeURIComponent('<script>window.marker=1</script>')}`,
		`/countries?from=${typed}&to=${typed}&article=${typed}`,
	]
	deskPages = [
		...['/desk', '/desk/queue', '/desk/queue?status=published', '/desk/articles', '/desk/articles/new'],
		...['/desk/sources', '/desk/people', '/desk/people/payload-writer', '/desk/settings', '/desk/activity'],
		...['/desk/account', '/desk/account/second-factor', '/desk/confirm', `/desk/queue?q=${typed}`],
		...claims.flatMap((id) => [`/desk/claims/${id}`, `/desk/claims/${id}/edit`]),
		...articles.map((id) => `/desk/articles/${id}`),
	]
}, 300_000)

afterAll(async () => {
	await browser?.close()
	await server?.stop()
})

async function publish(text: string, name: string, writer: Actor, approver: Actor) {
	const { db } = server.database
	const both = { ar: text, en: text }
	const article = await addArticle(db, {
		by: writer,
		title: text.slice(0, 200),
		outlet: name,
		author: name,
		text: `${text}\n\n${asText}\n\nوقالت 40.27% من باعته نساء.`,
	})
	const claim = await addClaim(db, {
		by: writer,
		article,
		statementAr: text,
		statementEn: text,
		claimant: { kind: 'person', nameAr: name, nameEn: name },
		figures: [
			{
				value: '40.27',
				unit: 'percent',
				comparator: 'exactly',
				base: text.slice(0, 100),
				asWritten: '40.27%',
			},
		],
	})
	const { slug } = await publishClaim(db, claim, {
		by: writer,
		approver,
		summary: both,
		rationale: { ar: asText, en: `# ${asText}\n\n- ${asText}\n\n> ${asText}\n\n${'`'}${asText}${'`'}` },
	})
	await addEvidence(db, claim, {
		by: writer,
		publisher: name,
		title: text.slice(0, 200),
		passage: asText,
		label: both,
		shows: both,
		foundBy: name,
	}).catch(() => {})
	return { claim: claim.id, article: article.id, slug }
}

type Seen = { nonces: string[]; faults: string[] }

/** Open each page and say what ran, what was blocked and where it led. */
async function visit(page: Page, paths: readonly string[], seen: Seen): Promise<void> {
	for (const path of paths) {
		const response = await page.goto(path)
		const policy = response?.headers()['content-security-policy'] ?? ''
		const nonce = /'nonce-([^']+)'/.exec(policy)?.[1]
		if (nonce) seen.nonces.push(nonce)
		if (!policy.includes("default-src 'none'") || policy.includes('unsafe'))
			seen.faults.push(`${path}: ${policy}`)
		if ((response?.status() ?? 0) >= 500) seen.faults.push(`${path}: ${response?.status()}`)
		await page.evaluate(() => new Promise((resolve) => setTimeout(resolve, 0)))
		const found = await page.evaluate(() => ({
			marker: (window as { marker?: unknown }).marker,
			violations: (window as { violations?: string[] }).violations ?? [],
			// Of what we send, a script in the text of a page is data or carries the nonce; nothing is styled in place.
			inline: [...document.querySelectorAll('script:not([src])')].filter(
				(script) =>
					script.getAttribute('type') !== 'application/ld+json' && !(script as HTMLScriptElement).nonce,
			).length,
			handlers: document.querySelectorAll(
				'[onerror],[onload],[onfocus],[onmouseover],[ontoggle],iframe,object,embed,base',
			).length,
		}))
		if (found.marker !== undefined || found.violations.length > 0 || found.inline > 0 || found.handlers > 0) {
			seen.faults.push(`${path}: ${JSON.stringify(found)}`)
		}
	}
}

async function open(options: { lang: 'ar' | 'en'; policy: boolean }) {
	const { page, troubles } = await browser.newPage({ ...options, origin: server.origin })
	page.on('dialog', (dialog) => {
		troubles.push(`dialog: ${dialog.message()}`)
		void dialog.dismiss()
	})
	await page.addInitScript(() => {
		const kept: string[] = []
		Object.assign(window, { violations: kept })
		document.addEventListener('securitypolicyviolation', ({ violatedDirective, blockedURI }) =>
			kept.push(`${violatedDirective} ${blockedURI}`),
		)
	})
	return { page, troubles }
}

describe.each([
	['with our policy', true],
	['without it', false],
])('%s', (_name, policy) => {
	test.each(['ar', 'en'] as const)('nothing that is typed runs on a public page in %s', async (lang) => {
		const { page, troubles } = await open({ lang, policy })
		const seen: Seen = { nonces: [], faults: [] }
		await visit(
			page,
			[...publicPages.map((path) => `/${lang}${path}`), ...waysIn.map((path) => `${path}&lang=${lang}`)],
			seen,
		)
		expect(seen.faults).toEqual([])
		expect(troubles).toEqual([])
		await page.context().close()
	})

	test('nothing that is typed runs on the desk, and each page has a nonce of its own', async () => {
		const { page, troubles } = await open({ lang: 'ar', policy })
		await signIn(page, 'admin')
		const seen: Seen = { nonces: [], faults: [] }
		await visit(page, deskPages, seen)
		expect(seen.faults).toEqual([])
		expect(troubles).toEqual([])
		expect(seen.nonces.length).toBe(deskPages.length)
		expect(new Set(seen.nonces).size).toBe(seen.nonces.length)
		await page.context().close()
	})
})

test('public pages have no nonce: a kept copy would hand it to everybody', async () => {
	const { page } = await open({ lang: 'ar', policy: true })
	const seen: Seen = { nonces: [], faults: [] }
	await visit(
		page,
		publicPages.map((path) => `/ar${path}`),
		seen,
	)
	expect(seen.nonces).toEqual([])
	await page.context().close()
})

test('the payloads do run where they are taken for markup: the check can fail', async () => {
	const { page } = await open({ lang: 'ar', policy: false })
	await page.goto('/ar')
	const ran = []
	for (const payload of marking) {
		await page.evaluate((markup) => {
			Object.assign(window, { marker: undefined })
			document.body.replaceChildren(document.createRange().createContextualFragment(`<div>${markup}</div>`))
		}, payload)
		const marked = page.waitForFunction(() => (window as { marker?: unknown }).marker === 1, null, {
			timeout: 300,
		})
		if (
			await marked.then(
				() => true,
				() => false,
			)
		)
			ran.push(payload)
	}
	expect(ran.length).toBeGreaterThanOrEqual(5)
	await page.context().close()
})

test('with our policy an injected script, handler or style does not work', async () => {
	const { page } = await open({ lang: 'ar', policy: true })
	await signIn(page, 'admin')
	for (const payload of marking) {
		await page.evaluate((markup) => {
			document.body.replaceChildren(document.createRange().createContextualFragment(`<div>${markup}</div>`))
		}, payload)
	}
	await page.evaluate(() => {
		document.body.innerHTML = '<p style="color: red" id="styled">x</p>'
	})
	const { marker, colour, violations } = await page.evaluate(() => ({
		marker: (window as { marker?: unknown }).marker,
		colour: getComputedStyle(document.querySelector('#styled') ?? document.body).color,
		violations: (window as { violations?: string[] }).violations ?? [],
	}))
	expect(marker).toBeUndefined()
	expect(colour).not.toBe('rgb(255, 0, 0)')
	expect(violations.length).toBeGreaterThan(0)
	await page.context().close()
})

test('texts are kept as they were typed', async () => {
	const kept = await server.database.db.select({ text: articleVersions.text }).from(articleVersions)
	expect(kept.some(({ text }) => text.includes(runningPayloads[0] ?? 'none'))).toBe(true)
})
