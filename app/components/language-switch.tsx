import { useLocation } from '@remix-run/react'
import { directionOf, type Language, otherLanguage } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'

/**
 * Shows the desk in the other language and remembers it for the person. The whole page is asked for anew, since its
 * direction and fonts change.
 */
export function LanguageSwitch({ language }: { language: Language }) {
	const { pathname, search } = useLocation()
	const words = wordsFor(language)
	const other = otherLanguage(language)
	return (
		<form method="post" action="/language">
			<input type="hidden" name="language" value={other} />
			<input type="hidden" name="next" value={pathname + search} />
			<button className="plain" type="submit" aria-label={`${words.otherLanguage}: ${words.switchLanguage}`}>
				<span lang={other} dir={directionOf(other)}>
					{words.otherLanguage}
				</span>
			</button>
		</form>
	)
}
