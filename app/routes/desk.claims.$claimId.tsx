import {
	type ActionFunctionArgs,
	json,
	type LinksFunction,
	type LoaderFunctionArgs,
	type MetaFunction,
	redirect,
} from '@remix-run/node'
import {
	type ShouldRevalidateFunctionArgs,
	useActionData,
	useLoaderData,
	useLocation,
} from '@remix-run/react'
import type { z } from 'zod'
import { admit } from '#app/auth/actor.server.ts'
import { deskMeta } from '#app/components/desk-words.ts'
import type { Refused } from '#app/components/workbench-context.ts'
import { WorkbenchPage } from '#app/components/workbench-page.tsx'
import { db } from '#app/db.server.ts'
import { preferText } from '#app/domain/language.ts'
import type { Actor } from '#app/domain/people.ts'
import * as talk from '#app/forms/discussion.ts'
import { evidenceSchema, removedEvidenceSchema, toEvidenceInput } from '#app/forms/evidence.ts'
import { faultsOfRefusal, firstFaults, typedTexts } from '#app/forms/faults.ts'
import { type Intent, parseDone, parseIntent } from '#app/forms/intents.ts'
import { parseForm, readForm } from '#app/forms/incoming-form.ts'
import * as steps from '#app/forms/steps.ts'
import { draftSchema, proposalSchema, toCorrectionInput, toDraftInput } from '#app/forms/verdict.ts'
import { attempt, orNotFound, refuse, type RefusalBody } from '#app/http.server.ts'
import { newId } from '#app/ids.server.ts'
import { listAttendants } from '#app/services/attendance.server.ts'
import {
	askForBlindRatings,
	callOffBlindRound,
	rateBlind,
	settleBlindRound,
} from '#app/services/blind-rounds.server.ts'
import { listRatings } from '#app/services/dashboard.server.ts'
import { logContact } from '#app/services/contacts.server.ts'
import { openThread, reply, resolveThread, rewordComment } from '#app/services/discussion.server.ts'
import { setDueDate } from '#app/services/due.server.ts'
import { listDeskMatches } from '#app/services/desk-matches.server.ts'
import { saveDraft } from '#app/services/drafts.server.ts'
import { addEvidence, removeEvidence } from '#app/services/evidence.server.ts'
import { grantException, recordContact } from '#app/services/gate.server.ts'
import { forgetForm, listKeptForms } from '#app/services/kept-forms.server.ts'
import { listColleagues } from '#app/services/people.server.ts'
import { listPrecedents } from '#app/services/precedents.server.ts'
import {
	approveVerdict,
	assignClaim,
	dropClaim,
	proposeVerdict,
	reopenClaim,
	requestChanges,
	takeClaim,
} from '#app/services/review.server.ts'
import { findWorkbench } from '#app/services/workbench.server.ts'
import evidenceStyles from '#app/styles/evidence.css?url'
import matchStyles from '#app/styles/matches.css?url'
import verdictStyles from '#app/styles/verdicts.css?url'
import discussionStyles from '#app/styles/discussion.css?url'
import workbenchStyles from '#app/styles/workbench.css?url'

export const handle = { hydrate: true }

export const links: LinksFunction = () =>
	[workbenchStyles, evidenceStyles, discussionStyles, matchStyles, verdictStyles].map((href) => ({
		rel: 'stylesheet',
		href,
	}))

export async function loader({ request, context, params: { claimId = '' } }: LoaderFunctionArgs) {
	const actor = await admit({ request, context }, 'desk.claims.$claimId', 'read')
	const [workbench, ratings, colleagues, matched, others, keptForms] = await Promise.all([
		findWorkbench(db, actor, claimId),
		listRatings(db),
		listColleagues(db),
		listDeskMatches(db, actor, claimId),
		listAttendants(db, actor, claimId),
		listKeptForms(db, actor, claimId),
	])
	const found = orNotFound(workbench)
	const rating = found.waiting?.rating ?? found.draft?.rating ?? null
	const precedents = await listPrecedents(db, claimId, rating)
	return json({
		workbench: found,
		precedents,
		others,
		keptForms,
		ratings,
		colleagues,
		...matched,
		actor: { id: actor.id, role: actor.role },
		submission: newId(),
		now: new Date().toISOString(),
	})
}

