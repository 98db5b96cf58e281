import type { AppLoadContext, LoaderFunctionArgs } from '@remix-run/node'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect } from 'vitest'
import { FactCheckArticle } from '#app/components/fact-check-article.tsx'
import { connectDatabase, type Db } from '#app/db.server.ts'
import { claimReview } from '#app/domain/claim-review.ts'
import { languages } from '#app/domain/language.ts'
import { loader as bareAddress } from '#app/routes/_index.tsx'
import { loader as nowhere } from '#app/routes/$lang.$.tsx'
import { loader as front } from '#app/routes/$lang._index.tsx'
import { loader as corrections } from '#app/routes/$lang.corrections.tsx'
import { loader as country } from '#app/routes/$lang.countries.$code.tsx'
import { loader as countries } from '#app/routes/$lang.countries._index.tsx'
import { loader as methodology } from '#app/routes/$lang.methodology.tsx'
import { loader as layout } from '#app/routes/$lang.tsx'
import { loader as verdict } from '#app/routes/$lang.verdicts.$slug.tsx'
import { loader as version } from '#app/routes/$lang.verdicts.$slug_.versions.$number.tsx'
import { loader as verdicts } from '#app/routes/$lang.verdicts._index.tsx'
import { listFactChecks } from '#app/services/fact-checks.server.ts'
import { approveVerdict, proposeVerdict } from '#app/services/review.server.ts'
import { faultsOf } from '#tests/support/claim-review-schema.ts'
import { test as base } from '#tests/support/corpus.ts'
import { addClaim, publishClaim, verdictInput } from '#tests/support/factories.ts'

const test = base.extend<{ $file: { site: Db } }>({
	site: [
		async ({ corpus }, use) => {
			const { db, close } = connectDatabase(corpus.connection, { max: 2 })
			await use(db)
			await close()
		},
		{ scope: 'file' },
	],
})

type Arguments = LoaderFunctionArgs & { params: Record<string, string> }

/** A request whose cookies nobody may look at: public pages are the same for everyone. */
function asked(path: string, params: Record<string, string> = {}): Arguments {
	const request = new Request(new URL(path, 'http://localhost:3000'))
	const get = request.headers.get.bind(request.headers)
	request.headers.get = (name) => {
		if (name.toLowerCase() === 'cookie') throw new Error('A public page looked at a cookie')
		return get(name)
	}
	const context: AppLoadContext = { nonce: 'n', requestId: 'r', address: '127.0.0.1' }
	return { request, params, context }
}

/** What a loader throws: a refusal or a redirect. */
async function thrownBy(work: Promise<unknown> | (() => unknown)): Promise<Response> {
	const thrown = await Promise.resolve()
		.then(() => (typeof work === 'function' ? work() : work))
		.then(
			() => new Error('Nothing was thrown'),
			(error: unknown) => error,
		)
	if (!(thrown instanceof Response)) throw thrown
	return thrown
}

const inArabic = { lang: 'ar' }

describe('the bare address', () => {
	test.for([
		['en-GB,en;q=0.9', '/en'],
		['ar-EG,ar;q=0.9,en;q=0.8', '/ar'],
		['fr,en;q=0.3,ar;q=0.5', '/ar'],
		['fr', '/ar'],
	] as const)('leads a reader of %s to %s', ([header, path]) => {
		const request = new Request('http://localhost:3000/', { headers: { 'accept-language': header } })
		const response = bareAddress({ ...asked('/'), request })
		expect([response.status, response.headers.get('location')]).toEqual([302, path])
		expect(response.headers.get('vary')).toBe('Accept-Language')
		expect(response.headers.get('cache-control')).toBe('no-store')
	})
})

