import { type ActionFunctionArgs, json } from '@remix-run/node'
import { readSecret } from '#app/auth/cookie.server.ts'
import { askForPasskey } from '#app/auth/passkeys.server.ts'
import { findSecondStep } from '#app/auth/sign-in.server.ts'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { refuse } from '#app/http.server.ts'

/** There is nothing to see here: this is where a script fetches the challenge for a passkey. */
export function loader() {
	throw refuse(404, 'not-found')
}

export async function action({ request }: ActionFunctionArgs) {
	const intent = (await readForm(request))?.get('intent')
	if (intent !== 'sign-in' && intent !== 'second-step') throw refuse(400, 'invalid')
	const awaited =
		intent === 'second-step' ? await findSecondStep(db, readSecret(request, 'second-step')) : null
	if (intent === 'second-step' && !awaited) throw refuse(410, 'spent')
	const { options, cookie } = await askForPasskey(db, awaited?.userId ?? null)
	return json({ options }, { headers: { 'Set-Cookie': cookie } })
}
