import { Feed } from 'feed'
import { type Language, preferText } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import type { PublicCorrection } from '#app/services/corrections.server.ts'

/** A form that the feed of corrections is read in. */
export const feedForms = {
	rss: 'application/rss+xml; charset=utf-8',
	atom: 'application/atom+xml; charset=utf-8',
	json: 'application/feed+json; charset=utf-8',
} as const
export type FeedForm = keyof typeof feedForms

type Entry = { id: string; url: string; title: string; text: string; at: Date; language: Language }

/**
 * The feed of corrections: RSS 2.0, Atom (RFC 4287) or JSON Feed 1.1. An entry's id is made of the correction's own and of the
 * day it was made, so that it stays whatever the site's pages are called (RFC 4151).
 * @param origin scheme, host and port of every address
 */
export function writeCorrectionsFeed(
	form: FeedForm,
	corrections: readonly PublicCorrection[],
	{ origin, language }: { origin: string; language: Language },
): string {
	const own = wordsFor(language).complaints.corrections
	const home = new URL(`/${language}/corrections`, origin).href
	const address = (kind: FeedForm) => `${home}.${kind}`
	const entries = corrections.map((entry) => describe(entry, { origin, language }))
	const updated = entries[0]?.at ?? new Date(0)
	if (form === 'json') {
		return JSON.stringify({
			version: 'https://jsonfeed.org/version/1.1',
			title: own.feedTitle,
			description: own.feedDescription,
			home_page_url: home,
			feed_url: address('json'),
			language,
			items: entries.map(({ id, url, title, text, at, language }) => ({
				id,
				url,
				title,
				content_text: text,
				date_published: at.toISOString(),
				date_modified: at.toISOString(),
				language,
			})),
		})
	}
	const feed = new Feed({
		id: home,
		link: home,
		title: own.feedTitle,
		description: own.feedDescription,
		language,
		updated,
		copyright: '',
		author: { name: wordsFor(language).product },
		feedLinks: { rss: address('rss'), atom: address('atom'), json: address('json') },
	})
	for (const { id, url, title, text, at } of entries) {
		const html = { title: escapeMarkup(title), description: escapeMarkup(text).replaceAll('\n', '<br>') }
		feed.addItem({ id, guid: id, link: url, ...html, date: at, published: at })
	}
	return form === 'rss' ? feed.rss2() : feed.atom1()
}

/** Both forms in XML take titles and texts for HTML. */
function escapeMarkup(text: string): string {
	return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;')
}

function describe(
	{ id, at, correction, factCheck }: PublicCorrection,
	{ origin, language }: { origin: string; language: Language },
): Entry {
	const words = wordsFor(language)
	const own = words.complaints.corrections
	const statement = preferText(factCheck.statement, language)
	const text = (bilingual: { ar: string | null; en: string | null }) =>
		preferText(bilingual, language)?.text ?? ''
	const why = text(correction.why)
	const lines = [
		correction.beforePublication ? own.beforePublication : '',
		text(correction.what),
		why ? `${own.why}: ${why}` : '',
	]
	return {
		id: `tag:${new URL(origin).hostname},${at.slice(0, 10)}:correction/${id}`,
		url: new URL(`/${language}/verdicts/${encodeURIComponent(factCheck.slug)}#versions`, origin).href,
		// XML has no place for controls, escaped or not.
		title: own
			.entry(words.correctionKinds[correction.kind], statement?.text ?? factCheck.slug)
			.replace(/[^\P{Cc}\t\n\r]/gu, ''),
		text: lines
			.filter(Boolean)
			.join('\n')
			.replace(/[^\P{Cc}\t\n\r]/gu, ''),
		at: new Date(at),
		language,
	}
}
