import { useLocation } from '@remix-run/react'
import { directionOf, type Language, otherLanguage } from '#app/domain/language.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { translatePath } from './page-head.ts'

/** The masthead: the name, the sections, the same page in the other language, the way in. */
export function SiteHeader({ language }: { language: Language }) {
	const { pathname, search } = useLocation()
	const words = wordsFor(language)
	const { reading } = words
	const other = otherLanguage(language)
	const home = `/${language}`
	const sections = [
		{ path: home, name: reading.home },
		{ path: `${home}/verdicts`, name: reading.verdicts },
		{ path: `${home}/countries`, name: reading.countries },
		{ path: `${home}/corrections`, name: reading.corrections },
		{ path: `${home}/methodology`, name: reading.methodology.title },
	]
	const here = pathname.replace(/\/+$/, '')
	const isHere = (path: string) => here === path || (path !== home && here.startsWith(`${path}/`))

	return (
		<>
			<a className="skip unseen" href="#content">
				{words.skipToContent}
			</a>
			<header className="masthead" data-front={here === home || undefined}>
				<div className="masthead-line">
					<a
						className="masthead-other"
						href={translatePath(pathname, other) + search}
						hrefLang={other}
						lang={other}
						dir={directionOf(other)}
					>
						{words.otherLanguage}
					</a>
					<a href={`/sign-in?lang=${language}`}>{reading.signIn}</a>
				</div>
				<p className="masthead-name">
					<a href={home}>{words.product}</a>
				</p>
				<p className="masthead-tagline">{words.tagline}</p>
				<nav className="masthead-sections" aria-label={reading.navigation}>
					<ul>
						{sections.map(({ path, name }) => (
							<li key={path}>
								<a href={path} aria-current={here === path ? 'page' : isHere(path) ? 'true' : undefined}>
									{name}
								</a>
							</li>
						))}
					</ul>
				</nav>
			</header>
		</>
	)
}