describe('an address that is none', () => {
	test('a language we do not write', async () => {
		expect((await thrownBy(() => layout(asked('/fr', { lang: 'fr' })))).status).toBe(404)
	})

	test.for([
		['a page', () => nowhere()],
		['a verdict', () => verdict(asked('/ar/verdicts/x', { ...inArabic, slug: 'x' }))],
		['a version of no verdict', () => version(asked('/', { ...inArabic, slug: 'x', number: '1' }))],
		['a country', () => country(asked('/ar/countries/ZZ', { ...inArabic, code: 'ZZ' }))],
	] as const)('%s', async ([, ask], { site: _ }) => {
		const refusal = await thrownBy(ask)
		expect(refusal.status).toBe(404)
		expect(refusal.headers.get('cache-control')).toBe('no-store')
		expect(await refusal.json()).toMatchObject({ refusal: 'not-found' })
	})

	test.for([
		['/ar/verdicts?country=ZZ', verdicts],
		['/ar/verdicts?rating=perfect', verdicts],
		['/ar/verdicts?after=yesterday', verdicts],
		['/ar/corrections?after=yesterday', corrections],
	] as const)('%s is a choice that nobody offered', async ([path, loader], { site: _ }) => {
		expect((await thrownBy(loader(asked(path, inArabic)))).status).toBe(422)
	})

	test('a country in small letters leads to its page', async ({ site: _ }) => {
		const answer = await thrownBy(country(asked('/ar/countries/hn?after=a', { ...inArabic, code: 'hn' })))
		expect([answer.status, answer.headers.get('location')]).toEqual([301, '/ar/countries/HN?after=a'])
	})
})

describe('the demonstration corpus as readers get it', () => {
	test('the front page leads with the newest verdict and keeps claims under way apart', async ({ site }) => {
		const page = await front(asked('/ar', inArabic))
		const { rows } = await listFactChecks(site, { country: null, rating: null }, null, 1)
		expect(page.factChecks[0]?.slug).toBe(rows[0]?.content.slug)
		expect(page.underway.length).toBeGreaterThan(0)
		const published = new Set(page.factChecks.map((factCheck) => factCheck.statement.ar))
		expect(page.underway.filter((claim) => published.has(claim.statementAr))).toEqual([])
	})

	test('a choice of country and rating narrows the list', async ({ site: _ }) => {
		const all = await verdicts(asked('/ar/verdicts?country=&rating=', inArabic))
		const some = await verdicts(asked('/ar/verdicts?country=HN&rating=unproven', inArabic))
		expect(all.factChecks).toHaveLength(11)
		expect(some.factChecks.length).toBeGreaterThan(0)
		expect(some.factChecks).toEqual(
			all.factChecks.filter(({ countries, rating }) => countries.includes('HN') && rating.key === 'unproven'),
		)
	})

	test('a country’s table says what the chart says', async ({ site: _ }) => {
		const { status } = await countries(asked('/ar/countries', inArabic))
		const page = await country(asked('/ar/countries/HN', { ...inArabic, code: 'HN' }))
		expect(page.row).toEqual(status.rows.find((row) => row.country === 'HN'))
		expect(page.row?.counts.reduce((sum, count) => sum + count)).toBe(page.row?.total)
		expect(page.factChecks.every((factCheck) => factCheck.countries.includes('HN'))).toBe(true)
	})

	test('a country that no claim concerns has a page without numbers', async ({ site: _ }) => {
		const page = await country(asked('/ar/countries/IS', { ...inArabic, code: 'IS' }))
		expect(page).toMatchObject({ row: null, factChecks: [] })
	})

	test('changes from before publication are marked as such', async ({ site: _ }) => {
		const { entries } = await corrections(asked('/ar/corrections', inArabic))
		expect(entries).toHaveLength(3)
		expect(entries.every(({ correction }) => correction.beforePublication)).toBe(true)
	})

	test('the whole scale is explained', async ({ site: _ }) => {
		const { ratings } = await methodology(asked('/ar/methodology', inArabic))
		expect(ratings.map((rating) => rating.value)).toEqual([5, 4, 3, 2, 1, null, null, null, null])
	})

	test('every verdict’s markup is sound and says nothing that its page does not show', async ({ site }) => {
		const { rows } = await listFactChecks(site, { country: null, rating: null }, null, 100)
		expect(rows).toHaveLength(11)
		for (const { content: factCheck } of rows) {
			for (const language of languages) {
				const site = { origin: 'https://tadqiq.example', name: 'تدقيق', language }
				const review = claimReview({ factCheck, corrections: [] }, site)
				if (!review) throw new Error(`No markup for ${factCheck.slug}`)
				expect(faultsOf(review)).toEqual([])

				const page = readable(renderToStaticMarkup(<FactCheckArticle {...{ factCheck, language }} />))
				const { itemReviewed, reviewRating, citation } = review
				const said = [
					review.claimReviewed,
					reviewRating.alternateName,
					reviewRating.ratingExplanation,
					itemReviewed.author?.name,
					itemReviewed.datePublished,
					...(itemReviewed.appearance ?? []).map((work) => work.headline),
					...citation.flatMap((work) => [work.name, work.url, work.publisher?.name, work.datePublished]),
				].filter((text) => text !== undefined)
				expect(said.filter((text) => !page.includes(text))).toEqual([])
				if (reviewRating.ratingValue !== undefined) {
					expect(page).toMatch(new RegExp(`(?:الدرجة|Step) ${reviewRating.ratingValue} (?:من|of) 5`))
				}
			}
		}
	})
})

