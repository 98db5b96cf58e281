import type { Page } from 'playwright-core'
import { demoPassword } from '#tests/support/server.ts'

/*
 * What people do on the desk, as steps of a test. Fields are found by the names under which their forms send them,
 * which are the same in both languages.
 */

export async function signIn(page: Page, who: 'admin' | 'editor' | 'reviewer' | 'reviewer2'): Promise<void> {
	await page.goto('/sign-in')
	await page.fill('[name=email]', `${who}@demo.example`)
	await page.fill('[name=password]', demoPassword)
	await page.click('form:has([name=password]) [type=submit]')
	await page.waitForURL(/\/desk$/)
}

/** Bring in a file; the page of the article is open afterwards. */
export async function addArticle(page: Page, file: { fileName: string; text: string }): Promise<void> {
	await page.goto('/desk/articles/new')
	await page.setInputFiles('[type=file]', {
		name: file.fileName,
		mimeType: 'text/plain',
		buffer: Buffer.from(file.text),
	})
	await page.click('main form [type=submit]:not(.unseen)')
	await page.waitForURL(/\/desk\/articles\/[a-z0-9]{12}/)
	await page.locator('#text p').first().waitFor()
}

/** Drag over words of the article with the mouse, from their first letter to their last. */
export async function selectWithMouse(page: Page, words: string): Promise<void> {
	const ends = await page.evaluate((sought) => {
		for (const paragraph of document.querySelectorAll('#text p')) {
			const node = paragraph.firstChild
			const at = node?.textContent?.indexOf(sought) ?? -1
			if (!node || at < 0) continue
			paragraph.scrollIntoView({ block: 'center' })
			const range = document.createRange()
			const rectangle = (start: number, end: number) => {
				range.setStart(node, start)
				range.setEnd(node, end)
				return range.getBoundingClientRect()
			}
			const rightToLeft = getComputedStyle(paragraph).direction === 'rtl'
			const first = rectangle(at, at + 1)
			const last = rectangle(at + sought.length - 1, at + sought.length)
			return {
				from: { x: rightToLeft ? first.right - 1 : first.left + 1, y: first.top + first.height / 2 },
				to: { x: rightToLeft ? last.left + 1 : last.right - 1, y: last.top + last.height / 2 },
			}
		}
		return null
	}, words)
	if (!ends) throw new Error(`No paragraph says “${words}”.`)
	await page.mouse.move(ends.from.x, ends.from.y)
	await page.mouse.down()
	await page.mouse.move(ends.to.x, ends.to.y, { steps: 8 })
	await page.mouse.up()
}

export type WrittenClaim = {
	statementAr?: string
	statementEn?: string
	type: string
	claimant: string
	claimantKind: string
	countries: string[]
	base?: string
}

/** Fill in the form beside the text and send it. What you get: the id of the claim. */
export async function writeClaim(page: Page, claim: WrittenClaim): Promise<string> {
	const form = page.locator('form#claim')
	for (const name of ['statementAr', 'statementEn'] as const) {
		const words = claim[name]
		if (words) await form.locator(`[name=${name}]`).fill(words)
	}
	await form.locator('[name=type]').selectOption(claim.type)
	await form.locator('[name=claimantName]').fill(claim.claimant)
	await form.locator('[name=claimantKind]').selectOption(claim.claimantKind)
	for (const country of claim.countries) await form.locator(`[name=countries][value=${country}]`).check()
	// A day without its year is found in the text and asks for it.
	for (const value of await form.locator('[name$="].value"]').all()) {
		if ((await value.inputValue()) === '') await value.fill('24 ديسمبر 2025')
	}
	if (claim.base) await form.locator('[name="figures[0].base"]').fill(claim.base)
	const before = page.url()
	await form.locator('.actions [type=submit]').click()
	await page.waitForURL((url) => url.searchParams.has('claim') && url.href !== before)
	const id = new URL(page.url()).searchParams.get('claim') ?? ''
	// The address changes a moment before the page does: the next claim belongs into the next form.
	await page.locator(`.reader-side .notice a[href="/desk/claims/${id}"]`).waitFor()
	return id
}

export type WrittenEvidence = {
	url: string
	publisher: string
	stance: string
	kind: string
	shows: { ar?: string; en?: string }
}

export async function addEvidence(page: Page, written: WrittenEvidence, number: number): Promise<void> {
	const form = page.locator('form#add-evidence')
	if (!(await form.isVisible())) await page.locator('details.workbench-add > summary').click()
	await form.locator('[name=url]').fill(written.url)
	await form.locator('[name=publisher]').fill(written.publisher)
	await form.locator(`[name=stance][value=${written.stance}]`).check()
	await form.locator(`[name=kind][value=${written.kind}]`).check()
	if (written.shows.ar) await form.locator('[name=showsAr]').fill(written.shows.ar)
	if (written.shows.en) await form.locator('[name=showsEn]').fill(written.shows.en)
	await form.locator('[type=submit]').click()
	await page.locator(`#evidence-${number}`).waitFor()
}

export type WrittenVerdict = {
	rating: string
	summary: { ar?: string; en?: string }
	rationale: { ar?: string; en?: string }
	asOf: string
}

export async function writeVerdict(page: Page, verdict: WrittenVerdict): Promise<void> {
	const form = page.locator('form#verdict-form')
	// Where a verdict is public, the form that corrects it is folded away.
	if (!(await form.isVisible())) await page.locator('details:has(form#verdict-form) > summary').click()
	await form.locator(`[name=rating][value=${verdict.rating}]`).check()
	for (const [name, texts] of [
		['summary', verdict.summary],
		['rationale', verdict.rationale],
	] as const) {
		if (texts.ar) await form.locator(`[name=${name}Ar]`).fill(texts.ar)
		if (texts.en) await form.locator(`[name=${name}En]`).fill(texts.en)
	}
	await form.locator('[name=asOf]').fill(verdict.asOf)
}

export async function propose(page: Page): Promise<void> {
	await page.locator('form#verdict-form [value=propose]').click()
	await page.waitForURL(/done=propose/)
}

export async function recordException(
	page: Page,
	rule: string,
	reason: string,
	language: 'Ar' | 'En',
): Promise<void> {
	const form = page.locator(`form#exception-${rule}`)
	if (!(await form.isVisible())) {
		await page.locator(`details:has(> form#exception-${rule}) > summary`).click()
	}
	await form.locator(`[name=reason${language}]`).fill(reason)
	await form.locator('[type=submit]').click()
	await page.locator('#gate li[data-outcome=excused]', { hasText: reason }).waitFor()
}

/** Approve what waits. What you get: the address of the public page. */
export async function approve(page: Page): Promise<string> {
	await page.locator('form#approve [type=submit]').click()
	await page.waitForURL(/done=approve/)
	const address = await page.locator('.workbench-public a').getAttribute('href')
	return address ?? ''
}
