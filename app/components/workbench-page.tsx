import { Link } from '@remix-run/react'
import { useState } from 'react'
import { type Due, standing } from '#app/domain/due.ts'
import { hasRole, type Role } from '#app/domain/people.ts'
import type { DeskMatch, OtherClaim } from '#app/domain/match-view.ts'
import type { Rating } from '#app/domain/rating.ts'
import type { Attendant, DeskPrecedent, KeptForm, Person, Workbench } from '#app/domain/workbench.ts'
import type { Done } from '#app/forms/intents.ts'
import { ClaimHistory } from './claim-history.tsx'
import { ContactLog } from './contact-log.tsx'
import { useDeskWords } from './desk-words.ts'
import { DiscussionSection } from './discussion-section.tsx'
import { DueField } from './due-field.tsx'
import { EvidenceForm } from './evidence-form.tsx'
import { GateChecklist } from './gate-checklist.tsx'
import { JoinedTo, MatchSection } from './match-section.tsx'
import { ProposalDecision } from './proposal-decision.tsx'
import { ProposalReview } from './proposal-review.tsx'
import { WorkbenchAttendance } from './workbench-attendance.tsx'
import { WorkbenchBlind } from './workbench-blind.tsx'
import { WorkbenchClaim } from './workbench-claim.tsx'
import { type Refused, WorkbenchProvider } from './workbench-context.ts'
import { WorkbenchEvidence } from './workbench-evidence.tsx'
import { WorkbenchHead } from './workbench-head.tsx'
import { WorkbenchPrecedents } from './workbench-precedents.tsx'
import { WorkbenchSteps } from './workbench-steps.tsx'
import { WorkbenchVerdict } from './workbench-verdict.tsx'
import { WorkbenchVersions } from './workbench-versions.tsx'

type Props = {
	workbench: Workbench
	precedents: DeskPrecedent[]
	/** Who else has the claim open. */
	others: Attendant[]
	/** What the person was typing here and has not sent. */
	keptForms: KeptForm[]
	ratings: Rating[]
	colleagues: Person[]
	matches: DeskMatch[]
	/** The claim that this one turned out to be. */
	joinedTo: OtherClaim | null
	actor: { id: string; role: Role }
	submission: string
	now: string
	refused: Refused | null
	/** The step that was just taken. */
	done: Done | null
	/** Changes with every visit of the page, and with every step taken on it. */
	visit: string
}

