import { type ActionFunctionArgs, redirect } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { readNextPage } from '#app/forms/next-page.ts'
import { refuse } from '#app/http.server.ts'
import { setLanguage } from '#app/services/people.server.ts'

/** There is nothing to see here; it is where the language switch is sent. */
export function loader() {
	return redirect('/desk')
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'language', 'send')
	const form = (await readForm(request)) ?? new FormData()
	const language = parseLanguage(form.get('language'))
	if (!language) throw refuse(422, 'invalid')
	await setLanguage(db, actor, language)
	return redirect(withoutLanguage(readNextPage(form.get('next'))), 303)
}

/** A language in the address would win over the one just chosen. */
function withoutLanguage(path: string): string {
	const [pathname, query] = path.split('?')
	const search = new URLSearchParams(query)
	search.delete('lang')
	return search.size > 0 ? `${pathname}?${search.toString()}` : String(pathname)
}
