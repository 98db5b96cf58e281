import { useLocation } from '@remix-run/react'
import type { Language } from '#app/domain/language.ts'
import { wordsFor, type Words } from '#app/i18n/words.ts'
import { SiteFooter } from './site-footer.tsx'
import { SiteHeader } from './site-header.tsx'

type Props = {
	/** The response that said no; `null` when something failed that nobody expected. */
	error: { status: number; data: unknown } | null
	language: Language
}

/** What went wrong, in the reader's language, and a way on. */
export function ProblemPage({ error, language }: Props) {
	const { pathname, search } = useLocation()
	const words = wordsFor(language)
	const { problems } = words.reading
	const { title, sentence } = explain(error, words)
	const status = error?.status ?? 500
	const onDesk = /^\/desk(?:\/|$)/.test(pathname)
	return (
		<>
			<SiteHeader language={language} />
			<main id="content" className="problem-page" tabIndex={-1}>
				<p className="label-soft">{problems.eyebrow(status)}</p>
				<h1>{problems.titles[title]}</h1>
				<p>{sentence}</p>
				{title === 'not-found' && !onDesk ? <p>{problems.moved}</p> : null}
				<ul className="problem-ways">
					{waysOn().map(({ href, name }) => (
						<li key={href}>
							<a href={href}>{name}</a>
						</li>
					))}
				</ul>
			</main>
			<SiteFooter language={language} />
		</>
	)

	function waysOn() {
		const home = { href: `/${language}`, name: problems.toHome }
		if (title === 'signed-out') {
			return [
				{
					href: `/sign-in?lang=${language}&next=${encodeURIComponent(pathname + search)}`,
					name: problems.toSignIn,
				},
				home,
			]
		}
		if (onDesk) return [{ href: '/desk', name: problems.toDesk }, home]
		return [{ href: `/${language}/verdicts`, name: problems.toVerdicts }, home]
	}
}

type Explained = { title: keyof Words['reading']['problems']['titles']; sentence: string }

/** Which heading and sentence fit what the server answered. A response with no refusal in it is judged by its status. */
export function explain(error: Props['error'], words: Words): Explained {
	const { refusals } = words
	const { problems } = words.reading
	if (!error || error.status >= 500) return { title: 'failed', sentence: problems.failed }
	const refusal = readRefusal(error.data, refusals)
	switch (refusal) {
		case 'not-found':
		case 'forbidden':
		case 'signed-out':
			return { title: refusal, sentence: refusals[refusal] }
		case 'wrong-step':
		case 'stale':
		case 'gate':
			return { title: 'conflict', sentence: refusals[refusal] }
		case null:
			if (error.status === 404) return { title: 'not-found', sentence: refusals['not-found'] }
			if (error.status === 403) return { title: 'forbidden', sentence: refusals.forbidden }
			return { title: 'declined', sentence: problems.declined }
		default:
			return { title: 'declined', sentence: refusals[refusal] }
	}
}

type RefusalName = keyof Words['refusals']

function readRefusal(data: unknown, refusals: Words['refusals']): RefusalName | null {
	if (typeof data !== 'object' || data === null || !('refusal' in data)) return null
	const { refusal } = data
	return typeof refusal === 'string' && Object.hasOwn(refusals, refusal) ? (refusal as RefusalName) : null
}
