import { useRouteLoaderData } from '@remix-run/react'
import type { Language } from '#app/domain/language.ts'
import { type Words, wordsFor } from '#app/i18n/words.ts'

/** The language of the page, as the root decided it, and its words. */
export function useDeskWords(): { language: Language; words: Words } {
	const language = useRouteLoaderData<{ language: Language }>('root')?.language ?? 'ar'
	return { language, words: wordsFor(language) }
}

type PageArguments = { matches: readonly { id: string; data?: unknown }[] }

/** A page's title in the page's language: `name` picks it from the words. */
export function deskMeta({ matches }: PageArguments, name: (words: Words) => string) {
	const root = matches.find((match) => match.id === 'root')?.data as { language: Language } | undefined
	const words = wordsFor(root?.language ?? 'ar')
	return [{ title: `${name(words)} · ${words.product}` }, { name: 'robots', content: 'noindex' }]
}