/** Somebody whose session has ended keeps the page with what they typed, and signs in beside it. */
export function shouldRevalidate({ actionStatus, defaultShouldRevalidate }: ShouldRevalidateFunctionArgs) {
	return actionStatus === 401 ? false : defaultShouldRevalidate
}

type Work = { actor: Actor; claimId: string; form: FormData }
type Outcome = Pick<Refused, 'code' | 'errors'> & { status: number }

/** Reads a form by its schema and does what it asks. `null` when it is done. */
function verb<Schema extends z.ZodType<unknown, Record<string, unknown>>>(
	schema: Schema | ((work: Work) => Promise<Schema>),
	act: (work: Work, asked: z.output<Schema>) => Promise<unknown>,
): (work: Work) => Promise<Outcome | null> {
	return async (work) => {
		const read = parseForm(work.form, typeof schema === 'function' ? await schema(work) : schema)
		if (!read) throw refuse(400, 'invalid')
		if (read.status !== 'success') return { code: 'invalid', errors: firstFaults(read.error), status: 422 }
		const { refused, ...answer } = await attempt(act(work, read.value))
		if (!refused || !('status' in answer)) return null
		return { code: refused.code, errors: faultsOfRefusal(refused), status: answer.status }
	}
}

/** What a proposal has to say depends on the claim. */
async function proposalSchemaOf({ actor, claimId }: Work) {
	const { claim, evidence } = orNotFound(await findWorkbench(db, actor, claimId))
	return proposalSchema({
		language: claim.language,
		replaces: claim.published !== null,
		evidence: evidence.length,
	})
}

