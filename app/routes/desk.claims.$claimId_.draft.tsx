import { type ActionFunctionArgs, json, type LoaderFunctionArgs } from '@remix-run/node'
import { admit } from '#app/auth/actor.server.ts'
import type { DraftReply } from '#app/components/workbench-autosave.ts'
import { db } from '#app/db.server.ts'
import { compareVerdictTwins } from '#app/domain/twins.ts'
import { faultsOfRefusal, firstFaults } from '#app/forms/faults.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { draftSchema, toDraftInput } from '#app/forms/verdict.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { findDraft, saveDraft } from '#app/services/drafts.server.ts'

/** There is nothing to see here: this is where a form that saves itself sends what was typed. */
export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.claims.$claimId_.draft', 'read')
	throw refuse(404, 'not-found')
}

export async function action({ request, context, params: { claimId = '' } }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.claims.$claimId_.draft', 'send').catch(
		(response: unknown) => {
			if (response instanceof Response && response.status === 401) return null
			throw response
		},
	)
	if (!actor) return say({ saved: false, code: 'signed-out', errors: {}, stored: null }, 401)

	const form = await readForm(request)
	const read = form && parseForm(form, draftSchema)
	if (!read) throw refuse(400, 'invalid')
	if (read.status !== 'success') {
		return say({ saved: false, code: 'invalid', errors: firstFaults(read.error), stored: null }, 422)
	}
	const now = new Date()
	const draft = toDraftInput(read.value)
	const outcome = await attempt(saveDraft(db, actor, { claimId, revision: read.value.revision, draft }, now))
	if (!outcome.refused) {
		const { revision, stale } = outcome.done
		const twins = { stale, gaps: compareVerdictTwins(draft) }
		return say({ saved: true, revision, at: now.toISOString(), twins }, 200)
	}
	const { refused, status } = outcome
	const stored = refused.code === 'stale' ? await findDraft(db, claimId) : null
	return say({ saved: false, code: refused.code, errors: faultsOfRefusal(refused), stored }, status)
}

function say(reply: DraftReply, status: number) {
	return json(reply, { status, headers: { 'Cache-Control': 'no-store' } })
}
