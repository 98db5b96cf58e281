import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import { db } from '#app/db.server.ts'
import type { Attendant } from '#app/domain/workbench.ts'
import { keptFormSchema } from '#app/forms/kept.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { answer, refuse } from '#app/http.server.ts'
import { attend } from '#app/services/attendance.server.ts'
import { forgetForm, keepForm } from '#app/services/kept-forms.server.ts'

/** There is nothing to see here: this is where an open page says that it is open, and what is being typed in it. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.claims.$claimId_.here', 'read')
	throw refuse(404, 'not-found')
}

export async function action({ request, context, params: { claimId = '' } }: ActionFunctionArgs) {
	const form = await readForm(request)
	if (!form) throw refuse(400, 'invalid')
	const at = { request, context }
	const headers = { 'Cache-Control': 'no-store' }
	switch (form.get('intent')) {
		case 'attend': {
			const actor = await admit(at, 'desk.claims.$claimId_.here', 'attend')
			const others = await attend(db, actor, { claimId, writing: form.get('writing') === 'yes' })
			return json<{ others: Attendant[] }>({ others }, { headers })
		}
		case 'keep': {
			const actor = await admit(at, 'desk.claims.$claimId_.here', 'keep')
			const read = parseForm(form, keptFormSchema)
			if (read?.status !== 'success') throw refuse(422, 'invalid')
			await answer(keepForm(db, actor, { claimId, ...read.value }))
			return json({ kept: true }, { headers })
		}
		case 'forget': {
			const actor = await admit(at, 'desk.claims.$claimId_.here', 'forget')
			await forgetForm(db, actor, { claimId, form: String(form.get('form') ?? '').slice(0, 60) })
			return json({ kept: false }, { headers })
		}
		default:
			throw refuse(422, 'invalid')
	}
}
