import { directionOf, type Language } from '#app/domain/language.ts'
import type { Excerpt } from '#app/domain/search-hits.ts'

type Props = { text: Excerpt & { language: Language | null } }

/** A piece of a text with what was searched for marked in it: whole words, so that no joined letters are torn. */
export function MarkedText({ text: { parts, before, behind, language } }: Props) {
	return (
		<bdi lang={language ?? undefined} dir={directionOf(language)}>
			{before ? '… ' : null}
			{parts.map(({ text, hit }, index) => (hit ? <mark key={index}>{text}</mark> : text))}
			{behind ? ' …' : null}
		</bdi>
	)
}
