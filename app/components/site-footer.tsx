import type { Language } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** What this is, how it works, what happens when it is wrong, and the way in. */
export function SiteFooter({ language }: { language: Language }) {
	const words = wordsFor(language)
	const { reading } = words
	return (
		<footer className="colophon">
			<div className="colophon-what">
				<p className="colophon-name">{words.product}</p>
				<p>{reading.footer.what}</p>
			</div>
			<ul>
				<li>
					<a href={`/${language}/methodology`}>{reading.footer.method}</a>
				</li>
				<li>
					<a href={`/${language}/methodology#corrections`}>{reading.footer.corrections}</a>
				</li>
				<li>
					<a href={`/${language}/corrections`}>{reading.corrections}</a>
				</li>
				<li>
					<a href={`/${language}/ledger`}>{words.ledger.title}</a>
				</li>
				<li>
					<a href={`/sign-in?lang=${language}`}>{reading.signIn}</a>
				</li>
			</ul>
		</footer>
	)
}