/** Markup with its entities undone: what stands in it as text or as the value of an attribute. */
function readable(markup: string): string {
	return markup
		.replaceAll('&quot;', '"')
		.replaceAll('&#x27;', "'")
		.replaceAll('&lt;', '<')
		.replaceAll('&gt;', '>')
		.replaceAll('&amp;', '&')
}

describe('a verdict that changes', () => {
	async function publishTwice(site: Db, kind: 'correction' | 'retraction') {
		const claim = await addClaim(site, { countries: ['CU'] })
		const { slug, proposer, approver } = await publishClaim(site, claim)
		const { proposalId } = await proposeVerdict(site, approver, {
			claimId: claim.id,
			draft: { ...verdictInput, rating: 'false' },
			correction: {
				kind,
				severity: 'major',
				what: { ar: 'تغيّر التصنيف.', en: null },
				why: { ar: 'ظهر دليل.', en: null },
			},
		})
		await approveVerdict(site, proposer, { claimId: claim.id, proposalId })
		return slug
	}

	test('shows the newest version, and each earlier one at its own address', async ({ site }) => {
		const slug = await publishTwice(site, 'correction')
		const page = await verdict(asked('/', { ...inArabic, slug }))
		expect(page.factCheck).toMatchObject({ version: 2, rating: { key: 'false' } })
		expect(page.versions.map(({ number }) => number)).toEqual([2, 1])
		expect(page.review).toMatchObject({ reviewRating: { ratingValue: 1 }, correction: [{}] })

		const first = await version(asked('/', { ...inArabic, slug, number: '1' }))
		expect(first.factCheck).toMatchObject({ version: 1, rating: { key: 'mostly_false' } })
		expect(first.inForce.version).toBe(2)
		expect(first).not.toHaveProperty('review')
	})

	test.for(['0', '3', '01', '-1', '1e0', 'x', ''])('has no version "%s"', async (number, { site }) => {
		const [row] = (await listFactChecks(site, { country: 'CU', rating: null }, null, 1)).rows
		const slug = row?.content.slug ?? (await publishTwice(site, 'correction'))
		expect((await thrownBy(version(asked('/', { ...inArabic, slug, number })))).status).toBe(404)
	})

	test('is still there when it is retracted, but machines are told nothing', async ({ site }) => {
		const slug = await publishTwice(site, 'retraction')
		const page = await verdict(asked('/', { lang: 'en', slug }))
		expect(page.factCheck.retracted).toBe(true)
		expect(page.review).toBeNull()
	})
})
