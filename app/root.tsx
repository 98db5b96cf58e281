import type { LinksFunction, LoaderFunctionArgs, MetaFunction } from '@remix-run/node'
import {
	isRouteErrorResponse,
	Links,
	Meta,
	Outlet,
	Scripts,
	ScrollRestoration,
	useMatches,
	useRouteError,
	useRouteLoaderData,
} from '@remix-run/react'
import type { ReactNode } from 'react'
import { findActor } from '#app/auth/actor.server.ts'
import { ProblemPage } from '#app/components/problem-page.tsx'
import { useNonce } from '#app/components/nonce.ts'
import { directionOf, type Language, negotiateLanguage, parseLanguage } from '#app/domain/language.ts'
import siteStyles from '#app/styles/site.css?url'

/** For pages that went wrong before they had a title of their own. */
export const meta: MetaFunction = () => [{ title: 'تدقيق · Tadqiq' }]

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: siteStyles }]

/**
 * The language of the page: of the address on the public side, where no cookie is read, and of the
 * person on the desk.
 */
export async function loader({ request, context }: LoaderFunctionArgs) {
	const url = new URL(request.url)
	const addressed = parseLanguage(url.pathname.split('/')[1]) ?? parseLanguage(url.searchParams.get('lang'))
	if (addressed) return { language: addressed }
	const actor = /^\/(desk|sign-)/.test(url.pathname) ? await findActor(request, context) : null
	return { language: actor?.language ?? negotiateLanguage(request.headers.get('accept-language')) }
}

/** The language changes where the address or the person's choice does, and nowhere else. */
export function shouldRevalidate({
	formAction,
	defaultShouldRevalidate,
}: {
	formAction?: string
	defaultShouldRevalidate: boolean
}) {
	return formAction ? formAction.startsWith('/language') : defaultShouldRevalidate
}

export function Layout({ children }: { children: ReactNode }) {
	const language: Language = useRouteLoaderData<typeof loader>('root')?.language ?? 'ar'
	const nonce = useNonce()
	// Public pages ship no script; a route of the desk asks for hydration with `handle = { hydrate: true }`.
	const hydrate = useMatches().some((match) => (match.handle as { hydrate?: boolean } | undefined)?.hydrate)
	return (
		<html lang={language} dir={directionOf(language)}>
			<head>
				<meta charSet="utf-8" />
				<meta name="viewport" content="width=device-width, initial-scale=1" />
				<meta name="color-scheme" content="light dark" />
				<Meta />
				<Links />
			</head>
			<body>
				{children}
				{hydrate ? (
					<>
						<ScrollRestoration nonce={nonce} />
						<Scripts nonce={nonce} />
					</>
				) : null}
			</body>
		</html>
	)
}

export default function App() {
	return <Outlet />
}

export function ErrorBoundary() {
	const error = useRouteError()
	const language: Language = useRouteLoaderData<typeof loader>('root')?.language ?? 'ar'
	return <ProblemPage error={isRouteErrorResponse(error) ? error : null} language={language} />
}
