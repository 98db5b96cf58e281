import { eq } from 'drizzle-orm'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { appearances, claims } from '#drizzle/schema.ts'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { addArticle, addClaim, addPerson } from '#tests/support/factories.ts'
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

const share = (value: string) => `نال مرشح حزب الساحل ${value}% من أصوات الناخبين في نيكاراغوا`

/** A claim of the candidate's share, in an article of its own. */
async function addShare(value: string) {
	const { db } = server.database
	const by = await addPerson(db)
	const figure = { value, unit: 'percent', comparator: 'exactly', base: 'أصوات الناخبين' } as const
	const given = { by, statementAr: share(value), figures: [{ ...figure, asWritten: `${value}%` }] }
	return addClaim(db, { ...given, countries: ['NI'] })
}

test('two people: a contradiction with its gap, a repeat that becomes one claim, and one more place', async () => {
	const { db } = server.database
	const first = await addShare('40.27')
	const other = await addShare('40.26')
	const rounded = await addShare('40.3')
	const same = await addShare('40.27')

	const { page: huda, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
	await desk.signIn(huda, 'reviewer')
	await huda.goto(`/desk/claims/${first.id}`)
	const card = (id: string) => `.match:has(h3 a[href="/desk/claims/${id}"])`
	const against = huda.locator(card(other.id))
	expect(await against.getAttribute('data-kind')).toBe('contradicts')
	const pair = against.locator('.figure-pair')
	expect(await pair.locator('bdi').first().textContent()).toBe('40.27%')
	expect(await pair.textContent()).toContain('الفرق 0.01 نقطة مئوية، ولا يفسّره التقريب')
	expect(await huda.locator(card(rounded.id)).locator('.figure-pair').textContent()).toContain(
		'متساويان بعد التقريب إلى منزلة عشرية واحدة',
	)
	expect(await against.locator('mark[data-mark=figure]').allTextContents()).toEqual(['40.27%', '40.26%'])

	// One person confirms the contradiction; a second one, who reads English, still has the page as it was.
	const { page: sam } = await browser.newPage({ lang: 'en', origin: server.origin })
	await desk.signIn(sam, 'reviewer2')
	await sam.goto(`/desk/claims/${other.id}`)
	expect(await sam.locator(card(first.id)).locator('.figure-pair').textContent()).toContain(
		'0.01 percentage points apart, rounding does not explain it',
	)
	await against.locator('[name=comment]').fill('الرقمان من بيانين مختلفين')
	await against.locator('[value=confirm]').click()
	await huda.waitForURL(/matched=confirmed/)
	await sam.locator(card(first.id)).locator('[value=reject]').click()
	await sam.locator('[role=alert]').waitFor()
	expect(await sam.locator('[role=alert]').textContent()).toContain('The match changed')
	expect(await sam.locator(card(first.id)).textContent()).toContain('الرقمان من بيانين مختلفين')

	// The repeat becomes one claim with both places.
	await huda.locator(`${card(same.id)} [value=join]`).click()
	await huda.waitForURL(/matched=joined-1/)
	expect(new URL(huda.url()).pathname).toBe(`/desk/claims/${first.id}`)
	// The address changes a moment before the page does.
	await expect.poll(() => huda.locator('#claim figure').count()).toBe(2)
	await sam.goto(`/desk/claims/${same.id}`)
	expect(await sam.locator(`.joined-to a[href="/desk/claims/${first.id}"]`).count()).toBe(1)

	// In another article the claim is met once more while it is being worded.
	const text = `سوق السمك\n\nكرر الحزب أن مرشحه نال 40.27% من الأصوات في نيكاراغوا، ولم يذكر مصدرًا.`
	const article = await addArticle(db, { text })
	await huda.goto(`/desk/articles/${article.id}`)
	await desk.selectWithMouse(huda, 'مرشحه نال 40.27% من الأصوات')
	await huda.locator('form#claim [name=statementAr]').fill(share('40.27'))
	const similar = huda.locator(`.similar-claim[data-kind=repeats]:has(a[href="/desk/claims/${first.id}"])`)
	await similar.locator('button').click()
	await huda.waitForURL((url) => url.searchParams.get('claim') === first.id)
	const places = await db.select().from(appearances).where(eq(appearances.claimId, first.id))
	expect(places.map(({ articleId }) => articleId)).toContain(article.id)
	expect(await db.$count(claims, eq(claims.statementAr, share('40.27')))).toBe(2)

	// The ledger has them all in one row.
	await sam.goto('/desk/figures?country=NI')
	const entry = sam.locator('.ledger-entry').first()
	expect(await entry.textContent()).toContain('values do not agree')
	expect(await entry.locator('svg[role=img]').getAttribute('aria-label')).toContain('3 values')
	expect(troubles).toEqual([])
})
