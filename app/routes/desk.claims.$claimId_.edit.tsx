import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { z } from 'zod'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta } from '#app/components/desk-words.ts'
import { type ClaimEditAnswer, ClaimEditForm } from '#app/components/workbench-claim-form.tsx'
import { WorkbenchEditPage } from '#app/components/workbench-edit-page.tsx'
import { db } from '#app/db.server.ts'
import { listCountries } from '#app/domain/countries.ts'
import { claimFields, hasStatement, readHeld, statementFault, toClaimInput } from '#app/forms/claim.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { revision } from '#app/forms/text-fields.ts'
import { attempt, orNotFound, refuse } from '#app/http.server.ts'
import { listClaimantChoices } from '#app/services/claimants.server.ts'
import { editClaim } from '#app/services/claims.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import readerStyles from '#app/styles/reader.css?url'
import workbenchStyles from '#app/styles/workbench.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[readerStyles, workbenchStyles].map((href) => ({ rel: 'stylesheet', href }))

const claimEditSchema = z
	.object({ ...claimFields, revision: revision() })
	.refine(hasStatement, statementFault)

export async function loader({ request, context, params: { claimId = '' } }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.claims.$claimId_.edit', 'read')
	const [found, claimants] = await Promise.all([findWorkbench(db, actor, claimId), listClaimantChoices(db)])
	const { claim, places } = orNotFound(found)
	return json({
		claim,
		places,
		countries: listCountries(actor.language),
		claimants: [...new Set(claimants.flatMap(({ nameAr, nameEn }) => [nameAr, nameEn]))].filter(
			(name) => name !== null,
		),
	})
}

export async function action({ request, context, params: { claimId = '' } }: ActionFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.claims.$claimId_.edit', 'send')
	const form = await readForm(request)
	const submission = form && parseForm(form, claimEditSchema)
	if (!submission) throw refuse(400, 'invalid')
	const reply = (
		status: number,
		refusal: ClaimEditAnswer['refusal'] = null,
		held: ClaimEditAnswer['held'] = null,
	) => {
		const result = submission.reply(refusal ? { formErrors: [refusal] } : {})
		return json<ClaimEditAnswer>({ result, refusal, held }, { status })
	}
	// Without an error it is a row more or less, without a script.
	if (submission.status !== 'success') return reply(submission.status === 'error' ? 422 : 200)

	const { refused, ...answer } = await attempt(
		editClaim(db, actor, {
			...toClaimInput(submission.value),
			claimId,
			revision: submission.value.revision,
		}),
	)
	if (refused && 'status' in answer) return reply(answer.status, refused.code, readHeld(refused))
	return redirect(`/desk/claims/${claimId}?done=edit_claim`, 303)
}

export const meta: MetaFunction = (page) => deskMeta(page, ({ desk }) => desk.workbench.claim.edit)

export default function ClaimEdit() {
	const { places, ...data } = useLoaderData<typeof loader>()
	const answer = useActionData<typeof action>() ?? null
	return (
		<WorkbenchEditPage claim={data.claim} places={places}>
			<ClaimEditForm {...data} answer={answer} />
		</WorkbenchEditPage>
	)
}
