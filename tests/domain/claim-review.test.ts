import { describe, expect, test } from 'vitest'
import { claimReview, findFirstAppearance, type ReviewSite } from '#app/domain/claim-review.ts'
import type { Correction, FactCheck } from '#app/domain/fact-check.ts'
import { faultsOf } from '#tests/support/claim-review-schema.ts'
import { appearanceOf, correctionOf, evidenceOf, factCheckOf } from '#tests/support/fact-check.ts'

const site: ReviewSite = { origin: 'https://tadqiq.example', name: 'تدقيق', language: 'ar' }
const english: ReviewSite = { ...site, name: 'Tadqiq', language: 'en' }

function review(given: Partial<FactCheck> = {}, corrections: Correction[] = [], of = site) {
	const made = claimReview({ factCheck: factCheckOf(given), corrections }, of)
	if (!made) throw new Error('No review')
	return made
}

describe('the markup of a verdict', () => {
	test('has every property that is required or recommended', () => {
		const made = review({}, [correctionOf()])
		expect(faultsOf(made)).toEqual([])
		expect(Object.keys(made.itemReviewed).sort()).toEqual([
			'@id',
			'@type',
			'appearance',
			'author',
			'datePublished',
			'firstAppearance',
		])
		expect(made.correction).toHaveLength(1)
	})

	test('says what the page says, in its language', () => {
		expect(review()).toMatchObject({
			url: 'https://tadqiq.example/ar/verdicts/forty-per-cent-of-the-stalls-a1b2c3',
			inLanguage: 'ar',
			claimReviewed: 'أربعون بالمئة من باعة سوق السمك نساء.',
			author: { name: 'تدقيق', correctionsPolicy: 'https://tadqiq.example/ar/methodology#corrections' },
			reviewRating: { alternateName: 'خاطئ في معظمه', ratingValue: 2, bestRating: 5, worstRating: 1 },
			itemReviewed: { author: { '@type': 'Person', name: 'رامون ديلغادو' } },
		})
		expect(review({}, [], english)).toMatchObject({
			url: 'https://tadqiq.example/en/verdicts/forty-per-cent-of-the-stalls-a1b2c3',
			inLanguage: 'en',
			claimReviewed: 'Women keep forty per cent of the stalls in the fish market.',
			reviewRating: { alternateName: 'Mostly false' },
			itemReviewed: { author: { name: 'Ramón Delgado' } },
		})
	})

	test('is one claim in both languages and two reviews', () => {
		expect(review().itemReviewed['@id']).toBe(review({}, [], english).itemReviewed['@id'])
		expect(review()['@id']).not.toBe(review({}, [], english)['@id'])
	})

	test('names the language of a text that exists only in the other one', () => {
		const made = review(
			{ statement: { ar: 'نص', en: null }, summary: { ar: 'خلاصة', en: null } },
			[],
			english,
		)
		expect(made).toMatchObject({ inLanguage: 'ar', claimReviewed: 'نص' })
		expect(faultsOf(made)).toEqual([])
	})

	test('gives no numbers for a rating outside the scale of truth', () => {
		const rating = { ...factCheckOf().rating, key: 'unproven', value: null }
		const made = review({ rating })
		expect(Object.keys(made.reviewRating)).toEqual(['@type', 'alternateName', 'ratingExplanation'])
		expect(faultsOf(made)).toEqual([])
	})

	test('is not there for a retracted verdict', () => {
		expect(claimReview({ factCheck: factCheckOf({ retracted: true }), corrections: [] }, site)).toBeNull()
	})

	test('writes an Arabic address as one that needs no guessing', () => {
		const { url } = review({ slug: 'سوق-السمك-a1b2c3' })
		expect(url).toBe(new URL(url).href)
		expect(decodeURI(url)).toContain('سوق-السمك-a1b2c3')
	})
})

describe('the claimant', () => {
	const claimant = (given: Partial<NonNullable<FactCheck['claimant']>>) => {
		const base = factCheckOf().claimant
		if (!base) throw new Error('No claimant')
		return review({ claimant: { ...base, ...given } }).itemReviewed.author
	}

	test('is a person or an organisation', () => {
		expect(claimant({})).toEqual({
			'@type': 'Person',
			name: 'رامون ديلغادو',
			sameAs: 'https://ciudad.example/alcalde',
		})
		expect(claimant({ kind: 'organisation', url: null })).toEqual({
			'@type': 'Organization',
			name: 'رامون ديلغادو',
		})
	})

	test('is left out when unnamed or unknown', () => {
		expect(claimant({ kind: 'unnamed' })).toBeUndefined()
		expect(review({ claimant: null }).itemReviewed.author).toBeUndefined()
	})

	test('is not linked to an address that is no web page', () => {
		expect(claimant({ url: 'javascript:alert(1)' })).not.toHaveProperty('sameAs')
	})
})

describe('appearances', () => {
	const nowhere = { title: null, outlet: null, url: null, publishedOn: null }

	test('are left out when nothing is known of them', () => {
		const { itemReviewed } = review({ appearances: [appearanceOf(nowhere)] })
		expect(itemReviewed).not.toHaveProperty('appearance')
		expect(itemReviewed).not.toHaveProperty('firstAppearance')
	})

	test('are named by their title or outlet where they have no address', () => {
		const [first] = review({ appearances: [appearanceOf({ url: null })] }).itemReviewed.appearance ?? []
		expect(first).toEqual({
			'@type': 'NewsArticle',
			headline: 'سوق جديد في الميناء',
			publisher: { '@type': 'Organization', name: 'صحيفة الميناء' },
			datePublished: '2026-03-01',
		})
	})

	test.each([
		['the earliest', ['2026-03-02', '2026-03-01', '2026-03-03'], 1],
		['of two on one day the one listed first', ['2026-03-02', '2026-03-01', '2026-03-01'], 1],
		['nobody knows while one of them is undated', ['2026-03-02', null], null],
		['the only one', ['2026-03-02'], 0],
		['none of none', [], null],
	] as const)('the first: %s', (_, days, expected) => {
		const appearances = days.map((publishedOn) => appearanceOf({ publishedOn }))
		expect(findFirstAppearance(appearances)).toBe(expected === null ? null : appearances[expected])
	})
})

describe('citations and corrections', () => {
	test('a citation goes by its own title, else by our label', () => {
		const { citation } = review({ evidence: [evidenceOf({ title: 'Encuesta' }), evidenceOf({ url: null })] })
		expect(citation.map(({ name, url }) => [name, url])).toEqual([
			['Encuesta', 'https://statistics.example/markets'],
			['مسح الأسواق الساحلية', undefined],
		])
	})

	test('a change before publication corrected nothing that was public', () => {
		const corrections = [
			correctionOf({ number: 2 }),
			correctionOf({ kind: 'reassessment', beforePublication: true }),
		]
		expect(review({}, corrections).correction).toEqual([
			{ '@type': 'CorrectionComment', datePublished: '2026-03-05', text: 'صُحّحت سنة المسح. كُتبت خطأ.' },
		])
		expect(review({}, corrections.slice(1))).not.toHaveProperty('correction')
	})
})

test('the schema of these tests finds faults', () => {
	const { claimReviewed: _, ...without } = review()
	expect(faultsOf(without)).toEqual([" must have required property 'claimReviewed'"])
	const { reviewRating } = review()
	expect(faultsOf({ ...review(), reviewRating: { ...reviewRating, bestRating: undefined } })).not.toEqual([])
})
