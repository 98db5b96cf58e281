import { z } from 'zod'
import { languageByScript } from '#app/domain/script.ts'
import type { Language } from '#app/domain/language.ts'
import { choice, optionalDay, optionalLine, optionalUrl, revision, unixLines } from './text-fields.ts'

/** How the language of an article is given: by name, or as its letters suggest, or left open. */
export const languageChoices = ['by-script', 'ar', 'en', 'open'] as const

/** What may be known of an article besides its text. Every field may be left open. */
export const detailFields = {
	title: optionalLine(300),
	outlet: optionalLine(200),
	author: optionalLine(200),
	url: optionalUrl(),
	publishedOn: optionalDay(),
	language: choice(languageChoices).optional().default('by-script'),
}

/** A new article: an address to fetch it from, a pasted text, or files, which the route reads. */
export const newArticleSchema = z.object({
	...detailFields,
	address: optionalUrl(),
	text: z
		.string()
		.optional()
		.transform((typed = '') => unixLines(typed)),
})

/** A change to what is known of an article. */
export const articleDetailsSchema = z.object({ ...detailFields, revision: revision() })

/** The language that was meant. @param text what its letters are asked of */
export function chosenLanguage(language: (typeof languageChoices)[number], text: string): Language | null {
	switch (language) {
		case 'by-script':
			return languageByScript(text)
		case 'open':
			return null
		default:
			return language
	}
}
