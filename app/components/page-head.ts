import type { HeadersFunction } from '@remix-run/node'
import type { MetaDescriptor } from '@remix-run/react'
import { type Language, languages, otherLanguage, parseLanguage } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** Public pages are the same for everyone: whoever stands between may keep one for a minute and show it while asking anew. */
export const publicHeaders: HeadersFunction = () => ({
	'Cache-Control': 'public, max-age=0, s-maxage=60, stale-while-revalidate=600',
})

type PageArguments = {
	matches: readonly { id: string; data?: unknown }[]
	location: { pathname: string }
}

type Page = {
	title: string
	description: string
	/** The part of the query that makes another page of it, with its question mark. */
	query?: string
	/** Kept out of search engines: earlier versions. */
	hidden?: boolean
	type?: 'website' | 'article'
}

/**
 * Title, description, canonical address and the other language's page. Addresses are absolute, on the
 * origin that the layout's loader gives.
 */
export function publicMeta({ matches, location }: PageArguments, page: Page): MetaDescriptor[] {
	const site = matches.find((match) => match.id === 'routes/$lang')?.data as
		{ language: Language; origin: string } | undefined
	if (!site) return [{ title: page.title }]
	const address = (language: Language) =>
		new URL(translatePath(location.pathname, language) + (page.query ?? ''), site.origin).href
	const { product } = wordsFor(site.language)
	return [
		{ title: page.title === product ? product : `${page.title} · ${product}` },
		{ name: 'description', content: page.description },
		...(page.hidden
			? [{ name: 'robots', content: 'noindex' }]
			: [
					{ tagName: 'link' as const, rel: 'canonical', href: address(site.language) },
					...languages.map((language) => ({
						tagName: 'link' as const,
						rel: 'alternate',
						hrefLang: language,
						href: address(language),
					})),
				]),
		{ property: 'og:site_name', content: product },
		{ property: 'og:type', content: page.type ?? 'website' },
		{ property: 'og:title', content: page.title },
		{ property: 'og:description', content: page.description },
		{ property: 'og:url', content: address(site.language) },
		{ property: 'og:locale', content: site.language },
		{ property: 'og:locale:alternate', content: otherLanguage(site.language) },
	]
}

/** The same page in the language: the first segment of a public path names it. Other paths have only a front page there. */
export function translatePath(pathname: string, language: Language): string {
	const [, first, ...rest] = pathname.replace(/\/+$/, '').split('/')
	return parseLanguage(first) ? ['', language, ...rest].join('/') : `/${language}`
}
