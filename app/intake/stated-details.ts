import { z } from 'zod'
import type { ArticleDetails } from '#app/domain/article.ts'
import { languageByScript } from '#app/domain/script.ts'
import { optionalDay, optionalLine, optionalUrl } from '#app/forms/text-fields.ts'

/** What a file states of its article. `leftOpen` names details that it gives and that cannot be read. */
export type StatedDetails = { details: ArticleDetails; leftOpen: (keyof ArticleDetails)[] }

export const nothingKnown: ArticleDetails = {
	title: null,
	outlet: null,
	author: null,
	url: null,
	publishedOn: null,
	language: null,
}

/** The names under which files give each detail, and how it is read. */
const detailNames: { [Key in keyof Omit<ArticleDetails, 'language'>]: [string[], z.ZodType<string | null>] } =
	{
		title: [['title', 'headline'], optionalLine(300)],
		outlet: [['outlet', 'publisher', 'source', 'site'], optionalLine(200)],
		author: [['author', 'byline'], optionalLine(200)],
		url: [['url', 'link', 'canonical'], optionalUrl()],
		publishedOn: [['publishedOn', 'published_on', 'published', 'datePublished', 'date'], optionalDay()],
	}

/**
 * What a record of a file states of its article.
 * @param given front matter or JSON, as it was parsed
 * @param prose the text, whose letters are asked for its language where none is stated
 */
export function readStatedDetails(given: unknown, prose: string): StatedDetails {
	const record = z.record(z.string(), z.unknown()).safeParse(given).data ?? {}
	const details: ArticleDetails = { ...nothingKnown }
	const leftOpen: StatedDetails['leftOpen'] = []
	for (const key of Object.keys(detailNames) as (keyof typeof detailNames)[]) {
		const [names, field] = detailNames[key]
		const value = names.map((name) => record[name]).find((found) => found != null && found !== '')
		if (value === undefined) continue
		// A date may come with its time: the day is what is kept.
		const typed = key === 'publishedOn' ? String(value).replace(/^(\d{4}-\d{2}-\d{2})[T ].*$/s, '$1') : value
		const read = field.safeParse(typeof typed === 'number' ? String(typed) : typed)
		if (read.success) details[key] = read.data
		else leftOpen.push(key)
	}
	const language = record['language'] ?? record['lang'] ?? record['inLanguage']
	const tag = typeof language === 'string' ? /^(ar|en)(?:-|$)/i.exec(language)?.[1]?.toLowerCase() : undefined
	details.language = tag === 'ar' || tag === 'en' ? tag : language ? null : languageByScript(prose)
	return { details, leftOpen }
}
