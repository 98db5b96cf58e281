import type { HeadersFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
	isRouteErrorResponse,
	Outlet,
	useLoaderData,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react'
import { explain, ProblemPage } from '#app/components/problem-page.tsx'
import { SiteFooter } from '#app/components/site-footer.tsx'
import { SiteHeader } from '#app/components/site-header.tsx'
import { type Language, parseLanguage } from '#app/domain/language.ts'
import { env } from '#app/env.server.ts'
import { orNotFound } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import type { loader as rootLoader } from '#app/root.tsx'

/** Which language the address names, and the origin of absolute addresses. Nothing of the reader is looked at. */
export function loader({ params }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	return { language, origin: env().PUBLIC_ORIGIN }
}

/** Each page says for itself how long it may be kept; what is left here are its failures. */
export const headers: HeadersFunction = () => ({ 'Cache-Control': 'no-store' })

export const meta: MetaFunction<typeof loader, { root: typeof rootLoader }> = ({ data, error, matches }) => {
	const root = matches.find((match) => match.id === 'root')?.data
	const words = wordsFor(data?.language ?? root?.language ?? 'ar')
	if (!error) return [{ title: words.product }]
	const { title } = explain(isRouteErrorResponse(error) ? error : null, words)
	return [
		{ title: `${words.reading.problems.titles[title]} · ${words.product}` },
		{ name: 'robots', content: 'noindex' },
	]
}

export default function PublicLayout() {
	const { language } = useLoaderData<typeof loader>()
	return (
		<>
			<SiteHeader language={language} />
			<main id="content" className="page" tabIndex={-1}>
				<Outlet />
			</main>
			<SiteFooter language={language} />
		</>
	)
}

export function ErrorBoundary() {
	const error = useRouteError()
	const language: Language = useRouteLoaderData<typeof rootLoader>('root')?.language ?? 'ar'
	return <ProblemPage error={isRouteErrorResponse(error) ? error : null} language={language} />
}
