import { gateIsOpen, type GateResult } from '#app/domain/gate.ts'
import type { DeskProposal, Person } from '#app/domain/workbench.ts'
import { changeReasons, type Step } from '#app/domain/workflow.ts'
import { useDeskWords } from './desk-words.ts'
import { ChoiceField, TextField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = {
	proposal: DeskProposal
	gate: GateResult[]
	steps: Step[]
	colleagues: Person[]
	actorId: string
}

/** The second person's decision; for the proposer, who it is that decides. */
export function ProposalDecision({ proposal, gate, steps, colleagues, actorId }: Props) {
	const own = useDeskWords().words.desk.workbench.proposal
	const approves = steps.includes('approve') || steps.includes('correct')
	return (
		<section id="decision" className="workbench-decision" aria-labelledby="decision-heading">
			<h2 id="decision-heading">{approves ? own.decide : own.waitsFor}</h2>
			{approves ? (
				<>
					<Approval proposal={proposal} open={gateIsOpen(gate)} />
					<Return proposal={proposal} />
				</>
			) : (
				<Waiting proposal={proposal} colleagues={colleagues} own={proposal.proposer.id === actorId} />
			)}
		</section>
	)
}

function Approval({ proposal, open }: { proposal: DeskProposal; open: boolean }) {
	const own = useDeskWords().words.desk.workbench.proposal
	const hintId = 'approve-hint'
	return (
		<WorkbenchForm id="approve" intent="approve" hidden={{ proposalId: proposal.id }}>
			<p className="hint" id={hintId}>
				{open ? own.approveNote : own.blocked}
			</p>
			<button type="submit" disabled={!open} aria-describedby={hintId}>
				{proposal.correction ? own.approveCorrection : own.approve}
			</button>
		</WorkbenchForm>
	)
}

function Return({ proposal }: { proposal: DeskProposal }) {
	const { words } = useDeskWords()
	const own = words.desk.workbench
	const refused = useRefusalOf('request_changes')
	const name = proposal.correction ? own.proposal.decline : own.proposal.requestChanges
	return (
		<details className="step" open={refused !== null}>
			<summary className="button quiet">{name}</summary>
			<WorkbenchForm id="request-changes" intent="request_changes" hidden={{ proposalId: proposal.id }}>
				<ChoiceField
					name="reason"
					label={own.proposal.reason}
					empty={own.choose}
					options={changeReasons.map((value) => ({ value, name: words.changeReasons[value] }))}
				/>
				<TextField name="comment" label={own.proposal.comment} hint={own.proposal.commentHint} rows={3} />
				<button type="submit">{name}</button>
			</WorkbenchForm>
		</details>
	)
}

function Waiting({
	proposal,
	colleagues,
	own,
}: {
	proposal: DeskProposal
	colleagues: Person[]
	own: boolean
}) {
	const words = useDeskWords().words.desk.workbench.proposal
	const others = colleagues.filter(({ id }) => id !== proposal.proposer.id)
	return (
		<>
			{own ? <p>{words.own}</p> : null}
			{others.length > 0 ? (
				<ul className="plain-list">
					{others.map(({ id, name }) => (
						<li key={id}>
							<bdi>{name}</bdi>
						</li>
					))}
				</ul>
			) : (
				<p>{words.waitsForNobody}</p>
			)}
		</>
	)
}
