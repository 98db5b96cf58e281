import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData } from '@remix-run/react'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta, useDeskWords } from '#app/components/desk-words.ts'
import { FormRefusal } from '#app/components/form-refusal.tsx'
import { db } from '#app/db.server.ts'
import { readForm } from '#app/forms/incoming-form.ts'
import { answer, attempt, refuse } from '#app/http.server.ts'
import type { UploadProblem } from '#app/intake/copy-kind.ts'
import { keepUpload, requireSource } from '#app/services/copies.server.ts'
import evidenceStyles from '#app/styles/evidence.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () => [{ rel: 'stylesheet', href: evidenceStyles }]

export async function loader({ request, context, params: { sourceId = '' } }: LoaderFunctionArgs) {
	await admit({ request, context }, 'desk.sources_.$sourceId_.upload', 'read')
	const { id, title, publisher } = await answer(requireSource(db, sourceId))
	return json({ id, name: title ?? publisher })
}

export async function action({ request, context, params: { sourceId = '' } }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.sources_.$sourceId_.upload', 'send')
	const form = await readForm(request)
	const files = form?.getAll('file') ?? []
	const [file] = files
	if (!form || files.length > 1 || typeof file === 'string') throw refuse(400, 'invalid')
	const decline = (status: number, problem: UploadProblem) => json({ problem }, { status })
	if (!file || file.size === 0) return decline(422, 'empty')
	const bytes = new Uint8Array(await file.arrayBuffer())
	const kept = await attempt(keepUpload(db, actor, { sourceId, name: file.name, bytes }))
	if (!kept.refused) return redirect(`/desk/sources/${sourceId}`, 303)
	const problem = kept.refused.detail['problem']
	return decline(kept.status, problem === 'too-large' || problem === 'mismatch' ? problem : 'kind')
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ evidence }) => evidence.upload.title)

export default function UploadCopy() {
	const { id, name } = useLoaderData<typeof loader>()
	const answered = useActionData<typeof action>()
	const { words } = useDeskWords()
	const own = words.evidence.upload
	return (
		<div className="source-page">
			<p className="label-soft">
				<Link to={`/desk/sources/${id}`}>{words.evidence.view.back}</Link>
			</p>
			<h1>{own.title}</h1>
			{name ? (
				<p className="soft">
					<bdi>{name}</bdi>
				</p>
			) : null}
			{answered ? (
				<FormRefusal cause={answered}>
					<p>{own.problems[answered.problem]}</p>
				</FormRefusal>
			) : null}
			<Form method="post" encType="multipart/form-data">
				<p>
					<label htmlFor="file">{own.file}</label>
					<input
						id="file"
						name="file"
						type="file"
						accept=".pdf,.png,.jpg,.jpeg,.webp,.csv,.tsv,.txt"
						aria-describedby="file-hint"
					/>
				</p>
				<p className="hint" id="file-hint">
					{own.hint}
				</p>
				<button type="submit">{own.submit}</button>
			</Form>
		</div>
	)
}
