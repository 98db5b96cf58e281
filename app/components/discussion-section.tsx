import { type DeskThread, type Subject, verdictParts, writeSubject } from '#app/domain/discussion.ts'
import type { DeskEvidence, DeskProposal, Person } from '#app/domain/workbench.ts'
import { formatAge } from '#app/i18n/dates.ts'
import { CommentFields } from './comment-fields.tsx'
import { useDeskWords } from './desk-words.ts'
import { DiscussionThread } from './discussion-thread.tsx'
import { saySubject } from './discussion-words.ts'
import { useWorkbench } from './workbench-context.ts'
import { ChoiceField } from './workbench-field.tsx'
import { useRefusalOf, WorkbenchForm } from './workbench-form.tsx'

type Props = {
	threads: DeskThread[]
	proposals: DeskProposal[]
	evidence: DeskEvidence[]
	colleagues: Person[]
	actorId: string
	submission: string
}

/** What colleagues say to each other about the claim: open conversations, requests for changes, and what was settled. */
export function DiscussionSection({ threads, proposals, evidence, colleagues, actorId, submission }: Props) {
	const { words } = useDeskWords()
	const own = words.discussion
	const open = threads.filter(({ resolved }) => !resolved)
	const settled = threads.filter(({ resolved }) => resolved)
	const returned = proposals.filter(({ decision }) => decision === 'returned')
	const others = colleagues.filter(({ id }) => id !== actorId)
	const numbers = evidence.map(({ number }) => number)
	const shared = { evidence: numbers, colleagues: others, actorId, submission }
	return (
		<section id="discussion" className="discussion" aria-labelledby="discussion-heading">
			<h2 id="discussion-heading">{own.heading}</h2>
			{threads.length === 0 && returned.length === 0 ? (
				<p className="soft">{own.nothing}</p>
			) : (
				<p className="soft small">{own.open(open.length)}</p>
			)}
			{returned.map((proposal) => (
				<ChangesAsked key={proposal.id} proposal={proposal} />
			))}
			{open.map((thread) => (
				<DiscussionThread key={thread.id} thread={thread} {...shared} />
			))}
			<Begin {...{ evidence: numbers, submission }} colleagues={others} count={threads.length} />
			{settled.length > 0 ? (
				<details className="settled-threads">
					<summary>{own.settled(settled.length)}</summary>
					{settled.map((thread) => (
						<DiscussionThread key={thread.id} thread={thread} {...shared} />
					))}
				</details>
			) : null}
		</section>
	)
}

/** Why a proposal came back: part of the same talk. */
function ChangesAsked({ proposal }: { proposal: DeskProposal }) {
	const { language, words } = useDeskWords()
	const { now } = useWorkbench()
	const age = proposal.decidedAt ? formatAge(proposal.decidedAt, language, new Date(now)) : ''
	return (
		<article className="thread changes-asked">
			<h3>{proposal.reason ? words.changeReasons[proposal.reason] : null}</h3>
			<p className="soft small">{words.discussion.changesAsked(proposal.decider ?? '', age)}</p>
			{proposal.comment ? <p dir="auto">{proposal.comment}</p> : null}
		</article>
	)
}

function Begin({
	evidence,
	colleagues,
	submission,
	count,
}: {
	evidence: number[]
	colleagues: Person[]
	submission: string
	count: number
}) {
	const { words } = useDeskWords()
	const own = words.discussion
	const refused = useRefusalOf('open_thread')
	const subjects: Subject[] = [
		{ about: 'claim' },
		...evidence.map((number) => ({ about: 'evidence' as const, number })),
		...verdictParts.map((part) => ({ about: 'verdict' as const, part })),
	]
	return (
		<details className="step" open={refused !== null} key={count}>
			<summary className="button quiet">{own.begin}</summary>
			<WorkbenchForm id="open-thread" intent="open_thread">
				<input type="hidden" name="submission" value={`${submission}-thread`} />
				<ChoiceField
					name="subject"
					label={own.subject.label}
					options={subjects.map((subject) => ({
						value: writeSubject(subject),
						name: saySubject(subject, words),
					}))}
				/>
				<CommentFields colleagues={colleagues} />
				<button type="submit">{own.send}</button>
			</WorkbenchForm>
		</details>
	)
}
