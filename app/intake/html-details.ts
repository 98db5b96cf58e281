import { z } from 'zod'
import type { ProposedDetails } from '#app/domain/article.ts'
import { readWebAddress } from '#app/domain/web-address.ts'
import { propose, type Found } from './proposals.ts'

/** As much of a parsed page as is asked here. */
export type Page = { querySelectorAll(selector: string): Iterable<PageElement> }
export type PageElement = { getAttribute(name: string): string | null; textContent: string | null }

/**
 * What a page says of the article on it: first as JSON-LD, which is written for machines, then in its meta elements, then
 * where readers see it. An address is taken only from the page's own host.
 * @param address where the page was found; `null` for a file
 */
export function readPageDetails(page: Page, address: string | null): ProposedDetails {
	const found: Found[] = [...fromJsonLd(page), ...fromMeta(page), ...fromPage(page)]
	const outlet = found.find(({ key, value }) => key === 'outlet' && typeof value === 'string')?.value
	return propose(
		found
			.map((one) => (one.key === 'title' ? { ...one, value: withoutOutlet(one.value, outlet) } : one))
			.filter(({ key, value }) => key !== 'url' || isOfHost(value, address)),
	)
}

function isOfHost(value: unknown, address: string | null): boolean {
	const there = typeof value === 'string' ? readWebAddress(value) : null
	return there !== null && (address === null || there.host === readWebAddress(address)?.host)
}

/** «العنوان | الناشر»: what outlets put behind every title of theirs. */
function withoutOutlet(title: unknown, outlet: unknown): unknown {
	if (typeof title !== 'string' || typeof outlet !== 'string' || outlet === '') return title
	const [, bare, behind] = /^(.+)\s[|–—-]\s([^|–—]+)$/s.exec(title) ?? []
	return bare && behind?.trim() === outlet.trim() ? bare : title
}

const longestJson = 500_000
const named = z.union([z.string(), z.looseObject({ name: z.string() }).transform(({ name }) => name)])
const names = z.union([named, z.array(named).transform((list) => list.join('، '))])
const place = z.union([z.string(), z.looseObject({ '@id': z.string() }).transform((value) => value['@id'])])

function fromJsonLd(page: Page): Found[] {
	const found: Found[] = []
	for (const script of page.querySelectorAll('script[type="application/ld+json"]')) {
		for (const thing of thingsIn(script.textContent ?? '')) {
			const of = (field: z.ZodType<string>, key: string) => field.safeParse(thing[key]).data
			found.push(
				{ key: 'title', value: of(z.string(), 'headline') ?? of(z.string(), 'name'), origin: 'json-ld' },
				{ key: 'author', value: of(names, 'author'), origin: 'json-ld' },
				{ key: 'outlet', value: of(named, 'publisher'), origin: 'json-ld' },
				{ key: 'publishedOn', value: of(z.string(), 'datePublished'), origin: 'json-ld' },
				{ key: 'url', value: of(place, 'mainEntityOfPage') ?? of(z.string(), 'url'), origin: 'json-ld' },
			)
		}
	}
	return found
}

/** The articles that a JSON-LD script describes, however they are wrapped. */
function thingsIn(json: string): Record<string, unknown>[] {
	if (json.length > longestJson) return []
	let value: unknown
	try {
		value = JSON.parse(json)
	} catch {
		return []
	}
	const list = (Array.isArray(value) ? value : [value]).flatMap((one: unknown) => {
		const graph = isRecord(one) ? one['@graph'] : null
		return Array.isArray(graph) ? [one, ...(graph as unknown[])] : [one]
	})
	return list.filter(isRecord).filter((one) => /Article|Posting|Report(?!er)/.test(String(one['@type'])))
}

function isRecord(value: unknown): value is Record<string, unknown> {
	return typeof value === 'object' && value !== null && !Array.isArray(value)
}

const metaNames: [Found['key'], string[]][] = [
	['title', ['og:title', 'twitter:title', 'dc.title', 'dcterms.title']],
	['author', ['author', 'article:author', 'dc.creator', 'dcterms.creator', 'parsely-author', 'byl']],
	['outlet', ['og:site_name', 'application-name', 'dc.publisher', 'dcterms.publisher']],
	[
		'publishedOn',
		['article:published_time', 'datepublished', 'pubdate', 'publishdate', 'dc.date', 'dcterms.date', 'date'],
	],
	['url', ['og:url']],
]

function fromMeta(page: Page): Found[] {
	const said = new Map<string, string>()
	for (const meta of page.querySelectorAll('meta')) {
		const name = meta.getAttribute('property') ?? meta.getAttribute('name') ?? meta.getAttribute('itemprop')
		const content = meta.getAttribute('content')
		if (name && content && !said.has(name.toLowerCase())) said.set(name.toLowerCase(), content)
	}
	const [link] = page.querySelectorAll('link[rel="canonical"]')
	return [
		{ key: 'url', value: link?.getAttribute('href'), origin: 'meta' },
		...metaNames.flatMap(([key, list]) =>
			list.map((name): Found => ({ key, value: said.get(name), origin: 'meta' })),
		),
	]
}

function fromPage(page: Page): Found[] {
	const [heading] = page.querySelectorAll('h1')
	const [title] = page.querySelectorAll('title')
	const [time] = page.querySelectorAll('time[datetime]')
	const [author] = page.querySelectorAll('[rel="author"], [itemprop="author"]')
	return [
		{ key: 'title', value: heading?.textContent?.trim(), origin: 'page' },
		{ key: 'title', value: title?.textContent?.trim(), origin: 'page' },
		{ key: 'author', value: author?.textContent?.trim(), origin: 'page' },
		{ key: 'publishedOn', value: time?.getAttribute('datetime'), origin: 'page' },
	]
}