const verbs: Record<Intent, (work: Work) => Promise<Outcome | null>> = {
	take: verb(steps.bareStepSchema, ({ actor, claimId }) => takeClaim(db, actor, claimId)),
	assign: verb(steps.assignmentSchema, ({ actor, claimId }, { assigneeId }) =>
		assignClaim(db, actor, { claimId, assigneeId }),
	),
	drop: verb(steps.dropSchema, ({ actor, claimId }, { reason }) => dropClaim(db, actor, { claimId, reason })),
	reopen: verb(steps.bareStepSchema, ({ actor, claimId }) => reopenClaim(db, actor, claimId)),
	add_evidence: verb(evidenceSchema, ({ actor, claimId }, written) =>
		addEvidence(db, actor, { claimId, ...toEvidenceInput(written) }),
	),
	remove_evidence: verb(removedEvidenceSchema, ({ actor, claimId }, { evidenceId }) =>
		removeEvidence(db, actor, { claimId, evidenceId }),
	),
	save_draft: verb(draftSchema, ({ actor, claimId }, written) =>
		saveDraft(db, actor, { claimId, revision: written.revision, draft: toDraftInput(written) }),
	),
	propose: verb(proposalSchemaOf, ({ actor, claimId }, written) =>
		proposeVerdict(db, actor, {
			claimId,
			revision: written.revision,
			draft: toDraftInput(written),
			correction: toCorrectionInput(written),
		}),
	),
	request_changes: verb(steps.returnSchema, ({ actor, claimId }, asked) =>
		requestChanges(db, actor, { claimId, ...asked }),
	),
	approve: verb(steps.approvalSchema, ({ actor, claimId }, { proposalId }) =>
		approveVerdict(db, actor, { claimId, proposalId }),
	),
	grant_exception: verb(steps.exceptionSchema, ({ actor, claimId }, { rule, reasonAr, reasonEn }) =>
		grantException(db, actor, { claimId, rule, reason: { ar: reasonAr, en: reasonEn } }),
	),
	ask_blind: verb(steps.blindAskSchema, ({ actor, claimId }, { firstRaterId, secondRaterId }) =>
		askForBlindRatings(db, actor, { claimId, raterIds: [firstRaterId, secondRaterId] }),
	),
	rate_blind: verb(steps.blindRatingSchema, ({ actor, claimId }, said) =>
		rateBlind(db, actor, { claimId, ...said }),
	),
	settle_blind: verb(steps.blindRatingSchema, ({ actor, claimId }, said) =>
		settleBlindRound(db, actor, { claimId, ...said }),
	),
	call_off_blind: verb(steps.bareStepSchema, ({ actor, claimId }) => callOffBlindRound(db, actor, claimId)),
	record_contact: verb(steps.contactSchema, ({ actor, claimId }, { noteAr, noteEn }) =>
		recordContact(db, actor, { claimId, note: { ar: noteAr, en: noteEn } }),
	),
	open_thread: verb(talk.threadSchema, ({ actor, claimId }, { comment, notify, ...asked }) =>
		openThread(db, actor, { claimId, text: comment, mentions: notify, ...asked }),
	),
	reply: verb(talk.replySchema, ({ actor, claimId }, { comment, notify, ...asked }) =>
		reply(db, actor, { claimId, text: comment, mentions: notify, ...asked }),
	),
	reword_comment: verb(talk.rewordSchema, ({ actor, claimId }, asked) =>
		rewordComment(db, actor, { claimId, ...asked }),
	),
	resolve_thread: verb(talk.resolutionSchema, ({ actor, claimId }, { threadId, resolved }) =>
		resolveThread(db, actor, { claimId, threadId, resolved: resolved === '1' }),
	),
	set_due: verb(talk.dueSchema, ({ actor, claimId }, { dueOn, dueBefore }) =>
		setDueDate(db, actor, { claimId, on: dueOn, before: dueBefore }),
	),
	log_contact: verb(talk.contactLogSchema, ({ actor, claimId }, written) => {
		const { contactKind: kind, contactOn: on, contactNoteAr: ar, contactNoteEn: en, ...asked } = written
		return logContact(db, actor, { ...asked, claimId, kind, on, note: { ar, en } })
	}),
}

export async function action({ request, context, params: { claimId = '' } }: ActionFunctionArgs) {
	const form = await readForm(request)
	if (!form) throw refuse(400, 'invalid')
	const intent = parseIntent(form.get('intent'))
	if (!intent) throw refuse(422, 'invalid')
	const say = ({ status, ...outcome }: Outcome) =>
		json<Refused>({ intent, ...outcome, typed: typedTexts(form) }, { status })

	const admitted = await admit({ request, context }, 'desk.claims.$claimId', intent).catch(keptOut)
	if ('code' in admitted) return say({ ...admitted, errors: {} })
	const actor = admitted
	const refused = await verbs[intent]({ actor, claimId, form })
	if (!refused) await forgetForm(db, actor, { claimId, form: String(form.get('kept') ?? '') })
	return refused ? say(refused) : redirect(`/desk/claims/${claimId}?done=${intent}`, 303)
}

/** Why somebody may not send this form, said beside it, so that what was typed stays. */
async function keptOut(response: unknown): Promise<Pick<Outcome, 'code' | 'status'>> {
	if (!(response instanceof Response) || ![401, 403].includes(response.status)) throw response
	const { refusal } = (await response.json()) as RefusalBody
	return { code: refusal, status: response.status }
}

export const meta: MetaFunction<typeof loader> = (page) =>
	deskMeta(page, ({ desk }) => {
		const claim = page.data?.workbench.claim
		return desk.workbench.title((claim && preferText(claim.statement, claim.language)?.text) ?? '')
	})

export default function Claim() {
	const data = useLoaderData<typeof loader>()
	const refused = useActionData<typeof action>() ?? null
	const { search, key } = useLocation()
	const done = refused ? null : parseDone(new URLSearchParams(search).get('done'))
	return <WorkbenchPage {...data} refused={refused} done={done} visit={key} />
}
