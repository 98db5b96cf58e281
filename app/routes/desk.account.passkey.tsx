import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { admit, admitConfirmed } from '#app/auth/actor.server.ts'
import { askForNewPasskey, askForPasskey } from '#app/auth/passkeys.server.ts'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { refuse } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'

/** There is nothing to see here: this is where a script fetches the challenge for a passkey. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.account.passkey', 'read')
	throw refuse(404, 'not-found')
}

export async function action({ request, context }: ActionFunctionArgs) {
	const form = await readForm(request)
	const { options, cookie } = await challenge(form?.get('intent'))
	return json({ options }, { headers: { 'Set-Cookie': cookie } })

	async function challenge(intent: unknown) {
		if (intent === 'add') {
			const actor = await admitConfirmed({ request, context }, 'desk.account.passkey', 'add')
			return askForNewPasskey(db, actor, wordsFor(actor.language).product)
		}
		const actor = await admit({ request, context }, 'desk.account.passkey', 'confirm')
		if (intent !== 'confirm') throw refuse(400, 'invalid')
		return askForPasskey(db, actor.id)
	}
}