/** One claim and all the work on it, on one screen. */
export function WorkbenchPage({
	workbench,
	precedents,
	others,
	keptForms,
	ratings,
	colleagues,
	matches,
	joinedTo,
	actor,
	submission,
	now,
	refused,
	done,
	visit,
}: Props) {
	const { claim, evidence, places, waiting, gate, steps } = workbench
	const { words } = useDeskWords()
	const own = words.desk.workbench
	const path = `/desk/claims/${claim.id}`
	const numbers = evidence.map(({ number }) => number)
	const beingWorkedOn = claim.status !== 'dropped' && waiting === null
	// A form whose step was taken begins anew; the others keep what is being typed in them.
	const evidenceVisit = useLastVisit(visit, done === 'add_evidence')
	const writes = claim.assignee?.id === actor.id || hasRole(actor.role, 'editor')
	return (
		<WorkbenchProvider value={{ path, now, claimLanguage: claim.language, ratings, refused, keptForms }}>
			<div className="workbench" data-waiting={waiting ? true : undefined}>
				<DoneNotice done={done} path={path} />
				<JoinedTo claim={joinedTo} />
				<WorkbenchAttendance others={others} />
				<WorkbenchHead workbench={workbench} actorId={actor.id}>
					<WorkbenchSteps steps={steps} claim={claim} colleagues={colleagues} />
				</WorkbenchHead>
				<div className="workbench-columns">
					<div className="workbench-main">
						<WorkbenchClaim claim={claim} places={places}>
							{claim.status === 'new' || claim.status === 'in_research' ? (
								<p className="actions">
									<Link className="button quiet" to={`${path}/edit`}>
										{own.claim.edit}
									</Link>
								</p>
							) : null}
						</WorkbenchClaim>
						<MatchSection claimId={claim.id} matches={matches} ratings={ratings} />
						{waiting ? (
							<ProposalReview
								proposal={waiting}
								evidence={numbers}
								twins={workbench.twins}
								published={claim.published && !claim.published.retracted ? claim.published.rating : null}
							/>
						) : null}
						<WorkbenchEvidence evidence={evidence} origins={workbench.origins} resting={waiting !== null}>
							{beingWorkedOn ? (
								<EvidenceForm key={evidenceVisit} submission={submission} open={evidence.length === 0} />
							) : null}
						</WorkbenchEvidence>
						<WorkbenchPrecedents precedents={precedents} />
						{waiting || workbench.keptBlind ? null : (
							<WorkbenchVerdict workbench={workbench} writes={writes} />
						)}
						{workbench.keptBlind ? <p className="hint">{words.verdicts.blind.hidden}</p> : null}
						<WorkbenchBlind
							blind={workbench.blind}
							colleagues={colleagues}
							writers={{ assigneeId: claim.assignee?.id ?? null, proposerId: waiting?.proposer.id ?? null }}
							actorId={actor.id}
						/>
					</div>
					<div className="workbench-side">
						<DueField
							dues={duesOf(workbench, now)}
							dueOn={claim.dueOn}
							sets={writes && claim.status !== 'published' && claim.status !== 'dropped'}
						/>
						<GateChecklist
							gate={gate}
							missing={workbench.missing}
							records={{
								exceptions: claim.status !== 'new' && claim.status !== 'dropped',
								contact: claim.status !== 'dropped',
							}}
						/>
						{waiting ? (
							<ProposalDecision proposal={waiting} {...{ gate, steps, colleagues }} actorId={actor.id} />
						) : null}
					</div>
				</div>
				<div className="workbench-talk">
					<DiscussionSection
						threads={workbench.threads}
						proposals={workbench.proposals}
						actorId={actor.id}
						{...{ evidence, colleagues, submission }}
					/>
					<ContactLog
						contacts={workbench.contacts}
						submission={submission}
						records={claim.status !== 'dropped'}
					/>
				</div>
				<div className="workbench-record">
					<WorkbenchVersions
						versions={workbench.versions}
						corrections={workbench.corrections}
						slug={claim.slug}
						imported={workbench.history.some(({ kind }) => kind === 'import_bundle')}
					/>
					<ClaimHistory history={workbench.history} />
				</div>
			</div>
		</WorkbenchProvider>
	)
}

/** What is due with the claim: its review, where one waits, and the claim itself. */
function duesOf({ claim, reviewDueOn }: Workbench, now: string): Due[] {
	const today = now.slice(0, 10)
	const open = claim.status !== 'published' && claim.status !== 'dropped'
	return [
		...(reviewDueOn ? [{ what: 'review' as const, on: reviewDueOn, ...standing(reviewDueOn, today) }] : []),
		...(claim.dueOn && open
			? [{ what: 'claim' as const, on: claim.dueOn, ...standing(claim.dueOn, today) }]
			: []),
	]
}

/** The latest visit on which something was so; the first one before it ever was. */
function useLastVisit(visit: string, isSo: boolean): string {
	const [last, setLast] = useState(visit)
	if (isSo && last !== visit) setLast(visit)
	return isSo ? visit : last
}

/** What was just done, announced and in sight until it is put away. */
function DoneNotice({ done, path }: { done: Done | null; path: string }) {
	const own = useDeskWords().words.desk.workbench
	return (
		<div className="workbench-done" role="status">
			{done ? (
				<p className="notice">
					{own.done[done]}{' '}
					<Link to={path} preventScrollReset replace>
						{own.dismiss}
					</Link>
				</p>
			) : null}
		</div>
	)
}
