import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'

type Props = {
	language: Language
	/** The page's own path, and what the list is narrowed by. */
	path: string
	filter?: Record<string, string | null>
	/** Where the next page begins, and whether this one is not the first. */
	next: string | null
	later: boolean
}

/** The way to older entries and back to the newest. */
export function Pager({ language, path, filter = {}, next, later }: Props) {
	const words = wordsFor(language).reading.pages
	if (!next && !later) return null
	return (
		<nav className="pager" aria-label={words.label}>
			{later ? <a href={path + query(filter)}>{words.newest}</a> : null}
			{next ? (
				<a href={path + query({ ...filter, after: next })} rel="next">
					{words.older}
				</a>
			) : null}
		</nav>
	)
}

/** The filled values as the query of an address, with its question mark; empty when there is none. */
export function query(values: Record<string, string | null>): string {
	const filled = Object.entries(values).filter((entry): entry is [string, string] => Boolean(entry[1]))
	return filled.length > 0 ? `?${new URLSearchParams(filled).toString()}` : ''
}
