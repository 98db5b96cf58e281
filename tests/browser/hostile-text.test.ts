import { sql } from 'drizzle-orm'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { hostileMarkdown, hostileMarkup } from '#tests/support/hostile-texts.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import { signIn } from './desk.ts'

/*
 * A newsroom whose every name and text is hostile, written past the forms that would have refused some of it: the
 * pages are what is asked here.
 */

let server: TestServer
let browser: TestBrowser
let slug = ''
let articleId = ''

/** Stands in every name and text, so that they are found on a page. */
const mark = 'שם'

beforeAll(async () => {
	server = await startServer()
	browser = await openBrowser()
	const { db } = server.database
	const [found] = await db.execute<{ slug: string; article_id: string }>(sql`
		select f.slug, a.article_id from fact_checks f join appearances a using (claim_id) where claim_id = 'c06'`)
	slug = found?.slug ?? ''
	articleId = found?.article_id ?? ''
})

afterAll(async () => {
	await browser.close()
	await server.stop()
})

/** Write a text into everything that people write and that pages show; names get a part of the id, to stay unlike. */
async function poison(text: string): Promise<void> {
	const { db } = server.database
	const all: [table: string, columns: string[]][] = [
		['articles', ['title', 'outlet', 'author']],
		['claims', ['statement_ar', 'statement_en', 'note_ar', 'note_en']],
		['contacts', ['to_whom', 'asked', 'answer', 'note_ar', 'note_en']],
		['comment_texts', ['text']],
		['tasks', ['note']],
		['claimants', ['name_ar', 'name_en', 'role_ar', 'role_en']],
		['sources', ['title', 'publisher']],
		['evidence', ['passage', 'label_ar', 'label_en', 'shows_ar', 'shows_en', 'found_by']],
		['figures', ['base', 'as_written']],
		['drafts', ['summary_ar', 'summary_en', 'rationale_ar', 'rationale_en']],
		['proposals', ['summary_ar', 'summary_en', 'rationale_ar', 'rationale_en', 'comment']],
		['users', ['name']],
	]
	await db.transaction(async (tx) => {
		// What is frozen is guarded by triggers.
		await tx.execute(sql`set local session_replication_role = replica`)
		for (const [table, columns] of all) {
			const set = columns.map((column) => sql`${sql.identifier(column)} = ${text}`)
			await tx.execute(sql`update ${sql.identifier(table)} set ${sql.join(set, sql`, `)}`)
		}
		const both = JSON.stringify({ ar: text, en: text })
		await tx.execute(sql`update verdicts set content = content || jsonb_build_object(
			'statement', ${both}::jsonb, 'summary', ${both}::jsonb, 'rationale', ${both}::jsonb,
			'claimant', coalesce(content->'claimant', '{}') || jsonb_build_object('name', ${both}::jsonb, 'role', ${both}::jsonb))`)
	})
}

const pages = () => [
	...[
		'/desk',
		'/desk/queue',
		'/desk/articles',
		`/desk/articles/${articleId}`,
		'/desk/claims/c06',
		'/desk/claims/c07',
	],
	...['/desk/claims/c04', '/desk/claims/c04/edit', '/desk/sources', '/desk/people', '/desk/activity'],
	...[`/ar/verdicts/${slug}`, '/ar', '/en/verdicts'],
]

/** Where the mark stands on a page with nothing round it that sets its direction apart. */
function strayMarks(page: Page): Promise<string[]> {
	return page.evaluate((sought) => {
		const stray: string[] = []
		const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
		for (let node = walker.nextNode(); node; node = walker.nextNode()) {
			const element = node.parentElement
			if (!node.textContent?.includes(sought) || !element) continue
			// The choices of a select are a text of their own each, and a data block is not shown.
			if (element.closest('bdi, main [dir], header [dir], option, script, title')) continue
			// Isolated by characters, in a sentence.
			if (new RegExp(`\u2068[^\u2069]*${sought}[^\u2069]*\u2069`).test(node.textContent)) continue
			stray.push(element.outerHTML.slice(0, 200))
		}
		return stray
	}, mark)
}

test('every name and text on every page is set apart from what stands round it', async () => {
	await poison(`${mark} (1)`)
	const { page } = await browser.newPage({ origin: server.origin })
	await signIn(page, 'admin')
	const found: Record<string, string[]> = {}
	for (const path of pages()) {
		await page.goto(path)
		expect(await page.locator('body').innerText(), path).toContain(mark)
		const stray = await strayMarks(page)
		if (stray.length > 0) found[path] = stray
	}
	expect(found).toEqual({})
	await page.context().close()
})

describe('no text runs, loads or leads anywhere', () => {
	test.for([true, false])('with the content security policy set aside: %s', async (bypassed) => {
		await poison([mark, ...hostileMarkup, ...hostileMarkdown].join('\n\n'))
		const { page, troubles } = await browser.newPage({ origin: server.origin, policy: !bypassed })
		const ran: string[] = []
		await page.exposeFunction('ran', () => ran.push(page.url()))
		page.on('dialog', (dialog) => ran.push(dialog.message()))
		await signIn(page, 'admin')
		for (const path of pages()) {
			await page.goto(path)
			expect(new URL(page.url()).pathname).toBe(path)
			expect(
				await page.evaluate(() =>
					[...document.querySelectorAll('a[href], form[action]')]
						.map((element) => element.getAttribute('href') ?? element.getAttribute('action') ?? '')
						.filter((address) => !/^(?:\/(?!\/)|#|\?|https?:|mailto:)/.test(address)),
				),
				path,
			).toEqual([])
		}
		expect({ ran, troubles }).toEqual({ ran: [], troubles: [] })
		await page.context().close()
	})
})
