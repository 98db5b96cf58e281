import { type LoaderFunctionArgs, redirect } from '@remix-run/node'
import { negotiateLanguage } from '#app/domain/language.ts'

/** The bare address leads to the front page in the language that the browser asks for. */
export function loader({ request }: LoaderFunctionArgs) {
	const language = negotiateLanguage(request.headers.get('accept-language'))
	// Some caches ignore Vary, and one reader's language is not another's.
	return redirect(`/${language}`, { headers: { Vary: 'Accept-Language', 'Cache-Control': 'no-store' } })
}
