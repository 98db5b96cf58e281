import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { BundlePage } from '#app/components/bundle-page.tsx'
import { deskMeta } from '#app/components/desk-words.ts'
import { db } from '#app/db.server.ts'
import { bundleProblems } from '#app/domain/bundle.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { attempt, refuse } from '#app/http.server.ts'
import { importBundle } from '#app/services/bundle-import.server.ts'

export async function loader({ request, context }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.bundles', 'read')
	return null
}

export async function action({ request, context }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.bundles', 'send')
	const form = await readForm(request)
	const file = form?.get('bundle')
	if (!(file instanceof File)) throw refuse(400, 'invalid')
	const attempted = await attempt(importBundle(db, actor, new Uint8Array(await file.arrayBuffer())))
	if (!attempted.refused) return redirect(`/desk/claims/${attempted.done.claimId}`, 303)
	const { detail } = attempted.refused
	const problem = bundleProblems.find((known) => known === detail['problem']) ?? 'not-a-bundle'
	return json({ problem, path: String(detail['path'] ?? '') }, { status: attempted.status })
}

export const meta: MetaFunction<typeof loader> = (page) => deskMeta(page, ({ bundle }) => bundle.take)

/** Where a bundle of another newsroom is taken in. */
export default function Bundles() {
	return <BundlePage refused={useActionData<typeof action>() ?? null} />
}
