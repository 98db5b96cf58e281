import type { Language } from './language.ts'

/** How a text came in. */
export const intakes = ['paste', 'file', 'url', 'import', 'seed'] as const
export type Intake = (typeof intakes)[number]

/** What is known of an article besides its text; whatever is not known stays open. Days are `YYYY-MM-DD`. */
export type ArticleDetails = {
	title: string | null
	outlet: string | null
	author: string | null
	url: string | null
	publishedOn: string | null
	language: Language | null
}

/** Where a proposed detail was found. */
export const detailOrigins = ['json-ld', 'meta', 'page', 'document', 'text', 'address'] as const
export type DetailOrigin = (typeof detailOrigins)[number]

/** What a file, a page or a text says of itself: proposed to a person, and nothing until they confirm it. */
export type ProposedDetails = {
	[Key in keyof ArticleDetails]?: { value: NonNullable<ArticleDetails[Key]>; origin: DetailOrigin }
}
