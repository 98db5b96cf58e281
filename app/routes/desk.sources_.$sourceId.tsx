import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta } from '#app/components/desk-words.ts'
import { type SourceAnswer, SourcePage } from '#app/components/source-page.tsx'
import { db } from '#app/db.server.ts'
import { firstFaults, typedTexts } from '#app/forms/faults.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { relianceSchema, removedRelianceSchema, sourceFactsSchema, sourceIntents } from '#app/forms/source.ts'
import { answer, attempt, refuse } from '#app/http.server.ts'
import { askForCopyAgain } from '#app/services/copies.server.ts'
import { editSource, readSource, recordReliance, removeReliance } from '#app/services/source-record.server.ts'
import evidenceStyles from '#app/styles/evidence.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: evidenceStyles }]

export async function loader({ request, context, params: { sourceId = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources_.$sourceId', 'read')
	return json(await answer(readSource(db, sourceId)))
}

export async function action({ request, context, params: { sourceId = '' } }: ActionFunctionArgs) {
	const form = await readForm(request)
	const intent = sourceIntents.find((known) => known === form?.get('intent'))
	if (!form || !intent) {
		await admit({ request, context }, 'desk.sources_.$sourceId', 'read')
		throw refuse(400, 'invalid')
	}
	const actor = await admit({ request, context }, 'desk.sources_.$sourceId', intent)
	const schemas = {
		edit: sourceFactsSchema,
		rely: relianceSchema,
		rely_no_more: removedRelianceSchema,
		again: null,
	}
	const typed = typedTexts(form)
	const decline = (status: number, code: SourceAnswer['code'], errors: SourceAnswer['errors'] = {}) =>
		json<SourceAnswer>({ intent, code, errors, typed }, { status })

	if (intent === 'again') {
		const asked = await attempt(askForCopyAgain(db, actor, sourceId))
		return asked.refused ? decline(asked.status, asked.refused.code) : redirect(back(form, sourceId), 303)
	}
	const schema = schemas[intent]
	const read = parseForm(form, schema)
	if (!read) throw refuse(400, 'invalid')
	if (read.status !== 'success') return decline(422, 'invalid', firstFaults(read.error))
	const { value } = read
	const done = await attempt(
		'revision' in value
			? editSource(db, actor, { sourceId, revision: value.revision, facts: factsOf(value) })
			: 'on' in value
				? recordReliance(db, actor, { sourceId, on: value.on })
				: removeReliance(db, actor, { sourceId, relianceId: value.relianceId }),
	)
	if (done.refused) return decline(done.status, done.refused.code)
	return redirect(`/desk/sources/${sourceId}`, 303)
}

function factsOf<Facts extends { revision: number }>({ revision: _, ...facts }: Facts) {
	return facts
}

/** Whoever asks on the page of a claim goes back there. */
function back(form: FormData, sourceId: string): string {
	const claimId = form.get('claim')
	return typeof claimId === 'string' && /^[0-9a-z-]{1,40}$/.test(claimId)
		? `/desk/claims/${claimId}#evidence`
		: `/desk/sources/${sourceId}`
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ evidence }) => evidence.source.facts)

export default function OneSource() {
	const record = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	return <SourcePage {...record} answered={answered ?? null} />
}
