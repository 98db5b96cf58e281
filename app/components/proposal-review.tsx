import type { TwinState } from '#app/domain/twins.ts'
import type { DeskProposal } from '#app/domain/workbench.ts'
import { formatAge } from '#app/i18n/dates.ts'
import { useDeskWords } from './desk-words.ts'
import { FactCheckText } from './fact-check-text.tsx'
import { FactLine } from './fact-line.tsx'
import { ProposalText } from './proposal-text.tsx'
import { TwinsNote } from './twins-note.tsx'
import { useWorkbench } from './workbench-context.ts'

type Props = {
	proposal: DeskProposal
	evidence: readonly number[]
	/** The rating that readers see now, if they see one. */
	published: string | null
	/** How the two languages stand to each other. */
	twins: TwinState
}

/** What was put before a second person: who proposes what, and for a published claim what would change. */
export function ProposalReview({ proposal, evidence, published, twins }: Props) {
	const { language, words } = useDeskWords()
	const { now } = useWorkbench()
	const own = words.desk.workbench.proposal
	const { correction } = proposal
	return (
		<section id="proposal" className="workbench-proposal" aria-labelledby="proposal-heading">
			<h2 id="proposal-heading">{correction ? own.correctionHeading : own.heading}</h2>
			<p className="soft">
				{own.by(proposal.proposer.name, formatAge(proposal.proposedAt, language, new Date(now)))}
			</p>
			{correction ? (
				<div className="proposal-change">
					<FactLine
						items={[
							<strong>{words.correctionKinds[correction.kind]}</strong>,
							words.severities[correction.severity],
						]}
					/>
					<h3>{own.change}</h3>
					<FactCheckText text={correction.what} language={language} note />
					<h3>{own.why}</h3>
					<FactCheckText text={correction.why} language={language} note />
				</div>
			) : null}
			<TwinsNote {...twins} />
			<ProposalText verdict={proposal} evidence={evidence} instead={published} />
		</section>
	)
}
