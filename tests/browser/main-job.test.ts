import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { readArticles, type ArticleFile } from '#tests/support/articles.ts'
import { openBrowser, type TestBrowser } from '#tests/support/browser.ts'
import { startServer, type TestServer } from '#tests/support/server.ts'
import * as desk from './desk.ts'

let server: TestServer
let browser: TestBrowser
let articles: { voteShare: ArticleFile; partners: ArticleFile }

beforeAll(async () => {
	articles = await readArticles()
	server = await startServer()
	browser = await openBrowser()
})

afterAll(async () => {
	await browser.close()
	expect(await server.stop()).toBe(0)
})

describe('from a file to a published page, by two people', () => {
	test('in Arabic: a vote share of 40.27%, sent back once, approved, read in both languages', async () => {
		const { page: writer, troubles } = await browser.newPage({ lang: 'ar', origin: server.origin })
		await desk.signIn(writer, 'reviewer')
		await desk.addArticle(writer, articles.voteShare)
		await desk.selectWithMouse(writer, '40.27%')
		const quotation = writer.locator('form#claim [name=exact]')
		await expect.poll(() => quotation.inputValue()).toContain('40.27%')
		expect(await writer.locator('[name="figures[0].value"]').inputValue()).toBe('40.27')
		const claimId = await desk.writeClaim(writer, {
			statementAr: 'حصل الفائز على 40.27% من الأصوات.',
			statementEn: 'The winner took 40.27% of the votes.',
			type: 'statistic',
			claimant: 'هيئة الانتخابات',
			claimantKind: 'organisation',
			countries: ['HN'],
			base: 'الأصوات الصحيحة',
		})

		// Another claim of words that overlap with the first.
		await desk.selectWithMouse(writer, articles.voteShare.sentence.replace(/\s*\n[\s\S]*/, ''))
		const second = await desk.writeClaim(writer, {
			statementAr: 'أُعلنت النتيجة رسميًا.',
			type: 'event',
			claimant: 'هيئة الانتخابات',
			claimantKind: 'organisation',
			countries: ['HN'],
		})
		expect(second).not.toBe(claimId)
		const marks = await writer.evaluate(() => [...CSS.highlights.keys()])
		expect(marks.length).toBeGreaterThan(0)
		expect(await writer.locator('#text p *').count()).toBe(0)

		await writer.goto(`/desk/claims/${claimId}`)
		await writer.locator('form#take [type=submit]').click()
		await writer.waitForURL(/done=take/)
		await desk.addEvidence(
			writer,
			{
				url: 'https://elections.example/final-count',
				publisher: 'هيئة الانتخابات',
				stance: 'supports',
				kind: 'primary',
				shows: {
					ar: 'ينشر الحصيلة النهائية وفيها النسبة نفسها.',
					en: 'Prints the final count with the same share.',
				},
			},
			1,
		)
		await desk.addEvidence(
			writer,
			{
				url: 'https://observers.example/report',
				publisher: 'بعثة المراقبة',
				stance: 'context',
				kind: 'secondary',
				shows: { ar: 'يشرح كيف تُحسب النسبة.', en: 'Explains how the share is worked out.' },
			},
			2,
		)
		await desk.writeVerdict(writer, {
			rating: 'true',
			summary: { ar: 'النسبة كما أُعلنت رسميًا.', en: 'The share is as officially declared.' },
			rationale: {
				ar: 'تنشر الهيئة النسبة [1] وتشرح البعثة حسابها [2].',
				en: 'The authority prints the share [1]; the mission explains it [2].',
			},
			asOf: '2026-11-20',
		})
		await desk.propose(writer)
		expect(await writer.locator('form#approve').count()).toBe(0)

		const { page: reader, troubles: readerTroubles } = await browser.newPage({
			lang: 'en',
			origin: server.origin,
		})
		await desk.signIn(reader, 'reviewer2')
		await reader.goto(`/desk/claims/${claimId}`)
		await reader.locator('details:has(> form#request-changes) > summary').click()
		await reader.locator('form#request-changes [name=reason]').selectOption('wording')
		await reader.locator('form#request-changes [name=comment]').fill('Say whose count it is.')
		await reader.locator('form#request-changes [type=submit]').click()
		await reader.waitForURL(/done=request_changes/)

		await writer.goto(`/desk/claims/${claimId}`)
		expect(await writer.locator('main').innerText()).toContain('Say whose count it is.')
		await desk.writeVerdict(writer, {
			rating: 'true',
			summary: {
				ar: 'النسبة كما أعلنتها هيئة الانتخابات.',
				en: 'The share is as the electoral authority declared it.',
			},
			rationale: {},
			asOf: '2026-11-20',
		})
		await desk.propose(writer)

		await reader.goto(`/desk/claims/${claimId}`)
		expect(await reader.locator('form#approve [type=submit]').isDisabled()).toBe(true)
		await desk.recordException(
			reader,
			'claimant_contacted',
			'The count is public and needs no comment.',
			'En',
		)
		const address = await desk.approve(reader)

		for (const [lang, words] of [
			['ar', ['صحيح', 'النسبة كما أعلنتها هيئة الانتخابات.', 'الأصوات الصحيحة']],
			['en', ['True', 'The share is as the electoral authority declared it.', 'Exception on record']],
		] as const) {
			const { page, troubles: publicTroubles } = await browser.newPage({ lang, origin: server.origin })
			const response = await page.goto(address.replace(/\/(ar|en)\//, `/${lang}/`))
			expect(response?.status()).toBe(200)
			const text = await page.locator('body').innerText()
			for (const word of words) expect(text).toContain(word)
			expect(await page.locator('script[src], script:not([type="application/ld+json"])').count()).toBe(0)
			const markup = await page.locator('script[type="application/ld+json"]').allTextContents()
			expect(markup).toHaveLength(1)
			expect(JSON.parse(markup[0] ?? '')).toMatchObject({ '@type': 'ClaimReview', inLanguage: lang })
			expect(publicTroubles).toEqual([])
		}
		expect(troubles).toEqual([])
		expect(readerTroubles).toEqual([])
	})

	test('in English, by keyboard alone in the text: 20 other allies, then a correction that readers see', async () => {
		const { page: writer, troubles } = await browser.newPage({ lang: 'en', origin: server.origin })
		await desk.signIn(writer, 'reviewer2')
		await desk.addArticle(writer, articles.partners)

		// The cursor starts at the first word and goes on, sentence by sentence, to the one we want.
		await writer.locator('#text').focus()
		const chosen = writer.locator('form#claim [name=exact]')
		let found = false
		for (let sentence = 0; sentence < 80 && !found; sentence++) {
			await writer.keyboard.press('ArrowDown')
			await writer.keyboard.press('Shift+End')
			await writer.keyboard.press('Enter')
			found = /20 دولة/.test(await chosen.inputValue())
			if (!found) await writer.locator('#text').focus()
		}
		expect(found).toBe(true)
		expect(await writer.locator('[name="figures[0].unit"]').inputValue()).toBe('country')
		expect(await writer.locator('[name="figures[0].value"]').inputValue()).toBe('20')
		const claimId = await desk.writeClaim(writer, {
			statementEn: 'The group has 20 other members.',
			statementAr: 'تضم المجموعة 20 دولة أخرى.',
			type: 'statistic',
			claimant: 'Author of the article',
			claimantKind: 'unnamed',
			countries: ['PE', 'US'],
		})
		await writer.goto(`/desk/claims/${claimId}`)
		await writer.locator('form#take [type=submit]').click()
		await writer.waitForURL(/done=take/)
		for (const [index, publisher] of ['Official Register', 'Treaty Office'].entries()) {
			await desk.addEvidence(
				writer,
				{
					url: `https://register.example/${index + 1}`,
					publisher,
					stance: index === 0 ? 'supports' : 'refutes',
					kind: 'primary',
					shows: { en: 'Lists the members one by one.', ar: 'يعدّد الأعضاء واحدًا واحدًا.' },
				},
				index + 1,
			)
		}
		await desk.writeVerdict(writer, {
			rating: 'mostly_true',
			summary: { en: 'The register lists 20.', ar: 'السجل يعدّد 20 دولة.' },
			rationale: {
				en: 'Counted in the register [1], with one doubtful entry [2].',
				ar: 'عُدّت في السجل [1] وفيه قيد واحد مشكوك فيه [2].',
			},
			asOf: '2026-11-20',
		})
		await desk.propose(writer)

		const { page: reader, troubles: readerTroubles } = await browser.newPage({
			lang: 'ar',
			origin: server.origin,
		})
		await desk.signIn(reader, 'reviewer')
		await reader.goto(`/desk/claims/${claimId}`)
		await desk.recordException(reader, 'claimant_contacted', 'الكاتب غير مسمّى.', 'Ar')
		const address = await desk.approve(reader)

		await writer.goto(`/desk/claims/${claimId}`)
		await desk.writeVerdict(writer, {
			rating: 'true',
			summary: { en: 'The register lists exactly 20.', ar: 'السجل يعدّد 20 دولة تمامًا.' },
			rationale: {},
			asOf: '2026-11-22',
		})
		const form = writer.locator('form#verdict-form')
		await form.locator('[name=correctionKind][value=update]').check()
		await form.locator('[name=severity][value=minor]').check()
		await form.locator('[name=whatEn]').fill('The rating was raised.')
		await form.locator('[name=whyEn]').fill('The doubtful entry has been confirmed.')
		await form.locator('[name=whatAr]').fill('رُفع التصنيف.')
		await form.locator('[name=whyAr]').fill('تأكّد القيد الذي كان محل شك.')
		await form.locator('[value=propose]').click()
		await writer.waitForURL(/done=propose/)
		await reader.goto(`/desk/claims/${claimId}`)
		await desk.approve(reader)

		const { page, troubles: publicTroubles } = await browser.newPage({ lang: 'en', origin: server.origin })
		await page.goto(address.replace(/\/ar\//, '/en/'))
		const text = await page.locator('main').innerText()
		for (const words of [
			'The register lists exactly 20.',
			'The rating was raised.',
			'The doubtful entry has been confirmed.',
		]) {
			expect(text).toContain(words)
		}
		await page.click('a[href$="/versions/1"]')
		expect(await page.locator('main').innerText()).toContain('The register lists 20.')
		await page.goto('/en/corrections')
		expect(await page.locator('main').innerText()).toContain('The rating was raised.')
		expect([...troubles, ...readerTroubles, ...publicTroubles]).toEqual([])
	})
})
