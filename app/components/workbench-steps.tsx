import type { ReactNode } from 'react'
import type { DeskClaim, Person } from '#app/domain/workbench.ts'
import { dropReasons, type Step } from '#app/domain/workflow.ts'
import { useDeskWords } from './desk-words.ts'
import { ChoiceField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = { steps: Step[]; claim: DeskClaim; colleagues: Person[] }

/** The steps open to the person who looks, and no others. The longer ones lead to where their form stands. */
export function WorkbenchSteps({ steps, claim, colleagues }: Props) {
	const words = useDeskWords().words.desk.workbench.steps
	const shown = describeSteps({ steps, claim, colleagues, words })
	return (
		<section className="workbench-steps" aria-label={words.heading}>
			{shown.length > 0 ? shown : <p className="soft">{words.none}</p>}
		</section>
	)
}

function describeSteps({
	steps,
	claim,
	colleagues,
	words,
}: Props & { words: ReturnType<typeof useDeskWords>['words']['desk']['workbench']['steps'] }): ReactNode[] {
	const open = new Set(steps)
	const parts: [boolean, ReactNode][] = [
		[open.has('take'), <TakeStep key="take" />],
		[
			open.has('propose'),
			<a key="propose" className="button" href="#verdict">
				{words.propose}
			</a>,
		],
		[
			open.has('approve') || open.has('correct'),
			<a key="decide" className="button" href="#decision">
				{words.decide}
			</a>,
		],
		[
			open.has('propose_correction'),
			<a key="correct" className="button quiet" href="#verdict">
				{words.correct}
			</a>,
		],
		[open.has('assign'), <AssignStep key="assign" colleagues={colleagues} assignee={claim.assignee} />],
		[open.has('reopen'), <ReopenStep key="reopen" published={claim.published !== null} />],
		[open.has('drop'), <DropStep key="drop" />],
	]
	return parts.filter(([isOpen]) => isOpen).map(([, part]) => part)
}

function TakeStep() {
	const words = useDeskWords().words.desk.workbench.steps
	return (
		<WorkbenchForm id="take" intent="take">
			<button type="submit" title={words.takeNote}>
				{words.take}
			</button>
		</WorkbenchForm>
	)
}

function AssignStep({ colleagues, assignee }: { colleagues: Person[]; assignee: Person | null }) {
	const { words } = useDeskWords()
	const own = words.desk.workbench
	const refused = useRefusalOf('assign')
	return (
		<details className="step" open={refused !== null}>
			<summary className="button quiet">{own.steps.assign}</summary>
			<WorkbenchForm id="assign" intent="assign">
				<ChoiceField
					name="assigneeId"
					label={own.steps.assignee}
					empty={own.choose}
					options={colleagues
						.filter(({ id }) => id !== assignee?.id)
						.map(({ id, name }) => ({ value: id, name }))}
				/>
				<button type="submit">{own.steps.assign}</button>
			</WorkbenchForm>
		</details>
	)
}

function DropStep() {
	const { words } = useDeskWords()
	const own = words.desk.workbench
	const refused = useRefusalOf('drop')
	return (
		<details className="step" open={refused !== null}>
			<summary className="button quiet">{own.steps.drop}</summary>
			<WorkbenchForm id="drop" intent="drop">
				<ChoiceField
					name="reason"
					label={own.steps.dropReason}
					empty={own.choose}
					options={dropReasons.map((value) => ({ value, name: words.dropReasons[value] }))}
				/>
				<button type="submit">{own.steps.drop}</button>
			</WorkbenchForm>
		</details>
	)
}

function ReopenStep({ published }: { published: boolean }) {
	const words = useDeskWords().words.desk.workbench.steps
	return (
		<WorkbenchForm id="reopen" intent="reopen">
			<button type="submit" className="quiet">
				{words.reopen}
			</button>
			{published ? <p className="hint">{words.reopenPublished}</p> : null}
		</WorkbenchForm>
	)
}
