import {
	type ActionFunctionArgs,
	json,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { countComplaint } from '#app/auth/limits.server.ts'
import { networkOf } from '#app/auth/network.ts'
import { publicMeta } from '#app/components/page-head.ts'
import { ReportForm, ReportReceipt } from '#app/components/report-form.tsx'
import { db } from '#app/db.server.ts'
import type { FormProblem } from '#app/domain/complaint.ts'
import { parseLanguage } from '#app/domain/language.ts'
import { complaintSchema } from '#app/forms/complaint.ts'
import { firstFaults } from '#app/forms/faults.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import { answer, orNotFound, refuse, waitHeaders } from '#app/http.server.ts'
import { wordsFor } from '#app/i18n/words.ts'
import { complain, isReceipt } from '#app/services/complaints.server.ts'
import { findFactCheck } from '#app/services/fact-checks.server.ts'
import { openSeal, sealForm } from '#app/services/reader-forms.server.ts'

/** What the seal of a form is good for. */
const purposeOf = (slug: string) => `report ${slug}`

export async function loader({ params, request }: LoaderFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const { factCheck } = orNotFound(await findFactCheck(db, params.slug ?? ''))
	const asked = new URL(request.url).searchParams.get('receipt') ?? ''
	const receipt = /^[0-9a-z]{12}$/.test(asked) && (await isReceipt(db, factCheck.slug, asked)) ? asked : null
	const { slug, statement } = factCheck
	return json({ language, slug, statement, receipt, seal: await sealForm(db, purposeOf(slug)) })
}

/** What came of a report that was not taken: everything that was typed, and what is wrong with it. */
export type RefusedReport = {
	typed: { text: string; url: string; email: string }
	faults: ReturnType<typeof firstFaults>
	problem: FormProblem | null
	/** In minutes. */
	wait: number | null
}

export async function action({ params, request, context }: ActionFunctionArgs) {
	const language = orNotFound(parseLanguage(params.lang))
	const { factCheck } = orNotFound(await findFactCheck(db, params.slug ?? ''))
	const { slug } = factCheck
	const form = await readForm(request)
	const submission = form && parseForm(form, complaintSchema)
	if (!form || !submission) throw refuse(400, 'invalid')
	const field = (name: string) => {
		const value = form.get(name)
		return typeof value === 'string' ? value.slice(0, 20_000) : ''
	}
	const typed = { text: field('text'), url: field('url'), email: field('email') }
	const say = (status: number, why: Partial<RefusedReport>, headers: HeadersInit = {}) =>
		json<RefusedReport>({ typed, faults: {}, problem: null, wait: null, ...why }, { status, headers })

	if (submission.status !== 'success') return say(422, { faults: firstFaults(submission.error) })
	const sealed = await openSeal(db, field('seal'), purposeOf(slug))
	if (sealed.problem) return say(422, { problem: sealed.problem })
	const seconds = await countComplaint(db, networkOf(context.address))
	if (seconds !== null) {
		return say(429, { wait: Math.ceil(seconds / 60) }, { 'Retry-After': String(seconds) })
	}
	// Only programs fill in a field that nobody sees. They are told what people are told.
	const isProgram = field('website') !== ''
	const receipt = isProgram
		? sealed.showing
		: await answer(complain(db, { ...submission.value, slug, language, showing: sealed.showing }))
	const path = `/${language}/verdicts/${encodeURIComponent(slug)}/report`
	return redirect(`${path}?receipt=${receipt}#receipt`, 303)
}

export function headers(given: { actionHeaders: Headers }) {
	const own = waitHeaders(given)
	// Each showing of the form is sealed for itself.
	own.set('Cache-Control', 'no-store')
	return own
}

export const meta: MetaFunction<typeof loader> = ({ data, ...page }) => {
	if (!data) return []
	const { report } = wordsFor(data.language).complaints
	return publicMeta(page, { title: report.title, description: report.lead, hidden: true })
}

export default function Report() {
	const { language, slug, statement, receipt, seal } = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>() ?? null
	return receipt && !refused ? (
		<ReportReceipt {...{ language, slug, receipt }} />
	) : (
		<ReportForm {...{ language, slug, statement, seal, refused }} />
	)
}
