import type { DeskProposal, Workbench, WrittenVerdict } from '#app/domain/workbench.ts'
import { directionOf } from '#app/domain/language.ts'
import { formatAge } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { ProposalText } from './proposal-text.tsx'
import { VerdictForm } from './verdict-form.tsx'
import { useWorkbench } from './workbench-context.ts'
import { useRefusalOf } from './workbench-form.tsx'

type Props = {
	workbench: Workbench
	/** Whether the person may write the verdict of a claim in research. */
	writes: boolean
}

const nothing: WrittenVerdict = {
	rating: null,
	summary: { ar: null, en: null },
	rationale: { ar: null, en: null },
	asOf: null,
	ratingNow: null,
	nowSince: null,
	reviewOn: null,
	stale: null,
}

/** The verdict while nothing waits: to write, to read, or as it stands published with the way to correct it. */
export function WorkbenchVerdict({ workbench, writes }: Props) {
	const { claim, draft, proposals, steps, evidence } = workbench
	const own = useDeskWords().words.desk.workbench
	const text = draft ?? proposals[0] ?? nothing
	const numbers = evidence.map(({ number }) => number)
	const form = {
		text,
		draft,
		evidence: numbers,
		proposes: steps.includes('propose') || steps.includes('propose_correction'),
		replaces: claim.published !== null,
		correction: proposals[0]?.decision === 'returned' ? proposals[0].correction : null,
		twins: workbench.twins,
	}
	return (
		<section id="verdict" className="workbench-verdict" aria-labelledby="verdict-heading">
			<h2 id="verdict-heading">{own.parts.verdict}</h2>
			<LastReturn proposals={proposals} />
			{claim.status === 'published' ? (
				<PublishedVerdict {...{ proposals, form, numbers }} />
			) : claim.status === 'in_research' && writes ? (
				<>
					{form.proposes ? null : <p className="hint">{own.verdict.editorOnly}</p>}
					<VerdictForm {...form} />
				</>
			) : (
				<>
					<p className="hint">
						{claim.status === 'in_research' && claim.assignee
							? own.verdict.readOnly(claim.assignee.name)
							: text === nothing
								? own.verdict.notYet
								: null}
					</p>
					{text === nothing ? null : <ProposalText verdict={text} evidence={numbers} />}
				</>
			)}
		</section>
	)
}

function PublishedVerdict({
	proposals,
	form,
	numbers,
}: {
	proposals: DeskProposal[]
	form: Parameters<typeof VerdictForm>[0]
	numbers: number[]
}) {
	const own = useDeskWords().words.desk.workbench.verdict
	const saveRefused = useRefusalOf('save_draft')
	const proposalRefused = useRefusalOf('propose')
	const inForce = proposals.find(({ decision }) => decision === 'approved')
	return (
		<>
			{inForce ? <ProposalText verdict={inForce} evidence={numbers} /> : null}
			{form.proposes ? (
				<details className="workbench-add" open={(saveRefused ?? proposalRefused) !== null}>
					<summary className="button quiet">{own.openCorrection}</summary>
					<h3>{own.correctionHeading}</h3>
					<p className="hint">{own.correctionNote}</p>
					<VerdictForm {...form} />
				</details>
			) : null}
		</>
	)
}

/** Why the latest proposal came back, as long as no other has taken its place. */
function LastReturn({ proposals }: { proposals: DeskProposal[] }) {
	const { language, words } = useDeskWords()
	const { now } = useWorkbench()
	const own = words.desk.workbench.proposal
	const [last] = proposals
	if (last?.decision !== 'returned' || !last.decidedAt) return null
	const say = last.correction ? own.declined : own.returned
	return (
		<div className="notice workbench-returned">
			<p>
				<strong>{say(last.decider ?? '', formatAge(last.decidedAt, language, new Date(now)))}</strong>
				{last.reason ? <> · {words.changeReasons[last.reason]}</> : null}
			</p>
			{last.comment ? <blockquote dir={directionOf(null)}>{last.comment}</blockquote> : null}
		</div>
	)
}
