import { XMLParser, XMLValidator } from 'fast-xml-parser'
import { describe, expect, test } from 'vitest'
import { writeCorrectionsFeed } from '#app/feeds/corrections-feed.ts'
import type { PublicCorrection } from '#app/services/corrections.server.ts'

const entry = (id: string, at: string, what: string): PublicCorrection => ({
	id,
	at,
	factCheck: { slug: 'سوق-السمك', statement: { ar: 'حصة <النساء> & غيرهن', en: null }, retracted: false },
	correction: {
		number: 1,
		version: 2,
		on: at.slice(0, 10),
		kind: 'correction',
		severity: 'minor',
		beforePublication: false,
		ratingBefore: null,
		ratingAfter: null,
		what: { ar: what, en: null },
		why: { ar: 'نقل خاطئ ]]> من الجدول', en: null },
	},
})

const entries = [
	entry('bbbb22222222', '2026-03-04T10:00:00.000Z', 'صُحّح \u0007 الرقم ]]> <script>'),
	entry('aaaa22222222', '2026-03-02T12:00:00.000Z', 'صُحّحت السنة'),
]
const site = { origin: 'https://checks.example', language: 'ar' } as const
const parse = (text: string) =>
	new XMLParser({ ignoreAttributes: false, attributeNamePrefix: '@' }).parse(text) as Record<string, never>

describe('the feed of corrections', () => {
	test.for(['rss', 'atom'] as const)('is well-formed as %s, whatever was written', (form) => {
		const written = writeCorrectionsFeed(form, entries, site)
		expect(XMLValidator.validate(written)).toBe(true)
		expect(written).not.toContain('\u0007')
		// Readers take what is written for markup.
		expect(written).toContain('&lt;النساء&gt; &amp; غيرهن')
		expect(written).not.toContain('<script>')
	})

	test('as RSS 2.0 names its channel and each entry for good', () => {
		expect(parse(writeCorrectionsFeed('rss', entries, site))).toMatchObject({
			rss: {
				'@version': '2.0',
				channel: {
					title: expect.any(String) as string,
					link: 'https://checks.example/ar/corrections',
					description: expect.any(String) as string,
					item: [
						{
							guid: { '#text': 'tag:checks.example,2026-03-04:correction/bbbb22222222' },
							pubDate: 'Wed, 04 Mar 2026 10:00:00 GMT',
						},
						{ guid: { '#text': 'tag:checks.example,2026-03-02:correction/aaaa22222222' } },
					],
				},
			},
		})
	})

	test('as Atom says when it and each entry were updated', () => {
		expect(parse(writeCorrectionsFeed('atom', entries, site))).toMatchObject({
			feed: {
				id: 'https://checks.example/ar/corrections',
				updated: '2026-03-04T10:00:00.000Z',
				entry: [
					{
						id: 'tag:checks.example,2026-03-04:correction/bbbb22222222',
						updated: '2026-03-04T10:00:00.000Z',
					},
					{ id: 'tag:checks.example,2026-03-02:correction/aaaa22222222' },
				],
			},
		})
	})

	test('as JSON Feed 1.1 has all that the format asks for', () => {
		expect(JSON.parse(writeCorrectionsFeed('json', entries, { ...site, language: 'en' }))).toMatchObject({
			version: 'https://jsonfeed.org/version/1.1',
			title: 'Corrections of Tadqiq',
			home_page_url: 'https://checks.example/en/corrections',
			feed_url: 'https://checks.example/en/corrections.json',
			language: 'en',
			items: [
				{
					id: 'tag:checks.example,2026-03-04:correction/bbbb22222222',
					url: `https://checks.example/en/verdicts/${encodeURIComponent('سوق-السمك')}#versions`,
					content_text: expect.stringContaining('Why: ') as string,
				},
				{ id: 'tag:checks.example,2026-03-02:correction/aaaa22222222' },
			],
		})
	})

	test.for(['rss', 'atom', 'json'] as const)('may be empty as %s', (form) => {
		const written = writeCorrectionsFeed(form, [], site)
		if (form === 'json') expect(JSON.parse(written)).toMatchObject({ items: [] })
		else expect(XMLValidator.validate(written)).toBe(true)
	})
})
