import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, test } from 'vitest'
import { EvidenceItem } from '#app/components/evidence-item.tsx'
import { FactCheckArticle } from '#app/components/fact-check-article.tsx'
import { FactCheckText } from '#app/components/fact-check-text.tsx'
import { writeJsonLd } from '#app/components/json-ld.tsx'
import { Markdown } from '#app/components/markdown.tsx'
import { QuotationBlock } from '#app/components/quotation-block.tsx'
import { findDeceptiveBidi } from '#app/domain/bidi.ts'
import { claimReview } from '#app/domain/claim-review.ts'
import { readHost } from '#app/domain/host-name.ts'
import { tidyFileName } from '#app/domain/incoming-text.ts'
import { appearanceOf, evidenceOf, factCheckOf } from '#tests/support/fact-check.ts'
import { hostileJson, hostileMarkdown, hostileMarkup } from '#tests/support/hostile-texts.ts'

const hostile = [...hostileMarkup, ...hostileMarkdown, ...hostileJson]

/** Every tag of some markup with its attributes; anything else that begins with `<` fails. */
function tagsOf(markup: string): { name: string; attributes: Record<string, string> }[] {
	return (markup.match(/<[^>]*>?/g) ?? []).map((written) => {
		const tag = /^<\/?([a-z][a-z0-9]*)((?: [a-zA-Z-]+(?:="[^"<>]*")?)*) ?\/?>$/.exec(written)
		if (!tag) throw new Error(`Not a tag of ours: ${written}`)
		const attributes = [...(tag[2] ?? '').matchAll(/ ([a-zA-Z-]+)(?:="([^"]*)")?/g)]
		return {
			name: tag[1] ?? '',
			attributes: Object.fromEntries(attributes.map(([, key, value]) => [key, value ?? ''])),
		}
	})
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#x27': "'" }
/** What a reader reads of some markup. */
const textOf = (markup: string) =>
	markup
		.replace(/<[^>]*>/g, '')
		.replace(/&(amp|lt|gt|quot|#x27);/g, (_, name: string) => entities[name] ?? '')

const mayStand = new Set('p strong em ul ol li blockquote code br a bdi h3'.split(' '))

test('there is enough to try', () => expect(new Set(hostile).size).toBeGreaterThanOrEqual(130))

describe('a rationale', () => {
	test.for(hostile)('with %j is elements of a short list, and links that may be followed', (text) => {
		for (const { name, attributes } of tagsOf(
			renderToStaticMarkup(<Markdown text={text} evidence={[1]} />),
		)) {
			expect(mayStand).toContain(name)
			const { href, rel, class: className, start, ...others } = attributes
			expect(others).toEqual({})
			if (name !== 'a' || Object.keys(attributes).length === 0) continue
			expect(href).toMatch(/^(?:https?:\/\/|mailto:|#evidence-\d{1,3}$)/)
			if (!href?.startsWith('#')) expect(rel).toBe('nofollow noopener')
		}
	})

	test.for([
		['itself', 'نص \u202eعكس'],
		['an entity', 'نص &#x202E;عكس'],
		['a decimal entity', 'نص &#8238;عكس'],
		['an entity with zeros', 'نص &#x0002067;عكس'],
		['code', 'نص `\u202eعكس`'],
		['the words of a link', '[\u202eعكس](https://a.example/)'],
	])('cannot turn the direction by %s', ([, text = '']) => {
		expect(findDeceptiveBidi(textOf(renderToStaticMarkup(<Markdown text={text} evidence={[]} />)))).toBeNull()
	})

	test('keeps honest isolates and marks', () => {
		const text = 'ذكرت \u2068USA Weekly\u2069 أن النسبة 25%\u200f فقط'
		expect(textOf(renderToStaticMarkup(<Markdown text={text} evidence={[]} />))).toBe(text)
	})
})

describe('everywhere else a text is text', () => {
	test.for(hostile)('%j', (text) => {
		const verdict = factCheckOf({
			statement: { ar: text, en: text },
			claimant: {
				slug: 'x',
				kind: 'person',
				name: { ar: text, en: text },
				role: { ar: text, en: text },
				url: text,
			},
			appearances: [
				{
					...appearanceOf({ title: text, outlet: text, author: text, url: text }),
					exact: text,
					prefix: text,
					suffix: text,
				},
			],
			summary: { ar: text, en: text },
			evidence: [
				evidenceOf({
					label: { ar: text, en: text },
					title: text,
					publisher: text,
					passage: text,
					url: text,
					shows: { ar: text, en: text },
				}),
			],
		})
		const markup = [
			<FactCheckText key="1" text={{ ar: text, en: null }} language="ar" />,
			<QuotationBlock key="2" quotation={{ exact: text, prefix: text, suffix: text }} language="ar" />,
			<EvidenceItem key="3" item={verdict.evidence[0] ?? evidenceOf()} language="en" />,
		].map((element) => renderToStaticMarkup(element))
		for (const { name, attributes } of markup.flatMap(tagsOf)) {
			expect(['script', 'img', 'svg', 'iframe', 'style', 'form', 'input']).not.toContain(name)
			expect(Object.keys(attributes).filter((key) => /^on|^style$|^src/.test(key))).toEqual([])
			if ('href' in attributes) expect(attributes['href']).toMatch(/^https?:\/\//)
		}
		expect(textOf(markup[0] ?? '').trim()).toBe(text.replaceAll('\u202e', '').trim())
	})
})

describe('structured data', () => {
	test.for(hostile)('holds %j and nothing breaks out', (text) => {
		const written = writeJsonLd({ [text]: text, list: [text, { text }] })
		expect(written).not.toMatch(/[<>&\u2028\u2029]/)
		expect(written).not.toMatch(/\p{Surrogate}/u)
		expect(JSON.parse(written)).toEqual({
			[text]: text.replaceAll('\u202e', ''),
			list: [text.replaceAll('\u202e', ''), { text: text.replaceAll('\u202e', '') }],
		})
	})

	test('says of an override what the page shows', () => {
		const verdict = factCheckOf({ statement: { ar: 'الخبر \u202eكاذب\u202c', en: null } })
		const site = { language: 'ar', origin: 'https://desk.example', name: 'تدقيق' } as const
		const written = writeJsonLd(claimReview({ factCheck: verdict, corrections: [] }, site) ?? {})
		expect(written).toContain('الخبر كاذب')
		expect(findDeceptiveBidi(written)).toBeNull()
	})
})

test('a quotation that cuts an isolate in two stands in its paragraph as it stood, and alone without the half', () => {
	const whole = { prefix: 'قالت \u2068USA ', exact: 'Weekly\u2069 إن', suffix: ' العدد' }
	const inParagraph = renderToStaticMarkup(<QuotationBlock quotation={whole} language="ar" />)
	expect(textOf(inParagraph)).toBe(`${whole.prefix}${whole.exact}${whole.suffix}`)
	const alone = renderToStaticMarkup(<QuotationBlock quotation={whole} language="ar" inContext={false} />)
	expect(textOf(alone)).toBe('Weekly إن')
})

describe('every name and text of a verdict’s page is set apart from what stands round it', () => {
	const name = 'שם'
	const verdict = factCheckOf({
		statement: { ar: name, en: name },
		claimant: {
			slug: 'x',
			kind: 'person',
			name: { ar: name, en: name },
			role: { ar: name, en: name },
			url: null,
		},
		appearances: [
			{
				...appearanceOf({ title: name, outlet: name, author: name }),
				exact: name,
				prefix: name,
				suffix: name,
			},
		],
		summary: { ar: name, en: name },
		rationale: { ar: name, en: name },
		evidence: [
			evidenceOf({
				label: { ar: name, en: name },
				title: name,
				publisher: name,
				passage: name,
				shows: { ar: name, en: name },
			}),
		],
	})

	test.for(['ar', 'en'] as const)('in %s', (language) => {
		const markup = renderToStaticMarkup(<FactCheckArticle factCheck={verdict} language={language} />)
		expect(markup.split(name).length).toBeGreaterThan(10)
		expect(strayNames(markup, name)).toEqual([])
	})
})

const voids = new Set(['br', 'hr', 'img', 'input', 'link', 'meta', 'wbr'])

/** Where a name stands in markup with no `bdi` and no `dir` round it: the tags that are open there. */
function strayNames(markup: string, name: string): string[] {
	const open: { tag: string; apart: boolean }[] = []
	const stray: string[] = []
	for (const [piece] of markup.matchAll(/<[^>]+>|[^<]+/g)) {
		const tag = /^<(\/?)([a-z0-9]+)/.exec(piece)
		if (!tag) {
			if (piece.includes(name) && !open.some(({ apart }) => apart))
				stray.push(open.map(({ tag }) => tag).join(' '))
		} else if (tag[1]) {
			open.pop()
		} else if (!voids.has(tag[2] ?? '') && !piece.endsWith('/>')) {
			open.push({ tag: tag[2] ?? '', apart: tag[2] === 'bdi' || / dir="/.test(piece) })
		}
	}
	return stray
}

describe('hosts that pass for others are pointed out', () => {
	test.for<[string, string, string | null]>([
		['https://paper.example/x', 'paper.example', null],
		['https://www.paper.example:8443/x', 'www.paper.example', null],
		['https://p\u0430per.example/', 'xn--pper-73d.example', 'imitates'],
		['https://\u0440\u0430\u0443.example/', 'xn--80a5ag.example', 'imitates'],
		['https://\u03bfpen.example/', 'xn--pen-8cd.example', 'imitates'],
		['https://p%D0%B0per.example/', 'xn--pper-73d.example', 'imitates'],
		['https://user@p\u0430per.example:80/', 'xn--pper-73d.example', 'imitates'],
		['https://xn--pper-73d.example/', 'xn--pper-73d.example', 'encoded'],
		['https://صحيفة.example/', 'xn--4gbcu7bc.example', 'foreign'],
		['https://газета.example/', 'xn--80aaf2bf0a.example', 'foreign'],
		['https://caf\u00e9.example/', 'xn--caf-dma.example', 'foreign'],
	])('%s', ([url, ascii, doubt]) => {
		const host = readHost(url)
		expect(host?.doubt).toBe(doubt)
		expect(host?.ascii).toBe(new URL(url).hostname)
		if (doubt === null) expect(host?.ascii).toBe(ascii)
		else expect(host?.ascii).toMatch(/^xn--/)
	})

	test.for(['', 'paper.example', 'javascript:ran()', 'mailto:x@y.example'])('%j is no host', (url) => {
		expect(readHost(url)).toBeNull()
	})
})

describe('the name of a file', () => {
	test.for<[string, string, string | null]>([
		['is kept', 'سوق السمك.txt', 'سوق السمك.txt'],
		['loses its folders', 'C:\\fakepath\\a/b/مقال.md', 'مقال.md'],
		['cannot hide its end', 'photo\u202egpj.exe', 'photogpj.exe'],
		['has no controls', 'a\u0000b\nc.txt', 'a b c.txt'],
		['has no half characters', 'a\ud800.txt', 'a\ufffd.txt'],
		['is not endless', 'ا'.repeat(300), 'ا'.repeat(200)],
		['is not cut inside a character', `${'ا'.repeat(199)}😀`, 'ا'.repeat(199)],
		['may be nothing', '\u202e/', null],
	])('%s', ([, name, kept]) => expect(tidyFileName(name)).toBe(kept))
})
